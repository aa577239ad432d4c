import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ImportFormat } from './import/registry-objects.ts';

/** A source of the embedded whitelist: an installed package, its terms, and what is read from it. */
export type Source = {
  readonly id: string;
  readonly title: string;
  readonly packageName: string;
  readonly url: string;
  readonly licence: string;
  /** Where results are shown, this stands beside them. */
  readonly attribution: string;
  readonly terms: string;
  readonly format: string;
};

/** The sources of the embedded whitelist by their part in it. */
export const EMBEDDED: Readonly<Record<'asn' | 'country' | 'ieee', Source>> = {
  asn: {
    id: 'asn',
    title: 'IP to ASN (RouteViews, NRO, DB-IP)',
    packageName: '@ip-location-db/asn',
    url: 'https://db-ip.com',
    licence: 'CC BY 4.0',
    attribution: 'IP Geolocation by DB-IP (https://db-ip.com), Route Views (routeviews.org), NRO (nro.net)',
    terms: 'Free use with attribution and a link to db-ip.com on pages that show results.',
    format: 'CSV: first, last, AS number, holder',
  },
  country: {
    id: 'asn-country',
    title: 'Country of registration of AS ranges (NRO)',
    packageName: '@ip-location-db/asn-country',
    url: 'https://www.nro.net',
    licence: 'CC BY 4.0',
    attribution: 'Network registration countries: NRO (nro.net)',
    terms: 'Free use with attribution to nro.net.',
    format: 'CSV: first, last, country',
  },
  ieee: {
    id: 'ieee',
    title: 'IEEE register of assignments (MA-L, MA-M, MA-S)',
    packageName: 'oui-data',
    url: 'https://standards-oui.ieee.org',
    licence: 'public register',
    attribution: 'Addresses of organisations: IEEE Registration Authority public listing',
    terms:
      'Public listing of the IEEE Registration Authority. Read from its package (BSD-2-Clause) on this machine; not copied into the product.',
    format: 'JSON: assignment to name and address',
  },
};

/** A source that an operator brings as files. Doorplate downloads none of them. */
export type ImportSource = {
  /** Name for `doorplate whitelist import --format`. */
  readonly format: ImportFormat;
  readonly title: string;
  readonly publisher: string;
  /** Where the publisher keeps it. */
  readonly where: string;
  /** The files of an import; several belong together where one names what another links to. */
  readonly files: string;
  /** The publisher's page on the data or its terms; null where there is no single one. */
  readonly url: string | null;
  readonly licence: string;
  readonly terms: string;
  /** Where results are shown, this stands beside them. */
  readonly attribution: string;
  /** What `--terms-accepted` has to name before it is imported; null where nothing has to be acknowledged. */
  readonly acknowledge: string | null;
};

const NO_LEAD_GENERATION = 'Finding leads is probably not allowed without the publisher’s permission: ask for it.';
const THROUGH_APNIC = 'APNIC, with the other registries’ data, after its acceptable use agreement';
const NATIONAL_TERMS = `APNIC’s acceptable use agreement and the national registry’s own terms apply: both are about the operation of the Internet. ${NO_LEAD_GENERATION}`;

