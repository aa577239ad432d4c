import { extname } from 'node:path';
import type { CompanyFormat, ListField } from '../../contracts/company-source.ts';
import { fault, ok, type Result } from '../../contracts/result.ts';
import type { OnRows, TableFaults } from '../../store/duckdb/company-list/read-table.ts';
import { type ReadFault, readHead } from '../import/read-chunks.ts';
import { revenueUnitOf } from '../../company/revenue-class.ts';
import { companySourceOf } from './company-sources.ts';
import { type FormatGrammar, FORMAT_GRAMMARS } from './company-grammars.ts';
import type { RowField, RowGrammar } from './company-row.ts';
import {
  type ColumnProposal,
  fieldsOfColumns,
  type MappingFault,
  proposeColumns,
  schemeOfColumn,
} from './propose-columns.ts';
import { readCsvByLine } from './read-csv-by-line.ts';
import { dayOfSerial, openXlsx, type XlsxFault, xlsxFaultOf } from './read-xlsx.ts';
import { encodingOfHead, type FileSurvey, surveyFile } from './survey-file.ts';
import { readCsvHead, type TableHead } from './table-head.ts';

export type ListFault =
  | ReadFault
  | XlsxFault
  | MappingFault
  | 'COLUMNS_UNKNOWN'
  | 'TABLE_UNREADABLE'
  | 'JSON_UNREADABLE';

/** A list file that is understood: what its rows mean, and how to read them. */
export type OpenList = {
  readonly grammar: RowGrammar;
  /** Fields of the rows that are handed out, in the order of their values; a field may be made of several. */
  readonly fields: readonly RowField[];
  /** Rows, as far as the lines tell; 0 where they do not. */
  readonly expectedRows: number;
  /**
   * Hands out the rows. RESTART: what was handed out does not count, the file is read anew by the next call.
   * @throws the operating system's error
   */
  readonly read: (onRows: OnRows) => Promise<Result<TableFaults, ListFault | 'RESTART'>>;
  readonly close: () => void;
};

export type ListFile = {
  readonly path: string;
  readonly format: CompanyFormat;
  /** Fields of columns as the operator says it; for csv and xlsx alone. */
  readonly mapping?: Readonly<Record<string, ListField>>;
  /** The mapping is all that is read: nothing is proposed beside it. */
  readonly isWholeMapping?: boolean;
  /** Of rows that state none: ISO 3166-1 alpha-2. */
  readonly country?: string;
};

/** Looks at a list file and decides what is read of it. @throws the operating system's error */
export async function openListFile(
  file: ListFile,
  onSurvey: (bytes: number, totalBytes: number) => void,
): Promise<Result<OpenList, ListFault>> {
  const { path, format } = file;
  if (format === 'xlsx') return openWorkbook(file);
  const survey = await surveyFile(path, onSurvey);
  if (!survey.ok) return survey;
  if (format === 'csv') return openCsv(file, survey.value);
  const grammar = FORMAT_GRAMMARS[format];
  return grammar.container === 'csv'
    ? openPublishedCsv(path, grammar, survey.value)
    : openJson(path, grammar, survey.value);
}

/** What the columns of a csv or xlsx list seem to hold. @throws the operating system's error */
export async function proposeForFile(
  path: string,
  format: 'csv' | 'xlsx',
): Promise<Result<readonly ColumnProposal[], ListFault>> {
  if (format === 'xlsx') {
    const book = await openXlsx(path);
    if (!book.ok) return book;
    if (book.value === null) return fault('COLUMNS_UNKNOWN');
    book.value.close();
    return ok(proposeColumns(book.value.head));
  }
  const head = await readCsvHead(path, await encodingOfHead(path));
  return head === null ? fault('COLUMNS_UNKNOWN') : ok(proposeColumns(head));
}

