import type { ExportedRange, ExportedRecord } from './export-rows.ts';
import { prefixText } from './prefix-text.ts';

/** The columns of a CSV and the fields of a JSON export, in order. */
const FIELDS: readonly (readonly [name: string, of: (record: ExportedRecord) => string | number | null])[] = [
  ['kind', ({ kind }) => kind],
  ['name', ({ name }) => name],
  ['legal_form', ({ legalForm }) => legalForm],
  ['street', ({ street }) => street],
  ['postcode', ({ postcode }) => postcode],
  ['city', ({ city }) => city],
  ['country', ({ country }) => country],
  ['confidence', ({ confidence }) => confidence],
  ['source', ({ source }) => source],
  ['reason', ({ reason }) => reason],
];

/** Names and values of the fields that a record has: for a MaxMind DB. */
export function exportedFields(record: ExportedRecord): Record<string, string | number> {
  return Object.fromEntries(
    FIELDS.flatMap(([name, of]) => {
      const value = of(record);
      return value === null ? [] : [[name, value] as const];
    }),
  );
}

/** CSV (RFC 4180), a line at a time. */
export function* csvLines(rows: Iterable<ExportedRange>): Generator<string> {
  yield `${['range', ...FIELDS.map(([name]) => name)].join(',')}\r\n`;
  for (const row of rows) {
    yield `${[rangeText(row), ...FIELDS.map(([, of]) => csvField(of(row.record)))].join(',')}\r\n`;
  }
}

/** One JSON array, an object a line. */
export function* jsonLines(rows: Iterable<ExportedRange>): Generator<string> {
  yield '[';
  let before = '\n';
  for (const row of rows) {
    const fields = Object.fromEntries(FIELDS.map(([name, of]) => [name, of(row.record)]));
    yield `${before}${JSON.stringify({ range: rangeText(row), ...fields })}`;
    before = ',\n';
  }
  yield '\n]\n';
}

function rangeText({ bounds }: ExportedRange): string {
  return bounds.family === 4
    ? prefixText({ first: BigInt(bounds.first), last: BigInt(bounds.last) }, 32)
    : prefixText(bounds, 128);
}

/** What a spreadsheet would take for a formula begins with an apostrophe, which it shows as text. */
function csvField(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
