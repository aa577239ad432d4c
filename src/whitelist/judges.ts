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
  const keep = (rules: ReleaseRules, speaker: number | null): JudgedWhitelist => {
    const key = JSON.stringify([rules, speaker]);
    const known = kept.get(key);
    if (known) return known;
    const judged = judgeWhitelist(whitelist, rules, spokenFor(speaker));
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(key, judged);
    return judged;
  };
  /** Asked for each hit: the object of a site's rules is the same until they change. By who has corrected, then. */
  const ofSites = new WeakMap<object, Map<number | null, JudgedWhitelist>>();
  return {
    forOperator: () => keep(operator, null),
    forSite(site) {
      const speaker = speaking.has(site.customerId) ? site.customerId : null;
      const bySpeaker = ofSites.get(site.release) ?? new Map<number | null, JudgedWhitelist>();
      const known = bySpeaker.get(speaker);
      if (known) return known;
      const judged = keep(rulesOfSite(operator, site.release), speaker);
      ofSites.set(site.release, bySpeaker.set(speaker, judged));
      return judged;
    },
  };
}
