import { afterAll, expect, test } from 'vitest';
import { DEFAULT_RELEASE_RULES } from '../company/release-rules.ts';
import type { Verdict } from '../contracts/verdict.ts';
import { createVisitKeySecrets } from '../visitor/visit-key.ts';
import { identifyHit } from './identify-hit.ts';
import { addressRanges, readRange } from '../whitelist/address-ranges.ts';
import { excludedFor } from '../whitelist/excluded-for.ts';
import { judgeWhitelist, NOTHING_SAID } from '../whitelist/judged-whitelist.ts';
import { COMPANY_RECORD, whitelistInMemory } from '../../fixtures/whitelist-in-memory.ts';

const NOON = Date.UTC(2026, 4, 17, 12);
const HOUR = 3_600_000;

const WHITELIST = whitelistInMemory([
  ['203.0.113.0/24', COMPANY_RECORD],
  ['2001:db8:1::/48', COMPANY_RECORD],
  ['198.51.100.0/25', { ...COMPANY_RECORD, kind: 'provider' }],
  ['198.51.100.128/25', { ...COMPANY_RECORD, kind: 'person' }],
  ['192.0.2.0/24', null],
]);
const JUDGE = judgeWhitelist(WHITELIST, DEFAULT_RELEASE_RULES, NOTHING_SAID);
const secrets = createVisitKeySecrets({ maxAgeMs: 12 * HOUR });
afterAll(() => secrets.forget());

function identify(address: string | null, siteId = 7, at = NOON, withSecrets = secrets): Verdict {
  return identifyHit(siteId, address, JUDGE, withSecrets, at);
}

test.each([
  ['a company', '203.0.113.9', 'company', null],
  ['a company, IPv4-mapped', '::ffff:203.0.113.9', 'company', null],
  ['a company, IPv6', '2001:db8:1::9', 'company', null],
  ['a provider', '198.51.100.9', 'withheld', 'provider'],
  ['a person', '198.51.100.200', 'withheld', 'personal-name'],
  ['a special-purpose range', '192.0.2.9', 'unknown', 'special-purpose'],
  ['a range that is not listed', '233.252.0.9', 'unknown', 'not-listed'],
  ['an IPv6 range that is not listed', '2001:db8:2::9', 'unknown', 'not-listed'],
  ['an address that nobody could tell', null, 'unknown', 'unknown-address'],
  ['text that is no address', 'rubbish', 'unknown', 'unknown-address'],
  ['a zone id', 'fe80::1%eth0', 'unknown', 'unknown-address'],
  ['an octal notation', '0313.0.113.9', 'unknown', 'unknown-address'],
])('%s', (_what, address, kind, reason) => {
  const verdict = identify(address);
  expect([verdict.kind, verdict.kind === 'company' ? null : verdict.reason]).toEqual([kind, reason]);
});

test('a verdict that names a company holds the company, the version and a visit key, and no address', () => {
  const verdict = identify('203.0.113.9');
  expect(verdict).toEqual({
    kind: 'company',
    companyId: COMPANY_RECORD.company.id,
    company: COMPANY_RECORD.company,
    whitelistVersion: '0123456789abcdef',
    visitKey: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect(JSON.stringify(verdict)).not.toContain('203.0');
});

function keyOf(verdict: Verdict): string | null {
  return verdict.kind === 'company' ? verdict.visitKey : null;
}

test.each([
  ['the same address on the same site', '203.0.113.9', 7, NOON + 11 * HOUR, true],
  ['the same address, IPv4-mapped', '::ffff:203.0.113.9', 7, NOON, true],
  ['another address', '203.0.113.10', 7, NOON, false],
  ['another site', '203.0.113.9', 8, NOON, false],
  ['twelve hours later', '203.0.113.9', 7, NOON + 12 * HOUR, false],
])('%s (%s, site %i, %i): the same visit key: %s', (_what, address, siteId, at, isSame) => {
  const own = createVisitKeySecrets({ maxAgeMs: 12 * HOUR });
  const first = keyOf(identify('203.0.113.9', 7, NOON, own));
  expect(first).not.toBeNull();
  expect(keyOf(identify(address, siteId, at, own)) === first).toBe(isSame);
  own.forget();
});

test('a visit key is computed for a company alone', () => {
  let asked = 0;
  const counting = {
    secretAt: (at: number) => {
      asked++;
      return secrets.secretAt(at);
    },
    forget: () => undefined,
  };
  for (const address of ['198.51.100.9', '192.0.2.9', '233.252.0.9', 'rubbish', null])
    identify(address, 7, NOON, counting);
  expect(asked).toBe(0);
  identify('203.0.113.9', 7, NOON, counting);
  expect(asked).toBe(1);
});

/** Of a site that excludes `ranges` and `companies`. */
function identifyExcluding(address: string, ranges: readonly string[], companies: readonly string[] = []): Verdict {
  const read = ranges.flatMap((text) => readRange(text) ?? []);
  const exclusions = { ranges: addressRanges(read), companies: new Set(companies) };
  return identifyHit(7, address, excludedFor({ exclusions }, JUDGE), secrets, NOON);
}

test.each([
  ['a range of the company', '203.0.113.9', '203.0.113.0/28', 'excluded-range'],
  ['its last address', '203.0.113.15', '203.0.113.0/28', 'excluded-range'],
  ['the address after it', '203.0.113.16', '203.0.113.0/28', null],
  ['an address written as IPv4-mapped', '::ffff:203.0.113.9', '203.0.113.9', 'excluded-range'],
  ['an IPv6 range', '2001:db8:1::9', '2001:db8:1::/64', 'excluded-range'],
  ['another IPv6 range', '2001:db8:1::9', '2001:db8:1:1::/64', null],
  ['IPv6 bytes that begin like an IPv4 range', 'cb00:7109::', '203.0.113.0/24', 'not-listed'],
  ['a range that is not listed', '233.252.0.9', '233.252.0.0/24', 'excluded-range'],
  ['a provider', '198.51.100.9', '198.51.100.0/24', 'excluded-range'],
])('%s: %s in %s', (_what, address, range, reason) => {
  const verdict = identifyExcluding(address, [range]);
  expect(verdict.kind === 'company' ? null : verdict.reason).toBe(reason);
});

test.each([
  ['the own company', '203.0.113.9', COMPANY_RECORD.company.id, 'excluded-company'],
  ['its other network', '2001:db8:1::9', COMPANY_RECORD.company.id, 'excluded-company'],
  ['a withheld record of it', '198.51.100.9', COMPANY_RECORD.company.id, 'excluded-company'],
  ['another company', '203.0.113.9', 'bbbbbbbbbbbbb', null],
  ['nobody', '233.252.0.9', COMPANY_RECORD.company.id, 'not-listed'],
])('%s', (_what, address, company, reason) => {
  const verdict = identifyExcluding(address, [], [company]);
  expect(verdict.kind === 'company' ? null : verdict.reason).toBe(reason);
});

test('what a site excludes is made ready once', () => {
  const exclusions = { ranges: addressRanges([]), companies: new Set(['bbbbbbbbbbbbb']) };
  expect(excludedFor({ exclusions }, JUDGE)).toBe(excludedFor({ exclusions }, JUDGE));
  expect(excludedFor({}, JUDGE)).toBe(JUDGE);
});
