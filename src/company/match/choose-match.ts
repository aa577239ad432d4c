import type { MatchMiss, MatchReason } from '../../contracts/company-match.ts';
import type { Result } from '../../contracts/result.ts';
import { isDistinctive, isGeneral, isPersonal } from './is-distinctive.ts';
import { agreeingCities } from './place-keys.ts';
import { compareRegisters, hasOtherNumber } from './register-key.ts';
import { type Candidate, type NetworkName, type ScoredCandidate, scoreCandidate } from './score-candidate.ts';

/** What is known of all lists beside the candidates. */
export type ListKnowledge = {
  /** Words that several names of the lists share. */
  readonly common: ReadonlySet<string>;
  /** There are more companies of that name than candidates are given: those at other places are left out. */
  readonly isCrowded: boolean;
};

export type Weighed = { readonly candidate: Candidate; readonly outcome: Result<ScoredCandidate, MatchMiss> };

export type Choice = {
  readonly match: {
    readonly score: number;
    readonly reasons: readonly MatchReason[];
    readonly place: ScoredCandidate['place'];
    /** Rows of the lists that describe this company, best list first, of one list the youngest first. */
    readonly rows: readonly Candidate[];
  } | null;
  /** Why there is no match; null where there is one. */
  readonly miss: MatchMiss | null;
  /** All candidates as they were compared: what `company explain` prints. */
  readonly weighed: readonly Weighed[];
};

/** Two companies whose scores lie nearer to each other than this are several. */
const MARGIN = 0.03;

/** A name without a legal form that is shorter than this is no name to find a company by. */
const LEAST_LETTERS_WITHOUT_FORM = 4;

type Scored = { readonly candidate: Candidate; readonly scored: ScoredCandidate };

/** Chooses the company that a network's holder is, among the rows of all lists. Several that fit equally well are none. */
export function chooseMatch(network: NetworkName, candidates: readonly Candidate[], knowledge: ListKnowledge): Choice {
  const weighed = candidates.map((candidate) => ({
    candidate,
    outcome: scoreCandidate(network, candidate, knowledge.common),
  }));
  const missed = (miss: MatchMiss): Choice => ({ match: null, miss, weighed });
  if (network.country === null) return missed('country-unknown');
  const scored = weighed.flatMap(({ candidate, outcome }) =>
    outcome.ok ? [{ candidate, scored: outcome.value }] : [],
  );
  if (scored.length === 0) return missed(missOf(weighed));
  const placed = scored.filter(({ scored: { place } }) => place === 'agrees');
  const isOnlyOne = !knowledge.isCrowded && companiesIn(ofThatName(network, weighed)).length === 1;
  const isTelling = isDistinctive(network, knowledge.common);
  if (placed.length > 0) {
    const isOnlyOneHere = companiesIn(placed.map(({ candidate }) => candidate)).length === 1;
    const certain = placed.filter(
      (one) => one.scored.hasSameForm || isCertainWithoutForm(network, one, isOnlyOne || isTelling || isOnlyOneHere),
    );
    if (certain.length === 0) return missed('name-too-common');
    const best = bestCompany(certain);
    return best === null ? missed('several-equal') : { match: best, miss: null, weighed };
  }
  if (!isOnlyOne) return missed('several-equal');
  const alike = scored.filter((one) => one.scored.hasSameForm);
  if (!isTelling || alike.length === 0) return missed('name-too-common');
  const best = bestCompany(alike);
  if (best === null) return missed('several-equal');
  return {
    match: { ...best, reasons: [...best.reasons, 'only-one-of-that-name', 'distinctive-name'] },
    miss: null,
    weighed,
  };
}

function missOf(weighed: readonly Weighed[]): MatchMiss {
  if (weighed.length === 0) return 'no-candidate';
  const isOtherForm = weighed.some(({ outcome }) => !outcome.ok && outcome.fault === 'other-legal-form');
  return isOtherForm ? 'other-legal-form' : 'too-different';
}

/** Where only one side knows the legal form, the place has to agree closely or the name to tell by itself. */
function isCertainWithoutForm(network: NetworkName, { scored }: Scored, isTelling: boolean): boolean {
  const [word = '', ...others] = network.words;
  if (isPersonal(network.words)) return false;
  if (others.length === 0 && (word.length < LEAST_LETTERS_WITHOUT_FORM || isGeneral(word))) return false;
  return isTelling || scored.reasons.includes('same-postcode');
}

/** All candidates of the network's name, also those with another legal form: they are companies of that name too. */
function ofThatName(network: NetworkName, weighed: readonly Weighed[]): Candidate[] {
  return weighed.flatMap(({ candidate, outcome }) =>
    outcome.ok || candidate.letters === network.letters || candidate.sorted === network.sorted ? [candidate] : [],
  );
}

function bestCompany(scored: readonly Scored[]): NonNullable<Choice['match']> | null {
  const companies = companiesIn(scored.map(({ candidate }) => candidate)).map((rows) => {
    const own = scored.filter(({ candidate }) => rows.includes(candidate));
    const best = own.reduce((one, other) => (other.scored.score > one.scored.score ? other : one));
    return { rows, best };
  });
  companies.sort((one, other) => other.best.scored.score - one.best.scored.score);
  const [first, second] = companies;
  if (!first) return null;
  const { score, reasons, place } = first.best.scored;
  if (second && score - second.best.scored.score <= MARGIN + ROUNDING) return null;
  return { score, reasons, place, rows: first.rows.toSorted(byRank) };
}

/** Scores are hundredths as floating-point numbers. */
const ROUNDING = 1e-9;

function byRank(one: Candidate, other: Candidate): number {
  if (one.list !== other.list) return one.list - other.list;
  if (one.date !== other.date) return one.date > other.date ? -1 : 1;
  return one.row - other.row;
}

/** Rows that describe one company stand together. */
function companiesIn(candidates: readonly Candidate[]): Candidate[][] {
  const companies: Candidate[][] = [];
  for (const candidate of candidates) {
    const same = companies.filter((rows) => rows.some((row) => isSameCompany(row, candidate)));
    const own = same.flat();
    const others = companies.filter((rows) => !same.includes(rows));
    companies.splice(0, companies.length, ...others, [...own, candidate]);
  }
  return companies;
}

/** One LEI or register entry; else, where neither says otherwise, one name, legal form, country and place. */
function isSameCompany(one: Candidate, other: Candidate): boolean {
  if (one.lei !== '' && other.lei !== '') return one.lei === other.lei;
  const registers = compareRegisters(one.register, other.register);
  if (registers !== 'unknown') return registers === 'same';
  if (one.list === other.list && hasOtherNumber(one.register, other.register)) return false;
  if (one.family !== other.family && one.family !== null && other.family !== null) return false;
  if (one.letters !== other.letters && one.sorted !== other.sorted) return false;
  if (one.country !== other.country) return false;
  return one.postcode !== '' && one.postcode === other.postcode
    ? true
    : agreeingCities(one.city, other.city) === 'equal' || (isNowhere(one) && isNowhere(other));
}

function isNowhere({ postcode, city }: Candidate): boolean {
  return postcode === '' && city === '';
}
