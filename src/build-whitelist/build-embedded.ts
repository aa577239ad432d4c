import { join } from 'node:path';
import type { CompanyRecord, Evidence } from '../contracts/company.ts';
import type { Manifest, ManifestSource } from '../whitelist/manifest.ts';
import { describeHolders } from './describe-holders.ts';
import { createLayerWriter } from './layers/layer-writer.ts';
import { mergeLayers } from './layers/merge-layers.ts';
import { type AddressRegister, readAddressRegister } from './read-address-register.ts';
import { type NetworkFiles, type NetworkTable, readNetworks } from './read-networks.ts';
import { findInstalled, type InstalledSource, type Source, EMBEDDED } from './sources.ts';

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
  const { asn, ieee } = inputs.sources;

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

  writeEmbeddedLayer(options, inputs.sources, table, register.rows, records);
  return mergeLayers({
    folder: options.folder,
    location: options.location,
    now: options.now,
    onProgress: progress('write'),
  });
}

/** Beside what the operator imports: its id is no source's, so that AS data of his own does not take its place. */
const EMBEDDED_LAYER = 'embedded';

function writeEmbeddedLayer(
  options: BuildOptions,
  { asn, country, ieee }: BuildInputs['sources'],
  table: NetworkTable,
  register: AddressRegister['rows'],
  records: readonly CompanyRecord[],
): void {
  const { holders, countries } = table.rows;
  const layer = createLayerWriter({
    folder: options.folder,
    id: EMBEDDED_LAYER,
    format: 'asn',
    source: describeSource(asn),
    furtherSources: [
      { ...describeSource(country), rows: countries.kept },
      { ...describeSource(ieee), rows: register.kept },
    ],
    termsAccepted: null,
    now: options.now,
    // Another version of the packages may well hold less: it is what the operator installed.
    allowShrunk: true,
  });
  try {
    // Addresses out of a public register: none of them is a carrier's placeholder.
    const numbers = records.map((record) => layer.addRecord(record, { place: '', name: '' }));
    for (const [range, network] of table.networks4.entries()) {
      const [first = 0, last = 0] = [table.firsts4[range], table.lasts4[range]];
      layer.addRange({ family: 4, first, last }, numbers[network] ?? 0, asn.date);
    }
    for (const [range, network] of table.networks6.entries()) {
      const [first = 0n, last = 0n] = [table.firsts6[range], table.lasts6[range]];
      layer.addRange({ family: 6, first, last }, numbers[network] ?? 0, asn.date);
    }
    layer.finish({
      read: holders.kept + holders.wrong,
      kept: holders.kept,
      ignored: {
        'unreadable-range': holders.wrong + countries.wrong,
        'assignment-without-address': register.withoutAddress,
      },
      wrong: 0,
    });
  } catch (cause) {
    layer.discard();
    throw cause;
  }
}

function evidence(source: SourceAtHand, object: string): Evidence {
  return { source: source.title, object, date: source.date, licence: source.licence };
}

function describeSource(source: SourceAtHand): Omit<ManifestSource, 'rows'> {
  const { id, title, version, date, licence, attribution, url } = source;
  return { id, title, version, date, licence, attribution, url };
}
