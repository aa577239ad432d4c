import { Command } from 'commander';
import { createReadStream, ReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { LogImport } from '../../collect/import-log.ts';
import { CommandFault } from '../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../command-settings.ts';
import { atTheDoor } from '../reach-operator.ts';
import { byteProgress, print, say } from '../terminal.ts';
import { describeImport } from './describe-import.ts';

const LINE_END = Buffer.from('\n');

type Flags = {
  readonly data?: string;
  readonly site: string;
  readonly keepOld?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
};

/** `doorplate import-logs`: the page views of a web server's log become visits, at the times of the log. */
export function importLogsCommand(): Command {
  return withDataFlag(new Command('import-logs'))
    .description('read a web server’s access log (combined or vhost-combined, also .gz) as visits of a site')
    .argument('<files...>', 'log files, oldest first; - for standard input')
    .requiredOption('--site <domain>', 'the site whose log it is')
    .option('--keep-old', 'also take lines that are older than the site’s retention')
    .option('--yes', 'do not ask whether visitors’ objections may be unknown')
    .option('--json', 'the table of outcomes as JSON')
    .action(async (files: string[], flags: Flags) => {
      const settings = settingsOrFault({ data: flags.data });
      await confirmMissingObjections(flags, files);
      await atTheDoor(settings, async (operator) => {
        const query = new URLSearchParams({ site: flags.site, keepOld: flags.keepOld === true ? '1' : '0' });
        const outcome = await operator.post<LogImport & { whitelistDate: string }>(
          `/import-logs?${query.toString()}`,
          Readable.from(bytesInTurn(files)),
        );
        print(flags.json === true ? JSON.stringify(outcome, null, 2) : describeImport(outcome, outcome.whitelistDate));
      });
    });
}

/** A log of this kind cannot say who sent Do Not Track, Global Privacy Control or has opted out (privacy.md). */
async function confirmMissingObjections(flags: Flags, files: readonly string[]): Promise<void> {
  say(
    'A combined log does not say which visitors objected (DNT, GPC, opt-out): their page views cannot be told apart.',
  );
  if (flags.yes === true) return;
  if (!process.stdin.isTTY || files.includes('-')) {
    throw new CommandFault('confirm with --yes that the site may import this log all the same', 'usage');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('May the site import it all the same? [y/N] ');
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new CommandFault('nothing was imported');
}

/** The files' bytes one after the other, unpacked, with one progress bar over what is read from disk. */
async function* bytesInTurn(files: readonly string[]): AsyncGenerator<Buffer> {
  const total = files.reduce((sum, file) => sum + (file === '-' ? 0 : statSync(file).size), 0);
  const progress = byteProgress('reading the log', total);
  try {
    for (const file of files) {
      const source = file === '-' ? process.stdin : createReadStream(file);
      // An error of either stream ends the loop below.
      const unpacked = file.endsWith('.gz') ? pipeline(source, createGunzip(), () => {}) : source;
      let counted = 0;
      for await (const bytes of unpacked) {
        yield bytes;
        if (source instanceof ReadStream) {
          progress.add(source.bytesRead - counted);
          counted = source.bytesRead;
        }
      }
      // A file whose last line is cut short must not run into the next.
      yield LINE_END;
    }
  } finally {
    progress.stop();
  }
}
