import ipaddr from 'ipaddr.js';
import type { CompanyRecord } from '../contracts/company.ts';
import type { ListedObject, Whitelist } from '../whitelist/open-whitelist.ts';
import type { WhitelistLookup } from './record-judge.ts';
import { NOT_LISTED, SPECIAL } from '../whitelist/segments.ts';

/** For the tests of this room: one range and what it leads to; null for a special-purpose range. */
export type ListedRange = readonly [cidr: string, record: CompanyRecord | null];

function holds(cidr: string, bytes: readonly number[]): boolean {
  const address = ipaddr.fromByteArray([...bytes]);
  const range = ipaddr.parseCIDR(cidr);
  return range[0].kind() === address.kind() && address.match(range);
}

/** A whitelist of a few ranges, the first match wins; documentation prefixes may lead to records. */
export function whitelistInMemory(ranges: readonly ListedRange[]): WhitelistLookup &
  Pick<Whitelist, 'prefixAt4' | 'prefixAt6' | 'objectsAt4' | 'objectsAt6'> & {
    readonly manifest: { readonly version: string; readonly sources: readonly { id: string; title: string }[] };
  } {
  function rangeOf(bytes: readonly number[]): number {
    return ranges.findIndex(([cidr]) => holds(cidr, bytes));
  }
  function objectsAt(bytes: readonly number[]): ListedObject[] {
    return ranges.flatMap(([cidr], record) =>
      holds(cidr, bytes)
        ? [{ first: 0n, last: 0n, prefix: cidr, key: `inetnum ${cidr}`, sourceId: 'own', date: '2025-03-04', record }]
        : [],
    );
  }
  function find(bytes: readonly number[]): number {
    const at = rangeOf(bytes);
    if (at < 0) return NOT_LISTED;
    return ranges[at]?.[1] === null ? SPECIAL : at;
  }
  return {
    manifest: { version: '0123456789abcdef', sources: [{ id: 'own', title: 'own list' }] },
    find4: (address) => find(bytesOf(address)),
    find6: (bytes) => find([...bytes]),
    recordCount: ranges.length,
    record(index) {
      const record = ranges[index]?.[1];
      if (!record) throw new RangeError('no such record');
      return record;
    },
    prefixAt4: (address) => ranges[rangeOf(bytesOf(address))]?.[0] ?? '',
    prefixAt6: (bytes) => ranges[rangeOf([...bytes])]?.[0] ?? '',
    objectsAt4: (address) => objectsAt(bytesOf(address)),
    objectsAt6: (bytes) => objectsAt([...bytes]),
  };
}

function bytesOf(address: number): readonly number[] {
  return [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255];
}

/** A record that the release rules let through; change what a test is about. */
export const COMPANY_RECORD: CompanyRecord = {
  kind: 'company',
  providerType: null,
  company: {
    id: 'aaaaaaaaaaaaa',
    name: 'Muster Maschinen GmbH',
    legalForm: 'GmbH',
    street: 'Musterstraße 1',
    postcode: '70435',
    city: 'Stuttgart',
    country: 'DE',
    locationEvidence: 'organisation',
    industry: { scheme: 'WZ2008', code: '28', label: { de: 'Maschinenbau', en: 'Manufacture of machinery' } },
    size: { class: '250-499', range: null, employees: null, evidence: 'stated' },
    revenue: null,
    domain: 'muster.example',
    register: null,
    lei: null,
  },
  holder: 'MUSTER-AS',
  asn: 64_496,
  confidence: 0.93,
  confidenceReasons: [],
  evidence: [{ source: 'own list', object: 'row 1', date: '2026-06-17', licence: 'own' }],
  fieldEvidence: {},
  match: null,
};
