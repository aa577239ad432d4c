import type { CompanySize, Industry, RegisterEntry, RevenueClass } from '../contracts/company.ts';

/** A company as one row of a company source states it; nothing of a person is in it. */
export type ListedCompany = {
  readonly name: string;
  /** As the source states it, or read from the name: a form of legal-forms.ts; null where none is known. */
  readonly legalForm: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string | null;
  readonly industry: Industry | null;
  readonly size: CompanySize;
  readonly revenue: RevenueClass | null;
  readonly domain: string | null;
  readonly register: RegisterEntry | null;
  readonly lei: string | null;
  /** ISO date of the row; null: that of the source. */
  readonly date: string | null;
};
