import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitsOfCompanyId, companyId, companyIdFromBits } from './company-id.ts';
import { bestSpelling, displayName } from './display-name.ts';
import { LEGAL_FORMS, readLegalForm } from './legal-forms.ts';
import { readsAsPerson } from './personal-names.ts';
import { kindByName } from './read-kind.ts';
import { tidyCapitals } from './tidy-capitals.ts';
import { words } from './words.ts';

describe('words of a name', () => {
  test.each([
    ['S.p.A.', ['spa']],
    ['Müller & Söhne', ['muller', 'and', 'sohne']],
    ['Weiß+Straße', ['weiss', 'and', 'strasse']],
    ["McDonald's, Inc.", ['mcdonalds', 'inc']],
    ['Łódź A.Ş.', ['lodz', 'as']],
    ['  ', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });
});

describe('legal forms', () => {
  test.each<[string, string | null, string, string | null]>([
    ['Musterwerk GmbH', 'DE', 'musterwerk', 'GmbH'],
    ['Musterwerk GmbH & Co. KG', 'DE', 'musterwerk', 'GmbH & Co. KG'],
    ['Musterwerk GmbH + Co KG', 'DE', 'musterwerk', 'GmbH & Co. KG'],
    ['Musterwerk KG', 'DE', 'musterwerk', 'KG'],
    ['Musterwerk SE & Co. KGaA', 'DE', 'musterwerk', 'SE & Co. KGaA'],
    ['DCS, LLC', 'US', 'dcs', 'LLC'],
    ['DCS AG', 'CH', 'dcs', 'AG'],
    ['Prova S.p.A.', 'IT', 'prova', 'S.p.A.'],
    ['Zkouška spol. s r.o.', 'CZ', 'zkouska', 's.r.o.'],
    ['Próba Sp. z o.o.', 'PL', 'proba', 'Sp. z o.o.'],
    ['Deneme Elektronik San. ve Tic. A.Ş.', 'TR', 'deneme elektronik', 'A.Ş.'],
    ['Prøve AS', 'NO', 'prove', 'AS'],
    ['Prøve A/S', 'DK', 'prove', 'A/S'],
    ['OOO Primer', 'RU', 'primer', 'OOO'],
    ['UAB "Pavyzdys"', 'LT', 'pavyzdys', 'UAB'],
    ['PT Contoh Tbk', 'ID', 'contoh', 'PT'],
    ['Sample (Pty) Ltd', 'ZA', 'sample', 'Pty Ltd'],
    ['Sample Co.,Ltd.', 'JP', 'sample', 'Co., Ltd.'],
    ['Sample', 'US', 'sample', null],
    ['GmbH', 'DE', 'gmbh', null],
  ])('%s', (name, country, core, form) => {
    const parts = readLegalForm(words(name), country);
    expect([parts.core.join(' '), parts.form?.form ?? null]).toEqual([core, form]);
  });

  test('never takes the whole name away and never adds to it', () => {
    const spellings = LEGAL_FORMS.flatMap((form) => form.spellings);
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('muster', 'werk', ...spellings.slice(0, 80)), { minLength: 1, maxLength: 5 }),
        (parts) => {
          const name = words(parts.join(' '));
          const { core, formWords } = readLegalForm(name, 'DE');
          expect(core.length).toBeGreaterThan(0);
          expect(formWords.atStart + core.length + (formWords.inside ?? 0) + formWords.atEnd).toBe(name.length);
        },
      ),
    );
  });
});

