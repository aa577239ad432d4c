import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { companyId } from '../../company/company-id.ts';
import type { CompanyRecord } from '../../contracts/company.ts';
import { decodeRecord } from '../../whitelist/record-codec.ts';
import { LINE_UNIT } from '../../whitelist/record-line.ts';
import { ANONYMOUS_OPAQUE, ANONYMOUS_PERSON } from '../anonymous-records.ts';
import type { Bounds } from '../import/registry-objects.ts';
import { layersFolder, openLayer, type OpenLayer, POOL, SHARED_ADDRESS } from './layer-file.ts';
import { createLayerWriter, type LayerOptions, type LayerWriter } from './layer-writer.ts';
import { layerOf, layersInForce, removeLayer } from './layers-in-force.ts';
import { LEAST_RANGES_OF_A_POOL, MOST_NAMES_AT_ONE_ADDRESS } from './share-counts.ts';

const SOURCE = {
  id: 'invented',
  title: 'Invented registry',
  version: '1',
  date: '2026-01-02',
  licence: 'CC0',
  attribution: 'nobody',
  url: 'https://example.org',
};
const NOW = new Date('2026-11-23T12:00:00Z');

function company(name: string, legalForm: string | null = 'GmbH'): CompanyRecord {
  return {
    ...ANONYMOUS_OPAQUE,
    kind: 'company',
    company: {
      ...ANONYMOUS_OPAQUE.company,
      id: companyId({ name, legalForm: legalForm ?? '', country: 'DE', place: '70999' }),
      name,
      legalForm,
      street: 'Am Beispiel 1',
      postcode: '70999',
      city: 'Musterstadt',
      country: 'DE',
      locationEvidence: 'organisation',
    },
    holder: name.toUpperCase(),
    confidence: 0.9,
    confidenceReasons: ['named-in-registry'],
    evidence: [{ source: SOURCE.title, object: '', date: SOURCE.date, licence: SOURCE.licence }],
  };
}

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'layers-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writer(changes: Partial<LayerOptions> = {}): LayerWriter {
  return createLayerWriter({ folder, format: 'ripe', source: SOURCE, termsAccepted: null, now: NOW, ...changes });
}

const counts = (read: number, wrong = 0): Parameters<LayerWriter['finish']>[0] => ({
  read,
  kept: read - wrong,
  ignored: {},
  wrong,
});
const four = (first: number, size = 1): Bounds => ({ family: 4, first, last: first + size - 1 });
const about = (name: string, place = ''): Parameters<LayerWriter['add']>[2] => ({ date: '2026-01-02', place, name });

function recordOf(layer: OpenLayer, index: number): CompanyRecord | null {
  const from = layer.columns.lineStarts[index] ?? 0;
  const to = layer.columns.lineStarts[index + 1] ?? 0;
  const bytes = Buffer.alloc((to - from) * LINE_UNIT);
  layer.readLines(bytes, from * LINE_UNIT);
  return decodeRecord(bytes.toString(), [{ ...SOURCE }]);
}

function opened(): OpenLayer {
  const manifest = layerOf(folder, SOURCE.id);
  if (!manifest) throw new Error('no layer');
  return openLayer(folder, manifest);
}

test('what was written is read back, and equal records stand there once', () => {
  const layer = writer();
  const first6 = 0x2a00_0001_0000_0002_0000_0003_0000_0004n;
  layer.add(four(1000, 8), company('Musterwerk'), about('musterwerk'));
  layer.add(four(2000, 4), company('Musterwerk'), { ...about('musterwerk'), date: null });
  layer.add({ family: 6, first: first6, last: first6 + 1n }, company('Beispielbau'), about('beispielbau'));
  layer.addAsClass(64496, 'hosting');
  const manifest = layer.finish(counts(3));
  expect(manifest).toMatchObject({
    id: SOURCE.id,
    format: 'ripe',
    source: { rows: 3 },
    counts: { read: 3, kept: 3, wrong: 0 },
    contents: { ranges4: 2, ranges6: 1, records: 2, asClasses: 1, recordsByKind: { company: 2 } },
  });
  expect(manifest.contents.withheld).toEqual({ full: { 'unknown-size': 2 }, country: { 'unknown-size': 2 } });

  const { columns, ...read } = opened();
  expect([...columns.firsts4]).toEqual([1000, 2000]);
  expect([...columns.lasts4]).toEqual([1007, 2003]);
  expect([...columns.records4]).toEqual([0, 0]);
  expect([...columns.days4]).toEqual([Date.UTC(2026, 0, 2) / 86_400_000, 0]);
  expect([...columns.firsts6]).toEqual([0x2a00_0001, 2, 3, 4]);
  expect([...columns.records6]).toEqual([1]);
  expect([...columns.asNumbers]).toEqual([64496]);
  expect(recordOf({ columns, ...read }, 0)).toEqual(company('Musterwerk'));
  expect(recordOf({ columns, ...read }, 1)).toEqual(company('Beispielbau'));
  read.close();
});

