import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { companyId } from '../../company/company-id.ts';
import type { ListedCompany } from '../../company/listed-company.ts';
import type { Company, CompanyRecord } from '../../contracts/company.ts';
import { createCompanyListWriter } from '../../store/duckdb/company-list/company-list-writer.ts';
import type { Manifest } from '../../whitelist/manifest.ts';
import { openWhitelist, type Whitelist } from '../../whitelist/open-whitelist.ts';
import { currentVersion } from '../../whitelist/whitelist-versions.ts';
import { ANONYMOUS_OPAQUE } from '../anonymous-records.ts';
import { LIST_FORMAT } from '../companies/company-list-manifest.ts';
import { companyListsFolder, putListInForce, removeCompanyList } from '../companies/company-lists-in-force.ts';
import { explainCompany } from './explain-company.ts';
import { createLayerWriter } from './layer-writer.ts';
import { mergeLayers } from './merge-layers.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const BASE_4 = 5 * 2 ** 24;
const NO_SIZE = { class: null, range: null, employees: null, evidence: null } as const;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'merge-companies-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function holder(name: string, company: Partial<Company> = {}, changes: Partial<CompanyRecord> = {}): CompanyRecord {
  const { postcode = null, city = null } = company;
  return {
    ...ANONYMOUS_OPAQUE,
    kind: 'company',
    company: {
      ...ANONYMOUS_OPAQUE.company,
      id: companyId({ name, legalForm: '', country: 'DE', place: postcode ?? city ?? '' }),
      name,
      country: 'DE',
      locationEvidence: city === null ? 'network-registration' : 'organisation',
      size: NO_SIZE,
      ...company,
    },
    holder: name,
    confidence: 0.95,
    confidenceReasons: ['named-in-registry'],
    evidence: [{ source: 'Networks', object: '', date: '2026-01-02', licence: 'CC0' }],
    ...changes,
  };
}

/** Each holder has eight addresses, in order. */
function layer(...records: readonly CompanyRecord[]): void {
  const source = {
    id: 'ripe',
    title: 'Networks',
    version: '1',
    date: '2026-01-02',
    licence: 'CC0',
    attribution: '',
    url: '',
  };
  const writer = createLayerWriter({ folder, format: 'ripe', source, termsAccepted: null, now: NOW });
  records.forEach((record, at) => {
    const first = BASE_4 + at * 8;
    writer.add({ family: 4, first, last: first + 7 }, record, { date: null, place: '', name: record.company.name });
  });
  writer.finish({ read: records.length, kept: records.length, ignored: {}, wrong: 0 });
}

