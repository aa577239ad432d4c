import { expect, test } from 'vitest';
import { chooseLanguage, chooseLocale } from './choose-language.ts';

test.each([
  ['en', ['de-DE'], 'en'],
  [null, ['de-AT', 'en'], 'de'],
  [null, ['fr-FR', 'de'], 'de'],
  [null, ['fr-FR', 'it'], 'en'],
  ['klingon', ['de'], 'de'],
  [null, [], 'en'],
] as const)('remembered %s, browser %o: %s', (remembered, browser, language) => {
  expect(chooseLanguage(remembered, browser)).toBe(language);
});

test.each([
  ['de', ['de-AT', 'en-US'], 'de-AT'],
  ['en', ['de-AT', 'en-US'], 'en-US'],
  ['de', ['en-US'], 'de-DE'],
  ['en', ['de'], 'en-GB'],
] as const)('numbers of %s in a browser of %o are those of %s', (language, browser, locale) => {
  expect(chooseLocale(language, browser)).toBe(locale);
});
