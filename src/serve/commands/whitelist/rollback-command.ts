import { Command } from 'commander';
import { putInForce } from '../../../whitelist/put-in-force.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { print, say } from '../../terminal.ts';
import { tellServer } from '../../tell-server.ts';
import { namedVersion, VERSION_WORDS } from './named-version.ts';

/** `doorplate whitelist rollback`: an earlier version comes into force again. */
export function rollbackCommand(): Command {
  return withDataFlag(new Command('rollback'))
    .description('put an earlier version in force; a running server swaps to it')
    .argument('[version]', VERSION_WORDS, 'previous')
    .action(async (word: string, flags: { data?: string }) => {
      const settings = settingsOrFault({ data: flags.data });
      const { version, builtAt } = namedVersion(settings.data, word);
      putInForce(settings.data, version);
      print(`Version ${version}, built ${builtAt}, is in force.`);
      say('The imported layers are as they were: the next import or build makes a version of them again.');
      await tellServer(settings);
    });
}
