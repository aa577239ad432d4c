import { z } from 'zod';
import { companyId } from '../../company/company-id.ts';
import { readLegalForm } from '../../company/legal-forms.ts';
import { readsAsPerson } from '../../company/personal-names.ts';
import { words } from '../../company/words.ts';
import type { CompanyRecord, Kind, ProviderType } from '../../contracts/company.ts';
import { fault, ok, type Result } from '../../contracts/result.ts';
import { ANONYMOUS_OPAQUE } from '../anonymous-records.ts';
import { confidenceOf } from '../confidence-of.ts';
import { withoutContactData } from './contact-lines.ts';
import type { RecordOrigin } from './describe-network.ts';
import type { ObjectFormat } from './grammars.ts';
import type { FileFault, FileProgress, FileReader, ImportSink } from './import-sink.ts';
import { readAlloclist } from './read-alloclist.ts';
import type { BoundsFault } from './read-bounds.ts';
import { readChunks, readHead } from './read-chunks.ts';
import { readCsv } from './read-csv.ts';
import { type MmdbValue, openMmdb } from './read-mmdb.ts';
import { boundsIn, factsIn, networkOfRow, typeIn, valueIn } from './read-row.ts';
import { asnOf, countryOf } from './read-values.ts';
import type { Bounds, ImportFormat } from './registry-objects.ts';
import { repairEncoding } from './repair-encoding.ts';
import { NOTHING_STATED } from './stated-facts.ts';
import { asClassOf, type Field, fieldOf, HEADLESS, type Row } from './table-fields.ts';
import { parseJson } from '../../whitelist/parse-json.ts';

/** What is said of a list beside its content. */
export type ListContext = RecordOrigin & {
  /** The organisation behind a list of ranges; '' for none. */
  readonly name: string;
  /** `hosting` where nothing is said. */
  readonly providerType: ProviderType | null;
};

type TableFormat = Exclude<ImportFormat, ObjectFormat>;

/** How files of a format without objects are read. */
export function fileReaderOf(format: TableFormat, list: ListContext): FileReader {
  if (format === 'alloclist') return readAlloclist;
  const useRow = ROWS[format];
  return async (path, sink, onProgress) => {
    const use: OnRow = (row, bounds, number) => useRow({ row, bounds, number }, sink, list);
    const container = await containerOf(path);
    if (container === 'mmdb') return readMmdbFile(path, sink, use);
    if (container === 'json') return readJsonFile(path, use);
    return readTable(format, path, sink, onProgress, use);
  };
}

type Entry = {
  readonly row: Row;
  readonly bounds: Result<Bounds, BoundsFault>;
  /** Of its line, or of the entry itself. */
  readonly number: number;
};

type OnRow = (row: Row, bounds: Entry['bounds'], number: number) => void;

type UseRow = (entry: Entry, sink: ImportSink, list: ListContext) => void;

const ROWS: Readonly<Record<Exclude<TableFormat, 'alloclist'>, UseRow>> = {
  asn: (entry, sink) =>
    withBounds(entry, sink, (bounds, row) => {
      const name = valueIn(row, 'asName') ?? valueIn(row, 'name');
      const asn = asnOf(row.asn ?? '');
      if (asn === null) sink.ignore('no-asn');
      else if (name === null) sink.ignore('no-name');
      else sink.network(networkOfRow('asn', bounds, row, name), null, NOTHING_STATED);
    }),
  'as-class': ({ row, number }, sink) => {
    const asn = asnOf(row.asn ?? '');
    // A list of numbers alone is one of hosters: data centres, clouds.
    const asClass = row.type === undefined ? 'hosting' : asClassOf(row.type);
    if (asn === null) sink.wrong(number, 'UNREADABLE_ASN');
    else if (asClass === null) sink.ignore('unknown-class');
    else sink.asClass(asn, asClass);
  },
  cidr: (entry, sink, list) =>
    withBounds(entry, sink, (bounds, row) => {
      const providerType = list.providerType ?? typeIn(row).providerType ?? 'hosting';
      sink.range(bounds, providerRecord(valueIn(row, 'name') ?? list.name, providerType, list));
    }),
  mmdb: (entry, sink) =>
    withBounds(entry, sink, (bounds, row) => {
      const stated = factsIn(row);
      const name = valueIn(row, 'name') ?? valueIn(row, 'isp') ?? valueIn(row, 'asName');
      if (name === null && stated.kind !== 'provider') sink.ignore('no-name');
      else sink.network(networkOfRow('mmdb', bounds, row, name ?? ''), null, stated);
    }),
  own: (entry, sink) =>
    withBounds(entry, sink, (bounds, row) => {
      const name = valueIn(row, 'name');
      const stated = factsIn(row);
      if (name === null && !isNamelessKind(stated.kind)) {
        sink.wrong(entry.number, 'MISSING_NAME');
        return;
      }
      sink.network(networkOfRow('own', bounds, row, name ?? ''), null, {
        ...stated,
        name: name ?? '',
        place: {
          street: valueIn(row, 'street'),
          postcode: valueIn(row, 'postcode'),
          city: valueIn(row, 'city'),
          country: countryOf([row.country ?? '']),
        },
      });
    }),
};

