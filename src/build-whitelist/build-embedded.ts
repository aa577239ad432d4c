import { join } from 'node:path';
import { companyId } from '../company/company-id.ts';
import { readLegalForm } from '../company/legal-forms.ts';
import { kindByName } from '../company/read-kind.ts';
import { words } from '../company/words.ts';
import type { CompanyRecord, Evidence } from '../contracts/company.ts';
import type { Manifest, ManifestSource } from '../whitelist/manifest.ts';
import { readAddressRegister } from './read-address-register.ts';
import { type Network, readNetworks } from './read-networks.ts';
import { findInstalled, SOURCES } from './sources.ts';
import { writeWhitelist } from './write-whitelist.ts';

export type BuildStep = { readonly name: string; readonly done: number; readonly total: number };

export type BuildOptions = {
  /** Data folder; the whitelist goes to `<folder>/whitelist/`. */
  readonly folder: string;
  readonly location: 'full' | 'country';
  readonly onProgress: (step: BuildStep) => void;
  readonly now: Date;
};

/** Builds the embedded whitelist from the installed packages and puts it in force. */
export async function buildEmbedded(options: BuildOptions): Promise<Manifest> {
  const [asn, country, ieee] = SOURCES.map((source) => ({ ...source, ...findInstalled(source) }));
  if (!asn || !country || !ieee) throw new Error('the table of sources is incomplete');
  const step = (name: string) => (done: number, total: number) => options.onProgress({ name, done, total });

  const table = await readNetworks(
    {
      holders4: join(asn.folder, 'asn-ipv4-num.csv'),
      holders6: join(asn.folder, 'asn-ipv6-num.csv'),
      countries4: join(country.folder, 'asn-country-ipv4-num.csv'),
      countries6: join(country.folder, 'asn-country-ipv6-num.csv'),
    },
    step('read-networks'),
  );
  const register = readAddressRegister(join(ieee.folder, 'index.json'));
  step('read-addresses')(1, 1);

  const sources: ManifestSource[] = [asn, country, ieee].map((source) => ({
    id: source.id,
    title: source.title,
    version: source.version,
    date: source.date,
    licence: source.licence,
    attribution: source.attribution,
    url: source.url,
    rows: 0,
  }));
  const evidenceOf = (source: { title: string; date: string; licence: string }, object: string): Evidence => ({
    source: source.title,
    object,
    date: source.date,
    licence: source.licence,
  });
  const records = table.networks.map((network): CompanyRecord => {
    const home = mainCountry(network);
    const parts = readLegalForm(words(network.holder), home);
    const found = register.byName
      .get(parts.core.join(' '))
      ?.find(
        ({ address, parts: other }) =>
          address.country === home && parts.form !== null && other.form?.form === parts.form.form,
      );
    const address = found?.address ?? null;
    const kind = kindByName(parts);
    return {
      kind,
      company: {
        id: companyId({
          name: parts.core.join(' '),
          legalForm: parts.form?.family ?? '',
          country: home,
          place: address?.postcode ?? address?.city ?? '',
        }),
        name: found?.name ?? network.holder,
        legalForm: parts.form?.form ?? null,
        street: address?.street ?? null,
        postcode: address?.postcode ?? null,
        city: address?.city ?? null,
        country: home,
        locationEvidence: address ? 'organisation' : 'network-registration',
        industry: null,
        size: {
          class: null,
          employees: null,
          evidence: parts.form?.shape === 'corporation' && found ? 'two-registers' : null,
        },
        domain: null,
      },
      holder: network.holder,
      asn: network.asn,
      confidence: 0.8,
      confidenceReasons: [],
      evidence: [evidenceOf(asn, `AS${network.asn}`), ...(found ? [evidenceOf(ieee, found.name)] : [])],
    };
  });
  return writeWhitelist({
    folder: options.folder,
    location: options.location,
    now: options.now,
    sources,
    records,
    table,
    rows: {},
    onProgress: step('write'),
  });
}

function mainCountry(network: Network): string | null {
  const weights = network.countries.size > 0 ? network.countries : network.countries6;
  return [...weights].sort((one, other) => other[1] - one[1])[0]?.[0] ?? null;
}
