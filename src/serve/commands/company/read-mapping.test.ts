import { expect, test } from 'vitest';
import { readMapping } from './read-mapping.ts';

test.each([
  [['Firma=name,PLZ=postcode'], { Firma: 'name', PLZ: 'postcode' }],
  [['Firma=name', 'Umsatz, Mio. € = revenue'], { Firma: 'name', 'Umsatz, Mio. €': 'revenue' }],
  [['a=b=city'], { 'a=b': 'city' }],
  [[], {}],
] as const)('%o maps %o', (texts, expected) => {
  expect(readMapping(texts)).toEqual(expected);
});

test.each(['Firma', 'Firma=', '=name', 'Firma=chef', 'Firma=name,PLZ'])('%s is wrong usage', (text) => {
  expect(() => readMapping([text])).toThrow(expect.objectContaining({ isUsage: true }));
});