test('of a person nothing is written, even if an importer hands it over', () => {
  const layer = writer();
  layer.add(
    four(1),
    { ...company('Erika Mustermann', null), kind: 'person' },
    about('erika mustermann', 'am beispiel 1'),
  );
  layer.add(four(2), ANONYMOUS_PERSON, about(''));
  const { file, contents } = layer.finish(counts(2));
  expect(contents).toMatchObject({ ranges4: 2, records: 1, recordsByKind: { person: 1 } });
  const bytes = readFileSync(join(layersFolder(folder), file.name), 'latin1');
  expect(bytes).not.toMatch(/mustermann|beispiel/i);
});

describe('an address with many unrelated names is a placeholder', () => {
  const at = (names: readonly string[]): number => {
    const layer = writer();
    for (const [position, name] of names.entries()) {
      layer.add(four(position * 8, 8), company(name), about(name.toLowerCase(), 'am beispiel 1 70999'));
    }
    layer.add(four(1_000_000), company('Elsewhere'), about('elsewhere', 'another address'));
    const { sharedAddresses } = layer.finish(counts(names.length + 1)).contents;
    const read = opened();
    const flags = [...read.columns.recordFlags];
    read.close();
    expect(flags.filter((flag) => flag === SHARED_ADDRESS)).toHaveLength(sharedAddresses);
    expect(flags.at(-1)).toBe(0);
    return sharedAddresses;
  };
  const NAMES = ['Alpha Bau', 'Beta Druck', 'Gamma Stahl', 'Delta Holz'];

  test.each([
    ['as many names as may share a house', NAMES.slice(0, MOST_NAMES_AT_ONE_ADDRESS), 0],
    ['one more', NAMES, NAMES.length],
    ['many of one group', ['Alpha Bau', 'Alpha Druck', 'Alpha Stahl', 'Alpha Holz', 'Alpha Glas'], 0],
  ])('%s', (_what, names, shared) => {
    expect(at(names)).toBe(shared);
  });
});

describe('a name without a legal form over very many equal ranges is a pool', () => {
  test.each([
    ['enough ranges', LEAST_RANGES_OF_A_POOL, 8, null, true],
    ['one less', LEAST_RANGES_OF_A_POOL - 1, 8, null, false],
    ['larger ranges', LEAST_RANGES_OF_A_POOL, 512, null, false],
    ['a legal form', LEAST_RANGES_OF_A_POOL, 8, 'GmbH', false],
  ])('%s', (_what, ranges, size, form, isPool) => {
    const layer = writer();
    for (let range = 0; range < ranges; range += 1) {
      layer.add(four(range * 1024, size), company('Musterstadt Kunden', form), about('musterstadt kunden'));
    }
    // Of another size: does not count.
    layer.add(four(2 ** 31, 2), company('Musterstadt Kunden', form), about('musterstadt kunden'));
    expect(layer.finish(counts(ranges + 1)).contents.pools).toBe(isPool ? 1 : 0);
    const read = opened();
    expect([...read.columns.recordFlags]).toEqual([isPool ? POOL : 0]);
    read.close();
  });
});

