import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type ExportedRange, type ExportOptions, exportRows } from './export-rows.ts';
import { csvLines, exportedFields, jsonLines } from './export-text.ts';
import { createMmdbWriter } from './mmdb-writer.ts';
import { createSealedFile, type SealedFile, syncDirectory } from './sealed-file.ts';

export const EXPORT_FORMATS = ['csv', 'json', 'mmdb'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export type ExportCount = { readonly ranges: number; readonly records: number };

type WhitelistExport = ExportOptions & {
  readonly format: ExportFormat;
  /** Appears under its name only when it is complete; what stood there before is replaced. */
  readonly file: string;
  /** When the whitelist was built. */
  readonly builtAt: Date;
};

/** Writes what is listed into a file, range by range; the whole never stands in memory. */
export function exportWhitelist(options: WhitelistExport): ExportCount {
  const count = { ranges: 0, records: 0 };
  const output = createSealedFile(options.file);
  try {
    const rows = counted(exportRows(options), count, options.whitelist.recordCount);
    if (options.format === 'mmdb') writeMmdb(rows, output, options);
    else
      for (const line of options.format === 'csv' ? csvLines(rows) : jsonLines(rows)) output.write(Buffer.from(line));
    output.seal();
    output.moveTo(options.file);
  } catch (cause) {
    output.discard();
    throw cause;
  }
  syncDirectory(dirname(options.file));
  return count;
}

function* counted(
  rows: Iterable<ExportedRange>,
  count: { ranges: number; records: number },
  recordCount: number,
): Generator<ExportedRange> {
  const seen = new Uint8Array(recordCount);
  for (const row of rows) {
    if (seen[row.index] === 0) count.records += 1;
    seen[row.index] = 1;
    count.ranges += 1;
    yield row;
  }
}

const NOT_WRITTEN = 0xffff_ffff;

/** The values wait in a file of their own: in the finished one the tree stands before them, and its size is known last. */
function writeMmdb(rows: Iterable<ExportedRange>, output: SealedFile, options: WhitelistExport): void {
  const waiting = `${options.file}.${process.pid}.values`;
  const values = createSealedFile(waiting);
  try {
    const writer = createMmdbWriter({
      ipVersion: 6,
      databaseType: 'Doorplate-Companies',
      description: 'Networks of companies, exported from a Doorplate whitelist',
      builtAt: options.builtAt,
      keepValues: (bytes) => values.write(bytes),
    });
    const places = new Uint32Array(options.whitelist.recordCount).fill(NOT_WRITTEN);
    for (const { bounds, index, record } of rows) {
      if (places[index] === NOT_WRITTEN) places[index] = writer.addValue(exportedFields(record));
      const place = places[index] ?? 0;
      if (bounds.family === 4) writer.addRange4(bounds.first, bounds.last, place);
      else writer.addRange6(bounds.first, bounds.last, place);
    }
    const { head, tail } = writer.finish();
    values.seal();
    values.moveTo(waiting);
    for (const part of head) output.write(part);
    for (const part of partsOf(waiting)) output.write(part);
    output.write(tail);
  } finally {
    values.discard();
    rmSync(waiting, { force: true });
  }
}

const PART_BYTES = 1 << 20;

function* partsOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(PART_BYTES);
    for (let read = readSync(file, bytes); read > 0; read = readSync(file, bytes)) yield bytes.subarray(0, read);
  } finally {
    closeSync(file);
  }
}
