import { createHash } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** One form in which an address could have been left behind, as the bytes to look for. */
export type Trace = { readonly form: string; readonly bytes: Buffer };

/** Every form of privacy.md, row 2: what a file, a log or an answer would hold if it had kept the address. */
export function tracesOf(address: string): readonly Trace[] {
  const parsed = ipaddr.parse(address);
  const raw = Buffer.from(parsed.toByteArray());
  const texts = parsed instanceof ipaddr.IPv6 ? textsOfSix(parsed, raw) : textsOfFour(address, raw);
  return [
    ...[...texts].flatMap(([form, text]) => textTraces(form, text)),
    ...rawTraces(raw),
    ...hashTraces([...texts.values()], raw),
  ];
}

/** The integers as which a column could hold the address. */
export function integersOf(address: string): ReadonlySet<bigint> {
  const raw = Buffer.from(ipaddr.parse(address).toByteArray());
  const reversed = Buffer.from(raw).reverse();
  const integers = new Set<bigint>();
  for (const bytes of [raw, reversed]) {
    const whole = BigInt(`0x${bytes.toString('hex')}`);
    integers.add(whole);
    integers.add(BigInt.asIntN(bytes.length * 8, whole));
    if (bytes.length === 16) {
      for (const half of [bytes.subarray(0, 8), bytes.subarray(8)]) {
        const value = BigInt(`0x${half.toString('hex')}`);
        integers.add(value);
        integers.add(BigInt.asIntN(64, value));
      }
    }
  }
  return integers;
}

function textsOfFour(address: string, raw: Buffer): Map<string, string> {
  const parts = [...raw];
  const hex = raw.toString('hex');
  const reversed = [...parts].reverse();
  return new Map([
    ['text', address],
    ['padded', parts.map((part) => String(part).padStart(3, '0')).join('.')],
    ['hex', hex],
    ['hex with colons', parts.map((part) => part.toString(16).padStart(2, '0')).join(':')],
    ['hex reversed', Buffer.from(raw).reverse().toString('hex')],
    ['integer', String(raw.readUInt32BE())],
    ['integer, little-endian', String(raw.readUInt32LE())],
    ['signed integer', String(raw.readInt32BE())],
    ['v4-mapped hex', `::ffff:${hex.slice(0, 4)}:${hex.slice(4)}`],
    ['reversed', reversed.join('.')],
    ['percent-encoded dots', address.replaceAll('.', '%2E')],
    ['dashes', parts.join('-')],
  ]);
}

function textsOfSix(address: ipaddr.IPv6, raw: Buffer): Map<string, string> {
  const hex = raw.toString('hex');
  const short = address.toRFC5952String();
  const full = address.toNormalizedString().replace(/[0-9a-f]+/g, (part) => part.padStart(4, '0'));
  return new Map([
    ['text', short],
    ['text, not compressed', address.toNormalizedString()],
    ['padded', full],
    ['hex', hex],
    ['hex reversed', Buffer.from(raw).reverse().toString('hex')],
    ['integer', String(BigInt(`0x${hex}`))],
    ['reversed nibbles', [...hex].reverse().join('.')],
    ['percent-encoded colons', short.replaceAll(':', '%3A')],
    ['percent-encoded colons, padded', full.replaceAll(':', '%3A')],
    ['dashes', short.replaceAll(':', '-')],
  ]);
}

/** A text as it is, in capitals, in both UTF-16 orders, percent-encoded to the last character, and in base64. */
export function textTraces(form: string, text: string): Trace[] {
  const little = Buffer.from(text, 'utf16le');
  const everyCharacter = [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  const traces: Trace[] = [
    { form, bytes: Buffer.from(text) },
    { form: `${form}, UTF-16LE`, bytes: little },
    { form: `${form}, UTF-16BE`, bytes: Buffer.from(little).swap16() },
    { form: `${form}, percent-encoded`, bytes: Buffer.from(everyCharacter) },
    ...base64Traces(form, Buffer.from(text)),
  ];
  if (text.toUpperCase() !== text) traces.push({ form: `${form}, capitals`, bytes: Buffer.from(text.toUpperCase()) });
  return traces;
}

function rawTraces(raw: Buffer): Trace[] {
  const reversed = Buffer.from(raw).reverse();
  return [
    { form: 'raw bytes', bytes: raw },
    { form: 'raw bytes, reversed', bytes: reversed },
    ...base64Traces('raw bytes', raw),
  ];
}

/** The base64 of bytes somewhere inside a longer text: one inner part for each of the three alignments. */
function base64Traces(form: string, bytes: Buffer): Trace[] {
  return [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    // The first and the last characters depend on what stands beside the bytes.
    const inner = encoded.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    if (inner.length < 5) return [];
    return [
      { form: `${form}, base64`, bytes: Buffer.from(inner) },
      { form: `${form}, base64url`, bytes: Buffer.from(inner.replaceAll('+', '-').replaceAll('/', '_')) },
    ];
  });
}

/** Plain hashes of a text or of bytes, whole, as hexadecimal text, base64 and raw bytes. */
export function hashTraces(texts: readonly string[], raw?: Buffer): Trace[] {
  return ['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) =>
    [...texts, ...(raw ? [raw] : [])].flatMap((input) => {
      const digest = createHash(algorithm).update(input).digest();
      return [
        { form: `${algorithm}, hex`, bytes: Buffer.from(digest.toString('hex')) },
        { form: `${algorithm}, base64`, bytes: Buffer.from(digest.toString('base64').slice(0, 20)) },
        { form: `${algorithm}, base64url`, bytes: Buffer.from(digest.toString('base64url').slice(0, 20)) },
        { form: `${algorithm}, raw`, bytes: digest.subarray(0, 16) },
      ];
    }),
  );
}
