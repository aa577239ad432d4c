import {
  JSDuckDBValueConverter,
  LIST,
  BIGINT,
  DOUBLE,
  StatementType,
  VARCHAR,
  listValue,
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type JS,
} from '@duckdb/node-api';
import { storeError } from '../store-error.ts';
import type { VisitDatabase } from './visit-database.ts';
import type { AnswerRow, AnswerValue, Parameter } from './visit-store-messages.ts';

/** Answers questions: `(sql, parameters) => rows`. */
export type Answerer = (sql: string, parameters: readonly Parameter[]) => Promise<readonly AnswerRow[]>;

/**
 * Two at a time: a question runs on a thread of Node's pool, which has four by default, and the log's sync must
 * always find one.
 */
const READERS = 2;
const MOST_PREPARED = 200;

type Reader = { readonly connection: DuckDBConnection; readonly prepared: Map<string, DuckDBPreparedStatement> };

/** A question must be one prepared statement that reads; anything else is refused with STORE_QUESTION. */
export async function createAnswerer(database: VisitDatabase): Promise<{ answer: Answerer; close(): void }> {
  const all: Reader[] = [];
  for (let count = 0; count < READERS; count += 1) {
    all.push({ connection: await database.instance.connect(), prepared: new Map() });
  }
  const idle = [...all];
  const waiting: ((reader: Reader) => void)[] = [];

  async function answer(sql: string, parameters: readonly Parameter[]): Promise<readonly AnswerRow[]> {
    const reader = idle.pop() ?? (await new Promise<Reader>((resolve) => waiting.push(resolve)));
    try {
      const statement = await prepare(reader, sql);
      return await run(statement, parameters);
    } finally {
      const next = waiting.shift();
      if (next === undefined) idle.push(reader);
      else next(reader);
    }
  }

  return {
    answer,
    close() {
      for (const { connection, prepared } of all) {
        for (const statement of prepared.values()) statement.destroySync();
        connection.closeSync();
      }
    },
  };
}

async function prepare(reader: Reader, sql: string): Promise<DuckDBPreparedStatement> {
  const known = reader.prepared.get(sql);
  if (known !== undefined) return known;
  const statement = await reader.connection.prepare(sql).catch((error: unknown) => {
    // The text of a question is our own and holds no parameter, so what the engine says about it may be told.
    throw storeError('STORE_QUESTION', error instanceof Error ? error.message : undefined);
  });
  if (statement.statementType !== StatementType.SELECT) {
    statement.destroySync();
    throw storeError('STORE_QUESTION', 'not a question');
  }
  for (const [oldest, unused] of reader.prepared) {
    if (reader.prepared.size < MOST_PREPARED) break;
    reader.prepared.delete(oldest);
    unused.destroySync();
  }
  reader.prepared.set(sql, statement);
  return statement;
}

async function run(
  statement: DuckDBPreparedStatement,
  parameters: readonly Parameter[],
): Promise<readonly AnswerRow[]> {
  try {
    statement.clearBindings();
    parameters.forEach((parameter, index) => bind(statement, index + 1, parameter));
    const reader = await statement.runAndReadAll();
    return reader
      .convertRowObjects(JSDuckDBValueConverter)
      .map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)])));
  } catch {
    // The engine's sentence may quote a parameter.
    throw storeError('STORE_QUESTION');
  }
}

function bind(statement: DuckDBPreparedStatement, index: number, parameter: Parameter): void {
  if (parameter === null) statement.bindNull(index);
  else if (typeof parameter === 'string') statement.bindVarchar(index, parameter);
  else if (typeof parameter === 'boolean') statement.bindBoolean(index, parameter);
  else if (typeof parameter === 'bigint') statement.bindBigInt(index, parameter);
  else if (typeof parameter === 'number') {
    if (Number.isSafeInteger(parameter)) statement.bindBigInt(index, BigInt(parameter));
    else statement.bindDouble(index, parameter);
  } else bindList(statement, index, parameter);
}

function bindList(
  statement: DuckDBPreparedStatement,
  index: number,
  list: readonly string[] | readonly number[],
): void {
  const values: readonly (string | number)[] = list;
  if (values.every((value) => typeof value === 'string')) statement.bindList(index, listValue(values), LIST(VARCHAR));
  else if (values.every((value) => Number.isSafeInteger(value))) {
    statement.bindList(index, listValue(values.map((value) => BigInt(value))), LIST(BIGINT));
  } else statement.bindList(index, listValue(values), LIST(DOUBLE));
}

/** Turns the driver's values into those of AnswerValue. */
function plain(value: JS): AnswerValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') {
    return value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value;
  }
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Uint8Array) throw new TypeError('bytes in an answer');
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
  }
  return value;
}
