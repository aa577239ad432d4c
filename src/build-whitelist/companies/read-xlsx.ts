import type { SaxesTagPlain } from 'saxes';
import type { Readable } from 'node:stream';
import type { Entry, ZipFile } from 'yauzl';
import { fault, ok, type Result } from '../../contracts/result.ts';
import type { OnRows } from '../../store/duckdb/company-list/read-table.ts';
import { headAt, MOST_SAMPLES, type TableHead } from './table-head.ts';

/** Why a workbook is not read. */
export type XlsxFault = 'XLSX_UNREADABLE' | 'XLSX_TOO_LARGE';

/** Excel's own bounds are 1,048,576 rows and 16,384 columns; a packed file can unpack to a thousand times its size. */
const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 500;
const MOST_ENTRIES = 10_000;
const LONGEST_PART: Readonly<Record<'index' | 'strings' | 'sheet', number>> = {
  index: 16 << 20,
  strings: 256 << 20,
  sheet: 2 ** 31,
};
const LONGEST_CELL = 1000;
/** Titles and blank rows above the heads, and the rows behind them that are looked at. */
const ROWS_OF_HEAD = MOST_SAMPLES + 20;

/** An open workbook: its first sheet (ECMA-376, part 1, chapter 18). */
export type XlsxTable = {
  readonly head: TableHead;
  /** Rows behind the heads, with the columns that are wanted. @throws XlsxError */
  readonly read: (wanted: readonly number[], onRows: OnRows) => Promise<void>;
  readonly close: () => void;
};

export type XlsxError = Error & { readonly code: XlsxFault };

function xlsxError(code: XlsxFault): XlsxError {
  return Object.assign(new Error('the workbook cannot be read'), { code });
}

/** The fault that an error of this reader carries; null for every other error. */
export function xlsxFaultOf(cause: unknown): XlsxFault | null {
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return code === 'XLSX_UNREADABLE' || code === 'XLSX_TOO_LARGE' ? code : null;
}

/** Opens a workbook and looks at its first rows; null for an empty sheet. Nothing is unpacked to the disk. */
export async function openXlsx(path: string): Promise<Result<XlsxTable | null, XlsxFault>> {
  let zip: ZipFile | null = null;
  try {
    const book = await openZip(path);
    zip = book;
    const entries = await entriesOf(book);
    const sheet = await firstSheet(book, entries);
    const strings = await sharedStrings(book, entries);
    const rows: SheetRow[] = [];
    await readSheet(book, sheet, strings, null, (some) => {
      rows.push(...some);
      return rows.length < ROWS_OF_HEAD;
    });
    const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
    const filled = rows.map(({ cells }) => Array.from({ length: width }, (_cell, at) => cells[at] ?? ''));
    const at = headAt(filled);
    const columns = filled[at];
    const headRow = rows[at]?.number ?? 0;
    if (!columns) {
      book.close();
      return ok(null);
    }
    return ok({
      head: { columns, samples: filled.slice(at + 1, at + 1 + MOST_SAMPLES) },
      read: (wanted, onRows) =>
        readSheet(book, sheet, strings, wanted, async (some) => {
          const data = some.filter(({ number }) => number > headRow);
          if (data.length > 0) await onRows(data.map(({ cells }) => cells));
          return true;
        }),
      close: () => book.close(),
    });
  } catch (cause) {
    zip?.close();
    const code = xlsxFaultOf(cause);
    if (code !== null) return fault(code);
    throw cause;
  }
}

async function openZip(path: string): Promise<ZipFile> {
  const { default: yauzl } = await import('yauzl');
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) reject('errno' in error ? error : xlsxError('XLSX_UNREADABLE'));
      else resolve(zip);
    });
  });
}

function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName.replace(/^\//, ''), entry);
      if (entries.size > MOST_ENTRIES) reject(xlsxError('XLSX_TOO_LARGE'));
      else zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', () => reject(xlsxError('XLSX_UNREADABLE')));
    zip.readEntry();
  });
}

/** The bytes of a part, no more than it declares; the library stops where more come. */
function streamOf(zip: ZipFile, entry: Entry, most: number): Promise<Readable> {
  if (entry.uncompressedSize > most) throw xlsxError('XLSX_TOO_LARGE');
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(xlsxError('XLSX_UNREADABLE'));
      else resolve(stream);
    });
  });
}

type XmlHandlers = {
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly onText?: (text: string) => void;
  readonly onClose?: (name: string) => void;
  /** After every chunk; false: the rest is not needed. */
  readonly onChunk?: () => Promise<boolean> | boolean;
};

