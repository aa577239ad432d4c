import { Command, InvalidArgumentError } from 'commander';
import {
  diffWhitelists,
  type DiffSample,
  type DiffSide,
  type WhitelistDiff,
} from '../../../whitelist/diff-whitelists.ts';
import { openListedRanges } from '../../../whitelist/open-listed-ranges.ts';
import { openWhitelist, type Whitelist } from '../../../whitelist/open-whitelist.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { print, table } from '../../terminal.ts';
import { namedVersion, VERSION_WORDS } from './named-version.ts';

const MOST_SAMPLES = 10_000;

type Flags = { readonly data?: string; readonly json?: boolean; readonly limit: number };

/** `doorplate whitelist diff`: what appeared, changed and vanished from one version to another. */
export function diffCommand(): Command {
  return withDataFlag(new Command('diff'))
    .description('what appeared, changed and vanished from one version to another; persons are never named')
    .argument('<before>', VERSION_WORDS)
    .argument('<after>', VERSION_WORDS)
    .option('--json', 'as JSON')
    .option('--limit <number>', 'so many samples of each', readLimit, 10)
    .action((before: string, after: string, flags: Flags) => {
      const { data } = settingsOrFault({ data: flags.data });
      const versions = [namedVersion(data, before), namedVersion(data, after)] as const;
      const opened: Whitelist[] = [];
      const sideOf = (version: string): DiffSide => {
        const whitelist = openWhitelist(data, version);
        opened.push(whitelist);
        return { whitelist, ranges: openListedRanges(data, version) };
      };
      try {
        const diff = diffWhitelists(sideOf(versions[0].version), sideOf(versions[1].version), flags.limit);
        const [one, other] = versions.map(({ version, builtAt }) => ({ version, built_at: builtAt }));
        if (flags.json === true) print(JSON.stringify({ before: one, after: other, ...diff }, null, 2));
        else print([`From ${versions[0].version} to ${versions[1].version}`, '', describe(diff)].join('\n'));
      } finally {
        for (const whitelist of opened) whitelist.close();
      }
    });
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit > MOST_SAMPLES) throw new InvalidArgumentError(`a number from 0 to ${MOST_SAMPLES}`);
  return limit;
}

function describe({ organisations, ranges, changedFields, samples }: WhitelistDiff): string {
  return [
    table([
      ['organisations that appeared', organisations.appeared],
      ['changed', organisations.changed],
      ['vanished', organisations.vanished],
      ['stayed the same', organisations.same],
    ]),
    '',
    table([
      ['ranges', 'before', 'after'],
      ['of organisations with a name', ranges.before.named, ranges.after.named],
      ['of persons, and of nobody known', ranges.before.unnamed, ranges.after.unnamed],
    ]),
    ...section(
      'Changed fields',
      Object.entries(changedFields).map(([field, count]) => `  ${field}: ${count}`),
    ),
    ...section('Appeared, for example', samples.appeared.map(describeSample)),
    ...section('Vanished, for example', samples.vanished.map(describeSample)),
    ...section(
      'Changed, for example',
      samples.changed.map(({ id, name, fields }) => {
        const changes = Object.entries(fields).map(
          ([field, [before, after]]) => `${field}: ${before ?? '–'} → ${after ?? '–'}`,
        );
        return `  ${id}  ${name}; ${changes.join('; ')}`;
      }),
    ),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

function describeSample({ id, kind, name, postcode, city, country, ranges }: DiffSample): string {
  const place = [[postcode, city].filter(Boolean).join(' '), country].filter(Boolean).join(', ');
  return `  ${id}  ${name}${place === '' ? '' : `, ${place}`} (${kind}, ${ranges} ranges)`;
}
