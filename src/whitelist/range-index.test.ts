import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flattenRanges4, flattenRanges6 } from './flatten-ranges.ts';
import { indexSegments4, segmentAt4, stretchAt4 } from './range-index-4.ts';
import { indexSegments6, stretchAt6, valueAt6 } from './range-index-6.ts';

type Range = { readonly first: bigint; readonly last: bigint };

/** What the index must answer, by looking at every range: the smallest, then the greater start, then the later one. */
function slowValue(ranges: readonly Range[], address: bigint): number {
  let best = -1;
  for (const [position, { first, last }] of ranges.entries()) {
    if (address < first || address > last) continue;
    const other = ranges[best];
    const size = Number(last - first);
    const otherSize = other ? Number(other.last - other.first) : Infinity;
    if (!other || size < otherSize || (size === otherSize && first >= other.first)) best = position;
  }
  return best + 1;
}

/** Ranges that crowd around a few places, so that they nest, touch and overlap. */
function rangesUpTo(end: bigint, sizes: readonly bigint[]): fc.Arbitrary<Range[]> {
  const place = fc.oneof(
    fc.constantFrom(0n, 4096n, end - 5000n, end / 2n),
    fc.bigInt({ min: 0n, max: end }),
    fc.bigInt({ min: 0n, max: 9000n }),
  );
  const size = fc.oneof(fc.constantFrom(...sizes), fc.bigInt({ min: 1n, max: 10_000n }));
  return fc.array(
    fc.tuple(place, size).map(([first, length]) => {
      const last = first + length - 1n;
      return { first, last: last > end ? end : last };
    }),
    { maxLength: 40 },
  );
}

function bytesOf(address: bigint): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, position) => Number((address >> BigInt(120 - position * 8)) & 255n));
}

const END_4 = 2n ** 32n - 1n;
const END_6 = 2n ** 128n - 1n;

/** Addresses worth asking: on, before and after each boundary, and one anywhere. */
function probes(ranges: readonly Range[], end: bigint, anywhere: bigint): bigint[] {
  return [
    0n,
    end,
    anywhere,
    ...ranges.flatMap(({ first, last }) => [first - 1n, first, first + 1n, last - 1n, last, last + 1n]),
  ].filter((address) => address >= 0n && address <= end);
}

describe('the verdict of every address equals a slow scan over all ranges', () => {
  test('IPv4', () => {
    fc.assert(
      fc.property(
        rangesUpTo(END_4, [1n, 2n, 64n, 256n, 4096n, 65_536n, 2n ** 24n, 2n ** 32n]),
        fc.bigInt({ min: 0n, max: END_4 }),
        (ranges, anywhere) => {
          const segments = flattenRanges4({
            firsts: Uint32Array.from(ranges, ({ first }) => Number(first)),
            lasts: Uint32Array.from(ranges, ({ last }) => Number(last)),
            values: Uint32Array.from(ranges, (_, position) => position + 1),
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
      { numRuns: 60 },
    );
  });

  test('IPv6, with boundaries inside a /64', () => {
    fc.assert(
      fc.property(
        rangesUpTo(END_6, [1n, 2n ** 16n, 2n ** 64n, 2n ** 64n + 3n, 2n ** 80n, 2n ** 96n, 2n ** 127n, 2n ** 128n]),
        fc.bigInt({ min: 0n, max: END_6 }),
        (ranges, anywhere) => {
          const segments = flattenRanges6({
            firsts: ranges.map(({ first }) => first),
            lasts: ranges.map(({ last }) => last),
            values: Uint32Array.from(ranges, (_, position) => position + 1),
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
      { numRuns: 60 },
    );
  });
});

test('an index without ranges answers nothing', () => {
  const four = indexSegments4(
    flattenRanges4({ firsts: new Uint32Array(), lasts: new Uint32Array(), values: new Uint32Array() }),
  );
  const six = indexSegments6(flattenRanges6({ firsts: [], lasts: [], values: new Uint32Array() }));
  expect(four.values[segmentAt4(four, 3_232_235_777)]).toBe(0);
  expect(valueAt6(six, bytesOf(1n << 100n))).toBe(0);
});
