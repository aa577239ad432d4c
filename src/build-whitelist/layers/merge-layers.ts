import { crc32 } from 'node:zlib';
import { type CompanyRecord, KINDS } from '../../contracts/company.ts';
import { WITHHELD_REASONS } from '../../contracts/reasons.ts';
import { companyIdWords } from '../../whitelist/company-id-words.ts';
import { flattenRanges4, flattenRanges6 } from '../../whitelist/flatten-ranges.ts';
import { growBytes, growWords } from '../../whitelist/growing-column.ts';
import { withWhitelistLockAsync } from '../../whitelist/lock-whitelist.ts';
import { FORMAT, type Manifest, type ManifestSource } from '../../whitelist/manifest.ts';
import { writeObjectFile, type ObjectColumns } from '../../whitelist/object-file.ts';
import { orderByWords } from '../../whitelist/order-by-words.ts';
import { precedenceOf } from '../../whitelist/precedence.ts';
import { writeRangeFile } from '../../whitelist/range-file.ts';
import { indexSegments4 } from '../../whitelist/range-index-4.ts';
import { indexSegments6 } from '../../whitelist/range-index-6.ts';
import { decodeRecord, encodeRecord } from '../../whitelist/record-codec.ts';
import { LINE_UNIT, recordLine } from '../../whitelist/record-line.ts';
import { writeRecordTables } from '../../whitelist/record-tables.ts';
import type { SealedFile } from '../../whitelist/sealed-file.ts';
import type { Segments4, Segments6 } from '../../whitelist/segments.ts';
import { createVersion } from '../../whitelist/whitelist-versions.ts';
import type { AsClass } from './as-class.ts';
import { classesOf, type HostingRanges, hostingRanges } from './as-classes.ts';
import { countCodes } from './count-codes.ts';
import { layerError } from './layer-error.ts';
import { openLayer, type OpenLayer, POOL, SHARED_ADDRESS } from './layer-file.ts';
import { joinCompany } from './join-company.ts';
import { layersInForce } from './layers-in-force.ts';
import { type HolderMatches, isMatched, type LayerHolders, listsByRank, matchHolders } from './match-holders.ts';
import { type Mending, mendRecord } from './mend-record.ts';
import { isAsLevel, RANKS } from './ranks.ts';
import { withheldCode } from './withheld-code.ts';

export type MergeOptions = {
  /** Data folder. */
  readonly folder: string;
  /** What the release rules ask for when records are counted as shown. */
  readonly location: 'full' | 'country';
  readonly now: Date;
  readonly onProgress: (done: number, total: number) => void;
};

const STEPS = 6;

/**
 * Merges all layers of a data folder to a version of the whitelist and puts it in force; holders that stand in the
 * company lists are joined to them. Lines of records are copied; only those that have to be mended (mend-record.ts) or
 * joined are read.
 * @throws LayerError LAYER_CORRUPT, LAYER_FORMAT, LAYER_ID; CompanyListError COMPANY_LIST_CORRUPT; StoreError
 * STORE_FAILED; WhitelistError WHITELIST_BUSY; whatever is thrown leaves the old version in force
 */
export async function mergeLayers(options: MergeOptions): Promise<Manifest> {
  return withWhitelistLockAsync(options.folder, () => merge(options));
}

