import type { UnknownReason } from '../contracts/reasons.ts';
import type { JudgedRecord } from './judged-whitelist.ts';

/** What an address led to, once it has been forgotten. */
export type AddressLookedUp =
  | { readonly kind: 'unknown'; readonly reason: UnknownReason }
  | { readonly kind: 'found'; readonly found: JudgedRecord };
