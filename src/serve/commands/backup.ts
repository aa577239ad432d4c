import { Command } from 'commander';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { create as pack, extract as unpack } from 'tar';
import { z } from 'zod';
import { CommandFault } from '../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../command-settings.ts';
import { atTheDoor, isAnswering } from '../reach-operator.ts';
import { print } from '../terminal.ts';
import { syncFile } from '../sync-file.ts';

/** What a backup says of itself; `restore` refuses an archive without it. */
const BackupNote = z.strictObject({ product: z.literal('doorplate'), format: z.literal(1), made_at: z.string() });
const NOTE_FILE = 'backup.json';

/** `doorplate backup` and `restore`: both stores and the whitelist in force, as one compressed archive. */
export function backupCommands(): Command[] {
  return [
    withDataFlag(new Command('backup'))
      .description('write both stores and the whitelist in force into one file, also while the server runs')
      .argument('<file>', 'file to write (.tar.gz); it must not exist')
      .action(async (file: string, flags: { data?: string }) => {
        const settings = settingsOrFault({ data: flags.data });
        const target = resolve(file);
        if (existsSync(target)) throw new CommandFault('the file exists already; a backup never overwrites one');
        // Beside the data, because the copy is as private as they are, and the server must reach it.
        await mkdir(settings.data, { recursive: true, mode: 0o700 });
        const folder = mkdtempSync(join(settings.data, 'backup-'));
        const unfinished = join(dirname(target), `.${basename(target)}.${process.pid}.unfinished`);
        try {
          await atTheDoor(settings, (operator) => operator.post('/backup', { folder }));
          const note = { product: 'doorplate', format: 1, made_at: new Date().toISOString() };
          await writeFile(join(folder, NOTE_FILE), JSON.stringify(note));
          await pack({ gzip: true, file: unfinished, cwd: folder, portable: true, mode: 0o600 }, readdirSync(folder));
          await syncFile(unfinished);
          await rename(unfinished, target);
        } finally {
          rmSync(folder, { recursive: true, force: true });
          rmSync(unfinished, { force: true });
        }
        print(
          `Backup written. It holds what the data folder holds: keep it as safe, and no longer than the data’s retention.`,
        );
      }),
    withDataFlag(new Command('restore'))
      .description('put a backup in place of the data folder; the server must not run')
      .argument('<file>', 'a file that doorplate backup wrote')
      .option('--replace', 'replace data that the folder holds')
      .action(async (file: string, flags: { data?: string; replace?: boolean }) => {
        const settings = settingsOrFault({ data: flags.data });
        if (await isAnswering(settings)) throw new CommandFault('stop the server first');
        const occupied = existsSync(settings.data) && readdirSync(settings.data).length > 0;
        if (occupied && flags.replace !== true) {
          throw new CommandFault('the data folder is not empty; --replace puts the backup in its place', 'usage');
        }
        await mkdir(dirname(settings.data), { recursive: true });
        const folder = mkdtempSync(join(dirname(settings.data), '.doorplate-restore-'));
        try {
          await unpackBackup(resolve(file), folder);
          await swapFolders(folder, settings.data);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
        print('Restored.');
      }),
  ];
}

async function unpackBackup(file: string, folder: string): Promise<void> {
  try {
    await unpack({ file, cwd: folder, strict: true });
    BackupNote.parse(JSON.parse(readFileSync(join(folder, NOTE_FILE), 'utf8')));
  } catch {
    throw new CommandFault('that is no backup of Doorplate, or it is damaged');
  }
  rmSync(join(folder, NOTE_FILE));
}

/** The old folder stands aside until the new one has its name, so that an interruption loses neither. */
async function swapFolders(folder: string, data: string): Promise<void> {
  const aside = `${data}.before-restore-${process.pid}`;
  if (existsSync(data)) renameSync(data, aside);
  renameSync(folder, data);
  rmSync(aside, { recursive: true, force: true });
}