async function merge({ folder, location, now, onProgress }: MergeOptions): Promise<Manifest> {
  const layers: OpenLayer[] = [];
  const version = createVersion(folder);
  let matches: HolderMatches | null = null;
  try {
    onProgress(0, STEPS);
    for (const manifest of layersInForce(folder)) layers.push(openLayer(folder, manifest));
    const lists = listsByRank(folder);
    const sources = sourcesOf([
      ...layers.flatMap(({ manifest }) => [manifest.source, ...manifest.furtherSources]),
      ...lists.map(({ source }) => source),
    ]);
    const entries = layers.map(layerEntry);
    const rows = leftOutRows(layers);
    const records = startRecords(version.files.records, location);
    const classes = classesOf(layers);
    if (lists.length > 0)
      matches = await matchHolders(
        folder,
        lists,
        layers.map((layer) => holdersOf(layer, classes)),
      );
    onProgress(1, STEPS);
    const joining = { matches, sources: lists.map(({ source }) => source) };
    const { four, six } = uniteLayers(layers, classes, joining, records);
    // Millions of ranges stand in both now: the layers' columns are let go before the rest takes room.
    for (const layer of layers.splice(0)) layer.close();
    onProgress(2, STEPS);

    const segments4 = flattenRanges4(four);
    const segments6 = flattenRanges6(six);
    onProgress(3, STEPS);
    writeRangeFile(version.files.ranges, { four: indexSegments4(segments4), six: indexSegments6(segments6) });
    onProgress(4, STEPS);
    writeRecordTables(version.files.tables, {
      starts: records.starts(),
      checksums: records.checksums.numbers(),
      ...companyTable(records),
    });
    writeObjectFile(version.files.objects, four, six);
    onProgress(5, STEPS);

    const manifest = version.finish(
      {
        format: FORMAT,
        location,
        sources,
        layers: entries,
        counts: {
          ranges4: four.values.length,
          ranges6: six.values.length,
          segments4: segments4.values.length,
          segments6: segments6.values.length,
          records: records.kinds.length(),
          recordsByKind: countCodes(records.kinds.numbers(), (kind) => KINDS[kind]),
          rangesByKind: countRanges(records.kinds.numbers(), four.values, six.values),
          ...countShown(records, segments4, segments6),
        },
        ...(matches !== null && { companies: { ...matches.counts, matchedRecords: records.joined() } }),
        leftOut: {
          records: countCodes(records.withheld.numbers(), (code) => WITHHELD_REASONS[code - 1]),
          rows,
        },
      },
      now,
    );
    onProgress(STEPS, STEPS);
    return manifest;
  } catch (cause) {
    version.discard();
    throw cause;
  } finally {
    matches?.close();
    for (const layer of layers) layer.close();
  }
}

/** The companies of a layer as they are to be written, but for the lists. */
function holdersOf(layer: OpenLayer, classes: ReadonlyMap<number, AsClass>): LayerHolders {
  const sources = [layer.manifest.source, ...layer.manifest.furtherSources];
  function* parts(): Generator<[number, CompanyRecord][]> {
    for (const lines of linesOf(layer)) {
      const holders: [number, CompanyRecord][] = [];
      for (const [line, record] of lines) {
        if (layer.columns.recordKinds[record] !== COMPANY_KIND) continue;
        const mended = mendRecord(readLine(line, sources), mendingOf(layer, record, classes));
        if (isMatched(mended)) holders.push([record, mended]);
      }
      yield holders;
    }
  }
  return { recordCount: layer.recordCount, parts: parts() };
}

const COMPANY_KIND = KINDS.indexOf('company');

function mendingOf({ columns, manifest }: OpenLayer, record: number, classes: ReadonlyMap<number, AsClass>): Mending {
  const flags = columns.recordFlags[record] ?? 0;
  const asn = isAsLevel(manifest.format) ? (columns.recordAsns[record] ?? 0) : 0;
  return {
    sharedAddress: (flags & SHARED_ADDRESS) !== 0,
    pool: (flags & POOL) !== 0,
    hostingNetwork: false,
    asClass: asn === 0 ? null : (classes.get(asn) ?? null),
  };
}

function readLine(line: Buffer, sources: readonly ManifestSource[]): CompanyRecord {
  const read = decodeRecord(line.toString('utf8'), sources);
  if (!read) throw layerError('LAYER_CORRUPT');
  return read;
}

/** Copies the records of all layers and lays their ranges into one set of columns. */
function uniteLayers(
  layers: readonly OpenLayer[],
  classes: ReadonlyMap<number, AsClass>,
  joining: Joining,
  records: Records,
): { four: ObjectColumns; six: ObjectColumns } {
  const hosting = hostingRanges(layers, classes);
  const copied = layers.map((layer, position) => ({
    ...layer,
    numbers: copyRecords(layer, hosting[position] ?? null, classes, records, {
      of: (record) => joining.matches?.of(position, record) ?? null,
      sources: joining.sources,
    }),
  }));
  return { four: unionOf(copied, records, 4), six: unionOf(copied, records, 6) };
}

function layerEntry({ manifest }: OpenLayer): Manifest['layers'][number] {
  const { id, format, source, importedAt, termsAccepted, contents } = manifest;
  const { ranges4, ranges6, records } = contents;
  return { id, format, sourceId: source.id, importedAt, termsAccepted, ranges4, ranges6, records };
}

