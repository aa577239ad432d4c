import { Command } from 'commander';
import { removeLayer } from '../../../build-whitelist/layers/layers-in-force.ts';
import { currentVersion, readManifest } from '../../../whitelist/whitelist-versions.ts';
import { CommandFault } from '../../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { EMBEDDED_LAYER, mergeInto } from '../../import-source.ts';
import { print } from '../../terminal.ts';
import { tellServer } from '../../tell-server.ts';
import { describeChange } from './describe-imported.ts';

/** `doorplate whitelist remove`: takes an imported layer out and puts the whitelist without it in force. */
export function removeCommand(): Command {
  return withDataFlag(new Command('remove'))
    .description('take an imported layer out and build the whitelist without it; earlier versions still hold it')
    .argument('<layer>', 'its name, as doorplate whitelist show prints it')
    .action(async (name: string, flags: { data?: string }) => {
      const settings = settingsOrFault({ data: flags.data });
      if (name === EMBEDDED_LAYER) throw new CommandFault('the embedded layer belongs to every whitelist', 'usage');
      const inForce = currentVersion(settings.data);
      const before = inForce === null ? null : readManifest(settings.data, inForce);
      removeLayer(settings.data, name);
      print(describeChange(before, await mergeInto(settings)));
      await tellServer(settings);
    });
}
