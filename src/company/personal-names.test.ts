import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PERSONS } from '../../fixtures/persons.ts';
import { readLegalForm } from './legal-forms.ts';
import { mightBePerson, readsAsPerson } from './personal-names.ts';
import { words } from './words.ts';

const read = (name: string, country: string | null = null): string =>
  readsAsPerson(name, readLegalForm(words(name), country));

describe('objects of persons', () => {
  test('there are over two hundred from many countries', () => {
    expect(PERSONS.length).toBeGreaterThanOrEqual(200);
    expect(new Set(PERSONS.map(({ country }) => country)).size).toBeGreaterThanOrEqual(40);
  });

  test.each(PERSONS.map(({ name, country }) => [name, country] as const))(
    '%s (%s) reads as a person',
    (name, country) => {
      expect(read(name, country)).toBe('yes');
    },
  );

  test.each(PERSONS.filter(({ netname }) => netname?.includes('_')).map(({ netname = '' }) => netname))(
    '%s',
    (netname) => {
      expect(read(netname.replaceAll(/[_-]/g, ' '))).toBe('yes');
    },
  );
});

describe('companies that bear names of persons', () => {
  test.each<[string, string | null]>([
    ['Penny Market', 'IT'],
    ['Hotel Maria', 'AT'],
    ['Hotel Maria Theresia', 'AT'],
    ['Santa Maria Hospital', 'US'],
    ['San Marco Hotel', 'IT'],
    ['St. Martin Parish', 'US'],
    ['Pfarrei St. Josef', 'DE'],
    ['Marks & Spencer', 'GB'],
    ['Ernst & Young', 'GB'],
    ['Victoria Insurance', 'DE'],
    ['Franklin Electric', 'US'],
    ['Jordan Bank', 'JO'],
    ['Mercedes-Benz Russia', 'RU'],
    ['Robert Bosch Stiftung', 'DE'],
    ['Konrad Adenauer Schule', 'DE'],
    ['Max-Planck-Institut Musterstadt', 'DE'],
    ['Rechtsanwaltskammer Musterstadt', 'DE'],
    ['Ordine degli Avvocati di Esempio', 'IT'],
    ['Colegio de Abogados de Ejemplo', 'ES'],
    ['Gemeente Voorbeeld', 'NL'],
    ['Stadtwerke Musterstadt', 'DE'],
    ['Musterwerk GmbH', 'DE'],
    ['Zahnarztpraxis Musterzahn MVZ GmbH', 'DE'],
    ['Rassmuster u. Partner GmbH Steuerberatungsgesellschaft', 'DE'],
    ['Dr. Musterling Pharma GmbH', 'DE'],
    ['Sample Solutions t/a Widgets Ltd', 'GB'],
    ['Shelter of Charlotte', 'US'],
    ['Static IP', 'PL'],
    ['Charleston Savings Bank', 'US'],
    ['Beispiel Technik', 'DE'],
  ])('%s (%s) does not', (name, country) => {
    expect(read(name, country)).toBe('no');
  });

  test.each<[string, string | null]>([
    ['Hans Muster GmbH', 'DE'],
    ['Daniel Sample LLC', 'US'],
    ['Musterbau S.a.s. di Mario Esempio & C.', 'IT'],
    ['Brauerei Hans Muster KG', 'DE'],
    ['Elektro Musterhuber', 'AT'],
  ])('%s (%s) may be', (name, country) => {
    expect(read(name, country)).toBe('perhaps');
  });
});

describe('names of which nothing is sure', () => {
  test.each<[string, boolean]>([
    ['Krumbel Trasniek', true],
    ['Krumbel', true],
    ['Krumbel GmbH', false],
    ['Krumbel Hotel', false],
    ['Krumbel Telecom', false],
    ['Krumbel University', false],
  ])('%s', (name, doubt) => {
    expect(mightBePerson(name, readLegalForm(words(name), null))).toBe(doubt);
  });
});

test('no text makes it throw, and the same text gives the same answer', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: 'binary' })),
      fc.constantFrom(null, 'DE', 'IT', 'BR'),
      (text, country) => {
        const parts = readLegalForm(words(text), country);
        expect(readsAsPerson(text, parts)).toBe(readsAsPerson(text, parts));
        expect(typeof mightBePerson(text, parts)).toBe('boolean');
      },
    ),
  );
});
