import { type ImportFault, importFiles, type ImportReport } from '../build-whitelist/import/import-files.ts';
import type { ImportFormat } from '../build-whitelist/import/registry-objects.ts';
import { layerOf } from '../build-whitelist/layers/layers-in-force.ts';
import { mergeLayers } from '../build-whitelist/layers/merge-layers.ts';
import { sourceOfFormat } from '../build-whitelist/sources.ts';
import type { ProviderType } from '../contracts/company.ts';
import type { Result } from '../contracts/result.ts';
import type { Settings } from '../settings/read-settings.ts';
import type { Manifest } from '../whitelist/manifest.ts';
import { reportBuildProgress, reportImportProgress, say } from './terminal.ts';
import { buildWhitelist } from './whitelist-holder.ts';

/** Files of one source, as a command names them or a folder holds them. */
export type SourceFiles = {
  readonly format: ImportFormat;
  readonly files: readonly string[];
  readonly name?: string;
  readonly providerType?: ProviderType;
};

/**
 * Imports one source as a layer; the whitelist changes with the next merge. Says under which terms the source stands.
 * @throws the operating system's error when a file cannot be read or the layer not be written
 */
export async function importSource(
  settings: Settings,
  source: SourceFiles,
  isAcknowledged: boolean,
  acceptShrink: boolean,
): Promise<Result<ImportReport, ImportFault>> {
  const { title, terms, acknowledge } = sourceOfFormat(source.format);
  say(`${title}: ${terms}`);
  const progress = reportImportProgress();
  const now = new Date();
  let isDone = false;
  try {
    const outcome = await importFiles({
      ...source,
      folder: settings.data,
      termsAccepted:
        acknowledge !== null && isAcknowledged ? { by: 'operator', on: now.toISOString().slice(0, 10) } : null,
      now,
      onProgress: progress.show,
      acceptShrink,
    });
    isDone = outcome.ok;
    return outcome;
  } finally {
    progress.stop(isDone);
  }
}

/** The layer of what is installed with the product; the first import finds it there already. */
export async function ensureEmbeddedLayer(settings: Settings): Promise<void> {
  if (layerOf(settings.data, EMBEDDED_LAYER) !== null) return;
  await buildWhitelist(settings, reportBuildProgress(), new Date());
}

export const EMBEDDED_LAYER = 'embedded';

/** Makes a version of all layers and puts it in force. */
export async function mergeInto(
  settings: Settings,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Manifest> {
  const show = reportBuildProgress();
  return mergeLayers({
    folder: settings.data,
    location: settings.location === 'country' ? 'country' : 'full',
    now: new Date(),
    onProgress(done, total) {
      show({ name: 'write', done, total });
      onProgress(done, total);
    },
  });
}
