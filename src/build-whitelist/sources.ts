import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

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

/** All sources, as `doorplate whitelist sources` lists them. */
export const SOURCES: readonly Source[] = Object.values(EMBEDDED);

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
