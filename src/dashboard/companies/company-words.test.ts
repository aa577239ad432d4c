import { expect, test } from 'vitest';
import type { ApiCompany } from '../../contracts/api.ts';
import { createFormats } from '../format/formats.ts';
import { translateInto } from '../words/translate.ts';
import { formAndPlace, industryAndSize } from './company-words.ts';

const formats = createFormats('de-DE', 'Europe/Berlin');
const company = (change: Partial<ApiCompany>): ApiCompany => ({
  id: 'a',
  name: 'Papierfabrik Köhler',
  legal_form: 'GmbH',
  street: null,
  postcode: '73430',
  city: 'Aalen',
  country: 'DE',
  location_evidence: 'organisation',
  industry: null,
  size: { class: null, evidence: 'two-registers' },
  domain: null,
  ...change,
});

test.each([
  [{}, 'GmbH · 73430 Aalen, Deutschland'],
  [{ name: 'Papierfabrik Köhler GmbH' }, '73430 Aalen, Deutschland'],
  [{ legal_form: null, postcode: null, city: null }, 'Deutschland'],
  [{ postcode: null, country: null }, 'GmbH · Aalen'],
  [{ legal_form: null, postcode: null, city: null, country: null }, ''],
])('a company with %o is placed at "%s"', (change, words) => {
  expect(formAndPlace(company(change), formats)).toBe(words);
});

test('industry and size are told in the language, a presumed size is not', () => {
  const known = company({
    industry: { scheme: 'WZ2008', code: '28', label_de: 'Maschinenbau', label_en: 'Machinery' },
    size: { class: '50-99', evidence: 'stated' },
  });
  expect(industryAndSize(known, { t: translateInto('de'), language: 'de' })).toBe('Maschinenbau · 50–99 Beschäftigte');
  expect(industryAndSize(known, { t: translateInto('en'), language: 'en' })).toBe('Machinery · 50–99 people');
  expect(industryAndSize(company({}), { t: translateInto('de'), language: 'de' })).toBe('');
});
