import { DEFAULT_RELEASE_RULES, releaseReason } from '../../company/release-rules.ts';
import type { CompanyRecord } from '../../contracts/company.ts';
import { WITHHELD_REASONS } from '../../contracts/reasons.ts';

/** Position in WITHHELD_REASONS plus one of why the default rules withhold a record; 0 for one that is released. */
export function withheldCode(record: CompanyRecord, location: 'full' | 'country'): number {
  const reason = releaseReason(record, { ...DEFAULT_RELEASE_RULES, location });
  return reason === null ? 0 : WITHHELD_REASONS.indexOf(reason) + 1;
}
