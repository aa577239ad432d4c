import type { DurableLog } from '../store/hit-log/durable-log.ts';
import type { VisitStore } from '../store/duckdb/visit-store.ts';

/** Half a second: a hit must be on the dashboard within two. */
const ABSORB_MS = 500;

export type HitAbsorber = {
  /** Resolves when everything that was durable at the call is in the store. Rejects with the store's error. */
  absorbNow(): Promise<void>;
  /** Ends after a last absorption. */
  close(): Promise<void>;
};

/** `damagedBytes`: durable bytes of the log that could not be read back. */
export type AbsorbReport = {
  onFault(code: string): void;
  onDamage(damagedBytes: number): void;
};

/**
 * Moves what is durable in the log into the store, again and again. A store that fails loses nothing: the log keeps
 * what was not absorbed, the fault is reported, and the next round tries again.
 */
export function absorbHits(options: {
  readonly log: DurableLog;
  readonly visits: VisitStore;
  readonly report: AbsorbReport;
  readonly everyMs?: number;
}): HitAbsorber {
  const { log, visits, report, everyMs = ABSORB_MS } = options;
  let running: Promise<void> | null = null;
  let waiting: Promise<void> | null = null;

  async function absorbOnce(): Promise<void> {
    const extents = log.extents();
    if (extents.length === 0) return;
    const absorption = await visits.absorb(log.folder, extents);
    await log.release(absorption.position);
    if (absorption.damagedBytes > 0) report.onDamage(absorption.damagedBytes);
  }

  function start(): Promise<void> {
    running = absorbOnce().finally(() => {
      running = null;
    });
    return running;
  }

  function absorbNow(): Promise<void> {
    if (running === null) return start();
    // A running round may have looked at the log before the call: one more, shared by all who wait.
    waiting ??= running.catch(ignore).then(() => {
      waiting = null;
      return start();
    });
    return waiting;
  }

  const timer = setInterval(() => {
    if (running === null) start().catch((error: unknown) => report.onFault(codeOf(error)));
  }, everyMs).unref();

  return {
    absorbNow,
    async close() {
      clearInterval(timer);
      await absorbNow();
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'STORE_FAILED';
}

function ignore(): void {}
