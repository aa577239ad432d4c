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

console.log('test: building, then running all tests');
const run = spawnSync('npx', ['--no-install', 'vitest', 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = run.status ?? 1;
