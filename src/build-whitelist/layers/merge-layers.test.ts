import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { companyId } from '../../company/company-id.ts';
import type { CompanyRecord } from '../../contracts/company.ts';
import type { Manifest } from '../../whitelist/manifest.ts';
import { openWhitelist, type Whitelist } from '../../whitelist/open-whitelist.ts';
import { currentVersion } from '../../whitelist/whitelist-versions.ts';
import { ANONYMOUS_OPAQUE, ANONYMOUS_PERSON } from '../anonymous-records.ts';
import type { Bounds, ImportFormat } from '../import/registry-objects.ts';
import type { AsClass } from './as-class.ts';
import { layersFolder } from './layer-file.ts';
import { createLayerWriter, type LayerWriter } from './layer-writer.ts';
import { layerOf } from './layers-in-force.ts';
import { mergeLayers } from './merge-layers.ts';
import { RANKS } from './ranks.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
// 5.0.0.0 and 2a00:1:: stand for any public addresses.
const BASE_4 = 5 * 2 ** 24;
const BASE_6 = 0x2a00_0001n << 96n;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'merge-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function titleOf(id: string): string {
  return `Source ${id}`;
}

function company(source: string, name: string, changes: Partial<CompanyRecord> = {}): CompanyRecord {
  return {
    ...ANONYMOUS_OPAQUE,
    kind: 'company',
    company: {
      ...ANONYMOUS_OPAQUE.company,
      id: companyId({ name, legalForm: 'gmbh', country: 'DE', place: '70999' }),
      name,
      legalForm: 'GmbH',
      street: 'Am Beispiel 1',
      postcode: '70999',
      city: 'Musterstadt',
      country: 'DE',
      locationEvidence: 'organisation',
      size: { class: '50-99', range: null, employees: null, evidence: 'stated' },
    },
    holder: name.toUpperCase(),
    confidence: 0.95,
    confidenceReasons: ['named-in-registry'],
    evidence: [{ source: titleOf(source), object: '', date: '2026-01-02', licence: 'CC0' }],
    ...changes,
  };
}

type Entry = {
  readonly bounds: Bounds;
  readonly record: CompanyRecord;
  readonly date?: string | null;
  readonly place?: string;
};

function layer(
  id: string,
  format: ImportFormat,
  entries: readonly Entry[],
  more?: (writer: LayerWriter) => void,
): void {
  const source = { id, title: titleOf(id), version: '1', date: '2026-01-02', licence: 'CC0', attribution: '', url: '' };
  const writer = createLayerWriter({ folder, format, source, termsAccepted: null, now: NOW });
  for (const { bounds, record, date = null, place = '' } of entries) {
    writer.add(bounds, record, { date, place, name: record.company.name.toLowerCase() });
  }
  more?.(writer);
  writer.finish({ read: entries.length, kept: entries.length, ignored: {}, wrong: 0 });
}

async function merge(location: 'full' | 'country' = 'full'): Promise<Manifest> {
  return mergeLayers({ folder, location, now: NOW, onProgress: () => undefined });
}

const four = (offset: number, size: number): Bounds => ({
  family: 4,
  first: BASE_4 + offset,
  last: BASE_4 + offset + size - 1,
});
const six = (offset: bigint, size: bigint): Bounds => ({
  family: 6,
  first: BASE_6 + offset,
  last: BASE_6 + offset + size - 1n,
});

function bytesOf(address: bigint): Uint8Array {
  return Uint8Array.from({ length: 16 }, (_, at) => Number((address >> BigInt(120 - at * 8)) & 255n));
}

function recordAt(whitelist: Whitelist, offset: number): CompanyRecord {
  return whitelist.record(whitelist.find4(BASE_4 + offset));
}

