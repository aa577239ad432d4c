import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { setImmediate as otherWork } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import type { CompanyRecord } from '../contracts/company.ts';
import { readFully } from './column-file.ts';
import { FORMAT, type Manifest } from './manifest.ts';
import { objectsAround } from './object-file.ts';
import { objectKey } from './object-key.ts';
import { prefixText } from './prefix-text.ts';
import { checkRangeFile, decodeRangeFile, type RangeFile } from './range-file.ts';
import { segmentAt4, startOf4, stretchAt4 } from './range-index-4.ts';
import { stretchAt6, valueAt6 } from './range-index-6.ts';
import { decodeRecord } from './record-codec.ts';
import { readRecordTables, type RecordTableReader } from './record-tables.ts';
import { NOT_LISTED, SPECIAL } from './segments.ts';
import { bytesToInteger, isSpecial4, isSpecial6, specialBounds4, specialBounds6 } from './special-purpose.ts';
import { whitelistError } from './whitelist-error.ts';
import { currentVersion, readManifest, type WhitelistFiles, whitelistFiles } from './whitelist-versions.ts';

export type Whitelist = {
  readonly manifest: Manifest;
  readonly recordCount: number;
  /** Takes an IPv4 address as an unsigned 32-bit number; answers a record's index, NOT_LISTED or SPECIAL. */
  readonly find4: (address: number) => number;
  /** Takes 16 bytes in network order (IPv4-mapped addresses have been turned into IPv4 before). */
  readonly find6: (bytes: Uint8Array) => number;
  /** Reads from disk at first use. @throws RangeError for an index that is none, WhitelistError WHITELIST_CORRUPT */
  readonly record: (index: number) => CompanyRecord;
  /** The first record of a company; null when it is not in this version. */
  readonly indexOfCompany: (companyId: string) => number | null;
  /** First IPv4 address of a record's first range; null where it has none. Walks all ranges: for samples, not for hits. */
  readonly firstAddress4: (index: number) => number | null;
  /** The stretch of addresses that decided, as CIDR or `first-last`: for the operator's `identify` alone. */
  readonly prefixAt4: (address: number) => string;
  readonly prefixAt6: (bytes: Uint8Array) => string;
  /**
   * All objects of all sources that hold an address, the one that decided it first, then those it overruled. Read from
   * disk at each call: for the operator's `identify` alone. @throws WhitelistError WHITELIST_CORRUPT
   */
  readonly objectsAt4: (address: number) => ListedObject[];
  readonly objectsAt6: (bytes: Uint8Array) => ListedObject[];
  /** Closes the files. Lookups go on; `record` and `indexOfCompany` open them for each question from then on. */
  readonly close: () => void;
};

/** A range as its source has it. */
export type ListedObject = {
  readonly first: bigint;
  readonly last: bigint;
  /** CIDR, or `first-last`. */
  readonly prefix: string;
  /** What it is called in its source: `inetnum 192.0.2.0 - 192.0.2.255`. */
  readonly key: string;
  readonly sourceId: string;
  /** ISO date of the object; null where it has none. */
  readonly date: string | null;
  /** Index of the record that it leads to. */
  readonly record: number;
};

/** Records that stay parsed. Kept by record, never by address: it cannot tell who asked. */
const KEPT_RECORDS = 4096;

/** Bytes that a server reads at once while it loads another whitelist. */
const READ_AT_ONCE = 1 << 22;

/**
 * Opens the version in force in `<folder>/whitelist/`, or the one named: ranges as one buffer, records on demand.
 * @throws WhitelistError WHITELIST_MISSING, WHITELIST_CORRUPT, WHITELIST_FORMAT
 */
export function openWhitelist(folder: string, version: string | null = currentVersion(folder)): Whitelist {
  const { manifest, files } = findVersion(folder, version);
  return whitelistOver(manifest, files, decodeRangeFile(bytesOf(files.ranges)));
}

/** The same beside other work: nothing waits longer than a few milliseconds for it, however large the file is. */
export async function loadWhitelist(
  folder: string,
  version: string | null = currentVersion(folder),
): Promise<Whitelist> {
  const { manifest, files } = findVersion(folder, version);
  const bytes = new ArrayBuffer(manifest.files.ranges.bytes);
  const file = await openFile(files.ranges, 'r');
  try {
    for (let from = 0; from < bytes.byteLength;) {
      const part = new Uint8Array(bytes, from, Math.min(READ_AT_ONCE, bytes.byteLength - from));
      const { bytesRead } = await file.read(part, 0, part.length, from);
      if (bytesRead === 0) throw whitelistError('WHITELIST_CORRUPT');
      from += bytesRead;
    }
  } finally {
    await file.close();
  }
  const checking = checkRangeFile(bytes);
  for (;;) {
    const step = checking.next();
    if (step.done === true) return whitelistOver(manifest, files, step.value);
    await otherWork();
  }
}

