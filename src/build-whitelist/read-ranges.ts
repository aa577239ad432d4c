import { readLines, type ReadProgress } from './read-lines.ts';

/** A row of a range table: `first,last,rest` with addresses as decimal numbers, both inclusive. */
export type RangeRow4 = { readonly first: number; readonly last: number; readonly fields: readonly string[] };
export type RangeRow6 = { readonly first: bigint; readonly last: bigint; readonly fields: readonly string[] };

/** How many rows were used and how many could not be. */
export type RowCount = { kept: number; wrong: number };

const LAST_4 = 2 ** 32 - 1;
const LAST_6 = (1n << 128n) - 1n;

export function readRanges4(
  path: string,
  onRow: (row: RangeRow4) => void,
  onProgress: ReadProgress,
): Promise<RowCount> {
  return readRanges(
    path,
    (firstText, lastText, fields) => {
      const first = Number(firstText);
      const last = Number(lastText);
      const good = /^\d+$/.test(firstText) && /^\d+$/.test(lastText) && first <= last && last <= LAST_4;
      return good ? { first, last, fields } : null;
    },
    onRow,
    onProgress,
  );
}

export function readRanges6(
  path: string,
  onRow: (row: RangeRow6) => void,
  onProgress: ReadProgress,
): Promise<RowCount> {
  return readRanges(
    path,
    (firstText, lastText, fields) => {
      if (!/^\d{1,39}$/.test(firstText) || !/^\d{1,39}$/.test(lastText)) return null;
      const first = BigInt(firstText);
      const last = BigInt(lastText);
      return first <= last && last <= LAST_6 ? { first, last, fields } : null;
    },
    onRow,
    onProgress,
  );
}

/** `rowOf` answers null for a row that cannot be used. */
async function readRanges<Row>(
  path: string,
  rowOf: (first: string, last: string, fields: readonly string[]) => Row | null,
  onRow: (row: Row) => void,
  onProgress: ReadProgress,
): Promise<RowCount> {
  const count = { kept: 0, wrong: 0 };
  await readLines(
    path,
    (line) => {
      const [first = '', last = '', ...fields] = splitRow(line);
      const row = rowOf(first, last, fields);
      count[row === null ? 'wrong' : 'kept'] += 1;
      if (row !== null) onRow(row);
    },
    onProgress,
  );
  return count;
}

/** CSV of one line (RFC 4180 without line breaks in fields): the tables have at most one quoted field, the last. */
function splitRow(line: string): string[] {
  const quote = line.indexOf('"');
  if (quote < 0) return line.split(',');
  const before = line.slice(0, quote).split(',');
  before.pop();
  return [...before, line.slice(quote + 1, line.lastIndexOf('"')).replaceAll('""', '"')];
}
