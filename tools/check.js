// npm run check: format, lint, types (four projects), boundaries, dead code. Stops at nothing, fails if any fails.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A checker that read nothing is green: the boundary check must have seen at least this many modules. */
const LEAST_MODULES = 40;

const CHECKS = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings', '.'] },
  { name: 'types: server, tests', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'types: tracker', command: ['tsc', '-p', 'src/track/tsconfig.json'] },
  { name: 'types: dashboard', command: ['tsc', '-p', 'src/dashboard/tsconfig.json'] },
  { name: 'types: tests of both', command: ['tsc', '-p', 'tsconfig.browser-tests.json'] },
  {
    name: 'boundaries',
    command: ['depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'],
    judge: checkBoundaries,
  },
  { name: 'dead code', command: ['knip', '--no-progress'] },
];

/** Reads the cruise result: every violation is printed; too few modules means that nothing was checked. */
function checkBoundaries(run) {
  const { summary } = JSON.parse(run.stdout);
  for (const violation of summary.violations) {
    console.log(`  ${violation.rule.name}: ${violation.from} -> ${violation.to}`);
  }
  console.log(`  ${summary.totalCruised} modules, ${summary.totalDependenciesCruised} dependencies`);
  return summary.violations.length === 0 && summary.totalCruised >= LEAST_MODULES;
}

let failed = 0;
for (const { name, command, judge } of CHECKS) {
  const started = performance.now();
  const run = spawnSync('npx', ['--no-install', ...command], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: judge ? ['ignore', 'pipe', 'inherit'] : ['ignore', 'inherit', 'inherit'],
  });
  const good = judge ? judge(run) : run.status === 0;
  if (!good) failed += 1;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}
console.log(`${CHECKS.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
