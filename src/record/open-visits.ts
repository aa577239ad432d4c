import { type OpenVisit, type VisitRules, hasEnded } from './sessionise.ts';

/** Open visits by visit key, in memory alone; a key is dropped at the end of its visit (privacy promise 3). */
export type OpenVisits = {
  get(visitKey: string): OpenVisit | undefined;
  /** Keeps the visit; when the map is full, the visit that has been quiet longest ends early. */
  set(visitKey: string, visit: OpenVisit): void;
  /** Drops the key when it leads to this visit. */
  drop(visitKey: string, visitId: bigint): void;
  /** Drops the keys of visits that no hit at `now` or later can extend. */
  dropEnded(now: number): void;
  clear(): void;
  readonly size: number;
};

export function createOpenVisits(options: { readonly rules: VisitRules; readonly most: number }): OpenVisits {
  const { rules, most } = options;
  // In the order of their last hit: a Map keeps the order of insertion.
  const visits = new Map<string, OpenVisit>();
  return {
    get: (visitKey) => visits.get(visitKey),
    set(visitKey, visit) {
      visits.delete(visitKey);
      if (visits.size >= most) {
        for (const quietest of visits.keys()) {
          visits.delete(quietest);
          break;
        }
      }
      visits.set(visitKey, visit);
    },
    drop(visitKey, visitId) {
      if (visits.get(visitKey)?.visitId === visitId) visits.delete(visitKey);
    },
    dropEnded(now) {
      for (const [visitKey, visit] of visits) {
        if (hasEnded(visit, now, rules)) visits.delete(visitKey);
      }
    },
    clear: () => visits.clear(),
    get size() {
      return visits.size;
    },
  };
}