/** Kinds of which nobody is named. */
function isNamelessKind(kind: Kind | null | undefined): boolean {
  return kind === 'provider' || kind === 'person' || kind === 'opaque';
}

function withBounds({ row, bounds, number }: Entry, sink: ImportSink, use: (bounds: Bounds, row: Row) => void): void {
  if (bounds.ok) use(bounds.value, row);
  else sink.wrong(number, bounds.fault);
}

/** A network of a provider, on the word of the list that names it. */
function providerRecord(written: string, providerType: ProviderType, origin: RecordOrigin): CompanyRecord {
  const name = withoutPerson(written);
  return {
    ...ANONYMOUS_OPAQUE,
    kind: 'provider',
    providerType,
    company: {
      ...ANONYMOUS_OPAQUE.company,
      id: companyId({ name: words(name).join(' '), legalForm: '', country: null, place: '' }),
      name,
    },
    holder: name,
    confidence: confidenceOf([]),
    evidence: [{ source: origin.title, object: '', date: '', licence: origin.licence }],
  };
}

/** The name of an organisation without contact data; '' for a person's. */
function withoutPerson(written: string): string {
  const name = withoutContactData(written);
  return readsAsPerson(name, readLegalForm(words(name), null)) === 'yes' ? '' : name;
}

type Container = 'mmdb' | 'json' | 'text';

/** By the first bytes: a tree of an MMDB is no text. */
export function containerOfHead(head: Buffer): Container {
  if (head.some((byte) => byte < 9)) return 'mmdb';
  const text = head.toString('latin1').replace('\u00ef\u00bb\u00bf', '');
  return /^\s*[[{]/.test(text) ? 'json' : 'text';
}

async function containerOf(path: string): Promise<Container> {
  return containerOfHead(await readHead(path));
}

async function readMmdbFile(path: string, sink: ImportSink, use: OnRow): Promise<Result<null, FileFault>> {
  const file = openMmdb(path);
  if (!file.ok) return file;
  let number = 0;
  return file.value.forEach(
    (bounds, value) => {
      number += 1;
      use(rowOfValue(value), ok(bounds), number);
    },
    () => {
      number += 1;
      sink.wrong(number, 'UNREADABLE_ENTRY');
    },
  );
}

const JsonList = z.array(z.record(z.string(), z.unknown()));

/** Unpacked, in bytes: beyond it a text cannot be parsed in one piece. */
const LONGEST_JSON = 256 << 20;

/** A list of objects, alone or under the one name of an object. */
async function readJsonFile(path: string, use: OnRow): Promise<Result<null, FileFault>> {
  const chunks: Buffer[] = [];
  let length = 0;
  const outcome = await readChunks(path, (chunk) => {
    length += chunk.length;
    // What is too long is read to its end, but not held.
    if (length > LONGEST_JSON) chunks.length = 0;
    else chunks.push(Buffer.from(chunk));
  });
  if (!outcome.ok) return outcome;
  const list = listIn(
    parseJson(
      Buffer.concat(chunks)
        .toString()
        .replace(/^\ufeff/, ''),
    ),
  );
  if (list === null) return fault('JSON_UNREADABLE');
  for (const [position, entry] of list.entries()) {
    const row = rowOfValue(mmdbLike(entry));
    use(row, boundsIn(row), position + 1);
  }
  return ok(null);
}

function listIn(value: unknown): Record<string, unknown>[] | null {
  const direct = JsonList.safeParse(value);
  if (direct.success) return direct.data;
  const wrapped = z.record(z.string(), z.unknown()).safeParse(value);
  if (!wrapped.success) return null;
  for (const inner of Object.values(wrapped.data)) {
    const list = JsonList.safeParse(inner);
    if (list.success) return list.data;
  }
  return null;
}

/** Fields that are read lie no deeper. */
const DEEPEST_FIELD = 8;

function mmdbLike(value: unknown, depth = 0): MmdbValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > DEEPEST_FIELD) return null;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mmdbLike(inner, depth + 1)]));
}

