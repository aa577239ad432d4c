import { growHalves, growWords } from './growing-column.ts';
import type { Segments6, Stretch } from './segments.ts';

/**
 * IPv6 segments in four steps of 16, 16, 32 and 64 bits. Nearly all boundaries lie on a /64, so a segment costs
 * the 32 bits after its /32 and a value; a /64 with boundaries inside points to a list of lower halves instead.
 *
 * `groups[g]`: first block whose upper 16 bits are `g`; `blocks`: the second 16 bits of each /32 in which a segment
 * starts; `blockStarts[k]`: its first segment; `middles`: third and fourth 16 bits of each segment's start;
 * `values`: as in segments.ts, or DEEP plus a position in `deepStarts`.
 */
export type RangeIndex6 = {
  readonly groups: Uint32Array;
  readonly blocks: Uint16Array;
  readonly blockStarts: Uint32Array;
  readonly middles: Uint32Array;
  readonly values: Uint32Array;
  readonly deepStarts: Uint32Array;
  readonly deepHighs: Uint32Array;
  readonly deepLows: Uint32Array;
  readonly deepValues: Uint32Array;
};

const GROUPS = 1 << 16;
const DEEP = 0x8000_0000;
const WORD = 0xffff_ffff;
const END = 1n << 128n;

/** @throws RangeError when there are more records than a value can name (two thousand million). */
export function indexSegments6({ starts, values: flat }: Segments6): RangeIndex6 {
  const count = flat.length;
  /** Upper and lower word of the upper half of each entry's start. */
  const outers = growWords();
  const middles = growWords();
  const values = growWords();
  const deepStarts = growWords();
  const deepHighs = growWords();
  const deepLows = growWords();
  const deepValues = growWords();
  const pushUpper = (outer: number, middle: number, value: number): void => {
    outers.push(outer);
    middles.push(middle);
    values.push(value);
  };
  const pushDeep = (high: number, low: number, value: number): void => {
    deepHighs.push(high);
    deepLows.push(low);
    deepValues.push(value);
  };
  const word = (segment: number, of: number): number => starts[segment * 4 + of] ?? 0;
  const valueOf = (segment: number): number => {
    const value = flat[segment] ?? 0;
    if (value >= DEEP) throw new RangeError('more records than the range index can name');
    return value;
  };
  const isIn = (segment: number, outer: number, middle: number): boolean =>
    segment < count && word(segment, 0) === outer && word(segment, 1) === middle;

  let current = 0;
  let position = 0;
  while (position < count) {
    const outer = word(position, 0);
    const middle = word(position, 1);
    const beginsInside = word(position, 2) !== 0 || word(position, 3) !== 0;
    let after = position + 1;
    while (isIn(after, outer, middle)) after += 1;
    const last = valueOf(after - 1);
    if (after === position + 1 && !beginsInside) {
      pushUpper(outer, middle, last);
    } else {
      pushUpper(outer, middle, (DEEP | deepStarts.length()) >>> 0);
      deepStarts.push(deepValues.length());
      if (beginsInside) pushDeep(0, 0, current);
      for (let inside = position; inside < after; inside += 1) {
        pushDeep(word(inside, 2), word(inside, 3), valueOf(inside));
      }
      // A deep entry stands for exactly one /64: what follows it needs a start of its own.
      const nextMiddle = middle === WORD ? 0 : middle + 1;
      const nextOuter = middle === WORD ? outer + 1 : outer;
      if (nextOuter <= WORD && !isIn(after, nextOuter, nextMiddle)) pushUpper(nextOuter, nextMiddle, last);
    }
    current = last;
    position = after;
  }
  deepStarts.push(deepValues.length());
  return {
    ...firstLevels(outers.numbers()),
    middles: middles.numbers(),
    values: values.numbers(),
    deepStarts: deepStarts.numbers(),
    deepHighs: deepHighs.numbers(),
    deepLows: deepLows.numbers(),
    deepValues: deepValues.numbers(),
  };
}

