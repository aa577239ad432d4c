import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsOfAddresses } from './address-words.ts';
import { flattenRanges4, flattenRanges6 } from './flatten-ranges.ts';
import { listedRanges } from './listed-ranges.ts';
import { indexSegments4, segmentAt4 } from './range-index-4.ts';
import { indexSegments6, valueAt6 } from './range-index-6.ts';
import { isSpecial4, isSpecial6 } from './special-purpose.ts';

const NO_RANGES_4 = { firsts: new Uint32Array(), lasts: new Uint32Array(), values: new Uint32Array() };
const NO_RANGES_6 = NO_RANGES_4;

/** Ranges given as [first, last, record]. */
function walk4(ranges: readonly (readonly [number, number, number])[]): ReturnType<typeof listedRanges> {
  const four = indexSegments4(
    flattenRanges4({
      firsts: Uint32Array.from(ranges, ([first]) => first),
      lasts: Uint32Array.from(ranges, ([, last]) => last),
      values: Uint32Array.from(ranges, ([, , record]) => record + 1),
    }),
  );
  return listedRanges(four, indexSegments6(flattenRanges6(NO_RANGES_6)));
}

function walk6(ranges: readonly (readonly [bigint, bigint, number])[]): ReturnType<typeof listedRanges> {
  const six = indexSegments6(
    flattenRanges6({
      firsts: wordsOfAddresses(ranges.map(([first]) => first)),
      lasts: wordsOfAddresses(ranges.map(([, last]) => last)),
      values: Uint32Array.from(ranges, ([, , record]) => record + 1),
    }),
  );
  return listedRanges(indexSegments4(flattenRanges4(NO_RANGES_4)), six);
}

test('nothing is listed where there is nothing', () => {
  expect([...walk4([]).four()]).toEqual([]);
  expect([...walk4([]).six()]).toEqual([]);
});

test('a range inside another one cuts it; neighbours of one record are one range', () => {
  const base = 5 * 2 ** 24;
  expect([
    ...walk4([
      [base, base + 255, 7],
      [base + 16, base + 31, 8],
      [base + 256, base + 300, 7],
    ]).four(),
  ]).toEqual([
    { first: base, last: base + 15, record: 7 },
    { first: base + 16, last: base + 31, record: 8 },
    { first: base + 32, last: base + 300, record: 7 },
  ]);
});

test('special-purpose addresses are cut out of what covers them', () => {
  const all4 = [...walk4([[0, 2 ** 32 - 1, 3]]).four()];
  expect(all4[0]).toEqual({ first: 2 ** 24, last: 10 * 2 ** 24 - 1, record: 3 });
  expect(all4.at(-1)?.last).toBe(224 * 2 ** 24 - 1);
  expect(all4.some(({ first, last }) => isSpecial4(first) || isSpecial4(last))).toBe(false);
  const all6 = [...walk6([[0n, (1n << 128n) - 1n, 3]]).six()];
  expect(all6.some(({ first, last }) => isSpecial6(bytesOf(first)) || isSpecial6(bytesOf(last)))).toBe(false);
  expect(all6.at(-1)?.last).toBe((0xfe80n << 112n) - 1n);
});

test('every IPv4 address is in the range of the record that a lookup finds', () => {
  const address = fc.integer({ min: 0, max: 2 ** 32 - 1 });
  const range = fc.tuple(address, address, fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), fc.array(address, { maxLength: 20 }), (given, probes) => {
      const ranges = given.map(([one, other, record]) => [Math.min(one, other), Math.max(one, other), record] as const);
      const four = indexSegments4(
        flattenRanges4({
          firsts: Uint32Array.from(ranges, ([first]) => first),
          lasts: Uint32Array.from(ranges, ([, last]) => last),
          values: Uint32Array.from(ranges, ([, , record]) => record + 1),
        }),
      );
      const listed = [...walk4(ranges).four()];
      for (const probe of [...probes, ...ranges.flatMap(([first, last]) => [first, last])]) {
        const found = isSpecial4(probe) ? -1 : (four.values[segmentAt4(four, probe)] ?? 0) - 1;
        const walked = listed.filter(({ first, last }) => first <= probe && probe <= last);
        expect(walked.map(({ record }) => record)).toEqual(found < 0 ? [] : [found]);
      }
    }),
  );
});

test('every IPv6 address is in the range of the record that a lookup finds', () => {
  const address = fc.bigInt({ min: 0n, max: (1n << 128n) - 1n });
  // Boundaries inside a /64 are stored apart.
  const near = fc.bigInt({ min: 0x2a00_0001n << 96n, max: (0x2a00_0001n << 96n) + 50n });
  const range = fc.tuple(fc.oneof(address, near), fc.oneof(address, near), fc.integer({ min: 0, max: 5 }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 12 }), fc.array(address, { maxLength: 10 }), (given, probes) => {
      const ranges = given.map(
        ([one, other, record]) => [one < other ? one : other, one < other ? other : one, record] as const,
      );
      const six = indexSegments6(
        flattenRanges6({
          firsts: wordsOfAddresses(ranges.map(([first]) => first)),
          lasts: wordsOfAddresses(ranges.map(([, last]) => last)),
          values: Uint32Array.from(ranges, ([, , record]) => record + 1),
        }),
      );
      const listed = [...walk6(ranges).six()];
      for (const probe of [...probes, ...ranges.flatMap(([first, last]) => [first, last])]) {
        const found = isSpecial6(bytesOf(probe)) ? -1 : valueAt6(six, bytesOf(probe)) - 1;
        const walked = listed.filter(({ first, last }) => first <= probe && probe <= last);
        expect(walked.map(({ record }) => record)).toEqual(found < 0 ? [] : [found]);
      }
    }),
  );
});

function bytesOf(address: bigint): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, position) => Number((address >> BigInt(120 - position * 8)) & 255n));
}
