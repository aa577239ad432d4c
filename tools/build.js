// Builds what the product needs into dist/: server bundle, store worker, tracker, dashboard.
// Usage: node tools/build.js [--server-only]
import { build } from 'esbuild';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const serverOnly = process.argv.includes('--server-only');
const started = performance.now();
const step = (text) => process.stderr.write(`build: ${text}\n`);

step('server and tracker');
const { metafile } = await build({
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
  // What is imported where it is needed stays a file of its own: no command waits for an engine that it does not use.
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  metafile: true,
  sourcemap: true,
  logLevel: 'warning',
});
const written = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
for (const part of readdirSync(`${root}dist/server/parts`)) {
  if (!written.has(part)) rmSync(`${root}dist/server/parts/${part}`);
}
await build({
  absWorkingDir: root,
  entryPoints: { t: 'src/track/tracker.ts', 'opt-out': 'src/track/opt-out-block.ts' },
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
