import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createTraceFinder } from './find-traces.ts';

const FOUR = '203.0.113.77';
const SIX = '2001:db8:12:3400:aa:bb:cc:1d';
const finder = createTraceFinder([FOUR, SIX]);

const PLANTS: readonly (readonly [form: string, canary: number, plant: Buffer])[] = [
  ['text', 0, Buffer.from(`GET / from ${FOUR}:4711`)],
  ['padded', 0, Buffer.from('203.000.113.077')],
  ['hex', 0, Buffer.from('key=cb00714d')],
  ['hex, capitals', 0, Buffer.from('CB00714D')],
  ['integer', 0, Buffer.from('ip:3405803853')],
  ['raw bytes', 0, Buffer.from([9, 203, 0, 113, 77, 9])],
  ['raw bytes, reversed', 0, Buffer.from([77, 113, 0, 203])],
  ['text, base64', 0, Buffer.from(Buffer.from(`ab ${FOUR} cd`).toString('base64'))],
  ['v4-mapped hex', 0, Buffer.from('::ffff:cb00:714d')],
  ['reversed', 0, Buffer.from('77.113.0.203.in-addr.arpa')],
  ['percent-encoded dots', 0, Buffer.from('203%2E0%2E113%2E77')],
  ['text, UTF-16LE', 0, Buffer.from(FOUR, 'utf16le')],
  ['text, UTF-16BE', 0, Buffer.from(FOUR, 'utf16le').swap16()],
  ['text in gzip', 0, Buffer.concat([Buffer.from('xx'), gzipSync(`line with ${FOUR}`)])],
  ['sha256, hex', 0, Buffer.from(createHash('sha256').update(FOUR).digest('hex'))],
  ['md5, raw', 0, createHash('md5').update(FOUR).digest()],
  ['sha1, base64', 0, Buffer.from(createHash('sha1').update(FOUR).digest('base64'))],
  ['six: text', 1, Buffer.from(`"${SIX}"`)],
  ['six: padded', 1, Buffer.from('2001:0db8:0012:3400:00aa:00bb:00cc:001d')],
  ['six: hex', 1, Buffer.from('20010db80012340000aa00bb00cc001d')],
  ['six: raw bytes', 1, Buffer.from('20010db80012340000aa00bb00cc001d', 'hex')],
  ['six: sha256, hex', 1, Buffer.from(createHash('sha256').update(SIX).digest('hex'))],
];

describe('the search for traces of an address', () => {
  test.each(PLANTS)('finds it as %s', (_form, canary, plant) => {
    expect(finder.inBytes('file', plant).map((finding) => finding.canary)).toContain(canary);
  });

  test.each([
    ['unsigned', 3405803853n],
    ['signed', -889163443],
    ['little-endian', 1299251403],
    ['the upper half of an IPv6 address', 0x2001_0db8_0012_3400n],
  ])('finds it as an integer value: %s', (_form, value) => {
    expect(finder.inValues([{ place: 'table.column', value }])).not.toEqual([]);
  });

  test('finds nothing where there is nothing', () => {
    expect(finder.inBytes('file', Buffer.from('203.0.113.78 and 2001:db8::1'))).toEqual([]);
    expect(
      finder.inValues([
        { place: 'table.column', value: 3405803854 },
        { place: 'table.column', value: null },
      ]),
    ).toEqual([]);
  });
});
