import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'maxmind';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_RELEASE_RULES } from '../company/release-rules.ts';
import type { CompanyRecord, Kind } from '../contracts/company.ts';
import { type ExportFormat, exportWhitelist } from './export-whitelist.ts';
import type { ListedRanges } from './listed-ranges.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'export-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function record(kind: Kind, name: string, company: Partial<CompanyRecord['company']> = {}): CompanyRecord {
  return {
    kind,
    providerType: null,
    company: {
      id: 'aaaaaaaaaaaaa',
      name,
      legalForm: 'GmbH',
      street: 'Am Beispiel 1',
      postcode: '70999',
      city: 'Musterstadt',
      country: 'DE',
      locationEvidence: 'organisation',
      industry: null,
      size: { class: null, range: null, employees: 30, evidence: 'stated' },
      revenue: null,
      domain: null,
      register: null,
      lei: null,
      ...company,
    },
    holder: name,
    asn: null,
    confidence: 0.93,
    confidenceReasons: [],
    evidence: [
      { source: 'Invented register', object: 'A', date: '2026-01-02', licence: 'CC0' },
      { source: 'Invented register', object: 'B', date: '2026-01-02', licence: 'CC0' },
    ],
    fieldEvidence: {},
    match: null,
  };
}

const RECORDS = [
  record('company', 'Musterwerk GmbH'),
  record('company', '=Formel(1) "Eins", GmbH', { street: null }),
  record('person', ''),
  record('company', 'Karla Klein e.K.', {
    legalForm: 'e.K.',
    postcode: null,
    size: { class: null, range: null, employees: null, evidence: null },
  }),
  record('provider', 'Beispielnetz GmbH'),
];

const BASE_4 = 5 * 2 ** 24;
const BASE_6 = 0x2a00_0001n << 96n;

const RANGES: ListedRanges = {
  *four() {
    for (const record of RECORDS.keys()) {
      yield { first: BASE_4 + record * 16, last: BASE_4 + record * 16 + 15, record };
    }
    yield { first: BASE_4 + 161, last: BASE_4 + 166, record: 0 };
  },
  *six() {
    yield { first: BASE_6, last: BASE_6 + 0xffffn, record: 0 };
  },
};

function exported(format: ExportFormat, extent: 'shown' | 'all'): { path: string; text: string } {
  const path = join(folder, `export.${format}`);
  const count = exportWhitelist({
    whitelist: {
      recordCount: RECORDS.length,
      record(index) {
        const found = RECORDS[index];
        if (!found) throw new RangeError('no such record');
        return found;
      },
    },
    ranges: RANGES,
    rules: DEFAULT_RELEASE_RULES,
    extent,
    format,
    file: path,
    builtAt: new Date('2026-03-01T00:00:00Z'),
  });
  expect(count).toEqual(extent === 'shown' ? { ranges: 4, records: 2 } : { ranges: 5, records: 3 });
  return { path, text: readFileSync(path, 'latin1') };
}

describe('CSV', () => {
  test('holds what is shown, a range a line, formulas as text', () => {
    expect(exported('csv', 'shown').text.split('\r\n')).toEqual([
      'range,kind,name,legal_form,street,postcode,city,country,confidence,source,reason',
      '5.0.0.0/28,company,Musterwerk GmbH,GmbH,Am Beispiel 1,70999,Musterstadt,DE,0.93,Invented register,',
      '5.0.0.16/28,company,"\'=Formel(1) ""Eins"", GmbH",GmbH,,70999,Musterstadt,DE,0.93,Invented register,',
      '5.0.0.161-5.0.0.166,company,Musterwerk GmbH,GmbH,Am Beispiel 1,70999,Musterstadt,DE,0.93,Invented register,',
      '2a00:1::/112,company,Musterwerk GmbH,GmbH,Am Beispiel 1,70999,Musterstadt,DE,0.93,Invented register,',
      '',
    ]);
  });

  test('holds with the reason what is withheld, if it is asked for', () => {
    expect(exported('csv', 'all').text).toContain('5.0.0.64/28,provider,Beispielnetz GmbH,');
    expect(exported('csv', 'all').text).toContain(',provider\r\n');
  });
});

test('JSON is one array of objects', () => {
  const rows = JSON.parse(exported('json', 'all').text) as Record<string, unknown>[];
  expect(rows).toHaveLength(5);
  expect(rows[0]).toEqual({
    range: '5.0.0.0/28',
    kind: 'company',
    name: 'Musterwerk GmbH',
    legal_form: 'GmbH',
    street: 'Am Beispiel 1',
    postcode: '70999',
    city: 'Musterstadt',
    country: 'DE',
    confidence: 0.93,
    source: 'Invented register',
    reason: null,
  });
});

test('a MaxMind DB answers an independent reader', async () => {
  const reader = await open<never>(exported('mmdb', 'shown').path);
  const at = (address: string): unknown => reader.get(address);
  const musterwerk = {
    kind: 'company',
    name: 'Musterwerk GmbH',
    legal_form: 'GmbH',
    street: 'Am Beispiel 1',
    postcode: '70999',
    city: 'Musterstadt',
    country: 'DE',
    confidence: 0.93,
    source: 'Invented register',
  };
  expect(at('5.0.0.15')).toEqual(musterwerk);
  expect(at('5.0.0.166')).toEqual(musterwerk);
  expect(at('2a00:1::ffff')).toEqual(musterwerk);
  expect(at('5.0.0.20')).toMatchObject({ name: '=Formel(1) "Eins", GmbH' });
  for (const address of ['5.0.0.40', '5.0.0.50', '5.0.0.70', '5.0.0.167', '2a00:1::1:0']) {
    expect([address, at(address)]).toEqual([address, null]);
  }
});

test.each(['csv', 'json', 'mmdb'] as const)('no %s holds a sole trader, in no extent', (format) => {
  for (const extent of ['shown', 'all'] as const) expect(exported(format, extent).text).not.toContain('Karla');
});

test('what fails on the way leaves the earlier file and no other', () => {
  const file = join(folder, 'export.csv');
  writeFileSync(file, 'earlier');
  const broken: ListedRanges = {
    *four() {
      yield { first: BASE_4, last: BASE_4 + 15, record: 0 };
      throw new Error('broken');
    },
    six: RANGES.six,
  };
  expect(() =>
    exportWhitelist({
      whitelist: { recordCount: 1, record: () => RECORDS[0] as CompanyRecord },
      ranges: broken,
      rules: DEFAULT_RELEASE_RULES,
      extent: 'all',
      format: 'mmdb',
      file,
      builtAt: new Date(0),
    }),
  ).toThrow('broken');
  expect(readFileSync(file, 'utf8')).toBe('earlier');
  expect(readdirSync(folder)).toEqual(['export.csv']);
});
