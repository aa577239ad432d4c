import { compareWords, orderByWords } from './order-by-words.ts';
import { OPAQUE } from './precedence.ts';
import type { Segments4, Segments6 } from './segments.ts';

/**
 * Ranges that may nest and overlap, cut into segments. At every address that range wins which is decisive rather
 * than opaque, then the smallest, then the one with the smallest precedence (precedence.ts), then the later one.
 * Columns of equal length; bounds inclusive; value = record + 1. Without precedences all are alike.
 */
export type Ranges4 = {
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
  readonly values: Uint32Array;
  readonly precedences?: Uint32Array;
};

/** The same for IPv6: each bound is four words, the most significant first. */
export type Ranges6 = Ranges4;

const END_4 = 2 ** 32;

export function flattenRanges4({ firsts, lasts, values, precedences }: Ranges4): Segments4 {
  const order = orderByWords(firsts, 1);
  const inOrder = {
    firsts: gather(firsts, order),
    lasts: gather(lasts, order),
    sizes: new Uint32Array(order.length),
    values: gather(values, order),
    precedences: precedences ? gather(precedences, order) : new Uint32Array(order.length),
  };
  for (let range = 0; range < order.length; range += 1) {
    inOrder.sizes[range] = (inOrder.lasts[range] ?? 0) - (inOrder.firsts[range] ?? 0);
  }
  return flatten({ order, ...inOrder, end: END_4 });
}

/** Works on the ranks of the boundaries and of the sizes, because 128 bits do not fit a number. */
export function flattenRanges6({ firsts, lasts, values, precedences }: Ranges6): Segments6 {
  const count = firsts.length / 4;
  const boundaries = new Uint32Array((count * 2 + 1) * 4);
  const sizes = new Uint32Array(count * 4);
  boundaries.set(firsts, 4);
  for (let range = 0; range < count; range += 1) {
    increment(lasts, range * 4, boundaries, (count + 1 + range) * 4);
    subtract(lasts, firsts, range * 4, sizes);
  }
  const boundaryRanks = rankWords(boundaries);
  const end = boundaryRanks.distinct.length / 4;
  const lastRanks = boundaryRanks.ranks.subarray(count + 1);
  for (let range = 0; range < count; range += 1) {
    // The boundary after the last address of all is 0 again.
    const after = lastRanks[range] ?? 0;
    lastRanks[range] = (after === 0 ? end : after) - 1;
  }
  const firstRanks = boundaryRanks.ranks.subarray(1, count + 1);
  const order = orderByWords(firstRanks, 1);
  const { starts: startRanks, values: flat } = flatten({
    order,
    firsts: gather(firstRanks, order),
    lasts: gather(lastRanks, order),
    sizes: gather(rankWords(sizes).ranks, order),
    values: gather(values, order),
    precedences: precedences ? gather(precedences, order) : new Uint32Array(count),
    end,
  });
  const starts = new Uint32Array(startRanks.length * 4);
  for (const [segment, rank] of startRanks.entries()) {
    for (let word = 0; word < 4; word += 1) {
      starts[segment * 4 + word] = boundaryRanks.distinct[rank * 4 + word] ?? 0;
    }
  }
  return { starts, values: flat };
}

/** The rank of each key of four words among the distinct ones, and those in order. */
function rankWords(keys: Uint32Array): { readonly ranks: Uint32Array; readonly distinct: Uint32Array } {
  const order = orderByWords(keys, 4);
  const ranks = new Uint32Array(order.length);
  const distinct = new Uint32Array(keys.length);
  let last = -1;
  for (const position of order) {
    if (last < 0 || compareWords(keys, position * 4, distinct, last * 4, 4) !== 0) {
      last += 1;
      for (let word = 0; word < 4; word += 1) distinct[last * 4 + word] = keys[position * 4 + word] ?? 0;
    }
    ranks[position] = last;
  }
  return { ranks, distinct: distinct.subarray(0, (last + 1) * 4) };
}

