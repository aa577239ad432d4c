import type { Result } from '../../contracts/result.ts';
import type { FileProgress } from './import-sink.ts';
import type { ReadFault } from './read-chunks.ts';
import { readTextLines } from './read-text-lines.ts';
import { repairEncoding } from './repair-encoding.ts';

export type CsvHandlers = {
  /** Cells of a row and the number of its first line. */
  readonly onRow: (cells: readonly string[], line: number) => void;
  readonly onFault: (line: number, code: 'LINE_TOO_LONG' | 'QUOTE_OPEN') => void;
};

const SEPARATORS = [',', ';', '\t'] as const;
type Separator = (typeof SEPARATORS)[number];

/** A quoted cell may go over so many lines. */
const MOST_LINES = 50;

/**
 * Reads CSV (RFC 4180): quoted cells with separators, doubled quotes and line breaks in them. The separator is the one
 * that stands most often in the first line outside quotes. Blank lines and lines that begin with `#` are left out.
 */
export async function readCsv(
  path: string,
  { onRow, onFault }: CsvHandlers,
  onProgress: FileProgress,
): Promise<Result<null, ReadFault>> {
  let separator: Separator | null = null;
  let open: string[] = [];
  let openLine = 0;
  const outcome = await readTextLines(
    path,
    (line, number) => {
      if (open.length === 0) {
        if (line.trim() === '' || line.startsWith('#')) return;
        separator ??= separatorOf(line);
        openLine = number;
      }
      open.push(line);
      const cells = cellsOf(open.join('\n'), separator ?? ',');
      if (cells === null && open.length < MOST_LINES) return;
      if (cells === null) onFault(openLine, 'QUOTE_OPEN');
      else onRow(cells, openLine);
      open = [];
    },
    (number) => {
      onFault(number, 'LINE_TOO_LONG');
      open = [];
    },
    onProgress,
  );
  if (open.length > 0) onFault(openLine, 'QUOTE_OPEN');
  return outcome;
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
