/** What can be wrong with a list of companies (docs/errors.md). None of them carries a path or a row. */
export type CompanyListErrorCode =
  /** There is no list of that id. */
  | 'COMPANY_LIST_UNKNOWN'
  /** A list's manifest or file is damaged, does not belong together, or was written by another version. */
  | 'COMPANY_LIST_CORRUPT';

const SENTENCES: Record<CompanyListErrorCode, string> = {
  COMPANY_LIST_UNKNOWN: 'There is no list of companies of that name.',
  COMPANY_LIST_CORRUPT: 'A list of companies is damaged: import it again.',
};

export type CompanyListError = Error & { readonly code: CompanyListErrorCode };

export function companyListError(code: CompanyListErrorCode): CompanyListError {
  return Object.assign(new Error(SENTENCES[code]), { code });
}
