import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Manifest } from './manifest.ts';
import { whitelistError } from './whitelist-error.ts';

/**
 * The versions in `<folder>/whitelist/`: `<version>.ranges`, `<version>.records` and `<version>.json` each, and
 * `current`, one line that names the version in force. A file appears under its name only when it is complete.
 */
const VERSION_IN_NAME = /^([0-9a-f]{16})\.json$/;

export type WhitelistFiles = { readonly ranges: string; readonly records: string; readonly manifest: string };

export function whitelistFiles(folder: string, version: string): WhitelistFiles {
  const base = join(folder, 'whitelist', version);
  return { ranges: `${base}.ranges`, records: `${base}.records`, manifest: `${base}.json` };
}

/** All complete versions, oldest first by the time they were built. */
export function whitelistVersions(folder: string): Manifest[] {
  const directory = join(folder, 'whitelist');
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .flatMap((name) => VERSION_IN_NAME.exec(name)?.[1] ?? [])
    .map((version) => readManifest(folder, version))
    .sort((one, other) => (one.builtAt < other.builtAt ? -1 : 1));
}

/** The version in force; null where none has been built. */
export function currentVersion(folder: string): string | null {
  const pointer = join(folder, 'whitelist', 'current');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : null;
}

/** @throws WhitelistError WHITELIST_MISSING, WHITELIST_CORRUPT */
export function readManifest(folder: string, version: string): Manifest {
  const { manifest } = whitelistFiles(folder, version);
  if (!/^[0-9a-f]{16}$/.test(version) || !existsSync(manifest)) throw whitelistError('WHITELIST_MISSING');
  const read = Manifest.safeParse(parseJson(readFileSync(manifest, 'utf8')));
  if (!read.success || read.data.version !== version) throw whitelistError('WHITELIST_CORRUPT');
  return read.data;
}

/** Writes a version beside the others and puts it in force; whatever is interrupted leaves the old one in force. */
export function writeVersion(folder: string, manifest: Manifest, ranges: Uint8Array, records: Uint8Array): void {
  mkdirSync(join(folder, 'whitelist'), { recursive: true });
  const files = whitelistFiles(folder, manifest.version);
  replaceFile(files.ranges, ranges);
  replaceFile(files.records, records);
  replaceFile(files.manifest, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  replaceFile(join(folder, 'whitelist', 'current'), Buffer.from(`${manifest.version}\n`));
  syncDirectory(join(folder, 'whitelist'));
}

function replaceFile(path: string, bytes: Uint8Array): void {
  const unfinished = `${path}.${process.pid}.unfinished`;
  try {
    const file = openSync(unfinished, 'w', 0o644);
    try {
      for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw cause;
  }
}

/** A rename is durable when the directory is. */
function syncDirectory(path: string): void {
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