/** Fields of a nested value by their names or paths; of several names for one field the first of the table counts. */
function rowOfValue(value: MmdbValue): Row {
  const row: Partial<Record<Field, string>> = {};
  const ranks: Partial<Record<Field, number>> = {};
  const visit = (inner: MmdbValue, path: string): void => {
    if (typeof inner === 'object' && inner !== null) {
      for (const [name, below] of Object.entries(inner)) visit(below, path === '' ? name : `${path}.${name}`);
      return;
    }
    const found = inner === null ? null : fieldOf(path);
    if (!found || (ranks[found.field] ?? Infinity) <= found.rank) return;
    const text = typeof inner === 'string' ? repairEncoding(inner).trim() : String(inner);
    // An empty cell does not hide the next name of its field.
    if (text === '') return;
    ranks[found.field] = found.rank;
    row[found.field] = text;
  };
  visit(value, '');
  return row;
}

/** Columns by their heads; null for a first row that is no head. */
export function columnsOf(cells: readonly string[]): readonly (Field | '')[] | null {
  const found = cells.map((cell) => fieldOf(cell));
  if (found.every((field) => field === null)) return null;
  const best: Partial<Record<Field, number>> = {};
  for (const entry of found) if (entry) best[entry.field] = Math.min(best[entry.field] ?? Infinity, entry.rank);
  const columns = found.map((entry) => (entry && best[entry.field] === entry.rank ? entry.field : ''));
  return columns.some((field) => field === 'cidr' || field === 'first' || field === 'asn') ? columns : null;
}

/** CSV with or without a head, and lists of one entry a line with remarks behind `#`. */
async function readTable(
  format: Exclude<TableFormat, 'alloclist'>,
  path: string,
  sink: ImportSink,
  onProgress: FileProgress,
  use: OnRow,
): Promise<Result<null, FileFault>> {
  let columns: readonly (Field | '')[] | null = null;
  let isUnknown = false;
  const outcome = await readCsv(
    path,
    {
      onRow(cells, line) {
        if (isUnknown) return;
        if (columns === null) {
          columns = columnsOf(cells);
          if (columns !== null) return;
          columns = headless(format, cells);
          if (columns === null) {
            isUnknown = true;
            return;
          }
        }
        const row: Partial<Record<Field, string>> = {};
        for (const [position, field] of columns.entries()) if (field !== '') row[field] = cells[position] ?? '';
        const [only] = columns;
        if (columns.length === 1 && only !== undefined && only !== '') row[only] = withoutRemark(cells[0] ?? '');
        use(row, boundsIn(row), line);
      },
      onFault: (line, code) => sink.wrong(line, code),
    },
    onProgress,
  );
  return isUnknown ? fault('COLUMNS_UNKNOWN') : outcome;
}

/** What stands in front of a remark is an address or a number, and short. */
const LONGEST_BEFORE_REMARK = 200;

/** `AS64500 # Example`, `192.0.2.0/24 ; remark`. */
function withoutRemark(text: string): string {
  return text
    .slice(0, LONGEST_BEFORE_REMARK)
    .replace(/\s*[#;].*$|\s{2,}.*$/, '')
    .trim();
}

function headless(format: Exclude<TableFormat, 'alloclist'>, cells: readonly string[]): readonly (Field | '')[] | null {
  const first = withoutRemark(cells[0] ?? '');
  const isAddress = /^[\d.]+(?:\/\d+)?$|^[\da-f:.]+(?:\/\d+)?$/i.test(first);
  if (format === 'as-class') {
    if (asnOf(first) === null) return null;
    // "AS64500 # Example, Ltd" has commas in its remark.
    return /#/.test(cells.join(',')) ? ['asn'] : (HEADLESS[`as-class:${String(cells.length)}`] ?? ['asn']);
  }
  if (!isAddress) return null;
  if (format === 'cidr' && first.includes('/'))
    return cells.length === 1 || cells.join(',').includes('#') ? ['cidr'] : ['cidr', 'name'];
  return HEADLESS[`${format}:${String(cells.length)}`] ?? null;
}
