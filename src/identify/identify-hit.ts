import { WITHHELD_REASONS, type UnknownReason, type WithheldReason } from '../contracts/reasons.ts';
import type { Verdict } from '../contracts/verdict.ts';
import type { VisitKeySecrets } from '../visitor/visit-key.ts';
import { VisitorAddress } from '../visitor/visitor-address.ts';
import type { JudgedRecord, JudgedWhitelist } from '../whitelist/judged-whitelist.ts';
import { SPECIAL } from '../whitelist/segments.ts';

/** Verdicts without a company are always the same few objects: nothing about a visitor is in them. */
const UNKNOWN: { readonly [reason in UnknownReason]: Verdict } = {
  'unknown-address': { kind: 'unknown', reason: 'unknown-address' },
  'special-purpose': { kind: 'unknown', reason: 'special-purpose' },
  'not-listed': { kind: 'unknown', reason: 'not-listed' },
};
const WITHHELD: ReadonlyMap<WithheldReason, Verdict> = new Map(
  WITHHELD_REASONS.map((reason) => [reason, { kind: 'withheld', reason }]),
);

const EXCLUDED_RANGE: Verdict = { kind: 'excluded', reason: 'excluded-range' };
const EXCLUDED_COMPANY: Verdict = { kind: 'excluded', reason: 'excluded-company' };

/**
 * The verdict on the address of a hit; the address is born and forgotten here (docs/life-of-a-hit.md).
 * What the site excludes is asked first: such a hit counts for nothing of the site (privacy promise 7).
 * The visit key is computed after the verdict `company` and for no other.
 * @param siteId the site's own number: the same address has another visit key on another site
 * @param addressText null where nobody could tell the client's address
 * @param at time of the hit, ms since 1970
 */
export function identifyHit(
  siteId: number,
  addressText: string | null,
  { whitelist, reasonOf, judged, excluded }: JudgedWhitelist,
  secrets: VisitKeySecrets,
  at: number,
): Verdict {
  if (addressText === null) return UNKNOWN['unknown-address'];
  const verdict = VisitorAddress.lend(addressText, (address): Verdict => {
    if (excluded !== undefined && address.isIn(excluded.ranges)) return EXCLUDED_RANGE;
    const index = address.recordIn(whitelist);
    if (index < 0) return UNKNOWN[index === SPECIAL ? 'special-purpose' : 'not-listed'];
    if (excluded !== undefined && excluded.companies.size > 0 && isOneOf(excluded.companies, judged(index)))
      return EXCLUDED_COMPANY;
    const reason = reasonOf(index);
    if (reason !== null) return WITHHELD.get(reason) ?? { kind: 'withheld', reason };
    const { companyId, record } = judged(index);
    return {
      kind: 'company',
      companyId,
      company: record.company,
      whitelistVersion: whitelist.manifest.version,
      visitKey: address.visitKey(secrets.secretAt(at), siteId),
    };
  });
  return verdict ?? UNKNOWN['unknown-address'];
}

/** The record's own company, or the one that people merged it into. */
function isOneOf(companies: ReadonlySet<string>, { companyId, record }: JudgedRecord): boolean {
  return companies.has(companyId) || companies.has(record.company.id);
}
