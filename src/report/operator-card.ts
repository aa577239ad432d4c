import { mayBeListed } from '../company/may-be-listed.ts';
import type { ApiCorrection, ApiLookedUp, ApiOrganisation } from '../contracts/api.ts';
import type { AddressLookedUp } from '../whitelist/address-looked-up.ts';
import type { JudgedRecord } from '../whitelist/judged-whitelist.ts';
import { apiCompany } from './api-company.ts';

export type OperatorCardParts = {
  readonly isNameable: (companyId: string) => boolean;
  readonly correctionsOf: (companyId: string) => ApiCorrection[];
};

/** What an operator is told about an address that he typed; the address is in no answer. */
export function lookedUp(answer: AddressLookedUp, parts: OperatorCardParts): ApiLookedUp {
  if (answer.kind === 'unknown') return { verdict: 'unknown', reason: answer.reason, organisation: null };
  const { found } = answer;
  return {
    verdict: found.reason === null ? 'company' : 'withheld',
    reason: found.reason,
    organisation: operatorCard(found, parts),
  };
}

/**
 * An organisation as only an operator sees it, shown or withheld; null where nothing may be said to anybody: persons,
 * what is too small, and whoever has objected (identification.md, "Release rules").
 */
export function operatorCard(
  found: JudgedRecord,
  { isNameable, correctionsOf }: OperatorCardParts,
): ApiOrganisation | null {
  const { companyId, record, reason } = found;
  if (!isNameable(companyId) || !isNameable(record.company.id) || !mayBeListed(record)) return null;
  return {
    ...apiCompany(record.company),
    kind: record.kind,
    confidence: record.confidence,
    confidence_reasons: [...record.confidenceReasons],
    reason,
    evidence: record.evidence.map(({ source, date, licence }) => ({ source, date, licence })),
    field_evidence: { ...record.fieldEvidence },
    match: record.match && { score: record.match.score, reasons: [...record.match.reasons] },
    corrections: correctionsOf(record.company.id),
  };
}