function firstLevels(outers: Uint32Array): Pick<RangeIndex6, 'groups' | 'blocks' | 'blockStarts'> {
  const groups = new Uint32Array(GROUPS + 1);
  const blocks = growHalves();
  const blockStarts = growWords();
  let group = 0;
  let lastOuter = -1;
  for (const [position, outer] of outers.entries()) {
    if (outer === lastOuter) continue;
    lastOuter = outer;
    const own = outer >>> 16;
    while (group <= own) groups[group++] = blocks.length();
    blocks.push(outer & 0xffff);
    blockStarts.push(position);
  }
  while (group <= GROUPS) groups[group++] = blocks.length();
  blockStarts.push(outers.length);
  return { groups, blocks: blocks.numbers(), blockStarts: blockStarts.numbers() };
}

/** The value at an address of 16 bytes in network order; 0 for nothing. */
export function valueAt6(index: RangeIndex6, bytes: Uint8Array): number {
  const segment = segmentAt6(index, bytes);
  const value = segment < 0 ? 0 : (index.values[segment] ?? 0);
  return value >= DEEP ? (index.deepValues[deepAt(index, value - DEEP, bytes)] ?? 0) : value;
}

function segmentAt6(index: RangeIndex6, bytes: Uint8Array): number {
  const group = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const second = ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0);
  const block = lastNotAbove(index.blocks, second, index.groups[group] ?? 0, index.groups[group + 1] ?? 0);
  if (block < (index.groups[group] ?? 0) || index.blocks[block] !== second) {
    return (index.blockStarts[block + 1] ?? 0) - 1;
  }
  return lastNotAbove(index.middles, word(bytes, 4), index.blockStarts[block] ?? 0, index.blockStarts[block + 1] ?? 0);
}

function deepAt(index: RangeIndex6, list: number, bytes: Uint8Array): number {
  const high = word(bytes, 8);
  const low = word(bytes, 12);
  let from = index.deepStarts[list] ?? 0;
  let to = index.deepStarts[list + 1] ?? 0;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const middleHigh = index.deepHighs[middle] ?? 0;
    if (middleHigh < high || (middleHigh === high && (index.deepLows[middle] ?? 0) <= low)) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** The last position in [low, high) whose number is at most `wanted`; `low - 1` where there is none. */
function lastNotAbove(numbers: Uint16Array | Uint32Array, wanted: number, low: number, high: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((numbers[middle] ?? 0) <= wanted) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

function word(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0
  );
}

/** First and last address of the stretch of one value that holds an address. Slow; for the operator's eyes. */
export function stretchAt6(index: RangeIndex6, bytes: Uint8Array): Stretch {
  const segment = segmentAt6(index, bytes);
  const value = segment < 0 ? 0 : (index.values[segment] ?? 0);
  const upper = segment < 0 ? 0n : upperOf(index, segment);
  const following = segment + 1 < index.middles.length ? upperOf(index, segment + 1) << 64n : END;
  if (value < DEEP) return { first: upper << 64n, last: following - 1n };
  const inside = deepAt(index, value - DEEP, bytes);
  const lastOfList = inside + 1 >= (index.deepStarts[value - DEEP + 1] ?? 0);
  return {
    first: (upper << 64n) | lowerOf(index, inside),
    last: (lastOfList ? (upper + 1n) << 64n : (upper << 64n) | lowerOf(index, inside + 1)) - 1n,
  };
}

function upperOf(index: RangeIndex6, segment: number): bigint {
  const block = lastNotAbove(index.blockStarts, segment, 0, index.blockStarts.length - 1);
  const group = lastNotAbove(index.groups, block, 0, GROUPS);
  return (BigInt(group) << 48n) | (BigInt(index.blocks[block] ?? 0) << 32n) | BigInt(index.middles[segment] ?? 0);
}

function lowerOf(index: RangeIndex6, position: number): bigint {
  return (BigInt(index.deepHighs[position] ?? 0) << 32n) | BigInt(index.deepLows[position] ?? 0);
}