/** The format of a file: by its name's end for what people have, by its columns for what is published; null for none. */
export async function recogniseList(path: string, name: string): Promise<CompanyFormat | null> {
  const head = await readHead(path);
  if (head.subarray(0, 2).toString('latin1') === 'PK') return 'xlsx';
  const text = head.toString('latin1');
  if (/^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(text))
    return /"registered_address"|"jurisdiction_code"/.test(text) ? 'offeneregister' : null;
  if (/Entity\.LegalName/.test(text)) return 'gleif';
  if (/CompanyName/.test(text) && /RegAddress\.PostTown/.test(text)) return 'companieshouse';
  if (/linkedin.url/i.test(text.split('\n')[0] ?? '') && /\bsize\b/.test(text)) return 'pdl';
  return /^\.(?:csv|txt|tsv|gz)$/i.test(extname(name)) || /[,;\t]/.test(text.split('\n')[0] ?? '') ? 'csv' : null;
}

const OWN_LIST: RowGrammar = {
  country: null,
  scheme: 'WZ2008',
  registerAuthority: null,
  revenueUnit: 1,
  keepsSpelling: true,
  ignore: [],
};

/** Which columns an operator's list is read from, and what their heads say of the values. */
function readMapping(
  { mapping = {}, isWholeMapping = false, country }: ListFile,
  head: TableHead,
): Result<
  { readonly wanted: readonly number[]; readonly fields: readonly RowField[]; readonly grammar: RowGrammar },
  MappingFault
> {
  const chosen = fieldsOfColumns(proposeColumns(head), mapping, isWholeMapping);
  if (!chosen.ok) return chosen;
  const wanted = chosen.value.flatMap((field, at) => (field === null ? [] : [at]));
  const columnOf = (field: RowField): number => chosen.value.findIndex((one) => one === field);
  const codes = columnOf('industry_code');
  const revenue = columnOf('revenue');
  return ok({
    wanted,
    fields: wanted.flatMap((at) => chosen.value[at] ?? []),
    grammar: {
      ...OWN_LIST,
      country: country ?? null,
      ...(codes >= 0 && {
        scheme: schemeOfColumn(
          head.columns[codes] ?? '',
          head.samples.flatMap((row) => row[codes] || []),
        ),
      }),
      ...(revenue >= 0 && { revenueUnit: revenueUnitOf(head.columns[revenue] ?? '') }),
    },
  });
}

async function openCsv(file: ListFile, survey: FileSurvey): Promise<Result<OpenList, ListFault>> {
  const head = await readCsvHead(file.path, survey.encoding);
  if (head === null) return fault('COLUMNS_UNKNOWN');
  const mapped = readMapping(file, head);
  if (!mapped.ok) return mapped;
  const { wanted, fields, grammar } = mapped.value;
  return ok(csvList(file.path, survey, { head, wanted, fields, grammar }));
}

async function openPublishedCsv(
  path: string,
  grammar: FormatGrammar,
  survey: FileSurvey,
): Promise<Result<OpenList, ListFault>> {
  const head = await readCsvHead(path, survey.encoding);
  if (head === null) return fault('COLUMNS_UNKNOWN');
  const places = new Map(head.columns.map((name, at) => [name.trim().toLowerCase(), at]));
  const chosen = columnsOf(grammar, (name) => places.get(name.toLowerCase()) ?? null);
  if (chosen === null) return fault('COLUMNS_UNKNOWN');
  return ok(
    csvList(path, survey, {
      head,
      wanted: chosen.map(({ column }) => column),
      fields: chosen.map(({ field }) => field),
      grammar,
    }),
  );
}

/** The columns of a grammar that a file has, field by field; null where one that is needed is missing. */
function columnsOf<Column>(
  { columns, needs }: FormatGrammar,
  find: (name: string) => Column | null,
): { readonly field: RowField; readonly column: Column }[] | null {
  const chosen: { readonly field: RowField; readonly column: Column }[] = [];
  for (const [field, spellings] of entriesOf(columns)) {
    const found = spellings
      .map((names) => names.map((name) => find(name)))
      .find((found) => found.every((column) => column !== null));
    if (found === undefined && needs.includes(field)) return null;
    for (const column of found ?? []) if (column !== null) chosen.push({ field, column });
  }
  return chosen;
}

