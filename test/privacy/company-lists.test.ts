import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCompanyList } from '../../src/build-whitelist/companies/import-company-list.ts';
import { proposeForFile } from '../../src/build-whitelist/companies/open-list-file.ts';
import { COMPANY_FORMATS, type CompanyFormat } from '../../src/contracts/company-source.ts';
import { shippedFile } from '../../src/settings/package-root.ts';
import { filesBelow, finderOf, type Finding, type TableValue, type TraceFinder } from './find-traces.ts';
import { tracesOfName } from './name-traces.ts';

/** Officers, owners, contacts and what leads to them, as they stand in the fixtures and in no name of a company. */
const PERSONS = [
  'Beispielfrau',
  'Wilhelmine',
  'Sampleton',
  'Roderick',
  'Hippolyte',
  'Exemplaire',
  'w.beispielfrau@samplegears.example',
  'info@musterwerk.example',
  'w.b@musterwerk.example',
  '113 496 0000',
  '23 45 67 89',
  '0711 7654321',
  '0351/1234567',
  'linkedin.com',
];

const LISTS: readonly (readonly [CompanyFormat, string])[] = [
  ['gleif', 'gleif.csv'],
  ['companieshouse', 'companieshouse.csv'],
  ['offeneregister', 'offeneregister.jsonl'],
  ['pdl', 'pdl-2019.csv'],
  ['csv', 'commercial-windows-1252.csv'],
  ['csv', 'crm.csv'],
  ['xlsx', 'list.xlsx'],
];

const fixture = (name: string): string => shippedFile('fixtures', 'companies', name);

/** Every value of every column of the lists: compression hides plain bytes. */
async function* valuesOf(folder: string): AsyncGenerator<TableValue> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.parquet'))) {
    const reader = await connection.runAndReadAll(`select * from read_parquet('${join(folder, name)}')`);
    const columns = reader.columnNames();
    for (const row of reader.getRowsJson()) {
      for (const [at, value] of row.entries()) yield { place: `${name} ${columns[at]}`, value: JSON.stringify(value) };
    }
  }
  connection.closeSync();
  instance.closeSync();
}

describe('persons of company lists', () => {
  let folder: string;
  let finder: TraceFinder;
  const said: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'doorplate-list-traces-'));
    finder = finderOf(PERSONS.map(tracesOfName));
    for (const [format, name] of LISTS) {
      const outcome = await importCompanyList({
        path: fixture(name),
        format,
        name,
        folder,
        now: new Date('2026-11-20T00:00:00Z'),
        onProgress: (progress) => said.push(JSON.stringify(progress)),
      });
      expect(outcome.ok, name).toBe(true);
      said.push(JSON.stringify(outcome));
      if (format === 'csv' || format === 'xlsx') said.push(JSON.stringify(await proposeForFile(fixture(name), format)));
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('stand in every fixture, so that a leak would be found', () => {
    for (const [, name] of LISTS) {
      if (name.endsWith('.xlsx')) continue;
      expect(finder.inBytes(name, readFileSync(fixture(name))), name).not.toEqual([]);
    }
    expect(new Set(LISTS.map(([format]) => format)).size).toBe(COMPANY_FORMATS.length);
  });

  test('leave no trace in any file, in any value, in what an import says', async () => {
    const found: Finding[] = [...filesBelow(folder)].flatMap(({ place, bytes }) => finder.inBytes(place, bytes));
    const values: TableValue[] = [];
    for await (const value of valuesOf(join(folder, 'companies'))) values.push(value);
    expect(values.length).toBeGreaterThan(200);
    found.push(...finder.inValues(values), ...finder.inBytes('said', Buffer.from(said.join('\n'))));
    expect(found.map(({ place, form, canary }) => `${place}: ${form} of ${PERSONS[canary]}`)).toEqual([]);
  });

  test('leave no trace when an import is refused or breaks off', async () => {
    const broken = mkdtempSync(join(tmpdir(), 'doorplate-list-traces-'));
    try {
      const path = join(broken, 'in', 'faulty.csv');
      mkdirSync(join(broken, 'in'));
      const good = readFileSync(fixture('crm.csv'), 'utf8');
      writeFileSync(path, `${good}"Roderick Sampleton\nWilhelmine,Beispielfrau\n`);
      const outcome = await importCompanyList({
        path,
        format: 'csv',
        folder: broken,
        now: new Date('2026-11-20T00:00:00Z'),
        onProgress: () => {},
      });
      expect(outcome.ok ? null : outcome.fault.code).toBe('IMPORT_FAULTY');
      rmSync(join(broken, 'in'), { recursive: true });
      const found = [...filesBelow(broken)].flatMap(({ place, bytes }) => finder.inBytes(place, bytes));
      expect([...found, ...finder.inBytes('said', Buffer.from(JSON.stringify(outcome)))]).toEqual([]);
    } finally {
      rmSync(broken, { recursive: true, force: true });
    }
  });
});
