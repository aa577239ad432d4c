// npm run test:system: the tests against real web servers. A tool that is missing is a failure, not a skip.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const TOOLS = [
  { package: 'nginx-light', files: ['/usr/sbin/nginx', '/usr/bin/nginx'] },
  { package: 'caddy', files: ['/usr/bin/caddy'] },
  { package: 'chromium', files: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'] },
];
const missing = () =>
  TOOLS.filter(
    (tool) =>
      !(tool.package === 'chromium' && process.env.DOORPLATE_CHROMIUM) && !tool.files.some((file) => existsSync(file)),
  ).map((tool) => tool.package);

if (missing().length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
  console.log(`test:system: installing ${missing().join(', ')} with apt-get (needed once)`);
  spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
  spawnSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...missing()], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
if (missing().length > 0) {
  console.error(`test:system: install these packages first: ${missing().join(', ')}`);
  process.exit(1);
}

const run = spawnSync(
  'npx',
  ['--no-install', 'vitest', 'run', '--config', 'vitest.system.config.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = run.status ?? 1;
