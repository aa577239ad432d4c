import type { CompanyFormat } from '../../contracts/company-source.ts';

/** A source of company master data that an operator brings as a file. Doorplate downloads none of them. */
export type CompanySource = {
  /** Name for `doorplate company import --format`. */
  readonly format: CompanyFormat;
  readonly title: string;
  readonly publisher: string;
  /** Where the publisher keeps it. */
  readonly where: string;
  readonly file: string;
  readonly url: string | null;
  readonly licence: string;
  readonly terms: string;
  /** Where results are shown, this stands beside them. */
  readonly attribution: string;
  /** Which list tells a part of a company that several know: own and bought ones first, then collections, then registers. */
  readonly rank: number;
};

const OWN_TERMS =
  'Yours, or your contract with whoever sold the list: it says what the data may be used for and whom it may be shown to. Columns of persons are never read.';

/** The sources of company master data, one a format. */
export const COMPANY_SOURCES: readonly CompanySource[] = [
  {
    format: 'gleif',
    title: 'GLEIF golden copy (LEI)',
    publisher: 'Global Legal Entity Identifier Foundation',
    where: 'GLEIF’s page "Golden Copy and Delta Files": LEI-CDF, level 1, CSV',
    file: 'CSV of LEI-CDF 2 or 3, unpacked from its archive or gzipped; headquarters’ address, register number, legal form, LEI',
    url: 'https://www.gleif.org/en/lei-data/gleif-golden-copy',
    licence: 'CC0 1.0',
    terms: 'Free for every use.',
    attribution: 'Companies: GLEIF',
    rank: 3,
  },
  {
    format: 'companieshouse',
    title: 'Companies House (United Kingdom)',
    publisher: 'Companies House',
    where: 'Companies House’s page "Free Company Data Product": BasicCompanyData',
    file: 'CSV in one file or in parts, unpacked from its archive or gzipped; registered office, company number, SIC code',
    url: 'https://download.companieshouse.gov.uk/en_output.html',
    licence: 'Open Government Licence 3.0',
    terms: 'Free for every use with attribution. A registered office is often an agent’s address.',
    attribution: 'Contains information of Companies House, licensed under the Open Government Licence v3.0',
    rank: 3,
  },
  {
    format: 'offeneregister',
    title: 'OffeneRegister.de (German commercial register)',
    publisher: 'OpenCorporates and Open Knowledge Foundation Deutschland',
    where: 'OffeneRegister.de, "Daten": de_companies_ocdata.jsonl',
    file: 'JSONL, unpacked (its bzip2 has to be undone first) or gzipped; registered address, court and register number',
    url: 'https://offeneregister.de',
    licence: 'CC BY 4.0',
    terms: 'Free use with attribution. Of 2017 to 2019; officers stand in it and are never read.',
    attribution: 'German companies: OffeneRegister.de, OpenCorporates (CC BY 4.0)',
    rank: 4,
  },
  {
    format: 'pdl',
    title: 'People Data Labs Free Company Dataset',
    publisher: 'People Data Labs',
    where: 'People Data Labs’ page "Free Company Dataset", after signing up',
    file: 'CSV, both generations of its columns, plain or gzipped; website, industry, size range, city and country, no postcode',
    url: 'https://docs.peopledatalabs.com/docs/free-company-dataset',
    licence: 'CC BY 4.0',
    terms: 'Free use with attribution. Its estimate of employees is not taken, its size range is.',
    attribution: 'Company data: People Data Labs (CC BY 4.0)',
    rank: 2,
  },
  {
    format: 'csv',
    title: 'Company list',
    publisher: 'you, or whoever sold it to you',
    where: 'your own records, a CRM export, a commercial list',
    file: 'CSV (comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252), plain or gzipped, with a line of heads',
    url: null,
    licence: 'own, or your contract',
    terms: OWN_TERMS,
    attribution: 'Company list of the operator',
    rank: 1,
  },
  {
    format: 'xlsx',
    title: 'Company list (Excel)',
    publisher: 'you, or whoever sold it to you',
    where: 'your own records, a CRM export, a commercial list',
    file: 'XLSX, its first sheet with a line of heads',
    url: null,
    licence: 'own, or your contract',
    terms: OWN_TERMS,
    attribution: 'Company list of the operator',
    rank: 1,
  },
];

/** The entry of a format; every format has one. */
export function companySourceOf(format: CompanyFormat): CompanySource {
  const source = COMPANY_SOURCES.find((entry) => entry.format === format);
  if (!source) throw new RangeError('a format without an entry in the table of sources');
  return source;
}
