/**
 * What the comparison of a network's holder with a company of a master-data source found, as closed lists. Each code has
 * a price in company/match/ and a sentence in both languages on the evidence card.
 */
export const MATCH_REASONS = [
  'same-name',
  'same-words-in-other-order',
  'abbreviation-written-out',
  'typing-error',
  'same-legal-form',
  'legal-form-in-one-source',
  'same-postcode',
  'same-city',
  'same-country',
  'other-place',
  'place-unknown',
  'only-one-of-that-name',
  'distinctive-name',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

/** Why no company of the sources was joined. */
export const MATCH_MISSES = [
  'no-source',
  'no-candidate',
  'country-unknown',
  'other-legal-form',
  'too-different',
  'several-equal',
  'name-too-common',
] as const;
export type MatchMiss = (typeof MATCH_MISSES)[number];
