import { Command, Option } from 'commander';
import { currentVersion, readManifest } from '../../../whitelist/whitelist-versions.ts';
import { CommandFault, explainCode } from '../../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { ensureEmbeddedLayer, importSource, mergeInto, type SourceFiles } from '../../import-source.ts';
import { print, reportBuildProgress, say } from '../../terminal.ts';
import { tellServer } from '../../tell-server.ts';
import { buildWhitelist } from '../../whitelist-holder.ts';
import type { Settings } from '../../../settings/read-settings.ts';
import { describeChange, describeCounts, describeImported } from './describe-imported.ts';
import { describeManifest } from './describe-manifest.ts';
import { sourcesInFolder } from './sources-in-folder.ts';
import { demandAcknowledged, isAcknowledged, readAcknowledged } from './terms.ts';

type Flags = {
  readonly data?: string;
  readonly location?: string;
  readonly from?: string;
  readonly termsAccepted?: string;
  readonly acceptShrink?: boolean;
};

/** `doorplate whitelist build`: a new version of all layers, after an import of everything that a folder holds. */
export function buildCommand(): Command {
  return withDataFlag(new Command('build'))
    .description('build the whitelist anew and put it in force; a running server swaps to it')
    .option('--from <dir>', 'first import every file of this folder that is recognised by its content')
    .option('--terms-accepted <sources>', 'with --from: the sources whose terms you have read and keep to')
    .option('--accept-shrink', 'with --from: also take what holds over 20 % fewer ranges than its last import')
    .addOption(
      new Option(
        '--location <extent>',
        'full: name, postcode, city and country known; country: also the network’s country alone',
      ).choices(['full', 'country']),
    )
    .action(async (flags: Flags) => {
      const settings = settingsOrFault({ data: flags.data, location: flags.location });
      const acknowledged = readAcknowledged(flags.termsAccepted);
      if (flags.from === undefined) {
        print(describeManifest(await buildWhitelist(settings, reportBuildProgress(), new Date())));
        await tellServer(settings);
        return;
      }
      const { sources, unrecognised } = await sourcesInFolder(flags.from);
      for (const file of unrecognised) say(`not recognised: ${file}`);
      if (sources.length === 0)
        throw new CommandFault('the folder holds no file that an importer reads (IMPORT_EMPTY)');
      demandAcknowledged(
        sources.map(({ format }) => format),
        acknowledged,
      );
      const inForce = currentVersion(settings.data);
      const before = inForce === null ? null : readManifest(settings.data, inForce);
      await ensureEmbeddedLayer(settings);
      const failed = await importAll(settings, sources, acknowledged, flags.acceptShrink === true);
      print(describeChange(before, await mergeInto(settings)));
      await tellServer(settings);
      if (failed > 0) throw new CommandFault(`${failed} of ${sources.length} sources were not imported: see above`);
    });
}

/** Each source for itself: one that fails leaves its last import as it was. Answers how many failed. */
async function importAll(
  settings: Settings,
  sources: readonly SourceFiles[],
  acknowledged: ReadonlySet<string>,
  acceptShrink: boolean,
): Promise<number> {
  let failed = 0;
  for (const source of sources) {
    say(`\n${source.files.join('\n')}`);
    const outcome = await importSource(settings, source, isAcknowledged(source.format, acknowledged), acceptShrink);
    if (outcome.ok) {
      print(`${describeImported(outcome.value, source.files)}\n`);
      continue;
    }
    failed += 1;
    const { code, counts } = outcome.fault;
    if (counts.read > 0) say(describeCounts(counts, source.files));
    say(`not imported: ${explainCode(code)}; what was imported of it before stays`);
  }
  return failed;
}
