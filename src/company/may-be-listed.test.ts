import { expect, test } from 'vitest';
import type { CompanyRecord, Kind } from '../contracts/company.ts';
import { mayBeListed } from './may-be-listed.ts';

function record(kind: Kind, company: Partial<CompanyRecord['company']>): CompanyRecord {
  return {
    kind,
    providerType: null,
    company: {
      id: 'aaaaaaaaaaaaa',
      name: 'Muster',
      legalForm: null,
      street: null,
      postcode: null,
      city: null,
      country: null,
      locationEvidence: 'organisation',
      industry: null,
      size: { class: null, range: null, employees: null, evidence: null },
      revenue: null,
      domain: null,
      register: null,
      lei: null,
      ...company,
    },
    holder: 'MUSTER',
    asn: null,
    confidence: 0.1,
    confidenceReasons: [],
    evidence: [],
    fieldEvidence: {},
    match: null,
  };
}

const SMALL = { class: null, range: null, employees: 3, evidence: 'stated' } as const;
const LARGE = { class: null, range: null, employees: 30, evidence: 'stated' } as const;

test.each([
  ['a company of unknown size and place', record('company', {}), true],
  ['a person', record('person', {}), false],
  ['a sole trader, though the place is what is missing first', record('company', { legalForm: 'e.K.' }), false],
  ['a partnership with enough people', record('company', { legalForm: 'OHG', size: LARGE }), true],
  ['three people', record('company', { country: 'DE', size: SMALL }), false],
  ['three people who provide access', record('provider', { size: SMALL }), false],
  ['a carrier', record('provider', {}), true],
  ['a school', record('education', {}), true],
])('%s: %s', (_what, given, listed) => {
  expect(mayBeListed(given)).toBe(listed);
});
