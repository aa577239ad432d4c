import {
  type CompanyImportFault,
  type CompanyImportOptions,
  type CompanyImportReport,
  importCompanyList,
} from '../build-whitelist/companies/import-company-list.ts';
import type { Result } from '../contracts/result.ts';
import { ok } from '../contracts/result.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { Manifest } from '../whitelist/manifest.ts';
import { currentVersion, readManifest } from '../whitelist/whitelist-versions.ts';
import { ensureEmbeddedLayer, mergeInto } from './import-source.ts';
import { tellServer } from './tell-server.ts';

/** What is imported, as a command or an upload says it. */
export type CompanyListRequest = Omit<CompanyImportOptions, 'folder' | 'now' | 'onProgress'>;

export type CompaniesImported = CompanyImportReport & {
  /** The whitelist before; null where there was none. */
  readonly before: Manifest | null;
  /** null: the list was imported, and joins with the next merge. */
  readonly after: Manifest | null;
};

export type ImportStep = { readonly state: 'reading' | 'joining'; readonly progress: number; readonly rows: number };

/** A first look over the file takes about so much of the time. */
const SHARE_OF_SURVEY = 0.05;

/**
 * Imports a list of companies, merges the whitelist with it, and lets a running server take it.
 * @throws WhitelistError, LayerError, StoreError; the operating system's error
 */
export async function importCompanies(
  settings: Settings,
  request: CompanyListRequest,
  { joins, onStep }: { readonly joins: boolean; readonly onStep: (step: ImportStep) => void },
): Promise<Result<CompaniesImported, CompanyImportFault>> {
  // The first whitelist is built without the list, so that one sees what it changes.
  if (joins) await ensureEmbeddedLayer(settings);
  const outcome = await importCompanyList({
    ...request,
    folder: settings.data,
    now: new Date(),
    onProgress({ step, done, total }) {
      const part = total === 0 ? 0 : done / total;
      const progress = step === 'survey' ? part * SHARE_OF_SURVEY : SHARE_OF_SURVEY + part * (1 - SHARE_OF_SURVEY);
      onStep({ state: 'reading', progress, rows: step === 'rows' ? done : 0 });
    },
  });
  if (!outcome.ok) return outcome;
  if (!joins) return ok({ ...outcome.value, before: null, after: null });
  const rows = outcome.value.counts.read;
  const { before, after } = await mergeCompanies(settings, (done, total) =>
    onStep({ state: 'joining', progress: done / total, rows }),
  );
  return ok({ ...outcome.value, before, after });
}

/** Merges the whitelist with the lists that are imported, and lets a running server take it. */
export async function mergeCompanies(
  settings: Settings,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<{ readonly before: Manifest | null; readonly after: Manifest }> {
  await ensureEmbeddedLayer(settings);
  const inForce = currentVersion(settings.data);
  const before = inForce === null ? null : readManifest(settings.data, inForce);
  const after = await mergeInto(settings, onProgress);
  await tellServer(settings);
  return { before, after };
}
