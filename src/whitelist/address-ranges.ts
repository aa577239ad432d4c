import { isIPv4, isIPv6 } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { AddressRanges } from '../contracts/exclusion.ts';
import { prefixText } from './prefix-text.ts';
import type { Stretch } from './segments.ts';

/** A range of addresses that somebody wrote. */
export type WrittenRange = Stretch & { readonly bits: 32 | 128 };

/** Longest text of a range: two IPv6 addresses with an IPv4 ending, and blanks around the dash. */
const LONGEST_TEXT = 100;

/** Prefixes of what is no single line: a range that is smaller may be one person's. */
const SMALLEST_PREFIX = { 32: 29, 128: 64 } as const;

/**
 * Reads a single address, CIDR (bits beyond the prefix are cleared) or `first-last`, IPv4 or IPv6; null for anything
 * else. IPv4-mapped addresses are to be written as IPv4, zone ids mean nothing here.
 */
export function readRange(text: string): WrittenRange | null {
  if (text.length > LONGEST_TEXT) return null;
  const slash = text.indexOf('/');
  if (slash >= 0) return readPrefix(text.slice(0, slash), text.slice(slash + 1));
  const dash = text.indexOf('-');
  const first = readOne((dash < 0 ? text : text.slice(0, dash)).trim());
  const last = dash < 0 ? first : readOne(text.slice(dash + 1).trim());
  if (first === null || last === null || first.bits !== last.bits || first.address > last.address) return null;
  return { first: first.address, last: last.address, bits: first.bits };
}

function readPrefix(base: string, length: string): WrittenRange | null {
  const one = readOne(base);
  if (one === null || !/^(?:0|[1-9]\d{0,2})$/.test(length)) return null;
  const free = BigInt(one.bits - Number(length));
  if (free < 0n) return null;
  const first = (one.address >> free) << free;
  return { first, last: first + (1n << free) - 1n, bits: one.bits };
}

function readOne(text: string): { readonly address: bigint; readonly bits: 32 | 128 } | null {
  const bits = isIPv4(text) ? 32 : isIPv6(text) && !text.includes('%') ? 128 : null;
  if (bits === null) return null;
  const parsed = ipaddr.parse(text);
  if (parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress()) return null;
  const address = parsed.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return { address, bits };
}

/** One spelling for each range: an address, CIDR where it is a prefix, else `first-last`. */
export function rangeText({ bits, ...stretch }: WrittenRange): string {
  const text = prefixText(stretch, bits);
  return stretch.first === stretch.last ? text.slice(0, text.indexOf('/')) : text;
}

/** Its bounds in hexadecimal, all of one family equally long. */
export function rangeBounds({ first, last, bits }: WrittenRange): { readonly first: string; readonly last: string } {
  const hex = (address: bigint): string => address.toString(16).padStart(bits / 4, '0');
  return { first: hex(first), last: hex(last) };
}

/** Fewer addresses than a /29 (IPv4) or a /64 (IPv6): one host or one household, perhaps one person. */
export function isSmallRange({ first, last, bits }: WrittenRange): boolean {
  return last - first + 1n < 1n << BigInt(bits - SMALLEST_PREFIX[bits]);
}

/** The smallest range in CIDR notation around a small one that is not small itself. */
export function widerRange({ first, last, bits }: WrittenRange): WrittenRange {
  for (let free = BigInt(bits - SMALLEST_PREFIX[bits]); ; free++) {
    const from = (first >> free) << free;
    const to = from + (1n << free) - 1n;
    if (to >= last) return { first: from, last: to, bits };
  }
}

/** Makes ranges ready to be asked at every hit: sorted, those that touch joined, found by halving. */
export function addressRanges(ranges: readonly WrittenRange[]): AddressRanges {
  const fours = joined(ranges.filter(({ bits }) => bits === 32));
  const sixes = joined(ranges.filter(({ bits }) => bits === 128));
  const first4 = Uint32Array.from(fours, ({ first }) => Number(first));
  const last4 = Uint32Array.from(fours, ({ last }) => Number(last));
  const first6 = Uint32Array.from(sixes.flatMap(({ first }) => wordsOf(first)));
  const last6 = Uint32Array.from(sixes.flatMap(({ last }) => wordsOf(last)));
  return {
    has4(address) {
      const at = lastNotAfter(first4.length, (index) => (first4[index] ?? 0) <= address);
      return at >= 0 && address <= (last4[at] ?? 0);
    },
    has6(bytes) {
      const at = lastNotAfter(sixes.length, (index) => compareWords(first6, index * 4, bytes) <= 0);
      return at >= 0 && compareWords(last6, at * 4, bytes) >= 0;
    },
  };
}

function joined(ranges: readonly WrittenRange[]): readonly Stretch[] {
  const sorted = ranges.toSorted((one, other) => (one.first < other.first ? -1 : one.first > other.first ? 1 : 0));
  const result: { first: bigint; last: bigint }[] = [];
  for (const { first, last } of sorted) {
    const before = result.at(-1);
    if (before === undefined || first > before.last + 1n) result.push({ first, last });
    else if (last > before.last) before.last = last;
  }
  return result;
}

function wordsOf(address: bigint): readonly number[] {
  return [96n, 64n, 32n, 0n].map((shift) => Number((address >> shift) & 0xffff_ffffn));
}

/** Index of the last of `count` sorted ranges that begins at or before the address; -1 where none does. */
function lastNotAfter(count: number, isNotAfter: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isNotAfter(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Negative where the four words are before the address. The words of the address are never kept. */
function compareWords(words: Uint32Array, at: number, bytes: Uint8Array): number {
  for (let word = 0; word < 4; word++) {
    const from = word * 4;
    const ours = words[at + word] ?? 0;
    const asked =
      (((bytes[from] ?? 0) << 24) |
        ((bytes[from + 1] ?? 0) << 16) |
        ((bytes[from + 2] ?? 0) << 8) |
        (bytes[from + 3] ?? 0)) >>>
      0;
    if (ours !== asked) return ours < asked ? -1 : 1;
  }
  return 0;
}