function entriesOf<Key extends string, Value>(record: Readonly<Partial<Record<Key, Value>>>): [Key, Value][] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record has no keys but its own
  return Object.entries(record) as [Key, Value][];
}

type CsvParts = {
  readonly head: NonNullable<Awaited<ReturnType<typeof readCsvHead>>>;
  readonly wanted: readonly number[];
  readonly fields: readonly RowField[];
  readonly grammar: RowGrammar;
};

/** More faulty rows than this share refuse the import anyway; a small list is told all of its own. */
const MOST_FAULTS_SHARE = 0.02;
const LEAST_FAULTS = 1000;

/** The engine is loaded by those alone who need it: every command would wait for it. */
const loadTableReader = () => import('../../store/duckdb/company-list/read-table.ts');

function csvList(path: string, survey: FileSurvey, { head, wanted, fields, grammar }: CsvParts): OpenList {
  const table = {
    path,
    isPacked: survey.isPacked,
    separator: head.separator,
    columnCount: head.columns.length,
    headLines: head.headLines,
    wanted,
    mostFaults: Math.max(LEAST_FAULTS, Math.ceil(survey.lines * MOST_FAULTS_SHARE)),
  };
  let isByLine = survey.encoding === 'windows';
  return {
    grammar,
    fields,
    expectedRows: Math.max(0, survey.lines - head.headLines),
    async read(onRows) {
      if (isByLine || survey.encoding === 'windows') return ok(await readCsvByLine(table, onRows));
      const { readCsvTable } = await loadTableReader();
      const outcome = await readCsvTable({ ...table, encoding: survey.encoding }, onRows);
      if (outcome.ok) return outcome;
      // Its lines are read one by one; those of two bytes a letter have no other reader.
      if (survey.encoding === 'utf-16') return fault('TABLE_UNREADABLE');
      isByLine = true;
      return fault('RESTART');
    },
    close: () => {},
  };
}

function openJson(path: string, grammar: FormatGrammar, survey: FileSurvey): Result<OpenList, ListFault> {
  const chosen = columnsOf(grammar, (name) => name) ?? [];
  return ok({
    grammar,
    fields: chosen.map(({ field }) => field),
    expectedRows: survey.lines,
    async read(onRows) {
      const wanted = chosen.map(({ column }) => column);
      const { readJsonTable } = await loadTableReader();
      return readJsonTable({ path, isPacked: survey.isPacked, wanted }, onRows);
    },
    close: () => {},
  });
}

async function openWorkbook(file: ListFile): Promise<Result<OpenList, ListFault>> {
  const book = await openXlsx(file.path);
  if (!book.ok) return book;
  if (book.value === null) return fault('COLUMNS_UNKNOWN');
  const { head, read, close } = book.value;
  const mapped = readMapping(file, head);
  if (!mapped.ok) {
    close();
    return mapped;
  }
  const { wanted, fields, grammar } = mapped.value;
  const dates = fields.indexOf('date');
  return ok({
    grammar,
    fields,
    expectedRows: 0,
    async read(onRows) {
      try {
        await read(wanted, (rows) =>
          onRows(
            dates < 0
              ? rows
              : rows.map((row) => row.map((cell, at) => (at === dates && cell !== null ? dayOfSerial(cell) : cell))),
          ),
        );
        return ok({ count: 0, samples: [] });
      } catch (cause) {
        const code = xlsxFaultOf(cause);
        if (code !== null) return fault(code);
        throw cause;
      }
    },
    close,
  });
}

/** Needed where a source's title is shown before its file is opened. */
export function titleOf(format: CompanyFormat, name: string | undefined): string {
  const { title } = companySourceOf(format);
  if (name === undefined) return title;
  return format === 'csv' || format === 'xlsx' ? name : `${title}: ${name}`;
}
