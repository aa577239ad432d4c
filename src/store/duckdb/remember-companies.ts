import { BOOLEAN, INTEGER, VARCHAR, type DuckDBConnection } from '@duckdb/node-api';
import { type Column, appendRows } from './append-rows.ts';
import type { SeenCompany } from './visit-store-messages.ts';

/** The columns of company_seen, in order. */
const COMPANY_SEEN: readonly Column<SeenCompany>[] = [
  [INTEGER, (row) => row.customerId],
  [INTEGER, (row) => row.siteId],
  [VARCHAR, (row) => row.companyId],
  [VARCHAR, (row) => row.shownAs],
  [VARCHAR, (row) => row.name],
  [VARCHAR, (row) => row.legalForm],
  [VARCHAR, (row) => row.postcode],
  [VARCHAR, (row) => row.city],
  [VARCHAR, (row) => row.country],
  [BOOLEAN, (row) => row.shown],
];

/** Adds companies or replaces what was known of them; the last of several wins. The caller holds the transaction. */
export async function rememberCompanies(writer: DuckDBConnection, companies: readonly SeenCompany[]): Promise<void> {
  if (companies.length === 0) return;
  const byId = new Map(companies.map((company) => [`${company.siteId} ${company.companyId}`, company]));
  await writer.run(
    `create temp table if not exists remembered (customer_id integer, site_id integer, company_id varchar, shown_as varchar, name varchar, legal_form varchar, postcode varchar,
       city varchar, country varchar, shown boolean)`,
  );
  await appendRows(writer, 'remembered', 'temp', COMPANY_SEEN, [...byId.values()]);
  await writer.run(
    `insert into company_seen select * from remembered
     on conflict do update set shown_as = excluded.shown_as, name = excluded.name, legal_form = excluded.legal_form, postcode = excluded.postcode,
       city = excluded.city, country = excluded.country, shown = excluded.shown`,
  );
  await writer.run('delete from remembered');
}
