/** Formats of company master data that can be imported (interfaces.md, `doorplate company import`). */
export const COMPANY_FORMATS = ['gleif', 'offeneregister', 'companieshouse', 'pdl', 'csv', 'xlsx'] as const;
export type CompanyFormat = (typeof COMPANY_FORMATS)[number];

/**
 * What a column of a company list can hold (`--map COLUMN=FIELD`). There is none for a person: names of officers,
 * owners and contacts, e-mail addresses and telephone numbers are never read.
 */
export const LIST_FIELDS = [
  'name',
  'legal_form',
  'street',
  'house_number',
  'postcode',
  'city',
  'country',
  'employees',
  'size_class',
  'industry_code',
  'industry',
  'revenue',
  'domain',
  'register_authority',
  'register_number',
  'lei',
  'date',
] as const;
export type ListField = (typeof LIST_FIELDS)[number];
