import type { Kind, ProviderType } from '../../contracts/company.ts';
import type { AsClass } from '../layers/as-class.ts';

/** Fields of tables and MMDB entries, whatever their publisher calls them. */
export const FIELDS = [
  'cidr',
  'first',
  'last',
  'name',
  'isp',
  'asn',
  'asName',
  'street',
  'postcode',
  'city',
  'country',
  'domain',
  'employees',
  'sizeClass',
  'industry',
  'kind',
  'type',
  'vpn',
  'relay',
  'hosting',
  'mobile',
] as const;
export type Field = (typeof FIELDS)[number];

/**
 * Names of columns and paths of entries, without case and signs; the first that an entry has counts. MaxMind: ISP,
 * Enterprise, ASN, Anonymous IP; IPinfo: company, ASN, privacy; IP2Location and IP2Proxy; own lists in German too.
 * Places of geolocation (`city.names`, `postal.code`) are left out on purpose: they are no organisation's.
 */
const SYNONYMS: Readonly<Record<Field, string>> = {
  cidr: 'cidr network prefix range iprange netz netzwerk subnet',
  first: 'start first startip ipstart ipfrom from begin firstip rangestart startaddress von',
  last: 'end last endip ipend ipto to lastip rangeend endaddress bis',
  name: 'name company companyname organization organisation traits.organization org orgname company.name firma unternehmen entity service',
  isp: 'isp traits.isp provider carrier',
  asn: 'asn autonomoussystemnumber traits.autonomoussystemnumber as.asn asn.asn asnumber as.number number autnum',
  asName:
    'asname autonomoussystemorganization traits.autonomoussystemorganization asorganization asorg as.name asn.name as description',
  street: 'street strasse straße address adresse',
  postcode: 'postcode postalcode zip zipcode plz',
  city: 'city ort stadt town',
  country: 'country countrycode registeredcountry.isocode country.isocode land countryiso cc',
  domain: 'domain traits.domain company.domain asdomain website url',
  employees: 'employees employeecount headcount mitarbeiter beschaeftigte beschäftigte numberofemployees',
  sizeClass: 'sizeclass size groessenklasse größenklasse employeerange',
  industry: 'industry industrycode wz wz2008 nace branche industrie',
  kind: 'kind art',
  type: 'type usertype traits.usertype company.type usagetype astype as.type asn.type class proxytype connectiontype traits.connectiontype category tag',
  vpn: 'vpn isvpn isanonymousvpn traits.isanonymousvpn proxy ispublicproxy',
  relay: 'relay tor istorexitnode traits.istorexitnode isresidentialproxy',
  hosting: 'hosting ishosting ishostingprovider traits.ishostingprovider isdatacenter',
  mobile: 'mobile ismobile carrier.name',
};

/** Fields by the plain form of their names, with the rank among the names of one field. */
const FIELD_BY_NAME: ReadonlyMap<string, { readonly field: Field; readonly rank: number }> = new Map(
  FIELDS.flatMap((field) => SYNONYMS[field].split(' ').map((name, rank) => [name, { field, rank }] as const)),
);

/** The field that a column or a path is called after, without case, blanks and signs; null for none. */
export function fieldOf(name: string): { readonly field: Field; readonly rank: number } | null {
  return FIELD_BY_NAME.get(name.toLowerCase().replaceAll(/[^\p{L}\p{N}.]/gu, '')) ?? null;
}

export type Row = Readonly<Partial<Record<Field, string>>>;

