import { describe, expect, test } from 'vitest';
import type { CompanyRecord } from '../contracts/company.ts';
import { DEFAULT_RELEASE_RULES, type ReleaseRules, releaseReason } from './release-rules.ts';

const RECORD: CompanyRecord = {
  kind: 'company',
  providerType: null,
  company: {
    id: 'aaaaaaaaaaaaa',
    name: 'Musterwerk GmbH',
    legalForm: 'GmbH',
    street: null,
    postcode: '70999',
    city: 'Musterstadt',
    country: 'DE',
    locationEvidence: 'organisation',
    industry: null,
    size: { class: null, range: null, employees: null, evidence: 'two-registers' },
    revenue: null,
    domain: null,
    register: null,
    lei: null,
  },
  holder: 'Musterwerk GmbH',
  asn: 64496,
  confidence: 0.95,
  confidenceReasons: [],
  evidence: [],
  fieldEvidence: {},
  match: null,
};

type Changes = Partial<Omit<CompanyRecord, 'company'>> & { company?: Partial<CompanyRecord['company']> };

function record({ company, ...changes }: Changes): CompanyRecord {
  return { ...RECORD, ...changes, company: { ...RECORD.company, ...company } };
}

const size = (
  evidence: CompanyRecord['company']['size']['evidence'],
  employees: number | null = null,
  sizeClass: CompanyRecord['company']['size']['class'] = null,
): { size: CompanyRecord['company']['size'] } => ({ size: { class: sizeClass, range: null, employees, evidence } });

const networkOnly = { postcode: null, city: null, locationEvidence: 'network-registration' } as const;

const TABLE: readonly [string, Changes, Partial<ReleaseRules>, ReturnType<typeof releaseReason>][] = [
  ['a complete company', {}, {}, null],
  ['a provider', { kind: 'provider' }, {}, 'provider'],
  ['an opaque range', { kind: 'opaque' }, {}, 'opaque'],
  ['a person', { kind: 'person' }, {}, 'personal-name'],
  ['a public body', { kind: 'public' }, {}, 'kind-not-chosen'],
  ['a public body where the site asks for them', { kind: 'public' }, { kinds: ['company', 'public'] }, null],
  ['a university', { kind: 'education' }, {}, 'kind-not-chosen'],
  ['a provider that a site asks for', { kind: 'provider' }, { kinds: ['company', 'provider'] }, 'provider'],
  ['no name', { company: { name: '' } }, {}, 'incomplete-location'],
  ['no postcode', { company: { postcode: null } }, {}, 'incomplete-location'],
  ['no postcode where the city suffices', { company: { postcode: null } }, { location: 'city' }, null],
  ['no city where the city suffices', { company: { city: null } }, { location: 'city' }, 'incomplete-location'],
  ['no country', { company: { country: null } }, { location: 'country' }, 'incomplete-location'],
  ['the network’s country alone', { company: networkOnly }, {}, 'incomplete-location'],
  ['the network’s country where a country suffices', { company: networkOnly }, { location: 'country' }, null],
  [
    'a place that is only the network’s',
    { company: { locationEvidence: 'network-registration' } },
    {},
    'incomplete-location',
  ],
  ['four employees', { company: size('stated', 4) }, {}, 'too-small'],
  ['five employees', { company: size('stated', 5) }, {}, null],
  ['the class of one to four', { company: size('stated', null, '1-4') }, {}, 'too-small'],
  ['the class of five to nine', { company: size('stated', null, '5-9') }, {}, null],
  ['nought employees mean unknown', { company: size('two-registers', 0) }, {}, null],
  ['nought employees and nothing else', { company: size(null, 0) }, {}, 'unknown-size'],
  ['a KG', { company: { legalForm: 'KG' } }, {}, 'too-small'],
  ['an OHG', { company: { legalForm: 'OHG' } }, {}, 'too-small'],
  ['a GbR', { company: { legalForm: 'GbR' } }, {}, 'too-small'],
  ['an e.K.', { company: { legalForm: 'e.K.' } }, {}, 'too-small'],
  ['an LLP', { company: { legalForm: 'LLP' } }, {}, 'too-small'],
  ['a KG of which five are known', { company: { legalForm: 'KG', ...size('stated', 5) } }, {}, null],
  ['a GmbH & Co. KG', { company: { legalForm: 'GmbH & Co. KG' } }, {}, null],
  ['no evidence of size', { company: size(null) }, {}, 'unknown-size'],
  ['a large network', { company: size('large-network') }, {}, null],
  ['a presumption where only statements count', {}, { sizeEvidence: 'stated' }, 'unknown-size'],
  ['a statement where only statements count', { company: size('stated', 50) }, { sizeEvidence: 'stated' }, null],
  ['evidence called stated without a figure', { company: size('stated') }, {}, 'unknown-size'],
  ['little confidence', { confidence: 0.69 }, {}, 'low-confidence'],
  ['just enough confidence', { confidence: 0.7 }, {}, null],
  ['a stricter threshold', {}, { minimumConfidence: 0.99 }, 'low-confidence'],
];

describe('release rules', () => {
  test.each(TABLE)('%s', (_what, changes, rules, reason) => {
    expect(releaseReason(record(changes), { ...DEFAULT_RELEASE_RULES, ...rules })).toBe(reason);
  });

  test('the first no is the reason', () => {
    const all = record({
      kind: 'provider',
      confidence: 0,
      company: { postcode: null, legalForm: 'KG', ...size(null) },
    });
    expect(releaseReason(all, DEFAULT_RELEASE_RULES)).toBe('provider');
    expect(releaseReason({ ...all, kind: 'company' }, DEFAULT_RELEASE_RULES)).toBe('incomplete-location');
    expect(releaseReason({ ...all, kind: 'company' }, { ...DEFAULT_RELEASE_RULES, location: 'country' })).toBe(
      'too-small',
    );
  });
});
