import { releaseReason, type ReleaseRules } from '../company/release-rules.ts';
import type { SeenCompany } from '../store/duckdb/visit-store-messages.ts';
import type { VisitStore } from '../store/duckdb/visit-store.ts';
import type { Whitelist } from '../whitelist/open-whitelist.ts';

/** With the names of SeenCompany: what is not known any more is kept as it was, but not shown. */
const SEEN_COMPANIES = `
  select company_id as "companyId", name, legal_form as "legalForm", postcode, city, country, false as shown
  from company_seen`;

/**
 * Asks the release rules anew for every company that was ever seen: they hold when a hit is identified and again when
 * anything is read (identification.md). A company that the whitelist in force does not know any more is not shown.
 */
export async function refreshCompanies(visits: VisitStore, whitelist: Whitelist, rules: ReleaseRules): Promise<void> {
  const rows = await visits.ask<SeenCompany>(SEEN_COMPANIES);
  const judged = rows.map((row): SeenCompany => {
    const index = whitelist.indexOfCompany(row.companyId);
    if (index === null) return row;
    const record = whitelist.record(index);
    const { name, legalForm, postcode, city, country } = record.company;
    const shown = releaseReason(record, rules) === null;
    return { companyId: row.companyId, name, legalForm, postcode, city, country, shown };
  });
  if (judged.length > 0) await visits.rememberCompanies(judged);
}
