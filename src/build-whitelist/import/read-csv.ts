import type { Result } from '../../contracts/result.ts';
import type { FileProgress } from './import-sink.ts';
import type { ReadFault } from './read-chunks.ts';
import { readTextLines } from './read-text-lines.ts';
import { repairEncoding } from './repair-encoding.ts';

export type CsvHandlers = {
  /** Cells of a row and the numbers of its first and its last line. */
  readonly onRow: (cells: readonly string[], line: number, last: number) => void;
  readonly onFault: (line: number, code: 'LINE_TOO_LONG' | 'QUOTE_OPEN') => void;
};

const SEPARATORS = [',', ';', '\t'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A quoted cell may go over so many lines, and its record have so many letters. */
const MOST_LINES = 50;
const MOST_LETTERS = 1 << 16;

/**
 * Reads CSV (RFC 4180): quoted cells with separators, doubled quotes and line breaks in them. The separator is the one
 * that stands most often in the first line outside quotes. Blank lines and lines that begin with `#` are left out.
 */
export async function readCsv(
  path: string,
  handlers: CsvHandlers,
  onProgress: FileProgress,
): Promise<Result<null, ReadFault>> {
  const records = csvRecords(handlers, null);
  const outcome = await readTextLines(path, records.take, records.takeLong, onProgress);
  records.end();
  return outcome;
}

/** Puts the lines of a CSV file together to records. */
export type CsvRecords = {
  readonly take: (text: string, number: number) => void;
  /** A line that is too long to be held. */
  readonly takeLong: (number: number) => void;
  readonly end: () => void;
};

/** @param known the separator; null: that of the first line */
export function csvRecords({ onRow, onFault }: CsvHandlers, known: Separator | null): CsvRecords {
  let separator = known;
  /** Lines of a record whose quote has not ended. */
  let open: { readonly text: string; readonly number: number }[] = [];
  let letters = 0;

  const take = (text: string, number: number): void => {
    if (open.length === 0 && (text.trim() === '' || text.startsWith('#'))) return;
    separator ??= separatorOf(text);
    open.push({ text, number });
    letters += text.length;
    const cells = cellsOf(open.map((line) => line.text).join('\n'), separator);
    if (cells !== null) {
      const [first] = open;
      open = [];
      letters = 0;
      onRow(cells, first?.number ?? number, number);
    } else if (open.length === MOST_LINES || letters > MOST_LETTERS) {
      giveUp();
    }
  };
  /** A quote that does not end costs its line; the lines behind it are records of their own. */
  const giveUp = (): void => {
    const [first, ...rest] = open;
    open = [];
    letters = 0;
    if (first) onFault(first.number, 'QUOTE_OPEN');
    for (const { text, number } of rest) take(text, number);
  };
  const giveUpAll = (): void => {
    while (open.length > 0) giveUp();
  };
  return {
    take,
    takeLong(number) {
      giveUpAll();
      onFault(number, 'LINE_TOO_LONG');
    },
    end: giveUpAll,
  };
}

/** The separator that stands most often outside quotes; a comma where none does. */
export function separatorOf(line: string): Separator {
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const countOf = (separator: string): number => bare.split(separator).length;
  return SEPARATORS.reduce((best, other) => (countOf(other) > countOf(best) ? other : best));
}

/** Cells of a record, trimmed and with mojibake repaired; null while a quote is open. */
export function cellsOf(text: string, separator: Separator): string[] | null {
  if (!text.includes('"')) return text.split(separator).map(tidy);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let from = at;
    while (text[from] === ' ') from += 1;
    if (text[from] === '"') {
      let cell = '';
      let quote = text.indexOf('"', from + 1);
      let begin = from + 1;
      while (quote >= 0 && text[quote + 1] === '"') {
        cell += `${text.slice(begin, quote)}"`;
        begin = quote + 2;
        quote = text.indexOf('"', begin);
      }
      if (quote < 0) return null;
      cell += text.slice(begin, quote);
      const end = text.indexOf(separator, quote + 1);
      // What stands between the closing quote and the separator belongs to no cell of RFC 4180: it is kept.
      cells.push(tidy(cell + text.slice(quote + 1, end < 0 ? text.length : end)));
      if (end < 0) return cells;
      at = end + 1;
    } else {
      const end = text.indexOf(separator, at);
      cells.push(tidy(text.slice(at, end < 0 ? text.length : end)));
      if (end < 0) return cells;
      at = end + 1;
    }
  }
}

function tidy(cell: string): string {
  const text = cell.trim();
  return /[^\u0020-\u007e]/.test(text) ? repairEncoding(text).trim() : text;
}
