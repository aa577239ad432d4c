import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { recogniseFormat } from '../../../build-whitelist/import/recognise-format.ts';
import type { ImportFormat } from '../../../build-whitelist/import/registry-objects.ts';
import type { ProviderType } from '../../../contracts/company.ts';
import type { SourceFiles } from '../../import-source.ts';

/** What a folder holds: the sources that can be imported, and files that no importer reads. */
export type FolderContents = { readonly sources: readonly SourceFiles[]; readonly unrecognised: readonly string[] };

/** Formats whose files are each a list of its own; the files of all others belong together. */
const LISTS: ReadonlySet<ImportFormat> = new Set(['asn', 'as-class', 'cidr', 'mmdb', 'own']);

/** Words in the name of a list of ranges that say what stands behind them. */
const TYPE_WORDS: readonly (readonly [RegExp, ProviderType])[] = [
  [/vpn/i, 'vpn'],
  [/relay|tor(?![a-z])|proxy|proxies/i, 'relay'],
  [/wi-?fi|hotspot/i, 'wifi'],
  [/mobile|cellular/i, 'mobile'],
  [/isp|dial-?up|dynamic|residential/i, 'isp'],
  [/cloud|aws|azure/i, 'cloud'],
];

/** Recognises all files below a folder by their content; a list of ranges by its name too. @throws the operating system's error */
export async function sourcesInFolder(folder: string): Promise<FolderContents> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const together = new Map<ImportFormat, string[]>();
  const lists: SourceFiles[] = [];
  const unrecognised: string[] = [];
  for (const path of files) {
    const format = await recogniseFormat(path);
    if (format === null) unrecognised.push(path);
    else if (LISTS.has(format)) lists.push(listOf(format, folder, path));
    else together.set(format, [...(together.get(format) ?? []), path]);
  }
  return {
    sources: [...[...together].map(([format, paths]) => ({ format, files: paths })), ...lists],
    unrecognised,
  };
}

/** A list is called after its place in the folder: two of one name lie in different ones. */
function listOf(format: ImportFormat, folder: string, path: string): SourceFiles {
  const place = relative(folder, path).split(sep).join('-');
  const name = place.replace(/(?:\.[a-z0-9]{1,5}){1,2}$/i, '');
  const type = format === 'cidr' ? TYPE_WORDS.find(([word]) => word.test(name))?.[1] : undefined;
  return { format, files: [path], name, ...(type !== undefined && { providerType: type }) };
}
