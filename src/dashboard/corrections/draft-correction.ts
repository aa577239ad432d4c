import type { ApiCompany } from '../../contracts/api.ts';
import { PROVIDER_TYPES } from '../../contracts/company.ts';
import type { CorrectionAction, CorrectionChange, ReleasableReason } from '../../contracts/corrections.ts';
import type { WordKey } from '../words/catalogue.ts';

/** What is corrected, as far as the dialog needs to know it. */
export type CorrectedCompany = Pick<
  ApiCompany,
  'id' | 'name' | 'street' | 'postcode' | 'city' | 'country' | 'size' | 'location_evidence'
>;

/** Everything that can be typed into the dialog, as text; each choice uses its part of it. */
export type Draft = {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly employees: string;
  readonly source: string;
  /** The company to merge into; its name is shown in the preview. */
  readonly into: { readonly id: string; readonly name: string } | null;
  readonly providerType: string;
  readonly reason: string;
};
export type DraftField = keyof Draft;
export type DraftFaults = Readonly<Partial<Record<DraftField, WordKey>>>;

export const LEAST_REASON = 3;
const MOST_EMPLOYEES = 10_000_000;

/** What the fields hold before anybody has typed: what is known now. */
export function draftOf(company: CorrectedCompany, action: CorrectionAction): Draft {
  return {
    // What is released with a name had none that anybody could use ("AS64500").
    name: action === 'release' ? '' : company.name,
    street: company.street ?? '',
    postcode: company.postcode ?? '',
    city: company.city ?? '',
    country: company.country ?? '',
    employees: '',
    source: '',
    into: null,
    providerType: '',
    reason: '',
  };
}

export type ReadDraft = {
  /** null while a field of the choice is missing or wrong. */
  readonly change: CorrectionChange | null;
  readonly faults: DraftFaults;
};

/** Reads the fields of one choice; the reason is a fault of its own and does not keep the preview away. */
export function readDraft(
  action: CorrectionAction,
  draft: Draft,
  company: CorrectedCompany,
  overturns: ReleasableReason | null = null,
): ReadDraft {
  const read = readChange(action, draft, company, overturns);
  const faults =
    draft.reason.trim().length < LEAST_REASON ? { ...read.faults, reason: 'wrong.fault.reason' as const } : read.faults;
  return { change: read.change, faults };
}

function readChange(
  action: CorrectionAction,
  draft: Draft,
  company: CorrectedCompany,
  overturns: ReleasableReason | null,
): ReadDraft {
  switch (action) {
    case 'rename':
      return readName(draft, company);
    case 'move':
      return readPlace(draft, company);
    case 'size':
      return readSize(draft);
    case 'merge':
      return draft.into && draft.into.id !== company.id
        ? right({ action, into: draft.into.id })
        : wrong({ into: 'wrong.fault.into' });
    case 'hide':
      return right({ action });
    case 'mark-provider':
      return right({ action, provider_type: PROVIDER_TYPES.find((type) => type === draft.providerType) ?? null });
  }
  if (overturns === null) return wrong({});
  const name = overturns === 'opaque' ? draft.name.trim() : null;
  return name === '' ? wrong({ name: 'wrong.fault.name' }) : right({ action, overturns, name });
}

function readName(draft: Draft, company: CorrectedCompany): ReadDraft {
  const name = draft.name.trim();
  if (name === '') return wrong({ name: 'wrong.fault.name' });
  return name === company.name ? wrong({ name: 'wrong.fault.nameSame' }) : right({ action: 'rename', name });
}

function readPlace(draft: Draft, company: CorrectedCompany): ReadDraft {
  const street = draft.street.trim() || null;
  const postcode = draft.postcode.trim();
  const city = draft.city.trim();
  const { country } = draft;
  const faults: DraftFaults = {
    ...(postcode === '' && { postcode: 'wrong.fault.postcode' as const }),
    ...(city === '' && { city: 'wrong.fault.city' as const }),
    ...(country === '' && { country: 'wrong.fault.country' as const }),
  };
  if (Object.keys(faults).length > 0) return wrong(faults);
  const same =
    street === company.street && postcode === company.postcode && city === company.city && country === company.country;
  // A place that only the network's registration names may be confirmed as it is.
  if (same && company.location_evidence === 'organisation') return wrong({ city: 'wrong.fault.placeSame' });
  return right({ action: 'move', street, postcode, city, country });
}

function readSize(draft: Draft): ReadDraft {
  const employees = readWhole(draft.employees);
  const isNumber = employees !== null && employees >= 1 && employees <= MOST_EMPLOYEES;
  const source = draft.source.trim();
  const faults: DraftFaults = {
    ...(!isNumber && { employees: 'wrong.fault.employees' as const }),
    ...(source === '' && { source: 'wrong.fault.source' as const }),
  };
  return isNumber && source !== '' ? right({ action: 'size', employees, source }) : wrong(faults);
}

/** A whole number as people write it: "1.200", "1,200", "1 200" are 1200; null for anything else. */
export function readWhole(text: string): number | null {
  const digits = text.trim().replaceAll(/(?<=\d)[.,'’\s](?=\d{3}(?!\d))/g, '');
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

const right = (change: CorrectionChange): ReadDraft => ({ change, faults: {} });
const wrong = (faults: DraftFaults): ReadDraft => ({ change: null, faults });
