/** What a site does not count at all: ranges of addresses, pages, hosts of its pages, companies. */
export const EXCLUSION_KINDS = ['range', 'page', 'host', 'company'] as const;
export type ExclusionKind = (typeof EXCLUSION_KINDS)[number];

/** Longest value and longest reason of an exclusion, in characters. */
export const LONGEST_EXCLUSION = 512;
export const LONGEST_EXCLUSION_REASON = 500;

/** Tells whether an address stands in one of some ranges: IPv4 as a number, IPv6 as 16 bytes in network order. */
export type AddressRanges = {
  has4(address: number): boolean;
  has6(bytes: Uint8Array): boolean;
};

/** What a site excludes by the address or by what it leads to. */
export type SiteExclusions = {
  readonly ranges: AddressRanges;
  /** Ids of companies as they were when somebody excluded them. */
  readonly companies: ReadonlySet<string>;
};