test('all layers stand in one version; records are what their sources wrote', async () => {
  const own = company('own', 'Eigenbau');
  const customer = company('ripe', 'Musterwerk');
  layer('ripe', 'ripe', [
    { bounds: four(0, 8), record: customer, date: '2024-05-06' },
    { bounds: four(8, 8), record: ANONYMOUS_PERSON },
    { bounds: six(0n, 1n << 80n), record: customer },
  ]);
  layer('own', 'own', [{ bounds: four(64, 8), record: own }]);
  const manifest = await merge();
  expect(manifest.layers.map(({ id, ranges4, ranges6 }) => [id, ranges4, ranges6])).toEqual([
    ['own', 1, 0],
    ['ripe', 2, 1],
  ]);
  expect(manifest.sources.map(({ id, rows }) => [id, rows])).toEqual([
    ['own', 1],
    ['ripe', 3],
  ]);
  expect(manifest.counts).toMatchObject({
    records: 3,
    recordsByKind: { company: 2, person: 1 },
    rangesByKind: { company: 3, person: 1 },
    shownOrganisations: 2,
    shownAddresses4: 16,
  });
  expect(manifest.leftOut.records).toEqual({ 'personal-name': 1 });
  const whitelist = openWhitelist(folder);
  expect(recordAt(whitelist, 3)).toEqual(customer);
  expect(recordAt(whitelist, 12)).toEqual(ANONYMOUS_PERSON);
  expect(recordAt(whitelist, 64)).toEqual(own);
  expect(whitelist.record(whitelist.find6(bytesOf(BASE_6 + 5n)))).toEqual(customer);
  expect(whitelist.record(whitelist.indexOfCompany(own.company.id) ?? -1)).toEqual(own);
  expect(whitelist.objectsAt4(BASE_4)[0]).toMatchObject({ sourceId: 'ripe', date: '2024-05-06' });
  whitelist.close();
});

test('the same layers give the same version at another time', async () => {
  layer('ripe', 'ripe', [{ bounds: four(0, 8), record: company('ripe', 'Musterwerk') }]);
  const { version } = await merge();
  const again = await mergeLayers({ folder, location: 'full', now: new Date(0), onProgress: () => undefined });
  expect(again.version).toBe(version);
  expect((await merge('country')).version).not.toBe(version);
});

