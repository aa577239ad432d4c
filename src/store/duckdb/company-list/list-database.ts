import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { storeError } from '../../store-error.ts';

/** A database in memory for work on company lists; what does not fit lies in the work folder and goes with it. */
export type ListDatabase = {
  readonly connection: DuckDBConnection;
  /** Closes it and deletes the work folder. */
  readonly close: () => Promise<void>;
};

const MEMORY_LIMIT = '900MB';
const THREADS = '2';

/**
 * Opens a database that reads and writes the files that are named and no others. `workFolder` is its own: it is emptied
 * now and deleted at the end.
 * @throws StoreError STORE_FAILED
 */
export async function openListDatabase(workFolder: string, files: readonly string[]): Promise<ListDatabase> {
  await rm(workFolder, { recursive: true, force: true });
  await mkdir(workFolder, { recursive: true, mode: 0o700 });
  let instance: DuckDBInstance | null = null;
  try {
    instance = await DuckDBInstance.create(':memory:', {
      memory_limit: MEMORY_LIMIT,
      threads: THREADS,
      temp_directory: join(workFolder, 'temporary'),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    // Paths of ours, out of the data folder: no part of a list is in them.
    await connection.run(`set allowed_paths = [${files.map(quoted).join(', ')}]`);
    await connection.run(`set allowed_directories = [${quoted(workFolder)}]`);
    await connection.run('set enable_external_access = false');
    await connection.run('set lock_configuration = true');
    const opened = instance;
    return {
      connection,
      async close() {
        connection.closeSync();
        opened.closeSync();
        await rm(workFolder, { recursive: true, force: true });
      },
    };
  } catch {
    instance?.closeSync();
    await rm(workFolder, { recursive: true, force: true });
    throw storeError('STORE_FAILED');
  }
}

/** A text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
