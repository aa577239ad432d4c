import type { CompanyFormat } from '../../contracts/company-source.ts';
import type { RowField, RowGrammar } from './company-row.ts';

/** Columns of a format's field: several are joined with blanks; of several spellings the first that a file has counts. */
export type FieldColumns = readonly (readonly string[])[];

export type FormatGrammar = RowGrammar & {
  readonly container: 'csv' | 'ndjson';
  /** Names of columns, or paths of a JSON object, by field. What is not named here is never read. */
  readonly columns: Readonly<Partial<Record<RowField, FieldColumns>>>;
  /** Fields without which a file is none of the format. */
  readonly needs: readonly RowField[];
};

export type PublishedFormat = Exclude<CompanyFormat, 'csv' | 'xlsx'>;

/** The published formats, as data. Officers, contacts, websites of persons and the like are named nowhere, and so never read. */
export const FORMAT_GRAMMARS: Readonly<Record<PublishedFormat, FormatGrammar>> = {
  // LEI-CDF 2.1 and 3.1 as CSV. The address is the headquarters' where they lie in the country of the legal address
  // (read-company-row.ts): networks are registered where people work, legal addresses are often an agent's.
  gleif: {
    container: 'csv',
    columns: {
      lei: [['LEI']],
      name: [['Entity.LegalName']],
      street: [['Entity.LegalAddress.FirstAddressLine']],
      postcode: [['Entity.LegalAddress.PostalCode']],
      city: [['Entity.LegalAddress.City']],
      country: [['Entity.LegalAddress.Country']],
      hq_street: [['Entity.HeadquartersAddress.FirstAddressLine']],
      hq_postcode: [['Entity.HeadquartersAddress.PostalCode']],
      hq_city: [['Entity.HeadquartersAddress.City']],
      hq_country: [['Entity.HeadquartersAddress.Country']],
      elf: [['Entity.LegalForm.EntityLegalFormCode']],
      legal_form: [['Entity.LegalForm.OtherLegalForm']],
      register_number: [
        ['Entity.RegistrationAuthority.RegistrationAuthorityEntityID'],
        ['Entity.BusinessRegisterEntityID'],
      ],
      category: [['Entity.EntityCategory']],
      status: [['Entity.EntityStatus']],
      registration_status: [['Registration.RegistrationStatus']],
      date: [['Registration.LastUpdateDate']],
    },
    needs: ['lei', 'name', 'country', 'status'],
    country: null,
    scheme: 'NACE2',
    registerAuthority: null,
    revenueUnit: 1,
    keepsSpelling: false,
    ignore: [
      { field: 'category', when: /^SOLE_PROPRIETOR$/, reason: 'person' },
      { field: 'category', when: /^FUND$/, reason: 'fund' },
      { field: 'category', when: /^BRANCH$/, reason: 'branch' },
      { field: 'status', when: /^(?!ACTIVE$)/, reason: 'inactive' },
      { field: 'registration_status', when: /^(?:DUPLICATE|ANNULLED)$/, reason: 'annulled' },
      { field: 'registration_status', when: /^(?:RETIRED|MERGED)$/, reason: 'inactive' },
    ],
  },
  // OpenCorporates' shape of the German register. `officers` and former names are not named: they are skipped unread.
  offeneregister: {
    container: 'ndjson',
    columns: {
      name: [['name']],
      address: [['registered_address']],
      city: [['all_attributes.registered_office']],
      register_entry: [['all_attributes.native_company_number']],
      status: [['current_status']],
      date: [['retrieved_at']],
    },
    needs: ['name'],
    country: 'DE',
    scheme: 'WZ2008',
    registerAuthority: null,
    revenueUnit: 1,
    keepsSpelling: false,
    ignore: [{ field: 'status', when: /^(?!currently registered$)/i, reason: 'inactive' }],
  },
  // The accounts' category says what a company has to file, not how many people it has.
  companieshouse: {
    container: 'csv',
    columns: {
      name: [['CompanyName']],
      register_number: [['CompanyNumber']],
      street: [['RegAddress.AddressLine1']],
      postcode: [['RegAddress.PostCode']],
      city: [['RegAddress.PostTown']],
      country: [['RegAddress.Country']],
      category: [['CompanyCategory']],
      status: [['CompanyStatus']],
      industry_code: [['SICCode.SicText_1']],
    },
    needs: ['name', 'register_number', 'status'],
    country: 'GB',
    scheme: 'UKSIC2007',
    registerAuthority: 'Companies House',
    revenueUnit: 1,
    keepsSpelling: false,
    ignore: [
      { field: 'status', when: /^(?!Active\b)/i, reason: 'inactive' },
      { field: 'industry_code', when: /^99999\b/, reason: 'dormant' },
    ],
  },
  // Both generations of columns; the estimates of employees and the profile's URL are not named.
  pdl: {
    container: 'csv',
    columns: {
      name: [['name']],
      domain: [['website'], ['domain']],
      industry: [['industry']],
      size_class: [['size'], ['size range']],
      place: [['locality']],
      country: [['country']],
    },
    needs: ['name', 'country', 'size_class'],
    country: null,
    scheme: 'NACE2',
    registerAuthority: null,
    revenueUnit: 1,
    keepsSpelling: false,
    ignore: [],
  },
};
