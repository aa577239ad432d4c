// npm test: makes sure a browser is there, builds, runs every test.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const hasBrowser = () => Boolean(process.env.DOORPLATE_CHROMIUM) || CHROMIUM.some((file) => existsSync(file));

if (!hasBrowser() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  console.log('test: installing Chromium with apt-get (needed once, for the browser tests)');
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
if (!hasBrowser()) {
  console.error(
    'test: the browser tests need Chromium; install the package "chromium" or set DOORPLATE_CHROMIUM to its file.',
  );
  process.exit(1);
}

for (const [what, command, args] of [
  ['building', process.execPath, ['tools/build.js']],
  ['running all tests', 'npx', ['--no-install', 'vitest', 'run', ...process.argv.slice(2)]],
]) {
  console.log(`test: ${what}`);
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
