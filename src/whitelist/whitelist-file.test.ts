import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bitsOfCompanyId, companyId } from '../company/company-id.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import { wordsOfAddresses } from './address-words.ts';
import { flattenRanges4, flattenRanges6 } from './flatten-ranges.ts';
import { FORMAT, type Manifest } from './manifest.ts';
import { openWhitelist } from './open-whitelist.ts';
import { encodeRangeFile } from './range-file.ts';
import { indexSegments4 } from './range-index-4.ts';
import { indexSegments6 } from './range-index-6.ts';
import { decodeRecord, encodeRecord } from './record-codec.ts';
import { NOT_LISTED, SPECIAL } from './segments.ts';
import { currentVersion, whitelistFiles, whitelistVersions, writeVersion } from './whitelist-versions.ts';

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
    size: { class: null, employees: null, evidence: 'two-registers' },
    domain: null,
  },
  holder: 'MUSTERWERK GMBH',
  asn: 64496,
  confidence: 0.95,
  confidenceReasons: ['legal-form-agrees'],
  evidence: [{ source: SOURCE.title, object: 'AS64496', date: SOURCE.date, licence: SOURCE.licence }],
};

// 5.0.0.0/24 and 2a00:1::/32 stand for any public range.
const FIRST_4 = 5 * 2 ** 24;
const FIRST_6 = 0x2a000001n << 96n;

function write(folder: string, version: string, builtAt: string): void {
  const bits = bitsOfCompanyId(RECORD.company.id) ?? 0n;
  const line = Buffer.from(encodeRecord(RECORD, [SOURCE]));
  const ranges = encodeRangeFile({
    four: indexSegments4(
      flattenRanges4({
        firsts: Uint32Array.of(FIRST_4),
        lasts: Uint32Array.of(FIRST_4 + 255),
        values: Uint32Array.of(1),
      }),
    ),
    six: indexSegments6(
      flattenRanges6({
        firsts: wordsOfAddresses([FIRST_6]),
        lasts: wordsOfAddresses([FIRST_6 + (1n << 96n) - 1n]),
        values: Uint32Array.of(1),
      }),
    ),
    recordOffsets: Uint32Array.of(0, line.length),
    recordChecksums: Uint32Array.of(crc32(line)),
    companyIds: Uint32Array.of(Number(bits >> 32n), Number(bits & 0xffff_ffffn)),
    companyRecords: Uint32Array.of(0),
  });
  const manifest: Manifest = {
    format: FORMAT,
    version,
    builtAt,
    location: 'full',
    sources: [SOURCE],
    counts: {
      ranges4: 1,
      ranges6: 1,
      segments4: 3,
      segments6: 3,
      records: 1,
      recordsByKind: { company: 1 },
      shownOrganisations: 1,
      shownAddresses4: 256,
    },
    leftOut: { records: {}, rows: {} },
    files: {
      ranges: { bytes: ranges.length, sha256: '0'.repeat(64) },
      records: { bytes: line.length, sha256: '0'.repeat(64) },
    },
  };
  writeVersion(folder, manifest, ranges, line);
}

const OLD = '0000000000000001';
const NEW = '0000000000000002';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whitelist-'));
  write(folder, OLD, '2026-01-01T00:00:00.000Z');
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

describe('a damaged whitelist is refused by its code', () => {
  const damage: [string, string, (files: ReturnType<typeof whitelistFiles>) => void][] = [
    ['nothing built', 'WHITELIST_MISSING', () => rmSync(join(folder, 'whitelist'), { recursive: true })],
    ['ranges cut short', 'WHITELIST_CORRUPT', ({ ranges }) => truncateSync(ranges, 100)],
    ['ranges gone', 'WHITELIST_CORRUPT', ({ ranges }) => rmSync(ranges)],
    ['records cut short', 'WHITELIST_CORRUPT', ({ records }) => truncateSync(records, 10)],
    ['one bit turned in the ranges', 'WHITELIST_CORRUPT', ({ ranges }) => turnBit(ranges, 5000)],
    ['another magic', 'WHITELIST_CORRUPT', ({ ranges }) => turnBit(ranges, 0)],
    ['another format', 'WHITELIST_FORMAT', ({ ranges }) => turnBit(ranges, 9)],
    ['an unreadable manifest', 'WHITELIST_CORRUPT', ({ manifest }) => writeFileSync(manifest, '{"format":1')],
    [
      'a manifest of another version',
      'WHITELIST_CORRUPT',
      ({ manifest }) => writeFileSync(manifest, readFileSync(manifest, 'utf8').replace(OLD, NEW)),
    ],
  ];

  test.each(damage)('%s', (_what, code, harm) => {
    harm(whitelistFiles(folder, OLD));
    expect(() => openWhitelist(folder)).toThrow(expect.objectContaining({ code }));
  });

  test('a turned bit in a record, when that record is read', () => {
    turnBit(whitelistFiles(folder, OLD).records, 30);
    const whitelist = openWhitelist(folder);
    expect(whitelist.find4(FIRST_4)).toBe(0);
    expect(() => whitelist.record(0)).toThrow(expect.objectContaining({ code: 'WHITELIST_CORRUPT' }));
  });
});

describe('writing', () => {
  test('a new version comes into force whole, and the old one stays beside it', () => {
    write(folder, NEW, '2026-02-01T00:00:00.000Z');
    expect(currentVersion(folder)).toBe(NEW);
    expect(whitelistVersions(folder).map(({ version }) => version)).toEqual([OLD, NEW]);
    expect(readdirSync(join(folder, 'whitelist')).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('an interrupted write leaves the old version in force', () => {
    const files = whitelistFiles(folder, NEW);
    copyFileSync(whitelistFiles(folder, OLD).ranges, `${files.ranges}.1.unfinished`);
    copyFileSync(whitelistFiles(folder, OLD).ranges, files.ranges);
    expect(currentVersion(folder)).toBe(OLD);
    expect(whitelistVersions(folder).map(({ version }) => version)).toEqual([OLD]);
    expect(openWhitelist(folder).find4(FIRST_4)).toBe(0);
  });

  test('an open whitelist goes on while its version is replaced', () => {
    const whitelist = openWhitelist(folder);
    write(folder, OLD, '2026-03-01T00:00:00.000Z');
    expect(whitelist.record(whitelist.find4(FIRST_4))).toEqual(RECORD);
  });
});

test.each([
  ['no JSON', '['],
  ['another shape', '["company"]'],
  ['evidence from an unknown source', encodeRecord(RECORD, [SOURCE]).replace('[["invented"', '[["unheard-of"')],
])('a record that is %s is none', (_what, text) => {
  expect(decodeRecord(text, [SOURCE])).toBeNull();
});

function turnBit(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
