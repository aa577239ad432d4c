import { withWhitelistLock } from './lock-whitelist.ts';
import { openWhitelist } from './open-whitelist.ts';
import { currentVersion, pointTo, whitelistVersions } from './whitelist-versions.ts';
import { whitelistError } from './whitelist-error.ts';

/**
 * Puts a version in force that stands in the folder: the way back after a build that went wrong. A running server takes
 * it with its next reload.
 * @throws WhitelistError WHITELIST_MISSING, WHITELIST_CORRUPT, WHITELIST_FORMAT, WHITELIST_BUSY; the version in force stays then
 */
export function putInForce(folder: string, version: string): void {
  withWhitelistLock(folder, () => {
    openWhitelist(folder, version).close();
    pointTo(folder, version);
  });
}

/** The version that was built before the one in force. @throws WhitelistError WHITELIST_MISSING where there is none */
export function versionBefore(folder: string): string {
  const versions = whitelistVersions(folder).map(({ version }) => version);
  const before = versions[versions.indexOf(currentVersion(folder) ?? '') - 1];
  if (before === undefined) throw whitelistError('WHITELIST_MISSING');
  return before;
}
