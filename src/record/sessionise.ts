const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export type VisitRules = {
  /** A gap of this length or more ends a visit. */
  readonly idleMs: number;
  /** A visit is shorter than this. */
  readonly longestMs: number;
};

/**
 * Closes a visit after 30 idle minutes, so that a lunch break starts a new one, and before 12 hours are over, so that
 * no visit key lives longer (privacy promise 3).
 */
export const VISIT_RULES: VisitRules = { idleMs: 30 * MINUTE, longestMs: 12 * HOUR };

/** A visit that may still be extended. Lives in memory alone, under its visit key. Times in milliseconds since 1970. */
export type OpenVisit = {
  readonly visitId: bigint;
  readonly companyId: string;
  /** Earliest and latest hit. */
  readonly startedAt: number;
  readonly lastAt: number;
};

export type VisitChange = {
  /** `opened`: the first hit under this key; `extended`: same visit; `reopened`: the earlier visit had ended. */
  readonly kind: 'opened' | 'extended' | 'reopened';
  /** The visit that the hit belongs to, to be kept under the key. */
  readonly visit: OpenVisit;
};

/**
 * To which visit a hit belongs, given the open visit under its visit key.
 *
 * Times may go backwards, as they do in logs, where a line is written when its answer ends: a visit reaches
 * `idleMs` beyond its earliest and latest hit in both directions, and a hit within reach extends it at that end. A hit
 * out of reach, or one that would make the visit `longestMs` long, starts a visit of its own, which becomes the open
 * one: when a log starts over at an earlier day, its hits belong together from there on.
 *
 * The company is compared too: after a new whitelist version the same address may lead to another company.
 */
export function sessionise(
  open: OpenVisit | undefined,
  hit: { readonly companyId: string; readonly at: number },
  rules: VisitRules,
  newId: () => bigint,
): VisitChange {
  if (open !== undefined && open.companyId === hit.companyId && isWithinReach(open, hit.at, rules)) {
    const startedAt = Math.min(open.startedAt, hit.at);
    const lastAt = Math.max(open.lastAt, hit.at);
    if (lastAt - startedAt < rules.longestMs) {
      return { kind: 'extended', visit: { visitId: open.visitId, companyId: open.companyId, startedAt, lastAt } };
    }
  }
  return {
    kind: open === undefined ? 'opened' : 'reopened',
    visit: { visitId: newId(), companyId: hit.companyId, startedAt: hit.at, lastAt: hit.at },
  };
}

/** Can a hit at `now` or later still extend the visit? */
export function hasEnded(visit: OpenVisit, now: number, rules: VisitRules): boolean {
  return now - visit.lastAt >= rules.idleMs || now - visit.startedAt >= rules.longestMs;
}

function isWithinReach(visit: OpenVisit, at: number, rules: VisitRules): boolean {
  return at - visit.lastAt < rules.idleMs && visit.startedAt - at < rules.idleMs;
}
