import { expect, test } from 'vitest';
import { translateInto } from '../words/translate.ts';
import { evidenceOf, licenceWords, sourceTitle } from './source-words.ts';

const t = translateInto('de');

test.each([
  ['Own list', 'Eigene Liste'],
  ['Own list: CRM Vertrieb', 'Eigene Liste „CRM Vertrieb“'],
  ['Company list: CRM Vertrieb', 'Eigene Liste „CRM Vertrieb“'],
  ['Company list (Excel): Messe 2026', 'Eigene Liste „Messe 2026“'],
  ['Correction', 'Korrektur'],
  ['RIPE Database', 'RIPE Database'],
  ['Own lists of others', 'Own lists of others'],
])('the source "%s" is called "%s"', (source, title) => {
  expect(sourceTitle(source, t)).toBe(title);
});

test.each([
  ['own', 'eigene Daten'],
  ['CC BY 4.0', 'CC BY 4.0'],
  ['constructor', 'constructor'],
])('the licence "%s" is told as "%s"', (licence, words) => {
  expect(licenceWords(licence, t)).toBe(words);
});

test('a part has its own source, or that of the network', () => {
  const evidence = ['network', 'register'].map((source) => ({ source, date: '2026-06-17', licence: 'own' }));
  const company = { evidence, field_evidence: { industry: 1, lei: 7 } };
  expect(evidenceOf(company, 'industry')).toMatchObject({ source: 'register', position: 1 });
  expect(evidenceOf(company, 'name')).toMatchObject({ source: 'network', position: 0 });
  expect(evidenceOf(company, 'lei')).toBe(null);
  expect(evidenceOf({ evidence: [], field_evidence: {} }, 'name')).toBe(null);
});
