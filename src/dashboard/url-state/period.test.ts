import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf, dayIn, isDay, shiftDay } from './period.ts';

test.each([
  [{ name: 'today' }, { from: '2026-03-01', to: null }],
  [{ name: 'week' }, { from: '2026-02-23', to: null }],
  [{ name: 'month' }, { from: '2026-01-31', to: null }],
  [
    { name: 'custom', from: '2025-12-30', to: '2026-01-02' },
    { from: '2025-12-30', to: '2026-01-02' },
  ],
] as const)('the period %o has the days %o', (period, bounds) => {
  expect(boundsOf(period, '2026-03-01')).toEqual(bounds);
});

test('the day is that of the site: in Auckland it is tomorrow already', () => {
  const instant = new Date('2026-11-23T12:00:00Z');
  expect([dayIn('Europe/Berlin', instant), dayIn('Pacific/Auckland', instant)]).toEqual(['2026-11-23', '2026-11-24']);
});

test.each(['2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '', 'today', '2026-01-01T00:00:00Z'])(
  '"%s" is no day',
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);

test('shifting a day there and back leads to the same day', () => {
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), (start, days) => {
      const shifted = shiftDay(start, days);
      expect(isDay(shifted)).toBe(true);
      expect(shiftDay(shifted, -days)).toBe(start);
    }),
  );
});
