import type { Company } from './company.ts';
import type { ExclusionReason, UnknownReason, WithheldReason } from './reasons.ts';

/**
 * What identifying an address yields for a hit. The only trace of the address is the visit key, computed
 * after the verdict `company`; it lives in memory alone (privacy promise 3).
 */
export type Verdict =
  | {
      readonly kind: 'company';
      /** Of the record itself, under which the visit is stored; `company.id` is another one where people merged two. */
      readonly companyId: string;
      /** As it is shown to this site: corrected. */
      readonly company: Company;
      readonly whitelistVersion: string;
      readonly visitKey: string;
    }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason }
  | { readonly kind: 'unknown'; readonly reason: UnknownReason }
  /** The site has excluded it: it counts for nothing of the site. */
  | { readonly kind: 'excluded'; readonly reason: ExclusionReason };
