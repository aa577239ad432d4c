import type { CompanyRecord, CompanySize, Industry, Kind, ProviderType, SizeClass } from '../../contracts/company.ts';

/** What a source states of an organisation in fields of its own; null, or nothing, where it is silent. */
export type StatedFacts = {
  readonly kind?: Kind | null;
  readonly providerType?: ProviderType | null;
  readonly asn?: number | null;
  readonly domain?: string | null;
  readonly industry?: Industry | null;
  /** Headcount; 0 means unknown. */
  readonly employees?: number | null;
  readonly sizeClass?: SizeClass | null;
};

export const NOTHING_STATED: StatedFacts = {};

/** Smallest headcount of each class but the last, in order. */
const CLASS_ENDS: readonly (readonly [SizeClass, number])[] = [
  ['1-4', 4],
  ['5-9', 9],
  ['10-19', 19],
  ['20-49', 49],
  ['50-99', 99],
  ['100-249', 249],
  ['250-499', 499],
  ['500-999', 999],
];

export function sizeClassOf(employees: number): SizeClass | null {
  if (!(employees > 0)) return null;
  return CLASS_ENDS.find(([, most]) => employees <= most)?.[0] ?? '1000+';
}

/** The record with what its source states; one of a person or of nobody takes nothing. */
export function withStatedFacts(record: CompanyRecord, stated: StatedFacts): CompanyRecord {
  if (stated === NOTHING_STATED || record.kind === 'person' || record.kind === 'opaque') return record;
  const kind = stated.kind ?? record.kind;
  return {
    ...record,
    kind,
    providerType: kind === 'provider' ? (stated.providerType ?? record.providerType) : null,
    asn: stated.asn ?? record.asn,
    company: {
      ...record.company,
      domain: stated.domain ?? record.company.domain,
      industry: stated.industry ?? record.company.industry,
      size: sizeOf(stated) ?? record.company.size,
    },
  };
}

function sizeOf({ employees, sizeClass }: StatedFacts): CompanySize | null {
  const known = employees !== undefined && employees !== null && employees > 0 ? employees : null;
  const size = (known === null ? null : sizeClassOf(known)) ?? sizeClass ?? null;
  return size === null ? null : { class: size, employees: known, evidence: 'stated' };
}
