import { companyId } from '../company/company-id.ts';
import { bestSpelling, displayName } from '../company/display-name.ts';
import { type NameParts, readLegalForm } from '../company/legal-forms.ts';
import { readsAsPerson } from '../company/personal-names.ts';
import { kindByName } from '../company/read-kind.ts';
import { words } from '../company/words.ts';
import type { Company, CompanyRecord, Evidence, Kind, SizeEvidence } from '../contracts/company.ts';
import type { ConfidenceReason } from '../contracts/confidence.ts';
import { countWords, type Join, joinRegister } from './join-register.ts';
import { looksLikeProvider, type Shape, sumShapes } from './network-shape.ts';
import { ANONYMOUS_PERSON } from './anonymous-records.ts';
import { confidenceOf } from './confidence-of.ts';
import type { AddressRegister } from './read-address-register.ts';
import type { Network } from './read-networks.ts';

/** Evidence of each source, by the key of the object that gave it. */
export type EvidenceOf = { readonly network: (key: string) => Evidence; readonly register: (key: string) => Evidence };

/** A corporation with a network of this size counts as one with five people or more (identification.md). */
const LARGE_NETWORK = 4096;

/** A small network whose holder bears a person's name is that person's. */
const PERSONAL_NETWORK = 4096;

/**
 * One record for each network, in their order. Networks of one organisation (same words, form and country) share
 * what is known of it.
 */
export function describeHolders(
  networks: readonly Network[],
  register: AddressRegister,
  evidenceOf: EvidenceOf,
): CompanyRecord[] {
  const holders = networks.map((network) => {
    const country = mainCountry(network);
    const parts = readLegalForm(words(network.holder), country);
    return { network, country, parts, key: [parts.core.join(' '), parts.form?.family ?? '', country ?? ''].join('|') };
  });
  const counts = countWords(distinctNames(holders, register));
  const shapes = new Map<string, Shape>();
  for (const { key, network } of holders) shapes.set(key, sumShapes(shapes.get(key), network));

  return holders.map(({ network, country, parts, key }) => {
    const shape = shapes.get(key) ?? sumShapes(undefined, network);
    const join = joinRegister(parts, country, register, counts);
    return describe({ network, country, parts, shape, join }, evidenceOf);
  });
}

type Holder = {
  readonly network: Network;
  readonly country: string | null;
  readonly parts: NameParts;
  readonly shape: Shape;
  readonly join: Join | null;
};

function describe(holder: Holder, evidenceOf: EvidenceOf): CompanyRecord {
  const { network, country, parts, shape, join } = holder;
  const { kind, proven } = kindOf(holder);
  if (kind === 'person') return ANONYMOUS_PERSON;

  const form = parts.form ?? join?.entry.parts.form ?? null;
  const name = parts.core.join(' ');
  const reasons: ConfidenceReason[] = [...(join?.reasons ?? []), ...(proven ? [] : ['kind-not-proven' as const])];
  const spelling = join ? bestSpelling([join.entry.name, network.holder]) : network.holder;
  const company: Company = {
    id: companyId({
      name,
      legalForm: form?.family ?? '',
      country,
      place: join?.address.postcode ?? join?.address.city ?? '',
    }),
    name: displayName(spelling, country, form),
    legalForm: form?.form ?? null,
    street: join?.address.street ?? null,
    postcode: join?.address.postcode ?? null,
    city: join?.address.city ?? null,
    country,
    locationEvidence: join ? 'organisation' : 'network-registration',
    industry: null,
    size: {
      class: null,
      range: null,
      employees: null,
      evidence: sizeEvidence(form?.shape === 'corporation', join, shape),
    },
    revenue: null,
    domain: null,
    register: null,
    lei: null,
  };
  return {
    kind,
    providerType: null,
    company,
    holder: network.holder,
    asn: network.asn,
    confidence: confidenceOf(reasons),
    confidenceReasons: reasons,
    evidence: [evidenceOf.network(`AS${network.asn}`), ...(join ? [evidenceOf.register(join.entry.name)] : [])],
    fieldEvidence: join ? fieldsOfRegister(spelling === join.entry.name, parts.form === null) : {},
    match: null,
  };
}

/** The register is the second source: it tells the place, and that somebody is registered twice. */
function fieldsOfRegister(saysName: boolean, saysForm: boolean): CompanyRecord['fieldEvidence'] {
  return { location: 1, size: 1, ...(saysName && { name: 1 }), ...(saysForm && { legalForm: 1 }) };
}

function kindOf({ network, parts, shape, join }: Holder): { kind: Kind; proven: boolean } {
  if (parts.core.length === 0 || OPAQUE.test(network.holder)) return { kind: 'opaque', proven: true };
  const person = readsAsPerson(network.holder, parts);
  const byName = kindByName(parts);
  if (byName.because === 'brand' || (byName.kind !== 'company' && byName.because === 'word')) {
    return { kind: person === 'yes' && byName.because !== 'brand' ? 'person' : byName.kind, proven: true };
  }
  const isKnown = byName.because === 'company-brand';
  if (!isKnown && (person === 'yes' || (person === 'perhaps' && shape.addresses4 < PERSONAL_NETWORK))) {
    return { kind: 'person', proven: true };
  }
  if (byName.kind !== 'company') {
    // An organisation that stands in the address register makes or sells things; a weak word does not outweigh that.
    return join && byName.kind === 'provider' ? { kind: 'company', proven: true } : { kind: byName.kind, proven: true };
  }
  const trade = byName.because === 'trade' || byName.because === 'company-brand';
  if (looksLikeProvider(shape, join !== null || byName.because === 'company-brand', trade)) {
    return { kind: 'provider', proven: true };
  }
  return { kind: 'company', proven: join !== null || trade };
}

/** Names that hide who uses the range. */
const OPAQUE = /^(?:private|reserved|unassigned|not announced|unknown|n\/a|as-?\d+|-|name|customer|ripe|test)$/i;

function sizeEvidence(isCorporation: boolean, join: Join | null, shape: Shape): SizeEvidence | null {
  if (!isCorporation) return null;
  if (join) return 'two-registers';
  return shape.addresses4 >= LARGE_NETWORK ? 'large-network' : null;
}

/** Country in which most of a network's addresses are registered; ties by the alphabet, so that builds agree. */
function mainCountry(network: Network): string | null {
  const weights = network.countries.size > 0 ? network.countries : network.countries6;
  return [...weights].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0]?.[0] ?? null;
}

function* distinctNames(
  holders: readonly { readonly parts: NameParts }[],
  register: AddressRegister,
): Iterable<readonly string[]> {
  const seen = new Set<string>(register.byName.keys());
  for (const name of seen) yield name.split(' ');
  for (const { parts } of holders) {
    const name = parts.core.join(' ');
    if (seen.has(name)) continue;
    seen.add(name);
    yield parts.core;
  }
}
