import { mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedCompany } from '../../company/listed-company.ts';
import { fault, ok, type Result } from '../../contracts/result.ts';
import type { CompanyListWriter } from '../../store/duckdb/company-list/company-list-writer.ts';
import type { TableFault, TableRow } from '../../store/duckdb/company-list/read-table.ts';
import { lockWhitelist } from '../../whitelist/lock-whitelist.ts';
import type { ManifestSource } from '../../whitelist/manifest.ts';
import { slugOf } from '../import/source-slug.ts';
import type { ImportCounts } from '../layers/layer-manifest.ts';
import { type CompanyListManifest, LIST_FORMAT } from './company-list-manifest.ts';
import { companyListOf, companyListsFolder, deleteUnfinishedLists, putListInForce } from './company-lists-in-force.ts';
import type { CompanyRow, RowField } from './company-row.ts';
import { companySourceOf } from './company-sources.ts';
import { type ListFault, type ListFile, openListFile, type OpenList, titleOf } from './open-list-file.ts';
import { readCompanyRow } from './read-company-row.ts';

export type CompanyImportOptions = ListFile & {
  /** Data folder. */
  readonly folder: string;
  /** Tells lists of one format apart, and is shown as the source of an own one. */
  readonly name?: string;
  /** ISO date of the data; the file's own where nothing is said. */
  readonly date?: string;
  /** Takes also a list that has over 20 % fewer companies than the last one of its name. */
  readonly acceptShrink?: boolean;
  readonly now: Date;
  readonly onProgress: (progress: CompanyImportProgress) => void;
};

export type CompanyImportProgress = {
  readonly step: 'survey' | 'rows';
  /** Of bytes, or of rows. */
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
};

/** Every row once: read = kept + the sum of ignored + wrong. */
export type CompanyImportCounts = ImportCounts & { readonly samples: readonly TableFault[] };

export type CompanyImportFaultCode = ListFault | 'IMPORT_NAME' | 'IMPORT_EMPTY' | 'IMPORT_FAULTY' | 'IMPORT_SHRUNK';

/** Why nothing was imported (docs/errors.md); the last import stays in force. */
export type CompanyImportFault = { readonly code: CompanyImportFaultCode; readonly counts: CompanyImportCounts };

export type CompanyImportReport = { readonly list: CompanyListManifest; readonly counts: CompanyImportCounts };

/** Limits of an import (identification.md, "Overlaps, time, correction"). */
const LARGEST_SHARE_WRONG = 0.01;
const LEAST_SHARE_OF_LAST = 0.8;

/**
 * Imports a list of companies; the whitelist changes with the next merge. Rows of persons end before anything is
 * written. @throws WhitelistError WHITELIST_BUSY; StoreError STORE_FAILED; the operating system's error
 */
export async function importCompanyList(
  options: CompanyImportOptions,
): Promise<Result<CompanyImportReport, CompanyImportFault>> {
  const source = sourceOf(options);
  if (source === null) return fault({ code: 'IMPORT_NAME', counts: NOTHING });
  const opened = await openListFile(options, (done, total) => options.onProgress({ step: 'survey', done, total }));
  if (!opened.ok) return fault({ code: opened.fault, counts: NOTHING });
  const lock = lockWhitelist(options.folder);
  try {
    const directory = companyListsFolder(options.folder);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    deleteUnfinishedLists(options.folder);
    for (;;) {
      const outcome = await importOnce(options, opened.value, source);
      if (outcome.ok) return outcome;
      if (outcome.fault !== 'RESTART') return fault(outcome.fault);
    }
  } finally {
    opened.value.close();
    lock.release();
  }
}

const NOTHING: CompanyImportCounts = { read: 0, kept: 0, ignored: {}, wrong: 0, samples: [] };

async function importOnce(
  options: CompanyImportOptions,
  list: OpenList,
  source: Omit<ManifestSource, 'rows'>,
): Promise<Result<CompanyImportReport, CompanyImportFault | 'RESTART'>> {
  const directory = companyListsFolder(options.folder);
  const path = join(directory, `${source.id}.unfinished`);
  // The engine is loaded by those alone who need it: every command would wait for it.
  const { createCompanyListWriter } = await import('../../store/duckdb/company-list/company-list-writer.ts');
  const writer = await createCompanyListWriter(path, join(directory, `${source.id}.work`));
  let isFinished = false;
  try {
    const read = await readRows(options, list, writer);
    if (!read.ok) return read;
    const counts = read.value;
    const code = reasonToRefuse(options, source.id, counts);
    if (code !== null) return fault({ code, counts });
    const { bytes, sha256 } = await writer.finish();
    isFinished = true;
    const name = `${source.id}.${sha256.slice(0, 16)}.parquet`;
    renameSync(path, join(directory, name));
    const { samples: _samples, ...inManifest } = counts;
    const manifest: CompanyListManifest = {
      listFormat: LIST_FORMAT,
      id: source.id,
      format: options.format,
      source: { ...source, rows: counts.kept },
      importedAt: options.now.toISOString(),
      counts: inManifest,
      file: { name, bytes, sha256 },
      rank: companySourceOf(options.format).rank,
    };
    putListInForce(options.folder, manifest);
    return ok({ list: manifest, counts });
  } finally {
    if (!isFinished) await writer.discard();
  }
}

