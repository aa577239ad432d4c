import type { VisitRecorder } from '../contracts/recorder.ts';
import { type DurableLog, type LogDisk, type LogLimits, openDurableLog } from '../store/hit-log/durable-log.ts';
import type { VisitStore } from '../store/duckdb/visit-store.ts';
import { type AbsorbReport, type HitAbsorber, absorbHits } from './absorb-hits.ts';
import type { VisitRules } from './sessionise.ts';
import { createVisitRecorder } from './visit-recorder.ts';

export type Recording = {
  readonly recorder: VisitRecorder;
  readonly log: DurableLog;
  readonly absorber: HitAbsorber;
  /** Makes durable and absorbs everything taken so far; afterwards the log folder is empty. The store stays open. */
  close(): Promise<void>;
};

/**
 * Wires log, recorder and absorber to an open store, and first absorbs what an earlier process left in the log. The
 * store's lock is what makes this process the only one in `logFolder`.
 */
export async function startRecording(options: {
  readonly logFolder: string;
  readonly visits: VisitStore;
  readonly report: AbsorbReport;
  /** See createVisitRecorder: left out when logs of the past are read. */
  readonly clock?: () => number;
  readonly rules?: VisitRules;
  readonly limits?: LogLimits;
  readonly disk?: LogDisk;
  readonly absorbEveryMs?: number;
}): Promise<Recording> {
  const { logFolder, visits, report, clock, rules, limits, disk, absorbEveryMs } = options;
  const log = await openDurableLog({
    folder: logFolder,
    after: visits.absorbedAtOpening,
    ...(limits === undefined ? {} : { limits }),
    ...(disk === undefined ? {} : { disk }),
  });
  const absorber = absorbHits({
    log,
    visits,
    report,
    ...(absorbEveryMs === undefined ? {} : { everyMs: absorbEveryMs }),
  });
  await absorber.absorbNow();
  const recorder = createVisitRecorder({
    log,
    ...(clock === undefined ? {} : { clock }),
    ...(rules === undefined ? {} : { rules }),
  });
  return {
    recorder,
    log,
    absorber,
    async close() {
      await recorder.close();
      await log.close();
      await absorber.close();
    },
  };
}
