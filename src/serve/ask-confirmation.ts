import { createInterface } from 'node:readline/promises';
import { untoldObjections } from '../collect/log-entry.ts';
import { createLogReader } from '../collect/log-reader.ts';
import type { ObjectionReason } from '../contracts/reasons.ts';
import { CommandFault } from './command-fault.ts';
import { say } from './terminal.ts';

const WORDS: Readonly<Record<ObjectionReason, string>> = {
  dnt: 'Do Not Track',
  gpc: 'Global Privacy Control',
  'opt-out': 'opt-out',
};

/**
 * Which objections a log does not tell, by its first lines; all of them where no line can be read. A site that does not
 * honour one of them is asked all the same: it may honour it tomorrow.
 */
export function objectionsUntoldBy(head: Buffer): readonly ObjectionReason[] {
  const read = createLogReader();
  const untold = new Set<ObjectionReason>();
  let entries = 0;
  for (const line of head.toString('latin1').split(/\r?\n/)) {
    const told = line === '' ? null : read(line);
    if (told === null || !told.ok) continue;
    entries += 1;
    for (const reason of untoldObjections(told.value.entry.signals, { honoursDnt: true, honoursGpc: true })) {
      untold.add(reason);
    }
  }
  return entries === 0 ? ['dnt', 'gpc', 'opt-out'] : [...untold];
}

/**
 * Says what it means that a log does not tell these objections, and asks for the site's confirmation (privacy.md, mode A).
 * @param canAsk false where standard input is the log
 * @throws CommandFault where nobody confirms
 */
export async function confirmUntold(
  missing: readonly ObjectionReason[],
  choices: { readonly yes: boolean; readonly canAsk: boolean; readonly logDays: number | null },
): Promise<void> {
  say(
    `This log does not say which visitors objected (${missing.map((reason) => WORDS[reason]).join(', ')}): the page views of those who did cannot be told apart, so their objection is not honoured, and the site’s notice has to say so.`,
  );
  if (choices.logDays !== null) {
    say(
      `The log keeps visitors’ addresses by itself: what lies beside it goes back ${choices.logDays} days. Doorplate does not delete it; the notice has to name how long it is kept.`,
    );
  }
  say('A format that tells them is in docs/connectors.md.');
  if (choices.yes) return;
  if (!process.stdin.isTTY || !choices.canAsk) {
    throw new CommandFault('confirm with --yes that the site may read this log all the same', 'usage');
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('May the site read it all the same? [y/N] ');
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new CommandFault('nothing was read');
}
