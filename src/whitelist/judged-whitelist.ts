import { type CorrectedRecord, correctRecord } from '../company/correct-record.ts';
import { mayBeListed } from '../company/may-be-listed.ts';
import { type Hiding, releaseReason, type ReleaseRules } from '../company/release-rules.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import type { AddressRanges } from '../contracts/exclusion.ts';
import type { CorrectionInForce } from '../contracts/corrections.ts';
import { WITHHELD_REASONS, type WithheldReason } from '../contracts/reasons.ts';
import type { Whitelist } from './open-whitelist.ts';

/** What judging needs of a whitelist. */
export type WhitelistLookup = Pick<Whitelist, 'find4' | 'find6' | 'record' | 'recordCount' | 'indexOfCompany'> & {
  readonly manifest: Pick<Whitelist['manifest'], 'version'>;
};

/** What people and organisations have said, as far as it concerns one customer. */
export type SpokenFor = {
  /** The oldest first. */
  readonly corrections: readonly CorrectionInForce[];
  /** Companies that have objected; for all customers. */
  readonly objected: ReadonlySet<string>;
};

export const NOTHING_SAID: SpokenFor = { corrections: [], objected: new Set() };

/** A record as it may be shown. */
export type JudgedRecord = {
  /** Of the record itself; `record.company.id` is another one where people merged two companies. */
  readonly companyId: string;
  /** Corrected. */
  readonly record: CompanyRecord;
  /** null when it may lead to its company. */
  readonly reason: WithheldReason | null;
};

/** What a site excludes, with companies by the ids that the whitelist in force gives them. */
export type ExcludedFor = { readonly ranges: AddressRanges; readonly companies: ReadonlySet<string> };

/** A whitelist with what corrections, objections and the release rules say about its records. */
export type JudgedWhitelist = {
  readonly whitelist: WhitelistLookup;
  /** The reason to withhold a record; null when it may lead to its company. */
  readonly reasonOf: (index: number) => WithheldReason | null;
  readonly judged: (index: number) => JudgedRecord;
  /** null when the whitelist in force does not know the company, under this id or an earlier one. */
  readonly ofCompany: (companyId: string) => JudgedRecord | null;
  /** Absent: nothing (excludedFor). Hits ask it; what is read does not, for exclusions hold from now on. */
  readonly excluded?: ExcludedFor;
};

const NOT_ASKED = 0;
const RELEASED = 1;
const FIRST_REASON = 2;

/** A company may be merged into one that was merged itself; a circle ends here. */
const MOST_MERGES = 8;

/**
 * Asks the release rules once for each record that is hit, and keeps the answer in one byte: most hits lead to a
 * carrier, and its record need not be read from disk to know that. Kept by record, never by address.
 */
export function judgeWhitelist(
  whitelist: WhitelistLookup,
  rules: ReleaseRules,
  { corrections, objected }: SpokenFor,
): JudgedWhitelist {
  const answers = new Uint8Array(whitelist.recordCount);
  const ofCompanies = byCurrentId(whitelist, corrections);
  const objecting = new Set([...objected].map((id) => currentId(whitelist, id)));

  const correct = (record: CompanyRecord): CorrectedRecord => {
    const said = ofCompanies.get(record.company.id);
    const corrected = said ? correctRecord(record, said) : { record, hiding: null, mergedInto: null };
    return objecting.has(record.company.id) ? { ...corrected, hiding: 'organisation-objected' } : corrected;
  };
  const judge = (own: CompanyRecord, merges: number): JudgedRecord => {
    const companyId = own.company.id;
    const { record, hiding, mergedInto } = correct(own);
    const alone = { companyId, record, reason: releaseReason(record, rules, hiding) };
    // A merge joins two names of one company; what says that it is none, or hides it, holds all the same.
    if (mergedInto === null || merges === MOST_MERGES || (alone.reason !== null && OF_ITSELF.has(alone.reason)))
      return alone;
    // So does what its own sources say about its size: nobody makes a company larger by calling it another one.
    if (!mayBeListed(own)) return alone;
    const into = whitelist.indexOfCompany(mergedInto);
    return into === null ? alone : { ...judge(whitelist.record(into), merges + 1), companyId };
  };
  const judged = (index: number): JudgedRecord => judge(whitelist.record(index), 0);

  return {
    whitelist,
    judged,
    reasonOf(index) {
      const known = answers[index] ?? NOT_ASKED;
      if (known !== NOT_ASKED) return WITHHELD_REASONS[known - FIRST_REASON] ?? null;
      const { reason } = judged(index);
      answers[index] = reason === null ? RELEASED : WITHHELD_REASONS.indexOf(reason) + FIRST_REASON;
      return reason;
    },
    ofCompany(companyId) {
      const index = whitelist.indexOfCompany(companyId);
      return index === null ? null : judged(index);
    },
  };
}

const OF_ITSELF: ReadonlySet<WithheldReason> = new Set<WithheldReason | Hiding>([
  'provider',
  'opaque',
  'personal-name',
  'kind-not-chosen',
  'hidden',
  'organisation-objected',
]);

/** A company may have got another id since somebody named it: with master data it has another name or place. */
export function currentId(whitelist: WhitelistLookup, companyId: string): string {
  const index = whitelist.indexOfCompany(companyId);
  return index === null ? companyId : whitelist.record(index).company.id;
}

function byCurrentId(
  whitelist: WhitelistLookup,
  corrections: readonly CorrectionInForce[],
): ReadonlyMap<string, readonly CorrectionInForce[]> {
  const found = new Map<string, CorrectionInForce[]>();
  for (const correction of corrections) {
    const id = currentId(whitelist, correction.companyId);
    const others = found.get(id);
    if (others) others.push(correction);
    else found.set(id, [correction]);
  }
  return found;
}
