import { expect, test } from 'vitest';
import { INDUSTRY_NAMES, NACE_ROWS, NAICS, SIC_1987 } from './industry-rows.ts';
import { industryOf, industryOfText, industryOfWords, type IndustryScheme } from './industries.ts';
import { words } from './words.ts';

test.each([
  ['WZ2008', '28', '28', 'Maschinenbau'],
  ['WZ2008', '28.11.0', '28.11.0', 'Maschinenbau'],
  ['WZ2008', '28110', '28.11.0', 'Maschinenbau'],
  ['WZ2008', 'C28.1', '28.1', 'Maschinenbau'],
  ['WZ2008', 'C', 'C', 'Verarbeitendes Gewerbe'],
  ['WZ2008', '1.1', '01.1', 'Landwirtschaft, Jagd'],
  ['NACE2', '6201', '62.01', 'Dienstleistungen der Informationstechnologie'],
  ['UKSIC2007', '62020', '62', 'Dienstleistungen der Informationstechnologie'],
  ['UKSIC2007', '1110', '01', 'Landwirtschaft, Jagd'],
  ['SIC1987', '7372', '62', 'Dienstleistungen der Informationstechnologie'],
  ['SIC1987', '7311', '73', 'Werbung und Marktforschung'],
  ['SIC1987', '3714', '29', 'Herstellung von Kraftwagen und Kraftwagenteilen'],
  ['NAICS', '541511', '62', 'Dienstleistungen der Informationstechnologie'],
  ['NAICS', '3254', '21', 'Herstellung von pharmazeutischen Erzeugnissen'],
  ['NAICS', '23', 'F', 'Baugewerbe'],
] as const)('%s %s is %s', (scheme, written, code, label) => {
  const expected = scheme === 'WZ2008' ? 'WZ2008' : 'NACE2';
  expect(industryOf(scheme, written)).toMatchObject({ scheme: expected, code, label: { de: label } });
});

test.each([
  ['WZ2008', '04'],
  ['WZ2008', '62.0.1.2'],
  ['NACE2', 'V'],
  ['UKSIC2007', '99'],
  ['UKSIC2007', 'None Supplied'],
  ['SIC1987', '9999'],
  ['NAICS', '99'],
] as const)('%s has no code %s', (scheme, written) => {
  expect(industryOf(scheme, written)).toBeNull();
});

test.each([
  ['Maschinenbau', 'NACE2', '28'],
  ['Information Technology and Services', 'NACE2', '62'],
  ['mechanical or industrial engineering', 'NACE2', '28'],
  ['Großhandel', 'NACE2', '46'],
  ['Perlenstickerei', 'own', ''],
])('the words %s become %s %s', (written, scheme, code) => {
  expect(industryOfWords(written)).toMatchObject({ scheme, code });
});

test.each([
  ['UKSIC2007', '62012 - Business and domestic software development', 'NACE2', '62'],
  ['WZ2008', '62.01 Programmierungstätigkeiten', 'WZ2008', '62.01'],
  ['WZ2008', 'C - Verarbeitendes Gewerbe', 'WZ2008', 'C'],
  ['WZ2008', 'Chemie', 'NACE2', '20'],
] as const)('of a cell in %s "%s" the code counts', (scheme: IndustryScheme, written, expected, code) => {
  expect(industryOfText(scheme, written)).toMatchObject({ scheme: expected, code });
});

test('a cell with a code that does not exist says nothing', () => {
  expect(industryOfText('UKSIC2007', '00000')).toBeNull();
});

test('there are 21 sections and 88 divisions, and every table leads to one of them', () => {
  const codes = new Set(NACE_ROWS.map(([code]) => code));
  expect([...codes].filter((code) => /^[A-U]$/.test(code))).toHaveLength(21);
  expect([...codes].filter((code) => /^\d\d$/.test(code))).toHaveLength(88);
  for (const table of [SIC_1987, NAICS, INDUSTRY_NAMES]) {
    expect(Object.keys(table).filter((code) => !codes.has(code))).toEqual([]);
  }
});

test('no beginning of a code and no name stands in a table twice', () => {
  for (const table of [SIC_1987, NAICS]) {
    const prefixes = Object.values(table).flatMap((text) => text.split(' '));
    expect(prefixes).toHaveLength(new Set(prefixes).size);
  }
  const names = Object.values(INDUSTRY_NAMES).flatMap((text) => text.split('|').map((name) => words(name).join(' ')));
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
