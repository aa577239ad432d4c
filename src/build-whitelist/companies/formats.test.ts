import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { ListedCompany } from '../../company/listed-company.ts';
import { shippedFile } from '../../settings/package-root.ts';
import type { TableFault } from '../../store/duckdb/company-list/read-table.ts';
import type { CompanyRow, RowField } from './company-row.ts';
import { type ListFile, openListFile, recogniseList } from './open-list-file.ts';
import { readCompanyRow } from './read-company-row.ts';

const folder = mkdtempSync(join(tmpdir(), 'doorplate-lists-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixture = (name: string): string => shippedFile('fixtures', 'companies', name);

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

type ReadList = {
  readonly fault: string | null;
  readonly fields: readonly RowField[];
  readonly companies: readonly ListedCompany[];
  readonly ignored: readonly string[];
  readonly wrong: number;
  readonly samples: readonly TableFault[];
};

async function readList(file: ListFile): Promise<ReadList> {
  const opened = await openListFile(file, () => {});
  if (!opened.ok) return { fault: opened.fault, fields: [], companies: [], ignored: [], wrong: 0, samples: [] };
  const { fields, grammar, read, close } = opened.value;
  for (;;) {
    const companies: ListedCompany[] = [];
    const ignored: string[] = [];
    const outcome = await read((rows) => {
      for (const values of rows) {
        const row: Partial<Record<RowField, string>> = {};
        fields.forEach((field, at) => {
          const value = values[at];
          if (value) row[field] = row[field] === undefined ? value : `${row[field]} ${value}`;
        });
        const company = readCompanyRow(row satisfies CompanyRow, grammar);
        if (company.ok) companies.push(company.value);
        else ignored.push(company.fault);
      }
    });
    if (!outcome.ok && outcome.fault === 'RESTART') continue;
    close();
    if (!outcome.ok) throw new Error(outcome.fault);
    return {
      fault: null,
      fields,
      companies,
      ignored,
      wrong: outcome.value.count,
      samples: outcome.value.samples,
    };
  }
}

describe('GLEIF', () => {
  test('headquarters in the same country, legal form by its code, register number and LEI; what is no company is ignored', async () => {
    const { companies, ignored, fields } = await readList({ path: fixture('gleif.csv'), format: 'gleif' });
    expect(companies).toMatchObject([
      {
        name: 'Musterwerk Maschinenbau',
        legalForm: 'GmbH',
        street: 'Werkstraße 12',
        postcode: '70435',
        city: 'Stuttgart',
        country: 'DE',
        register: { authority: null, number: 'HRB 12345' },
        lei: 'TEST00ABCDEFGHIJ0101',
        date: '2026-05-04',
      },
      // Headquarters abroad: the legal address stands, with its country.
      { name: 'Example Widgets Holdings Inc.', street: '1209 Sample Street', city: 'Wilmington', country: 'US' },
      // A street that leads to somebody is none.
      { name: "Société d'Exemple", legalForm: 'S.A.S.', street: null, postcode: '69001', city: 'Lyon' },
    ]);
    expect(ignored.toSorted()).toEqual(['annulled', 'branch', 'fund', 'inactive', 'person']);
    expect(fields).not.toContain('employees');
  });

  test('packed', async () => {
    const path = fileOf('gleif.csv.gz', gzipSync(readFileSync(fixture('gleif.csv'))));
    expect((await readList({ path, format: 'gleif' })).companies).toHaveLength(3);
  });
});

test('Companies House: number, SIC 2007 as NACE division, form by category; dormant and closing companies are ignored', async () => {
  const { companies, ignored } = await readList({ path: fixture('companieshouse.csv'), format: 'companieshouse' });
  expect(companies).toMatchObject([
    {
      name: 'Sample Gears Limited',
      legalForm: 'Ltd.',
      postcode: 'LS1 4AP',
      city: 'Leeds',
      country: 'GB',
      industry: { scheme: 'NACE2', code: '28' },
      size: { class: null, employees: null, evidence: null },
      register: { authority: 'Companies House', number: '01234567' },
    },
    { name: 'Example Data', legalForm: 'LLP', postcode: 'EH1 1YZ', industry: { code: '62' } },
  ]);
  expect(ignored.toSorted()).toEqual(['dormant', 'inactive', 'person']);
});

test('OffeneRegister: the address is taken apart, the court and number too; without an address the seat stands', async () => {
  const { companies, ignored, fields } = await readList({
    path: fixture('offeneregister.jsonl'),
    format: 'offeneregister',
  });
  expect(companies).toMatchObject([
    {
      name: 'Musterhafen Logistik UG',
      legalForm: 'UG',
      street: 'Werftstraße 1',
      postcode: '22769',
      city: 'Hamburg',
      country: 'DE',
      register: { authority: 'Amtsgericht Hamburg', number: 'HRB 150148' },
      date: '2018-11-09',
    },
    { name: 'Musterbräu GmbH & Co. KG', legalForm: 'GmbH & Co. KG', postcode: null, city: 'München' },
  ]);
  expect(ignored.toSorted()).toEqual(['inactive', 'no-name', 'person']);
  expect(fields).toHaveLength(6);
});

describe('People Data Labs', () => {
  test.each([
    ['pdl-2019.csv', 'Springfield'],
    ['pdl-2022.csv', 'Wien'],
  ])('%s', async (name, secondCity) => {
    const { companies } = await readList({ path: fixture(name), format: 'pdl' });
    expect(companies).toHaveLength(2);
    expect(companies[0]).toMatchObject({
      name: 'Musterwerk Software GmbH',
      legalForm: 'GmbH',
      city: 'Stuttgart',
      postcode: null,
      country: 'DE',
      domain: 'musterwerk.example',
      industry: { scheme: 'NACE2', code: '62' },
      size: { class: null, range: { from: 51, to: 200 }, employees: null, evidence: 'stated' },
    });
    expect(companies[1]?.city).toBe(secondCity);
  });
});

describe('lists of operators', () => {
  test('in Windows-1252, under a title, with breaks in quotes; a GmbH & Co. KG by its column', async () => {
    const { companies, ignored, fields } = await readList({
      path: fixture('commercial-windows-1252.csv'),
      format: 'csv',
    });
    expect(fields).toEqual([
      'name',
      'legal_form',
      'street',
      'house_number',
      'postcode',
      'city',
      'country',
      'employees',
      'industry_code',
      'revenue',
      'domain',
    ]);
    expect(companies).toMatchObject([
      {
        name: 'Müller & Söhne "Präzision" Werkzeuge',
        legalForm: 'GmbH & Co. KG',
        street: 'Königstraße 12a',
        postcode: '01067',
        city: 'Dresden',
        country: 'DE',
        size: { class: '1000+', employees: 1234 },
        industry: { scheme: 'WZ2008', code: '25.73.0' },
        revenue: '10m-50m',
        domain: 'mueller-werkzeuge.example',
      },
      { name: 'Straßenbau „Adler“ AG', size: { class: '50-99', employees: null }, revenue: 'under-1m' },
      { name: 'Österreichische Prüfgesellschaft', legalForm: 'GmbH', country: 'AT', size: { evidence: null } },
    ]);
    expect(ignored).toEqual(['person']);
  });

  test('a CRM export: persons are known by heads and by what stands in a column', async () => {
    const { companies, fields } = await readList({ path: fixture('crm.csv'), format: 'csv' });
    expect(fields).toEqual([
      'name',
      'street',
      'city',
      'postcode',
      'country',
      'employees',
      'industry',
      'domain',
      'date',
    ]);
    expect(companies).toMatchObject([
      {
        name: 'Sample Gears Ltd',
        country: 'GB',
        size: { employees: 120 },
        industry: { code: '28' },
        date: '2026-03-04',
      },
      { name: 'Exemple SARL', country: 'FR', size: { evidence: null }, industry: { code: '52' } },
      { name: 'Musterwerk AG', country: 'CH', postcode: '8001', city: 'Zürich' },
    ]);
  });

  test('a workbook: the first visible sheet, under a title; formulas by their value, dates by their day', async () => {
    const { companies } = await readList({ path: fixture('list.xlsx'), format: 'xlsx' });
    expect(companies).toMatchObject([
      {
        name: 'Musterwerk GmbH',
        street: 'Werkweg 5',
        postcode: '01067',
        city: 'Dresden',
        size: { employees: 60 },
        date: '2025-12-31',
      },
      { name: 'Beispielbau AG', street: 'Baugasse 7', postcode: '70435', city: 'Stuttgart', date: null },
    ]);
  });

  test('mapped by hand, with a country of its own and the postcode in the column of cities', async () => {
    const path = fileOf('own.csv', 'Bezeichnung,Wo\nMusterwerk GmbH,70435 Stuttgart\nBeispielbau AG,89073 Ulm\n');
    expect((await readList({ path, format: 'csv' })).fault).toBe('NAME_NOT_MAPPED');
    const { companies } = await readList({
      path,
      format: 'csv',
      country: 'DE',
      mapping: { Bezeichnung: 'name', Wo: 'city' },
    });
    expect(companies).toMatchObject([
      { name: 'Musterwerk GmbH', postcode: '70435', city: 'Stuttgart', country: 'DE' },
      { name: 'Beispielbau AG', postcode: '89073', city: 'Ulm' },
    ]);
  });

  test.each([
    [{ Firma: 'name', Chef: 'city' }, 'COLUMN_PERSONAL'],
    [{ Firma: 'name', Fehlt: 'city' }, 'COLUMN_UNKNOWN'],
    [{ Firma: 'name', Ort: 'name' }, 'FIELD_TWICE'],
    [{ Ort: 'city' }, null],
  ] as const)('the mapping %o is answered with %s', async (mapping, expected) => {
    const path = fileOf(
      'mapped.csv',
      'Firma,Chef,Ort\nMusterwerk GmbH,Wilhelmine Huber,Ulm\nBeispiel AG,Hans Meier,Ulm\n',
    );
    expect((await readList({ path, format: 'csv', mapping })).fault).toBe(expected);
  });

  test('a quote that does not end costs its line; mixed ends of lines and cells that are left out do not', async () => {
    const rows = Array.from({ length: 60 }, (_row, at) => `Musterwerk ${at} GmbH;Ulm;x\r\n`).join('');
    const path = fileOf('odd.csv', `Firma;Ort;Etwas\r\n"offen;Ulm;x\r\n${rows}Beispiel AG;Ulm\nnoch eine AG;;\n`);
    const { companies, wrong, samples } = await readList({ path, format: 'csv' });
    expect(companies).toHaveLength(62);
    expect([wrong, samples]).toEqual([1, [{ line: 2, code: 'QUOTE_OPEN' }]]);
  });
});

test.each([
  ['gleif.csv', 'gleif'],
  ['companieshouse.csv', 'companieshouse'],
  ['offeneregister.jsonl', 'offeneregister'],
  ['pdl-2019.csv', 'pdl'],
  ['pdl-2022.csv', 'pdl'],
  ['crm.csv', 'csv'],
  ['list.xlsx', 'xlsx'],
])('%s is recognised as %s', async (name, format) => {
  expect(await recogniseList(fixture(name), name)).toBe(format);
});

test.each(['gleif', 'companieshouse', 'pdl'] as const)('a file of another format is none of %s', async (format) => {
  expect((await readList({ path: fixture('crm.csv'), format })).fault).toBe('COLUMNS_UNKNOWN');
});

test('a packed file that is cut short is refused before anything is read', async () => {
  const packed = gzipSync(readFileSync(fixture('gleif.csv')));
  const path = fileOf('short.csv.gz', packed.subarray(0, packed.length - 20));
  expect((await readList({ path, format: 'gleif' })).fault).toBe('GZIP_TRUNCATED');
});

test.each([
  ['no zip', Buffer.from('PK\u0003\u0004 nothing')],
  ['nothing', Buffer.alloc(0)],
  ['half of a workbook', readFileSync(fixture('list.xlsx')).subarray(0, 900)],
])('%s is no workbook', async (_what, bytes) => {
  const path = fileOf('broken.xlsx', bytes);
  expect((await readList({ path, format: 'xlsx' })).fault).toBe('XLSX_UNREADABLE');
});
