/**
 * What the importers make of the objects of all registries: one shape for a network, one for an organisation. The
 * formats differ in grammar alone (grammars.ts); reading who stands behind a network (read/) knows no format.
 */

/** Formats of `doorplate whitelist import --format` (interfaces.md). */
export const IMPORT_FORMATS = [
  'ripe',
  'apnic',
  'afrinic',
  'jpnic',
  'krnic',
  'twnic',
  'lacnic',
  'arin',
  'alloclist',
  'asn',
  'as-class',
  'cidr',
  'mmdb',
  'own',
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** A range of addresses, both ends inclusive; IPv4 as unsigned 32-bit numbers, IPv6 as 128-bit integers. */
export type Bounds =
  | { readonly family: 4; readonly first: number; readonly last: number }
  | { readonly family: 6; readonly first: bigint; readonly last: bigint };

/** A network as its registry describes it. Texts are trimmed, in Unicode, with mojibake repaired; '' stands for none. */
export type NetworkObject = {
  readonly format: ImportFormat;
  readonly bounds: Bounds;
  /** `netname`, `NetName`; '' in LACNIC and KRNIC. */
  readonly netname: string;
  /** `descr` lines in order, empty ones left out; LACNIC's `owner`. */
  readonly descr: readonly string[];
  /** `remarks` lines that are no contact data. */
  readonly remarks: readonly string[];
  /** Address lines of the object itself (LACNIC, KRNIC, APNIC), not of its organisation. */
  readonly address: readonly string[];
  /** A postcode in an attribute of its own (KRNIC `zip-code`). */
  readonly postcode: string | null;
  /** ISO 3166-1 alpha-2, upper case; null where the attribute is missing or names several. */
  readonly country: string | null;
  /** Handle of the linked organisation (`org`, `OrgID`); null for none. */
  readonly organisation: string | null;
  /** `status`, `NetType`, upper case: `ASSIGNED PA`, `REASSIGNMENT` … */
  readonly status: string;
  /** `mnt-by`, upper case. */
  readonly maintainers: readonly string[];
  /** AS number that the object itself names (LACNIC `aut-num`); null for none. */
  readonly asn: number | null;
  /** ISO date of the last change; null where the object has none. */
  readonly date: string | null;
};

/** An organisation to which networks are linked. */
export type OrganisationObject = {
  readonly handle: string;
  readonly name: string;
  /** `org-type`, upper case: `LIR`, `OTHER` …; '' where the registry has none. */
  readonly type: string;
  /** Address lines as written; in ARIN the `Street` lines alone. */
  readonly address: readonly string[];
  /** Parts that have an attribute of their own (ARIN); null elsewhere. */
  readonly city: string | null;
  readonly region: string | null;
  readonly postcode: string | null;
  readonly country: string | null;
  readonly date: string | null;
};
