import { readFileSync } from 'node:fs';
import { listedRanges, type ListedRanges } from './listed-ranges.ts';
import { decodeRangeFile } from './range-file.ts';
import { whitelistFiles } from './whitelist-versions.ts';

/** The ranges of a version, to be walked. @throws WhitelistError WHITELIST_CORRUPT, WHITELIST_FORMAT */
export function openListedRanges(folder: string, version: string): ListedRanges {
  const bytes = readFileSync(whitelistFiles(folder, version).ranges);
  const { four, six } = decodeRangeFile(Uint8Array.from(bytes).buffer);
  return listedRanges(four, six);
}
