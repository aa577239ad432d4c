import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type CompanyRecord, KINDS } from '../../contracts/company.ts';
import { WITHHELD_REASONS } from '../../contracts/reasons.ts';
import { createColumnWriter } from '../../whitelist/column-file.ts';
import { companyIdWords } from '../../whitelist/company-id-words.ts';
import { growBytes, growHalves, growWords, type GrowingColumn } from '../../whitelist/growing-column.ts';
import { lockWhitelist, type WhitelistLock } from '../../whitelist/lock-whitelist.ts';
import type { ManifestSource, TermsAccepted } from '../../whitelist/manifest.ts';
import { encodeRecord } from '../../whitelist/record-codec.ts';
import { LINE_UNIT, recordLine } from '../../whitelist/record-line.ts';
import { createSealedFile, replaceFile, type SealedFile, syncDirectory } from '../../whitelist/sealed-file.ts';
import { ANONYMOUS_PERSON } from '../anonymous-records.ts';
import type { Bounds, ImportFormat } from '../import/registry-objects.ts';
import { AS_CLASSES, type AsClass } from './as-class.ts';
import { countCodes } from './count-codes.ts';
import { createHashIndex, hashText, type TextHash } from './hash-index.ts';
import { layerError } from './layer-error.ts';
import { columnsInOrder, LAYER_MAGIC, type LayerColumns, layersFolder, POOL, SHARED_ADDRESS } from './layer-file.ts';
import { type ImportCounts, LAYER_FORMAT, type LayerManifest } from './layer-manifest.ts';
import { deleteLayerFiles, isLayerId, layerOf } from './layers-in-force.ts';
import { countPlaces, countPools } from './share-counts.ts';
import { withheldCode } from './withheld-code.ts';

/** What an importer knows of a record beside the record itself. */
export type AboutRecord = {
  /** ISO date of the object; null where it has none. */
  readonly date: string | null;
  /** Normalised text of the address, '' for none: what the share count compares. */
  readonly place: string;
  /** Core words of the name, joined with spaces; '' for none. */
  readonly name: string;
};

export type LayerWriter = {
  /** A range and the record that it leads to. Equal records are stored once. */
  readonly add: (bounds: Bounds, record: CompanyRecord, about: AboutRecord) => void;
  /** The two halves of `add`, for sources in which many ranges share a record that the importer knows. */
  readonly addRecord: (record: CompanyRecord, about: Omit<AboutRecord, 'date'>) => number;
  readonly addRange: (bounds: Bounds, record: number, date: string | null) => void;
  /** The class of an autonomous system; of several for one the last counts. */
  readonly addAsClass: (asn: number, asClass: AsClass) => void;
  /**
   * Writes the layer and puts it in the place of the source's last one; the whitelist changes with the next merge.
   * What is refused or interrupted leaves the old layer as it was.
   * @throws LayerError IMPORT_SHRUNK, IMPORT_FAULTY
   */
  readonly finish: (counts: ImportCounts) => LayerManifest;
  /** Forgets everything. */
  readonly discard: () => void;
};

export type LayerOptions = {
  /** Data folder; layers lie in `<folder>/whitelist/layers/`. */
  readonly folder: string;
  /** Decides the rank among equal ranges (ranks.ts) and how a range is called. */
  readonly format: ImportFormat;
  /** Its id is the layer's, unless another is given; `rows` is what the importer kept. */
  readonly source: Omit<ManifestSource, 'rows'>;
  readonly id?: string;
  /** Sources beside it that records name as evidence. */
  readonly furtherSources?: readonly ManifestSource[];
  readonly termsAccepted: TermsAccepted;
  readonly now: Date;
  /** Takes also what would be refused as shrunken. */
  readonly allowShrunk?: boolean;
};

/** Limits of an import (identification.md, "Overlaps, time, correction"). */
const LARGEST_SHARE_WRONG = 0.01;
const LEAST_SHARE_OF_LAST = 0.8;

const DAY_MS = 86_400_000;
const LAST_DAY = 0xffff;

/**
 * Begins a layer. Until it is finished or discarded nobody else changes the folder's layers and versions.
 * @throws LayerError LAYER_ID; WhitelistError WHITELIST_BUSY
 */
