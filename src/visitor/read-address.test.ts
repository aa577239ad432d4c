import * as fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { isIP } from 'node:net';
import { expect, test } from 'vitest';
import { ADDRESS_BYTES, readAddress } from './read-address.ts';

function read(text: string): readonly [family: number, bytes: readonly number[]] {
  const bytes = new Uint8Array(ADDRESS_BYTES);
  const family = readAddress(text, bytes);
  return [family, [...bytes.subarray(0, family === 6 ? 16 : family)]];
}

test.each([
  ['192.0.2.1', 4, [192, 0, 2, 1]],
  ['0.0.0.0', 4, [0, 0, 0, 0]],
  ['255.255.255.255', 4, [255, 255, 255, 255]],
  ['2001:db8::1', 6, [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
  ['2001:DB8:0:0:0:0:0:1', 6, [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
  ['::', 6, Array<number>(16).fill(0)],
  ['1::', 6, [0, 1, ...Array<number>(14).fill(0)]],
  ['::2:3', 6, [...Array<number>(12).fill(0), 0, 2, 0, 3]],
  ['::ffff:192.0.2.1', 4, [192, 0, 2, 1]],
  ['::ffff:c000:201', 4, [192, 0, 2, 1]],
  ['0:0:0:0:0:FFFF:192.0.2.1', 4, [192, 0, 2, 1]],
  ['64:ff9b::192.0.2.1', 6, [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, 192, 0, 2, 1]],
])('%s is read as IPv%i', (text, family, bytes) => {
  expect(read(text)).toEqual([family, bytes]);
});

test.each([
  ['nothing', ''],
  ['a zone id', 'fe80::1%eth0'],
  ['brackets', '[2001:db8::1]'],
  ['a port', '192.0.2.1:80'],
  ['leading zeros', '192.0.02.1'],
  ['an octal notation', '0300.0.2.1'],
  ['a hexadecimal notation', '0xc0.0.2.1'],
  ['one number', '3221225985'],
  ['three parts', '192.0.513'],
  ['five parts', '192.0.2.1.1'],
  ['a part over 255', '192.0.2.256'],
  ['an empty part', '192..2.1'],
  ['a closing dot', '192.0.2.1.'],
  ['a space', ' 192.0.2.1'],
  ['a prefix length', '192.0.2.0/24'],
  ['full-width digits', '１92.0.2.1'],
  ['two gaps', '1::2::3'],
  ['a gap of nothing', '1:2:3:4:5:6:7::8'],
  ['nine words', '1:2:3:4:5:6:7:8:9'],
  ['seven words', '1:2:3:4:5:6:7'],
  ['five digits', '12345::'],
  ['three colons', ':::'],
  ['one colon in front', ':1:2:3:4:5:6:7'],
  ['one colon at the end', '1:2:3:4:5:6:7:'],
  ['dotted decimals in the middle', '::192.0.2.1:1'],
  ['dotted decimals too late', '1:2:3:4:5:6:7:192.0.2.1'],
  ['a mapped address with leading zeros', '::ffff:192.0.2.01'],
  ['a word', 'localhost'],
])('%s is no address', (_what, text) => {
  expect(read(text)).toEqual([0, []]);
});

/** Texts near the grammar: addresses, and addresses with a character changed, added or taken away. */
const nearAddresses = fc
  .tuple(
    fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.ipV4().map((address) => `::ffff:${address}`),
      fc.stringMatching(/^[0-9a-f:.]{0,46}$/),
    ),
    fc.nat(50),
    fc.constantFrom('', '0', '9', 'f', 'F', 'g', ':', '::', '.', '/', '256', ' ', '[', 'ſ'),
    fc.nat(2),
  )
  .map(([text, at, piece, cut]) => text.slice(0, at) + piece + text.slice(at + cut));

test('what node:net takes for an address is an address, and nothing else is', () => {
  fc.assert(
    fc.property(nearAddresses, (text) => {
      expect(read(text)[0] !== 0).toBe(isIP(text) !== 0);
    }),
    { numRuns: 20_000 },
  );
});

test('the bytes are those that ipaddr.js reads, with mapped addresses as IPv4', () => {
  fc.assert(
    fc.property(nearAddresses, (text) => {
      // ipaddr.js takes the deprecated `::192.0.2.1` (RFC 4291, 2.5.5.1) for a mapped address.
      if (isIP(text) === 0 || /^::\d+\./.test(text)) return;
      const parsed = ipaddr.process(text);
      expect(read(text)).toEqual([parsed.kind() === 'ipv4' ? 4 : 6, parsed.toByteArray()]);
    }),
    { numRuns: 5_000 },
  );
});
