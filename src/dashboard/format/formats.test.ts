import { describe, expect, test } from 'vitest';
import { createFormats } from './formats.ts';

const german = createFormats('de-DE', 'Europe/Berlin');
const english = createFormats('en-GB', 'Europe/Berlin');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Intl separates with spaces that do not break; a reader sees a space. */
const plain = (text: string) => text.replaceAll(/[\u00A0\u202F]/g, ' ');

test('German figures have points for thousands, English ones commas', () => {
  expect([german.number(12_345), english.number(12_345)]).toEqual(['12.345', '12,345']);
});

test.each([
  [0, 1000, '0 %'],
  [620, 1000, '62 %'],
  [38, 1000, '3,8 %'],
  [1, 100_000, '< 0,1 %'],
  [999, 1000, '99 %'],
  [1000, 1000, '100 %'],
  [0, 0, '0 %'],
])('%d of %d is a share of %s', (part, whole, words) => {
  expect(plain(german.share(part, whole))).toBe(words);
});

describe('moments', () => {
  const moment = '2026-11-23T23:30:00Z';

  test('a moment is told in the time zone of the site, not of the reader', () => {
    expect(german.dateTime(moment)).toBe('24.11.2026, 00:30');
    expect(createFormats('de-DE', 'America/New_York').dateTime(moment)).toBe('23.11.2026, 18:30');
  });

  test('midnight is 00, never 24', () => {
    expect(german.time('2026-11-22T23:00:00Z')).toBe('00:00');
  });

  test('the date of a source is the same day in every time zone', () => {
    expect(createFormats('en-US', 'America/Los_Angeles').day('2026-06-17')).toBe('06/17/2026');
  });

  test.each([
    ['2026-11-23T22:00:00Z', '23:00'],
    ['2026-11-20T10:05:00Z', '20. Nov., 11:05'],
    ['2025-11-20T10:05:00Z', '20.11.2025'],
  ])('%s is shortened to %s', (iso, words) => {
    expect(plain(german.shortMoment(iso, new Date('2026-11-23T22:30:00Z')))).toBe(words);
  });

  test.each([
    [0, 'jetzt'],
    [3 * MINUTE, 'vor 3 Minuten'],
    [2 * HOUR, 'vor 2 Stunden'],
    [-5 * MINUTE, 'jetzt'],
    [25 * HOUR, null],
  ])('%d ms ago is "%s"', (age, words) => {
    const now = new Date(moment);
    expect(german.ago(new Date(now.getTime() - age).toISOString(), now)).toBe(words);
  });
});

test.each([
  [45_000, '45 Sek.'],
  [59_700, '1 Min.'],
  [3 * MINUTE, '3 Min.'],
  [59.8 * MINUTE, '1 Std.'],
  [65 * MINUTE, '1 Std. 5 Min.'],
])('%d ms last %s', (ms, words) => {
  expect(plain(german.duration(ms))).toBe(words);
});

test.each([
  [0, '0 secs'],
  [45, '45 secs'],
  [60, '1 min'],
  [80, '1 min 20 secs'],
  [3_599, '59 mins 59 secs'],
  [3_600, '1 hr'],
  [3_905, '1 hr 5 mins'],
])('a page that was open for %d s was so for %s', (seconds, words) => {
  expect(plain(english.stay(seconds))).toBe(words);
});

test('a country is named in the language; what is no code stays as it is', () => {
  expect([german.country('AT'), english.country('AT'), german.country('nowhere')]).toEqual([
    'Österreich',
    'Austria',
    'nowhere',
  ]);
});

test('a list ends in "und"', () => {
  expect(german.list(['a', 'b', 'c'])).toBe('a, b und c');
});
