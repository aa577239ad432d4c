import ipaddr from 'ipaddr.js';
import { type RangeIndex4, startOf4 } from './range-index-4.ts';
import { type RangeIndex6, stretchAt6, valueAt6 } from './range-index-6.ts';
import {
  bytesToInteger,
  SPECIAL_RANGES_4,
  SPECIAL_RANGES_6,
  specialBounds4,
  specialBounds6,
  type SpecialRange,
} from './special-purpose.ts';

/** A stretch of addresses that leads to one record; both ends inclusive. */
export type ListedRange4 = { readonly first: number; readonly last: number; readonly record: number };
export type ListedRange6 = { readonly first: bigint; readonly last: bigint; readonly record: number };

/** All that is listed, as the lists of one version are walked: for exports and comparisons, not for hits. */
export type ListedRanges = {
  readonly four: () => Generator<ListedRange4>;
  readonly six: () => Generator<ListedRange6>;
};

type Stretch<Address> = { readonly first: Address; readonly last: Address };

/**
 * The ranges as a lookup answers them, in order: of neighbours no two lead to the same record, and special-purpose
 * addresses are cut out.
 */
export function listedRanges(four: RangeIndex4, six: RangeIndex6): ListedRanges {
  return {
    four: () => joined(cutOut(ranges4(four), SPECIAL_4, 1), 1),
    six: () => joined(cutOut(ranges6(six), SPECIAL_6, 1n), 1n),
  };
}

function* ranges4(index: RangeIndex4): Generator<ListedRange4> {
  const count = index.tails.length;
  let first = count === 0 ? 0 : startOf4(index, 0);
  for (let segment = 0; segment < count; segment += 1) {
    const next = segment + 1 < count ? startOf4(index, segment + 1) : 2 ** 32;
    const value = index.values[segment] ?? 0;
    if (value > 0) yield { first, last: next - 1, record: value - 1 };
    first = next;
  }
}

const LAST_6 = (1n << 128n) - 1n;

function* ranges6(index: RangeIndex6): Generator<ListedRange6> {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  for (let first = 0n; first <= LAST_6;) {
    view.setBigUint64(0, first >> 64n);
    view.setBigUint64(8, BigInt.asUintN(64, first));
    const value = valueAt6(index, bytes);
    const { last } = stretchAt6(index, bytes);
    if (value > 0) yield { first, last, record: value - 1 };
    first = last + 1n;
  }
}

type Range<Address> = { readonly first: Address; readonly last: Address; readonly record: number };

/** `holes` in order; both walks go forward once. */
function* cutOut<Address extends number | bigint>(
  ranges: Iterable<Range<Address>>,
  holes: readonly Stretch<Address>[],
  one: Address,
): Generator<Range<Address>> {
  let next = 0;
  for (const { first, last, record } of ranges) {
    let from = first;
    while (next < holes.length && less(holes[next]?.last, from)) next += 1;
    for (let at = next; at < holes.length; at += 1) {
      const hole = holes[at];
      if (hole === undefined || hole.first > last) break;
      if (hole.first > from) yield { first: from, last: minus(hole.first, one), record };
      from = plus(hole.last, one);
    }
    if (from <= last) yield { first: from, last, record };
  }
}

function* joined<Address extends number | bigint>(
  ranges: Iterable<Range<Address>>,
  one: Address,
): Generator<Range<Address>> {
  let open: Range<Address> | null = null;
  for (const range of ranges) {
    if (open !== null && open.record === range.record && plus(open.last, one) === range.first) {
      open = { first: open.first, last: range.last, record: open.record };
      continue;
    }
    if (open !== null) yield open;
    open = range;
  }
  if (open !== null) yield open;
}

function less<Address extends number | bigint>(one: Address | undefined, other: Address): boolean {
  return one !== undefined && one < other;
}

// Numbers and integers of 128 bits add alike, but TypeScript knows no such sum.
function plus<Address extends number | bigint>(one: Address, other: Address): Address {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both are of one type
  return ((one as number) + (other as number)) as Address;
}

function minus<Address extends number | bigint>(one: Address, other: Address): Address {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- both are of one type
  return ((one as number) - (other as number)) as Address;
}

const SPECIAL_4: readonly Stretch<number>[] = SPECIAL_RANGES_4.flatMap((range) => {
  const bounds = specialBounds4(Number(firstOf(range)));
  return bounds === null ? [] : [{ first: Number(bounds.first), last: Number(bounds.last) }];
}).sort((one, other) => one.first - other.first);

const SPECIAL_6: readonly Stretch<bigint>[] = SPECIAL_RANGES_6.flatMap((range) => {
  const bounds = specialBounds6(firstOf(range));
  return bounds === null ? [] : [bounds];
}).sort((one, other) => (one.first < other.first ? -1 : 1));

function firstOf({ prefix }: SpecialRange): bigint {
  const [text = ''] = prefix.split('/');
  return bytesToInteger(Uint8Array.from(ipaddr.parse(text).toByteArray()));
}
