import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LegalShape } from './legal-form-rows.ts';
import { LEGAL_FORMS, readLegalForm } from './legal-forms.ts';
import { words } from './words.ts';

const read = (name: string, country: string | null): readonly [string | null, LegalShape | null] => {
  const { form } = readLegalForm(words(name), country);
  return [form?.form ?? null, form?.shape ?? null];
};

test('forms of over a hundred countries are known', () => {
  expect(new Set(LEGAL_FORMS.flatMap(({ countries }) => countries)).size).toBeGreaterThanOrEqual(100);
});

describe('shapes', () => {
  test.each<[string, string | null, string | null, LegalShape | null]>([
    ['Muster KG', 'DE', 'KG', 'partnership'],
    ['Muster OHG', 'DE', 'OHG', 'partnership'],
    ['Muster GbR', 'DE', 'GbR', 'partnership'],
    ['Muster e.K.', 'DE', 'e.K.', 'sole-trader'],
    ['Muster OG', 'AT', 'OG', 'partnership'],
    ['Muster e.U.', 'AT', 'e.U.', 'sole-trader'],
    ['Muster Ges.m.b.H.', 'AT', 'GmbH', 'corporation'],
    ['Voorbeeld VOF', 'NL', 'V.O.F.', 'partnership'],
    ['Exemple SAS', 'FR', 'S.A.S.', 'corporation'],
    ['Esempio S.A.S. di Prova Mario', 'IT', 'S.a.s.', 'partnership'],
    ['Esempio S.n.c.', 'IT', 'S.N.C.', 'partnership'],
    ['Ditta Esempio Mario', 'IT', 'Ditta individuale', 'sole-trader'],
    ['Exemplo LTDA - ME', 'BR', 'Ltda.', 'corporation'],
    ['Fulano Exemplo MEI', 'BR', 'MEI', 'sole-trader'],
    ['Exemplo EIRELI', 'BR', 'EIRELI', 'corporation'],
    ['Ejemplo S.A.P.I. de C.V.', 'MX', 'S.A. de C.V.', 'corporation'],
    ['Ejemplo S de RL de CV', 'MX', 'S. de R.L. de C.V.', 'corporation'],
    ['FOP Priklad', 'UA', 'FOP', 'sole-trader'],
    ['IP Primer', 'RU', 'IP', 'sole-trader'],
    ['Primer LLP', 'KZ', 'LLP', 'corporation'],
    ['Sample LLP', 'GB', 'LLP', 'partnership'],
    ['Primjer j.d.o.o.', 'HR', 'j.d.o.o.', 'corporation'],
    ['PHU Przyklad Jan Probny', 'PL', 'PHU', 'sole-trader'],
    ['PHU Przyklad Sp. z o.o.', 'PL', 'Sp. z o.o.', 'corporation'],
    ['SC Exemplu SRL', 'RO', 'SRL', 'corporation'],
    ['Exempel HB', 'SE', 'HB', 'partnership'],
    ['Dæmi ehf', 'IS', 'ehf.', 'corporation'],
    ['Pelda Kft', 'HU', 'Kft.', 'corporation'],
    ['Ornek Ltd. Şti.', 'TR', 'Ltd. Şti.', 'corporation'],
    ['Ornek A.Ş.', 'TR', 'A.Ş.', 'corporation'],
    ['Sample Sdn Bhd', 'MY', 'Sdn. Bhd.', 'corporation'],
    ['Sample FZ-LLC', 'AE', 'FZE', 'corporation'],
    ['Sample WLL', 'QA', 'W.L.L.', 'corporation'],
    ['Sample SAOG', 'OM', 'SAOG', 'corporation'],
    ['Sample CO.LTD', 'CN', 'Co., Ltd.', 'corporation'],
    ['Voorbeeld ASBL', 'BE', 'ASBL', 'association'],
    ['Shembull Sh.p.k.', 'AL', 'Sh.p.k.', 'corporation'],
  ])('%s (%s) is a %s', (name, country, form, shape) => {
    expect(read(name, country)).toEqual([form, shape]);
  });
});

describe('forms inside a name', () => {
  test.each<[string, string | null, string | null, string]>([
    [
      'Rassmuster u. Partner GmbH Steuerberatungsgesellschaft',
      'DE',
      'GmbH',
      'rassmuster u partner steuerberatungsgesellschaft',
    ],
    ['Sample Co., Ltd. Shanghai Branch', 'CN', 'Co., Ltd.', 'sample shanghai branch'],
    ['Muster GmbH - Standort Köln', 'DE', 'GmbH', 'muster standort koln'],
    ['Muster AG Werk 1', 'DE', 'AG', 'muster werk 1'],
    ['Sample Inc-070508185808', 'US', 'Inc.', 'sample 070508185808'],
    ['Beauty Spa Sample', 'US', null, 'beauty spa sample'],
    ['Gone Too Far', 'US', null, 'gone too far'],
  ])('%s', (name, country, form, core) => {
    const parts = readLegalForm(words(name), country);
    expect([parts.form?.form ?? null, parts.core.join(' ')]).toEqual([form, core]);
  });
});

describe('words that are forms only at home', () => {
  test.each([
    ['Static IP', 'PL'],
    ['Sample IP', 'US'],
    ['Sample PR', 'GB'],
    ['Sample ET', 'DE'],
    ['Sample EU', 'DE'],
    ['Sample SP', 'ES'],
  ])('%s in %s is none', (name, country) => {
    expect(read(name, country)).toEqual([null, null]);
  });
});

test('any words come out again, in their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 6 })),
      fc.constantFrom(null, 'DE', 'PL', 'RU'),
      (texts, country) => {
        const name = words(texts.join(' '));
        const { core, form, formWords } = readLegalForm(name, country);
        expect(core.length + formWords.atStart + formWords.atEnd + (formWords.inside ?? 0)).toBe(name.length);
        expect(core.every((word) => name.includes(word))).toBe(true);
        if (form === null) expect(core).toEqual(name);
      },
    ),
  );
});

test.each([
  ['Muster Lebensversicherung a.G.', 'VVaG'],
  ['Muster Lebensversicherung a. G.', 'VVaG'],
  ['Muster Lebensversicherung AG', 'AG'],
  ['Muster Lebensversicherung A.G.', 'AG'],
])('only the capitals tell a mutual insurer from a stock corporation: %s', (name, form) => {
  expect(readLegalForm(words(name), 'DE').form?.form).toBe(form);
});
