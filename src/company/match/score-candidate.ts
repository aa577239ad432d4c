import type { MatchMiss, MatchReason } from '../../contracts/company-match.ts';
import { fault, ok, type Result } from '../../contracts/result.ts';
import { marksOf, type NameKeys } from './match-keys.ts';
import { agreeingCities, cityHead } from './place-keys.ts';
import { compareWords } from './compare-words.ts';

/** A network's holder as it is compared: keys of its name and place; '' for what is unknown of the place. */
export type NetworkName = NameKeys & {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly postcode: string;
  readonly city: string;
};

/** A row of a company list as it is compared. */
export type Candidate = NameKeys & {
  readonly country: string;
  readonly postcode: string;
  readonly city: string;
  /** '' where unknown. */
  readonly lei: string;
  /** Authority and number (register-key.ts), '' where unknown. */
  readonly register: string;
  /** Position of the list, best rank first, and of the row in it. */
  readonly list: number;
  readonly row: number;
  /** ISO date. */
  readonly date: string;
};

export type ScoredCandidate = {
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly MatchReason[];
  readonly place: 'agrees' | 'unknown' | 'elsewhere';
  readonly hasSameForm: boolean;
};

/** What each finding takes from a full score; those that take nothing speak for the match. */
const COST: Readonly<Record<MatchReason, number>> = {
  'same-name': 0,
  'same-words-in-other-order': 0.05,
  'abbreviation-written-out': 0.02,
  'typing-error': 0.08,
  'same-legal-form': 0,
  'legal-form-in-one-source': 0.1,
  'same-postcode': 0,
  'same-city': 0.04,
  'same-country': 0,
  'other-place': 0.25,
  'place-unknown': 0.2,
  'only-one-of-that-name': 0,
  'distinctive-name': 0,
};

/** A city of which only the beginning agrees ("Frankfurt" and "Frankfurt am Main"). */
const UNCERTAIN_CITY = 0.03;
/** Shorter names of cities are words as well ("Au", "Ulm"). */
const LEAST_CITY_IN_NAME = 4;

/**
 * Compares a network's holder to one company of a list. Names have to be the same, or differ by typing errors where the
 * place agrees; legal forms of two families are two companies; another or an unknown country is no match. Whether a name
 * suffices without its place is decided among all candidates (choose-match.ts).
 */
export function scoreCandidate(
  network: NetworkName,
  candidate: Candidate,
  common: ReadonlySet<string>,
): Result<ScoredCandidate, MatchMiss> {
  if (network.country === null) return fault('country-unknown');
  if (network.country !== candidate.country) return fault('too-different');
  const { family } = network;
  const hasSameForm = family !== null && family === candidate.family;
  const place = comparePlaces(network, candidate, hasSameForm);
  const name = compareNames(network, candidate, place, common);
  if (name === null) return fault('too-different');
  if (family !== null && candidate.family !== null && family !== candidate.family) return fault('other-legal-form');
  const hasOneForm = (family === null) !== (candidate.family === null);
  const reasons: MatchReason[] = [...name.reasons];
  if (hasSameForm) reasons.push('same-legal-form');
  if (hasOneForm) reasons.push('legal-form-in-one-source');
  if (name.errors > 0 && !hasSameForm) return fault('too-different');
  reasons.push(...place.reasons);
  const cost = reasons.reduce((sum, reason) => sum + COST[reason], 0) + place.doubt;
  const moreErrors = Math.max(0, name.errors - 1) * COST['typing-error'];
  const score = Math.round((1 - cost - moreErrors) * 100) / 100;
  return ok({ score, reasons, place: place.place, hasSameForm });
}

type Place = {
  readonly place: ScoredCandidate['place'];
  readonly reasons: readonly MatchReason[];
  readonly doubt: number;
};

function comparePlaces(network: NetworkName, candidate: Candidate, hasSameForm: boolean): Place {
  if (network.postcode !== '' && network.postcode === candidate.postcode) {
    return { place: 'agrees', reasons: ['same-postcode'], doubt: 0 };
  }
  if (network.city !== '' && candidate.city !== '') {
    const cities = agreeingCities(network.city, candidate.city);
    if (cities !== 'no' && !isFarOff(network.postcode, candidate.postcode)) {
      return { place: 'agrees', reasons: ['same-city'], doubt: cities === 'equal' ? 0 : UNCERTAIN_CITY };
    }
    return { place: 'elsewhere', reasons: ['same-country', 'other-place'], doubt: 0 };
  }
  if (network.postcode !== '' && candidate.postcode !== '') {
    return { place: 'elsewhere', reasons: ['same-country', 'other-place'], doubt: 0 };
  }
  // "Stadtwerke Konstanz GmbH" says where it is.
  const isNowhere = network.city === '' && network.postcode === '';
  const head = cityHead(candidate.city);
  if (hasSameForm && isNowhere && head.length >= LEAST_CITY_IN_NAME && network.words.includes(head)) {
    return { place: 'agrees', reasons: ['same-city'], doubt: UNCERTAIN_CITY };
  }
  return { place: 'unknown', reasons: ['same-country', 'place-unknown'], doubt: 0 };
}

/** Two cities of one name: postcodes of figures differ in the first one. */
function isFarOff(one: string, other: string): boolean {
  return /^\d/.test(one) && /^\d/.test(other) && one[0] !== other[0];
}

function compareNames(
  network: NetworkName,
  candidate: Candidate,
  place: Place,
  common: ReadonlySet<string>,
): { readonly reasons: readonly MatchReason[]; readonly errors: number } | null {
  if (network.letters === '') return null;
  const abbreviation: MatchReason[] =
    network.isWrittenOut === candidate.isWrittenOut ? [] : ['abbreviation-written-out'];
  if (network.letters === candidate.letters) {
    // "A. Bel" is not "Abel", and "Halle 1 2" not "Halle 12".
    return marksOf(network.words) === marksOf(candidate.words)
      ? { reasons: ['same-name', ...abbreviation], errors: 0 }
      : null;
  }
  if (network.sorted === candidate.sorted) {
    return { reasons: ['same-words-in-other-order', ...abbreviation], errors: 0 };
  }
  if (place.place === 'elsewhere') return null;
  const differing = compareWords(network.words, candidate.words, common);
  if (differing === null) return null;
  const { errors, shortened, isTelling, mayBeSurnames } = differing;
  // What is mistyped is no word; only two surnames may both be right, in one city but hardly at one postcode.
  if (errors > 0 && place.place !== 'agrees') return null;
  if (mayBeSurnames && !place.reasons.includes('same-postcode')) return null;
  if (place.place === 'unknown' && !isTelling) return null;
  const isShort = shortened > 0 || abbreviation.length > 0;
  return {
    reasons: [
      ...(errors > 0 ? (['typing-error'] as const) : []),
      ...(isShort ? (['abbreviation-written-out'] as const) : []),
    ],
    errors,
  };
}
