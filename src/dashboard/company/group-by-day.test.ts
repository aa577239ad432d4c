import { expect, test } from 'vitest';
import { groupByDay } from './group-by-day.ts';

test('visits stand under the day on which they began, in the time zone of the site', () => {
  const visits = ['2026-11-23T23:30:00Z', '2026-11-23T22:30:00Z', '2026-11-23T08:00:00Z'].map((started_at) => ({
    started_at,
  }));
  const days = groupByDay(visits, 'Europe/Berlin');
  expect(days.map(({ day, visits: ofDay }) => [day, ofDay.length])).toEqual([
    ['2026-11-24', 1],
    ['2026-11-23', 2],
  ]);
});
