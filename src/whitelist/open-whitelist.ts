import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { bitsOfCompanyId } from '../company/company-id.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import { FORMAT, type Manifest } from './manifest.ts';
import { prefixText } from './prefix-text.ts';
import { decodeRangeFile, type RangeFile } from './range-file.ts';
import { segmentAt4, startOf4, stretchAt4 } from './range-index-4.ts';
import { stretchAt6, valueAt6 } from './range-index-6.ts';
import { decodeRecord } from './record-codec.ts';
import { NOT_LISTED, SPECIAL } from './segments.ts';
import { bytesToInteger, isSpecial4, isSpecial6, specialBounds4, specialBounds6 } from './special-purpose.ts';
import { whitelistError } from './whitelist-error.ts';
import { currentVersion, readManifest, whitelistFiles } from './whitelist-versions.ts';

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
  /** Closes the records file; lookups go on, `record` throws. */
  readonly close: () => void;
};

/** Records that stay parsed. Kept by record, never by address: it cannot tell who asked. */
const KEPT_RECORDS = 4096;

/**
 * Opens the version in force in `<folder>/whitelist/`, or the one named: ranges as one buffer, records on demand.
 * @throws WhitelistError WHITELIST_MISSING, WHITELIST_CORRUPT, WHITELIST_FORMAT
 */
export function openWhitelist(folder: string, version: string | null = currentVersion(folder)): Whitelist {
  if (version === null) throw whitelistError('WHITELIST_MISSING');
  const manifest = readManifest(folder, version);
  if (manifest.format !== FORMAT) throw whitelistError('WHITELIST_FORMAT');
  const files = whitelistFiles(folder, version);
  if (!existsSync(files.ranges) || !existsSync(files.records)) throw whitelistError('WHITELIST_CORRUPT');
  if (
    statSync(files.ranges).size !== manifest.files.ranges.bytes ||
    statSync(files.records).size !== manifest.files.records.bytes
  ) {
    throw whitelistError('WHITELIST_CORRUPT');
  }
  const ranges = decodeRangeFile(bytesOf(files.ranges));
  if (
    ranges.recordOffsets.length !== manifest.counts.records + 1 ||
    ranges.recordOffsets.at(-1) !== manifest.files.records.bytes
  ) {
    throw whitelistError('WHITELIST_CORRUPT');
  }
  return whitelistOver(manifest, ranges, openSync(files.records, 'r'));
}

function whitelistOver(manifest: Manifest, ranges: RangeFile, recordsFile: number): Whitelist {
  const { four, six } = ranges;
  const recordCount = manifest.counts.records;
  const kept = new Map<number, CompanyRecord>();

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
      const record = readRecord(manifest, ranges, recordsFile, index);
      if (kept.size >= KEPT_RECORDS) kept.clear();
      kept.set(index, record);
      return record;
    },
    indexOfCompany: (companyId) => indexOfCompany(ranges, companyId),
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
    close: () => closeSync(recordsFile),
  };
}

function readRecord(manifest: Manifest, ranges: RangeFile, recordsFile: number, index: number): CompanyRecord {
  const from = ranges.recordOffsets[index];
  const to = ranges.recordOffsets[index + 1];
  if (from === undefined || to === undefined) throw new RangeError('no such record');
  const bytes = Buffer.alloc(Math.max(0, to - from));
  const read = readSync(recordsFile, bytes, 0, bytes.length, from);
  if (read !== bytes.length || crc32(bytes) !== ranges.recordChecksums[index]) {
    throw whitelistError('WHITELIST_CORRUPT');
  }
  const record = decodeRecord(bytes.toString('utf8'), manifest.sources);
  if (!record) throw whitelistError('WHITELIST_CORRUPT');
  return record;
}

function indexOfCompany(ranges: RangeFile, companyId: string): number | null {
  const bits = bitsOfCompanyId(companyId);
  if (bits === null) return null;
  const high = Number(bits >> 32n);
  const low = Number(bits & 0xffff_ffffn);
  let from = 0;
  let to = ranges.companyRecords.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const middleHigh = ranges.companyIds[middle * 2] ?? 0;
    if (middleHigh < high || (middleHigh === high && (ranges.companyIds[middle * 2 + 1] ?? 0) < low)) from = middle + 1;
    else to = middle;
  }
  const found = ranges.companyIds[from * 2] === high && ranges.companyIds[from * 2 + 1] === low;
  return found ? (ranges.companyRecords[from] ?? null) : null;
}

function bytesOf(path: string): ArrayBuffer {
  const bytes = readFileSync(path);
  // Typed arrays need an aligned start: a buffer out of Node's pool is copied, a large one is used as it is.
  return bytes.byteOffset === 0 && bytes.buffer instanceof ArrayBuffer ? bytes.buffer : Uint8Array.from(bytes).buffer;
}
