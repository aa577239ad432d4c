import type { Company } from './company.ts';
import type { UnknownReason, WithheldReason } from './reasons.ts';

/**
 * What identifying an address yields for a hit. The only trace of the address is the visit key, computed
 * after the verdict `company`; it lives in memory alone (privacy promise 3).
 */
export type Verdict =
  | {
      readonly kind: 'company';
      readonly company: Company;
      readonly whitelistVersion: string;
      readonly visitKey: string;
    }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason };
