import type { ApiCorrection } from '../contracts/api.ts';
import type { StoredCorrection } from '../store/sqlite/correction-table.ts';
import { currentId, type WhitelistLookup } from '../whitelist/judged-whitelist.ts';
import type { Asker } from './api-route.ts';

/**
 * The corrections in force that made a company what it is for the asker, the latest first: his customer's and the
 * operator's, and those that merge another company into it. Asked for a company that he is shown.
 */
export function correctionsOf(
  whitelist: WhitelistLookup,
  operators: readonly StoredCorrection[],
  companyId: string,
  asker: Asker,
): ApiCorrection[] {
  const asked = currentId(whitelist, companyId);
  return [...asker.customer.corrections(), ...operators]
    .filter(
      ({ undoneAt, companyId: of, change }) =>
        undoneAt === null &&
        (currentId(whitelist, of) === asked ||
          (change.action === 'merge' && currentId(whitelist, change.into) === asked)),
    )
    .sort((one, other) => other.id - one.id)
    .map((correction) => apiCorrection(correction, whitelist, asker));
}

/**
 * A correction as somebody may see it: people know the authors of their own customer's, an operator knows them all, a
 * key is a program and knows nobody.
 */
export function apiCorrection(
  { id, companyId, customerId, company, change, reason, author, at, undoneAt, undoneBy }: StoredCorrection,
  whitelist: WhitelistLookup,
  { customer, session, installation }: Asker,
): ApiCorrection {
  const knowsPeople = installation !== null || (session !== null && customerId === customer.id);
  return {
    id,
    company_id: companyId,
    company_name: company.name,
    change,
    reason,
    author: knowsPeople ? author : null,
    scope: customerId === null ? 'installation' : 'customer',
    created_at: at,
    undone_at: undoneAt,
    undone_by: knowsPeople ? undoneBy : null,
    applies: whitelist.indexOfCompany(companyId) !== null,
  };
}
