import { fromWindows1252 } from '../import/repair-encoding.ts';
import { readHead } from '../import/read-chunks.ts';
import { csvRecords, type Separator, separatorOf } from '../import/read-csv.ts';
import type { FileSurvey } from './survey-file.ts';

/** The columns of a table and its first rows. */
export type TableHead = {
  readonly columns: readonly string[];
  /** Rows behind the heads, at most MOST_SAMPLES; in memory only, to see what a column holds. */
  readonly samples: readonly (readonly string[])[];
};

/** The head of a CSV file, and how the file is written. */
export type CsvHead = TableHead & {
  readonly separator: Separator;
  /** Lines up to the first row. */
  readonly headLines: number;
};

export const MOST_SAMPLES = 200;
/** Titles and blank lines above the heads. */
const MOST_TITLE_LINES = 20;

/** The heads and first rows of a CSV file; null where nothing stands in it. @throws the operating system's error */
export async function readCsvHead(path: string, encoding: FileSurvey['encoding']): Promise<CsvHead | null> {
  const bytes = await readHead(path);
  const text = (
    encoding === 'utf-16'
      ? bytes.toString('utf16le')
      : encoding === 'windows'
        ? fromWindows1252(bytes.toString('latin1'))
        : bytes.toString()
  ).replace(/^\ufeff/, '');
  const lines = text.split(/\r\n|\n|\r/);
  // What the head of the file cuts off is no row.
  if (lines.length > 2) lines.pop();
  const separator = separatorOf(lines.slice(0, MOST_TITLE_LINES).join('\n'));
  const records: { readonly cells: readonly string[]; readonly last: number }[] = [];
  const reader = csvRecords(
    { onRow: (cells, _line, last) => records.push({ cells, last }), onFault: () => {} },
    separator,
  );
  lines.slice(0, MOST_SAMPLES * 4).forEach((line, at) => reader.take(line, at + 1));
  const at = headAt(records.map(({ cells }) => cells));
  const head = records[at];
  if (!head) return null;
  return {
    separator,
    columns: head.cells,
    headLines: head.last,
    samples: records.slice(at + 1, at + 1 + MOST_SAMPLES).map(({ cells }) => cells),
  };
}

/** The first row of names that has as many cells as most rows: what stands above it is a title. */
export function headAt(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [width = 0] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  const at = rows.findIndex(
    (row) => row.length === width && row.filter((cell) => /\p{L}/u.test(cell)).length * 2 >= width,
  );
  return at < 0 ? 0 : at;
}
