import type { CompanyRecord } from '../../contracts/company.ts';
import type { ReleaseReason } from '../../contracts/reasons.ts';

/**
 * Whom one can be on the demo website: a fixed list, made from the whitelist in force at start. A persona is a path;
 * there is no address parameter, so that the demo is no look-up service (interfaces.md, README).
 */
export type Persona = {
  /** Path segment: `/demo/<slug>/…`. */
  readonly slug: string;
  /** The address as which the server treats this persona's hits; null: as if the address could not be read. */
  readonly address: string | null;
  /** Name of the company, for personas that stand for one. */
  readonly companyName: string | null;
  readonly outcome: 'company' | ReleaseReason;
};

/** One address of the whitelist with what it leads to. */
export type Sample = {
  readonly address: string;
  readonly record: CompanyRecord;
  readonly outcome: 'company' | ReleaseReason;
};

const COMPANY_PERSONAS = 3;
/** Ranges that are set aside for examples and tests (RFC 5737, RFC 1918): never a visitor's on the internet. */
const SPECIAL_ADDRESS = '192.0.2.1';

/** Which withheld records make a persona, with the slug that says so in words. */
const WITHHELD_PERSONAS: readonly (readonly [slug: string, outcome: ReleaseReason])[] = [
  ['home-connection', 'provider'],
  ['small-partnership', 'too-small'],
  ['incomplete-location', 'incomplete-location'],
  ['unknown-size', 'unknown-size'],
  ['university', 'kind-not-chosen'],
];

/** Picks personas from samples of the whitelist: the first of each kind that is asked for, in the order given. */
export function choosePersonas(samples: Iterable<Sample>, unlistedAddress: string): readonly Persona[] {
  const companies: Persona[] = [];
  const withheld = new Map<ReleaseReason, Persona>();
  const slugs = new Map(WITHHELD_PERSONAS.map(([slug, outcome]) => [outcome, slug]));
  for (const { address, record, outcome } of samples) {
    if (outcome === 'company') {
      if (companies.length < COMPANY_PERSONAS) {
        companies.push({ slug: `company-${companies.length + 1}`, address, companyName: record.company.name, outcome });
      }
      continue;
    }
    const slug = slugs.get(outcome);
    if (slug !== undefined && !withheld.has(outcome))
      withheld.set(outcome, { slug, address, companyName: null, outcome });
  }
  return [
    ...companies,
    ...WITHHELD_PERSONAS.flatMap(([, outcome]) => withheld.get(outcome) ?? []),
    { slug: 'unlisted-address', address: unlistedAddress, companyName: null, outcome: 'not-listed' },
    { slug: 'private-network', address: SPECIAL_ADDRESS, companyName: null, outcome: 'special-purpose' },
    { slug: 'unknown-address', address: null, companyName: null, outcome: 'unknown-address' },
  ];
}
