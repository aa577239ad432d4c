import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockWhitelist } from '../../whitelist/lock-whitelist.ts';
import { companyListsInForce, removeCompanyList } from './company-lists-in-force.ts';
import { type CompanyImportOptions, importCompanyList } from './import-company-list.ts';

const NOW = new Date('2026-11-20T10:00:00Z');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-company-import-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function listOf(count: number, more = ''): string {
  const path = join(folder, 'list.csv');
  const rows = Array.from({ length: count }, (_row, at) => `Musterwerk ${at} GmbH,${10_000 + at},Ulm,DE\n`).join('');
  writeFileSync(path, `Firma,PLZ,Ort,Land\n${rows}${more}`);
  return path;
}

/** A golden copy in which no company is active. */
function inactiveList(): string {
  const path = join(folder, 'inactive.csv');
  const heads = 'LEI,Entity.LegalName,Entity.LegalAddress.Country,Entity.EntityStatus';
  writeFileSync(path, `${heads}\nTEST00ABCDEFGHIJ0101,Musterwerk GmbH,DE,INACTIVE\n`);
  return path;
}

function importList(path: string, more: Partial<CompanyImportOptions> = {}) {
  return importCompanyList({ path, format: 'csv', folder, now: NOW, onProgress: () => {}, ...more });
}

const filesIn = (): string[] => readdirSync(join(folder, 'companies')).sort();

test('a list stands as a Parquet file that is called after its contents, and a manifest that names it', async () => {
  const outcome = await importList(listOf(50, 'Hans Meier,89073,Ulm,DE\n'), { name: 'CRM Süd', date: '2026-10-01' });
  expect(outcome).toMatchObject({
    ok: true,
    value: { counts: { read: 51, kept: 50, ignored: { person: 1 }, wrong: 0, samples: [] } },
  });
  const [list] = companyListsInForce(folder);
  expect(list).toMatchObject({
    id: 'list-crm-sud',
    format: 'csv',
    source: { title: 'CRM Süd', date: '2026-10-01', rows: 50 },
    importedAt: NOW.toISOString(),
    rank: 1,
  });
  expect(filesIn()).toEqual([list?.file.name ?? '', 'list-crm-sud.json'].sort());
  expect(list?.file.name).toBe(`list-crm-sud.${list?.file.sha256.slice(0, 16)}.parquet`);
});

test('progress never runs backwards and ends with all rows', async () => {
  const parts: number[] = [];
  await importList(listOf(5_000), {
    onProgress({ step, done, total }) {
      if (step === 'rows') parts.push(done / total);
    },
  });
  expect(parts).toEqual([...parts].sort((one, other) => one - other));
  expect(parts.at(-1)).toBe(1);
});

test('a list that has shrunk by more than a fifth is refused, and taken when it is meant', async () => {
  await importList(listOf(100));
  const before = filesIn();
  expect(await importList(listOf(79))).toMatchObject({ ok: false, fault: { code: 'IMPORT_SHRUNK' } });
  expect(filesIn()).toEqual(before);
  expect(await importList(listOf(80))).toMatchObject({ ok: true });
  expect(await importList(listOf(9), { acceptShrink: true })).toMatchObject({ ok: true });
  expect(filesIn()).toHaveLength(2);
  expect(companyListsInForce(folder)[0]?.counts.kept).toBe(9);
});

test.each([
  ['over 1 % of its rows are wrong', (): string => listOf(98, 'A,B,C\nA,B\n'), {}, 'IMPORT_FAULTY'],
  ['it holds no company that is active', inactiveList, { format: 'gleif' }, 'IMPORT_EMPTY'],
  ['its names are those of persons', (): string => listOf(0, 'Hans Meier,89073,Ulm,DE\n'), {}, 'NAME_NOT_MAPPED'],
  ['its name has no letter', (): string => listOf(5), { name: '…' }, 'IMPORT_NAME'],
] as const)('a list is refused when %s', async (_why, write, more, code) => {
  await importList(listOf(10));
  const before = filesIn().map((name) => readFileSync(join(folder, 'companies', name), 'latin1'));
  const outcome = await importList(write(), more);
  expect(outcome.ok ? null : outcome.fault.code).toBe(code);
  expect(filesIn().map((name) => readFileSync(join(folder, 'companies', name), 'latin1'))).toEqual(before);
});

test('nothing is imported while somebody else changes the whitelist', async () => {
  const lock = lockWhitelist(folder);
  await expect(importList(listOf(5))).rejects.toMatchObject({ code: 'WHITELIST_BUSY' });
  lock.release();
  expect((await importList(listOf(5))).ok).toBe(true);
});

test('what a dead import left is deleted by the next one', async () => {
  await importList(listOf(5));
  for (const name of ['list.unfinished', 'gone.0123456789abcdef.parquet']) {
    writeFileSync(join(folder, 'companies', name), 'rest');
  }
  await importList(listOf(6), { name: 'other' });
  expect(filesIn().filter((name) => /unfinished|gone/.test(name))).toEqual([]);
  expect(companyListsInForce(folder).map(({ id }) => id)).toEqual(['list', 'list-other']);
});

test('a list that is taken out leaves nothing; an unknown one cannot be', async () => {
  await importList(listOf(5));
  removeCompanyList(folder, 'list');
  expect(filesIn()).toEqual([]);
  expect(() => removeCompanyList(folder, 'list')).toThrow(expect.objectContaining({ code: 'COMPANY_LIST_UNKNOWN' }));
  expect(() => removeCompanyList(folder, '../list')).toThrow(expect.objectContaining({ code: 'COMPANY_LIST_UNKNOWN' }));
  expect(existsSync(join(folder, 'list.csv'))).toBe(true);
});
