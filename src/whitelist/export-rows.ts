import { mayBeListed } from '../company/may-be-listed.ts';
import { releaseReason, type ReleaseRules } from '../company/release-rules.ts';
import type { CompanyRecord, Kind } from '../contracts/company.ts';
import type { WithheldReason } from '../contracts/reasons.ts';
import type { ListedRanges } from './listed-ranges.ts';
import type { Whitelist } from './open-whitelist.ts';

/** What an export says of a record. */
export type ExportedRecord = {
  readonly kind: Kind;
  readonly name: string;
  readonly legalForm: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly confidence: number;
  /** Titles of the sources, joined with "; ". */
  readonly source: string;
  /** Why it is not shown; null for what is. */
  readonly reason: WithheldReason | null;
};

export type ExportedRange = {
  /** IPv4 as numbers, IPv6 as 128-bit integers. */
  readonly bounds:
    | { readonly family: 4; readonly first: number; readonly last: number }
    | { readonly family: 6; readonly first: bigint; readonly last: bigint };
  /** The record's number: ranges of one record follow each other with its own. */
  readonly index: number;
  readonly record: ExportedRecord;
};

export type ExportOptions = {
  readonly whitelist: Pick<Whitelist, 'record' | 'recordCount'>;
  readonly ranges: ListedRanges;
  readonly rules: ReleaseRules;
  /** `shown`: what the release rules let through; `all`: also what they withhold, with the reason. */
  readonly extent: 'shown' | 'all';
};

const NOT_ASKED = 0;
const LEFT_OUT = 1;
const TAKEN = 2;

/** Records at hand: a carrier's comes back for each of its thousands of ranges. */
const MOST_KEPT = 1 << 16;

/**
 * The ranges to be exported, in the order of their addresses, IPv4 first. Persons, what is too small and what names
 * nobody is left out of every export.
 */
export function* exportRows({ whitelist, ranges, rules, extent }: ExportOptions): Generator<ExportedRange> {
  const answers = new Uint8Array(whitelist.recordCount);
  const kept = new Map<number, ExportedRecord>();
  const take = (index: number): ExportedRecord | null => {
    if (answers[index] === LEFT_OUT) return null;
    const known = kept.get(index);
    if (known !== undefined) return known;
    const record = whitelist.record(index);
    const exported = exportedRecord(record, rules);
    if (answers[index] === NOT_ASKED) {
      const isTaken =
        mayBeListed(record) && record.company.name !== '' && (extent === 'all' || exported.reason === null);
      answers[index] = isTaken ? TAKEN : LEFT_OUT;
    }
    if (answers[index] !== TAKEN) return null;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(index, exported);
    return exported;
  };
  for (const { first, last, record: index } of ranges.four()) {
    const record = take(index);
    if (record !== null) yield { bounds: { family: 4, first, last }, index, record };
  }
  for (const { first, last, record: index } of ranges.six()) {
    const record = take(index);
    if (record !== null) yield { bounds: { family: 6, first, last }, index, record };
  }
}

function exportedRecord(record: CompanyRecord, rules: ReleaseRules): ExportedRecord {
  const { company } = record;
  return {
    kind: record.kind,
    name: company.name,
    legalForm: company.legalForm,
    street: company.street,
    postcode: company.postcode,
    city: company.city,
    country: company.country,
    confidence: record.confidence,
    source: [...new Set(record.evidence.map(({ source }) => source))].join('; '),
    reason: releaseReason(record, rules),
  };
}
