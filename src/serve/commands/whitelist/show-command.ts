import { Command } from 'commander';
import { currentVersion, whitelistVersions } from '../../../whitelist/whitelist-versions.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { print, table } from '../../terminal.ts';
import { describeManifest } from './describe-manifest.ts';
import { namedVersion, VERSION_WORDS } from './named-version.ts';

type Flags = { readonly data?: string; readonly json?: boolean };

/** `doorplate whitelist show`: what a version is made of. */
export function showCommand(): Command {
  return withDataFlag(new Command('show'))
    .description('a version of the whitelist: layers, sources, terms, counts, what was left out and why')
    .argument('[version]', VERSION_WORDS, 'current')
    .option('--json', 'the manifest as JSON')
    .action((word: string, flags: Flags) => {
      const manifest = namedVersion(settingsOrFault({ data: flags.data }).data, word);
      print(flags.json === true ? JSON.stringify(manifest, null, 2) : describeManifest(manifest));
    });
}

/** `doorplate whitelist versions`: which versions there are. */
export function versionsCommand(): Command {
  return withDataFlag(new Command('versions'))
    .description('the versions that are kept, oldest first; the one in force is marked')
    .option('--json', 'as JSON')
    .action((flags: Flags) => {
      const { data } = settingsOrFault({ data: flags.data });
      const inForce = currentVersion(data);
      const versions = whitelistVersions(data).map(({ version, builtAt, counts, layers }) => ({
        version,
        built_at: builtAt,
        in_force: version === inForce,
        organisations: counts.shownOrganisations,
        ranges: counts.ranges4 + counts.ranges6,
        layers: layers.map(({ id }) => id),
      }));
      if (flags.json === true) {
        print(JSON.stringify(versions, null, 2));
        return;
      }
      print(
        table(
          versions.map((one) => [
            one.in_force ? '*' : ' ',
            one.version,
            one.built_at,
            one.organisations,
            'organisations shown',
            one.ranges,
            'ranges',
            one.layers.join(', '),
          ]),
        ),
      );
    });
}
