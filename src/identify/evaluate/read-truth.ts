import { type Kind, KINDS } from '../../contracts/company.ts';
import { fault, ok, type Result } from '../../contracts/result.ts';
import { ADDRESS_BYTES, readAddress } from '../../visitor/read-address.ts';

/** Kinds that a row of truth may state: nobody states that nothing is known. */
export type TruthKind = Exclude<Kind, 'opaque'>;

/**
 * What is true of a range, as somebody has read it. '' stands for "there is none" in a column that the file has, in
 * `name` for "not known".
 */
export type TruthRow = {
  readonly start: string;
  readonly end: string;
  readonly kind: TruthKind;
  readonly name: string;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
};

/** A line that cannot be used, by its number; never its content. */
export type TruthFault = { readonly line: number; readonly code: TruthFaultCode };
export type TruthFaultCode =
  /** The first line does not name the columns start, end, kind and name. */
  | 'TRUTH_COLUMNS'
  /** More or fewer fields than columns, or a quote that does not end. */
  | 'TRUTH_FIELDS'
  /** start or end is no address, they are of two families, or in the wrong order. */
  | 'TRUTH_RANGE'
  /** No kind of this list. */
  | 'TRUTH_KIND'
  /** A name of more than 500 characters. */
  | 'TRUTH_NAME'
  /** A longer line than a row can be. */
  | 'TRUTH_LINE_TOO_LONG';

const LONGEST_LINE = 8_192;
const LONGEST_NAME = 500;
const MOST_FAULTS = 20;

const NEEDED = ['start', 'end', 'kind', 'name'] as const;
const OPTIONAL = ['postcode', 'city', 'country'] as const;
const TRUTH_KINDS: ReadonlySet<string> = new Set(KINDS.filter((kind) => kind !== 'opaque'));

/** Reads CSV (RFC 4180, a row a line) whose first line names its columns; other columns are passed over. */
export function readTruth(text: string): Result<readonly TruthRow[], readonly TruthFault[]> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const columns = splitRow(lines[0] ?? '')?.map((name) => name.trim().toLowerCase()) ?? [];
  if (NEEDED.some((name) => !columns.includes(name))) return fault([{ line: 1, code: 'TRUTH_COLUMNS' }]);
  const rows: TruthRow[] = [];
  const faults: TruthFault[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    const row = readRow(line, columns);
    if (typeof row === 'string') faults.push({ line: index + 1, code: row });
    else rows.push(row);
    if (faults.length === MOST_FAULTS) break;
  }
  return faults.length > 0 ? fault(faults) : ok(rows);
}

function readRow(line: string, columns: readonly string[]): TruthRow | TruthFaultCode {
  if (line.length > LONGEST_LINE) return 'TRUTH_LINE_TOO_LONG';
  const fields = splitRow(line);
  if (fields === null || fields.length !== columns.length) return 'TRUTH_FIELDS';
  const field = (name: string): string | null => {
    const at = columns.indexOf(name);
    return at < 0 ? null : (fields[at] ?? '').trim();
  };
  const [start, end, kind, name] = NEEDED.map((column) => field(column) ?? '');
  const [postcode, city, country] = OPTIONAL.map(field);
  if (start === undefined || end === undefined || !isRange(start, end)) return 'TRUTH_RANGE';
  if (!isTruthKind(kind)) return 'TRUTH_KIND';
  if (name === undefined || name.length > LONGEST_NAME) return 'TRUTH_NAME';
  return { start, end, kind, name, postcode: postcode ?? null, city: city ?? null, country: country ?? null };
}

function isTruthKind(text: string | undefined): text is TruthKind {
  return text !== undefined && TRUTH_KINDS.has(text);
}

function isRange(start: string, end: string): boolean {
  const first = new Uint8Array(ADDRESS_BYTES);
  const last = new Uint8Array(ADDRESS_BYTES);
  const family = readAddress(start, first);
  return family !== 0 && readAddress(end, last) === family && Buffer.compare(first, last) <= 0;
}

/** The fields of a line; null where a quote does not end, or stands inside a field. */
function splitRow(line: string): string[] | null {
  const fields: string[] = [];
  for (let at = 0; ;) {
    if (line[at] === '"') {
      const closing = /^"((?:[^"]|"")*)"(,|$)/.exec(line.slice(at));
      if (closing === null) return null;
      fields.push((closing[1] ?? '').replaceAll('""', '"'));
      at += closing[0].length;
      if (closing[2] === '') return fields;
      continue;
    }
    const comma = line.indexOf(',', at);
    const field = line.slice(at, comma < 0 ? undefined : comma);
    if (field.includes('"')) return null;
    fields.push(field);
    if (comma < 0) return fields;
    at = comma + 1;
  }
}
