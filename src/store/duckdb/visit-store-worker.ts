import { parentPort, workerData } from 'node:worker_threads';
import { absorbLog } from './absorb-log.ts';
import { createAnswerer } from './answer-question.ts';
import { foldClosedHours } from './fold-closed-hours.ts';
import { rememberCompanies } from './remember-companies.ts';
import { absorbedPosition, inTransaction, openVisitDatabase } from './visit-database.ts';
import {
  OPENED,
  type StoreCalls,
  type StoreReply,
  type StoreRequest,
  type StoreSettings,
} from './visit-store-messages.ts';

/** The thread that owns DuckDB. */

/** The write-ahead log repeats what the hit log held: it is emptied as often. */
const CHECKPOINT_MS = 30_000;

type Handlers = {
  [Name in keyof StoreCalls]: (argument: StoreCalls[Name]['argument']) => Promise<StoreCalls[Name]['answer']>;
};

async function serve(settings: StoreSettings): Promise<{ handlers: Handlers; absorbed: unknown }> {
  const database = await openVisitDatabase(settings);
  const answerer = await createAnswerer(database);
  const atOpening = await absorbedPosition(database);
  let absorbed = atOpening;
  let checkpointAt = performance.now();

  const handlers: Handlers = {
    async absorb(log) {
      const absorption = await absorbLog(database, absorbed, log, (position) => {
        absorbed = position;
      });
      if (performance.now() - checkpointAt >= CHECKPOINT_MS) {
        await database.checkpoint();
        checkpointAt = performance.now();
      }
      return absorption;
    },
    ask: ({ sql, parameters }) => answerer.answer(sql, parameters),
    async rememberCompanies(companies) {
      await database.inTurn((writer) => inTransaction(writer, () => rememberCompanies(writer, companies)));
      return null;
    },
    foldClosedHours: (now) => foldClosedHours(database, now),
    async checkpoint() {
      await database.checkpoint();
      return null;
    },
    async backupTo(folder) {
      await database.backupTo(folder);
      return null;
    },
    async close() {
      answerer.close();
      await database.close();
      return null;
    },
  };
  return { handlers, absorbed: atOpening };
}

function faultReply(id: number, error: unknown): StoreReply {
  const coded = error instanceof Error && 'code' in error && typeof error.code === 'string';
  // An engine's own sentence may quote a value; only our own errors are told.
  return coded && /^(STORE|MIGRATION)_/.test(String(error.code))
    ? { id, ok: false, code: String(error.code), detail: error.message }
    : { id, ok: false, code: 'STORE_FAILED', detail: undefined };
}

const port = parentPort;
if (port === null) throw new Error('this file is the entry of a worker thread');

const settings: StoreSettings = workerData;
try {
  const { handlers, absorbed } = await serve(settings);
  port.on('message', (request: StoreRequest) => {
    const handle: (argument: never) => Promise<unknown> = handlers[request.name];
    handle(request.argument).then(
      (answer) => {
        port.postMessage({ id: request.id, ok: true, answer });
        return request.name === 'close' ? port.close() : undefined;
      },
      (error: unknown) => port.postMessage(faultReply(request.id, error)),
    );
  });
  port.postMessage({ id: OPENED, ok: true, answer: absorbed });
} catch (error) {
  port.postMessage(faultReply(OPENED, error));
  port.close();
}
