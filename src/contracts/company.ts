/** What the whitelist says about an organisation and its network. */

export const KINDS = ['company', 'public', 'education', 'person', 'provider', 'opaque'] as const;
export type Kind = (typeof KINDS)[number];

/** What kind of provider; `isp` where only access is known. */
export const PROVIDER_TYPES = ['isp', 'mobile', 'hosting', 'cloud', 'vpn', 'relay', 'wifi'] as const;
export type ProviderType = (typeof PROVIDER_TYPES)[number];

/** ISO size classes of the product, in people. */
export const SIZE_CLASSES = [
  '1-4',
  '5-9',
  '10-19',
  '20-49',
  '50-99',
  '100-249',
  '250-499',
  '500-999',
  '1000+',
] as const;
export type SizeClass = (typeof SIZE_CLASSES)[number];

/** How we know that five or more people work there (`identification.md`, accepted size evidence). */
export const SIZE_EVIDENCE = ['stated', 'two-registers', 'large-network'] as const;
export type SizeEvidence = (typeof SIZE_EVIDENCE)[number];

export type CompanySize = {
  /** null where only a presumption exists. */
  readonly class: SizeClass | null;
  /** Stated headcount; null where unknown (0 in a source means unknown). */
  readonly employees: number | null;
  /** null: no evidence at all. */
  readonly evidence: SizeEvidence | null;
};

export type Industry = {
  readonly scheme: string;
  readonly code: string;
  readonly label: { readonly de: string; readonly en: string };
};

export type Company = {
  /** Stable over rebuilds: 13 characters of base32 from name, legal form, country and postcode or city. */
  readonly id: string;
  readonly name: string;
  /** As written in the list of legal forms (`GmbH`, `AG`, `Inc.`); null where none was read. */
  readonly legalForm: string | null;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string | null;
  /** `organisation`: from the organisation's own data; `network-registration`: only the network's country (labelled so). */
  readonly locationEvidence: 'organisation' | 'network-registration';
  readonly industry: Industry | null;
  readonly size: CompanySize;
  readonly domain: string | null;
};

export type Evidence = {
  readonly source: string;
  /** Key of the object in its source (an AS number, an inetnum …): the operator's alone. */
  readonly object: string;
  /** ISO date of the source's data. */
  readonly date: string;
  readonly licence: string;
};

/** One record of the whitelist: an organisation as one source (or a join) describes it. */
export type CompanyRecord = {
  readonly kind: Kind;
  /** What kind of provider; null for all other kinds, and where it cannot be told. */
  readonly providerType: ProviderType | null;
  readonly company: Company;
  /** Name of the network's holder as the source writes it. */
  readonly holder: string;
  readonly asn: number | null;
  /** 0 to 1. */
  readonly confidence: number;
  /**
   * Codes of what raised or lowered the confidence, in order. The builder writes those of `CONFIDENCE_REASONS`; a
   * whitelist file of another version may hold others.
   */
  readonly confidenceReasons: readonly string[];
  readonly evidence: readonly Evidence[];
};