function listed(name: string, changes: Partial<ListedCompany> = {}): ListedCompany {
  return {
    name,
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

async function list(id: string, rank: number, rows: readonly ListedCompany[]): Promise<void> {
  mkdirSync(companyListsFolder(folder), { recursive: true });
  const name = `${id}.0.parquet`;
  const writer = await createCompanyListWriter(join(companyListsFolder(folder), name), join(folder, 'work'));
  await writer.add(rows);
  const { rows: kept, ...seal } = await writer.finish();
  putListInForce(folder, {
    listFormat: LIST_FORMAT,
    id,
    format: 'csv',
    source: {
      id: `list-${id}`,
      title: `List ${id}`,
      version: '',
      date: '2026-03-04',
      licence: 'CC0',
      attribution: 'Ours',
      url: '',
      rows: kept,
    },
    importedAt: NOW.toISOString(),
    counts: { read: kept, kept, ignored: {}, wrong: 0 },
    file: { name, ...seal },
    rank,
  });
}

const merge = (): Promise<Manifest> => mergeLayers({ folder, location: 'full', now: NOW, onProgress: () => undefined });
const recordAt = (whitelist: Whitelist, at: number): CompanyRecord =>
  whitelist.record(whitelist.find4(BASE_4 + at * 8));

const FULL = listed('Qontexa Papierfabrik GmbH', {
  street: 'Am Beispiel 1',
  postcode: '53111',
  city: 'Bonn',
  size: { ...NO_SIZE, employees: 40, evidence: 'stated' },
  register: { authority: 'Amtsgericht Bonn', number: 'HRB 1' },
});

test('a holder that a list knows is shown with its data, under its id and the one it had', async () => {
  const before = holder('Qontexa Papierfabrik GmbH', { legalForm: 'GmbH', city: 'Bonn' });
  layer(before, holder('Unbekannte Werke GmbH', { legalForm: 'GmbH', city: 'Bonn' }));
  await list('own', 1, [FULL]);
  const manifest = await merge();
  const whitelist = openWhitelist(folder);
  const record = recordAt(whitelist, 0);
  expect(record.company).toMatchObject({
    street: 'Am Beispiel 1',
    postcode: '53111',
    city: 'Bonn',
    size: { employees: 40 },
  });
  expect(record.match).toEqual({ score: 0.96, reasons: ['same-name', 'same-legal-form', 'same-city'] });
  expect(record.evidence[1]).toEqual({ source: 'List own', object: 'HRB 1', date: '2026-03-04', licence: 'CC0' });
  expect(record.company.id).not.toBe(before.company.id);
  for (const id of [record.company.id, before.company.id]) {
    expect(whitelist.record(whitelist.indexOfCompany(id) ?? -1)).toEqual(record);
  }
  expect(recordAt(whitelist, 1)).toMatchObject({ match: null, evidence: [{ source: 'Networks' }] });
  whitelist.close();
  expect(manifest.counts.shownOrganisations).toBe(1);
  expect(manifest.sources.map(({ id }) => id)).toEqual(['ripe', 'list-own']);
  expect(manifest.companies).toEqual({
    lists: [{ id: 'own', sourceId: 'list-own', rows: 1, names: 1 }],
    names: 2,
    matchedNames: 1,
    matchedRecords: 1,
    misses: { 'no-candidate': 1 },
  });
  expect(readdirSync(join(folder, 'companies')).toSorted()).toEqual(['own.0.parquet', 'own.json']);
  expect(readdirSync(join(folder, 'whitelist')).filter((name) => name.includes('unfinished'))).toEqual([]);
});

test('persons, providers and what nobody could tell are not matched, nor is anybody to a person', async () => {
  const place = { legalForm: 'GmbH', city: 'Bonn' } as const;
  layer(
    holder('Qontexa Papierfabrik GmbH', place, { kind: 'provider', providerType: 'isp' }),
    holder('Qontexa Papierfabrik GmbH', place, { kind: 'public' }),
    holder('Zubera Hausbau', { city: 'Bonn' }),
  );
  await list('own', 1, [FULL, listed('Zubera Hausbau e.K.', { city: 'Bonn' })]);
  const manifest = await merge();
  expect(manifest.companies).toMatchObject({ matchedNames: 0, matchedRecords: 0, misses: { 'no-candidate': 1 } });
});

test('of two lists the one with the better rank tells each part that it knows', async () => {
  layer(holder('Qontexa Papierfabrik GmbH', { legalForm: 'GmbH', city: 'Bonn' }));
  await list('a-register', 9, [
    { ...FULL, domain: 'register.example', size: { ...NO_SIZE, employees: 3, evidence: 'stated' } },
  ]);
  await list('own', 1, [listed('Qontexa Papierfabrik GmbH', { city: 'Bonn', size: FULL.size })]);
  await merge();
  const record = recordAt(openWhitelist(folder), 0);
  expect(record.company).toMatchObject({ domain: 'register.example', postcode: '53111', size: { employees: 40 } });
  expect(record.evidence.map(({ source }) => source)).toEqual(['Networks', 'List own', 'List a-register']);
  expect(record.fieldEvidence).toMatchObject({ name: 1, size: 1, domain: 2, location: 2, register: 2 });
});

test('typing errors are found where the same name is not', async () => {
  layer(holder('Qontexa Papierfabirk GmbH', { legalForm: 'GmbH', postcode: '53111', city: 'Bonn' }));
  await list('own', 1, [FULL]);
  await merge();
  const record = recordAt(openWhitelist(folder), 0);
  expect(record.company.name).toBe('Qontexa Papierfabrik GmbH');
  expect(record.match?.reasons).toContain('typing-error');
});

test('without a list the whitelist is the one of before, and the same lists give the same version', async () => {
  layer(holder('Qontexa Papierfabrik GmbH', { legalForm: 'GmbH', city: 'Bonn' }));
  const { version, companies } = await merge();
  expect(companies).toBeUndefined();
  await list('own', 1, [FULL]);
  const joined = await merge();
  expect(joined.version).not.toBe(version);
  expect((await merge()).version).toBe(joined.version);
  removeCompanyList(folder, 'own');
  expect((await merge()).version).toBe(version);
});

test('a list that is damaged leaves the old version in force', async () => {
  layer(holder('Qontexa Papierfabrik GmbH', { legalForm: 'GmbH', city: 'Bonn' }));
  const { version } = await merge();
  await list('own', 1, [FULL]);
  rmSync(join(companyListsFolder(folder), 'own.0.parquet'));
  await expect(merge()).rejects.toMatchObject({ code: 'COMPANY_LIST_CORRUPT' });
  expect(currentVersion(folder)).toBe(version);
});

test('a match and a miss are explained', async () => {
  const ask = { name: 'Qontexa Papierfabrik GmbH', postcode: null, city: 'Bonn', country: 'DE' };
  expect(await explainCompany(folder, ask)).toEqual({ match: null, miss: 'no-source', candidates: [] });
  await list('own', 1, [FULL, listed('Qontexa Papierfabrik AG', { city: 'Bonn' })]);
  const found = await explainCompany(folder, ask);
  expect(found).toMatchObject({ match: { score: 0.96 }, miss: null });
  expect(found.candidates.map(({ list: id, isChosen, miss }) => [id, isChosen, miss])).toEqual([
    ['own', true, null],
    ['own', false, 'other-legal-form'],
  ]);
  expect(await explainCompany(folder, { ...ask, country: null })).toMatchObject({
    match: null,
    miss: 'country-unknown',
  });
  expect(await explainCompany(folder, { ...ask, name: 'Andere Werke GmbH' })).toMatchObject({ miss: 'no-candidate' });
  expect(await explainCompany(folder, { ...ask, name: 'Qontexa Papierfabirk GmbH' })).toMatchObject({
    match: { reasons: ['typing-error', 'same-legal-form', 'same-city'] },
  });
});
