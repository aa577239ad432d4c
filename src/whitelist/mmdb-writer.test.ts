import fc from 'fast-check';
import { Reader, type Response } from 'maxmind';
import { describe, expect, test } from 'vitest';
import { createMmdbWriter, type MmdbValue, type MmdbWriter } from './mmdb-writer.ts';

const BUILT_AT = new Date('2026-03-01T00:00:00.000Z');

/** Writes a file in memory and opens it with a reader that is not ours. */
function written(ipVersion: 4 | 6, fill: (writer: MmdbWriter) => void): Reader<Response> {
  const values: Uint8Array[] = [];
  const writer = createMmdbWriter({
    ipVersion,
    databaseType: 'Invented-Companies',
    description: 'Ranges of invented companies, for a test of the writer',
    builtAt: BUILT_AT,
    keepValues: (bytes) => values.push(bytes),
  });
  fill(writer);
  const { head, tail } = writer.finish();
  return new Reader<Response>(Buffer.concat([...head, ...values, tail]));
}

function at(reader: Reader<Response>, address: string): unknown {
  return reader.get(address);
}

describe('an independent reader', () => {
  test('reads metadata and finds what was written, IPv4 under all its IPv6 names', () => {
    const reader = written(6, (writer) => {
      const one = writer.addValue({ name: 'Musterwerk GmbH', city: 'Musterstadt' });
      const other = writer.addValue({ name: 'Beispiel AG', city: 'Musterstadt' });
      writer.addRange4(0x0500_0001, 0x0500_0006, one);
      writer.addRange4(0x0500_0007, 0x0500_0007, other);
      writer.addRange6(0x2a00_0001n << 96n, (0x2a00_0001n << 96n) + 5n, other);
    });
    expect(reader.metadata).toMatchObject({
      databaseType: 'Invented-Companies',
      ipVersion: 6,
      recordSize: 24,
      buildEpoch: BUILT_AT,
      languages: ['en'],
    });
    const one = { name: 'Musterwerk GmbH', city: 'Musterstadt' };
    const other = { name: 'Beispiel AG', city: 'Musterstadt' };
    expect(at(reader, '5.0.0.0')).toBeNull();
    for (const address of ['5.0.0.1', '5.0.0.6', '::ffff:5.0.0.1', '2002:500:1::9', '2001:0:500:1::']) {
      expect([address, at(reader, address)]).toEqual([address, one]);
    }
    expect(at(reader, '5.0.0.7')).toEqual(other);
    expect(at(reader, '5.0.0.8')).toBeNull();
    expect(at(reader, '2a00:1::5')).toEqual(other);
    expect(at(reader, '2a00:1::6')).toBeNull();
  });

  test('reads every shape of value', () => {
    const value = {
      text: 'Ünïcödé ’ 社',
      empty: '',
      long: 'x'.repeat(300),
      longer: 'y'.repeat(70_000),
      whole: 4_000_000_000,
      zero: 0,
      negative: -5,
      fraction: 0.93,
      yes: true,
      no: false,
      list: ['a', 'text that is pointed at', 'text that is pointed at', []],
      map: { inner: { deepest: 1 } },
    } satisfies MmdbValue;
    const reader = written(4, (writer) => writer.addRange4(0, 2 ** 32 - 1, writer.addValue(value)));
    expect(at(reader, '5.0.0.1')).toEqual(value);
    expect(at(reader, '255.0.0.1')).toEqual(value);
  });

  test.each([
    ['24 bits', 1_000, 24],
    ['28 bits, and pointers of three lengths', 300_000, 28],
  ])('reads records of %s', (_what, count, recordSize) => {
    const filler = 'z'.repeat(60);
    const reader = written(4, (writer) => {
      for (let number = 0; number < count; number += 1) {
        const value = writer.addValue({ number, filler: `${filler}${number}`, shared: `shared ${number % 1000}` });
        writer.addRange4(number * 8, number * 8 + 4, value);
      }
    });
    expect(reader.metadata.recordSize).toBe(recordSize);
    for (const number of [0, 1, count >> 1, count - 1]) {
      const address = number * 8 + 4;
      const text = [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
      expect(at(reader, text)).toEqual({ number, filler: `${filler}${number}`, shared: `shared ${number % 1000}` });
    }
  });

  test('agrees for any ranges with a list that is searched from end to end', () => {
    const cut = fc.bigInt({ min: 0x2a00n << 112n, max: (0x2a00n << 112n) + 4000n });
    const far = fc.bigInt({ min: 0x2400n << 112n, max: 0x2fffn << 112n });
    fc.assert(
      fc.property(fc.uniqueArray(fc.oneof(cut, far), { minLength: 2, maxLength: 20 }), (cuts) => {
        const sorted = cuts.sort((one, other) => (one < other ? -1 : 1));
        const ranges = sorted.slice(1).flatMap((next, position) => {
          const first = sorted[position] ?? 0n;
          // Every third one stays empty.
          return position % 3 === 2 ? [] : [{ first, last: next - 1n, name: `range ${position % 4}` }];
        });
        const reader = written(6, (writer) => {
          for (const { first, last, name } of ranges) writer.addRange6(first, last, writer.addValue({ name }));
        });
        for (const cut of sorted) {
          for (const probe of [cut - 1n, cut, cut + 1n]) {
            const expected = ranges.find(({ first, last }) => first <= probe && probe <= last);
            expect(at(reader, colons(probe))).toEqual(expected === undefined ? null : { name: expected.name });
          }
        }
      }),
    );
  });
});

test('ranges that overlap are refused', () => {
  expect(() =>
    written(6, (writer) => {
      const value = writer.addValue('a');
      writer.addRange4(0x0500_0000, 0x0500_00ff, value);
      writer.addRange4(0x0500_0010, 0x0500_0010, value);
    }),
  ).toThrow(RangeError);
  expect(() => written(4, (writer) => writer.addRange6(1n, 2n, writer.addValue('a')))).toThrow(RangeError);
});

function colons(address: bigint): string {
  return Array.from({ length: 8 }, (_, word) => ((address >> BigInt(112 - word * 16)) & 0xffffn).toString(16)).join(
    ':',
  );
}
