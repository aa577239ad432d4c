import { words } from '../../company/words.ts';
import type { CompanyRecord, CompanySize, Industry, Kind, ProviderType } from '../../contracts/company.ts';
import type { NetworkReading } from '../read/network-reading.ts';

/** What a source states of an organisation in fields of its own; null, or nothing, where it is silent. */
export type StatedFacts = {
  /** A name that is right as it is written: in an operator's own list. */
  readonly name?: string;
  readonly place?: {
    readonly street: string | null;
    readonly postcode: string | null;
    readonly city: string | null;
    readonly country: string | null;
  };
  readonly kind?: Kind | null;
  readonly providerType?: ProviderType | null;
  readonly asn?: number | null;
  readonly domain?: string | null;
  readonly industry?: Industry | null;
  readonly size?: CompanySize | null;
};

export const NOTHING_STATED: StatedFacts = {};

/**
 * A reading corrected by what its source states. A person stays one, whatever a list calls him; where nothing was read,
 * a list may still say that a provider uses the range, and an operator's own list names whom it means.
 */
export function readingWithFacts(reading: NetworkReading, stated: StatedFacts): NetworkReading {
  if (stated === NOTHING_STATED || reading.kind === 'person') return reading;
  const { name, place } = stated;
  const kind = stated.kind ?? (reading.kind === 'opaque' && name !== undefined ? 'company' : reading.kind);
  if (reading.kind === 'opaque' && kind !== 'provider' && name === undefined) return reading;
  const isNamed = reading.name !== '' || name === undefined;
  // "40614 Muster City" reads like a street in some countries.
  const isTownStated = (place?.postcode ?? place?.city ?? null) !== null;
  return {
    ...reading,
    kind,
    providerType: kind === 'provider' ? (stated.providerType ?? reading.providerType) : null,
    name: isNamed ? reading.name : name,
    holder: isNamed ? reading.holder : name,
    core: isNamed ? reading.core : words(name),
    street: place?.street ?? (isTownStated ? null : reading.street),
    postcode: place?.postcode ?? reading.postcode,
    city: place?.city ?? reading.city,
    country: place?.country ?? reading.country,
    // The operator answers for his own list.
    reasons: name === undefined ? reading.reasons : [],
  };
}

/** The record with what its source states beside name, kind and place. */
export function withStatedFacts(record: CompanyRecord, stated: StatedFacts): CompanyRecord {
  if (stated === NOTHING_STATED || record.kind === 'person' || record.kind === 'opaque') return record;
  return {
    ...record,
    company: {
      ...record.company,
      domain: stated.domain ?? null,
      industry: stated.industry ?? null,
      size: stated.size ?? record.company.size,
    },
  };
}