function findVersion(folder: string, version: string | null): { manifest: Manifest; files: WhitelistFiles } {
  if (version === null) throw whitelistError('WHITELIST_MISSING');
  const manifest = readManifest(folder, version);
  if (manifest.format !== FORMAT) throw whitelistError('WHITELIST_FORMAT');
  const files = whitelistFiles(folder, version);
  for (const part of ['ranges', 'records', 'tables', 'objects'] as const) {
    if (!existsSync(files[part]) || statSync(files[part]).size !== manifest.files[part].bytes) {
      throw whitelistError('WHITELIST_CORRUPT');
    }
  }
  return { manifest, files };
}

/** The two files that are read on demand. */
type OpenFiles = { readonly records: number; readonly tables: number };

function openFiles(files: WhitelistFiles): OpenFiles {
  const records = openSync(files.records, 'r');
  try {
    return { records, tables: openSync(files.tables, 'r') };
  } catch (cause) {
    closeSync(records);
    throw cause;
  }
}

function closeFiles({ records, tables }: OpenFiles): void {
  closeSync(records);
  closeSync(tables);
}

function whitelistOver(manifest: Manifest, files: WhitelistFiles, ranges: RangeFile): Whitelist {
  const { four, six } = ranges;
  const recordCount = manifest.counts.records;
  const kept = new Map<number, CompanyRecord>();
  let open: OpenFiles | null = openFiles(files);
  const tables = openTables(open, manifest);

  const reading = <Answer>(ask: (from: OpenFiles) => Answer): Answer => {
    if (open !== null) return ask(open);
    const again = openFiles(files);
    try {
      return ask(again);
    } finally {
      closeFiles(again);
    }
  };
  const objectsAt = (address: Uint8Array): ListedObject[] => {
    const file = openSync(files.objects, 'r');
    try {
      return objectsAround(file, manifest.files.objects.bytes, address).map(({ first, last, record, date, layer }) => {
        const bits = address.length === 4 ? 32 : 128;
        const { format = '', sourceId = '' } = manifest.layers[layer] ?? {};
        const stretch = { first, last };
        const prefix = prefixText(stretch, bits);
        return { first, last, prefix, key: objectKey(format, stretch, bits), sourceId, date, record };
      });
    } finally {
      closeSync(file);
    }
  };

  return {
    manifest,
    recordCount,
    find4(address) {
      if (isSpecial4(address)) return SPECIAL;
      const segment = segmentAt4(four, address);
      return segment < 0 ? NOT_LISTED : (four.values[segment] ?? 0) - 1;
    },
    find6(bytes) {
      return isSpecial6(bytes) ? SPECIAL : valueAt6(six, bytes) - 1;
    },
    record(index) {
      const known = kept.get(index);
      if (known) return known;
      if (!Number.isInteger(index) || index < 0 || index >= recordCount) throw new RangeError('no such record');
      const record = reading((from) => readRecord(from, tables, manifest, index));
      if (kept.size >= KEPT_RECORDS) kept.clear();
      kept.set(index, record);
      return record;
    },
    indexOfCompany: (companyId) => reading((from) => tables.recordOfCompany(from.tables, companyId)),
    firstAddress4(index) {
      const segment = four.values.indexOf(index + 1);
      return segment < 0 ? null : startOf4(four, segment);
    },
    prefixAt4(address) {
      return prefixText(specialBounds4(address) ?? stretchAt4(four, address), 32);
    },
    prefixAt6(bytes) {
      return prefixText(specialBounds6(bytesToInteger(bytes)) ?? stretchAt6(six, bytes), 128);
    },
    objectsAt4(address) {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(address);
      return objectsAt(bytes);
    },
    objectsAt6: (bytes) => objectsAt(bytes),
    close() {
      if (open !== null) closeFiles(open);
      open = null;
    },
  };
}

function openTables(open: OpenFiles, manifest: Manifest): RecordTableReader {
  try {
    const tables = readRecordTables(open.tables, manifest.files.tables.bytes);
    if (
      tables.recordCount !== manifest.counts.records ||
      tables.lineBytes(open.tables) !== manifest.files.records.bytes
    ) {
      throw whitelistError('WHITELIST_CORRUPT');
    }
    return tables;
  } catch (cause) {
    closeFiles(open);
    throw cause;
  }
}

function readRecord(from: OpenFiles, tables: RecordTableReader, manifest: Manifest, index: number): CompanyRecord {
  const place = tables.placeOf(from.tables, index);
  const line = Buffer.alloc(Math.min(place.bytes, LONGEST_LINE));
  readFully(from.records, line, place.offset);
  const record = crc32(line) === place.checksum ? decodeRecord(line.toString('utf8'), manifest.sources) : null;
  if (!record) throw whitelistError('WHITELIST_CORRUPT');
  return record;
}

/** A damaged table may name any length. */
const LONGEST_LINE = 1 << 20;

function bytesOf(path: string): ArrayBuffer {
  const bytes = readFileSync(path);
  // Typed arrays need an aligned start: a buffer out of Node's pool is copied, a large one is used as it is.
  return bytes.byteOffset === 0 && bytes.buffer instanceof ArrayBuffer ? bytes.buffer : Uint8Array.from(bytes).buffer;
}
