import { expect, test } from 'vitest';
import { ORGANISATION_WORDS, pageLanguage } from './organisation-words.ts';

test.each([
  [undefined, undefined, 'en'],
  [undefined, 'de-AT,de;q=0.9,en;q=0.8', 'de'],
  [undefined, 'en-GB,en;q=0.9,de;q=0.8', 'en'],
  [undefined, 'fr-FR, fr;q=0.9, de;q=0.4', 'de'],
  [undefined, 'de;q=0, en', 'en'],
  [undefined, 'fr', 'en'],
  [undefined, '', 'en'],
  [undefined, ',;,q=;', 'en'],
  ['de', 'en', 'de'],
  ['en', 'de', 'en'],
  ['fr', 'de', 'de'],
  [['de', 'en'], 'en', 'en'],
])('asked for %j with %j it speaks %s', (asked, accepted, language) => {
  expect(pageLanguage(asked, accepted)).toBe(language);
});

test('both languages say as much, with the same places for values', () => {
  const placesIn = (words: object): string[] =>
    Object.entries(words).flatMap(([key, said]) =>
      typeof said === 'string'
        ? [`${key} ${(said.match(/\{\w*\}/g) ?? []).sort().join(' ')}`]
        : placesIn(said).map((place) => `${key}.${place}`),
    );
  expect(placesIn(ORGANISATION_WORDS.de)).toEqual(placesIn(ORGANISATION_WORDS.en));
});
