import { Command, Option } from 'commander';
import { openWhitelist } from '../../whitelist/open-whitelist.ts';
import type { Manifest } from '../../whitelist/manifest.ts';
import { settingsOrFault, withDataFlag } from '../command-settings.ts';
import { atTheDoor, isAnswering } from '../reach-operator.ts';
import { print, reportBuildProgress, say, table } from '../terminal.ts';
import { buildWhitelist } from '../whitelist-holder.ts';
import { evaluateCommand } from './whitelist/evaluate-command.ts';
import { sourcesCommand } from './whitelist/sources-command.ts';

/** `doorplate whitelist build|sources|show`. */
export function whitelistCommand(): Command {
  return new Command('whitelist')
    .description('the networks that lead to a company')
    .addCommand(buildCommand())
    .addCommand(sourcesCommand())
    .addCommand(showCommand())
    .addCommand(evaluateCommand());
}

function buildCommand(): Command {
  return withDataFlag(new Command('build'))
    .description('build the embedded whitelist anew and put it in force; a running server swaps to it')
    .addOption(
      new Option(
        '--location <extent>',
        'full: name, postcode, city and country known; country: also the network’s country alone',
      ).choices(['full', 'country']),
    )
    .action(async (flags: { data?: string; location?: string }) => {
      const settings = settingsOrFault({ data: flags.data, location: flags.location });
      const manifest = await buildWhitelist(settings, reportBuildProgress(), new Date());
      print(describeManifest(manifest));
      if (await isAnswering(settings)) {
        await atTheDoor(settings, (operator) => operator.post('/whitelist/reload', {}));
        say('The running server uses it now.');
      }
    });
}

function showCommand(): Command {
  return withDataFlag(new Command('show'))
    .description('the whitelist in force: version, sources, counts, what was left out and why')
    .option('--json', 'the manifest as JSON')
    .action((flags: { data?: string; json?: boolean }) => {
      const { manifest, close } = openWhitelist(settingsOrFault({ data: flags.data }).data);
      close();
      print(flags.json === true ? JSON.stringify(manifest, null, 2) : describeManifest(manifest));
    });
}

function describeManifest(manifest: Manifest): string {
  const { counts, leftOut } = manifest;
  return [
    `Whitelist ${manifest.version}, built ${manifest.builtAt}, location: ${manifest.location}`,
    '',
    ...manifest.sources.map(
      (source) => `${source.title} ${source.version} (${source.date}, ${source.licence}): ${source.rows} rows`,
    ),
    '',
    table([
      ['organisations shown', counts.shownOrganisations],
      ['IPv4 addresses of theirs', counts.shownAddresses4],
      ['records', counts.records],
      ['IPv4 ranges', counts.ranges4],
      ['IPv6 ranges', counts.ranges6],
    ]),
    '',
    'Withheld records by reason:',
    table(Object.entries(leftOut.records).map(([reason, count]) => [`  ${reason}`, count ?? 0])),
    'Rows not used:',
    table(Object.entries(leftOut.rows).map(([reason, count]) => [`  ${reason}`, count])),
  ].join('\n');
}
