import { releaseReason, type ReleaseRules } from '../company/release-rules.ts';
import type { SeenCompany } from '../store/duckdb/visit-store-messages.ts';
import type { VisitStore } from '../store/duckdb/visit-store.ts';
import type { Whitelist } from '../whitelist/open-whitelist.ts';

const SEEN_COMPANIES = 'select company_id, name, legal_form, postcode, city, country from company_seen';

type SeenRow = {
  readonly company_id: string;
  readonly name: string;
  readonly legal_form: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
};

/**
 * Asks the release rules anew for every company that was ever seen: they hold when a hit is identified and again when
 * anything is read (identification.md). A company that the whitelist in force does not know any more is not shown.
 */
export async function refreshCompanies(visits: VisitStore, whitelist: Whitelist, rules: ReleaseRules): Promise<void> {
  const rows = await visits.ask<SeenRow>(SEEN_COMPANIES);
  const judged = rows.map((row): SeenCompany => {
    const index = whitelist.indexOfCompany(row.company_id);
    if (index === null) {
      return {
        companyId: row.company_id,
        name: row.name,
        legalForm: row.legal_form,
        postcode: row.postcode,
        city: row.city,
        country: row.country,
        shown: false,
      };
    }
    const record = whitelist.record(index);
    const { name, legalForm, postcode, city, country } = record.company;
    return {
      companyId: row.company_id,
      name,
      legalForm,
      postcode,
      city,
      country,
      shown: releaseReason(record, rules) === null,
    };
  });
  if (judged.length > 0) await visits.rememberCompanies(judged);
}
