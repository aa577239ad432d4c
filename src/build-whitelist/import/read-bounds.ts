import { fault, ok, type Result } from '../../contracts/result.ts';
import type { Bounds } from './registry-objects.ts';

export type BoundsFault = 'UNREADABLE_RANGE' | 'REVERSED_RANGE' | 'HOST_BITS';

/** An address with its family; IPv4 as unsigned 32-bit number, IPv6 as 128-bit integer. */
export type Address = { readonly family: 4; readonly value: number } | { readonly family: 6; readonly value: bigint };

const LAST_4 = 2 ** 32 - 1;
const LAST_6 = (1n << 128n) - 1n;

/** Longer texts are no addresses: two of IPv6 with their scope, and a hyphen. */
const LONGEST_RANGE = 100;

/**
 * Reads `first - last`, a prefix, or an address alone. In IPv4 a prefix may leave out octets that are zero
 * (`200.75.0/19`, `190.60/16`). A prefix with bits behind its length is a fault: nobody knows what was meant.
 */
export function readBounds(text: string): Result<Bounds, BoundsFault> {
  const range = text.trim();
  if (range.length > LONGEST_RANGE) return fault('UNREADABLE_RANGE');
  const slash = range.indexOf('/');
  if (slash >= 0) return readPrefix(range.slice(0, slash), range.slice(slash + 1));
  const hyphen = range.indexOf('-');
  if (hyphen < 0) return readRange(range, range);
  return readRange(range.slice(0, hyphen).trim(), range.slice(hyphen + 1).trim());
}

/** Two addresses in any notation of `readAddress`, both inclusive. */
export function readRange(firstText: string, lastText: string): Result<Bounds, BoundsFault> {
  const first = readAddress(firstText);
  const last = firstText === lastText ? first : readAddress(lastText);
  if (first === null || last === null) return fault('UNREADABLE_RANGE');
  return boundsOf(first, last);
}

/** Decimal numbers, as some tables write addresses; of `family` where it is known, else by their size. */
export function readNumericRange(firstText: string, lastText: string): Result<Bounds, BoundsFault> {
  if (!/^\d{1,39}$/.test(firstText) || !/^\d{1,39}$/.test(lastText)) return fault('UNREADABLE_RANGE');
  const [first, last] = [BigInt(firstText), BigInt(lastText)];
  if (last > LAST_6 || first > LAST_6) return fault('UNREADABLE_RANGE');
  if (last <= BigInt(LAST_4) && first <= BigInt(LAST_4)) {
    return boundsOf({ family: 4, value: Number(first) }, { family: 4, value: Number(last) });
  }
  return mappedTo4(first, last) ?? boundsOf({ family: 6, value: first }, { family: 6, value: last });
}

/** IPv4-mapped ranges (`::ffff:0:0/96`), as some tables write all of IPv4. */
const MAPPED_4 = 0xffffn << 32n;

function mappedTo4(first: bigint, last: bigint): Result<Bounds, BoundsFault> | null {
  if (first >> 32n !== 0xffffn || last >> 32n !== 0xffffn) return null;
  return boundsOf({ family: 4, value: Number(first - MAPPED_4) }, { family: 4, value: Number(last - MAPPED_4) });
}

function boundsOf(first: Address, last: Address): Result<Bounds, BoundsFault> {
  if (first.family === 4 && last.family === 4) {
    return first.value > last.value ? fault('REVERSED_RANGE') : ok({ family: 4, first: first.value, last: last.value });
  }
  if (first.family === 6 && last.family === 6) {
    return first.value > last.value ? fault('REVERSED_RANGE') : ok({ family: 6, first: first.value, last: last.value });
  }
  return fault('UNREADABLE_RANGE');
}

function readPrefix(addressText: string, lengthText: string): Result<Bounds, BoundsFault> {
  const length = /^\d{1,3}$/.test(lengthText.trim()) ? Number(lengthText) : Number.NaN;
  const text = addressText.trim();
  const address = readAddress(text.includes(':') ? text : withAllOctets(text));
  if (address === null || !(length <= (address.family === 4 ? 32 : 128))) return fault('UNREADABLE_RANGE');
  if (address.family === 4) {
    const size = 2 ** (32 - length);
    if (address.value % size !== 0) return fault('HOST_BITS');
    return ok({ family: 4, first: address.value, last: address.value + size - 1 });
  }
  const rest = (1n << BigInt(128 - length)) - 1n;
  if ((address.value & rest) !== 0n) return fault('HOST_BITS');
  return ok({ family: 6, first: address.value, last: address.value | rest });
}

function withAllOctets(text: string): string {
  const missing = 4 - text.split('.').length;
  return missing > 0 && text !== '' ? text + '.0'.repeat(missing) : text;
}

/** Dotted or colon notation (RFC 4291, section 2.2); null for anything else. Octets may be padded with zeros. */
export function readAddress(text: string): Address | null {
  if (text.includes(':')) {
    const value = readAddress6(text);
    return value === null ? null : { family: 6, value };
  }
  const value = readAddress4(text);
  return value < 0 ? null : { family: 4, value };
}

/** -1 for what is no address. */
function readAddress4(text: string): number {
  let value = 0;
  let octet = -1;
  let dots = 0;
  let digits = 0;
  for (let position = 0; position < text.length; position += 1) {
    const code = text.charCodeAt(position);
    if (code === 46) {
      if (octet < 0 || dots === 3) return -1;
      value = value * 256 + octet;
      octet = -1;
      digits = 0;
      dots += 1;
    } else {
      if (code < 48 || code > 57 || digits === 3) return -1;
      octet = Math.max(octet, 0) * 10 + code - 48;
      digits += 1;
      if (octet > 255) return -1;
    }
  }
  return dots === 3 && octet >= 0 ? value * 256 + octet : -1;
}

function readAddress6(text: string): bigint | null {
  if (text.length > 45) return null;
  let colons = text;
  const dot = text.indexOf('.');
  if (dot >= 0) {
    const tail = text.lastIndexOf(':') + 1;
    const four = readAddress4(text.slice(tail));
    if (four < 0) return null;
    colons = `${text.slice(0, tail)}${Math.floor(four / 65_536).toString(16)}:${(four % 65_536).toString(16)}`;
  }
  const halves = colons.split('::');
  if (halves.length > 2) return null;
  const head = wordsOf(halves[0] ?? '');
  const tail = halves.length === 2 ? wordsOf(halves[1] ?? '') : [];
  if (head === null || tail === null) return null;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return null;
  const words = [...head, ...Array.from({ length: missing }, () => 0), ...tail];
  let high = 0n;
  for (let word = 0; word < 8; word += 2) {
    high = (high << 32n) | BigInt(((words[word] ?? 0) * 65_536 + (words[word + 1] ?? 0)) >>> 0);
  }
  return high;
}

function wordsOf(text: string): number[] | null {
  if (text === '') return [];
  const words: number[] = [];
  for (const word of text.split(':')) {
    if (!/^[\da-f]{1,4}$/i.test(word)) return null;
    words.push(Number.parseInt(word, 16));
  }
  return words;
}