/** Reads a part of the workbook as it comes. Entities that a document defines for itself are refused by the parser. */
async function readXml(zip: ZipFile, entry: Entry, most: number, handlers: XmlHandlers): Promise<void> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw xlsxError('XLSX_UNREADABLE');
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => handlers.onOpen(bare(name), attributes));
  if (handlers.onText) parser.on('text', handlers.onText);
  parser.on('closetag', ({ name }: SaxesTagPlain) => handlers.onClose?.(bare(name)));
  const stream = await streamOf(zip, entry, most);
  const decoder = new TextDecoder();
  try {
    for await (const chunk of stream) {
      if (Buffer.isBuffer(chunk)) parser.write(decoder.decode(chunk, { stream: true }));
      if ((await handlers.onChunk?.()) === false) return;
    }
    parser.close();
    await handlers.onChunk?.();
  } catch (cause) {
    // The library's own errors repeat what they found.
    throw isForeign(cause) ? xlsxError('XLSX_UNREADABLE') : cause;
  } finally {
    stream.destroy();
  }
}

function isForeign(cause: unknown): boolean {
  return cause instanceof Error && !('code' in cause);
}

/** Names of elements without a prefix. */
function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

async function firstSheet(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<Entry> {
  const workbook = entries.get('xl/workbook.xml');
  const relations = entries.get('xl/_rels/workbook.xml.rels');
  if (!workbook || !relations) throw xlsxError('XLSX_UNREADABLE');
  let id: string | undefined;
  await readXml(zip, workbook, LONGEST_PART.index, {
    onOpen(name, attributes) {
      if (name === 'sheet' && attributes['state'] !== 'hidden' && attributes['state'] !== 'veryHidden') {
        id ??= Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      }
    },
  });
  let target: string | undefined;
  await readXml(zip, relations, LONGEST_PART.index, {
    onOpen(name, attributes) {
      if (name === 'Relationship' && attributes['Id'] === id) target = attributes['Target'];
    },
  });
  const path = target?.startsWith('/') === true ? target.slice(1) : `xl/${target ?? ''}`;
  const sheet = entries.get(path);
  if (!sheet) throw xlsxError('XLSX_UNREADABLE');
  return sheet;
}

async function sharedStrings(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<readonly string[]> {
  const entry = entries.get('xl/sharedStrings.xml');
  if (!entry) return [];
  const strings: string[] = [];
  let text = '';
  let isText = false;
  let isPhonetic = false;
  await readXml(zip, entry, LONGEST_PART.strings, {
    onOpen(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') isPhonetic = true;
      else if (name === 't') isText = !isPhonetic;
    },
    onText(part) {
      if (isText && text.length < LONGEST_CELL) text += part;
    },
    onClose(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') strings.push(text.slice(0, LONGEST_CELL));
    },
  });
  return strings;
}

/** A row in which something stands, with its number in the sheet. */
type SheetRow = { readonly number: number; readonly cells: readonly (string | null)[] };

/** Hands out the rows in order; null for `wanted`: all cells. A formula's cell has its last value. */
async function readSheet(
  zip: ZipFile,
  sheet: Entry,
  strings: readonly string[],
  wanted: readonly number[] | null,
  onRows: (rows: readonly SheetRow[]) => Promise<boolean> | boolean,
): Promise<void> {
  const places = wanted === null ? null : new Map(wanted.map((column, place) => [column, place]));
  let rows: SheetRow[] = [];
  let cells: (string | null)[] = [];
  let number = 0;
  let column = -1;
  let type = 'n';
  let value = '';
  let isValue = false;
  const endCell = (): void => {
    if (value === '' || type === 'e' || column >= MOST_COLUMNS) return;
    const place = places === null ? column : places.get(column);
    if (place === undefined) return;
    while (cells.length < place) cells.push(null);
    cells[place] = cellText(type === 's' ? (strings[Number(value)] ?? '') : value, type);
  };
  await readXml(zip, sheet, LONGEST_PART.sheet, {
    onOpen(name, attributes) {
      if (name === 'row') {
        number = Number(attributes['r'] ?? number + 1);
        if (!(number <= MOST_ROWS)) throw xlsxError('XLSX_TOO_LARGE');
        cells = wanted === null ? [] : wanted.map(() => null);
        column = -1;
      } else if (name === 'c') {
        column = columnOf(attributes['r']) ?? column + 1;
        type = attributes['t'] ?? 'n';
        value = '';
      } else if (name === 'v' || name === 't') {
        isValue = true;
      }
    },
    onText(part) {
      if (isValue && value.length < LONGEST_CELL) value += part;
    },
    onClose(name) {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'c') endCell();
      else if (name === 'row' && cells.some((cell) => cell !== null)) rows.push({ number, cells });
    },
    async onChunk() {
      const some = rows;
      rows = [];
      return some.length === 0 || (await onRows(some));
    },
  });
}

function cellText(value: string, type: string): string | null {
  const text = value.slice(0, LONGEST_CELL).trim();
  if (text === '') return null;
  if (type !== 'n') return text;
  // 7.0435E4, 28.100000000000001
  const number = Number(text);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : text;
}

/** "BC12" is column 54. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The day of a number of Excel (days since 1899-12-30), ISO; the text itself where it is none. */
export function dayOfSerial(text: string): string {
  const days = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  return days < 20_000 || days > 80_000 ? text : new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}
