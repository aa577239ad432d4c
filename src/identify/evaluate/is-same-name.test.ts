import { expect, test } from 'vitest';
import { isSameName, isSameText } from './is-same-name.ts';

test.each([
  ['the same', 'Musterwerk GmbH', 'Musterwerk GmbH', true],
  ['other case, another spelling of the form', 'MUSTERWERK GESELLSCHAFT MBH', 'Musterwerk GmbH', true],
  ['no form on one side', 'Musterwerk', 'Musterwerk GmbH', true],
  ['forms that contradict', 'Musterwerk AG', 'Musterwerk GmbH', false],
  ['forms of one family', 'Samplewright Inc.', 'Samplewright Corp.', true],
  ['umlauts written out', 'Mueller Saege GmbH', 'Müller Säge GmbH', true],
  ['accents', 'Société Exémple SA', 'Societe Exemple SA', true],
  ['gaps', 'Papier Fabrik Muster', 'Papierfabrik Muster', true],
  ['joining words', 'Muster & Beispiel GmbH', 'Muster und Beispiel GmbH', true],
  ['a slip in a long name', 'Maschinenfabrick Beispielhausen', 'Maschinenfabrik Beispielhausen', true],
  ['a letter in a short name', 'Bosco GmbH', 'Bosch GmbH', false],
  ['more words', 'Musterwerk Holding Beteiligungen GmbH', 'Musterwerk GmbH', false],
  ['nothing', '', 'Musterwerk GmbH', false],
  ['another script', 'ООО Пример', 'Musterwerk', false],
])('%s', (_what, one, other, same) => {
  expect(isSameName(one, other, 'DE')).toBe(same);
  expect(isSameName(other, one, 'DE')).toBe(same);
});

test.each([
  ['Köln', 'KOELN', true],
  ['Frankfurt am Main', 'Frankfurt-am-Main', true],
  ['Köln', 'Cologne', false],
])('city %s and %s: %s', (one, other, same) => {
  expect(isSameText(one, other)).toBe(same);
});
