import type { ImportFormat } from '../import/registry-objects.ts';

/**
 * Which source decides between two ranges of one size that hold an address; the smaller wins. The operator's own list
 * knows best; a list of hosting, VPN or relay networks says what a network is; a regional registry says who uses it.
 */
export const RANKS: Readonly<Record<ImportFormat, number>> = {
  own: 0,
  cidr: 1,
  ripe: 2,
  apnic: 2,
  afrinic: 2,
  jpnic: 2,
  krnic: 2,
  twnic: 2,
  lacnic: 2,
  arin: 2,
  mmdb: 3,
  alloclist: 4,
  asn: 5,
  'as-class': 5,
};

/** Registries whose objects name who uses a range: what the class of an autonomous system says is asked about these. */
export function isRegistry(format: ImportFormat): boolean {
  return RANKS[format] === RANKS.ripe;
}

/** Sources that know the holder of an autonomous system alone. */
export function isAsLevel(format: ImportFormat): boolean {
  return RANKS[format] === RANKS.asn;
}
