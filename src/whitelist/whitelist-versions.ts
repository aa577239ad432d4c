import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { FORMAT, Manifest } from './manifest.ts';
import { createSealedFile, replaceFile, type SealedFile, syncDirectory } from './sealed-file.ts';
import { whitelistError } from './whitelist-error.ts';
import { parseJson } from './parse-json.ts';

/**
 * The versions in `<folder>/whitelist/`: `<version>.ranges`, `.records`, `.tables`, `.objects` and `.json` each, and
 * `current`, one line that names the version in force. A file appears under its name only when it is complete.
 */
const VERSION_IN_NAME = /^([0-9a-f]{16})\.json$/;

/** How many versions are kept, the one in force among them. */
export const KEPT_VERSIONS = 5;

const PARTS = ['ranges', 'records', 'tables', 'objects'] as const;
type Part = (typeof PARTS)[number];

export type WhitelistFiles = { readonly [part in Part]: string } & { readonly manifest: string };

export function whitelistFiles(folder: string, version: string): WhitelistFiles {
  const base = join(folder, 'whitelist', version);
  return {
    ranges: `${base}.ranges`,
    records: `${base}.records`,
    tables: `${base}.tables`,
    objects: `${base}.objects`,
    manifest: `${base}.json`,
  };
}

/** All complete versions, oldest first by the time they were built; those of another format are left out. */
export function whitelistVersions(folder: string): Manifest[] {
  const directory = join(folder, 'whitelist');
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .flatMap((name) => VERSION_IN_NAME.exec(name)?.[1] ?? [])
    .flatMap((version) => {
      const read = parseManifest(folder, version);
      return read === null ? [] : [read];
    })
    .sort((one, other) => (one.builtAt < other.builtAt ? -1 : 1));
}

/** The version in force; null where none has been built. */
export function currentVersion(folder: string): string | null {
  const pointer = join(folder, 'whitelist', 'current');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : null;
}

/** @throws WhitelistError WHITELIST_MISSING, WHITELIST_CORRUPT, WHITELIST_FORMAT */
export function readManifest(folder: string, version: string): Manifest {
  const { manifest } = whitelistFiles(folder, version);
  if (!/^[0-9a-f]{16}$/.test(version) || !existsSync(manifest)) throw whitelistError('WHITELIST_MISSING');
  const read = parseManifest(folder, version);
  if (read !== null) return read;
  throw whitelistError(isOfOtherFormat(manifest) ? 'WHITELIST_FORMAT' : 'WHITELIST_CORRUPT');
}

function parseManifest(folder: string, version: string): Manifest | null {
  const read = Manifest.safeParse(parseJson(readFileSync(whitelistFiles(folder, version).manifest, 'utf8')));
  return read.success && read.data.version === version ? read.data : null;
}

/** The files of a version that is being written, and what ends it. */
export type VersionWriter = {
  readonly files: { readonly [part in Part]: SealedFile };
  /**
   * Seals the files, names the version by its contents and puts it in force: the four files first, then the manifest,
   * `current` last. Whatever is interrupted leaves the old version in force.
   */
  readonly finish: (contents: ManifestContents, builtAt: Date) => Manifest;
  readonly discard: () => void;
};

export type ManifestContents = Omit<Manifest, 'version' | 'builtAt' | 'files'>;

export function createVersion(folder: string): VersionWriter {
  const directory = join(folder, 'whitelist');
  mkdirSync(directory, { recursive: true });
  const create = (part: Part): SealedFile => createSealedFile(join(directory, `next.${part}`));
  const files = {
    ranges: create('ranges'),
    records: create('records'),
    tables: create('tables'),
    objects: create('objects'),
  };
  const discard = (): void => {
    for (const part of PARTS) files[part].discard();
  };
  return {
    files,
    discard,
    finish(contents, builtAt) {
      try {
        const seals = {
          ranges: files.ranges.seal(),
          records: files.records.seal(),
          tables: files.tables.seal(),
          objects: files.objects.seal(),
        };
        const version = versionOf({ ...contents, files: seals });
        const manifest: Manifest = { ...contents, version, builtAt: builtAt.toISOString(), files: seals };
        const names = whitelistFiles(folder, version);
        for (const part of PARTS) files[part].moveTo(names[part]);
        syncDirectory(directory);
        replaceFile(names.manifest, `${JSON.stringify(manifest, null, 2)}\n`);
        pointTo(folder, version);
        deleteOldVersions(folder);
        return manifest;
      } catch (cause) {
        discard();
        throw cause;
      }
    },
  };
}

/** Content hash; the times of import and building are no content. */
function versionOf(contents: Omit<Manifest, 'version' | 'builtAt'>): string {
  const layers = contents.layers.map(({ importedAt: _importedAt, ...layer }) => layer);
  return createHash('sha256')
    .update(JSON.stringify({ ...contents, layers }))
    .digest('hex')
    .slice(0, 16);
}

/** Lets `current` name a version; durable when it returns. Whoever calls it has made sure that the version can be opened. */
export function pointTo(folder: string, version: string): void {
  replaceFile(join(folder, 'whitelist', 'current'), `${version}\n`);
  syncDirectory(join(folder, 'whitelist'));
}

/** Keeps the youngest versions and the one in force. A manifest goes first: without it the rest is no version. */
function deleteOldVersions(folder: string): void {
  const inForce = currentVersion(folder);
  const others = whitelistVersions(folder).filter(({ version }) => version !== inForce);
  for (const { version } of others.slice(0, Math.max(0, others.length - (KEPT_VERSIONS - 1)))) {
    const { manifest, ...parts } = whitelistFiles(folder, version);
    rmSync(manifest, { force: true });
    for (const path of Object.values(parts)) rmSync(path, { force: true });
  }
}

function isOfOtherFormat(path: string): boolean {
  const read = parseJson(readFileSync(path, 'utf8'));
  return typeof read === 'object' && read !== null && 'format' in read && read.format !== FORMAT;
}
