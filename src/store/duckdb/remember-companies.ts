import type { DuckDBConnection } from '@duckdb/node-api';
import type { SeenCompany } from './visit-store-messages.ts';

/** Adds companies or replaces what was known of them. The caller holds the transaction. */
export async function rememberCompanies(writer: DuckDBConnection, companies: readonly SeenCompany[]): Promise<void> {
  for (const company of companies) {
    await writer.run(
      `insert into company_seen values ($1, $2, $3, $4, $5, $6, $7)
       on conflict do update set name = excluded.name, legal_form = excluded.legal_form, postcode = excluded.postcode,
         city = excluded.city, country = excluded.country, shown = excluded.shown`,
      [
        company.companyId,
        company.name,
        company.legalForm,
        company.postcode,
        company.city,
        company.country,
        company.shown,
      ],
    );
  }
}
