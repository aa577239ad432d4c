import { expect, test } from 'vitest';
import { bytesToInteger, isSpecial4, isSpecial6, specialBounds4, specialBounds6 } from './special-purpose.ts';

const four = (text: string): number => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);

function six(words: readonly number[]): Uint8Array {
  return Uint8Array.from(words.flatMap((word) => [word >> 8, word & 255]));
}

test.each([
  ['0.0.0.0', true],
  ['10.255.255.255', true],
  ['11.0.0.0', false],
  ['100.63.255.255', false],
  ['100.64.0.0', true],
  ['127.0.0.1', true],
  ['172.32.0.0', false],
  ['192.0.2.77', true],
  ['192.88.99.1', true],
  ['193.0.0.1', false],
  ['198.19.255.255', true],
  ['198.20.0.0', false],
  ['203.0.113.255', true],
  ['223.255.255.255', false],
  ['224.0.0.1', true],
  ['255.255.255.255', true],
])('%s is special-purpose: %s', (address, special) => {
  expect(isSpecial4(four(address))).toBe(special);
  expect(specialBounds4(four(address)) !== null).toBe(special);
});

test.each<[string, readonly number[], boolean]>([
  ['::1', [0, 0, 0, 0, 0, 0, 0, 1], true],
  ['64:ff9b::1', [0x64, 0xff9b, 0, 0, 0, 0, 0, 1], true],
  ['2001::', [0x2001, 0, 0, 0, 0, 0, 0, 0], true],
  ['2001:1ff::', [0x2001, 0x1ff, 0, 0, 0, 0, 0, 0], true],
  ['2001:200::', [0x2001, 0x200, 0, 0, 0, 0, 0, 0], false],
  ['2001:db8::5', [0x2001, 0xdb8, 0, 0, 0, 0, 0, 5], true],
  ['2001:db9::', [0x2001, 0xdb9, 0, 0, 0, 0, 0, 0], false],
  ['2002::', [0x2002, 0, 0, 0, 0, 0, 0, 0], true],
  ['2003::', [0x2003, 0, 0, 0, 0, 0, 0, 0], false],
  ['fd00::1', [0xfd00, 0, 0, 0, 0, 0, 0, 1], true],
  ['fe80::1', [0xfe80, 0, 0, 0, 0, 0, 0, 1], true],
  ['ff02::1', [0xff02, 0, 0, 0, 0, 0, 0, 1], true],
])('%s is special-purpose: %s', (_text, words, special) => {
  expect(isSpecial6(six(words))).toBe(special);
  expect(specialBounds6(bytesToInteger(six(words))) !== null).toBe(special);
});
