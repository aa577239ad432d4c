import { chmodSync } from 'node:fs';
import Database from 'libsql';
import {
  APPLIED_MIGRATIONS_QUESTION,
  missingScripts,
  REMEMBERED_MIGRATIONS_TABLE,
  shippedMigrations,
  type AppliedMigration,
} from '../run-migrations.ts';
import { storeError } from '../store-error.ts';

export type SqlValue = string | number | null;

/** One SQLite file behind the few calls that the workspace needs. Everything is synchronous. */
export type SqliteFile = {
  /** Every row of a statement, also of `insert … returning`. The shape is the statement's; the caller names it. */
  all<Row>(sql: string, ...values: SqlValue[]): Row[];
  /** Runs a statement and says how many rows it changed. */
  run(sql: string, ...values: SqlValue[]): number;
  /** All or nothing; takes the write lock at once, so that what is read inside stays true until the end. */
  transaction<Value>(steps: () => Value): Value;
  close(): void;
};

/**
 * WAL with a sync at every commit: what a person was told is saved survives a crash. Deleted content is
 * overwritten (privacy promise 12).
 */
const PRAGMAS = [
  'busy_timeout = 5000',
  'journal_mode = WAL',
  'synchronous = FULL',
  'secure_delete = ON',
  'foreign_keys = ON',
] as const;

/** Opens the file, creates it where it is missing, and brings it up to date. Throws the codes of run-migrations.ts. */
export function openSqliteFile(path: string): SqliteFile {
  const connection = new Database(path);
  try {
    chmodSync(path, 0o600);
    for (const pragma of PRAGMAS) connection.pragma(pragma);
    connection.exec(REMEMBERED_MIGRATIONS_TABLE);
    const applied = rowsAs<AppliedMigration>(connection.prepare(APPLIED_MIGRATIONS_QUESTION).all());
    for (const script of missingScripts(shippedMigrations('sqlite'), applied)) connection.exec(script);
  } catch (error) {
    connection.close();
    throw error;
  }

  let open = true;
  const prepared = (sql: string) => {
    if (!open) throw storeError('STORE_CLOSED');
    return connection.prepare(sql);
  };

  return {
    // The driver leaves a statement that `get` has begun unfinished, and with it a read transaction: `all` ends both.
    all: <Row>(sql: string, ...values: SqlValue[]) => rowsAs<Row>(prepared(sql).all(values)),
    run: (sql, ...values) => prepared(sql).run(values).changes,
    transaction(steps) {
      connection.exec('begin immediate');
      try {
        const value = steps();
        connection.exec('commit');
        return value;
      } catch (error) {
        if (connection.inTransaction) connection.exec('rollback');
        throw error;
      }
    },
    close() {
      if (!open) return;
      open = false;
      connection.close();
    },
  };
}

/** Rows in the shape that their statement gives them; the driver adds the time that a row took under a key of its own. */
function rowsAs<Row>(rows: unknown[]): Row[] {
  for (const row of rows) {
    if (typeof row === 'object' && row !== null && '_metadata' in row) delete row._metadata;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the statement knows the shape
  return rows as Row[];
}
