import type { ImportFormat } from './registry-objects.ts';
import type { ScanNames } from './scan-objects.ts';

/** What an attribute means, whatever its registry calls it. */
export const ROLES = {
  range: 1,
  netname: 2,
  /** Lines that describe the user of a network: `descr`, LACNIC's `owner`. */
  description: 3,
  remarks: 4,
  address: 5,
  postcode: 6,
  country: 7,
  /** Handle of an organisation: its own, or the one that a network is linked to. */
  organisation: 8,
  status: 9,
  maintainer: 10,
  asn: 11,
  /** Date of the last change. */
  changed: 12,
  created: 13,
  organisationName: 14,
  organisationType: 15,
  city: 16,
  region: 17,
} as const;
export type Role = keyof typeof ROLES;

/** What an object is, by its first attribute. */
export const CLASSES = { network: 1, organisation: 2, other: 3 } as const;

/** Registry formats that are made of objects. */
export type ObjectFormat = Extract<
  ImportFormat,
  'ripe' | 'apnic' | 'afrinic' | 'jpnic' | 'krnic' | 'twnic' | 'lacnic' | 'arin'
>;

export type Grammar = {
  readonly networks: readonly string[];
  readonly organisations: readonly string[];
  /** Classes of which nothing is read: persons, routes, maintainers … */
  readonly others: readonly string[];
  readonly attributes: Readonly<Record<string, Role>>;
};

/** RFC 2622, RFC 2725, RFC 4012 and the RIPE database's own classes. */
const RPSL_OTHERS = (
  'as-block as-set aut-num domain filter-set inet-rtr irt key-cert limerick mntner nic-hdl peering-set person ' +
  'poem poetic-form role route route6 route-set rtr-set dictionary repository'
).split(' ');

const RPSL: Grammar = {
  networks: ['inetnum', 'inet6num'],
  organisations: ['organisation'],
  others: RPSL_OTHERS,
  attributes: {
    inetnum: 'range',
    inet6num: 'range',
    netname: 'netname',
    descr: 'description',
    remarks: 'remarks',
    address: 'address',
    'zip-code': 'postcode',
    country: 'country',
    org: 'organisation',
    organisation: 'organisation',
    status: 'status',
    'network-type': 'status',
    'mnt-by': 'maintainer',
    'last-modified': 'changed',
    changed: 'changed',
    created: 'created',
    'org-name': 'organisationName',
    'org-type': 'organisationType',
  },
};

const LACNIC: Grammar = {
  networks: ['inetnum', 'inet6num'],
  organisations: [],
  others: [...RPSL_OTHERS, 'inetrev', 'ownerid', 'owner-c'],
  attributes: {
    inetnum: 'range',
    inet6num: 'range',
    owner: 'description',
    address: 'address',
    city: 'city',
    country: 'country',
    status: 'status',
    'aut-num': 'asn',
    changed: 'changed',
    created: 'created',
  },
};

const ARIN: Grammar = {
  networks: ['nethandle', 'v6nethandle'],
  organisations: ['orgid'],
  others: ['ashandle', 'pochandle'],
  attributes: {
    netrange: 'range',
    netname: 'netname',
    orgid: 'organisation',
    nettype: 'status',
    originas: 'asn',
    comment: 'remarks',
    updated: 'changed',
    regdate: 'created',
    orgname: 'organisationName',
    street: 'address',
    city: 'city',
    'state/prov': 'region',
    postalcode: 'postcode',
    country: 'country',
  },
};

export const GRAMMARS: Readonly<Record<ObjectFormat, Grammar>> = {
  ripe: RPSL,
  apnic: RPSL,
  afrinic: RPSL,
  jpnic: RPSL,
  krnic: RPSL,
  twnic: RPSL,
  lacnic: LACNIC,
  arin: ARIN,
};

export function isObjectFormat(format: ImportFormat): format is ObjectFormat {
  return format in GRAMMARS;
}

/** Names in the form of the scanner. */
export function scanNames({ networks, organisations, others, attributes }: Grammar): ScanNames {
  return {
    roles: new Map(Object.entries(attributes).map(([name, role]) => [name, ROLES[role]])),
    classes: new Map([
      ...networks.map((name) => [name, CLASSES.network] as const),
      ...organisations.map((name) => [name, CLASSES.organisation] as const),
      ...others.map((name) => [name, CLASSES.other] as const),
    ]),
  };
}

/**
 * Objects that only say that a range belongs elsewhere; a registry's database holds them to be complete. By netname.
 */
export const NOT_OF_THIS_REGISTRY =
  /^(?:NON-(?:RIPE|APNIC|AFRINIC|ARIN|LACNIC)|IANA-(?:BLK|BLOCK|NETBLOCK|RESERVED)|NOT-MANAGED|ERX-NETBLOCK|EU-ZZ-|STUB-|(?:RIPE|APNIC|AFRINIC|ARIN|LACNIC)-CIDR-BLOCK)/i;