/** All sources once. Two that share an id and are not the same would make evidence of one pass for the other's. */
function sourcesOf(all: readonly ManifestSource[]): ManifestSource[] {
  const sources = new Map<string, ManifestSource>();
  for (const source of all) {
    const known = sources.get(source.id);
    if (known && JSON.stringify(known) !== JSON.stringify(source)) throw layerError('LAYER_ID');
    sources.set(source.id, source);
  }
  return [...sources.values()];
}

/** What the company lists know, and where it comes from. */
type Joining = { readonly matches: HolderMatches | null; readonly sources: readonly ManifestSource[] };
type LayerJoining = { readonly of: (record: number) => CompanyRecord | null; readonly sources: Joining['sources'] };

/** The records of the version while they are written, and what the tables have to know of them. */
type Records = {
  readonly file: SealedFile;
  readonly location: 'full' | 'country';
  readonly checksums: ReturnType<typeof growWords>;
  readonly companyIds: ReturnType<typeof growWords>;
  /** Ids that records had before a company list told who they are; `aliasRecords` holds the record of each. */
  readonly aliasIds: ReturnType<typeof growWords>;
  readonly aliasRecords: ReturnType<typeof growWords>;
  /** Positions in KINDS. */
  readonly kinds: ReturnType<typeof growBytes>;
  /** Position in WITHHELD_REASONS plus one; 0: released. */
  readonly withheld: ReturnType<typeof growBytes>;
  readonly noteStart: () => void;
  /** Counts a record that a company was joined to. */
  readonly noteJoined: () => void;
  readonly joined: () => number;
  /** Of each line and of the end. */
  readonly starts: () => Uint32Array;
};

function startRecords(file: SealedFile, location: 'full' | 'country'): Records {
  const starts = growWords();
  let joined = 0;
  const noteStart = (): void => {
    const start = file.length() / LINE_UNIT;
    if (start > 0xffff_ffff) throw new RangeError('more than 16 GiB of records');
    starts.push(start);
  };
  return {
    file,
    location,
    checksums: growWords(),
    companyIds: growWords(),
    aliasIds: growWords(),
    aliasRecords: growWords(),
    kinds: growBytes(),
    withheld: growBytes(),
    noteStart,
    noteJoined: () => void (joined += 1),
    joined: () => joined,
    starts() {
      noteStart();
      return starts.numbers();
    },
  };
}

/** Numbers in the version of a layer's records: as they are, and as they are inside a hoster's network. */
type Numbers = {
  readonly plain: Uint32Array;
  readonly hosting: Uint32Array | null;
  readonly ranges: HostingRanges | null;
};

/** Lines that are read at once, in bytes. */
const COPIED_AT_ONCE = 1 << 22;

function copyRecords(
  layer: OpenLayer,
  hosting: HostingRanges | null,
  classes: ReadonlyMap<number, AsClass>,
  records: Records,
  joining: LayerJoining,
): Numbers {
  const { columns, recordCount, manifest } = layer;
  const sources = [manifest.source, ...manifest.furtherSources];
  const allSources = [...sources, ...joining.sources];
  const uses = usesOf(layer, hosting);
  const plain = new Uint32Array(recordCount);
  const inHosting = hosting === null ? null : new Uint32Array(recordCount);
  const withheld = records.location === 'full' ? columns.withheldFull : columns.withheldCountry;

  const keep = (line: Uint8Array, checksum: number): number => {
    records.noteStart();
    records.file.write(line);
    records.checksums.push(checksum);
    return records.checksums.length() - 1;
  };
  const copy = (line: Uint8Array, record: number): number => {
    records.companyIds.push(columns.companyIds[record * 2] ?? 0);
    records.companyIds.push(columns.companyIds[record * 2 + 1] ?? 0);
    records.kinds.push(columns.recordKinds[record] ?? 0);
    records.withheld.push(withheld[record] ?? 0);
    return keep(line, columns.lineChecksums[record] ?? 0);
  };
  const mend = (line: Buffer, mending: Mending, joined: CompanyRecord | null): number => {
    const mended = mendRecord(readLine(line, sources), mending);
    const written = joined === null ? mended : joinCompany(mended, joined);
    const [high, low] = companyIdWords(written.company.id) ?? [0, 0];
    records.companyIds.push(high);
    records.companyIds.push(low);
    records.kinds.push(KINDS.indexOf(written.kind));
    records.withheld.push(withheldCode(written, records.location));
    const text = recordLine(encodeRecord(written, allSources));
    const number = keep(text, crc32(text));
    if (joined !== null) records.noteJoined();
    if (written.company.id !== mended.company.id) {
      const [ownHigh, ownLow] = companyIdWords(mended.company.id) ?? [0, 0];
      records.aliasIds.push(ownHigh);
      records.aliasIds.push(ownLow);
      records.aliasRecords.push(number);
    }
    return number;
  };

  for (const lines of linesOf(layer)) {
    for (const [line, record] of lines) {
      const use = uses[record] ?? 0;
      if (use === 0) continue;
      const mending = mendingOf(layer, record, classes);
      const joined = joining.of(record);
      const isMended = (columns.recordFlags[record] ?? 0) !== 0 || mending.asClass !== null || joined !== null;
      if ((use & USED_PLAIN) !== 0) plain[record] = isMended ? mend(line, mending, joined) : copy(line, record);
      if (inHosting && (use & USED_IN_HOSTING) !== 0) {
        inHosting[record] = mend(line, { ...mending, hostingNetwork: true }, joined);
      }
    }
  }
  return { plain, hosting: inHosting, ranges: hosting };
}