function increment(from: Uint32Array, at: number, into: Uint32Array, place: number): void {
  let carry = 1;
  for (let word = 3; word >= 0; word -= 1) {
    const sum = (from[at + word] ?? 0) + carry;
    into[place + word] = sum;
    carry = sum > 0xffff_ffff ? 1 : 0;
  }
}

function subtract(from: Uint32Array, what: Uint32Array, at: number, into: Uint32Array): void {
  let borrow = 0;
  for (let word = 3; word >= 0; word -= 1) {
    const difference = (from[at + word] ?? 0) - (what[at + word] ?? 0) - borrow;
    into[at + word] = difference;
    borrow = difference < 0 ? 1 : 0;
  }
}

/** Ranges in the order of their first address: the walk goes from one to the next, so they lie side by side in memory. */
type Columns = {
  /** The position of each in the input. */
  readonly order: Uint32Array;
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
  readonly sizes: Uint32Array;
  readonly values: Uint32Array;
  readonly precedences: Uint32Array;
  /** One past the last address. */
  readonly end: number;
};

/**
 * Walks the boundaries with a heap of the ranges that reach the position, the winner on top; those that have ended
 * are dropped when they surface. So no shape of overlaps takes more than n log n.
 */
function flatten({ order, firsts, lasts, sizes, values, precedences, end }: Columns): {
  starts: Uint32Array;
  values: Uint32Array;
} {
  // Each boundary begins at most one segment. What is not used of these is never taken from the machine.
  const starts = new Uint32Array(order.length * 2 + 1);
  const flat = new Uint32Array(order.length * 2 + 1);
  const heap = new Uint32Array(order.length);
  let segments = 0;
  let open = 0;
  let position = 0;
  let current = -1;

  /** Whether the first of two ranges wins. */
  const wins = (one: number, other: number): boolean => {
    const precedence = precedences[one] ?? 0;
    const otherPrecedence = precedences[other] ?? 0;
    // The upper bit of both: decisive before opaque.
    if ((precedence ^ otherPrecedence) >>> 31 === 1) return precedence < OPAQUE;
    const size = sizes[one] ?? 0;
    const otherSize = sizes[other] ?? 0;
    if (size !== otherSize) return size < otherSize;
    if (precedence !== otherPrecedence) return precedence < otherPrecedence;
    return (order[one] ?? 0) > (order[other] ?? 0);
  };
  const push = (range: number): void => {
    let place = open++;
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      const above = heap[parent] ?? 0;
      if (!wins(range, above)) break;
      heap[place] = above;
      place = parent;
    }
    heap[place] = range;
  };
  const pop = (): void => {
    open -= 1;
    const moved = heap[open] ?? 0;
    let place = 0;
    for (;;) {
      let child = place * 2 + 1;
      if (child >= open) break;
      if (child + 1 < open && wins(heap[child + 1] ?? 0, heap[child] ?? 0)) child += 1;
      const below = heap[child] ?? 0;
      if (wins(moved, below)) break;
      heap[place] = below;
      place = child;
    }
    heap[place] = moved;
  };
  /** The winner at the position; -1 for none. */
  const reaching = (): number => {
    for (;;) {
      if (open === 0) return -1;
      const top = heap[0] ?? 0;
      if ((lasts[top] ?? 0) >= position) return top;
      pop();
    }
  };
  const emitUntil = (to: number): void => {
    while (position < to) {
      const top = reaching();
      const value = top < 0 ? 0 : (values[top] ?? 0);
      if (value !== current) {
        starts[segments] = position;
        flat[segments] = value;
        segments += 1;
        current = value;
      }
      const next = top < 0 ? to : (lasts[top] ?? 0) + 1;
      position = next < to ? next : to;
    }
  };

  for (let range = 0; range < firsts.length; range += 1) {
    emitUntil(firsts[range] ?? 0);
    push(range);
  }
  emitUntil(end);
  return { starts: starts.subarray(0, segments), values: flat.subarray(0, segments) };
}

function gather(column: Uint32Array, order: Uint32Array): Uint32Array {
  const gathered = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) gathered[at] = column[order[at] ?? 0] ?? 0;
  return gathered;
}
