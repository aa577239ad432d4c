import { expect, test } from 'vitest';
import { agreeingCities, cityHead, cityKey, postcodeKey } from './place-keys.ts';

test.each([
  ['Köln', 'Koeln', 'equal'],
  ['Köln', 'Cologne', 'equal'],
  ['München', 'MUNICH', 'equal'],
  ['Wien', 'Vienna', 'equal'],
  ['Frankfurt am Main', 'Frankfurt', 'may-be'],
  ['Frankfurt am Main', 'Frankfurt/M.', 'may-be'],
  ['Frankfurt am Main', 'Frankfurt (Oder)', 'no'],
  ['Berlin', 'Berlin-Adlershof', 'may-be'],
  ['Halle (Saale)', 'Halle (Westf.)', 'no'],
  ['Weil am Rhein', 'Weil der Stadt', 'no'],
  ['Bad Homburg', 'Bad', 'no'],
  ['Sankt Gallen', 'St. Gallen', 'equal'],
  ['Lyon Cedex 03', 'Lyon', 'equal'],
  ['Bonn', 'Köln', 'no'],
  ['Bonn', '', 'no'],
])('%s and %s: %s', (one, other, expected) => {
  expect(agreeingCities(cityKey(one), cityKey(other))).toBe(expected);
  expect(agreeingCities(cityKey(other), cityKey(one))).toBe(expected);
});

test.each([
  ['D-70999', 'DE', '70999'],
  [' 70 999 ', 'DE', '70999'],
  ['CH - 8000', 'CH', '8000'],
  ['12345-6789', 'US', '12345'],
  ['1234 ab', 'NL', '1234AB'],
  ['SW1A 1AA', 'GB', 'SW1A1AA'],
  ['00-950', 'PL', '00950'],
  [null, 'DE', ''],
])('the postcode %s of %s is %s', (postcode, country, expected) => {
  expect(postcodeKey(postcode, country)).toBe(expected);
});

test('a search by city goes by its first word', () => {
  expect(cityHead(cityKey('Frankfurt am Main'))).toBe('frankfurt');
  expect(cityHead(cityKey(null))).toBe('');
});
