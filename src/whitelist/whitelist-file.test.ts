import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { companyId } from '../company/company-id.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import { loadWhitelist, openWhitelist } from './open-whitelist.ts';
import { putInForce, versionBefore } from './put-in-force.ts';
import { decodeRecord, encodeRecord } from './record-codec.ts';
import { NOT_LISTED, SPECIAL } from './segments.ts';
import { writeSmallWhitelist } from './small-whitelist.ts';
import {
  currentVersion,
  KEPT_VERSIONS,
  readManifest,
  type WhitelistFiles,
  whitelistFiles,
  whitelistVersions,
} from './whitelist-versions.ts';

const SOURCE = {
  id: 'invented',
  title: 'Invented register',
  version: '1',
  date: '2026-01-02',
  licence: 'CC0',
  attribution: 'nobody',
  url: 'https://example.org',
  rows: 1,
};

const RECORD: CompanyRecord = {
  kind: 'company',
  providerType: null,
  company: {
    id: companyId({ name: 'musterwerk', legalForm: 'gmbh', country: 'DE', place: '70999' }),
    name: 'Musterwerk GmbH',
    legalForm: 'GmbH',
    street: 'Am Beispiel 1',
    postcode: '70999',
    city: 'Musterstadt',
    country: 'DE',
    locationEvidence: 'organisation',
    industry: null,
    size: { class: null, range: null, employees: null, evidence: 'two-registers' },
    revenue: null,
    domain: null,
    register: null,
    lei: null,
  },
  holder: 'MUSTERWERK GMBH',
  asn: 64496,
  confidence: 0.95,
  confidenceReasons: ['legal-form-agrees'],
  evidence: [{ source: SOURCE.title, object: 'AS64496', date: SOURCE.date, licence: SOURCE.licence }],
  fieldEvidence: {},
  match: null,
};

// 5.0.0.0/24 and 2a00:1::/32 stand for any public range.
const FIRST_4 = 5 * 2 ** 24;
const FIRST_6 = 0x2a000001n << 96n;

const SMALL = {
  source: SOURCE,
  format: 'ripe',
  records: [RECORD],
  ranges4: [{ first: FIRST_4, last: FIRST_4 + 255, record: 0 }],
  ranges6: [{ first: FIRST_6, last: FIRST_6 + (1n << 96n) - 1n, record: 0 }],
};

/** Another day's data is another version. */
function write(date: string): string {
  return writeSmallWhitelist(folder, { ...SMALL, source: { ...SOURCE, date }, builtAt: new Date(date) }).version;
}

let folder = '';
let old = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whitelist-'));
  old = write(SOURCE.date);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a whitelist answers for addresses, records and companies', () => {
  const whitelist = openWhitelist(folder);
  const inside6 = Uint8Array.of(0x2a, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9);
  expect(whitelist.find4(FIRST_4 + 255)).toBe(0);
  expect(whitelist.find4(FIRST_4 + 256)).toBe(NOT_LISTED);
  expect(whitelist.find4(10 * 2 ** 24)).toBe(SPECIAL);
  expect(whitelist.find6(inside6)).toBe(0);
  expect(whitelist.find6(Uint8Array.of(0xfe, 0x80, ...Array<number>(14).fill(0)))).toBe(SPECIAL);
  expect(whitelist.prefixAt4(FIRST_4 + 7)).toBe('5.0.0.0/24');
  expect(whitelist.prefixAt4(10 * 2 ** 24)).toBe('10.0.0.0/8');
  expect(whitelist.prefixAt6(inside6)).toBe('2a00:1::/32');
  expect(whitelist.record(0)).toEqual(RECORD);
  expect(whitelist.indexOfCompany(RECORD.company.id)).toBe(0);
  expect(whitelist.indexOfCompany('aaaaaaaaaaaaa')).toBeNull();
  expect(whitelist.indexOfCompany('no id')).toBeNull();
  expect(() => whitelist.record(1)).toThrow(RangeError);
  whitelist.close();
});