/** The sources that can be imported, one a format (identification.md, "Sources an operator brings"). */
export const IMPORT_SOURCES: readonly ImportSource[] = [
  {
    format: 'ripe',
    title: 'RIPE Database',
    publisher: 'RIPE NCC',
    where: 'public file server of the RIPE NCC, /ripe/dbase/split/',
    files: 'ripe.db.inetnum.gz, ripe.db.inet6num.gz, ripe.db.organisation.gz (RPSL)',
    url: 'https://www.ripe.net',
    licence: 'RIPE Database Terms and Conditions',
    terms: `Article 4.4 forbids use for advertising, direct marketing, marketing research or similar purposes. ${NO_LEAD_GENERATION}`,
    attribution: 'Network registrations: RIPE Database, RIPE NCC',
    acknowledge: 'ripe',
  },
  {
    format: 'apnic',
    title: 'APNIC Whois Database',
    publisher: 'APNIC',
    where: 'public file server of APNIC, /apnic/whois/, and bulk access after an agreement',
    files: 'apnic.db.inetnum.gz, apnic.db.inet6num.gz, apnic.db.organisation.gz (RPSL)',
    url: 'https://www.apnic.net/manage-ip/using-whois/bulk-access/copyright/',
    licence: 'APNIC Whois Database acceptable use agreement',
    terms: `For purposes of the operation of the Internet that APNIC has approved; targeting advertising is forbidden, and so is passing the data on in bulk. ${NO_LEAD_GENERATION}`,
    attribution: 'Network registrations: APNIC Whois Database',
    acknowledge: 'apnic',
  },
  {
    format: 'afrinic',
    title: 'AFRINIC WHOIS Database',
    publisher: 'AFRINIC',
    where: 'public file server of AFRINIC, /dbase/',
    files: 'afrinic.db.gz, or its split files (RPSL)',
    url: 'https://afrinic.net',
    licence: 'AFRINIC’s terms for its WHOIS database',
    terms: `AFRINIC’s terms for its database apply; read them before you use it for anything but the operation of the Internet. ${NO_LEAD_GENERATION}`,
    attribution: 'Network registrations: AFRINIC WHOIS Database',
    acknowledge: 'afrinic',
  },
  {
    format: 'jpnic',
    title: 'JPNIC WHOIS data',
    publisher: 'JPNIC',
    where: THROUGH_APNIC,
    files: 'jpnic.db.inetnum.gz, jpnic.db.inet6num.gz (RPSL)',
    url: null,
    licence: 'terms of APNIC and JPNIC',
    terms: NATIONAL_TERMS,
    attribution: 'Network registrations: JPNIC',
    acknowledge: 'jpnic',
  },
  {
    format: 'krnic',
    title: 'KRNIC WHOIS data',
    publisher: 'KISA (KRNIC)',
    where: THROUGH_APNIC,
    files: 'krnic.db.inetnum.gz (RPSL)',
    url: null,
    licence: 'terms of APNIC and KISA',
    terms: NATIONAL_TERMS,
    attribution: 'Network registrations: KRNIC, KISA',
    acknowledge: 'krnic',
  },
  {
    format: 'twnic',
    title: 'TWNIC WHOIS data',
    publisher: 'TWNIC',
    where: THROUGH_APNIC,
    files: 'twnic.db.inetnum.gz, twnic.db.inet6num.gz (RPSL)',
    url: null,
    licence: 'terms of APNIC and TWNIC',
    terms: NATIONAL_TERMS,
    attribution: 'Network registrations: TWNIC',
    acknowledge: 'twnic',
  },
  {
    format: 'lacnic',
    title: 'LACNIC WHOIS data',
    publisher: 'LACNIC',
    where: 'LACNIC, bulk WHOIS on request',
    files: 'lacnic.db.gz (objects with owner and ownerid)',
    url: 'https://www.lacnic.net',
    licence: 'LACNIC’s bulk WHOIS agreement',
    terms: `LACNIC gives the data with names under an agreement; Doorplate does not know yours. ${NO_LEAD_GENERATION}`,
    attribution: 'Network registrations: LACNIC',
    acknowledge: 'lacnic',
  },
  {
    format: 'arin',
    title: 'ARIN bulk WHOIS',
    publisher: 'ARIN',
    where: 'ARIN Online, after its bulk WHOIS agreement',
    files: 'arin_db.txt, or its nets and orgs apart (NetHandle, V6NetHandle and OrgID blocks)',
    url: 'https://www.arin.net',
    licence: 'ARIN’s bulk WHOIS terms of use',
    terms: `For the operation of the Internet and technical research about it alone, not for advertising, direct marketing, marketing research or similar purposes; redistribution is forbidden. ${NO_LEAD_GENERATION}`,
    attribution: 'Network registrations: ARIN WHOIS',
    acknowledge: 'arin',
  },
  {
    format: 'alloclist',
    title: 'RIPE NCC list of allocations',
    publisher: 'RIPE NCC',
    where: 'public file server of the RIPE NCC, /pub/stats/ripencc/membership/',
    files: 'alloclist.txt',
    url: 'https://www.ripe.net',
    licence: 'terms of the RIPE NCC',
    terms: `Names the RIPE NCC’s members, who are carriers for the most part. No licence stands in the file: treat it as the RIPE Database. ${NO_LEAD_GENERATION}`,
    attribution: 'Allocations: RIPE NCC',
    acknowledge: 'ripe',
  },
  {
    format: 'asn',
    title: 'AS ranges',
    publisher: 'whoever made the file',
    where: 'the embedded package has a small one; DB-IP and IPinfo publish others',
    files: 'CSV: first, last, AS number, name; or MMDB',
    url: null,
    licence: 'as its publisher says',
    terms: 'The publisher’s licence applies; CC BY data asks for attribution where results are shown.',
    attribution: 'AS ranges: as imported by the operator',
    acknowledge: null,
  },
  {
    format: 'as-class',
    title: 'Classes of autonomous systems',
    publisher: 'whoever made the file',
    where: 'lists of AS types or tags, yours or a publisher’s',
    files: 'CSV: AS number, class (isp, hosting, business, education, government)',
    url: null,
    licence: 'as its publisher says',
    terms: 'The publisher’s licence applies. Nothing of the list is shown: it decides what is a carrier or a hoster.',
    attribution: 'AS classes: as imported by the operator',
    acknowledge: null,
  },
  {
    format: 'cidr',
    title: 'Ranges of hosting, cloud, VPN, relay and other providers',
    publisher: 'the providers themselves, or collectors',
    where: 'pages of the cloud providers, lists of VPN and relay ranges',
    files: 'one prefix a line, # for remarks; --as says what stands behind them',
    url: null,
    licence: 'as its publisher says',
    terms:
      'The publisher’s licence applies. Nothing of the list is shown: it keeps providers from being taken for companies.',
    attribution: 'Provider ranges: as imported by the operator',
    acknowledge: null,
  },
  {
    format: 'mmdb',
    title: 'Licensed IP-to-company data',
    publisher: 'IPinfo, MaxMind, IP2Location and others',
    where: 'the publisher, after a contract',
    files: 'MMDB, or the publisher’s CSV',
    url: null,
    licence: 'your contract with the publisher',
    terms:
      'Your contract says what the data may be used for and whom it may be shown to; Doorplate cannot know it. Check that it covers showing company names to your customers.',
    attribution: 'Company networks: as licensed by the operator',
    acknowledge: 'mmdb',
  },
  {
    format: 'own',
    title: 'Own list',
    publisher: 'you',
    where: 'your own records',
    files:
      'CSV or JSON: cidr or start and end; name, postcode, city, country, domain, employees or size class, industry',
    url: null,
    licence: 'own',
    terms: 'Yours. It outranks every other source: name companies alone, never persons.',
    attribution: 'Own list of the operator',
    acknowledge: null,
  },
];

