import type { ApiCompany, ApiCompanyDetail, ApiCompanyRow } from '../contracts/api.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import type { JudgedWhitelist } from '../whitelist/judged-whitelist.ts';
import { apiCompany } from './api-company.ts';
import type { CompanyAnswerRow } from './compile-question.ts';

/** What may be shown of a company; null when the whitelist in force does not know it any more, or it is withheld now. */
export function shownRecord(whitelist: JudgedWhitelist, companyId: string): CompanyRecord | null {
  const judged = whitelist.ofCompany(companyId);
  return judged === null || judged.reason !== null ? null : judged.record;
}

/** A line of the company list: what the company did, and what the whitelist says about it. */
export function companyRow(row: CompanyAnswerRow, record: CompanyRecord): ApiCompanyRow {
  return {
    ...companyCard(row, record),
    visits: row.visits,
    page_views: row.page_views,
    first_seen: new Date(row.first_seen).toISOString(),
    last_seen: new Date(row.last_seen).toISOString(),
    entry_page: row.entry_page,
    origin: row.origin,
  };
}

/**
 * The company page with its evidence as a customer may see it: source, date and licence, never a prefix, an object
 * key or a network's name (identification.md, "Overlaps, time, correction").
 */
export function companyDetail(row: CompanyAnswerRow, record: CompanyRecord): Omit<ApiCompanyDetail, 'corrections'> {
  return {
    ...companyRow(row, record),
    kind: record.kind,
    confidence: record.confidence,
    confidence_reasons: [...record.confidenceReasons],
    evidence: record.evidence.map(({ source, date, licence }) => ({ source, date, licence })),
    field_evidence: { ...record.fieldEvidence },
    match: record.match && { score: record.match.score, reasons: [...record.match.reasons] },
  };
}

/** Name and place stand in the visits store, where lists are sorted and searched; the rest comes from the whitelist. */
function companyCard(row: CompanyAnswerRow, { company }: CompanyRecord): ApiCompany {
  const { id, name, legal_form, postcode, city, country } = row;
  return { ...apiCompany(company), id, name, legal_form, postcode, city, country };
}
