import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marksOf, nameKeys } from './match-keys.ts';

test.each<[string, string, string, string]>([
  ['DE', 'Papier-Fabrik Muster GmbH', 'PAPIERFABRIK MUSTER GMBH', 'a compound in two parts'],
  ['DE', 'Müller & Söhne GmbH', 'Mueller und Soehne GmbH', 'umlauts and joining words'],
  ['DE', 'Weiß AG', 'Weiss Aktiengesellschaft', 'ß and the form written out'],
  ['DE', 'Masch.-Fabrik Muster GmbH', 'Maschinenfabrik Muster GmbH', 'an abbreviated part'],
  ['DE', 'Gebr. Muster KG', 'Gebrüder Muster KG', 'brothers'],
  ['DE', 'Fa. Muster Bau GmbH', 'Muster Bau GmbH', 'a word before the name'],
  ['DE', 'Muster Handelsges. mbH', 'Muster Handelsgesellschaft mbH', 'a compound cut short'],
  ['DE', 'Muster Handelsgesellschaft mbH', 'Muster Handels-GmbH', 'a company in the name and in the form'],
  ['DE', 'Verw. Muster GmbH & Co. KG', 'Verwaltungs Muster GmbH und Co KG', 'the form of a partnership'],
  ['DE', 'Muster Gesellschaft mit beschränkter Haftung', 'Muster GmbH', 'the form in words'],
  ['DE', 'S A P Muster GmbH', 'SAP Muster GmbH', 'letters that stand alone'],
  ['DE', 'Muster GmbH Niederlassung Köln', 'Muster GmbH', 'a branch behind the form'],
  ['US', 'Example Bros. Mfg. Inc.', 'Example Brothers Manufacturing Corp.', 'English abbreviations'],
  ['US', 'The Example Intl Svcs LLC', 'Example International Services LLC', 'an article'],
  ['FR', 'Ets Exemple SARL', 'Établissements Exemple SARL', 'French'],
  ['IT', 'F.lli Esempio S.r.l.', 'Fratelli Esempio srl', 'Italian'],
  ['IT', 'Esempio e Figli S.p.A.', 'Esempio Figli SpA', 'a letter that joins'],
  ['ES', 'Hnos. Ejemplo S.L.', 'Hermanos Ejemplo SL', 'Spanish'],
  ['NL', 'Gebr. Voorbeeld B.V.', 'Gebroeders Voorbeeld BV', 'Dutch'],
  ['PL', 'Przeds. Przykład Sp. z o.o.', 'Przedsiębiorstwo Przykład spółka z ograniczoną odpowiedzialnością', 'Polish'],
])('%s: %s and %s are one name (%s)', (country, one, other) => {
  const [left, right] = [nameKeys(one, null, country), nameKeys(other, null, country)];
  expect([left.letters, left.family]).toEqual([right.letters, right.family]);
});

test.each<[string, string, string]>([
  ['DE', 'Muster GmbH', 'Muster GmbH & Co. KG'],
  ['DE', 'Muster GmbH', 'Muster AG'],
  ['DE', 'Muster Versicherung AG', 'Muster Versicherung a. G.'],
  ['IT', 'TOV Officine S.p.A.', 'TOV Officine S.r.l.'],
])('%s: %s and %s have two forms', (country, one, other) => {
  const [left, right] = [nameKeys(one, null, country), nameKeys(other, null, country)];
  expect(left.letters).toBe(right.letters);
  expect(left.family).not.toBe(right.family);
});

test.each<[string, string]>([
  ['E. Muster GmbH', 'I. Muster GmbH'],
  ['Bauer GmbH', 'Baur GmbH'],
  ['Projekt 22 GmbH', 'Projekt 23 GmbH'],
  ['Muster Verwaltungs GmbH', 'Muster GmbH'],
])('%s and %s are two names', (one, other) => {
  expect(nameKeys(one, null, 'DE').letters).not.toBe(nameKeys(other, null, 'DE').letters);
});

test('the order of words is in one key alone', () => {
  const [one, other] = [nameKeys('Muster Bau GmbH', null, 'DE'), nameKeys('Bau Muster GmbH', null, 'DE')];
  expect(one.sorted).toBe(other.sorted);
  expect(one.letters).not.toBe(other.letters);
});

test('a form that a source states beside the name counts where the name has none', () => {
  expect(nameKeys('Muster', 'GmbH', 'DE').family).toBe('gmbh');
  expect(nameKeys('Muster AG', 'GmbH', 'DE').family).toBe('ag');
  expect(nameKeys('Muster', null, 'DE').family).toBeNull();
});

test('the own city behind the form is no part of the name, another one is', () => {
  expect(nameKeys('Muster GmbH, Köln', null, 'DE', 'Köln').letters).toBe('muster');
  expect(nameKeys('Muster GmbH, Köln', null, 'DE', 'Bonn').letters).toBe('musterkoln');
});

test('marks tell apart what differs in one letter', () => {
  expect(marksOf(['fonds', 'vii'])).not.toBe(marksOf(['fonds', 'viii']));
  expect(marksOf(['a', 'bel'])).not.toBe(marksOf(['abel']));
});

test('no text makes it throw; capitals and gaps make no difference', () => {
  const country = fc.constantFrom(null, 'DE', 'IT', 'US', 'PL');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), country, (text, where) => {
      const keys = nameKeys(text, null, where);
      expect(keys.letters).toBe(keys.words.join(''));
      expect(nameKeys(`  ${text} `, null, where).letters).toBe(keys.letters);
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('muster', 'papier', 'bau', 'constructor', '__proto__'), { minLength: 1 }),
      (said) => {
        const name = said.join(' ');
        expect(nameKeys(name.toUpperCase(), null, 'DE')).toEqual(nameKeys(name, null, 'DE'));
      },
    ),
  );
});