export function createLayerWriter(options: LayerOptions): LayerWriter {
  const { folder, source, id = source.id } = options;
  if (!isLayerId(id) || !isLayerId(source.id)) throw layerError('LAYER_ID');
  const lock = lockWhitelist(folder);
  const file = openOrRelease(lock, () => {
    mkdirSync(layersFolder(folder), { recursive: true });
    return createSealedFile(join(layersFolder(folder), id));
  });
  const columnWriter = createColumnWriter(file, LAYER_MAGIC, LAYER_FORMAT);
  const lines = columnWriter.begin(LINE_UNIT);
  const sources = [{ ...source, rows: 0 }, ...(options.furtherSources ?? [])];

  const records = createHashIndex();
  const classes = new Map<number, AsClass>();
  const hash: TextHash = { high: 0, low: 0 };
  const places = countPlaces();
  const pools = countPools();
  const columns = growColumns();
  const { lineStarts, lineChecksums } = columns;
  let end = 0;

  const addRecord: LayerWriter['addRecord'] = (given, about) => {
    // Nothing of a person reaches the disk, whatever an importer hands over.
    const record = given.kind === 'person' ? ANONYMOUS_PERSON : given;
    const text = encodeRecord(record, sources);
    const next = lineStarts.length();
    const known = records.findOrKeep(hashText(text, hash), next);
    if (known !== next) return known;
    const line = recordLine(text);
    lines.write(line);
    lineStarts.push(end);
    end += line.length / LINE_UNIT;
    lineChecksums.push(crc32(line));
    describe(record, columns);
    const isNamed = record.kind !== 'person' && record.kind !== 'opaque';
    places.add(isNamed ? about.place : '', about.name);
    pools.add(record.kind === 'company' && record.company.legalForm === null ? about.name : '');
    return next;
  };
  const addRange: LayerWriter['addRange'] = (bounds, record, date) => {
    if (bounds.family === 4) {
      columns.firsts4.push(bounds.first);
      columns.lasts4.push(bounds.last);
      columns.records4.push(record);
      columns.days4.push(dayOf(date));
      pools.addRange(record, bounds.last - bounds.first + 1);
    } else {
      pushWords(columns.firsts6, bounds.first);
      pushWords(columns.lasts6, bounds.last);
      columns.records6.push(record);
      columns.days6.push(dayOf(date));
    }
  };
  return {
    add: (bounds, record, about) => addRange(bounds, addRecord(record, about), about.date),
    addRecord,
    addRange,
    addAsClass: (asn, asClass) => void classes.set(asn, asClass),
    finish(counts) {
      try {
        refuse(options, counts, columns.records4.length() + columns.records6.length() + classes.size);
        lineStarts.push(end);
        lines.end();
        const flags = new Uint8Array(lineChecksums.length());
        const sharedAddresses = places.mark(flags, SHARED_ADDRESS);
        const poolRecords = pools.mark(flags, POOL);
        const finished: LayerColumns = { ...finishColumns(columns), recordFlags: flags, ...classColumns(classes) };
        for (const column of columnsInOrder(finished)) columnWriter.add(column);
        columnWriter.finish();
        return keep(options, file, counts, {
          ranges4: finished.records4.length,
          ranges6: finished.records6.length,
          records: flags.length,
          asClasses: classes.size,
          recordsByKind: countCodes(finished.recordKinds, (kind) => KINDS[kind]),
          withheld: {
            full: countCodes(finished.withheldFull, (reason) => WITHHELD_REASONS[reason - 1]),
            country: countCodes(finished.withheldCountry, (reason) => WITHHELD_REASONS[reason - 1]),
          },
          sharedAddresses,
          pools: poolRecords,
        });
      } catch (cause) {
        file.discard();
        throw cause;
      } finally {
        lock.release();
      }
    },
    discard() {
      file.discard();
      lock.release();
    },
  };
}

function openOrRelease(lock: WhitelistLock, open: () => SealedFile): SealedFile {
  try {
    return open();
  } catch (cause) {
    lock.release();
    throw cause;
  }
}

function refuse(
  { folder, source, id = source.id, allowShrunk }: LayerOptions,
  counts: ImportCounts,
  entries: number,
): void {
  if (counts.wrong > counts.read * LARGEST_SHARE_WRONG) throw layerError('IMPORT_FAULTY');
  if (allowShrunk === true) return;
  const last = lastContents(folder, id);
  if (last === null) return;
  if (entries < (last.ranges4 + last.ranges6 + last.asClasses) * LEAST_SHARE_OF_LAST) throw layerError('IMPORT_SHRUNK');
}