const USED_PLAIN = 1;
const USED_IN_HOSTING = 2;

/** How the ranges of a layer use each of its records. What no range leads to is not copied. */
function usesOf({ columns, recordCount }: OpenLayer, hosting: HostingRanges | null): Uint8Array {
  const uses = new Uint8Array(recordCount);
  for (const [ranges, inHosting] of [
    [columns.records4, hosting?.four],
    [columns.records6, hosting?.six],
  ] as const) {
    for (let range = 0; range < ranges.length; range += 1) {
      const record = ranges[range] ?? 0;
      uses[record] = (uses[record] ?? 0) | (inHosting?.[range] === 1 ? USED_IN_HOSTING : USED_PLAIN);
    }
  }
  return uses;
}

/** A layer's lines in large parts; each is checked. */
function* linesOf(layer: OpenLayer): Generator<Iterable<readonly [line: Buffer, record: number]>> {
  const { lineStarts } = layer.columns;
  let from = 0;
  while (from < layer.recordCount) {
    const begin = (lineStarts[from] ?? 0) * LINE_UNIT;
    let to = from + 1;
    while (to < layer.recordCount && (lineStarts[to + 1] ?? 0) * LINE_UNIT - begin <= COPIED_AT_ONCE) to += 1;
    const bytes = Buffer.allocUnsafe((lineStarts[to] ?? 0) * LINE_UNIT - begin);
    layer.readLines(bytes, begin);
    yield linesIn(layer, bytes, from, to);
    from = to;
  }
}

function* linesIn(
  { columns: { lineStarts, lineChecksums } }: OpenLayer,
  bytes: Buffer,
  from: number,
  to: number,
): Generator<readonly [line: Buffer, record: number]> {
  const begin = lineStarts[from] ?? 0;
  for (let record = from; record < to; record += 1) {
    const line = bytes.subarray(
      ((lineStarts[record] ?? 0) - begin) * LINE_UNIT,
      ((lineStarts[record + 1] ?? 0) - begin) * LINE_UNIT,
    );
    if (crc32(line) !== lineChecksums[record]) throw layerError('LAYER_CORRUPT');
    yield [line, record];
  }
}

const OPAQUE_KIND = KINDS.indexOf('opaque');