test('an address is explained by the objects that hold it, the one that decided first', () => {
  const records: CompanyRecord[] = [
    RECORD,
    { ...RECORD, holder: 'CARRIER', kind: 'provider' },
    { ...RECORD, holder: '?', kind: 'opaque' },
  ];
  writeSmallWhitelist(folder, {
    ...SMALL,
    records,
    ranges4: [
      { first: FIRST_4 + 8, last: FIRST_4 + 15, record: 2 },
      { first: FIRST_4 - 65_536, last: FIRST_4 + 65_535, record: 1 },
      { first: FIRST_4, last: FIRST_4 + 255, record: 0 },
      // So many that they fill several blocks.
      ...Array.from({ length: 2000 }, (_, at) => ({
        first: FIRST_4 + 1000 + at,
        last: FIRST_4 + 1000 + at,
        record: 0,
      })),
    ],
    builtAt: new Date('2026-05-01'),
  });
  const whitelist = openWhitelist(folder);
  const key = ({ key: name }: { key: string }): string => name;
  const found = whitelist.objectsAt4(FIRST_4 + 9);
  expect(found.map(({ record }) => record)).toEqual([0, 1, 2]);
  expect(found[0]?.record).toBe(whitelist.find4(FIRST_4 + 9));
  expect(found[0]).toEqual({
    first: BigInt(FIRST_4),
    last: BigInt(FIRST_4 + 255),
    prefix: '5.0.0.0/24',
    key: 'inetnum 5.0.0.0 - 5.0.0.255',
    sourceId: 'invented',
    date: null,
    record: 0,
  });
  expect(whitelist.objectsAt4(FIRST_4 + 2999).map(key)).toEqual([
    'inetnum 5.0.11.183 - 5.0.11.183',
    'inetnum 4.255.0.0 - 5.0.255.255',
  ]);
  expect(whitelist.objectsAt4(FIRST_4 + 70_000)).toEqual([]);
  expect(whitelist.objectsAt4(0)).toEqual([]);
  const inside6 = Uint8Array.of(0x2a, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9);
  expect(whitelist.objectsAt6(inside6).map(key)).toEqual(['inet6num 2a00:1::/32']);
  whitelist.close();
});

test('a whitelist that was closed still answers: whoever holds it reads on', () => {
  const whitelist = openWhitelist(folder);
  whitelist.close();
  whitelist.close();
  expect(whitelist.find4(FIRST_4)).toBe(0);
  expect(whitelist.record(0)).toEqual(RECORD);
  expect(whitelist.indexOfCompany(RECORD.company.id)).toBe(0);
});

test('a server that loads beside its work gets the same', async () => {
  const loaded = await loadWhitelist(folder);
  expect(loaded.manifest).toEqual(readManifest(folder, old));
  expect(loaded.record(loaded.find4(FIRST_4))).toEqual(RECORD);
  loaded.close();
});

describe('a damaged whitelist is refused by its code', () => {
  const damage: [string, string, (files: WhitelistFiles) => void][] = [
    ['nothing built', 'WHITELIST_MISSING', () => rmSync(join(folder, 'whitelist'), { recursive: true })],
    ['ranges cut short', 'WHITELIST_CORRUPT', ({ ranges }) => truncateSync(ranges, 100)],
    ['ranges gone', 'WHITELIST_CORRUPT', ({ ranges }) => rmSync(ranges)],
    ['records cut short', 'WHITELIST_CORRUPT', ({ records }) => truncateSync(records, 10)],
    ['tables gone', 'WHITELIST_CORRUPT', ({ tables }) => rmSync(tables)],
    ['objects cut short', 'WHITELIST_CORRUPT', ({ objects }) => truncateSync(objects, 10)],
    ['one bit turned in the ranges', 'WHITELIST_CORRUPT', ({ ranges }) => turnBit(ranges, 5000)],
    ['one bit turned in the table of the ranges', 'WHITELIST_CORRUPT', ({ ranges }) => turnBit(ranges, -20)],
    ['another magic', 'WHITELIST_CORRUPT', ({ ranges }) => turnBit(ranges, 0)],
    ['another format', 'WHITELIST_FORMAT', ({ ranges }) => turnBit(ranges, -8)],
    ['a table of another format', 'WHITELIST_FORMAT', ({ tables }) => turnBit(tables, -8)],
    ['an unreadable manifest', 'WHITELIST_CORRUPT', ({ manifest }) => writeFileSync(manifest, '{"format":2')],
    ['a manifest of an earlier format', 'WHITELIST_FORMAT', ({ manifest }) => writeFileSync(manifest, '{"format":1}')],
    [
      'a manifest of another version',
      'WHITELIST_CORRUPT',
      ({ manifest }) => writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(old, '0'.repeat(16))),
    ],
  ];

  test.each(damage)('%s', async (_what, code, harm) => {
    harm(whitelistFiles(folder, old));
    expect(() => openWhitelist(folder)).toThrow(expect.objectContaining({ code }));
    await expect(loadWhitelist(folder)).rejects.toMatchObject({ code });
  });

  test('a turned bit in a record, when that record is read', () => {
    turnBit(whitelistFiles(folder, old).records, 30);
    const whitelist = openWhitelist(folder);
    expect(whitelist.find4(FIRST_4)).toBe(0);
    expect(() => whitelist.record(0)).toThrow(expect.objectContaining({ code: 'WHITELIST_CORRUPT' }));
  });

  test('a turned bit in the objects, when an address is explained', () => {
    turnBit(whitelistFiles(folder, old).objects, 9);
    const whitelist = openWhitelist(folder);
    expect(() => whitelist.objectsAt4(FIRST_4)).toThrow(expect.objectContaining({ code: 'WHITELIST_CORRUPT' }));
  });
});

