import { expect, test } from 'vitest';
import { revenueClassOf, revenueUnitOf } from './revenue-class.ts';

test.each([
  ['2,5 Mio. €', '2m-5m'],
  ['2.5 million EUR', '2m-5m'],
  ['2500000', '2m-5m'],
  ['1.234.567,89 €', '1m-2m'],
  ['1,234,567.89', '1m-2m'],
  ['750 Tsd. €', 'under-1m'],
  ['800 TEUR', 'under-1m'],
  ['€10m-50m', '10m-50m'],
  ['10-50 Mio', '10m-50m'],
  ['10 bis 50 Mio. EUR', '10m-50m'],
  ['unter 1 Mio', 'under-1m'],
  ['über 500 Mio. €', 'over-500m'],
  ['1,2 Mrd. EUR', 'over-500m'],
  ['over-500m', 'over-500m'],
  ['50m-100m', '50m-100m'],
] as const)('%s lies in %s', (text, expected) => {
  expect(revenueClassOf(text)).toBe(expected);
});

test.each(['', '0', 'k. A.', '5 Mio. $', 'CHF 2 Mio', '1-50 Mio', '> 10 Mio', '1 / 2 / 3'])(
  '%s lies in no class',
  (text) => {
    expect(revenueClassOf(text)).toBeNull();
  },
);

test.each([
  ['Umsatz in Mio. €', '12', '10m-50m'],
  ['Umsatz (TEUR)', '1.500', '1m-2m'],
  ['Umsatz', '1500000', '1m-2m'],
] as const)('%s gives its unit to %s', (header, text, expected) => {
  expect(revenueClassOf(text, revenueUnitOf(header))).toBe(expected);
});
