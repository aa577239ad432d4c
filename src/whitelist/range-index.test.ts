import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOfAddresses } from './address-words.ts';
import { flattenRanges4, flattenRanges6 } from './flatten-ranges.ts';
import { precedenceOf } from './precedence.ts';
import { indexSegments4, segmentAt4, stretchAt4 } from './range-index-4.ts';
import { indexSegments6, stretchAt6, valueAt6 } from './range-index-6.ts';

/** An object of a registry or list, as the order of precedence sees it. */
type Range = {
  readonly first: bigint;
  readonly last: bigint;
  readonly isOpaque: boolean;
  /** Of its source; 0 is the best. */
  readonly rank: number;
  /** Days since 1970; 0 for unknown. */
  readonly day: number;
};

/** The order of docs/whitelist.md, rule by rule. */
function wins(one: Range, other: Range): boolean {
  if (one.isOpaque !== other.isOpaque) return other.isOpaque;
  const size = one.last - one.first;
  const otherSize = other.last - other.first;
  if (size !== otherSize) return size < otherSize;
  if (one.rank !== other.rank) return one.rank < other.rank;
  if (one.day !== other.day) return one.day > other.day;
  // The one that comes later in the input asks.
  return true;
}

/** What the index must answer, by looking at every range: position plus one, 0 for none. */
function slowValue(ranges: readonly Range[], address: bigint): number {
  let best = -1;
  for (const [position, range] of ranges.entries()) {
    if (address < range.first || address > range.last) continue;
    const other = ranges[best];
    if (!other || wins(range, other)) best = position;
  }
  return best + 1;
}

/** Ranges that crowd around a few places, so that they nest, touch and overlap, some of them twice. */
function rangesUpTo(end: bigint, sizes: readonly bigint[]): fc.Arbitrary<Range[]> {
  const place = fc.oneof(
    fc.constantFrom(0n, 4096n, end - 5000n, end / 2n),
    fc.bigInt({ min: 0n, max: end }),
    fc.bigInt({ min: 0n, max: 9000n }),
  );
  const size = fc.oneof(fc.constantFrom(...sizes), fc.bigInt({ min: 1n, max: 10_000n }));
  const range = fc.record({
    bounds: fc.tuple(place, size),
    isOpaque: fc.boolean(),
    rank: fc.integer({ min: 0, max: 5 }),
    day: fc.oneof(fc.constantFrom(0, 20_000, 65_535), fc.integer({ min: 19_000, max: 19_003 })),
    again: fc.boolean(),
  });
  return fc.array(range, { maxLength: 40 }).map((drawn) =>
    drawn.flatMap(({ bounds: [first, length], again, ...rest }) => {
      const last = first + length - 1n > end ? end : first + length - 1n;
      const one = { first, last, ...rest };
      return again ? [one, { ...one, rank: (one.rank + 1) % 3 }, one] : [one];
    }),
  );
}

function columnsOf(ranges: readonly Range[]): { values: Uint32Array; precedences: Uint32Array } {
  return {
    values: Uint32Array.from(ranges, (_, position) => position + 1),
    precedences: Uint32Array.from(ranges, ({ isOpaque, rank, day }) => precedenceOf(isOpaque, rank, day)),
  };
}

function bytesOf(address: bigint): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, position) => Number((address >> BigInt(120 - position * 8)) & 255n));
}

const END_4 = 2n ** 32n - 1n;
const END_6 = 2n ** 128n - 1n;

/** Addresses worth asking: on, before and after each boundary, and some anywhere. */
function probes(ranges: readonly Range[], end: bigint, anywhere: readonly bigint[]): bigint[] {
  return [
    0n,
    end,
    ...anywhere,
    ...ranges.flatMap(({ first, last }) => [first - 1n, first, first + 1n, last - 1n, last, last + 1n]),
  ].filter((address) => address >= 0n && address <= end);
}

describe('the verdict of every address equals a slow scan over all objects', () => {
  test('IPv4', () => {
    fc.assert(
      fc.property(
        rangesUpTo(END_4, [1n, 2n, 64n, 256n, 4096n, 65_536n, 2n ** 24n, 2n ** 32n]),
        fc.array(fc.bigInt({ min: 0n, max: END_4 }), { maxLength: 5 }),
        (ranges, anywhere) => {
          const segments = flattenRanges4({
            firsts: Uint32Array.from(ranges, ({ first }) => Number(first)),
            lasts: Uint32Array.from(ranges, ({ last }) => Number(last)),
            ...columnsOf(ranges),
          });
          const index = indexSegments4(segments);
          for (const address of probes(ranges, END_4, anywhere)) {
            const segment = segmentAt4(index, Number(address));
            expect(index.values[segment]).toBe(slowValue(ranges, address));
            const { first, last } = stretchAt4(index, Number(address));
            expect(first <= address && address <= last).toBe(true);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  test('IPv6, with boundaries inside a /64', () => {
    fc.assert(
      fc.property(
        rangesUpTo(END_6, [1n, 2n ** 16n, 2n ** 64n, 2n ** 64n + 3n, 2n ** 80n, 2n ** 96n, 2n ** 127n, 2n ** 128n]),
        fc.array(fc.bigInt({ min: 0n, max: END_6 }), { maxLength: 5 }),
        (ranges, anywhere) => {
          const segments = flattenRanges6({
            firsts: wordsOfAddresses(ranges.map(({ first }) => first)),
            lasts: wordsOfAddresses(ranges.map(({ last }) => last)),
            ...columnsOf(ranges),
          });
          const index = indexSegments6(segments);
          for (const address of probes(ranges, END_6, anywhere)) {
            expect(valueAt6(index, bytesOf(address))).toBe(slowValue(ranges, address));
            const { first, last } = stretchAt6(index, bytesOf(address));
            expect(first <= address && address <= last).toBe(true);
            expect(valueAt6(index, bytesOf(first))).toBe(slowValue(ranges, address));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

test('an index without ranges answers nothing', () => {
  const none = { firsts: new Uint32Array(), lasts: new Uint32Array(), values: new Uint32Array() };
  const four = indexSegments4(flattenRanges4(none));
  const six = indexSegments6(flattenRanges6(none));
  expect(four.values[segmentAt4(four, 3_232_235_777)]).toBe(0);
  expect(valueAt6(six, bytesOf(1n << 100n))).toBe(0);
});

test('a hundred thousand ranges that all overlap are no matter of minutes', () => {
  const count = 100_000;
  const ranges = Array.from({ length: count }, (_, position) => position);
  const { values } = flattenRanges4({
    firsts: Uint32Array.from(ranges, (position) => position),
    // Each is larger than the one before, and all reach beyond the last start.
    lasts: Uint32Array.from(ranges, (position) => count + position * 2),
    values: Uint32Array.from(ranges, (position) => position + 1),
  });
  expect(values[0]).toBe(1);
  expect(values.length).toBe(count + 1);
});
