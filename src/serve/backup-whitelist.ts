import { copyFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { companyListsFolder, companyListsInForce } from '../build-whitelist/companies/company-lists-in-force.ts';
import { layersFolder } from '../build-whitelist/layers/layer-file.ts';
import { layersInForce } from '../build-whitelist/layers/layers-in-force.ts';
import { currentVersion, whitelistFiles } from '../whitelist/whitelist-versions.ts';

/**
 * Copies the whitelist in force into a backup's folder, and the layers and company lists, without which the next import
 * would build one of its own source alone. The files of versions, layers and lists never change once they have their names.
 */
export function backUpWhitelist(dataFolder: string, folder: string): void {
  const version = currentVersion(dataFolder);
  if (version === null) return;
  copyInto(join(folder, 'whitelist'), [
    ...Object.values(whitelistFiles(dataFolder, version)),
    join(dataFolder, 'whitelist', 'current'),
  ]);
  const layers = layersFolder(dataFolder);
  copyInto(
    layersFolder(folder),
    layersInForce(dataFolder).flatMap(({ id, file }) => [join(layers, file.name), join(layers, `${id}.json`)]),
  );
  const lists = companyListsFolder(dataFolder);
  copyInto(
    companyListsFolder(folder),
    companyListsInForce(dataFolder).flatMap(({ id, file }) => [join(lists, file.name), join(lists, `${id}.json`)]),
  );
}

function copyInto(folder: string, files: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  for (const file of files) copyFileSync(file, join(folder, basename(file)));
}
