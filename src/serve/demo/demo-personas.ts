import { releaseReason, type ReleaseRules } from '../../company/release-rules.ts';
import type { ReleaseReason } from '../../contracts/reasons.ts';
import type { Whitelist } from '../../whitelist/open-whitelist.ts';
import { NOT_LISTED } from '../../whitelist/segments.ts';

/**
 * Whom one can be on the demo website: a fixed list, made from the whitelist in force. A persona is a path; there is
 * no address parameter, so that the demo is no look-up service (interfaces.md, README).
 */
export type Persona = {
  /** Path segment: `/demo/<slug>/…`. */
  readonly slug: string;
  /** The address as which the server treats this persona's hits; null: as if the address could not be read. */
  readonly address: string | null;
  /** Name of the company, for personas that stand for one. */
  readonly companyName: string | null;
};

/** One company from each of the first of these countries that has one. */
const COMPANY_COUNTRIES = ['DE', 'AT', 'CH', 'GB', 'FR', 'NL', 'US', 'SE', 'JP'];
const COMPANY_PERSONAS = 3;

/** Withheld records that make a persona, with the slug that says so in words. */
const WITHHELD_SLUGS: ReadonlyMap<ReleaseReason, string> = new Map([
  ['provider', 'home-connection'],
  ['too-small', 'small-partnership'],
  ['incomplete-location', 'incomplete-location'],
  ['unknown-size', 'unknown-size'],
  ['kind-not-chosen', 'university'],
]);

/** An address that is set aside for examples (RFC 5737): never a visitor's on the internet. */
const EXAMPLE_ADDRESS = '192.0.2.1';

/** Makes the list: reads every record once, so call it when the demo is first opened, not at start. */
export function choosePersonas(whitelist: Whitelist, rules: ReleaseRules): readonly Persona[] {
  const companies = new Map<string, Omit<Persona, 'slug'>>();
  const withheld = new Map<string, Persona>();
  for (let index = 0; index < whitelist.recordCount; index++) {
    const record = whitelist.record(index);
    const reason = releaseReason(record, rules);
    const country = record.company.country ?? '';
    const slug = reason === null ? null : WITHHELD_SLUGS.get(reason);
    const isWanted =
      slug === null
        ? COMPANY_COUNTRIES.includes(country) && !companies.has(country)
        : slug !== undefined && !withheld.has(slug);
    const address = isWanted ? firstHostOf(whitelist, index) : null;
    if (address === null) continue;
    if (slug === null) companies.set(country, { address, companyName: record.company.name });
    else if (slug !== undefined) withheld.set(slug, { slug, address, companyName: null });
  }
  const shown = COMPANY_COUNTRIES.flatMap((country) => companies.get(country) ?? []).slice(0, COMPANY_PERSONAS);
  return [
    ...shown.map(({ address, companyName }, at) => ({ slug: `company-${at + 1}`, address, companyName })),
    ...[...WITHHELD_SLUGS.values()].flatMap((slug) => withheld.get(slug) ?? []),
    { slug: 'unlisted-address', address: unlistedAddress(whitelist), companyName: null },
    { slug: 'example-address', address: EXAMPLE_ADDRESS, companyName: null },
    { slug: 'unknown-address', address: null, companyName: null },
  ];
}

/** The second address of a record's first IPv4 range: the first one is often the network's own. */
function firstHostOf(whitelist: Whitelist, index: number): string | null {
  const first = whitelist.firstAddress4(index);
  return first === null || whitelist.find4(first + 1) !== index ? null : dotted(first + 1);
}

/** The first address, counted in steps of a /16, that no range of the whitelist holds. */
function unlistedAddress(whitelist: Whitelist): string | null {
  for (let address = 2 ** 24 + 1; address < 2 ** 32; address += 2 ** 16) {
    if (whitelist.find4(address) === NOT_LISTED) return dotted(address);
  }
  return null;
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((bits) => (address >>> bits) & 255).join('.');
}
