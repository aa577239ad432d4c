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

/** A range of people as a source states it; `to` is null where it has no upper end ("10001+"). */
export type PeopleRange = { readonly from: number; readonly to: number | null };

export type CompanySize = {
  /** null where only a presumption exists, and where the source's own range lies in no single class. */
  readonly class: SizeClass | null;
  /** A stated range that is no class of ours ("11-50"); null where there is none, or where `class` says it. */
  readonly range: PeopleRange | null;
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

/** Yearly revenue in euros, as the steps that commercial lists use. */
export const REVENUE_CLASSES = [
  'under-1m',
  '1m-2m',
  '2m-5m',
  '5m-10m',
  '10m-50m',
  '50m-100m',
  '100m-500m',
  'over-500m',
] as const;
export type RevenueClass = (typeof REVENUE_CLASSES)[number];

/** An entry in a commercial register or the like: who keeps it (a court, an office; may be unknown), and the number there. */
export type RegisterEntry = { readonly authority: string | null; readonly number: string };

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
  readonly revenue: RevenueClass | null;
  readonly domain: string | null;
  readonly register: RegisterEntry | null;
  /** Legal Entity Identifier, ISO 17442: 20 characters. */
  readonly lei: string | null;
};

/** Parts of a company whose source is told, each by itself. `location` is street, postcode, city and country together. */
export const COMPANY_FIELDS = [
  'name',
  'legalForm',
  'location',
  'industry',
  'size',
  'revenue',
  'domain',
  'register',
  'lei',
] as const;
export type CompanyField = (typeof COMPANY_FIELDS)[number];

export type Evidence = {
  readonly source: string;
  /** Key of the object in its source (an AS number, an inetnum …): the operator's alone. */
  readonly object: string;
  /** ISO date of the source's data. */
  readonly date: string;
  readonly licence: string;
};

/** How a network's holder was found in the company sources. */
export type CompanyMatch = {
  /** 0 to 1. */
  readonly score: number;
  /** What agreed, and what did not, in the order in which it counted. */
  readonly reasons: readonly string[];
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
  /**
   * Position in `evidence` of the source that states a part of the company. A part that is not named here comes from
   * the first one: the network's own source.
   */
  readonly fieldEvidence: Readonly<Partial<Record<CompanyField, number>>>;
  /** null where no company source was joined. */
  readonly match: CompanyMatch | null;
};
