import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrationsIn, missingScripts, shippedMigrations } from './run-migrations.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Record<string, string>): void {
  for (const [file, sql] of Object.entries(files)) writeFileSync(join(folder, file), sql);
}

function appliedOf(folderPath: string): { number: number; content_hash: string }[] {
  return migrationsIn(folderPath).map(({ number, contentHash }) => ({ number, content_hash: contentHash }));
}

test.each(['duckdb', 'sqlite'] as const)('the shipped migrations for %s are numbered from 1', (engine) => {
  const shipped = shippedMigrations(engine);
  expect(shipped.length).toBeGreaterThan(0);
  expect(shipped.map((migration) => migration.number)).toEqual(shipped.map((_, index) => index + 1));
});

test('only what is missing is applied, in order, each in a transaction that remembers it', () => {
  write({ '0001-first.sql': 'create table a (x integer);' });
  const applied = appliedOf(folder);
  write({
    '0002-second.sql': 'create table b (x integer);',
    '0003-third.sql': 'create table c (x integer);',
    'notes.txt': '',
  });
  const scripts = missingScripts(migrationsIn(folder), applied);
  expect(scripts.map((script) => /create table (\w)/.exec(script)?.[1])).toEqual(['b', 'c']);
  for (const script of scripts) expect(script).toMatch(/^begin;[^]+insert into schema_migration values[^]+commit;$/);
});

test('nothing is left to do when everything is applied, also after a checkout with other line endings', () => {
  write({ '0001-first.sql': 'create table a (\n  x integer\n);\n' });
  const applied = appliedOf(folder);
  write({ '0001-first.sql': 'create table a (\r\n  x integer\r\n);\r\n' });
  expect(missingScripts(migrationsIn(folder), applied)).toEqual([]);
});

test.each([
  ['an edited migration', { '0001-first.sql': 'create table a (y integer);' }, 'MIGRATION_EDITED'],
  ['a store of a later version', {}, 'MIGRATION_FROM_LATER_VERSION'],
])('%s is refused', (_what, now, code) => {
  write({ '0001-first.sql': 'create table a (x integer);' });
  const applied = appliedOf(folder);
  rmSync(join(folder, '0001-first.sql'));
  write(now);
  expect(() => missingScripts(migrationsIn(folder), applied)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['a gap', ['0001-first.sql', '0003-third.sql']],
  ['a number that comes twice', ['0001-first.sql', '0001-other.sql']],
])('%s in the numbers is refused', (_what, files) => {
  write(Object.fromEntries(files.map((file) => [file, 'select 1;'])));
  expect(() => migrationsIn(folder)).toThrow(expect.objectContaining({ code: 'MIGRATION_NUMBERING' }));
});
