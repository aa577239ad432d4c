import { expect, test } from 'vitest';
import { daysLeft } from './days-left.ts';

const now = new Date('2026-11-23T12:00:00Z');

test.each([
  ['2026-12-07T12:00:00Z', 14],
  ['2026-11-24T12:00:01Z', 2],
  ['2026-11-23T12:00:01Z', 1],
  ['2026-11-23T12:00:00Z', 0],
  ['2026-11-01T12:00:00Z', 0],
])('until %s there are %d days', (until, days) => {
  expect(daysLeft(until, now)).toBe(days);
});
