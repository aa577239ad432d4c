import { expect, test } from 'vitest';
import { createPageThrottle } from './page-throttle.ts';

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 0, 5, 12);

test('gives as many turns as an hour has, then one after the other', () => {
  const throttle = createPageThrottle(30);
  expect(Array.from({ length: 30 }, () => throttle.take(NOON))).toEqual(Array.from({ length: 30 }, () => 0));
  expect(throttle.take(NOON)).toBe(120);
  expect(throttle.take(NOON + MINUTE)).toBe(60);
  expect(throttle.take(NOON + 2 * MINUTE)).toBe(0);
  expect(throttle.take(NOON + 2 * MINUTE)).toBe(120);
});

test('saves up no more than an hour’s turns', () => {
  const throttle = createPageThrottle(5);
  throttle.take(NOON);
  const later = NOON + 100 * 60 * MINUTE;
  expect(Array.from({ length: 6 }, () => throttle.take(later))).toEqual([0, 0, 0, 0, 0, 720]);
});

test('a clock that is set back gives nothing away', () => {
  const throttle = createPageThrottle(2);
  throttle.take(NOON);
  throttle.take(NOON);
  expect(throttle.take(NOON - 60 * MINUTE)).toBe(1800);
  expect(throttle.take(NOON - 30 * MINUTE)).toBe(0);
  expect(throttle.take(NOON - 30 * MINUTE)).toBe(1800);
});
