import type { ApiFunnel } from '../../contracts/api.ts';
import { SITE_OUTCOMES, type SiteOutcome } from '../../contracts/reasons.ts';

type Counted = ApiFunnel['outcomes'][number];

export const FUNNEL_GROUPS = ['shown', 'unknown', 'withheld', 'refused'] as const;
export type FunnelGroupName = (typeof FUNNEL_GROUPS)[number];

/** In which part of the funnel an outcome stands; a new outcome has to be given its place here. */
const GROUP_OF: Readonly<Record<SiteOutcome, FunnelGroupName>> = {
  company: 'shown',
  'unknown-address': 'unknown',
  'special-purpose': 'unknown',
  'not-listed': 'unknown',
  provider: 'withheld',
  opaque: 'withheld',
  'personal-name': 'withheld',
  'kind-not-chosen': 'withheld',
  'organisation-objected': 'withheld',
  hidden: 'withheld',
  'incomplete-location': 'withheld',
  'too-small': 'withheld',
  'unknown-size': 'withheld',
  'low-confidence': 'withheld',
  bot: 'refused',
  prefetch: 'refused',
  scanner: 'refused',
  monitor: 'refused',
  'referrer-spam': 'refused',
  'foreign-origin': 'refused',
  'unreadable-url': 'refused',
};

/** In which part of the funnel an outcome stands. */
export function groupOf(outcome: SiteOutcome): FunnelGroupName {
  return GROUP_OF[outcome];
}

export type FunnelGroup = {
  readonly name: FunnelGroupName;
  readonly hits: number;
  /** Those that occurred, the largest first. */
  readonly outcomes: readonly Counted[];
};

export type ArrangedFunnel = {
  readonly total: number;
  readonly groups: readonly FunnelGroup[];
  /** Every outcome that occurred, the largest first, but the companies at the head. */
  readonly occurred: readonly Counted[];
  readonly notOccurred: readonly SiteOutcome[];
};

/** Sorts what the API counted into the parts of the funnel. */
export function arrangeFunnel({ total, outcomes }: ApiFunnel): ArrangedFunnel {
  const hits = new Map(outcomes.map((counted) => [counted.outcome, counted.hits]));
  const all = SITE_OUTCOMES.map((outcome) => ({ outcome, hits: hits.get(outcome) ?? 0 }));
  const occurred = all.filter((counted) => counted.hits > 0).sort(largestFirst);
  const groups = FUNNEL_GROUPS.map((name) => {
    const ofGroup = occurred.filter(({ outcome }) => GROUP_OF[outcome] === name);
    return { name, hits: ofGroup.reduce((sum, counted) => sum + counted.hits, 0), outcomes: ofGroup };
  });
  return {
    total,
    groups: groups.filter((group) => group.hits > 0 || group.name === 'shown'),
    occurred: [...occurred.filter(isCompany), ...occurred.filter((counted) => !isCompany(counted))],
    notOccurred: all.filter(({ outcome, hits }) => hits === 0 && outcome !== 'company').map(({ outcome }) => outcome),
  };
}

const isCompany = ({ outcome }: Counted) => outcome === 'company';
const largestFirst = (one: Counted, other: Counted) => other.hits - one.hits;
