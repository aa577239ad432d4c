import { expect, test } from 'vitest';
import type { Company, CompanyRecord } from '../../contracts/company.ts';
import { ANONYMOUS_OPAQUE } from '../anonymous-records.ts';
import { joinCompany } from './join-company.ts';

const SIZE = { class: null, range: null, employees: null, evidence: null } as const;

function record(company: Partial<Company>, changes: Partial<CompanyRecord> = {}): CompanyRecord {
  return {
    ...ANONYMOUS_OPAQUE,
    kind: 'company',
    company: { ...ANONYMOUS_OPAQUE.company, id: 'own', name: 'Muster GmbH', country: 'DE', size: SIZE, ...company },
    confidence: 0.85,
    confidenceReasons: ['named-in-registry', 'no-legal-form'],
    evidence: [{ source: 'Network', object: 'inetnum', date: '2026-01-02', licence: 'CC0' }],
    ...changes,
  };
}

const LISTED = record(
  {
    id: 'listed',
    name: 'MUSTER GMBH',
    legalForm: 'GmbH',
    street: 'Am Beispiel 1',
    postcode: '53111',
    city: 'Bonn',
    locationEvidence: 'organisation',
    domain: 'muster.example',
    lei: '529900EXAMPLE0000001',
    size: { ...SIZE, employees: 12, evidence: 'stated' },
  },
  {
    evidence: [{ source: 'List', object: 'A', date: '2026-05-06', licence: 'CC0' }],
    fieldEvidence: { name: 0, legalForm: 0, location: 0, domain: 0, lei: 0, size: 0 },
    match: { score: 0.96, reasons: ['same-name', 'same-city'] },
  },
);

const OWN_ADDRESS = { postcode: '50667', city: 'Köln', locationEvidence: 'organisation' } as const;

test('a record gets what the list states, with its evidence, match and id', () => {
  const joined = joinCompany(record({ legalForm: null }), LISTED);
  expect(joined.company).toEqual({ ...LISTED.company, name: 'Muster GmbH' });
  expect(joined.evidence.map(({ source }) => source)).toEqual(['Network', 'List']);
  expect(joined.fieldEvidence).toEqual({ name: 1, legalForm: 1, location: 1, domain: 1, lei: 1, size: 1 });
  expect(joined.match).toEqual(LISTED.match);
  expect(joined.confidenceReasons).toEqual(['named-in-registry', 'company-source-agrees']);
  expect(joined.confidence).toBe(0.95);
});

test.each<[string, Partial<Company>, Partial<Company>]>([
  ['the whole own address stays', OWN_ADDRESS, { street: null, postcode: '50667', city: 'Köln' }],
  [
    'half an address gives way to a whole one',
    { city: 'Köln', street: 'Am Muster 2' },
    { street: 'Am Beispiel 1', postcode: '53111', city: 'Bonn' },
  ],
  ['so does a country of the network alone', {}, { postcode: '53111', locationEvidence: 'organisation' }],
])('%s', (_what, own, expected) => {
  const joined = joinCompany(record(own), LISTED);
  expect(joined.company).toMatchObject(expected);
  expect(joined.fieldEvidence.location).toBe(own === OWN_ADDRESS ? undefined : 1);
});

test('a city stays where the list knows no more', () => {
  const listed = { ...LISTED, company: { ...LISTED.company, street: null, postcode: null } };
  const joined = joinCompany(record({ city: 'Köln', street: 'Am Muster 2', locationEvidence: 'organisation' }), listed);
  expect(joined.company).toMatchObject({ city: 'Köln', street: 'Am Muster 2' });
});

test('what the network’s source states of the organisation stays', () => {
  const size = { ...SIZE, class: '50-99', evidence: 'stated' } as const;
  const joined = joinCompany(record({ domain: 'own.example', size }), LISTED);
  expect(joined.company).toMatchObject({ domain: 'own.example', size });
  expect(joined.fieldEvidence).not.toHaveProperty('domain');
  expect(joined.fieldEvidence).not.toHaveProperty('size');
});

test('a presumption stays where the list states nobody', () => {
  const listed = { ...LISTED, company: { ...LISTED.company, size: { ...SIZE, employees: 0 } } };
  const size = { ...SIZE, evidence: 'two-registers' } as const;
  expect(joinCompany(record({ size }), listed).company.size).toEqual(size);
});

test('a company at another place is believed less', () => {
  const listed = { ...LISTED, match: { score: 0.75, reasons: ['same-name', 'other-place'] } };
  const joined = joinCompany(record(OWN_ADDRESS), listed);
  expect(joined.confidenceReasons.at(-1)).toBe('company-source-elsewhere');
  expect(joined.confidence).toBe(0.85);
});

test('a mutual insurer is none of a stock corporation', () => {
  const listed = { ...LISTED, company: { ...LISTED.company, name: 'Muster Versicherung a. G.', legalForm: 'VVaG' } };
  const { company } = joinCompany(record({ name: 'Muster Versicherung a.G.', legalForm: 'VVaG' }), listed);
  expect(company).toMatchObject({ name: 'Muster Versicherung VVaG', legalForm: 'VVaG' });
});
