import { Command, Option } from 'commander';
import { IMPORT_FORMATS, type ImportFormat } from '../../../build-whitelist/import/registry-objects.ts';
import { PROVIDER_TYPES, type ProviderType } from '../../../contracts/company.ts';
import { currentVersion, readManifest } from '../../../whitelist/whitelist-versions.ts';
import { CommandFault, explainCode } from '../../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { ensureEmbeddedLayer, importSource, mergeInto } from '../../import-source.ts';
import { print, say } from '../../terminal.ts';
import { tellServer } from '../../tell-server.ts';
import { describeChange, describeCounts, describeImported } from './describe-imported.ts';
import { demandAcknowledged, isAcknowledged, readAcknowledged } from './terms.ts';

type Flags = {
  readonly data?: string;
  readonly format: ImportFormat;
  readonly name?: string;
  readonly as?: ProviderType;
  readonly termsAccepted?: string;
  readonly acceptShrink?: boolean;
  readonly json?: boolean;
};

/** `doorplate whitelist import`: one source becomes a layer of the whitelist; all or nothing. */
export function importCommand(): Command {
  return withDataFlag(new Command('import'))
    .description('import a source that you have the files of, and put the new whitelist in force')
    .argument('<files...>', 'all files of the source (also .gz): networks and organisations together')
    .addOption(
      new Option('--format <format>', 'what the files are (doorplate whitelist sources)')
        .choices(IMPORT_FORMATS)
        .makeOptionMandatory(),
    )
    .option('--name <name>', 'tells several lists of one format apart; an import replaces the last one of its name')
    .addOption(
      new Option('--as <type>', 'cidr: what stands behind the ranges (default: hosting)').choices(PROVIDER_TYPES),
    )
    .option('--terms-accepted <source>', 'say that you have read the terms of this source and keep to them')
    .option('--accept-shrink', 'take it though it holds over 20 % fewer ranges than the last import of this source')
    .option('--json', 'the outcome as JSON')
    .action(async (files: string[], flags: Flags) => {
      const settings = settingsOrFault({ data: flags.data });
      const { format } = flags;
      if (flags.as !== undefined && format !== 'cidr') throw new CommandFault('--as goes with --format cidr', 'usage');
      const acknowledged = readAcknowledged(flags.termsAccepted);
      demandAcknowledged([format], acknowledged);
      await ensureEmbeddedLayer(settings);
      const inForce = currentVersion(settings.data);
      const before = inForce === null ? null : readManifest(settings.data, inForce);

      const source = {
        format,
        files,
        ...(flags.name !== undefined && { name: flags.name }),
        ...(flags.as !== undefined && { providerType: flags.as }),
      };
      const outcome = await importSource(
        settings,
        source,
        isAcknowledged(format, acknowledged),
        flags.acceptShrink === true,
      );
      if (!outcome.ok) {
        const { code, file, counts } = outcome.fault;
        if (flags.json === true) print(JSON.stringify({ fault: outcome.fault }, null, 2));
        else if (counts.read > 0) say(describeCounts(counts, files));
        const where = file === null || files.length === 1 ? '' : `file ${file + 1}: `;
        throw new CommandFault(`${where}${explainCode(code)}; nothing was imported, the whitelist is as it was`);
      }
      const after = await mergeInto(settings);
      const { layer, ...counts } = outcome.value;
      if (flags.json === true) {
        const whitelist = { before: before?.version ?? null, after: after.version, counts: after.counts };
        print(JSON.stringify({ ...counts, layer: layer.contents, whitelist }, null, 2));
      } else {
        print([describeImported(outcome.value, files), '', describeChange(before, after)].join('\n'));
        if (before !== null) say('What changed, by organisation: doorplate whitelist diff previous current');
      }
      await tellServer(settings);
    });
}
