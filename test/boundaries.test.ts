import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shippedFile } from '../src/settings/package-root.ts';

/** One planted violation for each wall of the house: the file that breaks it and what it imports. */
const VIOLATIONS: Readonly<Record<string, readonly [file: string, imports: string]>> = {
  'no-circle': ['src/company/circle-one.ts', './circle-two.ts'],
  'stage-imports-no-stage': ['src/collect/planted.ts', '../record/target.ts'],
  'noun-imports-no-verb': ['src/company/planted.ts', '../report/target.ts'],
  'contracts-import-nothing': ['src/contracts/planted.ts', '../company/target.ts'],
  'browser-rooms-touch-no-server': ['src/dashboard/planted.ts', '../store/target.ts'],
  'browser-rooms-touch-no-node': ['src/track/planted.ts', 'node:fs'],
  'server-touches-no-browser-room': ['src/serve/planted.ts', '../track/target.ts'],
  'address-holder-is-lent-to-identify-alone': ['src/report/planted.ts', '../visitor/target.ts'],
  'duckdb-stays-in-its-store': ['src/report/planted-duckdb.ts', '@duckdb/node-api'],
  'sqlite-stays-in-its-store': ['src/serve/planted-sqlite.ts', 'libsql'],
  'not-to-dev-dependency': ['src/serve/planted-dev.ts', 'vitest'],
  'no-unresolvable': ['src/serve/planted-missing.ts', './not-there.ts'],
};

const require = createRequire(import.meta.url);
const config = require(shippedFile('.dependency-cruiser.cjs')) as { forbidden: { name: string }[] };

let folder: string;
let violated: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-walls-'));
  for (const file of ['package.json', 'tsconfig.json', 'tsconfig.base.json', '.dependency-cruiser.cjs']) {
    copyFileSync(shippedFile(file), join(folder, file));
  }
  symlinkSync(shippedFile('node_modules'), join(folder, 'node_modules'));
  for (const room of ['record', 'report', 'company', 'store', 'track', 'visitor']) write(`src/${room}/target.ts`, '');
  for (const [file, imported] of Object.values(VIOLATIONS)) write(file, `import '${imported}';\n`);
  write('src/company/circle-two.ts', "import './circle-one.ts';\n");
  const run = spawnSync(
    process.execPath,
    [
      shippedFile('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'json',
      'src',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
  violated = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

describe('the walls of the house', () => {
  test('each has a planted violation here', () => {
    expect(Object.keys(VIOLATIONS).sort()).toEqual(config.forbidden.map(({ name }) => name).sort());
  });

  test.each(Object.entries(VIOLATIONS))('%s is found when it is broken', (rule, [file]) => {
    expect(violated).toContain(`${rule}: ${file}`);
  });
});
