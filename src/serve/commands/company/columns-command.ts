import { Command, Option } from 'commander';
import { proposeForFile } from '../../../build-whitelist/companies/open-list-file.ts';
import { CommandFault, explainCode } from '../../command-fault.ts';
import { print, say, table } from '../../terminal.ts';

type Flags = { readonly format: 'csv' | 'xlsx'; readonly json?: boolean };

/** `doorplate company columns`: what the columns of a list seem to hold. Nothing is imported. */
export function columnsCommand(): Command {
  return new Command('columns')
    .description('show what an import would read from which column of a list; nothing is imported')
    .argument('<file>', 'the list')
    .addOption(new Option('--format <format>', 'what the file is').choices(['csv', 'xlsx']).makeOptionMandatory())
    .option('--json', 'as JSON')
    .action(async (path: string, { format, json }: Flags) => {
      const proposed = await proposeForFile(path, format);
      if (!proposed.ok) {
        if (json === true) print(JSON.stringify({ fault: proposed.fault }));
        throw new CommandFault(explainCode(proposed.fault));
      }
      if (json === true) {
        print(JSON.stringify(proposed.value, null, 2));
        return;
      }
      print(
        table([
          ['column', 'field', 'examples'],
          ...proposed.value.map(
            ({ name, field, isPersonal, examples }) =>
              [name, field ?? (isPersonal ? 'of persons: never read' : '-'), examples.join(' | ')] as const,
          ),
        ]),
      );
      say('Change it with doorplate company import --map COLUMN=FIELD,…');
    });
}