describe('a record is mended by what all sources know', () => {
  const PLACE = 'am beispiel 1 70999 musterstadt';

  test('an address that many unrelated names share is blanked', async () => {
    const names = ['Alpha', 'Beta', 'Gamma', 'Delta'];
    layer(
      'ripe',
      'ripe',
      names.map((name, at) => ({ bounds: four(at * 8, 8), record: company('ripe', name), place: PLACE })),
    );
    const { leftOut } = await merge();
    expect(leftOut.records).toEqual({ 'incomplete-location': 4 });
    expect(recordAt(openWhitelist(folder), 0)).toMatchObject({
      company: { name: 'Alpha', street: null, postcode: null, city: null, country: 'DE' },
      confidence: 0.9,
      confidenceReasons: ['named-in-registry', 'shared-address'],
    });
  });

  test('a name over very many equal ranges is a pool of its provider', async () => {
    const pool = company('ripe', 'Kunden Musterstadt');
    const record = { ...pool, company: { ...pool.company, legalForm: null } };
    layer(
      'ripe',
      'ripe',
      Array.from({ length: 300 }, (_, at) => ({ bounds: four(at * 8, 8), record })),
    );
    await merge();
    expect(recordAt(openWhitelist(folder), 0)).toMatchObject({ kind: 'provider', providerType: 'isp' });
  });

  test('a customer inside a hoster’s network is told from the same customer elsewhere', async () => {
    const record = company('ripe', 'Musterwerk');
    layer('asn', 'asn', [
      { bounds: four(0, 256), record: company('asn', 'Hoster', { kind: 'provider', asn: 64_496 }) },
      { bounds: four(256, 256), record: company('asn', 'Carrier', { kind: 'provider', asn: 64_497 }) },
      { bounds: six(0n, 1n << 96n), record: company('asn', 'Hoster', { kind: 'provider', asn: 64_496 }) },
    ]);
    layer('classes', 'as-class', [], (writer) => {
      writer.addAsClass(64_496, 'hosting');
      writer.addAsClass(64_497, 'isp');
    });
    layer('ripe', 'ripe', [
      { bounds: four(0, 8), record },
      { bounds: four(256, 8), record },
      { bounds: six(0n, 1n << 80n), record },
    ]);
    await merge();
    const whitelist = openWhitelist(folder);
    const inside = { ...record, confidence: 0.75, confidenceReasons: ['named-in-registry', 'hosting-network'] };
    expect(recordAt(whitelist, 0)).toEqual(inside);
    expect(recordAt(whitelist, 256)).toEqual(record);
    expect(whitelist.record(whitelist.find6(bytesOf(BASE_6)))).toEqual(inside);
    expect(recordAt(whitelist, 100)).toMatchObject({ kind: 'provider', providerType: 'hosting' });
    expect(recordAt(whitelist, 500)).toMatchObject({ kind: 'provider', providerType: 'isp' });
  });

  test.each<[AsClass, Partial<CompanyRecord>, Partial<CompanyRecord>]>([
    ['isp', {}, { kind: 'provider', providerType: 'isp' }],
    ['hosting', {}, { kind: 'provider', providerType: 'hosting' }],
    ['education', {}, { kind: 'education' }],
    ['government', {}, { kind: 'public' }],
    [
      'business',
      { confidence: 0.55, confidenceReasons: ['kind-not-proven'] },
      { kind: 'company', confidence: 0.95, confidenceReasons: ['class-agrees'] },
    ],
    ['business', { kind: 'provider' }, { kind: 'provider', providerType: null }],
    ['education', { kind: 'provider' }, { kind: 'provider' }],
    ['isp', { kind: 'education' }, { kind: 'education' }],
    ['isp', { kind: 'opaque' }, { kind: 'opaque' }],
  ])('an AS of class %s, known as %j, is %j', async (asClass, known, expected) => {
    layer('asn', 'asn', [{ bounds: four(0, 256), record: company('asn', 'Holder', { asn: 64_496, ...known }) }]);
    layer('classes', 'as-class', [], (writer) => writer.addAsClass(64_496, asClass));
    await merge();
    expect(recordAt(openWhitelist(folder), 0)).toMatchObject(expected);
  });

  test('of several classes that counts which shows the least', async () => {
    layer('asn', 'asn', [{ bounds: four(0, 256), record: company('asn', 'Holder', { asn: 64_496 }) }]);
    layer('a-list', 'as-class', [], (writer) => writer.addAsClass(64_496, 'hosting'));
    layer('b-list', 'as-class', [], (writer) => writer.addAsClass(64_496, 'business'));
    await merge();
    expect(recordAt(openWhitelist(folder), 0)).toMatchObject({ kind: 'provider', providerType: 'hosting' });
  });
});

test('a company’s record is one that is released, where it has several', async () => {
  const released = company('ripe', 'Musterwerk');
  layer('ripe', 'ripe', [
    { bounds: four(0, 8), record: { ...released, confidence: 0.2 } },
    { bounds: four(8, 8), record: released },
  ]);
  expect((await merge()).counts.shownOrganisations).toBe(1);
  const whitelist = openWhitelist(folder);
  expect(whitelist.record(whitelist.indexOfCompany(released.company.id) ?? -1)).toEqual(released);
});

