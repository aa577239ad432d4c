import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fault, ok, type Result } from '../../../contracts/result.ts';
import { storeError } from '../../store-error.ts';
import { quoted } from './list-database.ts';

/** Values of the columns that were asked for, in their order. */
export type TableRow = readonly (string | null)[];

/** Takes rows; the next ones are read when it has done with them. */
export type OnRows = (rows: readonly TableRow[]) => Promise<void> | void;

/** A row that could not be read: its line (of JSON its number), from 1, and a code; never what stands there. */
export type TableFault = { readonly line: number; readonly code: string };

export type TableFaults = { readonly count: number; readonly samples: readonly TableFault[] };

export type CsvTable = {
  readonly path: string;
  readonly isPacked: boolean;
  readonly encoding: 'utf-8' | 'utf-16';
  readonly separator: string;
  /** How many columns a row has. */
  readonly columnCount: number;
  /** Lines up to the first row. */
  readonly headLines: number;
  /** Places of the columns to be read; the others never leave the engine. */
  readonly wanted: readonly number[];
  /** Of more faulty rows than this the rest is not counted. */
  readonly mostFaults: number;
};

export type JsonTable = {
  readonly path: string;
  readonly isPacked: boolean;
  /** Paths of one or two names: `name`, `all_attributes.federal_state`. Values that are not asked for are skipped. */
  readonly wanted: readonly string[];
};

const MEMORY_LIMIT = '512MB';
const THREADS = '2';
const LONGEST_LINE = 1 << 20;
const MOST_SAMPLES = 20;

/** Codes of what the engine finds wrong with a line. */
const CODES: Readonly<Record<string, string>> = {
  'TOO MANY COLUMNS': 'TOO_MANY_CELLS',
  'MISSING COLUMNS': 'TOO_FEW_CELLS',
  'INVALID ENCODING': 'UNREADABLE_LETTERS',
  'LINE SIZE OVER MAXIMUM': 'LINE_TOO_LONG',
  'INVALID STATE': 'UNREADABLE_LINE',
};

/**
 * Streams a CSV file. A quote that does not end would swallow the rows behind it, and mixed ends of lines stop the
 * engine: such a file is refused as UNSOUND, and has to be read by a reader that goes line by line.
 * @throws StoreError STORE_FAILED
 */
export async function readCsvTable(table: CsvTable, onRows: OnRows): Promise<Result<TableFaults, 'UNSOUND'>> {
  const columns = Array.from({ length: table.columnCount }, (_column, place) => `'c${place}': 'VARCHAR'`);
  const questionOf = (
    path: string,
  ): string => `select ${table.wanted.map((place) => `c${place}`).join(', ')} from read_csv(${quoted(path)},
    auto_detect = false, columns = {${columns.join(', ')}}, delim = ${quoted(table.separator)}, quote = '"', escape = '"',
    header = false, skip = ${table.headLines}, encoding = ${quoted(table.encoding)}, compression = ${table.isPacked ? "'gzip'" : "'none'"},
    max_line_size = ${LONGEST_LINE}, ignore_errors = true, store_rejects = true, rejects_limit = ${table.mostFaults})`;
  return withReader(table.path, async (connection, path) => {
    try {
      await streamRows(connection, questionOf(path), onRows);
    } catch (cause) {
      if (cause instanceof EngineFault) return fault('UNSOUND');
      throw cause;
    }
    const rejects = await connection.runAndReadAll(
      'select line, first(error_type::varchar order by column_idx) from reject_errors group by line order by line',
    );
    const faults = rejects.getRows().map(([line, type]) => ({
      line: Number(line),
      code: CODES[String(type)] ?? 'QUOTE_OPEN',
    }));
    if (faults.some(({ code }) => code === 'QUOTE_OPEN' || code === 'LINE_TOO_LONG')) return fault('UNSOUND');
    return ok({ count: faults.length, samples: faults.slice(0, MOST_SAMPLES) });
  });
}

