import { Command } from 'commander';
import { companyListsInForce } from '../../../build-whitelist/companies/company-lists-in-force.ts';
import { COMPANY_SOURCES, type CompanySource } from '../../../build-whitelist/companies/company-sources.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { print, table } from '../../terminal.ts';

/** `doorplate company sources`: what lists of companies exist, and which are imported. */
export function companySourcesCommand(): Command {
  return withDataFlag(new Command('sources'))
    .description('what lists of companies exist, where, under which terms; and which are imported')
    .option('--json', 'as JSON')
    .action(({ data, json }: { readonly data?: string; readonly json?: boolean }) => {
      const imported = companyListsInForce(settingsOrFault({ data }).data);
      if (json === true) {
        print(JSON.stringify({ importable: COMPANY_SOURCES, imported }, null, 2));
        return;
      }
      print('To be brought by you: Doorplate downloads none of them.\n');
      for (const source of COMPANY_SOURCES) print(`${describeSource(source)}\n`);
      print(imported.length === 0 ? 'Imported: none.' : 'Imported, the one whose word counts most first:');
      print(
        table(
          imported.map(({ id, format, source, counts }) => [`  ${id}`, format, source.title, source.date, counts.kept]),
        ),
      );
    });
}

function describeSource(source: CompanySource): string {
  const rows = [
    ['from', source.where],
    ['publisher', [source.publisher, source.url].filter(Boolean).join(', ')],
    ['file', source.file],
    ['licence', source.licence],
    ['terms', source.terms],
    ['attribution', source.attribution],
    ['import', `doorplate company import --format ${source.format} FILE`],
  ] as const;
  return [source.title, ...rows.map(([name, text]) => `  ${`${name}:`.padEnd(12)} ${text}`)].join('\n');
}
