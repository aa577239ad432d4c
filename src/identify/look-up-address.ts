import type { UnknownReason } from '../contracts/reasons.ts';
import { VisitorAddress } from '../visitor/visitor-address.ts';
import type { AddressLookedUp } from '../whitelist/address-looked-up.ts';
import type { JudgedWhitelist } from '../whitelist/judged-whitelist.ts';
import { SPECIAL } from '../whitelist/segments.ts';

/** Always the same few objects: nothing of an address is in them. */
const UNKNOWN: { readonly [reason in UnknownReason]: AddressLookedUp } = {
  'unknown-address': { kind: 'unknown', reason: 'unknown-address' },
  'special-purpose': { kind: 'unknown', reason: 'special-purpose' },
  'not-listed': { kind: 'unknown', reason: 'not-listed' },
};

/**
 * What is held about the network of somebody who asks about himself, or about an address that an operator typed. The
 * address is born and forgotten here, as for a hit; what leaves is a record of the whitelist.
 * @param addressText null where nobody could tell the requester's address
 */
export function lookUpAddress(addressText: string | null, judged: JudgedWhitelist): AddressLookedUp {
  if (addressText === null) return UNKNOWN['unknown-address'];
  const index = VisitorAddress.lend(addressText, (address) => address.recordIn(judged.whitelist));
  if (index === null) return UNKNOWN['unknown-address'];
  if (index < 0) return UNKNOWN[index === SPECIAL ? 'special-purpose' : 'not-listed'];
  return { kind: 'found', found: judged.judged(index) };
}
