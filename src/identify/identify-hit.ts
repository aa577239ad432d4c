import { WITHHELD_REASONS, type UnknownReason, type WithheldReason } from '../contracts/reasons.ts';
import type { Verdict } from '../contracts/verdict.ts';
import type { VisitKeySecrets } from '../visitor/visit-key.ts';
import { VisitorAddress } from '../visitor/visitor-address.ts';
import type { JudgedWhitelist } from '../whitelist/judged-whitelist.ts';
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

/**
 * The verdict on the address of a hit; the address is born and forgotten here (docs/life-of-a-hit.md).
 * The visit key is computed after the verdict `company` and for no other.
 * @param siteId the site's own number: the same address has another visit key on another site
 * @param addressText null where nobody could tell the client's address
 * @param at time of the hit, ms since 1970
 */
export function identifyHit(
  siteId: number,
  addressText: string | null,
  { whitelist, reasonOf, judged }: JudgedWhitelist,
  secrets: VisitKeySecrets,
  at: number,
): Verdict {
  if (addressText === null) return UNKNOWN['unknown-address'];
  const verdict = VisitorAddress.lend(addressText, (address): Verdict => {
    const index = address.recordIn(whitelist);
    if (index < 0) return UNKNOWN[index === SPECIAL ? 'special-purpose' : 'not-listed'];
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