describe('writing', () => {
  test('a new version comes into force whole, and the old one stays beside it', () => {
    const next = write('2026-02-01');
    expect(currentVersion(folder)).toBe(next);
    expect(whitelistVersions(folder).map(({ version }) => version)).toEqual([old, next]);
    expect(readdirSync(join(folder, 'whitelist')).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  /** The steps in their order: at each of them a directory in the way stops the write. */
  test.each(['ranges', 'records', 'tables', 'objects', 'manifest', 'current'] as const)(
    'a write that fails at its file %s leaves the old version in force',
    (step) => {
      // The same contents in another folder tell what the files will be called.
      const elsewhere = mkdtempSync(join(tmpdir(), 'whitelist-'));
      const builtAt = new Date('2026-02-01');
      const { version } = writeSmallWhitelist(elsewhere, { ...SMALL, source: { ...SOURCE, date: 'x' }, builtAt });
      rmSync(elsewhere, { recursive: true });
      const current = join(folder, 'whitelist', 'current');
      const inTheWay = step === 'current' ? current : whitelistFiles(folder, version)[step];
      rmSync(inTheWay, { force: true });
      mkdirSync(join(inTheWay, 'x'), { recursive: true });

      const next = { ...SMALL, source: { ...SOURCE, date: 'x' }, builtAt };
      expect(() => writeSmallWhitelist(folder, next)).toThrow(expect.objectContaining({ syscall: 'rename' }));
      rmSync(inTheWay, { recursive: true });
      if (step === 'current') writeFileSync(current, `${old}\n`);
      expect(readdirSync(join(folder, 'whitelist')).filter((name) => name.includes('unfinished'))).toEqual([]);
      expect(currentVersion(folder)).toBe(old);
      expect(openWhitelist(folder).find4(FIRST_4)).toBe(0);
      expect(write('2026-03-01')).toBe(currentVersion(folder));
    },
  );

  test('an open whitelist goes on while its version is replaced', () => {
    const whitelist = openWhitelist(folder);
    expect(write(SOURCE.date)).toBe(old);
    expect(whitelist.record(whitelist.find4(FIRST_4))).toEqual(RECORD);
  });

  test('the youngest versions are kept, and the one in force', () => {
    const dates = Array.from({ length: KEPT_VERSIONS + 2 }, (_, day) => `2026-03-0${day + 1}`);
    const written = dates.map((date) => write(date));
    expect(whitelistVersions(folder).map(({ version }) => version)).toEqual(written.slice(-KEPT_VERSIONS));
    expect(readdirSync(join(folder, 'whitelist'))).toHaveLength(KEPT_VERSIONS * 5 + 1);
    const oldest = written.at(-KEPT_VERSIONS) ?? '';
    putInForce(folder, oldest);
    expect(currentVersion(folder)).toBe(oldest);
  });
});

describe('the way back', () => {
  test('puts the version before in force', () => {
    write('2026-02-01');
    expect(versionBefore(folder)).toBe(old);
    putInForce(folder, old);
    expect(openWhitelist(folder).manifest.version).toBe(old);
    expect(() => versionBefore(folder)).toThrow(expect.objectContaining({ code: 'WHITELIST_MISSING' }));
  });

  test.each<[string, string, (version: string) => void]>([
    ['is damaged', 'WHITELIST_CORRUPT', (version) => turnBit(whitelistFiles(folder, version).ranges, 5000)],
    ['is not there', 'WHITELIST_MISSING', (version) => rmSync(whitelistFiles(folder, version).manifest)],
  ])('is refused where that version %s', (_what, code, harm) => {
    const next = write('2026-02-01');
    harm(old);
    expect(() => putInForce(folder, old)).toThrow(expect.objectContaining({ code }));
    expect(currentVersion(folder)).toBe(next);
  });
});

test.each([
  ['no JSON', '['],
  ['another shape', '["company"]'],
  ['evidence from an unknown source', encodeRecord(RECORD, [SOURCE]).replace('[["invented"', '[["unheard-of"')],
])('a record that is %s is none', (_what, text) => {
  expect(decodeRecord(text, [SOURCE])).toBeNull();
});

/** `at` counts from the end where it is negative. */
function turnBit(path: string, at: number): void {
  const bytes = readFileSync(path);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
