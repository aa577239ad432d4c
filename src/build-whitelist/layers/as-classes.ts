import { type Kind, KINDS } from '../../contracts/company.ts';
import { flattenRanges4, flattenRanges6 } from '../../whitelist/flatten-ranges.ts';
import { indexSegments4, segmentAt4 } from '../../whitelist/range-index-4.ts';
import { indexSegments6, valueAt6 } from '../../whitelist/range-index-6.ts';
import { AS_CLASSES, type AsClass } from './as-class.ts';
import type { LayerColumns, OpenLayer } from './layer-file.ts';
import { isAsLevel, isRegistry } from './ranks.ts';

/** Of the classes that several lists give to one autonomous system, that counts which shows the least. */
const STRENGTH: Readonly<Record<AsClass, number>> = { hosting: 5, isp: 4, education: 3, government: 2, business: 1 };

/** The class of each autonomous system that a list of classes names. */
export function classesOf(layers: readonly OpenLayer[]): Map<number, AsClass> {
  const classes = new Map<number, AsClass>();
  for (const { columns } of layers) {
    for (const [position, asn] of columns.asNumbers.entries()) {
      const found = AS_CLASSES[columns.asClasses[position] ?? AS_CLASSES.length];
      const known = classes.get(asn);
      if (found && (!known || STRENGTH[found] > STRENGTH[known])) classes.set(asn, found);
    }
  }
  return classes;
}

/** 1 for each range that lies in a hoster's autonomous system. */
export type HostingRanges = { readonly four: Uint8Array; readonly six: Uint8Array };

/** Kinds of which it is worth knowing: a hoster's customer may be anybody's server. */
const ASKED: ReadonlySet<Kind> = new Set(['company', 'public', 'education']);

/** For each layer its ranges in hosters' networks; null where there is none, or where the layer is no registry's. */
export function hostingRanges(
  layers: readonly OpenLayer[],
  classes: ReadonlyMap<number, AsClass>,
): (HostingRanges | null)[] {
  const hosters = new Set([...classes].flatMap(([asn, asClass]) => (asClass === 'hosting' ? [asn] : [])));
  const networks = layers.filter(({ manifest }) => isAsLevel(manifest.format) && manifest.contents.records > 0);
  if (hosters.size === 0 || networks.length === 0) return layers.map(() => null);
  const isHosting4 = findHosting4(networks, hosters);
  const isHosting6 = findHosting6(networks, hosters);
  return layers.map(({ manifest, columns }) => {
    if (!isRegistry(manifest.format)) return null;
    const isAsked = (record: number): boolean => ASKED.has(KINDS[columns.recordKinds[record] ?? 0] ?? 'opaque');
    const four = Uint8Array.from(columns.records4, (record, range) =>
      Number(isAsked(record) && isHosting4(columns.firsts4[range] ?? 0)),
    );
    const six = Uint8Array.from(columns.records6, (record, range) =>
      Number(isAsked(record) && isHosting6(columns.firsts6, range * 4)),
    );
    return four.includes(1) || six.includes(1) ? { four, six } : null;
  });
}

const HOSTING = 1;
const OTHER = 2;

function findHosting4(networks: readonly OpenLayer[], hosters: ReadonlySet<number>): (address: number) => boolean {
  const index = indexSegments4(
    flattenRanges4({
      firsts: concat(networks.map(({ columns }) => columns.firsts4)),
      lasts: concat(networks.map(({ columns }) => columns.lasts4)),
      values: concat(networks.map(({ columns }) => valuesOf(columns, columns.records4, hosters))),
    }),
  );
  return (address) => index.values[segmentAt4(index, address)] === HOSTING;
}

function findHosting6(
  networks: readonly OpenLayer[],
  hosters: ReadonlySet<number>,
): (words: Uint32Array, at: number) => boolean {
  const index = indexSegments6(
    flattenRanges6({
      firsts: concat(networks.map(({ columns }) => columns.firsts6)),
      lasts: concat(networks.map(({ columns }) => columns.lasts6)),
      values: concat(networks.map(({ columns }) => valuesOf(columns, columns.records6, hosters))),
    }),
  );
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  return (words, at) => {
    for (let word = 0; word < 4; word += 1) view.setUint32(word * 4, words[at + word] ?? 0);
    return valueAt6(index, bytes) === HOSTING;
  };
}

function valuesOf(columns: LayerColumns, records: Uint32Array, hosters: ReadonlySet<number>): Uint32Array {
  return records.map((record) => (hosters.has(columns.recordAsns[record] ?? 0) ? HOSTING : OTHER));
}

function concat(parts: readonly Uint32Array[]): Uint32Array {
  const whole = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
