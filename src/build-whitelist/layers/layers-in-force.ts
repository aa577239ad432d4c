import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withWhitelistLock } from '../../whitelist/lock-whitelist.ts';
import { syncDirectory } from '../../whitelist/sealed-file.ts';
import { layerError } from './layer-error.ts';
import { layersFolder } from './layer-file.ts';
import { LayerManifest } from './layer-manifest.ts';
import { parseJson } from '../../whitelist/parse-json.ts';

const MANIFEST = /^([a-z0-9][a-z0-9-]{0,63})\.json$/;

/** Whether a text can be the id of a source: it becomes the name of a file. */
export function isLayerId(id: string): boolean {
  return MANIFEST.test(`${id}.json`);
}

/** All layers of a data folder, in the order of their ids. @throws LayerError LAYER_CORRUPT */
export function layersInForce(folder: string): LayerManifest[] {
  const directory = layersFolder(folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => MANIFEST.test(name))
    .sort()
    .map((name) => readLayerManifest(join(directory, name)));
}

/** A source's layer; null where it was never imported. @throws LayerError LAYER_CORRUPT */
export function layerOf(folder: string, id: string): LayerManifest | null {
  const path = join(layersFolder(folder), `${id}.json`);
  return isLayerId(id) && existsSync(path) ? readLayerManifest(path) : null;
}

/**
 * Takes a source out, also one that is damaged; the whitelist in force changes with the next merge.
 * @throws LayerError LAYER_UNKNOWN; WhitelistError WHITELIST_BUSY
 */
export function removeLayer(folder: string, id: string): void {
  const directory = layersFolder(folder);
  if (!isLayerId(id) || !existsSync(join(directory, `${id}.json`))) throw layerError('LAYER_UNKNOWN');
  withWhitelistLock(folder, () => {
    rmSync(join(directory, `${id}.json`), { force: true });
    syncDirectory(directory);
    deleteLayerFiles(folder, id, null);
  });
}

/** Deletes a layer's binary files but the one that is named. */
export function deleteLayerFiles(folder: string, id: string, kept: string | null): void {
  const directory = layersFolder(folder);
  for (const name of readdirSync(directory)) {
    if (name !== kept && name.endsWith('.layer') && name.split('.')[0] === id)
      rmSync(join(directory, name), { force: true });
  }
}

function readLayerManifest(path: string): LayerManifest {
  const read = LayerManifest.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (!read.success) throw layerError('LAYER_CORRUPT');
  return read.data;
}
