import type { Segments4, Stretch } from './segments.ts';

/**
 * IPv4 segments behind a first level of 20 bits (performance.md: 6 to 7 bytes a segment, 150 ns).
 * `firstLevel[b]` is the first segment that starts inside block `b` (the 4,096 addresses that share their upper
 * 20 bits); `tails` are the lower 12 bits of each segment's start. A block without a start of its own belongs
 * to the last segment before it.
 */
export type RangeIndex4 = {
  readonly firstLevel: Uint32Array;
  readonly tails: Uint16Array;
  readonly values: Uint32Array;
};

const BLOCKS = 1 << 20;
const TAIL_BITS = 12;
const TAIL_MASK = (1 << TAIL_BITS) - 1;

export function indexSegments4(segments: Segments4): RangeIndex4 {
  const { starts, values } = segments;
  const firstLevel = new Uint32Array(BLOCKS + 1);
  const tails = new Uint16Array(starts.length);
  let block = 0;
  for (const [position, start] of starts.entries()) {
    const own = start >>> TAIL_BITS;
    while (block <= own) firstLevel[block++] = position;
    tails[position] = start & TAIL_MASK;
  }
  while (block <= BLOCKS) firstLevel[block++] = starts.length;
  return { firstLevel, tails, values };
}

/** The segment that holds a 32-bit address; -1 before the first one. */
export function segmentAt4(index: RangeIndex4, address: number): number {
  const block = address >>> TAIL_BITS;
  const tail = address & TAIL_MASK;
  const { firstLevel, tails } = index;
  let low = firstLevel[block] ?? 0;
  let high = firstLevel[block + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tails[middle] ?? 0) <= tail) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** First and last address of the segment that holds an address. Slow; for the operator's eyes. */
export function stretchAt4(index: RangeIndex4, address: number): Stretch {
  const segment = segmentAt4(index, address);
  const first = segment < 0 ? 0 : startOf4(index, segment);
  const next = segment + 1 < index.tails.length ? startOf4(index, segment + 1) : 2 ** 32;
  return { first: BigInt(first), last: BigInt(next - 1) };
}

/** First address of a segment. */
export function startOf4(index: RangeIndex4, segment: number): number {
  let low = 0;
  let high = BLOCKS;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((index.firstLevel[middle + 1] ?? 0) <= segment) low = middle + 1;
    else high = middle;
  }
  return low * 2 ** TAIL_BITS + (index.tails[segment] ?? 0);
}
