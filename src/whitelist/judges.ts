import { type ReleaseRules, rulesOfSite } from '../company/release-rules.ts';
import type { Site } from '../contracts/hit.ts';
import type { Workspace } from '../store/sqlite/workspace.ts';
import { judgeWhitelist, type JudgedWhitelist, type SpokenFor, type WhitelistLookup } from './judged-whitelist.ts';

/** The whitelist in force as each site may see it. */
export type Judges = {
  /** By the site's rules, and what its customer and the operator have corrected. */
  readonly forSite: (site: Pick<Site, 'customerId' | 'release'>) => JudgedWhitelist;
  /** By the operator's rules and corrections alone. */
  readonly forOperator: () => JudgedWhitelist;
};

/** Sites with equal rules share one; each keeps a byte for every record. */
const MOST_KEPT = 64;

/**
 * Judges a whitelist as corrections, objections and rules stand now. What is said later needs new judges: an answer that
 * began with these ends with them.
 */
export function createJudges(
  whitelist: WhitelistLookup,
  operator: ReleaseRules,
  workspace: Pick<Workspace, 'correctionsInForce' | 'objectedCompanies'>,
): Judges {
  const all = workspace.correctionsInForce();
  const objected = workspace.objectedCompanies();
  const speaking = new Set(all.map(({ customerId }) => customerId));
  const kept = new Map<string, JudgedWhitelist>();

  const spokenFor = (customerId: number | null): SpokenFor => ({
    corrections: all.filter((correction) => correction.customerId === null || correction.customerId === customerId),
    objected,
  });
  const keep = (rules: ReleaseRules, customerId: number | null): JudgedWhitelist => {
    const speaker = speaking.has(customerId) ? customerId : null;
    const key = JSON.stringify([rules, speaker]);
    const known = kept.get(key);
    if (known) return known;
    const judged = judgeWhitelist(whitelist, rules, spokenFor(speaker));
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, judged);
    return judged;
  };
  /** Asked for each hit: the site's object is the same until its rules change. */
  const ofSites = new WeakMap<object, JudgedWhitelist>();
  return {
    forOperator: () => keep(operator, null),
    forSite(site) {
      const known = ofSites.get(site.release);
      if (known && !speaking.has(site.customerId)) return known;
      const judged = keep(rulesOfSite(operator, site.release), site.customerId);
      if (!speaking.has(site.customerId)) ofSites.set(site.release, judged);
      return judged;
    },
  };
}
