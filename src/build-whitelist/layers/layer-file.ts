import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ColumnPlace, readColumn, readColumnPlaces, readFully } from '../../whitelist/column-file.ts';
import { layerError } from './layer-error.ts';
import { LAYER_FORMAT, type LayerManifest } from './layer-manifest.ts';
import { codeOf } from '../../whitelist/lock-whitelist.ts';

/**
 * The binary file of a layer (column-file.ts): the lines of its records, then what is known of ranges, records and
 * autonomous systems as columns.
 */
export const LAYER_MAGIC = 'dp-layer';

/** Flags of a record. */
export const SHARED_ADDRESS = 1;
export const POOL = 2;

/** The columns in the file's order, with the width of their elements; addresses of IPv6 are four words each. */
const COLUMNS = [
  ['lines', 4],
  ['firsts4', 4],
  ['lasts4', 4],
  ['records4', 4],
  /** Days since 1970, 0 for unknown. */
  ['days4', 2],
  ['firsts6', 4],
  ['lasts6', 4],
  ['records6', 4],
  ['days6', 2],
  /** Of each line and of the end, in units of LINE_UNIT. */
  ['lineStarts', 4],
  ['lineChecksums', 4],
  /** Pairs of 32 bits. */
  ['companyIds', 4],
  /** 0 for none. */
  ['recordAsns', 4],
  /** Positions in KINDS. */
  ['recordKinds', 1],
  ['recordFlags', 1],
  /** Position in WITHHELD_REASONS plus one by `location`; 0: released. */
  ['withheldFull', 1],
  ['withheldCountry', 1],
  ['asNumbers', 4],
  /** Positions in AS_CLASSES. */
  ['asClasses', 1],
] as const;

type Name = (typeof COLUMNS)[number][0];
type Words = Exclude<Name, 'lines' | Halves | Bytes>;
type Halves = 'days4' | 'days6';
type Bytes = 'recordKinds' | 'recordFlags' | 'withheldFull' | 'withheldCountry' | 'asClasses';

export type LayerColumns = Readonly<
  Record<Words, Uint32Array> & Record<Halves, Uint16Array> & Record<Bytes, Uint8Array>
>;

/** The columns after the lines, as they are to be written. */
export function columnsInOrder(columns: LayerColumns): (Uint8Array | Uint16Array | Uint32Array)[] {
  return COLUMNS.flatMap(([name]) => (name === 'lines' ? [] : [columns[name]]));
}

export type OpenLayer = {
  readonly manifest: LayerManifest;
  readonly columns: LayerColumns;
  readonly recordCount: number;
  /** Fills the bytes from a place among the lines. @throws WhitelistError WHITELIST_CORRUPT */
  readonly readLines: (bytes: Uint8Array, from: number) => void;
  readonly close: () => void;
};

export function layersFolder(folder: string): string {
  return join(folder, 'whitelist', 'layers');
}

/**
 * Opens a layer: all columns are read and checked, its lines stay on the disk.
 * @throws LayerError LAYER_CORRUPT, LAYER_FORMAT
 */
export function openLayer(folder: string, manifest: LayerManifest): OpenLayer {
  if (manifest.layerFormat !== LAYER_FORMAT) throw layerError('LAYER_FORMAT');
  const path = join(layersFolder(folder), manifest.file.name);
  if (!existsSync(path) || statSync(path).size !== manifest.file.bytes) throw layerError('LAYER_CORRUPT');
  const file = openSync(path, 'r');
  try {
    const widths = COLUMNS.map(([, width]) => width);
    const frame = { magic: LAYER_MAGIC, format: LAYER_FORMAT, widths };
    const places = readColumnPlaces(file, manifest.file.bytes, frame);
    const columns = readColumns(file, places);
    const recordCount = manifest.contents.records;
    const lines = places[0];
    if (
      !lines ||
      columns.lineStarts.length !== recordCount + 1 ||
      columns.lineStarts.at(-1) !== lines.elements ||
      columns.firsts4.length !== manifest.contents.ranges4 ||
      columns.records6.length !== manifest.contents.ranges6
    ) {
      throw layerError('LAYER_CORRUPT');
    }
    return {
      manifest,
      columns,
      recordCount,
      readLines: (bytes, from) => readFully(file, bytes, lines.offset + from),
      close: () => closeSync(file),
    };
  } catch (cause) {
    closeSync(file);
    throw codeOf(cause) === 'WHITELIST_CORRUPT'
      ? layerError('LAYER_CORRUPT')
      : codeOf(cause) === 'WHITELIST_FORMAT'
        ? layerError('LAYER_FORMAT')
        : cause;
  }
}

function readColumns(file: number, places: readonly ColumnPlace[]): LayerColumns {
  const bytes = (name: Name): ArrayBuffer => {
    const position = COLUMNS.findIndex(([own]) => own === name);
    const place = places[position];
    if (!place) throw layerError('LAYER_CORRUPT');
    return readColumn(file, place, COLUMNS[position]?.[1] ?? 1);
  };
  const words = (name: Words): Uint32Array => new Uint32Array(bytes(name));
  return {
    firsts4: words('firsts4'),
    lasts4: words('lasts4'),
    records4: words('records4'),
    days4: new Uint16Array(bytes('days4')),
    firsts6: words('firsts6'),
    lasts6: words('lasts6'),
    records6: words('records6'),
    days6: new Uint16Array(bytes('days6')),
    lineStarts: words('lineStarts'),
    lineChecksums: words('lineChecksums'),
    companyIds: words('companyIds'),
    recordAsns: words('recordAsns'),
    recordKinds: new Uint8Array(bytes('recordKinds')),
    recordFlags: new Uint8Array(bytes('recordFlags')),
    withheldFull: new Uint8Array(bytes('withheldFull')),
    withheldCountry: new Uint8Array(bytes('withheldCountry')),
    asNumbers: words('asNumbers'),
    asClasses: new Uint8Array(bytes('asClasses')),
  };
}
