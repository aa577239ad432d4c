import type { CompanyRecord, Kind, SizeClass } from '../contracts/company.ts';
import type { WithheldReason } from '../contracts/reasons.ts';
import { formByName } from './legal-forms.ts';

/** What an operator and a site may choose (identification.md, "Release rules"). */
export type ReleaseRules = {
  /** How much of a location must be known: `full` is name, postcode, city and country of the organisation's own. */
  readonly location: 'full' | 'city' | 'country';
  /** `presumed` accepts two registers or a large network as evidence of five or more people. */
  readonly sizeEvidence: 'stated' | 'presumed';
  /** 0 to 1; a record below it is withheld. */
  readonly minimumConfidence: number;
  /** Kinds that a site has asked for; `company`, and perhaps `public` and `education`. */
  readonly kinds: readonly Kind[];
};

export const DEFAULT_RELEASE_RULES: ReleaseRules = {
  location: 'full',
  sizeEvidence: 'presumed',
  minimumConfidence: 0.7,
  kinds: ['company'],
};

/** The smallest organisation that may be shown, in people. */
const LEAST_EMPLOYEES = 5;
const BELOW_LEAST: ReadonlySet<SizeClass> = new Set(['1-4']);

/**
 * Whether a record may lead to a company name: null when every rule says yes, else the first rule that says no, in
 * the order of `WITHHELD_REASONS`. Asked when a hit is identified and again when anything is read. `hidden` and
 * `organisation-objected` come from corrections, which stand outside the record.
 */
export function releaseReason(record: CompanyRecord, rules: ReleaseRules): WithheldReason | null {
  if (record.kind === 'provider') return 'provider';
  if (record.kind === 'opaque') return 'opaque';
  if (record.kind === 'person') return 'personal-name';
  if (!rules.kinds.includes(record.kind)) return 'kind-not-chosen';
  if (!locationSuffices(record, rules.location)) return 'incomplete-location';
  const reason = sizeReason(record, rules.sizeEvidence);
  if (reason) return reason;
  return record.confidence < rules.minimumConfidence ? 'low-confidence' : null;
}

function locationSuffices({ company }: CompanyRecord, wanted: ReleaseRules['location']): boolean {
  if (company.name === '' || !company.country) return false;
  if (wanted === 'country') return true;
  if (company.locationEvidence !== 'organisation' || !company.city) return false;
  return wanted === 'city' || Boolean(company.postcode);
}

function sizeReason(
  { company }: CompanyRecord,
  accepted: ReleaseRules['sizeEvidence'],
): 'too-small' | 'unknown-size' | null {
  const { size } = company;
  // 0 means unknown in every source we know of.
  const employees = size.employees === 0 ? null : size.employees;
  if (employees !== null) return employees < LEAST_EMPLOYEES ? 'too-small' : null;
  if (size.class !== null) return BELOW_LEAST.has(size.class) ? 'too-small' : null;
  const shape = company.legalForm === null ? null : (formByName(company.legalForm, company.country)?.shape ?? null);
  if (shape === 'partnership' || shape === 'sole-trader') return 'too-small';
  if (size.evidence === null || size.evidence === 'stated') return 'unknown-size';
  return accepted === 'presumed' ? null : 'unknown-size';
}
