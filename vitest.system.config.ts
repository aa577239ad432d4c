import { defineConfig } from 'vitest/config';

/** Tests against real web servers (`npm run test:system`). */
export default defineConfig({
  test: {
    include: ['test/system/**/*.test.ts'],
    // One set of servers at a time on two cores.
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    globalSetup: ['test/build-once.ts'],
  },
});