/** The entry of a format; every format has one. */
export function sourceOfFormat(format: ImportFormat): ImportSource {
  const source = IMPORT_SOURCES.find((entry) => entry.format === format);
  if (!source) throw new RangeError('a format without an entry in the table of sources');
  return source;
}

/** What `--terms-accepted` may name. */
export const ACKNOWLEDGEMENTS: readonly string[] = [
  ...new Set(IMPORT_SOURCES.flatMap(({ acknowledge }) => acknowledge ?? [])),
];

/** Dates of package versions that do not carry their date in the version number: as published in the registry. */
const PUBLISHED: Readonly<Record<string, string>> = { 'oui-data@2.1.9': '2026-08-26' };

/** Where an installed package lies, its version, and the date of its data (ISO). */
export type InstalledSource = { readonly folder: string; readonly version: string; readonly date: string };

/** @throws Error when the package is not installed */
export function findInstalled(source: Source): InstalledSource {
  const folder = packageFolder(source.packageName);
  const description: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const version =
    typeof description === 'object' && description !== null && 'version' in description
      ? String(description.version)
      : '';
  return { folder, version, date: dateOf(source.packageName, version) };
}

/** `2.3.2026061719` carries the day and hour of its data. */
function dateOf(packageName: string, version: string): string {
  const stamped = /\.(\d{4})(\d{2})(\d{2})\d{2}$/.exec(version);
  return stamped ? stamped.slice(1).join('-') : (PUBLISHED[`${packageName}@${version}`] ?? '');
}

function packageFolder(name: string): string {
  const require = createRequire(import.meta.url);
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return dirname(require.resolve(join(folder, name, 'package.json')));
    } catch {
      // Not in this folder of modules: the next one up.
    }
  }
  throw new Error(`the package ${name} is not installed`);
}
