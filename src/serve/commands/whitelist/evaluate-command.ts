import { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { evaluateTruth } from '../../../identify/evaluate/evaluate-truth.ts';
import { readTruth } from '../../../identify/evaluate/read-truth.ts';
import { openWhitelist } from '../../../whitelist/open-whitelist.ts';
import { CommandFault } from '../../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { releaseRulesOf } from '../../release-rules-of.ts';
import { print, say } from '../../terminal.ts';

/** `doorplate whitelist evaluate`: what the whitelist in force says of ranges whose users somebody knows. */
export function evaluateCommand(): Command {
  return withDataFlag(new Command('evaluate'))
    .description('measure the whitelist against ranges whose users you know; prints JSON (docs/whitelist.md)')
    .requiredOption('--truth <file>', 'CSV with the columns start,end,kind,name and, if known, postcode,city,country')
    .option('--json', 'JSON, as without it')
    .action((flags: { data?: string; truth: string }) => {
      const settings = settingsOrFault({ data: flags.data });
      const rows = readTruth(readFileSync(flags.truth, 'utf8'));
      if (!rows.ok) {
        for (const { line, code } of rows.fault) say(`line ${line}: ${code}`);
        throw new CommandFault('the file of truth has lines that cannot be used; docs/errors.md explains the codes');
      }
      const whitelist = openWhitelist(settings.data);
      try {
        print(JSON.stringify(evaluateTruth(rows.value, whitelist, releaseRulesOf(settings)), null, 2));
      } finally {
        whitelist.close();
      }
    });
}
