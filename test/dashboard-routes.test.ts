import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/settings/package-root.ts';
import { startDoorplate } from './doorplate-process.ts';

test('every page of the dashboard opens by its own address', async () => {
  const router = readFileSync(`${packageRoot()}/src/dashboard/router.tsx`, 'utf8');
  const routes = [...router.matchAll(/getParentRoute: \(\) => (\w+),\s*path: '([^']*)'/g)];
  const paths = routes
    .map(([, parent, path = '']) => (parent === 'operator' ? `/operator${path}` : path.replace('$id', 'aaaaaaaaaaaaa')))
    // The gate in front of the operator's pages is none itself.
    .filter((path) => path !== '/operator');
  expect(paths.length).toBeGreaterThan(12);
  const server = await startDoorplate();
  try {
    const answers = await Promise.all(
      paths.map(async (path) => {
        const answer = await fetch(`${server.origin}${path}`, { headers: { accept: 'text/html' } });
        return [path, answer.status];
      }),
    );
    expect(answers).toEqual(paths.map((path) => [path, 200]));
  } finally {
    await server.end();
  }
});
