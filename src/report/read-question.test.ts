import { assert, constantFrom, integer, jsonValue, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';
import { dayInZone, startOfDayInZone } from './day-in-zone.ts';
import { readCompaniesQuestion, readPeriod, readVisitsQuestion } from './read-question.ts';

const NOW = Date.UTC(2026, 1, 2, 12);
const DAY = 86_400_000;
const SITE = { id: 7, customerId: 3, timeZone: 'Europe/Berlin' };
const iso = (instant: number) => new Date(instant).toISOString();

describe('a day in a zone', () => {
  test.each([
    ['Europe/Berlin', '2026-01-15', '2026-01-14T23:00:00.000Z'],
    ['Europe/Berlin', '2026-07-15', '2026-07-14T22:00:00.000Z'],
    ['Asia/Kolkata', '2026-01-15', '2026-01-14T18:30:00.000Z'],
    ['America/New_York', '2026-01-15', '2026-01-15T05:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-01-15', '2026-01-14T10:00:00.000Z'],
    ['UTC', '2026-01-15', '2026-01-15T00:00:00.000Z'],
    // Clocks went from 00:00 to 01:00: the day began at what was called 01:00.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    // Samoa left the 30th of December 2011 out: it begins where the 31st does.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z'],
  ])('%s: %s begins at %s', (timeZone, date, start) => {
    expect(iso(startOfDayInZone(timeZone, Date.parse(date)))).toBe(start);
  });

  test('its first instant is in the day and the one before is not', () => {
    const zones = constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Asia/Tehran',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    );
    assert(
      property(zones, integer({ min: 0, max: 25_000 }), (timeZone, days) => {
        const start = startOfDayInZone(timeZone, days * DAY);
        return dayInZone(timeZone, start) === days * DAY && dayInZone(timeZone, start - 1) < days * DAY;
      }),
    );
  });
});

describe('a period', () => {
  test.each([
    ['nothing: 30 days, today included', {}, '2026-01-03T23:00:00.000Z', '2026-02-02T12:00:00.001Z'],
    ['one day', { from: '2026-02-01', to: '2026-02-01' }, '2026-01-31T23:00:00.000Z', '2026-02-01T23:00:00.000Z'],
    [
      'the day on which clocks go forward has 23 hours',
      { from: '2026-03-29', to: '2026-03-29' },
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ],
    [
      'times with an offset',
      { from: '2026-02-01T10:00:00+05:30', to: '2026-02-01T10:00:00.5Z' },
      '2026-02-01T04:30:00.000Z',
      '2026-02-01T10:00:00.500Z',
    ],
    ['only an end', { to: '2026-01-31' }, '2026-01-01T23:00:00.000Z', '2026-01-31T23:00:00.000Z'],
  ])('%s', (_what, query, from, to) => {
    const period = readPeriod(query, SITE.timeZone, NOW, 30);
    expect(period.ok && [iso(period.value.from), iso(period.value.to)]).toEqual([from, to]);
  });

  test.each([
    ['a date that does not exist', { from: '2026-02-29' }, 'QUERY_FROM'],
    ['a time without a zone', { from: '2026-02-01T10:00:00' }, 'QUERY_FROM'],
    ['an hour 25', { to: '2026-02-01T25:00:00Z' }, 'QUERY_TO'],
    ['a number', { to: '1770000000' }, 'QUERY_TO'],
    ['an empty text', { from: '' }, 'QUERY_FROM'],
    ['an end before the start', { from: '2026-02-02', to: '2026-02-01' }, 'QUERY_PERIOD'],
    ['an end at the start', { from: '2026-02-01T10:00:00Z', to: '2026-02-01T10:00:00Z' }, 'QUERY_PERIOD'],
    ['a start in the future', { from: '2026-02-03' }, 'QUERY_PERIOD'],
  ])('%s is refused', (_what, query, code) => {
    expect(readPeriod(query, SITE.timeZone, NOW, 30)).toEqual({ ok: false, fault: code });
  });

  test('whatever is asked, the answer is a period or a code', () => {
    assert(
      property(string(), string(), (from, to) => {
        const period = readPeriod({ from, to }, SITE.timeZone, NOW, 30);
        return !period.ok || period.value.from < period.value.to;
      }),
    );
  });
});

describe('a cursor', () => {
  const CURSOR = { from: 1, to: 2, watermark: 3, key: 'a', id: 'b' };

  test('is read as it was written, with the same question alone', () => {
    const text = writeCursor(CURSOR, ['companies', '7']);
    expect(text).toMatch(/^[\w-]+$/);
    expect(readCursor(text, ['companies', '7'])).toEqual(CURSOR);
    expect(readCursor(text, ['companies', '8'])).toBeNull();
    expect(readCursor(text, ['companies,7'])).toBeNull();
  });

  test('with foreign contents is none', () => {
    assert(property(string(), (text) => readCursor(text, []) === null));
    const fingerprint: unknown = JSON.parse(Buffer.from(writeCursor(CURSOR, []), 'base64url').toString())[0];
    assert(
      property(jsonValue(), (contents) => {
        const forged = Buffer.from(JSON.stringify([fingerprint, contents])).toString('base64url');
        return readCursor(forged, []) === null;
      }),
    );
  });

  test.each([
    ['a period that no calendar knows', { ...CURSOR, to: 9e15 }],
    ['half a row', { ...CURSOR, watermark: 1.5 }],
    ['a field too many', { ...CURSOR, site: 8 }],
  ])('with %s is none', (_what, forged) => {
    expect(readCursor(writeCursor(forged, []), [])).toBeNull();
  });

  test.each([
    ['a text where the list is sorted by a number', 'a', 'x'],
    ['a number where the list is sorted by name', 5, 'x'],
  ])('with %s is none', (_what, key, id) => {
    const sort = key === 5 ? 'name' : '-visits';
    const cursor = writeCursor({ ...CURSOR, key, id }, ['companies', '7', '', '', sort, '']);
    expect(readCompaniesQuestion({ site: 'x', sort, cursor }, SITE, NOW)).toEqual({ ok: false, fault: 'QUERY_CURSOR' });
  });

  test.each([['x'], [''], ['-1'], ['18446744073709551616'], ['99999999999999999999']])(
    'with the visit %s is none',
    (id) => {
      const cursor = writeCursor({ ...CURSOR, key: 5, id }, ['visits', '7', 'aaaaaaaaaaaaa', '', '', '-started_at']);
      const question = readVisitsQuestion({ site: 'x', cursor }, 'aaaaaaaaaaaaa', SITE, NOW);
      expect(question).toEqual({ ok: false, fault: 'QUERY_CURSOR' });
    },
  );
});
