import { Command } from 'commander';
import { removeCompanyList } from '../../../build-whitelist/companies/company-lists-in-force.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { mergeCompanies } from '../../import-companies.ts';
import { print } from '../../terminal.ts';
import { describeChange } from '../whitelist/describe-imported.ts';

/** `doorplate company remove`: takes a list of companies out and puts the whitelist without it in force. */
export function companyRemoveCommand(): Command {
  return withDataFlag(new Command('remove'))
    .description('take an imported list of companies out and build the whitelist without it')
    .argument('<list>', 'its name, as doorplate company sources prints it')
    .action(async (id: string, flags: { readonly data?: string }) => {
      const settings = settingsOrFault({ data: flags.data });
      removeCompanyList(settings.data, id);
      const { before, after } = await mergeCompanies(settings);
      print(describeChange(before, after));
    });
}
