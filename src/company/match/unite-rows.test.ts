import { expect, test } from 'vitest';
import type { ListedCompany } from '../listed-company.ts';
import { uniteRows } from './unite-rows.ts';

const NO_SIZE = { class: null, range: null, employees: null, evidence: null } as const;

function row(changes: Partial<ListedCompany>): ListedCompany {
  return {
    name: 'Muster GmbH',
    legalForm: null,
    street: null,
    postcode: null,
    city: null,
    country: 'DE',
    industry: null,
    size: NO_SIZE,
    revenue: null,
    domain: null,
    register: null,
    lei: null,
    date: null,
    ...changes,
  };
}

test('each part comes from the first row that states it, and is named with that row', () => {
  const united = uniteRows([
    row({ domain: 'muster.example', size: { ...NO_SIZE, employees: 0, evidence: 'stated' } }),
    row({
      name: 'MUSTER GMBH',
      domain: 'other.example',
      lei: 'A',
      size: { ...NO_SIZE, employees: 12, evidence: 'stated' },
    }),
  ]);
  expect(united?.company).toMatchObject({ name: 'Muster GmbH', legalForm: 'GmbH', domain: 'muster.example', lei: 'A' });
  expect(united?.company.size.employees).toBe(12);
  expect(united?.stated).toEqual({ name: 0, legalForm: 0, domain: 0, lei: 1, size: 1 });
});

test('an address is one row’s: the first with postcode and city, else the first with a city', () => {
  const city = row({ street: 'Am Beispiel 1', city: 'Bonn' });
  const whole = row({ postcode: '50667', city: 'Köln' });
  expect(uniteRows([city, whole])?.company).toMatchObject({ street: null, postcode: '50667', city: 'Köln' });
  expect(uniteRows([city, whole])?.stated.location).toBe(1);
  expect(uniteRows([row({ postcode: '53111' }), city])?.company).toMatchObject({
    street: 'Am Beispiel 1',
    postcode: null,
  });
  expect(uniteRows([row({})])?.stated).not.toHaveProperty('location');
});

test('one company has one id, whatever else is known of it', () => {
  const one = uniteRows([row({ postcode: '53111', city: 'Bonn' })]);
  expect(uniteRows([row({ name: 'MUSTER GmbH', postcode: '53111', city: 'BONN', lei: 'A' })])?.id).toBe(one?.id);
  expect(uniteRows([row({ name: 'Muster', legalForm: 'GmbH', postcode: '53111', city: 'Bonn' })])?.id).toBe(one?.id);
  expect(uniteRows([row({ name: 'Muster AG', postcode: '53111', city: 'Bonn' })])?.id).not.toBe(one?.id);
  expect(uniteRows([])).toBeNull();
});
