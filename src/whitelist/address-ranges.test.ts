import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressRanges, isSmallRange, rangeBounds, rangeText, readRange, widerRange } from './address-ranges.ts';

test.each([
  ['203.0.113.9', '203.0.113.9', true, '203.0.113.8/29'],
  ['203.0.113.9/32', '203.0.113.9', true, '203.0.113.8/29'],
  ['203.0.113.9/24', '203.0.113.0/24', false, null],
  ['203.0.113.8/29', '203.0.113.8/29', false, null],
  ['203.0.113.8/30', '203.0.113.8/30', true, '203.0.113.8/29'],
  ['203.0.113.0-203.0.113.255', '203.0.113.0/24', false, null],
  ['203.0.113.0 - 203.0.113.9', '203.0.113.0-203.0.113.9', false, null],
  ['203.0.113.6-203.0.113.9', '203.0.113.6-203.0.113.9', true, '203.0.113.0/28'],
  ['2001:db8::1', '2001:db8::1', true, '2001:db8::/64'],
  ['2001:DB8:0:0::/64', '2001:db8::/64', false, null],
  ['2001:db8::/65', '2001:db8::/65', true, '2001:db8::/64'],
  ['2001:db8::-2001:db8::ffff', '2001:db8::/112', true, '2001:db8::/64'],
  ['0.0.0.0/0', '0.0.0.0/0', false, null],
  ['::/0', '::/0', false, null],
])('%s is %s, small: %s, wider: %s', (text, expected, isSmall, wider) => {
  const range = readRange(text);
  if (range === null) throw new Error('not read');
  expect([rangeText(range), isSmallRange(range), isSmall ? rangeText(widerRange(range)) : null]).toEqual([
    expected,
    isSmall,
    wider,
  ]);
});

test.each([
  '',
  'rubbish',
  '203.0.113',
  '203.0.113.256',
  '0313.0.113.9',
  '3405803785',
  '203.0.113.0/33',
  '203.0.113.0/',
  '203.0.113.0/024',
  '203.0.113.0/-1',
  '203.0.113.9-203.0.113.1',
  '203.0.113.0-2001:db8::1',
  '203.0.113.0/24-203.0.113.9',
  '::ffff:203.0.113.9',
  'fe80::1%eth0',
  '2001:db8::/129',
  '203.0.113.0 203.0.113.9',
  ' '.repeat(200),
])('%s is no range', (text) => {
  expect(readRange(text)).toBeNull();
});

test('bounds sort as text', () => {
  const range = readRange('192.0.2.0/24');
  expect(range && rangeBounds(range)).toEqual({ first: 'c0000200', last: 'c00002ff' });
  const six = readRange('::/128');
  expect(six && rangeBounds(six).first).toBe('0'.repeat(32));
});

function bytesOf(address: bigint): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, at) => Number((address >> BigInt(120 - at * 8)) & 255n));
}

/** Few values beside the ends of words, so that ranges meet. */
function near(bits: 32 | 128): fc.Arbitrary<bigint> {
  const top = (1n << BigInt(bits)) - 1n;
  const base = fc.constantFrom(0n, 1n << BigInt(bits / 2), top - 40n, (1n << BigInt(bits - 1)) - 20n);
  return fc.tuple(base, fc.bigInt({ min: 0n, max: 40n })).map(([from, more]) => from + more);
}

test.each([32, 128] as const)('%i bits: an address is found where one of the ranges holds it', (bits) => {
  const range = fc
    .tuple(near(bits), near(bits))
    .map(([one, other]) => ({ bits, first: one < other ? one : other, last: one < other ? other : one }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 8 }), near(bits), (ranges, address) => {
      const found = addressRanges(ranges);
      const expected = ranges.some(({ first, last }) => first <= address && address <= last);
      expect(bits === 32 ? found.has4(Number(address)) : found.has6(bytesOf(address))).toBe(expected);
    }),
    { numRuns: 3000 },
  );
});

test('a range is what its own text says', () => {
  const range = fc
    .tuple(fc.constantFrom(32 as const, 128 as const), fc.bigInt({ min: 0n, max: (1n << 128n) - 1n }), fc.nat(5000))
    .map(([bits, start, more]) => {
      const top = (1n << BigInt(bits)) - 1n;
      const first = start & top;
      return { bits, first, last: first + BigInt(more) > top ? top : first + BigInt(more) };
    })
    // Written as IPv4 they are another family.
    .filter(({ bits, first }) => bits === 32 || first >> 32n !== 0xffffn);
  fc.assert(
    fc.property(range, (written) => {
      expect(readRange(rangeText(written))).toEqual(written);
    }),
  );
});
