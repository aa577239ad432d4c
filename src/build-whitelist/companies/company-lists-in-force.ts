import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withWhitelistLock } from '../../whitelist/lock-whitelist.ts';
import { parseJson } from '../../whitelist/parse-json.ts';
import { replaceFile, syncDirectory } from '../../whitelist/sealed-file.ts';
import { companyListError } from './company-list-error.ts';
import { CompanyListManifest } from './company-list-manifest.ts';

const MANIFEST = /^([a-z0-9][a-z0-9-]{0,63})\.json$/;

/** Where the lists of a data folder lie: `<id>.json` and `<id>.<hash>.parquet`. */
export function companyListsFolder(folder: string): string {
  return join(folder, 'companies');
}

/** All lists of a data folder, the one whose word counts most first. @throws CompanyListError COMPANY_LIST_CORRUPT */
export function companyListsInForce(folder: string): CompanyListManifest[] {
  const directory = companyListsFolder(folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => MANIFEST.test(name))
    .map((name) => readList(join(directory, name)))
    .sort((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1));
}

/** The Parquet file of a list. */
export function companyListFile(folder: string, { file }: CompanyListManifest): string {
  return join(companyListsFolder(folder), file.name);
}

/** A list; null where it was never imported. @throws CompanyListError COMPANY_LIST_CORRUPT */
export function companyListOf(folder: string, id: string): CompanyListManifest | null {
  const path = join(companyListsFolder(folder), `${id}.json`);
  return isListId(id) && existsSync(path) ? readList(path) : null;
}

/** Whether a text can be the id of a list: it becomes the name of a file. */
export function isListId(id: string): boolean {
  return MANIFEST.test(`${id}.json`);
}

/** Puts a list in the place of the last one of its id; its file must stand there already. */
export function putListInForce(folder: string, manifest: CompanyListManifest): void {
  const directory = companyListsFolder(folder);
  replaceFile(join(directory, `${manifest.id}.json`), `${JSON.stringify(manifest, null, 2)}\n`);
  syncDirectory(directory);
  deleteFilesOf(directory, manifest.id, manifest.file.name);
}

/**
 * Takes a list out, also one that is damaged; the whitelist in force changes with the next merge.
 * @throws CompanyListError COMPANY_LIST_UNKNOWN; WhitelistError WHITELIST_BUSY
 */
export function removeCompanyList(folder: string, id: string): void {
  const directory = companyListsFolder(folder);
  if (!isListId(id) || !existsSync(join(directory, `${id}.json`))) throw companyListError('COMPANY_LIST_UNKNOWN');
  withWhitelistLock(folder, () => {
    rmSync(join(directory, `${id}.json`), { force: true });
    syncDirectory(directory);
    deleteFilesOf(directory, id, null);
  });
}

/** What an import left that died, and files that no manifest names. The caller holds the whitelist's lock. */
export function deleteUnfinishedLists(folder: string): void {
  const directory = companyListsFolder(folder);
  const names = readdirSync(directory);
  for (const name of names) {
    const isFile = name.endsWith('.parquet');
    if (isFile ? !names.includes(`${name.split('.')[0]}.json`) : /\.(?:unfinished|work)$/.test(name)) {
      rmSync(join(directory, name), { recursive: true, force: true });
    }
  }
}

function deleteFilesOf(directory: string, id: string, kept: string | null): void {
  for (const name of readdirSync(directory)) {
    if (name !== kept && name.endsWith('.parquet') && name.split('.')[0] === id) {
      rmSync(join(directory, name), { force: true });
    }
  }
}

function readList(path: string): CompanyListManifest {
  const read = CompanyListManifest.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (!read.success) throw companyListError('COMPANY_LIST_CORRUPT');
  return read.data;
}
