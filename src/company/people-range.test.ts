import { expect, test } from 'vitest';
import type { PeopleRange } from '../contracts/company.ts';
import { readPeople } from './people-range.ts';

test.each([
  ['120', '100-249', 120],
  ['ca. 120', '100-249', 120],
  ['1.234', '1000+', 1234],
  ['1,234', '1000+', 1234],
  ["12'500 Mitarbeiter", '1000+', 12_500],
  ['4', '1-4', 4],
  ['12,5 FTE', '10-19', 12],
  ['rund 80 Beschäftigte', '50-99', 80],
])('%s is a headcount', (text, sizeClass, employees) => {
  expect(readPeople(text)).toEqual({ class: sizeClass, range: null, employees, evidence: 'stated' });
});

test.each<[text: string, sizeClass: string | null, range?: PeopleRange]>([
  ['50 bis 99', '50-99'],
  ['10–19 Mitarbeiter', '10-19'],
  ['1-4', '1-4'],
  ['100 - 249', '100-249'],
  ['251-500', null, { from: 251, to: 500 }],
  ['11-50', null, { from: 11, to: 50 }],
  ['1-10', null, { from: 1, to: 10 }],
  ['1-9', null, { from: 1, to: 9 }],
  ['10.001+', '1000+'],
  ['10001+ employees', '1000+'],
  ['1000+', '1000+'],
  ['1001-5000', '1000+'],
  ['> 500', null, { from: 501, to: null }],
  ['500+', null, { from: 500, to: null }],
  ['ab 1.000 Mitarbeiter', '1000+'],
  ['unter 5', '1-4'],
  ['< 10', null, { from: 1, to: 9 }],
  ['bis 4', '1-4'],
  ['0-4', '1-4'],
  ['Klasse 20 bis 49 Personen', '20-49'],
])('%s is a class where it lies in one, else a range', (text, sizeClass, range) => {
  expect(readPeople(text)).toEqual({ class: sizeClass, range: range ?? null, employees: null, evidence: 'stated' });
});

test.each(['0', '', 'unbekannt', 'k. A.', '-5', '50-10', 'viele', '0-0', '< 1'])('%s says nothing', (text) => {
  expect(readPeople(text)).toBeNull();
});
