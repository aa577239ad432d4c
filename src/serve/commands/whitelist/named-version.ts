import type { Manifest } from '../../../whitelist/manifest.ts';
import { currentVersion, readManifest, whitelistVersions } from '../../../whitelist/whitelist-versions.ts';
import { CommandFault } from '../../command-fault.ts';

/** What a command takes for a version. */
export const VERSION_WORDS = 'a version or its beginning, or: current, previous';

/**
 * The version that a word names: `current`, `previous` (the one built before the one in force), a version, or its
 * first digits where they fit one alone.
 */
export function namedVersion(folder: string, word: string): Manifest {
  if (word === 'current') return readManifest(folder, currentVersion(folder) ?? '');
  const versions = whitelistVersions(folder);
  if (word === 'previous') {
    const previous = versions[versions.findIndex(({ version }) => version === currentVersion(folder)) - 1];
    if (previous !== undefined) return previous;
    throw new CommandFault('there is no version before the one in force (VERSION_UNKNOWN)');
  }
  const [only, ...others] = /^[0-9a-f]+$/.test(word) ? versions.filter(({ version }) => version.startsWith(word)) : [];
  if (only === undefined || others.length > 0) {
    throw new CommandFault('there is no such version; doorplate whitelist versions lists them (VERSION_UNKNOWN)');
  }
  return only;
}
