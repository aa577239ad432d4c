import { expect, test } from 'vitest';
import type { ApiCompany } from '../../contracts/api.ts';
import { createFormats } from '../format/formats.ts';
import { translateInto } from '../words/translate.ts';
import { formAndPlace, industryAndSize, sizeText, statedSizeText } from './company-words.ts';

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
  size: { class: null, range: null, evidence: 'two-registers' },
  revenue: null,
  domain: null,
  register: null,
  lei: null,
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

const german = { t: translateInto('de'), language: 'de', formats } as const;
const english = {
  t: translateInto('en'),
  language: 'en',
  formats: createFormats('en-GB', 'Europe/Berlin'),
} as const;

test('industry and size are told in the language, a presumed size is not', () => {
  const known = company({
    industry: { scheme: 'WZ2008', code: '28', label_de: 'Maschinenbau', label_en: 'Machinery' },
    size: { class: '50-99', range: null, evidence: 'stated' },
  });
  expect(industryAndSize(known, german)).toBe('Maschinenbau · 50–99 Beschäftigte');
  expect(industryAndSize(known, english)).toBe('Machinery · 50–99 people');
  expect(industryAndSize(company({}), german)).toBe('');
});

test.each([
  [{ class: '1000+', range: null }, '1.000 oder mehr Beschäftigte'],
  [{ class: null, range: { from: 11, to: 50 } }, '11–50 Beschäftigte'],
  [{ class: null, range: { from: 1001, to: 5000 } }, '1.001–5.000 Beschäftigte'],
  [{ class: null, range: { from: 10_001, to: null } }, '10.001 oder mehr Beschäftigte'],
  [{ class: null, range: null }, null],
] as const)('the stated size %o is "%s"', (size, text) => {
  expect(statedSizeText({ ...size, evidence: 'stated' }, german)).toBe(text);
});

test('a size that is only presumed says no more than five', () => {
  expect(sizeText({ class: null, range: null, evidence: 'large-network' }, german)).toBe('5 oder mehr Beschäftigte');
  expect(sizeText({ class: null, range: null, evidence: null }, german)).toBe(null);
});
