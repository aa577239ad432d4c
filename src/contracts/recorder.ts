import type { Hit, Site } from './hit.ts';
import type { InstallationOutcome, SiteOutcome } from './reasons.ts';
import type { Verdict } from './verdict.ts';

/**
 * Why a hit could not be made durable, as `code` of the error: the bounded queue is full (the door answers 503
 * with `Retry-After`), the disk refused the write, or the recorder has been closed.
 */
export const RECORDER_FAULTS = ['RECORDER_FULL', 'RECORDER_DISK', 'RECORDER_CLOSED'] as const;
export type RecorderFault = (typeof RECORDER_FAULTS)[number];

/** Writes down what became of hits. Times are milliseconds since 1970, UTC. */
export type VisitRecorder = {
  /**
   * A page view or event of a released company. Resolves when it is durable: it survives `kill -9`.
   * Rejects with an error whose `code` is a RecorderFault.
   */
  recordVisit(hit: Hit, site: Site, verdict: Verdict & { kind: 'company' }, at: number): Promise<void>;
  /**
   * The closing message of a page (`leave`) of a released company: kept with its visit while that is open. It opens and
   * lengthens no visit and is counted nowhere; of everybody else it is not recorded at all.
   */
  recordLeave(hit: Hit, site: Site, verdict: Verdict & { kind: 'company' }, at: number): Promise<void>;
  /**
   * A hit that must stay anonymous: same durability, but only counter keys and the hour are written, never a finer
   * time, a visit or a company (privacy promise 1).
   */
  recordMiss(hit: Hit, site: Site, outcome: SiteOutcome, at: number): Promise<void>;
  /** A hit of a known site that was refused before the address was read. Not waited for; dropped when the queue is full. */
  countRefusal(site: Site, outcome: SiteOutcome, at: number): void;
  /** Objections and unknown sites: one number a reason and day, without site, path or hour (privacy promise 8). */
  countForInstallation(outcome: InstallationOutcome, at: number): void;
  /** Makes everything taken so far durable and forgets all open visits. */
  close(): Promise<void>;
};
