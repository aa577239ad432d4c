import { availableParallelism } from 'node:os';
import { resolve as resolvePath } from 'node:path';
import { Worker } from 'node:worker_threads';
import { shippedFile } from '../../settings/package-root.ts';
import type { LogExtent, LogPosition } from '../hit-log/log-segment.ts';
import { type CodedError, storeError } from '../store-error.ts';
import {
  type Absorption,
  type AnswerRow,
  OPENED,
  type Parameter,
  type SeenCompany,
  type StoreCalls,
  type StoreReply,
  type StoreSettings,
} from './visit-store-messages.ts';

/** The main thread's handle of the store of visits. Every call rejects with a CodedError of a StoreFault. */
export type VisitStore = {
  /** Up to where the hit log had been absorbed when the store was opened; null in a new store. */
  readonly absorbedAtOpening: LogPosition | null;
  /** Takes what is durable in the log into the store; nothing is taken twice. */
  absorb(logFolder: string, extents: readonly LogExtent[]): Promise<Absorption>;
  /**
   * Answers one prepared statement that only reads; parameters stand as $1, $2 … in it. A time is a number of
   * milliseconds on both sides: write `epoch_ms($1)` for a parameter; columns of any timestamp or date type come back
   * as milliseconds. Whole numbers come back as numbers, beyond 2^53 as bigint (a visit_id: select it `::varchar`).
   */
  ask<Row extends AnswerRow = AnswerRow>(sql: string, parameters?: readonly Parameter[]): Promise<readonly Row[]>;
  /** Adds companies, or replaces what is known of them: after a new whitelist version, or new release rules. */
  rememberCompanies(companies: readonly SeenCompany[]): Promise<void>;
  /** To be called after each full hour; `now` in milliseconds since 1970. Returns the number of hours folded. */
  foldClosedHours(now: number): Promise<number>;
  checkpoint(): Promise<void>;
  /** A consistent copy of the database file into a folder, while the store is in use. */
  backupTo(folder: string): Promise<void>;
  /** Resolves when the store's thread has ended; with the error when it ended by itself. */
  readonly stopped: Promise<CodedError | null>;
  close(): Promise<void>;
};

const DEFAULT_MEMORY_LIMIT_MB = 1_024;
const MOST_THREADS = 4;

/** The engine's lock keeps other processes out, but not a second opening by this one. */
const openFolders = new Set<string>();

/**
 * Opens the store of a data folder in a thread of its own. Rejects with STORE_IN_USE when another process, or this
 * one, has it open; with STORE_FAILED or a migration's fault when it cannot be opened.
 */
export async function openVisitStore(
  folder: string,
  options: { readonly memoryLimitMb?: number; readonly threads?: number } = {},
): Promise<VisitStore> {
  const path = resolvePath(folder);
  if (openFolders.has(path)) throw storeError('STORE_IN_USE');
  openFolders.add(path);
  const settings: StoreSettings = {
    folder: path,
    memoryLimitMb: options.memoryLimitMb ?? DEFAULT_MEMORY_LIMIT_MB,
    threads: options.threads ?? Math.min(MOST_THREADS, availableParallelism()),
  };
  const worker = new Worker(shippedFile('dist', 'server', 'visit-store-worker.js'), { workerData: settings });

  // What an answer is, its request decides: `never` lets each call name its own type.
  type Call = { resolve: (answer: never) => void; reject: (error: CodedError) => void };
  const calls = new Map<number, Call>();
  let lastId = OPENED;
  let closing = false;
  let ended: CodedError | null = null;
  let tellStopped: (error: CodedError | null) => void = ignore;
  const stopped = new Promise<CodedError | null>((resolve) => {
    tellStopped = resolve;
  });

  worker.on('message', (reply: StoreReply) => {
    const call = calls.get(reply.id);
    calls.delete(reply.id);
    if (reply.ok) call?.resolve(reply.answer);
    else call?.reject(Object.assign(new Error(reply.detail ?? reply.code), { code: reply.code }));
  });
  // The thread's own error may quote what it worked on: only the fact is passed on.
  worker.on('error', () => end('STORE_STOPPED'));
  worker.on('exit', () => end(closing ? 'STORE_CLOSED' : 'STORE_STOPPED'));

  function end(code: 'STORE_STOPPED' | 'STORE_CLOSED'): void {
    if (ended !== null) return;
    ended = storeError(code);
    openFolders.delete(path);
    for (const call of calls.values()) call.reject(ended);
    calls.clear();
    tellStopped(code === 'STORE_CLOSED' ? null : ended);
  }

  function call<Name extends keyof StoreCalls>(
    name: Name,
    argument: StoreCalls[Name]['argument'],
  ): Promise<StoreCalls[Name]['answer']> {
    if (ended !== null) return Promise.reject(ended);
    if (closing && name !== 'close') return Promise.reject(storeError('STORE_CLOSED'));
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      calls.set(id, { resolve, reject });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      worker.postMessage({ id, name, argument });
    });
  }

  const absorbedAtOpening = await new Promise<LogPosition | null>((resolve, reject) => {
    calls.set(OPENED, { resolve, reject });
  });

  return {
    absorbedAtOpening,
    stopped,
    absorb: (logFolder, extents) => call('absorb', { logFolder, extents }),
    async ask<Row extends AnswerRow>(sql: string, parameters: readonly Parameter[] = []) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the question's text names the columns
      return (await call('ask', { sql, parameters })) as readonly Row[];
    },
    async rememberCompanies(companies) {
      await call('rememberCompanies', companies);
    },
    foldClosedHours: (now) => call('foldClosedHours', now),
    async checkpoint() {
      await call('checkpoint', null);
    },
    async backupTo(target) {
      await call('backupTo', resolvePath(target));
    },
    async close() {
      if (!closing) {
        closing = true;
        await call('close', null);
      }
      await stopped;
    },
  };
}

function ignore(): void {}
