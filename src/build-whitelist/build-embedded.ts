import { join } from 'node:path';
import type { Evidence } from '../contracts/company.ts';
import type { Manifest, ManifestSource } from '../whitelist/manifest.ts';
import { describeHolders } from './describe-holders.ts';
import { readAddressRegister } from './read-address-register.ts';
import { type NetworkFiles, readNetworks } from './read-networks.ts';
import { findInstalled, type InstalledSource, type Source, EMBEDDED } from './sources.ts';
import { writeWhitelist } from './write-whitelist.ts';

export type BuildStep = {
  readonly name: 'read-networks' | 'read-addresses' | 'describe-holders' | 'write';
  readonly done: number;
  readonly total: number;
};

export type BuildOptions = {
  /** Data folder; the whitelist goes to `<folder>/whitelist/`. */
  readonly folder: string;
  /** `country` also lets holders through of which only the network's registration country is known. */
  readonly location: 'full' | 'country';
  readonly onProgress: (step: BuildStep) => void;
  readonly now: Date;
};

/** A source as it is at hand: its entry in the table, version and date. */
export type SourceAtHand = Source & Omit<InstalledSource, 'folder'>;

/** What a whitelist is built from. */
export type BuildInputs = {
  readonly networks: NetworkFiles;
  readonly register: string;
  readonly sources: { readonly asn: SourceAtHand; readonly country: SourceAtHand; readonly ieee: SourceAtHand };
};

/**
 * Builds the embedded whitelist from the installed packages and puts it in force.
 * @throws Error when a package is missing or a file cannot be read or written
 */
export async function buildEmbedded(options: BuildOptions): Promise<Manifest> {
  const asn = findInstalled(EMBEDDED.asn);
  const country = findInstalled(EMBEDDED.country);
  const ieee = findInstalled(EMBEDDED.ieee);
  return buildFrom(
    {
      networks: {
        holders4: join(asn.folder, 'asn-ipv4-num.csv'),
        holders6: join(asn.folder, 'asn-ipv6-num.csv'),
        countries4: join(country.folder, 'asn-country-ipv4-num.csv'),
        countries6: join(country.folder, 'asn-country-ipv6-num.csv'),
      },
      register: join(ieee.folder, 'index.json'),
      sources: {
        asn: { ...EMBEDDED.asn, ...asn },
        country: { ...EMBEDDED.country, ...country },
        ieee: { ...EMBEDDED.ieee, ...ieee },
      },
    },
    options,
  );
}

/** The same from files that are named: the tests' way in. */
export async function buildFrom(inputs: BuildInputs, options: BuildOptions): Promise<Manifest> {
  const progress =
    (name: BuildStep['name']) =>
    (done: number, total: number): void =>
      options.onProgress({ name, done, total });
  const { asn, country, ieee } = inputs.sources;

  const table = await readNetworks(inputs.networks, progress('read-networks'));
  progress('read-addresses')(0, 1);
  const register = readAddressRegister(inputs.register);
  progress('read-addresses')(1, 1);
  progress('describe-holders')(0, 1);
  const records = describeHolders(table.networks, register, {
    network: (key) => evidence(asn, key),
    register: (key) => evidence(ieee, key),
  });
  progress('describe-holders')(1, 1);

  return writeWhitelist({
    folder: options.folder,
    location: options.location,
    now: options.now,
    sources: [
      manifestSource(asn, table.rows.holders.kept),
      manifestSource(country, table.rows.countries.kept),
      manifestSource(ieee, register.rows.kept),
    ],
    records,
    table,
    rows: {
      'unreadable-range': table.rows.holders.wrong + table.rows.countries.wrong,
      'assignment-without-address': register.rows.withoutAddress,
    },
    onProgress: progress('write'),
  });
}

function evidence(source: SourceAtHand, object: string): Evidence {
  return { source: source.title, object, date: source.date, licence: source.licence };
}

function manifestSource(source: SourceAtHand, rows: number): ManifestSource {
  const { id, title, version, date, licence, attribution, url } = source;
  return { id, title, version, date, licence, attribution, url, rows };
}
