import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  APPLIED_MIGRATIONS_QUESTION,
  REMEMBERED_MIGRATIONS_TABLE,
  missingScripts,
  shippedMigrations,
} from '../run-migrations.ts';
import { storeError } from '../store-error.ts';
import type { LogPosition } from '../hit-log/log-segment.ts';
import type { StoreSettings } from './visit-store-messages.ts';

/** The open database; used by one thread. `inTurn` gives the writing connection to one task after the other. */
export type VisitDatabase = {
  readonly instance: DuckDBInstance;
  /** Hours since 1970 that stand in open_hour for certain: written once, not with every batch. */
  readonly openHours: Set<number>;
  inTurn<Answer>(task: (writer: DuckDBConnection) => Promise<Answer>): Promise<Answer>;
  checkpoint(): Promise<void>;
  backupTo(folder: string): Promise<void>;
  close(): Promise<void>;
};

const FILE = 'visits.duckdb';
const WRITE_AHEAD_LOG = 'visits.duckdb.wal';
const TEMPORARY_FOLDER = 'visits-temporary';

/** Opens or creates the database of a data folder. Throws STORE_IN_USE, STORE_FAILED or a migration's fault. */
export async function openVisitDatabase(settings: StoreSettings): Promise<VisitDatabase> {
  const { folder } = settings;
  await mkdir(folder, { recursive: true });
  const temporaryFolder = join(folder, TEMPORARY_FOLDER);
  const instance = await DuckDBInstance.create(join(folder, FILE), {
    memory_limit: `${settings.memoryLimitMb}MB`,
    threads: String(settings.threads),
    temp_directory: temporaryFolder,
    // No file but its own, no download: a question can read tables and nothing else.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    enable_external_access: 'false',
    lock_configuration: 'true',
  }).catch((error: unknown) => {
    throw storeError(isLockConflict(error) ? 'STORE_IN_USE' : 'STORE_FAILED');
  });
  const writer = await instance.connect();
  try {
    // What a killed process left; only now is it certain that no other process uses it.
    await rm(temporaryFolder, { recursive: true, force: true });
    await migrate(writer);
  } catch (error) {
    writer.closeSync();
    instance.closeSync();
    throw error;
  }

  let turn: Promise<unknown> = Promise.resolve();
  function inTurn<Answer>(task: (writer: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
    const mine = turn.then(() => task(writer));
    turn = mine.catch(ignore);
    return mine;
  }

  return {
    instance,
    openHours: new Set(),
    inTurn,
    async checkpoint() {
      await inTurn((connection) => connection.run('checkpoint'));
    },
    /** A consistent copy while questions go on; the log keeps what arrives meanwhile. */
    backupTo(target) {
      return inTurn(async (connection) => {
        await connection.run('checkpoint');
        await mkdir(target, { recursive: true });
        await copyDurably(join(folder, FILE), join(target, FILE));
        // Empty or absent after a checkpoint, unless a long question held it back.
        const writeAheadLog = join(folder, WRITE_AHEAD_LOG);
        if (existsSync(writeAheadLog)) await copyDurably(writeAheadLog, join(target, WRITE_AHEAD_LOG));
      });
    },
    close() {
      return inTurn(async (connection) => {
        await connection.run('checkpoint');
        connection.closeSync();
        instance.closeSync();
        await rm(temporaryFolder, { recursive: true, force: true });
      });
    },
  };
}

async function migrate(writer: DuckDBConnection): Promise<void> {
  await writer.run(REMEMBERED_MIGRATIONS_TABLE);
  const reader = await writer.runAndReadAll(APPLIED_MIGRATIONS_QUESTION);
  const applied = reader
    .getRows()
    .map(([number, contentHash]) => ({ number: Number(number), content_hash: String(contentHash) }));
  for (const script of missingScripts(shippedMigrations('duckdb'), applied)) await writer.run(script);
}

/** Up to where the log has been absorbed; null in a new store, which then has the row that absorbing updates. */
export async function absorbedPosition(database: VisitDatabase): Promise<LogPosition | null> {
  return database.inTurn(async (writer) => {
    const reader = await writer.runAndReadAll('select segment, position from absorbed');
    const row = reader.getRows()[0];
    if (row !== undefined) return { segment: Number(row[0]), offset: Number(row[1]) };
    await writer.run('insert into absorbed values (0, 0)');
    return null;
  });
}

/** Runs the task in a transaction; an error takes everything back and is thrown on. */
export async function inTransaction<Answer>(writer: DuckDBConnection, task: () => Promise<Answer>): Promise<Answer> {
  await writer.run('begin transaction');
  try {
    const answer = await task();
    await writer.run('commit');
    return answer;
  } catch (error) {
    await writer.run('rollback').catch(ignore);
    throw error;
  }
}

function isLockConflict(error: unknown): boolean {
  return error instanceof Error && error.message.includes('Could not set lock');
}

const COPY = `require('node:fs').copyFileSync(process.argv[1], process.argv[2])`;

/**
 * Another process reads the file: a lock of POSIX belongs to the process, and ends as soon as the process closes the
 * file by any of its descriptors. A copy made here would let a second process open the database.
 */
async function copyDurably(from: string, to: string): Promise<void> {
  await promisify(execFile)(process.execPath, ['-e', COPY, from, to]);
  const handle = await open(to, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignore(): void {}
