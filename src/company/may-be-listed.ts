import type { CompanyRecord } from '../contracts/company.ts';
import { DEFAULT_RELEASE_RULES, releaseReason } from './release-rules.ts';

/**
 * Whether a record may be listed where many are: in exports and comparisons, for the operator too. Persons and what is
 * too small may not, whatever else speaks against them: the first rule that says no need not be the one that counts.
 */
export function mayBeListed(record: CompanyRecord): boolean {
  if (record.kind === 'person') return false;
  const bySizeAlone = releaseReason(
    {
      ...record,
      kind: 'company',
      company: { ...record.company, name: 'any', country: record.company.country ?? 'ZZ' },
    },
    { ...DEFAULT_RELEASE_RULES, location: 'country', kinds: ['company'], minimumConfidence: 0 },
  );
  return bySizeAlone !== 'too-small';
}
