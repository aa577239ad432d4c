import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayName } from './display-name.ts';

describe('names that shout', () => {
  test.each<[string, string | null, string]>([
    ['LE PETIT HOTEL SRL', 'IT', 'Le Petit Hotel SRL'],
    ['MUSTER ITALIA S.P.A.', 'IT', 'Muster Italia S.p.A.'],
    ['BANK PRZYKLAD W WARSZAWIE S.A.', 'PL', 'Bank Przyklad w Warszawie S.A.'],
    ['BMW MUSTER GMBH', 'DE', 'BMW Muster GmbH'],
    ["MCDONALD'S SAMPLES PTE LTD", 'SG', "McDonald's Samples Pte. Ltd."],
    ["L'OREAL ESEMPIO SPA", 'IT', "L'Oreal Esempio S.p.A."],
    ["D'ESEMPIO CAR SRL", 'IT', "D'Esempio Car SRL"],
    ["O'SAMPLE TRADING LTD", 'IE', "O'Sample Trading Ltd."],
    ['SAMPLE-MUSTER LIMITED', 'GB', 'Sample-Muster Limited'],
    ['MUSTER GMBH STEUERBERATUNGSGESELLSCHAFT', 'DE', 'Muster GmbH Steuerberatungsgesellschaft'],
    ['SAMPLE CORPORATION LIMITED', 'GB', 'Sample Corporation Limited'],
  ])('%s', (written, country, shown) => {
    expect(displayName(written, country, null)).toBe(shown);
  });
});

describe('names that do not', () => {
  test.each<[string, string | null]>([
    ['HB Insulations', 'GB'],
    ['Buehler Muster', 'CH'],
    ['iSample', 'US'],
  ])('%s stays', (written, country) => {
    expect(displayName(written, country, null)).toBe(written);
  });
});

test('what is shown once is shown the same again, and nothing makes it throw', () => {
  const word = fc.constantFrom(
    'MUSTER',
    'ABC',
    'DE',
    'Sample',
    'werk',
    'GMBH',
    'LTD',
    'Inc.',
    '&',
    'S.R.L.',
    "L'OREAL",
    '(X)',
    'CO',
  );
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(null, 'DE', 'IT', 'PL'),
      (said, country) => {
        const shown = displayName(said.join(' '), country, null);
        const again = displayName(shown, country, null);
        expect(displayName(again, country, null)).toBe(again);
      },
    ),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof displayName(text, null, null) === 'string'));
});
