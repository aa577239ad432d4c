import { describe, expect, test } from 'vitest';
import { isPersonalHead } from './personal-columns.ts';
import { fieldsOfColumns, proposeColumns, schemeOfColumn } from './propose-columns.ts';

const propose = (columns: readonly string[], ...samples: readonly (readonly string[])[]) =>
  proposeColumns({ columns, samples });

test.each([
  ['Ansprechpartner', true],
  ['Ansprechpartner Vorname', true],
  ['GeschaeftsfuehrerName', true],
  ['GF 1', true],
  ['Inhaber/in', true],
  ['E-Mail', true],
  ['email_address', true],
  ['Kontakt-E-Mail', true],
  ['Telefonzentrale', true],
  ['Tel.', true],
  ['Fax', true],
  ['Handynummer', true],
  ['Anrede', true],
  ['Titel', true],
  ['Contact: Full Name', true],
  ['First Name', true],
  ['lastName', true],
  ['Account Owner', true],
  ['Job Title', true],
  ['LinkedIn URL', true],
  ['Prénom', true],
  ['Gérant', true],
  ['Date of Birth', true],
  ['RegAddress.CareOf', true],
  ['Firma', false],
  ['Name', false],
  ['Company name', false],
  ['Straße', false],
  ['Ort', false],
  ['Mitarbeiter', false],
  ['Registernummer', false],
  ['Website', false],
  ['Umsatz', false],
])('the head %s names or reaches persons: %s', (head, expected) => {
  expect(isPersonalHead(head)).toBe(expected);
});

describe('what a column holds', () => {
  test.each([
    ['E-Mail-Adressen', ['a@muster.example', 'b@muster.example']],
    ['Rufnummern', ['+49 711 1234567', '(0711) 7654321', '0711/123 45 67']],
    ['Vornamen', ['Hans', 'Maria', 'Peter']],
    ['Personen', ['Hans Meier', 'Maria Huber', 'Peter Schmidt']],
    ['Anreden', ['Herr', 'Frau', 'Frau']],
  ])('a column of %s is known by its values, whatever its head says', (_what, values) => {
    const [odd, name] = propose(
      ['Spalte7', 'Firma'],
      ...values.map((value, at) => [value, `Musterwerk ${at} GmbH`] as const),
    );
    expect(odd).toEqual({ name: 'Spalte7', field: null, isPersonal: true, examples: [] });
    expect(name).toMatchObject({ field: 'name', isPersonal: false });
  });

  test('streets and cities that are called after persons are none', () => {
    const proposed = propose(['Firma', 'Straße', 'Ort'], ['Muster GmbH', 'Karl-Marx-Straße', 'Sankt Johann']);
    expect(proposed.map(({ field }) => field)).toEqual(['name', 'street', 'city']);
  });

  test('a head that its values contradict is not believed', () => {
    const proposed = propose(
      ['Firma', 'PLZ', 'Ort', 'Mitarbeiter', 'LEI'],
      ['Muster GmbH', 'Ulm', '89073', 'viele', 'keine'],
      ['Beispiel AG', 'Köln', '50667', 'wenige', 'keine'],
    );
    expect(proposed.map(({ field }) => field)).toEqual(['name', null, null, null, null]);
  });

  test('of several columns for a field the surest is taken; others stay as they are', () => {
    const proposed = propose(['Name', 'Firma', 'Ort', 'Ort'], ['x GmbH', 'y AG', 'Ulm', 'Köln']);
    expect(proposed.map(({ name, field }) => [name, field])).toEqual([
      ['Name', null],
      ['Firma', 'name'],
      ['Ort', 'city'],
      ['Ort (2)', null],
    ]);
  });

  test('heads in words, in English and in French', () => {
    const proposed = propose(
      [
        'Raison sociale',
        'Code postal',
        'Commune',
        'Tranche d’effectif',
        'Adresse: Hausnummer',
        'Anzahl Mitarbeiter (2025)',
      ],
      ['Exemple SARL', '69001', 'Lyon', '10 à 19', '5', '12'],
    );
    expect(proposed.map(({ field }) => field)).toEqual([
      'name',
      'postcode',
      'city',
      'size_class',
      'house_number',
      'employees',
    ]);
  });

  test('no example names somebody', () => {
    const [name, street] = propose(
      ['Firma', 'Straße'],
      ['Hans Meier Änderungsschneiderei', 'c/o Hans Meier'],
      ['Muster GmbH', 'Weg 1'],
      ['Beispiel AG', 'Weg 2'],
    );
    expect([name?.examples, street?.examples]).toEqual([
      ['Muster GmbH', 'Beispiel AG'],
      ['Weg 1', 'Weg 2'],
    ]);
  });
});

test('a mapping by hand takes the place of what is proposed, or of all of it', () => {
  const proposals = propose(['Firma', 'PLZ', 'Gebiet'], ['Muster GmbH', '89073', 'Ulm']);
  expect(fieldsOfColumns(proposals, { Gebiet: 'city' }, false)).toEqual({
    ok: true,
    value: ['name', 'postcode', 'city'],
  });
  expect(fieldsOfColumns(proposals, { Gebiet: 'name' }, false)).toEqual({
    ok: true,
    value: [null, 'postcode', 'name'],
  });
  expect(fieldsOfColumns(proposals, { Firma: 'name' }, true)).toEqual({ ok: true, value: ['name', null, null] });
});

test.each([
  ['WZ 2008', ['62.01.0'], 'WZ2008'],
  ['NACE Rev. 2', ['62.01'], 'NACE2'],
  ['NAICS', ['541511'], 'NAICS'],
  ['SIC Code', ['7372'], 'SIC1987'],
  ['SIC Code', ['62012'], 'UKSIC2007'],
  ['Branchencode', ['62010'], 'WZ2008'],
])('codes under %s like %s are those of %s', (head, values, scheme) => {
  expect(schemeOfColumn(head, values)).toBe(scheme);
});