/** The ranges of all layers as one set of columns, in the order of the layers. */
function unionOf(
  layers: readonly (OpenLayer & { readonly numbers: Numbers })[],
  records: Records,
  family: 4 | 6,
): ObjectColumns {
  const words = family === 4 ? 1 : 4;
  const count = layers.reduce((sum, { columns }) => sum + columns[`records${family}`].length, 0);
  const union = {
    firsts: new Uint32Array(count * words),
    lasts: new Uint32Array(count * words),
    values: new Uint32Array(count),
    precedences: new Uint32Array(count),
    layers: new Uint16Array(count),
  };
  const kinds = records.kinds.numbers();
  let at = 0;
  for (const [position, layer] of layers.entries()) {
    const { columns, manifest } = layer;
    const own = columns[`records${family}`];
    const days = columns[`days${family}`];
    const rank = RANKS[manifest.format];
    const { plain, hosting, ranges } = layer.numbers;
    const inHosting = family === 4 ? ranges?.four : ranges?.six;
    union.firsts.set(columns[`firsts${family}`], at * words);
    union.lasts.set(columns[`lasts${family}`], at * words);
    for (let range = 0; range < own.length; range += 1) {
      const record = own[range] ?? 0;
      const number = (inHosting?.[range] === 1 ? hosting?.[record] : plain[record]) ?? 0;
      union.values[at] = number + 1;
      union.precedences[at] = precedenceOf(kinds[number] === OPAQUE_KIND, rank, days[range] ?? 0);
      union.layers[at] = position;
      at += 1;
    }
  }
  return union;
}

/**
 * Company ids in order, each with its first record that is released, else with its first. An id that a record had
 * before a company list told who it is leads to that record still: corrections and visits name it.
 */
function companyTable({ companyIds, aliasIds, aliasRecords, withheld }: Records): {
  companyIds: Uint32Array;
  companyRecords: Uint32Array;
} {
  const own = companyIds.numbers();
  const former = aliasIds.numbers();
  const formerRecords = aliasRecords.numbers();
  const ids = former.length === 0 ? own : new Uint32Array(own.length + former.length);
  if (former.length > 0) {
    ids.set(own);
    ids.set(former, own.length);
  }
  const codes = withheld.numbers();
  const distinct = growWords();
  const chosen = growWords();
  for (const entry of orderByWords(ids, 2)) {
    const record = entry < codes.length ? entry : (formerRecords[entry - codes.length] ?? 0);
    const [high, low] = [ids[entry * 2] ?? 0, ids[entry * 2 + 1] ?? 0];
    const last = chosen.length() - 1;
    if (last >= 0 && distinct.at(last * 2) === high && distinct.at(last * 2 + 1) === low) {
      if (codes[chosen.at(last)] !== 0 && codes[record] === 0) chosen.set(last, record);
      continue;
    }
    distinct.push(high);
    distinct.push(low);
    chosen.push(record);
  }
  return { companyIds: distinct.numbers(), companyRecords: chosen.numbers() };
}

function countRanges(kinds: Uint8Array, ...values: readonly Uint32Array[]): Manifest['counts']['rangesByKind'] {
  const kindsOfRanges = growBytes();
  for (const column of values) for (const value of column) kindsOfRanges.push(kinds[value - 1] ?? 0);
  return countCodes(kindsOfRanges.numbers(), (kind) => KINDS[kind]);
}

/** What the release rules let through, of that to which an address leads. */
function countShown(
  { companyIds, withheld }: Records,
  four: Segments4,
  six: Segments6,
): Pick<Manifest['counts'], 'shownOrganisations' | 'shownAddresses4'> {
  const codes = withheld.numbers();
  const ids = companyIds.numbers();
  const shown = new Set<bigint>();
  const isCounted = new Uint8Array(codes.length);
  const count = (record: number): void => {
    if (isCounted[record] === 1) return;
    isCounted[record] = 1;
    shown.add((BigInt(ids[record * 2] ?? 0) << 32n) | BigInt(ids[record * 2 + 1] ?? 0));
  };
  let shownAddresses4 = 0;
  for (let segment = 0; segment < four.values.length; segment += 1) {
    const record = (four.values[segment] ?? 0) - 1;
    if (codes[record] !== 0) continue;
    count(record);
    shownAddresses4 += (four.starts[segment + 1] ?? 2 ** 32) - (four.starts[segment] ?? 0);
  }
  for (const value of six.values) if (codes[value - 1] === 0) count(value - 1);
  return { shownOrganisations: shown.size, shownAddresses4 };
}

function leftOutRows(layers: readonly OpenLayer[]): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const { manifest } of layers) {
    for (const [why, count] of Object.entries(manifest.counts.ignored)) rows[why] = (rows[why] ?? 0) + count;
    if (manifest.counts.wrong > 0) rows['wrong'] = (rows['wrong'] ?? 0) + manifest.counts.wrong;
  }
  return rows;
}
