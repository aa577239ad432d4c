import type { Readable } from 'node:stream';
import type { ApiCompanyImport, ApiCompanySource, ApiCompanyUpload, ApiNewCompanyImport } from '../contracts/api.ts';
import type { CompanyFormat } from '../contracts/company-source.ts';
import type { Result } from '../contracts/result.ts';

/** Why an upload is not taken. */
export type UploadFault =
  | 'UPLOAD_TOO_LARGE'
  | 'UPLOAD_FORMAT'
  | 'COLUMNS_UNKNOWN'
  | 'XLSX_UNREADABLE'
  | 'XLSX_TOO_LARGE'
  | 'REQUEST_UNREADABLE';

/** What the operator's routes of company lists need of the rest of the house: this process imports nothing itself. */
export type CompanyListsPort = {
  readonly lists: () => ApiCompanySource[];
  /** Answers when the whitelist without the list is in force. */
  readonly remove: (id: string) => Promise<Result<null, 'COMPANY_LIST_UNKNOWN' | 'COMPANY_IMPORT_BUSY'>>;
  /** Stores a file as it comes, and says what it seems to hold; null: its format is to be told by its content. */
  readonly upload: (body: Readable, format: CompanyFormat | null) => Promise<Result<ApiCompanyUpload, UploadFault>>;
  readonly start: (request: ApiNewCompanyImport) => Result<ApiCompanyImport, 'UPLOAD_UNKNOWN' | 'COMPANY_IMPORT_BUSY'>;
  readonly importOf: (id: string) => ApiCompanyImport | null;
};
