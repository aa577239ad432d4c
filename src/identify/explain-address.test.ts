import { describe, expect, test } from 'vitest';
import { DEFAULT_RELEASE_RULES } from '../company/release-rules.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import { judgeWhitelist, NOTHING_SAID } from '../whitelist/judged-whitelist.ts';
import { explainAddress } from './explain-address.ts';
import { COMPANY_RECORD, whitelistInMemory } from '../../fixtures/whitelist-in-memory.ts';

const PERSON: CompanyRecord = {
  ...COMPANY_RECORD,
  kind: 'person',
  holder: 'ERIKA-MUSTERMANN-NET',
  company: { ...COMPANY_RECORD.company, name: 'Erika Mustermann', industry: null },
  evidence: [{ source: 'registry', object: 'ERIKA-MUSTERMANN-NET', date: '2026-06-17', licence: 'own' }],
};
const WHITELIST = whitelistInMemory([
  ['203.0.113.0/24', COMPANY_RECORD],
  ['2001:db8:1::/48', COMPANY_RECORD],
  ['198.51.100.0/25', { ...COMPANY_RECORD, kind: 'provider' }],
  ['198.51.100.128/25', PERSON],
  ['192.0.2.0/24', null],
]);

const JUDGE = judgeWhitelist(WHITELIST, DEFAULT_RELEASE_RULES, NOTHING_SAID);

const COMPANY = {
  id: 'aaaaaaaaaaaaa',
  name: 'Muster Maschinen GmbH',
  legalForm: 'GmbH',
  street: 'Musterstraße 1',
  postcode: '70435',
  city: 'Stuttgart',
  country: 'DE',
  industry: { scheme: 'WZ2008', code: '28', label: 'Manufacture of machinery' },
  size: { class: '250-499', range: null, evidence: 'stated' },
  revenue: null,
  domain: 'muster.example',
  register: null,
  lei: null,
};
const NOTHING = {
  company: null,
  network: null,
  confidence: null,
  confidenceReasons: [],
  evidence: [],
  match: null,
  overruled: [],
};

test.each([
  ['203.0.113.9', '203.0.113.0/24'],
  ['::ffff:203.0.113.9', '203.0.113.0/24'],
  ['2001:db8:1::9', '2001:db8:1::/48'],
])('%s of a company is explained with everything that was found', (address, prefix) => {
  expect(explainAddress(address, WHITELIST, JUDGE)).toEqual({
    address,
    verdict: 'company',
    reason: null,
    company: COMPANY,
    network: { prefix, kind: 'company', holder: 'MUSTER-AS', asn: 64_496, providerType: null },
    confidence: 0.93,
    confidenceReasons: [],
    evidence: [{ source: 'own list', object: 'row 1', date: '2026-06-17', licence: 'own' }],
    match: null,
    overruled: [],
  });
});

test('the keys stand in the order that scripts have seen', () => {
  expect(Object.keys(explainAddress('203.0.113.9', WHITELIST, JUDGE))).toEqual([
    'address',
    'verdict',
    'reason',
    'company',
    'network',
    'confidence',
    'confidenceReasons',
    'evidence',
    'match',
    'overruled',
  ]);
});

test('of a withheld record the operator sees what was found', () => {
  expect(explainAddress('198.51.100.9', WHITELIST, JUDGE)).toMatchObject({
    verdict: 'withheld',
    reason: 'provider',
    company: COMPANY,
    network: { prefix: '198.51.100.0/25', kind: 'provider' },
  });
});

test('of a person nobody sees a name', () => {
  const explanation = explainAddress('198.51.100.200', WHITELIST, JUDGE);
  expect(explanation).toEqual({
    address: '198.51.100.200',
    verdict: 'withheld',
    reason: 'personal-name',
    company: null,
    network: { prefix: '198.51.100.128/25', kind: 'person', holder: null, asn: 64_496, providerType: null },
    confidence: 0.93,
    confidenceReasons: [],
    evidence: [],
    match: null,
    overruled: [],
  });
  expect(JSON.stringify(explanation)).not.toMatch(/mustermann/i);
});

test.each([
  ['192.0.2.9', 'special-purpose'],
  ['233.252.0.9', 'not-listed'],
  ['2001:db8:2::9', 'not-listed'],
  ['rubbish', 'unknown-address'],
  ['203.0.113.0/24', 'unknown-address'],
  ['', 'unknown-address'],
])('%s: %s, and nothing else', (address, reason) => {
  expect(explainAddress(address, WHITELIST, JUDGE)).toEqual({
    address,
    verdict: 'unknown',
    reason,
    ...NOTHING,
  });
});

test('spaces around an address that was typed do no harm', () => {
  expect(explainAddress(' 203.0.113.9\r', WHITELIST, JUDGE)).toMatchObject({ verdict: 'company' });
});

describe('nested ranges of several sources', () => {
  const CUSTOMER: CompanyRecord = {
    ...COMPANY_RECORD,
    asn: null,
    confidenceReasons: ['named-in-registry', 'no-legal-form'],
    evidence: [
      { source: 'own list', object: '', date: '2026-06-17', licence: 'own' },
      { source: 'address register', object: '', date: '2026-01-01', licence: 'CC0' },
    ],
  };
  const CARRIER: CompanyRecord = { ...COMPANY_RECORD, kind: 'provider', providerType: 'isp', holder: 'CARRIER-AS' };
  const nested = whitelistInMemory([
    ['203.0.113.8/29', CUSTOMER],
    ['203.0.113.0/24', PERSON],
    ['203.0.0.0/16', CARRIER],
    ['198.51.100.0/24', PERSON],
  ]);
  const judge = judgeWhitelist(nested, DEFAULT_RELEASE_RULES, NOTHING_SAID);

  test('evidence names the range itself and its date; what had to give way follows', () => {
    expect(explainAddress('203.0.113.9', nested, judge)).toMatchObject({
      // The record knows no AS number, the carrier's does.
      network: { prefix: '203.0.113.8/29', asn: 64_496, providerType: null },
      confidenceReasons: ['named-in-registry', 'no-legal-form'],
      evidence: [
        { source: 'own list', object: 'inetnum 203.0.113.8/29', date: '2025-03-04' },
        { source: 'address register', object: '', date: '2026-01-01' },
      ],
      overruled: [
        { prefix: '203.0.113.0/24', kind: 'person', holder: null, source: 'own list' },
        { prefix: '203.0.0.0/16', kind: 'provider', holder: 'CARRIER-AS', source: 'own list' },
      ],
    });
  });

  test('a provider is told with its type', () => {
    expect(explainAddress('203.0.9.9', nested, judge).network).toMatchObject({
      kind: 'provider',
      providerType: 'isp',
    });
  });

  test('a person is not named by what had to give way either', () => {
    const texts = ['203.0.113.9', '203.0.113.200', '198.51.100.1'].map((address) =>
      JSON.stringify(explainAddress(address, nested, judge)),
    );
    expect(texts.join(' ')).not.toMatch(/mustermann/i);
  });
});