describe('what is refused leaves the last import as it was', () => {
  const fill = (layer: LayerWriter, ranges: number): void => {
    for (let range = 0; range < ranges; range += 1) layer.add(four(range * 8, 8), company('Musterwerk'), about('m'));
  };
  const files = (): string[] => readdirSync(layersFolder(folder)).sort();

  test.each([
    ['a fifth fewer ranges', 80, 0, null],
    ['more than a fifth fewer', 79, 0, 'IMPORT_SHRUNK'],
    ['one in a hundred wrong', 100, 1, null],
    ['more than one in a hundred wrong', 100, 2, 'IMPORT_FAULTY'],
  ])('%s', (_what, ranges, wrong, code) => {
    const before = writer();
    fill(before, 100);
    const last = before.finish(counts(100));
    const old = files();
    const layer = writer({ now: new Date('2026-12-01T00:00:00Z') });
    fill(layer, ranges);
    if (code === null) {
      expect(layer.finish(counts(100, wrong)).contents.ranges4).toBe(ranges);
      expect(files()).toHaveLength(2);
    } else {
      expect(() => layer.finish(counts(100, wrong))).toThrow(expect.objectContaining({ code }));
      expect(files()).toEqual(old);
      expect(layerOf(folder, SOURCE.id)).toEqual(last);
    }
  });

  test('a shrunken one is taken when the operator says so', () => {
    const before = writer();
    fill(before, 100);
    before.finish(counts(100));
    const layer = writer({ allowShrunk: true });
    fill(layer, 1);
    expect(layer.finish(counts(1)).contents.ranges4).toBe(1);
  });

  test('two at once: the second is refused, and begins when the first has ended', () => {
    writer().finish(counts(0));
    const first = writer();
    const busy = expect.objectContaining({ code: 'WHITELIST_BUSY' });
    expect(() => writer()).toThrow(busy);
    expect(() => writer({ source: { ...SOURCE, id: 'other' } })).toThrow(busy);
    expect(() => removeLayer(folder, SOURCE.id)).toThrow(busy);
    first.finish(counts(0));
    writer().discard();
    removeLayer(folder, SOURCE.id);
  });

  test('one that was killed leaves a file, which the next one deletes', () => {
    writer().finish(counts(0));
    const left = join(layersFolder(folder), `${SOURCE.id}.4711-1.unfinished`);
    writeFileSync(left, 'x');
    writer().finish(counts(0));
    expect(readdirSync(layersFolder(folder)).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
  });

  test('one that is given up leaves nothing', () => {
    const layer = writer();
    fill(layer, 10);
    layer.discard();
    expect(files()).toEqual([]);
  });
});

describe('layers of a folder', () => {
  test('are listed by id, found, and taken out', () => {
    expect(layersInForce(folder)).toEqual([]);
    for (const id of ['zulu', 'alpha']) writer({ source: { ...SOURCE, id } }).finish(counts(0));
    expect(layersInForce(folder).map(({ id }) => id)).toEqual(['alpha', 'zulu']);
    removeLayer(folder, 'alpha');
    expect(layersInForce(folder).map(({ id }) => id)).toEqual(['zulu']);
    expect(readdirSync(layersFolder(folder))).toHaveLength(2);
    expect(() => removeLayer(folder, 'alpha')).toThrow(expect.objectContaining({ code: 'LAYER_UNKNOWN' }));
  });

  test.each(['', '../up', 'Big', 'a.b', 'x'.repeat(65)])('%j is no id', (id) => {
    expect(() => writer({ source: { ...SOURCE, id } })).toThrow(expect.objectContaining({ code: 'LAYER_ID' }));
    expect(layerOf(folder, id)).toBeNull();
  });

  test.each<[string, string, (path: string) => void]>([
    ['cut short', 'LAYER_CORRUPT', (path) => truncateSync(path, 20)],
    ['gone', 'LAYER_CORRUPT', (path) => rmSync(path)],
    ['altered', 'LAYER_CORRUPT', (path) => turnBit(path, -100)],
    ['altered in a column', 'LAYER_CORRUPT', (path) => turnBit(path, -300)],
    ['of another format', 'LAYER_FORMAT', (path) => turnBit(path, -8)],
  ])('a file that is %s is refused', (_what, code, harm) => {
    const layer = writer();
    layer.add(four(8, 8), company('Musterwerk'), about('musterwerk'));
    const manifest = layer.finish(counts(1));
    harm(join(layersFolder(folder), manifest.file.name));
    expect(() => openLayer(folder, manifest)).toThrow(expect.objectContaining({ code }));
  });

  test('a manifest that cannot be read is refused', () => {
    writer().finish(counts(0));
    writeFileSync(join(layersFolder(folder), `${SOURCE.id}.json`), '{');
    expect(() => layersInForce(folder)).toThrow(expect.objectContaining({ code: 'LAYER_CORRUPT' }));
  });

  test('a layer whose manifest cannot be read is imported again, or taken out', () => {
    const path = join(layersFolder(folder), `${SOURCE.id}.json`);
    writer().finish(counts(0));
    writeFileSync(path, '{');
    const again = writer();
    again.add(four(8), company('Musterwerk'), about('musterwerk'));
    expect(again.finish(counts(1)).contents.ranges4).toBe(1);
    writeFileSync(path, '{');
    removeLayer(folder, SOURCE.id);
    expect(readdirSync(layersFolder(folder))).toEqual([]);
  });
});

function turnBit(path: string, fromEnd: number): void {
  const bytes = readFileSync(path);
  const at = bytes.length + fromEnd;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
