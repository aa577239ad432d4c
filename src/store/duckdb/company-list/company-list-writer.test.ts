import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ListedCompany } from '../../../company/listed-company.ts';
import { nameKeys } from '../../../company/match/match-keys.ts';
import { cityKey } from '../../../company/match/place-keys.ts';
import type { NetworkName } from '../../../company/match/score-candidate.ts';
import { createCompanyListWriter } from './company-list-writer.ts';
import { type NameCandidates, openNameJoin } from './join-names.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'company-list-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOTHING = { class: null, range: null, employees: null, evidence: null } as const;

function listed(name: string, city: string | null, changes: Partial<ListedCompany> = {}): ListedCompany {
  return {
    name,
    legalForm: null,
    street: null,
    postcode: null,
    city,
    country: 'DE',
    industry: null,
    size: NOTHING,
    revenue: null,
    domain: null,
    register: null,
    lei: null,
    date: null,
    ...changes,
  };
}

async function write(file: string, rows: readonly ListedCompany[]): Promise<string> {
  const path = join(folder, file);
  const writer = await createCompanyListWriter(path, join(folder, 'work'));
  await writer.add(rows);
  await writer.finish();
  return path;
}

function asked(name: string, city: string | null, country = 'DE'): NetworkName {
  return { ...nameKeys(name, null, country, city), country, postcode: '', city: cityKey(city) };
}

async function all(found: AsyncGenerator<NameCandidates>): Promise<[number, number[]][]> {
  const rows: [number, number[]][] = [];
  for await (const { number, candidates } of found) rows.push([number, candidates.map(({ row }) => row)]);
  return rows;
}

const FULL = listed('Rheinmüller Papierfabrik GmbH', 'Köln', {
  legalForm: 'GmbH',
  street: 'Am Beispiel 1',
  postcode: '50667',
  industry: { scheme: 'WZ 2008', code: '17.12', label: { de: 'Papier', en: 'Paper' } },
  size: { class: null, range: { from: 11, to: null }, employees: null, evidence: 'stated' },
  revenue: '2m-5m',
  domain: 'papier.example',
  register: { authority: 'Amtsgericht Köln', number: 'HRB 1' },
  lei: '529900EXAMPLE0000001',
  date: '2026-05-06',
});

test('a list gives back what was written, and leaves nothing else in the folder', async () => {
  const plain = listed("L'Exemple «Deux» & Fils", null, { country: null });
  const path = await write('one.parquet', [FULL, plain]);
  expect(readdirSync(folder)).toEqual(['one.parquet']);
  const names = await openNameJoin([path], join(folder, 'work'));
  const rows = [];
  const chosen = { numbers: Uint32Array.of(7, 7), lists: Uint32Array.of(0, 0), rows: Uint32Array.of(1, 0) };
  for await (const found of names.rowsOf(chosen)) rows.push(found);
  await names.close();
  expect(rows).toEqual([
    {
      number: 7,
      rows: [
        { list: 0, row: 1, company: plain },
        { list: 0, row: 0, company: FULL },
      ],
    },
  ]);
  expect(readdirSync(folder)).toEqual(['one.parquet']);
});

test('the same rows give the same file; an empty list is one', async () => {
  const seals = [];
  for (const file of ['one.parquet', 'two.parquet']) {
    const writer = await createCompanyListWriter(join(folder, file), join(folder, 'work'));
    await writer.add([FULL, listed('Andere AG', 'Bonn')]);
    seals.push(await writer.finish());
  }
  expect(seals[0]).toEqual({ rows: 2, bytes: statSync(join(folder, 'one.parquet')).size, sha256: seals[1]?.sha256 });
  const empty = await write('empty.parquet', []);
  expect(existsSync(empty)).toBe(true);
});

test('a list that is given up leaves nothing', async () => {
  const writer = await createCompanyListWriter(join(folder, 'one.parquet'), join(folder, 'work'));
  await writer.add([FULL]);
  await writer.discard();
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that is no list is a fault with a code', async () => {
  writeFileSync(join(folder, 'one.parquet'), 'no list');
  await expect(openNameJoin([join(folder, 'one.parquet')], join(folder, 'work'))).rejects.toMatchObject({
    code: 'STORE_FAILED',
  });
  expect(readdirSync(folder)).toEqual(['one.parquet']);
});

test('names are joined by letters or by words over all lists, in their order; others are not', async () => {
  const one = await write('one.parquet', [
    FULL,
    listed('Musterwerk AG', 'Bonn'),
    listed('Musterwerk AG', 'Wien', { country: 'AT' }),
  ]);
  const two = await write('two.parquet', [listed('Papierfabrik Rheinmueller GmbH', 'Köln')]);
  const names = await openNameJoin([one, two], join(folder, 'work'));
  await names.add([asked('Unbekannt GmbH', 'Bonn'), asked('Rheinmüller Papier-Fabrik', 'Köln')]);
  await names.add([asked('MUSTER WERK AG', null)]);
  expect(await all(names.sameNames())).toEqual([
    [1, [0]],
    [2, [1]],
  ]);
  await names.close();
});

test('of very many companies of one name those at the place are candidates', async () => {
  const many = Array.from({ length: 60 }, (_, at) => listed('Stadtmuster GmbH', at === 30 ? 'Bonn' : `Ort ${at + 1}`));
  const path = await write('one.parquet', many);
  const names = await openNameJoin([path], join(folder, 'work'));
  await names.add([asked('Stadtmuster GmbH', 'Bonn'), asked('Stadtmuster GmbH', null)]);
  const found = [];
  for await (const { number, candidates, isCrowded } of names.sameNames()) {
    found.push([number, candidates.map(({ row }) => row), isCrowded]);
  }
  expect(found).toEqual([[0, [30], true]]);
  await names.close();
});

test('similar names are looked for at the same place, and by a rare word where there is none', async () => {
  const path = await write('one.parquet', [
    listed('Rheinmuster Papierwerke GmbH', 'Köln'),
    listed('Rheinmuster Papierwerke GmbH', 'Bonn'),
    listed('Rheinmuster Papierwerke AG', 'Köln'),
  ]);
  const names = await openNameJoin([path], join(folder, 'work'));
  await names.add([asked('Rheinmustre Papierwerke GmbH', 'Köln'), asked('Rheinmuster Papierwreke GmbH', null)]);
  expect(await all(names.sameNames())).toEqual([]);
  expect(await all(names.similarNames(Uint32Array.of(0, 1)))).toEqual([
    [0, [0]],
    [1, [0, 1]],
  ]);
  expect(await all(names.similarNames(Uint32Array.of(0)))).toEqual([[0, [0]]]);
  await names.close();
});

test('words that several names share are common, and those that are cities of the lists', async () => {
  const path = await write('one.parquet', [
    ...['Nord', 'West', 'Ost', 'Mitte'].map((word) => listed(`Zubera ${word} GmbH`, 'Kalkar')),
    listed('Qontexo GmbH', 'Kalkar'),
  ]);
  const names = await openNameJoin([path], join(folder, 'work'));
  await names.add([asked('Zubera Qontexo Kalkar GmbH', null)]);
  expect([...(await names.commonWords())].toSorted()).toEqual(['kalkar', 'zubera']);
  await names.close();
});
