import { releaseReason, type ReleaseRules } from '../company/release-rules.ts';
import { WITHHELD_REASONS, type WithheldReason } from '../contracts/reasons.ts';
import type { Whitelist } from '../whitelist/open-whitelist.ts';

/** What identifying a hit needs of a whitelist. */
export type WhitelistLookup = Pick<Whitelist, 'find4' | 'find6' | 'record' | 'recordCount'> & {
  readonly manifest: Pick<Whitelist['manifest'], 'version'>;
};

/** A whitelist with what the release rules say about its records. */
export type RecordJudge = {
  readonly whitelist: WhitelistLookup;
  /** The reason to withhold a record; null when it may lead to its company. */
  readonly reasonOf: (index: number) => WithheldReason | null;
};

const NOT_ASKED = 0;
const RELEASED = 1;
const FIRST_REASON = 2;

/**
 * Asks the release rules once for each record that is hit, and keeps the answer in one byte: most hits lead to a
 * carrier, and its record need not be read from disk to know that. Kept by record, never by address.
 */
export function judgeRecords(whitelist: WhitelistLookup, rules: ReleaseRules): RecordJudge {
  const answers = new Uint8Array(whitelist.recordCount);
  return {
    whitelist,
    reasonOf(index) {
      const known = answers[index] ?? NOT_ASKED;
      if (known !== NOT_ASKED) return WITHHELD_REASONS[known - FIRST_REASON] ?? null;
      const reason = releaseReason(whitelist.record(index), rules);
      answers[index] = reason === null ? RELEASED : WITHHELD_REASONS.indexOf(reason) + FIRST_REASON;
      return reason;
    },
  };
}
