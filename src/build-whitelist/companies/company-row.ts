import type { IndustryScheme } from '../../company/industries.ts';
import { LIST_FIELDS } from '../../contracts/company-source.ts';

/** What a row of a company source can state: the fields of lists, and those that only published formats have. */
export const ROW_FIELDS = [
  ...LIST_FIELDS,
  /** Street, postcode and city in one text. */
  'address',
  /** A city, perhaps with region and country behind it. */
  'place',
  'hq_street',
  'hq_postcode',
  'hq_city',
  'hq_country',
  'status',
  'registration_status',
  'category',
  /** Code of ISO 20275. */
  'elf',
  /** Court or office, kind and number in one text: `Hamburg HRB 150148`. */
  'register_entry',
] as const;
export type RowField = (typeof ROW_FIELDS)[number];

/** A row by its fields; what is empty is not there. */
export type CompanyRow = Readonly<Partial<Record<RowField, string>>>;

/** Why a row is no company that we keep. */
export type IgnoredReason = 'no-name' | 'person' | 'inactive' | 'fund' | 'branch' | 'dormant' | 'annulled';

/** A rule of a format: rows whose field matches are ignored. */
export type IgnoreRule = { readonly field: RowField; readonly when: RegExp; readonly reason: IgnoredReason };

/** What is known of all rows of a source. */
export type RowGrammar = {
  /** ISO 3166-1 alpha-2 of rows that state none; null where nothing is known. */
  readonly country: string | null;
  readonly scheme: IndustryScheme;
  /** Who keeps the register whose numbers the rows have; null where they say it themselves. */
  readonly registerAuthority: string | null;
  /** What an amount of revenue without a unit is multiplied with. */
  readonly revenueUnit: number;
  /** Names are shown as they are written: in an operator's own list. */
  readonly keepsSpelling: boolean;
  readonly ignore: readonly IgnoreRule[];
};