/** Columns of tables that come without a head, by their number: IP2Location's databases with ISP, and its ASN table. */
export const HEADLESS: Readonly<Record<string, readonly (Field | '')[]>> = {
  'asn:3': ['cidr', 'asn', 'name'],
  'asn:4': ['first', 'last', 'asn', 'name'],
  'asn:5': ['first', 'last', 'cidr', 'asn', 'name'],
  'cidr:1': ['cidr'],
  'cidr:2': ['cidr', 'name'],
  'cidr:3': ['first', 'last', 'name'],
  'cidr:4': ['first', 'last', 'name', ''],
  'mmdb:4': ['first', 'last', 'asn', 'name'],
  'mmdb:5': ['first', 'last', 'country', '', 'isp'],
  'mmdb:7': ['first', 'last', 'country', '', '', '', 'isp'],
  'mmdb:8': ['first', 'last', 'country', '', '', '', 'isp', 'domain'],
  'mmdb:9': ['first', 'last', 'country', '', '', '', '', '', 'isp'],
  'mmdb:10': ['first', 'last', 'country', '', '', '', '', '', 'isp', 'domain'],
  'mmdb:11': ['first', 'last', 'country', '', '', '', '', '', '', 'isp', 'domain'],
  'mmdb:12': ['first', 'last', 'country', '', '', '', '', '', '', '', 'isp', 'domain'],
  'mmdb:24': ['first', 'last', 'country', '', '', '', '', '', '', '', 'isp', 'domain', ...blanks(10), 'type', ''],
  'mmdb:26': [
    'first',
    'last',
    'country',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
    'isp',
    'domain',
    ...blanks(10),
    'type',
    '',
    '',
    '',
  ],
  'as-class:2': ['asn', 'type'],
  'as-class:3': ['asn', 'type', 'name'],
};

function blanks(count: number): ''[] {
  return Array.from({ length: count }, () => '');
}

export type StatedType = { readonly kind: Kind | null; readonly providerType: ProviderType | null };

const TYPE_ROWS: readonly (readonly [ProviderType | Kind, string])[] = [
  [
    'isp',
    'isp residential dialup router cable cabledsl satellite broadband fixedlineisp isp/mob consumer telecom carrier',
  ],
  ['mobile', 'mobile cellular mob mobileisp'],
  [
    'hosting',
    'hosting contentdeliverynetwork cdn searchenginespider dch ses datacenter hostingprovider webhosting colocation server crawler',
  ],
  ['cloud', 'cloud'],
  ['vpn', 'vpn consumerprivacynetwork proxy pub web cpn epn enterpriseprivatenetwork'],
  ['relay', 'relay tor privaterelay residentialproxy res'],
  ['wifi', 'wifi cafe traveler hotspot'],
  ['education', 'education edu college school university library lib nren'],
  ['public', 'government gov military mil public'],
  ['person', 'person individual privatperson naturalperson soletrader'],
  ['provider', 'provider anbieter'],
  ['opaque', 'opaque'],
  ['company', 'business company com corporate commercial organization org enterprise banking'],
];
const TYPES: ReadonlyMap<string, ProviderType | Kind> = new Map(
  TYPE_ROWS.flatMap(([type, names]) => names.split(' ').map((name) => [name, type] as const)),
);

/** What a source's own word for a type says; all null where it is unknown. `business` is no proof against a person. */
export function statedType(word: string): StatedType {
  const type = TYPES.get(word.toLowerCase().replaceAll(/[^a-z/]/g, ''));
  switch (type) {
    case undefined:
    case 'company':
      return { kind: null, providerType: null };
    case 'education':
    case 'public':
    case 'person':
    case 'provider':
    case 'opaque':
      return { kind: type, providerType: null };
    default:
      return { kind: 'provider', providerType: type };
  }
}

/** The class of an autonomous system that a word stands for; null for an unknown one. */
export function asClassOf(word: string): AsClass | null {
  const type = TYPES.get(word.toLowerCase().replaceAll(/[^a-z/]/g, ''));
  switch (type) {
    case 'isp':
    case 'mobile':
    case 'wifi':
      return 'isp';
    case 'hosting':
    case 'cloud':
    case 'vpn':
    case 'relay':
      return 'hosting';
    case 'education':
      return 'education';
    case 'public':
      return 'government';
    case 'company':
      return 'business';
    default:
      return null;
  }
}
