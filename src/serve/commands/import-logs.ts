import { Command } from 'commander';
import { createReadStream, ReadStream, statSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { LogImport } from '../../collect/import-log.ts';
import { confirmUntold, objectionsUntoldBy } from '../ask-confirmation.ts';
import { settingsOrFault, withDataFlag } from '../command-settings.ts';
import { atTheDoor } from '../reach-operator.ts';
import { byteProgress, print, stopProgress } from '../terminal.ts';
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
    .description(
      'read a web server’s access log (combined, vhost-combined, JSON of nginx or Caddy, IIS W3C; also .gz) as visits of a site',
    )
    .argument('<files...>', 'log files, oldest first; - for standard input')
    .requiredOption('--site <domain>', 'the site whose log it is')
    .option('--keep-old', 'also take lines that are older than the site’s retention')
    .option('--yes', 'do not ask whether visitors’ objections may be unknown')
    .option('--json', 'the table of outcomes as JSON')
    .action(async (files: string[], flags: Flags) => {
      const settings = settingsOrFault({ data: flags.data });
      const { head, all } = await peek(bytesInTurn(files));
      const missing = objectionsUntoldBy(head);
      if (missing.length > 0) {
        stopProgress();
        await confirmUntold(missing, { yes: flags.yes === true, canAsk: !files.includes('-'), logDays: null });
      }
      await atTheDoor(settings, async (operator) => {
        if (missing.length > 0) {
          await operator.post('/log-confirmations', { site: flags.site, way: 'import', missing, logDays: null });
        }
        const query = new URLSearchParams({
          site: flags.site,
          keepOld: flags.keepOld === true ? '1' : '0',
          mayBeUnknown: missing.length > 0 ? '1' : '0',
        });
        const outcome = await operator.post<LogImport & { whitelistDate: string }>(
          `/import-logs?${query.toString()}`,
          Readable.from(all),
        );
        print(flags.json === true ? JSON.stringify(outcome, null, 2) : describeImport(outcome, outcome.whitelistDate));
      });
    });
}

/** The first bytes of a stream, and the stream with them. */
async function peek(
  bytes: AsyncGenerator<Buffer>,
): Promise<{ readonly head: Buffer; readonly all: AsyncGenerator<Buffer> }> {
  const first = await bytes.next();
  const head = first.done === true ? Buffer.alloc(0) : first.value;
  async function* all(): AsyncGenerator<Buffer> {
    yield head;
    yield* bytes;
  }
  return { head, all: all() };
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
