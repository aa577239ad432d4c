import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedFile } from '../settings/package-root.ts';
import { storeError } from './store-error.ts';

/** A numbered file of migrations/ENGINE/. */
export type Migration = {
  readonly number: number;
  readonly file: string;
  readonly sql: string;
  /** SHA-256 of the text, hex. */
  readonly contentHash: string;
};

/** A row of the table in which a store remembers its migrations. */
export type AppliedMigration = { readonly number: number; readonly content_hash: string };

/** Both engines understand these two statements and the scripts of `missingScripts`. */
export const REMEMBERED_MIGRATIONS_TABLE =
  'create table if not exists schema_migration (number integer primary key, file varchar(120) not null, content_hash varchar(64) not null)';
export const APPLIED_MIGRATIONS_QUESTION = 'select number, content_hash from schema_migration order by number';

/** The migrations that ship with the product for one engine, in order. Throws MIGRATION_NUMBERING. */
export function shippedMigrations(engine: 'duckdb' | 'sqlite'): readonly Migration[] {
  return migrationsIn(shippedFile('migrations', engine));
}

/** Reads the numbered .sql files of a folder. A line ending changed by a checkout does not count as an edit. */
export function migrationsIn(folder: string): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file))
    .sort();
  return files.map((file, index) => {
    const number = Number(file.slice(0, 4));
    if (number !== index + 1) throw storeError('MIGRATION_NUMBERING', file);
    const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n');
    return { number, file, sql, contentHash: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * The scripts that bring a store up to date, in order; each is one transaction that applies a migration and remembers
 * it, so that a crash between two leaves the store at one of them. When a script fails, close the connection: the
 * open transaction ends with it.
 *
 * A synchronous engine uses it so:
 * ```ts
 * connection.exec(REMEMBERED_MIGRATIONS_TABLE);
 * const applied = connection.prepare(APPLIED_MIGRATIONS_QUESTION).all();
 * for (const script of missingScripts(shippedMigrations('sqlite'), applied)) connection.exec(script);
 * ```
 * Throws MIGRATION_EDITED when an applied migration has another content now, MIGRATION_FROM_LATER_VERSION when the
 * store knows a migration that is not shipped.
 */
export function missingScripts(shipped: readonly Migration[], applied: readonly AppliedMigration[]): readonly string[] {
  for (const row of applied) {
    const migration = shipped[row.number - 1];
    if (migration === undefined) throw storeError('MIGRATION_FROM_LATER_VERSION', `number ${row.number}`);
    if (migration.contentHash !== row.content_hash) throw storeError('MIGRATION_EDITED', migration.file);
  }
  const known = new Set(applied.map((row) => row.number));
  return shipped
    .filter((migration) => !known.has(migration.number))
    .map(
      ({ number, file, sql, contentHash }) =>
        `begin;\n${sql}\n;\ninsert into schema_migration values (${number}, '${file}', '${contentHash}');\ncommit;`,
    );
}
