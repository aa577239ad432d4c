import { bestSpelling, displayName } from '../../company/display-name.ts';
import { formByName } from '../../company/legal-forms.ts';
import { statedPeople } from '../../company/release-rules.ts';
import { words } from '../../company/words.ts';
import type { Company, CompanyField, CompanyRecord } from '../../contracts/company.ts';
import { CONFIDENCE_REASONS, type ConfidenceReason } from '../../contracts/confidence.ts';
import { confidenceOf } from '../confidence-of.ts';

const ADDRESS = ['street', 'postcode', 'city', 'country', 'locationEvidence'] as const;

/**
 * A record with what the company lists know of its company; `joined` is that company as a record of its own, with the
 * match, the lists' evidence, and in `fieldEvidence` all parts that a list states. What the network's own source states of the organisation
 * stays; an address comes whole from one source: the network's own where it has postcode and city, else the list's.
 */
export function joinCompany(record: CompanyRecord, joined: CompanyRecord): CompanyRecord {
  const own = record.company;
  const listed = joined.company;
  const first = record.evidence.length;
  const fieldEvidence: Partial<Record<CompanyField, number>> = { ...record.fieldEvidence };
  const fromList = (field: CompanyField): void => {
    const row = joined.fieldEvidence[field];
    if (row !== undefined) fieldEvidence[field] = first + row;
  };

  const form = listed.legalForm === null ? null : formByName(listed.legalForm, listed.country);
  if (form !== null) fromList('legalForm');
  fromList('name');
  const location = locationOf(own, listed);
  if (location !== null) fromList('location');
  for (const field of ['industry', 'revenue', 'domain', 'register', 'lei'] as const) {
    if (own[field] === null && listed[field] !== null) fromList(field);
  }
  const size = own.size.evidence !== 'stated' && statedPeople(listed.size) !== null ? listed.size : null;
  if (size !== null) fromList('size');
  const company: Company = {
    ...own,
    id: listed.id,
    name: displayName(spellingOf(own.name, listed.name), listed.country, form),
    legalForm: form?.form ?? own.legalForm,
    ...location,
    industry: own.industry ?? listed.industry,
    size: size === null ? own.size : { ...size, evidence: 'stated' },
    revenue: own.revenue ?? listed.revenue,
    domain: own.domain ?? listed.domain,
    register: own.register ?? listed.register,
    lei: own.lei ?? listed.lei,
  };
  const reasons = [
    ...record.confidenceReasons.filter((reason) => form === null || !ANSWERED_BY_FORM.has(reason)),
    isElsewhere(joined) ? 'company-source-elsewhere' : 'company-source-agrees',
  ];
  return {
    ...record,
    company,
    confidence: confidenceOf(reasons.filter(isPriced)),
    confidenceReasons: reasons,
    evidence: [...record.evidence, ...joined.evidence],
    fieldEvidence,
    match: joined.match,
  };
}

/** Whether the lists know the company at another place than the network's source does. */
function isElsewhere({ match }: CompanyRecord): boolean {
  return match?.reasons.includes('other-place') ?? false;
}

/** Doubts that a list ends by knowing the legal form. */
const ANSWERED_BY_FORM: ReadonlySet<string> = new Set<ConfidenceReason>(['no-legal-form']);

/** The list's address where it is to be taken; null where the network's own stays. */
function locationOf(own: Company, listed: Company): Pick<Company, (typeof ADDRESS)[number]> | null {
  const isOwnWhole = own.locationEvidence === 'organisation' && own.postcode !== null && own.city !== null;
  if (isOwnWhole || listed.city === null) return null;
  if (listed.postcode === null && own.city !== null) return null;
  const { street, postcode, city, country } = listed;
  return { street, postcode, city, country, locationEvidence: 'organisation' };
}

/** The better written one of two spellings of the same words; of others the list's. */
function spellingOf(own: string, listed: string): string {
  return words(own).join('') === words(listed).join('') ? bestSpelling([listed, own]) : listed;
}

function isPriced(reason: string): reason is ConfidenceReason {
  return (CONFIDENCE_REASONS as readonly string[]).includes(reason);
}
