import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_RELEASE_RULES, releaseReason } from '../company/release-rules.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import { shippedFile } from '../settings/package-root.ts';
import { openWhitelist, type Whitelist } from '../whitelist/open-whitelist.ts';
import { whitelistFiles } from '../whitelist/whitelist-versions.ts';
import { type BuildStep, buildEmbedded, buildFrom } from './build-embedded.ts';
import { EMBEDDED } from './sources.ts';

const NOW = new Date('2026-11-23T12:00:00Z');

function allRecords(whitelist: Whitelist): CompanyRecord[] {
  return Array.from({ length: whitelist.recordCount }, (_, index) => whitelist.record(index));
}

describe('from invented files', () => {
  const at = { version: '1', date: '2026-01-02' };
  const inputs = {
    networks: {
      holders4: shippedFile('fixtures', 'whitelist', 'asn-ipv4-num.csv'),
      holders6: shippedFile('fixtures', 'whitelist', 'asn-ipv6-num.csv'),
      countries4: shippedFile('fixtures', 'whitelist', 'asn-country-ipv4-num.csv'),
      countries6: shippedFile('fixtures', 'whitelist', 'asn-country-ipv6-num.csv'),
    },
    register: shippedFile('fixtures', 'whitelist', 'address-register.json'),
    sources: {
      asn: { ...EMBEDDED.asn, ...at },
      country: { ...EMBEDDED.country, ...at },
      ieee: { ...EMBEDDED.ieee, ...at },
    },
  };
  let folder = '';
  let records = new Map<number | null, CompanyRecord>();
  const steps: BuildStep[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'build-'));
    await buildFrom(inputs, { folder, location: 'full', onProgress: (step) => steps.push(step), now: NOW });
    records = new Map(allRecords(openWhitelist(folder)).map((record) => [record.asn, record]));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const reasonOf = (asn: number | null): unknown => {
    const record = records.get(asn);
    return record ? releaseReason(record, DEFAULT_RELEASE_RULES) : 'no such record';
  };

  test('a company in both registers is shown with its own address', () => {
    expect(reasonOf(64496)).toBeNull();
    expect(records.get(64496)?.company).toMatchObject({
      name: 'Musterwerk Maschinenbau GmbH',
      legalForm: 'GmbH',
      street: 'Am Beispiel 1',
      postcode: '70999',
      city: 'Musterstadt',
      country: 'DE',
      size: { class: null, range: null, employees: null, evidence: 'two-registers' },
    });
    expect(records.get(64496)?.fieldEvidence).toMatchObject({ location: 1, size: 1 });
  });

  test('two networks of one company carry one company id', () => {
    expect(records.get(64504)?.company.id).toBe(records.get(64496)?.company.id);
  });

  test.each<[number, string | null, string]>([
    [64497, 'provider', 'a carrier'],
    [64498, 'incomplete-location', '"DCS, LLC" is not the "DCS AG" of the register'],
    [64501, 'kind-not-chosen', 'a university'],
    [64502, 'too-small', 'a partnership'],
    [64503, null, 'a name with quotes inside'],
  ])('AS%i is %s: %s', (asn, reason) => {
    expect(reasonOf(asn)).toBe(reason);
  });

  test('persons leave nothing but an empty record', () => {
    expect(records.has(64499)).toBe(false);
    expect(records.has(64500)).toBe(false);
    expect(reasonOf(null)).toBe('personal-name');
    const { version } = openWhitelist(folder).manifest;
    expect(readFileSync(whitelistFiles(folder, version).records, 'utf8')).not.toMatch(/Anna|Dan Muster/);
  });

  test('the manifest says what was read, kept and left out', () => {
    const { manifest } = openWhitelist(folder);
    expect(manifest.counts).toMatchObject({
      ranges4: 9,
      ranges6: 1,
      // Persons share one empty record.
      records: 8,
      shownOrganisations: 2,
      shownAddresses4: 192,
    });
    expect(manifest.leftOut.rows).toEqual({ 'unreadable-range': 1, 'assignment-without-address': 1 });
    expect(manifest.leftOut.records).toMatchObject({ provider: 1, 'too-small': 1, 'kind-not-chosen': 1 });
    expect(manifest.sources.map(({ id }) => id)).toEqual(['asn', 'asn-country', 'ieee']);
    expect(manifest.counts.rangesByKind.person).toBe(2);
    expect(manifest.layers.map(({ id, ranges4 }) => [id, ranges4])).toEqual([['embedded', 9]]);
  });

  test('progress ends at the end of each step', () => {
    expect(steps.at(-1)).toMatchObject({ name: 'write' });
    expect(steps.every(({ done, total }) => done <= total)).toBe(true);
  });

  test('the same inputs give the same version at another time; another location does not', async () => {
    const other = mkdtempSync(join(tmpdir(), 'build-'));
    const { version } = openWhitelist(folder).manifest;
    const build = (location: 'full' | 'country'): ReturnType<typeof buildFrom> =>
      buildFrom(inputs, { folder: other, location, onProgress: () => {}, now: new Date('2027-01-01T00:00:00Z') });
    expect((await build('full')).version).toBe(version);
    expect((await build('country')).version).not.toBe(version);
    rmSync(other, { recursive: true, force: true });
  });
});

