import { Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { EXPORT_FORMATS, type ExportFormat, exportWhitelist } from '../../../whitelist/export-whitelist.ts';
import { openListedRanges } from '../../../whitelist/open-listed-ranges.ts';
import { openWhitelist } from '../../../whitelist/open-whitelist.ts';
import { CommandFault } from '../../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { releaseRulesOf } from '../../release-rules-of.ts';
import { print, say } from '../../terminal.ts';

type Flags = {
  readonly data?: string;
  readonly format: ExportFormat;
  readonly shown?: boolean;
  readonly all?: boolean;
  readonly replace?: boolean;
};

/** `doorplate whitelist export`: the whitelist in force as a file for other programs. */
export function exportCommand(): Command {
  return withDataFlag(new Command('export'))
    .description('write what is listed as CSV, JSON or MaxMind DB; never persons, never what is too small')
    .argument('<file>', 'file to write')
    .addOption(new Option('--format <format>', 'format of the file').choices(EXPORT_FORMATS).makeOptionMandatory())
    .addOption(new Option('--shown', 'what the release rules let through (default)').conflicts('all'))
    .option('--all', 'also what the release rules withhold, with the reason: carriers, unknown places, unknown sizes')
    .option('--replace', 'replace the file if it exists')
    .action((file: string, flags: Flags) => {
      const settings = settingsOrFault({ data: flags.data });
      const target = resolve(file);
      if (existsSync(target) && flags.replace !== true) {
        throw new CommandFault('the file exists already; --replace writes over it', 'usage');
      }
      const whitelist = openWhitelist(settings.data);
      try {
        const { version, builtAt, sources } = whitelist.manifest;
        const count = exportWhitelist({
          whitelist,
          ranges: openListedRanges(settings.data, version),
          rules: releaseRulesOf(settings),
          extent: flags.all === true ? 'all' : 'shown',
          format: flags.format,
          file: target,
          builtAt: new Date(builtAt),
        });
        print(`${count.ranges} ranges of ${count.records} records written.`);
        say('The terms of its sources hold for the file too; who passes it on prints their attribution:');
        for (const attribution of new Set(sources.map((source) => source.attribution))) say(`  ${attribution}`);
      } finally {
        whitelist.close();
      }
    });
}
