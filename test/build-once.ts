import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { packageRoot, shippedFile } from '../src/settings/package-root.ts';

/** Tests use the built server, worker and tracker as a user would; the dashboard is built where it is missing. */
export function setup(): void {
  const dashboardBuilt = existsSync(shippedFile('dist', 'dashboard', 'index.html'));
  const build = spawnSync(process.execPath, ['tools/build.js', ...(dashboardBuilt ? ['--server-only'] : [])], {
    cwd: packageRoot(),
    stdio: 'inherit',
  });
  if (build.status !== 0) throw new Error('the build failed');
}
