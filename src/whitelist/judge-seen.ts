import type { Site } from '../contracts/hit.ts';
import type { SeenCompany } from '../store/duckdb/visit-store-messages.ts';
import type { VisitStore } from '../store/duckdb/visit-store.ts';
import type { Judges } from './judges.ts';

/** With the names of SeenCompany: what is not known any more is kept as it was, but not shown. */
const SEEN_COMPANIES = `
  select customer_id as "customerId", site_id as "siteId", company_id as "companyId", shown_as as "shownAs", name,
    legal_form as "legalForm", postcode, city, country, false as shown
  from company_seen`;

/**
 * Asks the release rules anew for every company that was ever seen on a site: they hold when a hit is identified and
 * again when anything is read (identification.md). A company that the whitelist in force does not know any more is not
 * shown, and nothing is shown of a site that is gone.
 */
export async function judgeSeen(
  visits: Pick<VisitStore, 'ask' | 'rememberCompanies'>,
  judges: Judges,
  siteById: (siteId: number) => Site | undefined,
): Promise<void> {
  const rows = await visits.ask<SeenCompany>(SEEN_COMPANIES);
  const judged = rows.map((row): SeenCompany => {
    const site = siteById(row.siteId);
    const found = site === undefined ? null : judges.forSite(site).ofCompany(row.companyId);
    if (found === null) return row;
    const { customerId, siteId, companyId } = row;
    const { id, name, legalForm, postcode, city, country } = found.record.company;
    const shown = found.reason === null;
    return { customerId, siteId, companyId, shownAs: id, name, legalForm, postcode, city, country, shown };
  });
  if (judged.length > 0) await visits.rememberCompanies(judged);
}
