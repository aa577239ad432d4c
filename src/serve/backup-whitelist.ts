import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { currentVersion, whitelistFiles } from '../whitelist/whitelist-versions.ts';

/** Copies the whitelist in force into a backup's folder; a version's files never change once they have their names. */
export function backUpWhitelist(dataFolder: string, folder: string): void {
  const version = currentVersion(dataFolder);
  if (version === null) return;
  mkdirSync(join(folder, 'whitelist'), { recursive: true });
  for (const file of [
    ...Object.values(whitelistFiles(dataFolder, version)),
    join(dataFolder, 'whitelist', 'current'),
  ]) {
    copyFileSync(file, join(folder, 'whitelist', basename(file)));
  }
}
