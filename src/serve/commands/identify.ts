import { Command } from 'commander';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { CommandFault } from '../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../command-settings.ts';
import type { AddressExplanation } from '../../identify/explain-address.ts';
import { atTheDoor } from '../reach-operator.ts';
import { print } from '../terminal.ts';

const ADDRESSES_A_QUESTION = 1_000;

/** `doorplate identify`: the verdict for each address, for the operator's eyes. Addresses are answered and forgotten. */
export function identifyCommand(): Command {
  return withDataFlag(new Command('identify'))
    .description('say what an address leads to, and why')
    .argument('[addresses...]', 'IP addresses; - reads them from standard input, one a line')
    .option('--file <file>', 'read addresses from a file, one a line')
    .option('--json', 'one JSON object a line')
    .action(async (given: string[], flags: { data?: string; file?: string; json?: boolean }) => {
      const settings = settingsOrFault({ data: flags.data });
      const source = sourceOf(given, flags.file);
      await atTheDoor(settings, async (operator) => {
        for await (const addresses of inGroups(source)) {
          const answers = await operator.post<AddressExplanation[]>('/identify', { addresses });
          for (const answer of answers) print(flags.json === true ? JSON.stringify(answer) : describe(answer));
        }
      });
    });
}

function sourceOf(given: readonly string[], file: string | undefined): AsyncIterable<string> | Iterable<string> {
  const fromInput = given.length === 1 && given[0] === '-';
  if (given.length > 0 && file !== undefined) throw new CommandFault('give addresses or --file, not both', 'usage');
  if (file !== undefined) return linesOf(() => createReadStream(file));
  if (fromInput) return linesOf(() => process.stdin);
  if (given.length === 0) throw new CommandFault('no address was given; see doorplate identify --help', 'usage');
  return given;
}

/** Lines from the first question on: an interface that nobody listens to yet would lose what comes meanwhile. */
async function* linesOf(open: () => Readable): AsyncGenerator<string> {
  yield* createInterface({ input: open(), crlfDelay: Number.POSITIVE_INFINITY });
}

async function* inGroups(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string[]> {
  let group: string[] = [];
  for await (const line of lines) {
    const address = line.trim();
    if (address === '') continue;
    group.push(address.slice(0, 128));
    if (group.length === ADDRESSES_A_QUESTION) {
      yield group;
      group = [];
    }
  }
  if (group.length > 0) yield group;
}

function describe(answer: AddressExplanation): string {
  const { company, network, evidence } = answer;
  const lines = [`${answer.address}  ${answer.verdict}${answer.reason === null ? '' : ` (${answer.reason})`}`];
  if (company !== null) {
    const place = [company.street, [company.postcode, company.city].filter(Boolean).join(' '), company.country];
    lines.push(`  ${[company.name, ...place.filter(Boolean)].join(', ')}`);
  }
  if (network !== null) {
    const kind = network.providerType === null ? network.kind : `${network.kind} (${network.providerType})`;
    const holder = network.holder === null || network.holder === '' ? [] : [network.holder];
    const asn = network.asn === null ? [] : [`AS${network.asn}`];
    lines.push(`  network ${[network.prefix, kind, ...holder, ...asn].join(', ')}`);
  }
  if (answer.confidence !== null) {
    // The codes are words with hyphens between them.
    const reasons = answer.confidenceReasons.map((code) => code.replaceAll('-', ' ')).join(', ');
    lines.push(`  confidence ${answer.confidence}${reasons === '' ? '' : `: ${reasons}`}`);
  }
  for (const { source, object, date, licence } of evidence) {
    lines.push(`  from ${source} (${[object, date, licence].filter(Boolean).join(', ')})`);
  }
  for (const { prefix, kind, holder, source } of answer.overruled) {
    lines.push(`  overruled ${[prefix, kind, holder].filter(Boolean).join(', ')} from ${source}`);
  }
  return lines.join('\n');
}
