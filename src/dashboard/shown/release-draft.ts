import type { ApiReleaseChange, ApiReleaseRules, ApiSiteRelease } from '../../contracts/api.ts';
import { readWhole } from '../corrections/draft-correction.ts';

type OperatorRules = ApiSiteRelease['operator'];

/** The rules of a site as they stand in the form; figures as text while somebody types. */
export type ReleaseDraft = {
  readonly public: boolean;
  readonly education: boolean;
  readonly sizeEvidence: ApiReleaseRules['size_evidence'];
  readonly employees: string;
  /** In per cent. */
  readonly confidence: string;
};

export const MOST_EMPLOYEES = 100_000;

export function releaseDraftOf({ rules }: ApiSiteRelease): ReleaseDraft {
  return {
    public: rules.kinds.includes('public'),
    education: rules.kinds.includes('education'),
    sizeEvidence: rules.size_evidence,
    employees: String(rules.minimum_employees),
    confidence: String(percentOf(rules.minimum_confidence)),
  };
}

/** The smallest per cent that the form takes: rounded up, so that it is never laxer than the operator's. */
export const leastPercent = ({ minimum_confidence: least }: OperatorRules) => Math.ceil(least * 100 - 1e-9);

const percentOf = (confidence: number) => Math.ceil(confidence * 100 - 1e-9);

export type ReadRelease = {
  /** null while a figure is missing, wrong, or laxer than the operator allows. */
  readonly rules: ApiReleaseRules | null;
  readonly employeesWrong: boolean;
  readonly confidenceWrong: boolean;
};

/** Reads the form: stricter than the operator asks for, or the same, never laxer. */
export function readRelease(draft: ReleaseDraft, operator: OperatorRules): ReadRelease {
  const employees = readWhole(draft.employees);
  const percent = readWhole(draft.confidence);
  const employeesRight = employees !== null && employees >= operator.minimum_employees && employees <= MOST_EMPLOYEES;
  const confidenceRight = percent !== null && percent >= leastPercent(operator) && percent <= 100;
  const faults = { employeesWrong: !employeesRight, confidenceWrong: !confidenceRight };
  if (!employeesRight || !confidenceRight) return { rules: null, ...faults };
  return {
    rules: {
      kinds: [
        'company',
        ...(draft.public ? (['public'] as const) : []),
        ...(draft.education ? (['education'] as const) : []),
      ],
      size_evidence: operator.size_evidence === 'stated' ? 'stated' : draft.sizeEvidence,
      minimum_employees: employees,
      minimum_confidence: percent / 100,
    },
    ...faults,
  };
}

/** What is told to the server: where the site asks for no more than the operator, it goes on following him. */
export function releaseChange(rules: ApiReleaseRules, operator: OperatorRules): ApiReleaseChange {
  return {
    kinds: rules.kinds,
    size_evidence: rules.size_evidence === operator.size_evidence ? null : rules.size_evidence,
    minimum_employees: rules.minimum_employees === operator.minimum_employees ? null : rules.minimum_employees,
    minimum_confidence: rules.minimum_confidence === leastPercent(operator) / 100 ? null : rules.minimum_confidence,
  };
}
