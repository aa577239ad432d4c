import { expect, test } from 'vitest';
import { countryChoices } from './country-choices.ts';

test('countries are offered by name in the language, each once', () => {
  const german = countryChoices('de-DE');
  const codes = german.map(({ value }) => value);
  expect(german.find(({ value }) => value === 'AT')?.label).toBe('Österreich');
  expect(german.findIndex(({ value }) => value === 'AT')).toBeLessThan(codes.indexOf('PL'));
  expect(new Set(german.map(({ label }) => label)).size).toBe(german.length);
  expect(codes.length).toBeGreaterThan(235);
});

test.each(['EU', 'UN', 'ZZ', 'DD', 'SU', 'UK'])('%s is no country of today', (code) => {
  expect(countryChoices('en-GB').some(({ value }) => value === code)).toBe(false);
});
