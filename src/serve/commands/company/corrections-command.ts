import { Command } from 'commander';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { CorrectionFile } from '../../../contracts/corrections.ts';
import type { ImportedCorrections } from '../../../report/import-corrections.ts';
import { PROBLEMS } from '../../../report/problem.ts';
import { CommandFault } from '../../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { atTheDoor } from '../../reach-operator.ts';
import { print, say } from '../../terminal.ts';

type Flags = { readonly data?: string };

/** As much as the operator's door takes. */
const LARGEST_FILE_BYTES = 4 * 1024 * 1024;

/** `doorplate company corrections`: the operator's corrections as a file, out and in. */
export function correctionsCommand(): Command {
  return new Command('corrections')
    .description('corrections that hold for the whole installation')
    .addCommand(exportCommand())
    .addCommand(importCommand());
}

function exportCommand(): Command {
  return withDataFlag(new Command('export'))
    .description('write the corrections in force to a file, without their authors; it can be offered to a source')
    .argument('<file>', 'file to write, - for standard output')
    .action(async (path: string, flags: Flags) => {
      await atTheDoor(settingsOrFault({ data: flags.data }), async (operator) => {
        const file = await operator.post<CorrectionFile>('/corrections/export', {});
        const text = JSON.stringify(file, null, 2);
        if (path === '-') return print(text);
        writeFileSync(path, `${text}\n`);
        say(`${file.corrections.length} corrections written.`);
      });
    });
}

function importCommand(): Command {
  return withDataFlag(new Command('import'))
    .description('take the corrections of a file for all customers; what is in force already is left as it is')
    .argument('<file>', 'file that was exported')
    .action(async (path: string, flags: Flags) => {
      const file = readCorrections(path);
      await atTheDoor(settingsOrFault({ data: flags.data }), async (operator) => {
        const { added, known, refused } = await operator.post<ImportedCorrections>('/corrections/import', file);
        print(`${added} added, ${known} in force already.`);
        for (const { code, count } of refused) print(`${count} refused: ${PROBLEMS[code].title} (${code})`);
      });
    });
}

/** @throws CommandFault where the file is none of ours; the operating system's error where it cannot be read */
function readCorrections(path: string): CorrectionFile {
  const read = statSync(path).size > LARGEST_FILE_BYTES ? null : CorrectionFile.safeParse(parse(readFileSync(path)));
  if (read?.success !== true) {
    throw new CommandFault('that is no file of corrections, or one larger than 4 MiB (CORRECTIONS_UNREADABLE)');
  }
  return read.data;
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
