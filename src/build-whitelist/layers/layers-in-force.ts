import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncDirectory } from '../../whitelist/sealed-file.ts';
import { layerError } from './layer-error.ts';
import { layersFolder } from './layer-file.ts';
import { LayerManifest } from './layer-manifest.ts';

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

/** Takes a source out; the whitelist in force changes with the next merge. @throws LayerError LAYER_UNKNOWN */
export function removeLayer(folder: string, id: string): void {
  const layer = layerOf(folder, id);
  if (!layer) throw layerError('LAYER_UNKNOWN');
  rmSync(join(layersFolder(folder), `${id}.json`));
  syncDirectory(layersFolder(folder));
  rmSync(join(layersFolder(folder), layer.file.name), { force: true });
}

function readLayerManifest(path: string): LayerManifest {
  const read = LayerManifest.safeParse(parseJson(readFileSync(path, 'utf8')));
  if (!read.success) throw layerError('LAYER_CORRUPT');
  return read.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
