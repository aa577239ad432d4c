import { CLASSES, GRAMMARS, scanNames } from './grammars.ts';
import { readHead } from './read-chunks.ts';
import { cellsOf, separatorOf } from './read-csv.ts';
import { openMmdb } from './read-mmdb.ts';
import type { ImportFormat } from './registry-objects.ts';
import { createObjectScanner, type ScanNames } from './scan-objects.ts';
import { columnsOf, containerOfHead } from './table-readers.ts';

/** Formats by the `source` of their objects; the national registries that have none of their own write as APNIC does. */
const FORMAT_OF_SOURCE: Readonly<Record<string, ImportFormat>> = {
  RIPE: 'ripe',
  APNIC: 'apnic',
  IDNIC: 'apnic',
  IRINN: 'apnic',
  CNNIC: 'apnic',
  VNNIC: 'apnic',
  AFRINIC: 'afrinic',
  JPNIC: 'jpnic',
  KRNIC: 'krnic',
  TWNIC: 'twnic',
  LACNIC: 'lacnic',
  ARIN: 'arin',
};

/** What a MaxMind DB is, by the type that it states. Places of geolocation are no use. */
const MMDB_TYPES: readonly (readonly [RegExp, ImportFormat])[] = [
  [/asn(?!.*compan)/i, 'asn'],
  [/isp|enterprise|compan|connection|anonymous|privacy|domain|proxy/i, 'mmdb'],
];

/** What a file is, by its content alone; null for what no importer reads. @throws the operating system's error */
export async function recogniseFormat(path: string): Promise<ImportFormat | null> {
  const head = await readHead(path);
  const container = containerOfHead(head);
  if (container === 'mmdb') {
    const file = openMmdb(path);
    return file.ok ? (MMDB_TYPES.find(([type]) => type.test(file.value.databaseType))?.[1] ?? null) : null;
  }
  const text = head.toString('latin1');
  if (container === 'json') return JSON_RANGE.test(text) && JSON_NAME.test(text) ? 'own' : null;
  return formatOfObjects(head) ?? formatOfLines(text);
}

const JSON_RANGE = /"(?:cidr|network|prefix|range|start|first|from)"\s*:\s*"[\d.:a-f]{2,45}(?:\/\d{1,3})?"/i;
const JSON_NAME = /"(?:name|company|organi[sz]ation|firma|kind)"\s*:/i;

const SOURCE = 201;
const LACNIC_OWNER = 202;
const SCANNED: ScanNames = {
  roles: new Map([
    ['source', SOURCE],
    ['owner', LACNIC_OWNER],
    ['inetnum-up', LACNIC_OWNER],
  ]),
  classes: new Map([...scanNames(GRAMMARS.ripe).classes, ...scanNames(GRAMMARS.arin).classes]),
};
const ARIN_CLASS = /^(?:v6nethandle|nethandle|orgid)$/i;

/** By the networks and organisations among the first objects: the format that most of them have. */
function formatOfObjects(head: Buffer): ImportFormat | null {
  const votes = new Map<ImportFormat, number>();
  const scanner = createObjectScanner(SCANNED, ({ bytes, classOf, parts, count, fault }) => {
    if (fault !== null || (classOf !== CLASSES.network && classOf !== CLASSES.organisation)) return;
    let format: ImportFormat | null = null;
    for (let place = 0; place < count * 3; place += 3) {
      const value = bytes.toString('latin1', parts[place + 1], parts[place + 2]).trim();
      if (parts[place] === LACNIC_OWNER) format = 'lacnic';
      else if (parts[place] === SOURCE) format = formatOfSource(value) ?? format;
    }
    if (format !== null) votes.set(format, (votes.get(format) ?? 0) + 1);
  });
  // What the head cuts off is no object.
  const end = Math.max(head.lastIndexOf('\n\n'), head.lastIndexOf('\n\r\n'));
  scanner.push(end < 0 ? head : head.subarray(0, end + 1));
  scanner.end();
  const [best] = [...votes].sort(([, one], [, other]) => other - one);
  if (best) return best[0];
  return [...head.toString('latin1').matchAll(/^([A-Za-z0-9]+):/gm)].some(([, name = '']) => ARIN_CLASS.test(name))
    ? 'arin'
    : null;
}

/** `RIPE`, `APNIC # Filtered`, `RIPE-GRS`. */
function formatOfSource(value: string): ImportFormat | null {
  return FORMAT_OF_SOURCE[/^[A-Za-z]+/.exec(value)?.[0].toUpperCase() ?? ''] ?? null;
}

const ALLOCATION = /^\s+\d{8}\t[\d.:a-f]+\/\d+/im;
const REGID = /^[a-z]{2}\.[\w-]+\s*$/m;
const PREFIX = /^(?:\d{1,3}(?:\.\d{1,3}){0,3}\/\d{1,2}|[\da-f]{0,4}(?::[\da-f]{0,4}){1,7}\/\d{1,3})(?=$|[\s,;#])/i;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}|\d{1,39})$/i;
const ASN = /^AS\d+(?=$|[\s,;#])/i;

/** Lists and tables: by their head, else by what stands in the first line. */
function formatOfLines(text: string): ImportFormat | null {
  if (ALLOCATION.test(text) && REGID.test(text)) return 'alloclist';
  const line = text
    .replace('\u00ef\u00bb\u00bf', '')
    .split(/\r?\n/)
    .find((each) => each.trim() !== '' && !each.startsWith('#') && !each.startsWith(';'));
  if (line === undefined) return null;
  if (ASN.test(line)) return 'as-class';
  const cells = cellsOf(line, separatorOf(line)) ?? [];
  const columns = columnsOf(cells);
  if (columns !== null) return formatOfColumns(new Set(columns));
  const [first = '', second = '', third = ''] = cells;
  if (PREFIX.test(first)) return 'cidr';
  if (!ADDRESS.test(first) || !ADDRESS.test(second)) return null;
  if (/^\d+$/.test(third) && cells.length <= 5) return 'asn';
  if (/\/\d+$/.test(third)) return 'asn';
  return /^[A-Z]{2}$|^-$/.test(third) && cells.length >= 5 ? 'mmdb' : 'cidr';
}

function formatOfColumns(columns: ReadonlySet<string>): ImportFormat | null {
  const has = (...names: readonly string[]): boolean => names.some((name) => columns.has(name));
  if (!has('cidr', 'first')) return has('asn') ? 'as-class' : null;
  if (has('postcode', 'employees', 'sizeClass', 'street', 'industry', 'kind')) return 'own';
  if (has('isp', 'type', 'vpn', 'hosting', 'domain', 'mobile', 'relay')) return 'mmdb';
  if (has('asn') && has('asName', 'name')) return 'asn';
  return has('name') ? 'own' : 'cidr';
}
