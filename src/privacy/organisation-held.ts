import { mayBeListed } from '../company/may-be-listed.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import type { WithheldReason } from '../contracts/reasons.ts';
import type { AddressLookedUp } from '../whitelist/address-looked-up.ts';

/** What somebody is told who asks what is held about the organisation whose network he is in. */
export type OrganisationHeld =
  /** No organisation is known of this network. */
  | { readonly kind: 'nothing' }
  /** A person's, or too small: it is shown to nobody, and nothing more is said here either. */
  | { readonly kind: 'never-shown' }
  | {
      readonly kind: 'held';
      readonly record: CompanyRecord;
      /** null: websites of this installation are shown the organisation. */
      readonly reason: WithheldReason | null;
      /** False for whoever is never shown: a provider's customers are many, and none of them speaks for it. */
      readonly mayObject: boolean;
    };

export function organisationHeld(answer: AddressLookedUp): OrganisationHeld {
  if (answer.kind === 'unknown') return { kind: 'nothing' };
  const { record, reason } = answer.found;
  if (!mayBeListed(record)) return { kind: 'never-shown' };
  if (record.company.name === '' || reason === 'opaque') return { kind: 'nothing' };
  return { kind: 'held', record, reason, mayObject: reason !== 'provider' };
}
