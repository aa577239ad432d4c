import { MATCH_REASONS, type MatchReason } from '../../contracts/company-match.ts';
import { CONFIDENCE_REASONS, type ConfidenceReason } from '../../contracts/confidence.ts';
import type { WordKey } from '../words/catalogue.ts';

const LEVELS: readonly (readonly [from: number, word: WordKey])[] = [
  [0.9, 'evidence.veryHigh'],
  [0.75, 'evidence.high'],
  [0.5, 'evidence.medium'],
];

/** A confidence or a match's score (0 to 1) as a word. */
export function confidenceWord(confidence: number): WordKey {
  return LEVELS.find(([from]) => confidence >= from)?.[1] ?? 'evidence.low';
}

type Side = 'for' | 'against';

const CONFIDENCE_SIDES: Readonly<Record<ConfidenceReason, Side>> = {
  'legal-form-agrees': 'for',
  'legal-form-in-one-register': 'against',
  'rare-name': 'for',
  'common-words': 'against',
  'one-address': 'for',
  'several-addresses': 'against',
  'address-before-2005': 'against',
  'address-of-a-division': 'against',
  'mail-drop': 'against',
  'kind-not-proven': 'against',
  'named-in-registry': 'for',
  'own-organisation-record': 'for',
  'class-agrees': 'for',
  'no-legal-form': 'against',
  'name-from-network-name': 'against',
  'name-cut-short': 'against',
  'name-damaged': 'against',
  'entry-before-2005': 'against',
  'entry-before-2015': 'against',
  'hosting-network': 'against',
  'shared-address': 'against',
  'provider-like-words': 'against',
  'reseller-named': 'against',
  'company-source-agrees': 'for',
  'company-source-elsewhere': 'against',
  'confirmed-by-person': 'for',
};

const MATCH_SIDES: Readonly<Record<MatchReason, Side>> = {
  'same-name': 'for',
  'same-words-in-other-order': 'for',
  'abbreviation-written-out': 'for',
  'typing-error': 'against',
  'same-legal-form': 'for',
  'legal-form-in-one-source': 'against',
  'same-postcode': 'for',
  'same-city': 'for',
  'same-country': 'for',
  'other-place': 'against',
  'place-unknown': 'against',
  'only-one-of-that-name': 'for',
  'distinctive-name': 'for',
};

/** Reasons as sentences: what speaks for it, what against it, and what a later version of the whitelist says. */
export type SidedReasons = {
  readonly for: readonly WordKey[];
  readonly against: readonly WordKey[];
  /** Codes that are not known here share one neutral sentence. */
  readonly unrated: readonly WordKey[];
};

/** Why the whitelist is sure of a name, or not. */
export function confidenceReasons(codes: readonly string[]): SidedReasons {
  const known = CONFIDENCE_REASONS.filter((code) => codes.includes(code));
  return sided(codes, known, CONFIDENCE_SIDES, (code) => `evidence.reason.${code}`);
}

/** What agreed between the network's holder and the company of a list, and what did not. */
export function matchReasons(codes: readonly string[]): SidedReasons {
  const known = MATCH_REASONS.filter((code) => codes.includes(code));
  return sided(codes, known, MATCH_SIDES, (code) => `evidence.matchReason.${code}`);
}

function sided<Code extends string>(
  codes: readonly string[],
  known: readonly Code[],
  sides: Readonly<Record<Code, Side>>,
  sentenceOf: (code: Code) => WordKey,
): SidedReasons {
  // The order of the codes is the order in which they counted.
  const inOrder = known.toSorted((one, other) => codes.indexOf(one) - codes.indexOf(other));
  const isKnown = (code: string) => known.some((one) => one === code);
  return {
    for: inOrder.filter((code) => sides[code] === 'for').map((code) => sentenceOf(code)),
    against: inOrder.filter((code) => sides[code] === 'against').map((code) => sentenceOf(code)),
    unrated: codes.every((code) => isKnown(code)) ? [] : ['evidence.reason.unknown'],
  };
}
