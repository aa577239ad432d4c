import { correctionFault, type CorrectionFault, type CorrectionSubject } from '../company/correction-faults.ts';
import type { CorrectionChange, CorrectionInForce } from '../contracts/corrections.ts';
import type { Site, SiteRelease } from '../contracts/hit.ts';
import { fault, ok, type Result } from '../contracts/result.ts';
import type { CorrectedCompany } from '../store/sqlite/correction-table.ts';
import { currentId, type JudgedWhitelist, type WhitelistLookup } from '../whitelist/judged-whitelist.ts';

/** The operator's rules whatever kinds a site asks for: a public body can be corrected like a company. */
const RULES_OF_ANY_SITE: SiteRelease = {
  kinds: ['company', 'public', 'education'],
  sizeEvidence: null,
  minimumEmployees: null,
  minimumConfidence: null,
};

/** A site of no customer: what is judged for it knows the operator's corrections alone. */
export const ANY_SITE: Pick<Site, 'customerId' | 'release'> = { customerId: 0, release: RULES_OF_ANY_SITE };

/** What a correction is checked against. */
export type CorrectionGround = {
  /** By the rules of any site, and what the customer (or the operator alone) has corrected. */
  readonly judged: JudgedWhitelist;
  /** That customer's and the operator's corrections in force, the oldest first. */
  readonly inForce: readonly CorrectionInForce[];
  readonly isOperator: boolean;
};

export type ProposedCorrection = { readonly companyId: string; readonly change: CorrectionChange };

/**
 * The company that a correction speaks of as it is now, or why the correction is refused. Whoever is no operator can
 * speak only of what he is shown, and of what his own customer has corrected: everything else looks like a company that
 * nobody knows, because an id can be computed from a name.
 */
export function checkCorrection(
  { judged, inForce, isOperator }: CorrectionGround,
  { companyId, change }: ProposedCorrection,
): Result<CorrectedCompany, CorrectionFault | 'ORGANISATION_UNKNOWN'> {
  const subject = subjectOf(judged, companyId);
  const { whitelist } = judged;
  const isOwnWord = (id: string): boolean =>
    inForce.some((one) => one.customerId !== null && currentId(whitelist, one.companyId) === id);
  const isSeen = (one: CorrectionSubject): boolean =>
    isOperator || one.reason === null || (one.reason !== 'organisation-objected' && isOwnWord(one.raw.company.id));
  if (subject === null || !isSeen(subject)) return fault('ORGANISATION_UNKNOWN');
  const named = change.action === 'merge' ? subjectOf(judged, change.into) : null;
  const refused = correctionFault({
    change,
    subject,
    isOperator,
    target: named !== null && isSeen(named) ? named : null,
    mergedInto: once(() => mergesIn(whitelist, inForce)),
  });
  if (refused !== null) return fault(refused);
  const { raw, record } = subject;
  // Of a company that was merged the judge tells what it was merged into.
  const { name, postcode, city, country } = record.company.id === raw.company.id ? record.company : raw.company;
  return ok({ id: raw.company.id, name, postcode, city, country });
}

function subjectOf(judged: JudgedWhitelist, companyId: string): CorrectionSubject | null {
  const index = judged.whitelist.indexOfCompany(companyId);
  if (index === null) return null;
  const { record, reason } = judged.judged(index);
  return { raw: judged.whitelist.record(index), record, reason };
}

function once<Question, Answer>(make: () => (question: Question) => Answer): (question: Question) => Answer {
  let made: ((question: Question) => Answer) | null = null;
  return (question) => (made ??= make())(question);
}

/** Where a company is merged into, by the ids of now; the latest word counts. */
function mergesIn(
  whitelist: WhitelistLookup,
  inForce: readonly CorrectionInForce[],
): (companyId: string) => string | null {
  const merges = new Map<string, string>();
  for (const { companyId, change } of inForce) {
    if (change.action === 'merge') merges.set(currentId(whitelist, companyId), currentId(whitelist, change.into));
  }
  return (companyId) => merges.get(companyId) ?? null;
}
