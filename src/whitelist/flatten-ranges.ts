import type { Segments4, Segments6 } from './segments.ts';

/**
 * Ranges that may nest and overlap, cut into segments: at every address the smallest range wins, of equal ones
 * that with the greater start, then the later one. Columns of equal length; bounds inclusive; value = record + 1.
 */
export type Ranges4 = {
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
  readonly values: Uint32Array;
};

export type Ranges6 = {
  readonly firsts: readonly bigint[];
  readonly lasts: readonly bigint[];
  readonly values: Uint32Array;
};

const END_4 = 2 ** 32;
const END_6 = 1n << 128n;

export function flattenRanges4({ firsts, lasts, values }: Ranges4): Segments4 {
  const { starts, values: flat } = flatten({
    firsts,
    lasts,
    values,
    sizeOf: (range) => (lasts[range] ?? 0) - (firsts[range] ?? 0),
    end: END_4,
  });
  return { starts: Uint32Array.from(starts), values: Uint32Array.from(flat) };
}

/**
 * Works on the ranks of the boundaries, because 128 bits do not fit a number. No Map or Set of bigints: V8 hashes
 * their lower 64 bits alone, which are 0 in nearly every IPv6 boundary.
 */
export function flattenRanges6({ firsts, lasts, values }: Ranges6): Segments6 {
  const boundaries = [0n, END_6, ...firsts, ...lasts.map((last) => last + 1n)]
    .sort((one, other) => (one < other ? -1 : Number(one > other)))
    .filter((boundary, position, sorted) => position === 0 || boundary !== sorted[position - 1]);
  const { starts, values: flat } = flatten({
    firsts: Uint32Array.from(firsts, (first) => rankOf(boundaries, first)),
    lasts: Uint32Array.from(lasts, (last) => rankOf(boundaries, last + 1n) - 1),
    values,
    sizeOf: (range) => Number((lasts[range] ?? 0n) - (firsts[range] ?? 0n)),
    end: boundaries.length - 1,
  });
  return { starts: starts.map((start) => boundaries[start] ?? 0n), values: Uint32Array.from(flat) };
}

/** Position of a boundary in the sorted list that holds it. */
function rankOf(boundaries: readonly bigint[], boundary: bigint): number {
  let low = 0;
  let high = boundaries.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((boundaries[middle] ?? 0n) < boundary) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Columns = {
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
  readonly values: Uint32Array;
  readonly sizeOf: (range: number) => number;
  /** One past the last address. */
  readonly end: number;
};

function flatten({ firsts, lasts, values, sizeOf, end }: Columns): { starts: number[]; values: number[] } {
  const starts: number[] = [];
  const flat: number[] = [];
  /** Ranges that reach the position, the smallest last; those that have ended are dropped when they surface. */
  const open: number[] = [];
  let position = 0;

  const emitUntil = (to: number): void => {
    while (position < to) {
      while (open.length > 0 && (lasts[open.at(-1) ?? 0] ?? 0) < position) open.pop();
      const top = open.at(-1);
      const value = top === undefined ? 0 : (values[top] ?? 0);
      if (starts.length === 0 || flat.at(-1) !== value) {
        starts.push(position);
        flat.push(value);
      }
      position = top === undefined ? to : Math.min(to, (lasts[top] ?? 0) + 1);
    }
  };

  for (const range of inOrder(firsts)) {
    emitUntil(firsts[range] ?? 0);
    const size = sizeOf(range);
    let place = open.length;
    while (place > 0 && sizeOf(open[place - 1] ?? 0) < size) place -= 1;
    open.splice(place, 0, range);
  }
  emitUntil(end);
  return { starts, values: flat };
}

/** Positions in the order of their first address; equal ones in the order of input. */
function inOrder(firsts: Uint32Array): Uint32Array {
  const keys = new BigUint64Array(firsts.length);
  const halves = new Uint32Array(keys.buffer);
  for (const [position, first] of firsts.entries()) {
    halves[position * 2] = position;
    halves[position * 2 + 1] = first;
  }
  keys.sort();
  return Uint32Array.from(firsts, (_, position) => halves[position * 2] ?? 0);
}
