import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type LogRecord,
  countRecordIn,
  longestBytes,
  readRecords,
  readRecordsByBytes,
  writeRecord,
} from './log-record.ts';

const text = fc.string({ unit: 'binary', maxLength: 200 });
const maybeText = fc.option(text);
const uint32 = fc.nat({ max: 0xffff_ffff });

const visit: fc.Arbitrary<LogRecord> = fc.record({
  kind: fc.constant('visit' as const),
  customerId: uint32,
  siteId: uint32,
  visitId: fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn }),
  at: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  firstOfVisit: fc.boolean(),
  companyId: text,
  name: text,
  host: text,
  path: text,
  referrerHost: maybeText,
  campaignSource: maybeText,
  campaignMedium: maybeText,
  campaignName: maybeText,
  target: maybeText,
  seconds: fc.option(fc.integer({ min: 0, max: 0xffff_fffe }), { nil: null }),
  pageName: maybeText,
  pageGroup: maybeText,
  props: maybeText,
  whitelistVersion: text,
});
const count: fc.Arbitrary<LogRecord> = fc.record({
  kind: fc.constant('count' as const),
  customerId: uint32,
  siteId: uint32,
  hour: uint32,
  outcome: text,
  path: maybeText,
  referrerHost: maybeText,
  campaign: maybeText,
});
const installation: fc.Arbitrary<LogRecord> = fc.record({
  kind: fc.constant('installation' as const),
  day: uint32,
  outcome: text,
});
const seen: fc.Arbitrary<LogRecord> = fc.record({
  kind: fc.constant('seen' as const),
  customerId: uint32,
  siteId: uint32,
  companyId: text,
  shownAs: text,
  name: text,
  legalForm: maybeText,
  postcode: maybeText,
  city: maybeText,
  country: maybeText,
});
const records = fc.array(fc.oneof(visit, count, installation, seen), { maxLength: 20 });

function encode(list: readonly LogRecord[]): Buffer {
  const buffer = Buffer.alloc(list.reduce((sum, record) => sum + longestBytes(record), 0));
  let end = 0;
  for (const record of list) {
    const next = writeRecord(buffer, end, record);
    expect(next - end).toBeLessThanOrEqual(longestBytes(record));
    end = next;
  }
  return buffer.subarray(0, end);
}

function decode(payload: Buffer): LogRecord[] {
  const list: LogRecord[] = [];
  readRecords(payload, (record) => list.push(record));
  return list;
}

test('what is written is read back, in order', () => {
  fc.assert(
    fc.property(records, (list) => {
      expect(decode(encode(list))).toEqual(list);
    }),
  );
});

test('counts read by their bytes are the counts that were written', () => {
  fc.assert(
    fc.property(records, (list) => {
      const read: LogRecord[] = [];
      readRecordsByBytes(
        encode(list),
        (record) => read.push(record),
        (bytes) => read.push(countRecordIn(bytes)),
      );
      expect(read).toEqual(list);
    }),
  );
});

test('a payload that ends too early throws, and never yields a record that was not written', () => {
  fc.assert(
    fc.property(records, fc.nat(), (list, random) => {
      const bytes = encode(list);
      const length = bytes.length === 0 ? 0 : random % bytes.length;
      const read: LogRecord[] = [];
      try {
        readRecords(bytes.subarray(0, length), (record) => read.push(record));
      } catch {
        // As it must be, unless the cut fell between two records.
      }
      expect(read).toEqual(list.slice(0, read.length));
    }),
  );
});

test('a text that the format cannot hold throws', () => {
  const record: LogRecord = { kind: 'installation', day: 1, outcome: 'x'.repeat(0xffff) };
  expect(() => writeRecord(Buffer.alloc(longestBytes(record)), 0, record)).toThrow(RangeError);
});

test('an anonymous hit has no field for a time finer than the hour, a visit, a company or an address', () => {
  fc.assert(
    fc.property(count, (record) => {
      expect(Object.keys(decode(encode([record]))[0] ?? {}).sort()).toEqual([
        'campaign',
        'customerId',
        'hour',
        'kind',
        'outcome',
        'path',
        'referrerHost',
        'siteId',
      ]);
    }),
  );
});
