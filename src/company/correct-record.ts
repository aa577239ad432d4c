import type { CompanyField, CompanyRecord } from '../contracts/company.ts';
import type { CorrectionChange, CorrectionInForce } from '../contracts/corrections.ts';
import { readLegalForm } from './legal-forms.ts';
import { mayBeListed } from './may-be-listed.ts';
import { sizeOfHeadcount } from './people-range.ts';
import { type Hiding, LEAST_EMPLOYEES } from './release-rules.ts';
import { words } from './words.ts';

/** A record as people have corrected it, and what stands outside it. */
export type CorrectedRecord = {
  readonly record: CompanyRecord;
  readonly hiding: Hiding | null;
  /** The company as which it is shown; null: as itself. */
  readonly mergedInto: string | null;
};

/** Title of the evidence that a correction leaves. */
export const CORRECTION_SOURCE = 'Correction';

/**
 * Applies corrections, the oldest first, so that the latest word counts. What may not be overturned stays whatever was
 * said (identification.md, "Release rules"): a person stays one, and nothing that is too small becomes larger.
 */
export function correctRecord(record: CompanyRecord, corrections: readonly CorrectionInForce[]): CorrectedRecord {
  let corrected: CorrectedRecord = { record, hiding: null, mergedInto: null };
  if (record.kind === 'person') return corrected;
  const isTooSmall = !mayBeListed(record);
  for (const { change, at } of corrections) {
    if (change.action === 'size' && change.employees >= LEAST_EMPLOYEES && isTooSmall) continue;
    corrected = apply(corrected, change, at.slice(0, 10));
  }
  return corrected;
}

function apply(corrected: CorrectedRecord, change: CorrectionChange, date: string): CorrectedRecord {
  const { record } = corrected;
  const { company } = record;
  switch (change.action) {
    case 'rename':
      return { ...corrected, record: stated(renamed(record, change.name), ['name', 'legalForm'], date) };
    case 'move': {
      const { street, postcode, city, country } = change;
      const moved = { ...company, street, postcode, city, country, locationEvidence: 'organisation' as const };
      return { ...corrected, record: stated({ ...record, company: moved }, ['location'], date) };
    }
    case 'size': {
      const { employees } = change;
      const size = sizeOfHeadcount(employees) ?? company.size;
      return { ...corrected, record: stated({ ...record, company: { ...company, size } }, ['size'], date) };
    }
    case 'merge':
      return { ...corrected, mergedInto: change.into };
    case 'hide':
      return { ...corrected, hiding: 'hidden' };
    case 'mark-provider':
      return { ...corrected, record: { ...record, kind: 'provider', providerType: change.provider_type } };
    default:
      return { ...corrected, record: released(record, change, date) };
  }
}

function released(
  record: CompanyRecord,
  { overturns, name }: Extract<CorrectionChange, { action: 'release' }>,
  date: string,
): CompanyRecord {
  if (overturns === 'low-confidence') {
    const confidenceReasons = [...record.confidenceReasons, 'confirmed-by-person'];
    return { ...record, confidence: 1, confidenceReasons };
  }
  // All ranges of which nothing is known share one record without a name: it is no organisation that could be released.
  if (record.kind !== overturns || record.company.name === '') return record;
  const company = stated({ ...record, kind: 'company', providerType: null }, [], date);
  return name === null ? company : stated(renamed(company, name), ['name', 'legalForm'], date);
}

function renamed(record: CompanyRecord, name: string): CompanyRecord {
  const { form } = readLegalForm(words(name), record.company.country);
  return { ...record, company: { ...record.company, name, legalForm: form?.form ?? record.company.legalForm } };
}

/** The record with the correction as the source of these fields. */
function stated(record: CompanyRecord, fields: readonly CompanyField[], date: string): CompanyRecord {
  const position = record.evidence.length;
  return {
    ...record,
    evidence: [...record.evidence, { source: CORRECTION_SOURCE, object: '', date, licence: 'own' }],
    fieldEvidence: { ...record.fieldEvidence, ...Object.fromEntries(fields.map((field) => [field, position])) },
  };
}
