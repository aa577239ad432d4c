import type { CompanyRecord } from '../contracts/company.ts';
import type { CorrectionChange } from '../contracts/corrections.ts';
import type { WithheldReason } from '../contracts/reasons.ts';
import { formByName, readLegalForm } from './legal-forms.ts';
import { mayBeListed } from './may-be-listed.ts';
import { readsAsPerson } from './personal-names.ts';
import { words } from './words.ts';

/** A company that somebody wants to correct. */
export type CorrectionSubject = {
  /** As the whitelist has it, before any correction. */
  readonly raw: CompanyRecord;
  /** As the corrections in force leave it; where it was merged, what it was merged into. */
  readonly record: CompanyRecord;
  /** Why the operator's rules withhold it, whatever kinds a site asks for; null: it is shown. */
  readonly reason: WithheldReason | null;
};

export type CorrectionQuestion = {
  readonly change: CorrectionChange;
  readonly subject: CorrectionSubject;
  readonly isOperator: boolean;
  /** Of `merge`: the company to merge into; null where it is not known, or nobody may see it. */
  readonly target: CorrectionSubject | null;
  /** Where the corrections in force merge a company into, by the ids of now. */
  readonly mergedInto: (companyId: string) => string | null;
};

export type CorrectionFault =
  | 'CORRECTION_NAME_PERSONAL'
  | 'CORRECTION_NAME_MISSING'
  | 'CORRECTION_MERGE_ITSELF'
  | 'CORRECTION_MERGE_TARGET'
  | 'CORRECTION_MERGE_CIRCLE'
  | 'CORRECTION_RELEASE_REASON'
  | 'CORRECTION_NOT_ALLOWED'
  | 'OPERATOR_NEEDED';

/** Merges that may follow each other; a longer chain is nobody's intention. */
const LONGEST_CHAIN = 8;

/**
 * Why a correction is refused; null: it may be made (identification.md, "Release rules"). What is a person's, too small
 * or has objected stays withheld, so that nothing can be said about it; a name that reads as a person's is never put
 * in place of another.
 */
export function correctionFault(question: CorrectionQuestion): CorrectionFault | null {
  const { change, subject, isOperator } = question;
  if (subject.reason === 'organisation-objected' || !mayBeListed(subject.raw)) return 'CORRECTION_NOT_ALLOWED';
  switch (change.action) {
    case 'rename':
      return namesPerson(change.name, subject.raw) ? 'CORRECTION_NAME_PERSONAL' : null;
    case 'merge':
      return mergeFault(question, change.into);
    case 'release':
      return isOperator ? releaseFault(subject, change) : 'OPERATOR_NEEDED';
    default:
      return null;
  }
}

function mergeFault({ subject, target, mergedInto }: CorrectionQuestion, into: string): CorrectionFault | null {
  const own = subject.raw.company.id;
  if (into === own || target?.raw.company.id === own) return 'CORRECTION_MERGE_ITSELF';
  if (target === null || target.reason === 'organisation-objected' || !mayBeListed(target.raw)) {
    return 'CORRECTION_MERGE_TARGET';
  }
  let at: string | null = target.raw.company.id;
  for (let merges = 1; merges < LONGEST_CHAIN; merges += 1) {
    at = mergedInto(at);
    if (at === null) return null;
    if (at === own) return 'CORRECTION_MERGE_CIRCLE';
  }
  return 'CORRECTION_MERGE_CIRCLE';
}

function releaseFault(
  { raw, record, reason }: CorrectionSubject,
  { overturns, name }: Extract<CorrectionChange, { action: 'release' }>,
): CorrectionFault | null {
  if (reason !== overturns) return 'CORRECTION_RELEASE_REASON';
  // All ranges of which nothing is known share one record without a name: it is no organisation.
  if (overturns === 'opaque' && raw.company.name === '') return 'CORRECTION_NOT_ALLOWED';
  if (overturns === 'opaque' && name === null) return 'CORRECTION_NAME_MISSING';
  return namesPerson(name ?? record.company.name, raw) ? 'CORRECTION_NAME_PERSONAL' : null;
}

/**
 * Whether a company may not be called so. A name that only may be a person's is a company's where its form, or the one
 * that is known of the company, is a corporation's; one that reads as a person without the form needs the form.
 */
function namesPerson(name: string, { company }: CompanyRecord): boolean {
  const parts = readLegalForm(words(name), company.country);
  const reading = readsAsPerson(name, parts);
  if (reading !== 'perhaps') return reading === 'yes';
  const form = parts.form ?? (company.legalForm === null ? null : formByName(company.legalForm, company.country));
  return form?.shape !== 'corporation';
}
