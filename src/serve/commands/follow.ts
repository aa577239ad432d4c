import { Command } from 'commander';
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { followLog, type LogPart } from '../../collect/follow-log.ts';
import type { LogImport } from '../../collect/import-log.ts';
import type { Settings } from '../../settings/read-settings.ts';
import { confirmUntold, objectionsUntoldBy } from '../ask-confirmation.ts';
import { CommandFault } from '../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../command-settings.ts';
import { readBookmark } from '../log-bookmark.ts';
import { isAnswering, OperatorRefusal, throughServer } from '../reach-operator.ts';
import { print, say, table } from '../terminal.ts';

type Flags = {
  readonly data?: string;
  readonly site: string;
  readonly history?: true;
  readonly keepOld?: true;
  readonly once?: true;
  readonly yes?: true;
};

type Counts = Pick<LogImport, 'lines' | 'pageViews'>;

const POLL_MS = 250;
const SERVER_AWAY_MS = 1_000;
const HEAD_BYTES = 65_536;
const DAY_MS = 86_400_000;

/** `doorplate follow`: an access log that already exists, line by line as it grows, through its rotations. */
export function followCommand(): Command {
  return withDataFlag(new Command('follow'))
    .description('follow a web server’s access log as it grows and rotates, beside a running server')
    .argument('<file>', 'the log under the name that the web server writes to')
    .requiredOption('--site <domain>', 'the site whose log it is')
    .option('--history', 'begin with what rotations left and the whole file; without it, with what comes from now on')
    .option('--keep-old', 'also take lines that are older than the site’s retention')
    .option('--once', 'stop at the end of the log; the next call goes on from there')
    .option('--yes', 'do not ask whether visitors’ objections may be unknown')
    .action(async (file: string, flags: Flags) => {
      const settings = settingsOrFault({ data: flags.data });
      if (!(await isAnswering(settings))) {
        throw new CommandFault('no server is running on this data folder; start it first (SERVER_AWAY)');
      }
      await followFile(resolve(file), settings, flags);
    });
}

async function followFile(path: string, settings: Settings, flags: Flags): Promise<void> {
  const missing = objectionsUntoldBy(headOf(path));
  if (missing.length > 0) {
    const logDays = daysBeside(path);
    await confirmUntold(missing, { yes: flags.yes === true, canAsk: true, logDays });
    await throughServer(settings, (operator) =>
      operator.post('/log-confirmations', { site: flags.site, way: 'follow', missing, logDays }),
    );
  }
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  const sum = { lines: 0, pageViews: 0 };
  say('following; the bookmark holds inode, size and offset, and nothing of the log');
  const parts = followLog({
    path,
    from: readBookmark(settings.data, flags.site, path),
    history: flags.history === true,
    once: flags.once === true,
    pollMs: POLL_MS,
    signal: stop.signal,
  });
  for await (const part of parts) {
    const counts = await handIn(part, path, settings, flags, missing.length > 0, stop.signal);
    sum.lines += counts?.lines ?? 0;
    sum.pageViews += counts?.pageViews ?? 0;
  }
  print(
    table([
      ['lines', sum.lines],
      ['page views', sum.pageViews],
    ]),
  );
}

/** Hands a part to the server until it is taken. While the server is away nothing is read on: the log keeps the lines. */
async function handIn(
  part: LogPart,
  path: string,
  settings: Settings,
  flags: Flags,
  mayBeUnknown: boolean,
  signal: AbortSignal,
): Promise<Counts | null> {
  const { inode, size, offset } = part.place;
  const query = new URLSearchParams({
    site: flags.site,
    mayBeUnknown: mayBeUnknown ? '1' : '0',
    keepOld: flags.keepOld === true ? '1' : '0',
    file: path,
    inode,
    size: String(size),
    offset: String(offset),
  });
  while (!signal.aborted) {
    if (await isAnswering(settings)) {
      try {
        return await throughServer(settings, (operator) =>
          operator.post<Counts>(`/follow?${query.toString()}`, Readable.from([part.bytes])),
        );
      } catch (error) {
        if (error instanceof OperatorRefusal) throw error;
        // Taken, and only the answer was lost?
        const bookmark = readBookmark(settings.data, flags.site, path);
        if (bookmark?.inode === inode && bookmark.offset === offset) return null;
      }
    }
    await sleep(SERVER_AWAY_MS);
  }
  return null;
}

/** The first lines, to see what the format tells; of a log that is still empty, those of its latest rotation. */
function headOf(path: string): Buffer {
  for (const file of [path, `${path}.1`]) {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0) continue;
    const fd = openSync(file, 'r');
    const head = Buffer.alloc(Math.min(size, HEAD_BYTES));
    readSync(fd, head, 0, head.length, 0);
    closeSync(fd);
    return head.subarray(0, head.lastIndexOf(10) + 1);
  }
  return Buffer.alloc(0);
}

/** How many days back the files reach that rotations left: so long the log itself keeps addresses, at least. */
function daysBeside(path: string): number | null {
  const folder = dirname(path);
  const times = readdirSync(folder)
    .filter((name) => name.startsWith(basename(path)))
    .map((name) => statSync(join(folder, name)).mtimeMs);
  return times.length === 0 ? null : Math.max(0, Math.ceil((Date.now() - Math.min(...times)) / DAY_MS));
}