describe('kinds by name', () => {
  test.each([
    ['Musterwerk Maschinenbau GmbH', 'company', 'trade'],
    ['Beispiel Versicherung AG', 'company', 'trade'],
    ['Krumbel GmbH', 'company', 'none'],
    ['Beispiel Telekom AG', 'provider', 'word'],
    ['Musternet GmbH', 'provider', 'word'],
    ['Ejemplo Telecomunicaciones S.A.', 'provider', 'word'],
    ['Beispiel Rechenzentrum GmbH', 'provider', 'word'],
    ['Esempio Fibra S.r.l.', 'provider', 'word'],
    ['Sample Data Center LLC', 'provider', 'word'],
    ['OVH SAS', 'provider', 'brand'],
    ['KPN B.V.', 'provider', 'brand'],
    ['Elisa Oyj', 'provider', 'brand'],
    ['Hetzner Online GmbH', 'provider', 'brand'],
    ['Robert Bosch GmbH', 'company', 'company-brand'],
    ['Universität Musterstadt', 'education', 'word'],
    ['Musterstadt Hochschulgesellschaft', 'education', 'word'],
    ['City of Sampleton', 'public', 'word'],
    ['Ministerio de Ejemplos', 'public', 'word'],
    ['National Samples Corporation', 'company', 'none'],
    ['National Samples', 'public', 'weak-word'],
  ])('%s', (name, kind, because) => {
    expect(kindByName(readLegalForm(words(name), null))).toEqual({ kind, because });
  });
});

describe('persons', () => {
  test.each([
    ['Anna Beispiel', 'yes'],
    ['Martin Muster trading as Musternetz', 'yes'],
    ['Muster e.K.', 'yes'],
    ['Daniel Muster LLC', 'perhaps'],
    ['Thomas Sample Inc.', 'no'],
    ['Musterwerk GmbH', 'no'],
    ['Beispiel Technik', 'no'],
  ])('%s', (name, answer) => {
    expect(readsAsPerson(name, readLegalForm(words(name), null))).toBe(answer);
  });
});

describe('names as they are shown', () => {
  test.each([
    ['MUSTERWERK MASCHINENBAU GMBH', 'DE', 'Musterwerk Maschinenbau GmbH'],
    ['Sample, Inc.', 'US', 'Sample Inc.'],
    ['Prova  Elettronica S.R.L.', 'IT', 'Prova Elettronica SRL'],
    ['"Primer" LLC', 'RU', 'Primer LLC'],
    ['ABC HOLDING LTD', 'GB', 'ABC Holding Ltd.'],
    ['Sample Limited', 'GB', 'Sample Limited'],
    ['iSample Corporation', 'US', 'iSample Corporation'],
    ['Muster GmbH + Co. KG', 'DE', 'Muster GmbH & Co. KG'],
  ])('%s', (written, country, shown) => {
    expect(displayName(written, country, null)).toBe(shown);
  });

  test('a form that another source knows is added', () => {
    const form = LEGAL_FORMS.find((entry) => entry.form === 'GmbH') ?? null;
    expect(displayName('Musterwerk', 'DE', form)).toBe('Musterwerk GmbH');
  });

  test('the spelling with its own accents and without shouting is the best', () => {
    expect(bestSpelling(['BUEHLER AG', 'Bühler AG', 'Buhler AG'])).toBe('Bühler AG');
  });

  test.each([
    ['SAN JOSE', 'San Jose'],
    ['FRANKFURT AM MAIN', 'Frankfurt am Main'],
    ['weil-der-stadt', 'Weil-der-Stadt'],
    ['New York', 'New York'],
  ])('capitals of %s', (text, tidy) => {
    expect(tidyCapitals(text)).toBe(tidy);
  });
});

describe('company ids', () => {
  test('are the same for the same identity and differ by each part', () => {
    const identity = { name: 'musterwerk', legalForm: 'gmbh', country: 'DE', place: '70999' };
    const id = companyId(identity);
    expect(id).toMatch(/^[a-z2-7]{13}$/);
    expect(companyId({ ...identity })).toBe(id);
    const others = [{ name: 'muster' }, { legalForm: 'ag' }, { country: 'AT' }, { place: '70998' }];
    expect(new Set(others.map((other) => companyId({ ...identity, ...other })).concat(id)).size).toBe(5);
  });

  test('carry 64 bits there and back', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), (bits) => {
        expect(bitsOfCompanyId(companyIdFromBits(bits))).toBe(bits);
      }),
    );
  });
});
