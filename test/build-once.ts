import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { packageRoot, shippedFile } from '../src/settings/package-root.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder that holds nothing but the embedded whitelist. */
    whitelistFolder: string;
  }
}

/** Tests use the built product as a user would. What takes long (dashboard, whitelist) is built only when it is stale. */
export function setup(project: TestProject): void {
  const page = shippedFile('dist', 'dashboard', 'index.html');
  const pageIsFresh = isFresh(page, ['dashboard', 'contracts']);
  run('tools/build.js', ...(pageIsFresh ? ['--server-only'] : []));

  const whitelistFolder = shippedFile('dist', 'whitelist-for-tests');
  if (
    !isFresh(join(whitelistFolder, 'whitelist', 'current'), ['build-whitelist', 'company', 'whitelist', 'contracts'])
  ) {
    process.stdout.write('building the embedded whitelist for the tests\n');
    rmSync(whitelistFolder, { recursive: true, force: true });
    run('bin/doorplate.js', 'whitelist', 'build', '--data', whitelistFolder);
  }
  project.provide('whitelistFolder', whitelistFolder);
}

function run(...command: string[]): void {
  const { status } = spawnSync(process.execPath, command, {
    cwd: packageRoot(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${command[0]} failed`);
}

/** Is the built file newer than every source of these rooms, and than the installed packages? */
function isFresh(built: string, rooms: readonly string[]): boolean {
  const sources = [
    ...rooms.map((room) => newest(shippedFile('src', room))),
    statSync(shippedFile('package-lock.json')).mtimeMs,
  ];
  return existsSync(built) && statSync(built).mtimeMs > Math.max(...sources);
}

function newest(folder: string): number {
  const times = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(0, ...times);
}