/** Streams a file of one JSON object a line. @throws StoreError STORE_FAILED */
export async function readJsonTable(table: JsonTable, onRows: OnRows): Promise<Result<TableFaults, 'JSON_UNREADABLE'>> {
  const samples: TableFault[] = [];
  let count = 0;
  let line = 0;
  const read = (rows: readonly TableRow[]): TableRow[] =>
    rows.filter((row) => {
      line += 1;
      // Of a line that is no object the engine hands out nothing but nulls.
      if (row.some((value) => value !== null)) return true;
      count += 1;
      if (samples.length < MOST_SAMPLES) samples.push({ line, code: 'JSON_UNREADABLE' });
      return false;
    });
  const questionOf = (path: string): string =>
    `select ${table.wanted.map(selected).join(', ')} from read_json(${quoted(path)},
    columns = {${shapeOf(table.wanted)}}, format = 'newline_delimited', ignore_errors = true,
    compression = ${table.isPacked ? "'gzip'" : "'uncompressed'"})`;
  return withReader(table.path, async (connection, path) => {
    try {
      await streamRows(connection, questionOf(path), (rows) => onRows(read(rows)));
    } catch (cause) {
      if (cause instanceof EngineFault) return fault('JSON_UNREADABLE');
      throw cause;
    }
    return ok({ count, samples });
  });
}

/** What the engine says may hold what it read: nothing of it goes on. */
class EngineFault extends Error {}

async function streamRows(connection: DuckDBConnection, question: string, onRows: OnRows): Promise<void> {
  const reading = await ofEngine(connection.stream(question));
  for (;;) {
    const chunk = await ofEngine(reading.fetchChunk());
    if (chunk === null || chunk.rowCount === 0) return;
    await onRows(chunk.getRows().map((row) => row.map((value) => (typeof value === 'string' ? value : null))));
  }
}

function ofEngine<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return answer.catch(() => {
    throw new EngineFault();
  });
}

/** A database in memory that reads one file, never spills to the disk, and is gone at the end. */
async function withReader<Answer>(
  file: string,
  use: (connection: DuckDBConnection, path: string) => Promise<Answer>,
): Promise<Answer> {
  const { path, forget } = plainPath(resolve(file));
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY_LIMIT,
    threads: THREADS,
    // Rows of persons pass through: not even for a moment do they lie on the disk.
    temp_directory: '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  }).catch(() => {
    forget();
    throw storeError('STORE_FAILED');
  });
  try {
    const connection = await instance.connect();
    try {
      await connection.run(`set allowed_paths = [${quoted(path)}]`);
      await connection.run('set enable_external_access = false');
      await connection.run('set lock_configuration = true');
      return await use(connection, path);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
    forget();
  }
}

/** The engine takes a path with brackets, stars or question marks for a pattern: such a file gets another name for a while. */
function plainPath(path: string): { readonly path: string; readonly forget: () => void } {
  if (!/[[\]*?{}]/.test(path)) return { path, forget: () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'doorplate-list-'));
  const link = join(folder, 'list');
  symlinkSync(path, link);
  return { path: link, forget: () => rmSync(folder, { recursive: true, force: true }) };
}

function selected(path: string): string {
  return path
    .split('.')
    .map((name) => `"${name.replaceAll('"', '""')}"`)
    .join('.');
}

/** `name: VARCHAR, all_attributes: STRUCT(federal_state VARCHAR)`. */
function shapeOf(wanted: readonly string[]): string {
  const shape = new Map<string, string[]>();
  for (const path of wanted) {
    const [name = '', below] = path.split('.');
    const parts = shape.get(name) ?? [];
    if (below !== undefined) parts.push(`${selected(below)} VARCHAR`);
    shape.set(name, parts);
  }
  return [...shape]
    .map(
      ([name, parts]) => `${quoted(name)}: ${quoted(parts.length === 0 ? 'VARCHAR' : `STRUCT(${parts.join(', ')})`)}`,
    )
    .join(', ');
}