describe('what cannot be merged leaves the old version in force', () => {
  test.each<[string, string, () => void]>([
    ['a damaged layer', 'LAYER_CORRUPT', () => turnBit(0.9)],
    ['a damaged record', 'LAYER_CORRUPT', () => turnBit(0.05)],
    [
      'two sources of one id',
      'LAYER_ID',
      () => {
        const source = { id: 'ripe', title: 'Another', version: '', date: '', licence: '', attribution: '', url: '' };
        createLayerWriter({ folder, id: 'other', format: 'ripe', source, termsAccepted: null, now: NOW }).finish({
          read: 0,
          kept: 0,
          ignored: {},
          wrong: 0,
        });
      },
    ],
  ])('%s', async (_what, code, harm) => {
    layer('ripe', 'ripe', [{ bounds: four(0, 8), record: company('ripe', 'Musterwerk') }]);
    const { version } = await merge();
    harm();
    await expect(merge()).rejects.toThrow(expect.objectContaining({ code }));
    expect(currentVersion(folder)).toBe(version);
    expect(recordAt(openWhitelist(folder), 0)).toEqual(company('ripe', 'Musterwerk'));
  });

  function turnBit(share: number): void {
    const path = join(layersFolder(folder), layerOf(folder, 'ripe')?.file.name ?? '');
    const bytes = readFileSync(path);
    const at = Math.floor(bytes.length * share);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(path, bytes);
  }
});

describe('the verdict of every address is that of a slow scan over all objects of all sources', () => {
  const FORMATS: readonly ImportFormat[] = ['own', 'cidr', 'ripe', 'mmdb', 'alloclist', 'asn'];
  const drawn = fc.record({
    format: fc.constantFrom(...FORMATS),
    isSix: fc.boolean(),
    first: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3000 })),
    size: fc.oneof(fc.constantFrom(1, 8, 64, 1024), fc.integer({ min: 1, max: 500 })),
    isOpaque: fc.boolean(),
    day: fc.constantFrom(null, '2004-01-01', '2024-01-01', '2024-01-02'),
  });

  test('IPv4 and IPv6, with the order of the objects that were overruled', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 25 }), async (objects) => {
        rmSync(join(folder, 'whitelist'), { recursive: true, force: true });
        const named = objects.map((object, at) => ({
          ...object,
          last: object.first + object.size - 1,
          name: `Name ${at}`,
        }));
        // Layers stand in the order of their ids.
        const inOrder = FORMATS.toSorted().flatMap((format) => named.filter((object) => object.format === format));
        for (const format of FORMATS) {
          const own = named.filter((object) => object.format === format);
          layer(
            format,
            format,
            own.map(({ isSix, first, size, isOpaque, day, name }) => ({
              bounds: isSix ? six(BigInt(first), BigInt(size)) : four(first, size),
              record: company(format, name, { kind: isOpaque ? 'opaque' : 'company' }),
              date: day,
            })),
          );
        }
        await merge();
        const whitelist = openWhitelist(folder);
        const probes = named.flatMap(({ first, last }) => [first - 1, first, first + 1, last - 1, last, last + 1]);
        for (const [isSix, offset] of probes.flatMap((at) => [[true, at] as const, [false, at] as const])) {
          const bytes = bytesOf(BASE_6 + BigInt(offset));
          const expected = inOrder
            .filter((object) => object.isSix === isSix && object.first <= offset && offset <= object.last)
            .sort(
              (one, other) =>
                Number(one.isOpaque) - Number(other.isOpaque) ||
                one.size - other.size ||
                RANKS[one.format] - RANKS[other.format] ||
                (other.day ?? '').localeCompare(one.day ?? '') ||
                inOrder.indexOf(other) - inOrder.indexOf(one),
            )
            .map(({ name }) => name);
          const index = isSix ? whitelist.find6(bytes) : whitelist.find4(BASE_4 + offset);
          expect(index < 0 ? undefined : whitelist.record(index).company.name).toBe(expected[0]);
          const around = isSix ? whitelist.objectsAt6(bytes) : whitelist.objectsAt4(BASE_4 + offset);
          expect(around.map(({ record }) => whitelist.record(record).company.name)).toEqual(expected);
        }
        whitelist.close();
      }),
      { numRuns: 25 },
    );
  });
});