describe('from the installed packages', () => {
  let folder = '';
  let whitelist: Whitelist;
  let shown: CompanyRecord[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'build-'));
    await buildEmbedded({ folder, location: 'full', onProgress: () => {}, now: NOW });
    whitelist = openWhitelist(folder);
    shown = allRecords(whitelist).filter((record) => releaseReason(record, DEFAULT_RELEASE_RULES) === null);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the counts are of the expected size', () => {
    const { counts } = whitelist.manifest;
    expect(counts.ranges4).toBeGreaterThan(300_000);
    expect(counts.ranges6).toBeGreaterThan(80_000);
    expect(counts.records).toBeGreaterThan(70_000);
    expect(counts.shownOrganisations).toBeGreaterThanOrEqual(200);
    expect(counts.shownOrganisations).toBeLessThanOrEqual(500);
    expect(counts.recordsByKind.provider).toBeGreaterThan(30_000);
  });

  test('what is shown is complete and well-formed', () => {
    for (const { company } of shown) {
      expect(company.country).toMatch(/^[A-Z]{2}$/);
      expect(company.city).toMatch(/^\p{Lu}[^\d]{1,39}$/u);
      expect(company.postcode).toMatch(/^[A-Z0-9][A-Z0-9 -]{2,9}$/);
      expect(company.locationEvidence).toBe('organisation');
      expect(company.name).not.toMatch(/\s{2}|^\s|\s$|"/);
      expect(whitelist.indexOfCompany(company.id)).not.toBeNull();
    }
  });

  test('carriers, hosters, clouds, crawlers and universities are not among them', () => {
    const names = shown.map(({ company }) => company.name).join('\n');
    expect(names).not.toMatch(
      /telekom|telecom|vodafone|\bOVH|hetzner|\bKPN\b|elisa|google|microsoft|amazon|cloudflare|akamai|oracle|apple inc|universit|hochschul|college|ministry/i,
    );
  });

  test('well-known companies are', () => {
    const names = new Set(shown.map(({ company }) => company.name));
    expect(names).toContain('Dr. Ing. h.c. F. Porsche AG');
    expect(names).toContain('Novo Nordisk A/S');
    expect(names).toContain('Ford Motor Company');
  });

  test('a carrier’s address is known as a provider’s', () => {
    // 80.128.0.0/11 has belonged to Deutsche Telekom for decades.
    const index = whitelist.find4(80 * 2 ** 24 + 130 * 2 ** 16 + 7);
    expect(whitelist.record(index).kind).toBe('provider');
  });
});
