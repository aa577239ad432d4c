import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prefixText } from '../../whitelist/prefix-text.ts';
import { readBounds, readNumericRange } from './read-bounds.ts';

const four = (first: number, last: number) => ({ ok: true, value: { family: 4, first, last } });
const six = (first: bigint, last: bigint) => ({ ok: true, value: { family: 6, first, last } });
const fault = (code: string) => ({ ok: false, fault: code });

describe('texts of ranges', () => {
  test.each([
    ['192.0.2.0 - 192.0.2.255', four(0xc0000200, 0xc00002ff)],
    ['192.0.2.0-192.0.2.7', four(0xc0000200, 0xc0000207)],
    ['192.0.2.8/29', four(0xc0000208, 0xc000020f)],
    ['192.0.2.8', four(0xc0000208, 0xc0000208)],
    ['192.000.002.008 - 192.000.002.015', four(0xc0000208, 0xc000020f)],
    ['203.0.113/24', four(0xcb007100, 0xcb0071ff)],
    ['200.75.0/19', four(0xc84b0000, 0xc84b1fff)],
    ['190.60/16', four(0xbe3c0000, 0xbe3cffff)],
    ['0/0', four(0, 0xffffffff)],
    ['0.0.0.0 - 255.255.255.255', four(0, 0xffffffff)],
    ['2001:db8::/32', six(0x20010db8n << 96n, (0x20010db9n << 96n) - 1n)],
    ['2001:DB8:: - 2001:DB8::FFFF', six(0x20010db8n << 96n, (0x20010db8n << 96n) + 0xffffn)],
    ['::ffff:192.0.2.1', six(0xffffc0000201n, 0xffffc0000201n)],
    ['2001:db8:0:0:0:0:0:1/128', six((0x20010db8n << 96n) + 1n, (0x20010db8n << 96n) + 1n)],
    ['192.0.2.9/29', fault('HOST_BITS')],
    ['200.75.1/19', fault('HOST_BITS')],
    ['2001:db8::1/64', fault('HOST_BITS')],
    ['192.0.2.9 - 192.0.2.8', fault('REVERSED_RANGE')],
    ['2001:db8::2 - 2001:db8::1', fault('REVERSED_RANGE')],
    ['192.0.2.0/33', fault('UNREADABLE_RANGE')],
    ['2001:db8::/129', fault('UNREADABLE_RANGE')],
    ['192.0.2.256', fault('UNREADABLE_RANGE')],
    ['192.0.2', fault('UNREADABLE_RANGE')],
    ['192.0.2.0 - 2001:db8::', fault('UNREADABLE_RANGE')],
    ['2001:db8', fault('UNREADABLE_RANGE')],
    ['1::2::3', fault('UNREADABLE_RANGE')],
    ['1:2:3:4:5:6:7:8::', fault('UNREADABLE_RANGE')],
    ['192.0.2.0/', fault('UNREADABLE_RANGE')],
    ['/24', fault('UNREADABLE_RANGE')],
    ['', fault('UNREADABLE_RANGE')],
    ['-', fault('UNREADABLE_RANGE')],
    [' - '.repeat(100), fault('UNREADABLE_RANGE')],
  ])('%j', (text, bounds) => {
    expect(readBounds(text)).toEqual(bounds);
  });

  test.each([
    ['3221225984', '3221226239', four(0xc0000200, 0xc00002ff)],
    ['281473902969344', '281473902969599', four(0xc0000200, 0xc00002ff)],
    [
      '42540766411282592856903984951653826560',
      '42540766411282592856903984951653826561',
      six(0x20010db8n << 96n, (0x20010db8n << 96n) + 1n),
    ],
    ['2', '1', fault('REVERSED_RANGE')],
    ['-1', '1', fault('UNREADABLE_RANGE')],
    ['1e3', '2000', fault('UNREADABLE_RANGE')],
    ['0', `${1n << 128n}`, fault('UNREADABLE_RANGE')],
  ])('numbers %s to %s', (first, last, bounds) => {
    expect(readNumericRange(first, last)).toEqual(bounds);
  });
});

test('every IPv4 range is read back as it was written', () => {
  fc.assert(
    fc.property(fc.nat(0xffffffff), fc.nat(0xffffffff), (one, other) => {
      const [first, last] = [Math.min(one, other), Math.max(one, other)];
      const text = prefixText({ first: BigInt(first), last: BigInt(last) }, 32);
      expect(readBounds(text)).toEqual(four(first, last));
    }),
  );
});

test('every IPv6 range is read back as it was written', () => {
  const address = fc.bigInt(0n, (1n << 128n) - 1n);
  fc.assert(
    fc.property(address, address, fc.nat(127), (one, other, shift) => {
      const [low, high] = [one >> BigInt(shift), other >> BigInt(shift)];
      const [first, last] = low < high ? [low, high] : [high, low];
      expect(readBounds(prefixText({ first, last }, 128))).toEqual(six(first, last));
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0129af:./- xg'), maxLength: 60 }), (text) => {
      expect(readBounds(text)).toHaveProperty('ok');
    }),
  );
});