/** null where there was none, or one so damaged that it has to be imported again. */
function lastContents(folder: string, id: string): LayerManifest['contents'] | null {
  try {
    return layerOf(folder, id)?.contents ?? null;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'LAYER_CORRUPT') return null;
    throw cause;
  }
}

/** The binary file under a name of its own first, then the manifest that names it, then the last one's file is deleted. */
function keep(
  options: LayerOptions,
  file: SealedFile,
  counts: ImportCounts,
  contents: LayerManifest['contents'],
): LayerManifest {
  const { folder, format, source, termsAccepted, now, id = source.id } = options;
  const directory = layersFolder(folder);
  const { bytes, sha256 } = file.seal();
  const name = `${id}.${sha256.slice(0, 16)}.layer`;
  const manifest: LayerManifest = {
    layerFormat: LAYER_FORMAT,
    id,
    format,
    source: { ...source, rows: counts.kept },
    furtherSources: [...(options.furtherSources ?? [])],
    termsAccepted,
    importedAt: now.toISOString(),
    counts,
    contents,
    file: { name, bytes, sha256 },
  };
  file.moveTo(join(directory, name));
  syncDirectory(directory);
  replaceFile(join(directory, `${id}.json`), `${JSON.stringify(manifest, null, 2)}\n`);
  syncDirectory(directory);
  deleteLayerFiles(folder, id, name);
  return manifest;
}

type Growing = {
  readonly [Name in Exclude<keyof LayerColumns, 'recordFlags' | 'asNumbers' | 'asClasses'>]: GrowingColumn<
    LayerColumns[Name]
  >;
};

function growColumns(): Growing {
  return {
    firsts4: growWords(),
    lasts4: growWords(),
    records4: growWords(),
    days4: growHalves(),
    firsts6: growWords(),
    lasts6: growWords(),
    records6: growWords(),
    days6: growHalves(),
    lineStarts: growWords(),
    lineChecksums: growWords(),
    companyIds: growWords(),
    recordAsns: growWords(),
    recordKinds: growBytes(),
    withheldFull: growBytes(),
    withheldCountry: growBytes(),
  };
}

function finishColumns(columns: Growing): Omit<LayerColumns, 'recordFlags' | 'asNumbers' | 'asClasses'> {
  return {
    firsts4: columns.firsts4.numbers(),
    lasts4: columns.lasts4.numbers(),
    records4: columns.records4.numbers(),
    days4: columns.days4.numbers(),
    firsts6: columns.firsts6.numbers(),
    lasts6: columns.lasts6.numbers(),
    records6: columns.records6.numbers(),
    days6: columns.days6.numbers(),
    lineStarts: columns.lineStarts.numbers(),
    lineChecksums: columns.lineChecksums.numbers(),
    companyIds: columns.companyIds.numbers(),
    recordAsns: columns.recordAsns.numbers(),
    recordKinds: columns.recordKinds.numbers(),
    withheldFull: columns.withheldFull.numbers(),
    withheldCountry: columns.withheldCountry.numbers(),
  };
}

function classColumns(classes: ReadonlyMap<number, AsClass>): Pick<LayerColumns, 'asNumbers' | 'asClasses'> {
  const inOrder = [...classes].sort(([one], [other]) => one - other);
  return {
    asNumbers: Uint32Array.from(inOrder, ([asn]) => asn),
    asClasses: Uint8Array.from(inOrder, ([, asClass]) => AS_CLASSES.indexOf(asClass)),
  };
}

/** What a merge has to know of a record without reading its line. */
function describe(record: CompanyRecord, columns: Growing): void {
  const [high, low] = companyIdWords(record.company.id) ?? [0, 0];
  columns.companyIds.push(high);
  columns.companyIds.push(low);
  columns.recordAsns.push(record.asn ?? 0);
  columns.recordKinds.push(KINDS.indexOf(record.kind));
  columns.withheldFull.push(withheldCode(record, 'full'));
  columns.withheldCountry.push(withheldCode(record, 'country'));
}

/** Days since 1970; 0 for unknown. */
function dayOf(date: string | null): number {
  const day = date === null ? Number.NaN : Math.floor(Date.parse(date) / DAY_MS);
  return Number.isNaN(day) ? 0 : Math.min(LAST_DAY, Math.max(0, day));
}

const WORD = 0xffff_ffffn;

function pushWords(column: GrowingColumn<Uint32Array>, address: bigint): void {
  column.push(Number(address >> 96n));
  column.push(Number((address >> 64n) & WORD));
  column.push(Number((address >> 32n) & WORD));
  column.push(Number(address & WORD));
}
