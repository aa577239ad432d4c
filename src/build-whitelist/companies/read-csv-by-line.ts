import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { OnRows, TableFault, TableFaults, TableRow } from '../../store/duckdb/company-list/read-table.ts';
import { csvRecords, type Separator } from '../import/read-csv.ts';
import { LONGEST_LINE, textOfLine } from '../import/read-text-lines.ts';

export type CsvByLine = {
  readonly path: string;
  readonly isPacked: boolean;
  readonly separator: Separator;
  readonly columnCount: number;
  readonly headLines: number;
  readonly wanted: readonly number[];
};

const CHUNK_BYTES = 1 << 20;
const LF = 10;
const MOST_SAMPLES = 20;

/**
 * Reads the CSV that the engine cannot: in Windows-1252, with mixed ends of lines, with quotes that do not end. Slower,
 * and a faulty line costs itself alone. @throws the operating system's error
 */
export async function readCsvByLine(table: CsvByLine, onRows: OnRows): Promise<TableFaults> {
  const samples: TableFault[] = [];
  let count = 0;
  const wrong = (line: number, code: string): void => {
    count += 1;
    if (samples.length < MOST_SAMPLES) samples.push({ line, code });
  };
  let rows: TableRow[] = [];
  const records = csvRecords(
    {
      onRow(cells, line) {
        // Empty cells at the end are often left out, or one more separator ends every line.
        if (cells.slice(table.columnCount).some((cell) => cell !== '')) wrong(line, 'TOO_MANY_CELLS');
        else if (cells.length === 1 && table.columnCount > 1) wrong(line, 'TOO_FEW_CELLS');
        else rows.push(table.wanted.map((place) => cells[place] || null));
      },
      onFault: wrong,
    },
    table.separator,
  );
  let number = 0;
  const takeLine = (bytes: Buffer): void => {
    number += 1;
    if (number <= table.headLines) return;
    if (bytes.length > LONGEST_LINE) records.takeLong(number);
    else records.take(textOfLine(bytes, false), number);
  };
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytesOf(table)) {
    let from = 0;
    for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
      const part = chunk.subarray(from, at);
      takeLine(rest.length === 0 ? part : Buffer.concat([rest, part]));
      rest = Buffer.alloc(0);
      from = at + 1;
    }
    // Of a line without end no more is held than tells that it is too long.
    if (rest.length <= LONGEST_LINE) rest = Buffer.concat([rest, chunk.subarray(from)]);
    if (rows.length > 0) await onRows(rows);
    rows = [];
  }
  if (rest.length > 0) takeLine(rest);
  records.end();
  if (rows.length > 0) await onRows(rows);
  return { count, samples };
}

async function* bytesOf({ path, isPacked }: CsvByLine): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const unpacked = isPacked ? createGunzip({ chunkSize: CHUNK_BYTES }) : null;
  if (unpacked) file.on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  try {
    for await (const chunk of unpacked ?? file) if (Buffer.isBuffer(chunk)) yield chunk;
  } finally {
    unpacked?.destroy();
    file.destroy();
  }
}
