import type { Hit, Site } from '../contracts/hit.ts';
import type { ExclusionReason, ObjectionReason, RefusalReason } from '../contracts/reasons.ts';
import { exclusionOf } from './exclusion-of.ts';
import { headersOf, type LogEntry, untoldObjections } from './log-entry.ts';
import { objectionIn } from './objection.ts';
import { type IgnoredReason, reasonToIgnore } from './page-view-of-log.ts';
import { readPageView } from './read-hit.ts';
import { isHostOf, reasonToRefuse } from './reason-to-refuse.ts';

/**
 * Why a page view of a log is refused. `beyond-retention`: older than the site keeps visits; `objection-unknown`: the
 * format does not carry an objection that the site honours, and nobody has confirmed that. An exclusion is counted for
 * the installation.
 */
export type LogRefusal =
  | Exclude<RefusalReason, 'unknown-site'>
  | ExclusionReason
  | 'beyond-retention'
  | 'objection-unknown';

/** What a line is to a site; `outcome` is what the site's funnel counts, null for what it does not. */
export type JudgedLine =
  /** The page view, and what else its URL tells. */
  | { readonly kind: 'hits'; readonly hits: readonly [Hit, ...Hit[]] }
  | { readonly kind: 'ignored'; readonly reason: IgnoredReason }
  | { readonly kind: 'excluded'; readonly reason: ExclusionReason }
  | { readonly kind: 'objected'; readonly reason: ObjectionReason }
  | {
      readonly kind: 'refused';
      readonly reason: Exclude<LogRefusal, ExclusionReason>;
      readonly outcome: Exclude<RefusalReason, 'unknown-site'> | null;
    };

/**
 * Judges a line of a log with the questions of the hit door, in its order and before the address is read: page view at
 * all, objection, foreign host, unreadable URL, bot.
 */
export function hitOfLog(
  entry: LogEntry,
  site: Site,
  rules: { readonly keepOldBefore: number | null; readonly objectionsMayBeUnknown: boolean },
): JudgedLine {
  const ignored = reasonToIgnore(entry);
  if (ignored !== null) return { kind: 'ignored', reason: ignored };
  const headers = headersOf(entry);
  const objection = objectionIn(headers, site);
  if (objection !== null) return { kind: 'objected', reason: objection };
  if (!rules.objectionsMayBeUnknown && untoldObjections(entry.signals, site).length > 0) {
    return { kind: 'refused', reason: 'objection-unknown', outcome: null };
  }
  if (rules.keepOldBefore !== null && entry.at < rules.keepOldBefore) {
    return { kind: 'refused', reason: 'beyond-retention', outcome: null };
  }
  const read = readPageView(site, pageUrl(entry, site), entry.referrer);
  const excluded = read.hit && exclusionOf(read.pageHost ?? read.hit.host, read.hit.path, site.collection);
  if (excluded !== null) return { kind: 'excluded', reason: excluded };
  const refusal = reasonToRefuse(read, headers, site);
  if (refusal !== null) return { kind: 'refused', reason: refusal, outcome: refusal };
  const { hit, further } = read;
  if (hit === null) return { kind: 'refused', reason: 'unreadable-url', outcome: 'unreadable-url' };
  // Without virtual hosts nobody knows on which of the site's hosts a page stood: all of them count as the page's own.
  const isFromWithin = hit.referrerHost !== null && isHostOf(site, hit.referrerHost);
  const outside = (one: Hit): Hit => (isFromWithin ? { ...one, referrerHost: null } : one);
  return { kind: 'hits', hits: [outside(hit), ...further.map(outside)] };
}

function pageUrl(entry: LogEntry, site: Site): string {
  if (!entry.target.startsWith('/')) return entry.target;
  return `http://${entry.virtualHost ?? site.domain}${entry.target}`;
}
