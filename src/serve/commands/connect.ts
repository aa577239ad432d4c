import { Command } from 'commander';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LineCounts } from '../../collect/take-lines.ts';
import type { Settings } from '../../settings/read-settings.ts';
import { confirmUntold, objectionsUntoldBy } from '../ask-confirmation.ts';
import { CommandFault } from '../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../command-settings.ts';
import { isAnswering, OperatorRefusal, throughServer } from '../reach-operator.ts';
import { print, say, table } from '../terminal.ts';

type Flags = { readonly data?: string; readonly site: string; readonly yes?: true };

/** Lines wait so long for company, so that a busy site does not ask the server for each. */
const GATHER_MS = 200;
/** While the server is away, or slower than the site, so much waits in memory; what comes then is dropped and counted. */
const MOST_WAITING_BYTES = 4 * 1024 * 1024;
const SERVER_AWAY_MS = 1_000;
const LINE_FEED = 10;

/** `doorplate connect`: lines that a web server writes into a pipe, as they come. */
export function connectCommand(): Command {
  return withDataFlag(new Command('connect'))
    .description('pass the lines that a web server writes into a pipe to the running server, as live page views')
    .argument('<source>', '- for standard input')
    .requiredOption('--site <domain>', 'the site whose requests they are')
    .option('--yes', 'do not ask whether visitors’ objections may be unknown')
    .action(async (source: string, flags: Flags) => {
      if (source !== '-') throw new CommandFault('lines come from standard input: write - for it', 'usage');
      const settings = settingsOrFault({ data: flags.data });
      if (!(await isAnswering(settings))) {
        throw new CommandFault('no server is running on this data folder; start it first (SERVER_AWAY)');
      }
      await connect(settings, flags);
    });
}

async function connect(settings: Settings, flags: Flags): Promise<void> {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let rest = Buffer.alloc(0);
  const input = { hasEnded: false };
  let dropped = 0;
  const counts: Record<string, number> = {};

  // Always read on: a pipe that is full would hold up the web server.
  process.stdin.on('data', (bytes: Buffer) => {
    const all = Buffer.concat([rest, bytes]);
    const end = all.lastIndexOf(LINE_FEED) + 1;
    rest = all.subarray(end);
    keep(all.subarray(0, end));
    if (rest.length > MOST_WAITING_BYTES) rest = Buffer.alloc(0);
  });
  const ended = new Promise<void>((resolve, reject) => {
    process.stdin.once('error', reject);
    process.stdin.once('end', () => {
      if (rest.length > 0) keep(Buffer.concat([rest, Buffer.from('\n')]));
      input.hasEnded = true;
      resolve();
    });
  });

  function keep(lines: Buffer): void {
    if (lines.length === 0) return;
    if (waitingBytes + lines.length > MOST_WAITING_BYTES) {
      for (const byte of lines) if (byte === LINE_FEED) dropped += 1;
      return;
    }
    waiting.push(lines);
    waitingBytes += lines.length;
  }

  while (waiting.length === 0 && !input.hasEnded) await Promise.race([ended, sleep(GATHER_MS)]);
  const missing = objectionsUntoldBy(Buffer.concat(waiting));
  if (missing.length > 0) {
    await confirmUntold(missing, { yes: flags.yes === true, canAsk: false, logDays: null });
    await throughServer(settings, (operator) =>
      operator.post('/log-confirmations', { site: flags.site, way: 'pipe', missing, logDays: null }),
    );
  }
  const query = new URLSearchParams({ site: flags.site, mayBeUnknown: missing.length > 0 ? '1' : '0' });
  const path = `/connect?${query.toString()}`;
  while (!input.hasEnded || waiting.length > 0) {
    if (waiting.length > 0) {
      const batch = Buffer.concat(waiting);
      waiting = [];
      const taken = await handIn(batch, path, settings);
      waitingBytes -= batch.length;
      for (const [outcome, count] of Object.entries(taken)) counts[outcome] = (counts[outcome] ?? 0) + count;
    }
    await Promise.race([ended, sleep(GATHER_MS)]);
  }
  if (dropped > 0) counts['dropped'] = dropped;
  print(table(Object.entries(counts)));
}

/** Hands a batch over once; when the connection breaks in its middle, it counts as handed over rather than twice. */
async function handIn(batch: Buffer, path: string, settings: Settings): Promise<LineCounts> {
  while (!(await isAnswering(settings))) await sleep(SERVER_AWAY_MS);
  try {
    const answer = await throughServer(settings, (operator) =>
      operator.post<{ lines: LineCounts }>(path, Readable.from([batch])),
    );
    return answer.lines;
  } catch (error) {
    if (error instanceof OperatorRefusal) throw error;
    say('the server went away in the middle of a batch (CONNECTOR_FAILED)');
    return {};
  }
}
