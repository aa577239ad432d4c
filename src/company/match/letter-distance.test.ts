import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterDistance } from './letter-distance.ts';

test.each([
  ['muster', 'muster', 0],
  ['muster', 'mustr', 1],
  ['muster', 'mustre', 1],
  ['muster', 'musters', 1],
  ['muster', 'mostar', 2],
])('%s and %s are %i apart', (one, other, expected) => {
  expect(letterDistance(one, other, 3)).toBe(expected);
});

test('it is the same both ways, at most one for one change, and above the limit where it is more', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (one, other) => {
      const distance = letterDistance(one, other, 20);
      expect(letterDistance(other, one, 20)).toBe(distance);
      expect(distance === 0).toBe(one === other);
      for (const most of [0, 1, 2]) expect(letterDistance(one, other, most) <= most).toBe(distance <= most);
    }),
  );
  fc.assert(
    fc.property(word, fc.nat(7), (one, at) => {
      expect(letterDistance(one, one.slice(0, at) + one.slice(at + 1), 3)).toBe(at < one.length ? 1 : 0);
    }),
  );
});
