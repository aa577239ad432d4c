import { type ColumnPlace, createColumnWriter, type Frame, readColumnPlaces, readFully } from './column-file.ts';
import { companyIdWords } from './company-id-words.ts';
import { FORMAT } from './manifest.ts';
import { LINE_UNIT } from './record-line.ts';
import type { SealedFile } from './sealed-file.ts';

/**
 * `<version>.tables`: where each record's line lies, and which record is a company's. Read from disk at the place that
 * is asked for: for ten million records it would take 200 MB of memory.
 */
export type RecordTables = {
  /** Of each line and of the end, in units of LINE_UNIT. */
  readonly starts: Uint32Array;
  /** CRC-32 of each line. */
  readonly checksums: Uint32Array;
  /** Company ids as pairs of words in order; `companyRecords` holds the record of each. */
  readonly companyIds: Uint32Array;
  readonly companyRecords: Uint32Array;
};

const FRAME: Frame = { magic: 'dp-table', format: FORMAT, widths: [4, 4, 4, 4] };

/** Writes the whole file; it can be sealed then. */
export function writeRecordTables(file: SealedFile, tables: RecordTables): void {
  const writer = createColumnWriter(file, FRAME.magic, FRAME.format);
  for (const column of [tables.starts, tables.checksums, tables.companyIds, tables.companyRecords]) writer.add(column);
  writer.finish();
}

export type RecordPlace = { readonly offset: number; readonly bytes: number; readonly checksum: number };

export type RecordTableReader = {
  readonly recordCount: number;
  /** Bytes of all lines together. */
  readonly lineBytes: (file: number) => number;
  readonly placeOf: (file: number, index: number) => RecordPlace;
  readonly recordOfCompany: (file: number, companyId: string) => number | null;
};

/** Reads the head of an open file; each question brings the open file along. @throws WhitelistError WHITELIST_FORMAT, WHITELIST_CORRUPT */
export function readRecordTables(opened: number, size: number): RecordTableReader {
  const [starts, checksums, companyIds, companyRecords] = readColumnPlaces(opened, size, FRAME);
  const recordCount = checksums?.elements ?? 0;
  const companies = companyRecords?.elements ?? 0;
  const companyAt = (file: number, position: number): readonly [number, number] => {
    const bytes = Buffer.allocUnsafe(8);
    readFully(file, bytes, (companyIds?.offset ?? 0) + position * 8);
    return [bytes.readUInt32LE(0), bytes.readUInt32LE(4)];
  };
  return {
    recordCount,
    lineBytes: (file) => wordAt(file, starts, recordCount) * LINE_UNIT,
    placeOf(file, index) {
      const bytes = Buffer.allocUnsafe(8);
      readFully(file, bytes, (starts?.offset ?? 0) + index * 4);
      const from = bytes.readUInt32LE(0);
      return {
        offset: from * LINE_UNIT,
        bytes: Math.max(0, bytes.readUInt32LE(4) - from) * LINE_UNIT,
        checksum: wordAt(file, checksums, index),
      };
    },
    recordOfCompany(file, companyId) {
      const wanted = companyIdWords(companyId);
      if (wanted === null) return null;
      let from = 0;
      let to = companies;
      while (from < to) {
        const middle = (from + to) >>> 1;
        const [high, low] = companyAt(file, middle);
        if (high === wanted[0] && low === wanted[1]) return wordAt(file, companyRecords, middle);
        if (high < wanted[0] || (high === wanted[0] && low < wanted[1])) from = middle + 1;
        else to = middle;
      }
      return null;
    },
  };
}

function wordAt(file: number, column: ColumnPlace | undefined, position: number): number {
  const bytes = Buffer.allocUnsafe(4);
  readFully(file, bytes, (column?.offset ?? 0) + position * 4);
  return bytes.readUInt32LE();
}
