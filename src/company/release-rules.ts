import { type CompanyRecord, type CompanySize, type Kind, SIZE_CLASSES, type SizeClass } from '../contracts/company.ts';
import type { SiteRelease } from '../contracts/hit.ts';
import type { WithheldReason } from '../contracts/reasons.ts';
import { formByName } from './legal-forms.ts';

/** What an operator and a site may choose (identification.md, "Release rules"). */
export type ReleaseRules = {
  /** How much of a location must be known: `full` is name, postcode, city and country of the organisation's own. */
  readonly location: 'full' | 'city' | 'country';
  /** `presumed` accepts two registers or a large network as evidence of five or more people. */
  readonly sizeEvidence: 'stated' | 'presumed';
  /** People; never below five. A presumption of five or more says nothing about a higher one. */
  readonly minimumEmployees: number;
  /** 0 to 1; a record below it is withheld. */
  readonly minimumConfidence: number;
  /** Kinds that a site has asked for; `company`, and perhaps `public` and `education`. */
  readonly kinds: readonly Kind[];
};

export const DEFAULT_RELEASE_RULES: ReleaseRules = {
  location: 'full',
  sizeEvidence: 'presumed',
  minimumEmployees: 5,
  minimumConfidence: 0.7,
  kinds: ['company'],
};

/** The rules for a site: it may be stricter than the operator, never laxer; which kinds it wants is its own choice. */
export function rulesOfSite(operator: ReleaseRules, site: SiteRelease): ReleaseRules {
  return {
    location: operator.location,
    sizeEvidence: site.sizeEvidence === 'stated' ? 'stated' : operator.sizeEvidence,
    minimumEmployees: Math.max(operator.minimumEmployees, site.minimumEmployees ?? 0),
    minimumConfidence: Math.max(operator.minimumConfidence, site.minimumConfidence ?? 0),
    kinds: site.kinds,
  };
}

/** The smallest organisation that may be shown, in people, whatever is asked for. */
export const LEAST_EMPLOYEES = 5;

/** What stands outside the record: a correction that hides it, or the organisation's own objection. */
export type Hiding = 'hidden' | 'organisation-objected';

/**
 * Whether a record may lead to a company name: null when every rule says yes, else the first rule that says no, in
 * the order of `WITHHELD_REASONS`. Asked when a hit is identified and again when anything is read.
 */
export function releaseReason(
  record: CompanyRecord,
  rules: ReleaseRules,
  hiding: Hiding | null = null,
): WithheldReason | null {
  if (record.kind === 'provider') return 'provider';
  if (record.kind === 'opaque') return 'opaque';
  if (record.kind === 'person') return 'personal-name';
  if (!rules.kinds.includes(record.kind)) return 'kind-not-chosen';
  if (hiding !== null) return hiding;
  if (!locationSuffices(record, rules.location)) return 'incomplete-location';
  const reason = sizeReason(record, rules);
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
  { sizeEvidence, minimumEmployees }: ReleaseRules,
): 'too-small' | 'unknown-size' | null {
  const least = Math.max(LEAST_EMPLOYEES, minimumEmployees);
  const people = statedPeople(company.size);
  if (people !== null) {
    if (people.from >= least) return null;
    if (people.to !== null && people.to < least) return 'too-small';
  }
  const isKnownToReachFive = people !== null && people.from >= LEAST_EMPLOYEES;
  const shape = company.legalForm === null ? null : (formByName(company.legalForm, company.country)?.shape ?? null);
  if (!isKnownToReachFive && (shape === 'partnership' || shape === 'sole-trader')) return 'too-small';
  const { evidence } = company.size;
  // A stated range that lies on both sides of the least number is no evidence, and a presumption only reaches five.
  if (people !== null || evidence === null || evidence === 'stated' || least > LEAST_EMPLOYEES) return 'unknown-size';
  return sizeEvidence === 'presumed' ? null : 'unknown-size';
}

/** Ends of the size classes, in people. */
const CLASS_RANGES: Readonly<Record<SizeClass, readonly [from: number, to: number | null]>> = {
  '1-4': [1, 4],
  '5-9': [5, 9],
  '10-19': [10, 19],
  '20-49': [20, 49],
  '50-99': [50, 99],
  '100-249': [100, 249],
  '250-499': [250, 499],
  '500-999': [500, 999],
  '1000+': [1000, null],
};

/** The class of a headcount; null for 0, which means unknown. */
export function sizeClassOf(employees: number): SizeClass | null {
  return (
    SIZE_CLASSES.find((sizeClass) => {
      const [from, to] = CLASS_RANGES[sizeClass];
      return employees >= from && (to === null || employees <= to);
    }) ?? null
  );
}

/** The people that a source states, from and to; null where it states none. 0 means unknown in every source we know of. */
export function statedPeople({ employees, class: sizeClass, range }: CompanySize): {
  readonly from: number;
  readonly to: number | null;
} | null {
  if (employees !== null && employees > 0) return { from: employees, to: employees };
  if (sizeClass !== null) {
    const [from, to] = CLASS_RANGES[sizeClass];
    return { from, to };
  }
  return range !== null && range.from >= 0 ? range : null;
}
