import type { SiteOutcome } from '../../contracts/reasons.ts';

/** The screens on which something can be changed about an outcome. */
export type ReasonScreen =
  | '/what-is-shown'
  | '/corrections'
  | '/set-up'
  | '/operator/company-data'
  | '/operator/look-up';

/** For each outcome where to go; operators' screens are offered to operators alone. */
export const REASON_SCREENS: Readonly<Record<SiteOutcome, readonly ReasonScreen[]>> = {
  company: ['/what-is-shown', '/operator/company-data'],
  'unknown-address': [],
  'special-purpose': [],
  'not-listed': [],
  provider: ['/operator/look-up'],
  opaque: ['/operator/look-up'],
  'personal-name': [],
  'kind-not-chosen': ['/what-is-shown'],
  'organisation-objected': [],
  hidden: ['/corrections'],
  'incomplete-location': ['/operator/company-data', '/operator/look-up'],
  'too-small': ['/what-is-shown'],
  'unknown-size': ['/what-is-shown', '/operator/company-data'],
  'low-confidence': ['/what-is-shown', '/operator/look-up'],
  bot: [],
  prefetch: [],
  scanner: [],
  monitor: [],
  'referrer-spam': [],
  'foreign-origin': ['/set-up'],
  'unreadable-url': ['/set-up'],
};
