import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ListedCompany } from '../../../company/listed-company.ts';
import { syncDirectory } from '../../../whitelist/sealed-file.ts';
import { storeError } from '../../store-error.ts';
import { appendRows } from '../append-rows.ts';
import { keyedCompany, LIST_COLUMNS } from './list-columns.ts';
import { openListDatabase, quoted } from './list-database.ts';

export type CompanyListWriter = {
  /** Adds rows in the order of the list. @throws StoreError STORE_FAILED */
  readonly add: (rows: readonly ListedCompany[]) => Promise<void>;
  /** Writes the file under its name; complete and on the disk when it returns. @throws StoreError STORE_FAILED */
  readonly finish: () => Promise<{ readonly rows: number; readonly bytes: number; readonly sha256: string }>;
  /** Forgets everything. */
  readonly discard: () => Promise<void>;
};

/** Rows that stand in memory before they go to a part of their own. */
const ROWS_A_PART = 400_000;

/**
 * Writes a company list as a Parquet file with the keys by which networks' holders are matched to it. `workFolder` is
 * the writer's own: emptied now, deleted at the end. Nothing stands under `path` before everything does.
 * @throws StoreError STORE_FAILED
 */
export async function createCompanyListWriter(path: string, workFolder: string): Promise<CompanyListWriter> {
  const unfinished = `${path}.${process.pid}.unfinished`;
  const { connection, close } = await openListDatabase(workFolder, [unfinished]);
  const columns = Object.values(LIST_COLUMNS);
  const declared = Object.entries(LIST_COLUMNS).map(([name, [type]]) => `"${name}" ${type.toString()}`);
  const parts: string[] = [];
  let rows = 0;
  let waiting = 0;

  const run = async (sql: string): Promise<void> => {
    await connection.run(sql).catch(() => {
      throw storeError('STORE_FAILED');
    });
  };
  const writePart = async (): Promise<void> => {
    const part = join(workFolder, `part-${parts.length}.parquet`);
    await run(`copy listed to ${quoted(part)} (format parquet, compression zstd)`);
    await run('truncate listed');
    parts.push(quoted(part));
    waiting = 0;
  };
  const discard = async (): Promise<void> => {
    await close();
    await rm(unfinished, { force: true });
  };
  await run(`create table listed (${declared.join(', ')})`);
  return {
    discard,
    async add(added) {
      await appendRows(connection, 'listed', null, columns, added.map(keyedCompany)).catch(() => {
        throw storeError('STORE_FAILED');
      });
      rows += added.length;
      waiting += added.length;
      if (waiting >= ROWS_A_PART) await writePart();
    },
    async finish() {
      try {
        if (waiting > 0 || parts.length === 0) await writePart();
        const whole = `select * from read_parquet([${parts.join(', ')}])`;
        await run(`copy (${whole}) to ${quoted(unfinished)} (format parquet, compression zstd)`);
        const sealed = await sync(unfinished);
        await rename(unfinished, path);
        syncDirectory(dirname(path));
        return { rows, ...sealed };
      } finally {
        await discard();
      }
    },
  };
}

async function sync(path: string): Promise<{ bytes: number; sha256: string }> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(bytes);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}
