// Builds what the product needs into dist/: server bundle, store worker, tracker, dashboard.
// Usage: node tools/build.js [--server-only]
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const serverOnly = process.argv.includes('--server-only');
const started = performance.now();
const step = (text) => process.stderr.write(`build: ${text}\n`);

step('server and tracker');
await build({
  absWorkingDir: root,
  entryPoints: {
    doorplate: 'src/serve/doorplate.ts',
    'visit-store-worker': 'src/store/duckdb/visit-store-worker.ts',
  },
  outdir: 'dist/server',
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
await build({
  absWorkingDir: root,
  entryPoints: { t: 'src/track/tracker.ts' },
  outdir: 'dist/track',
  bundle: true,
  minify: true,
  target: 'es2020',
  format: 'iife',
  logLevel: 'warning',
});
// The promise to every page that carries it (docs/tracking.md).
const MOST_TRACKER_BYTES = 1_100;
const trackerBytes = gzipSync(readFileSync(`${root}dist/track/t.js`), { level: 9 }).length;
if (trackerBytes > MOST_TRACKER_BYTES) {
  throw new Error(`the tracker has ${trackerBytes} bytes, packed; it may have ${MOST_TRACKER_BYTES}`);
}
if (!serverOnly) {
  step('dashboard');
  const { build: buildPage } = await import('vite');
  await buildPage({ configFile: `${root}src/dashboard/vite.config.js`, logLevel: 'warn' });
}
step(`done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
