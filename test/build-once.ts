import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { packageRoot, shippedFile } from '../src/settings/package-root.ts';

/** Tests use the built server, worker, tracker and dashboard as a user would; the slow dashboard only when it is stale. */
export function setup(): void {
  const page = shippedFile('dist', 'dashboard', 'index.html');
  const newestSource = Math.max(newest(shippedFile('src', 'dashboard')), newest(shippedFile('src', 'contracts')));
  const fresh = existsSync(page) && statSync(page).mtimeMs > newestSource;
  const build = spawnSync(process.execPath, ['tools/build.js', ...(fresh ? ['--server-only'] : [])], {
    cwd: packageRoot(),
    stdio: 'inherit',
  });
  if (build.status !== 0) process.stderr.write('the build failed\n');
}

function newest(folder: string): number {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(`${entry.parentPath}/${entry.name}`).mtimeMs);
  return Math.max(0, ...times);
}