async function readRows(
  { onProgress }: CompanyImportOptions,
  list: OpenList,
  writer: CompanyListWriter,
): Promise<Result<CompanyImportCounts, CompanyImportFault | 'RESTART'>> {
  const ignored = new Map<string, number>();
  let handedOut = 0;
  let kept = 0;
  const outcome = await list.read(async (rows) => {
    const companies: ListedCompany[] = [];
    for (const values of rows) {
      const read = readCompanyRow(rowOf(list.fields, values), list.grammar);
      if (read.ok) companies.push(read.value);
      else ignored.set(read.fault, (ignored.get(read.fault) ?? 0) + 1);
    }
    handedOut += rows.length;
    kept += companies.length;
    await writer.add(companies);
    onProgress({ step: 'rows', done: handedOut, total: Math.max(list.expectedRows, handedOut) });
  });
  const counts = (wrong: number, samples: readonly TableFault[]): CompanyImportCounts => ({
    read: handedOut + wrong,
    kept,
    ignored: Object.fromEntries([...ignored].sort(([one], [other]) => (one < other ? -1 : 1))),
    wrong,
    samples,
  });
  if (outcome.ok) return ok(counts(outcome.value.count, outcome.value.samples));
  return fault(outcome.fault === 'RESTART' ? 'RESTART' : { code: outcome.fault, counts: counts(0, []) });
}

/** Values by their fields; those of one field are joined. */
function rowOf(fields: readonly RowField[], values: TableRow): CompanyRow {
  const row: Partial<Record<RowField, string>> = {};
  fields.forEach((field, at) => {
    const value = (values[at] ?? '').slice(0, LONGEST_CELL).trim();
    if (NOTHING_SAID.test(value)) return;
    const before = row[field];
    row[field] = before === undefined ? value : `${before} ${value}`;
  });
  return row;
}

/** No cell has more letters; what goes beyond is cut. */
const LONGEST_CELL = 1000;
const NOTHING_SAID = /^(?:-+|n\/?a|null|none|unknown|unbekannt|k\.?\s?a\.?|\?)?$/i;

function reasonToRefuse(
  { folder, acceptShrink }: CompanyImportOptions,
  id: string,
  counts: CompanyImportCounts,
): 'IMPORT_EMPTY' | 'IMPORT_FAULTY' | 'IMPORT_SHRUNK' | null {
  if (counts.wrong > counts.read * LARGEST_SHARE_WRONG) return 'IMPORT_FAULTY';
  if (counts.kept === 0) return 'IMPORT_EMPTY';
  if (acceptShrink === true) return null;
  const last = lastKept(folder, id);
  return counts.kept < last * LEAST_SHARE_OF_LAST ? 'IMPORT_SHRUNK' : null;
}

/** Companies of the last import; a damaged one tells nothing and may be replaced. */
function lastKept(folder: string, id: string): number {
  try {
    return companyListOf(folder, id)?.counts.kept ?? 0;
  } catch {
    return 0;
  }
}

/** null when the name has no letter that an id may have. */
function sourceOf({ format, name, date, path }: CompanyImportOptions): Omit<ManifestSource, 'rows'> | null {
  const slug = name === undefined ? '' : slugOf(name);
  if (name !== undefined && slug === '') return null;
  const { licence, attribution, url } = companySourceOf(format);
  return {
    id: idOf(format, slug),
    title: titleOf(format, name),
    version: '',
    date: date ?? statSync(path).mtime.toISOString().slice(0, 10),
    licence,
    attribution,
    url: url ?? '',
  };
}

/** An own list is the same one whether it comes as CSV or as a workbook. */
function idOf(format: CompanyImportOptions['format'], slug: string): string {
  const kind = format === 'csv' || format === 'xlsx' ? 'list' : format;
  return slug === '' || slug === kind ? kind : `${kind}-${slug}`;
}
