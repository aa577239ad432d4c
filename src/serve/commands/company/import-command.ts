import { Command, Option } from 'commander';
import { existsSync } from 'node:fs';
import { companySourceOf } from '../../../build-whitelist/companies/company-sources.ts';
import { COMPANY_FORMATS, type CompanyFormat } from '../../../contracts/company-source.ts';
import { CommandFault, explainCode } from '../../command-fault.ts';
import { settingsOrFault, withDataFlag } from '../../command-settings.ts';
import { importCompanies } from '../../import-companies.ts';
import { print, reportRows, say } from '../../terminal.ts';
import { describeChange } from '../whitelist/describe-imported.ts';
import { describeCompanyCounts } from './describe-company-import.ts';
import { readMapping } from './read-mapping.ts';

type Flags = {
  readonly data?: string;
  readonly format: CompanyFormat;
  readonly map?: readonly string[];
  readonly name?: string;
  readonly date?: string;
  readonly country?: string;
  readonly acceptShrink?: boolean;
  readonly build: boolean;
  readonly json?: boolean;
};

/** `doorplate company import`: a list of companies, all or nothing. */
export function companyImportCommand(): Command {
  return withDataFlag(new Command('import'))
    .description('import a list of companies that you have the file of, and join it with the networks')
    .argument('<file>', 'the list (also .gz)')
    .addOption(
      new Option('--format <format>', 'what the file is (doorplate company sources)')
        .choices(COMPANY_FORMATS)
        .makeOptionMandatory(),
    )
    .option(
      '--map <column=field...>',
      'csv, xlsx: what columns hold, where doorplate company columns proposes something else; several with commas',
    )
    .option('--name <name>', 'what the list is called; an import replaces the last one of its name')
    .option('--date <date>', 'day of the data, YYYY-MM-DD (default: the file’s)')
    .option('--country <code>', 'csv, xlsx: country of rows that state none, such as DE')
    .option('--accept-shrink', 'take it though it holds over 20 % fewer companies than the last list of its name')
    .option('--no-build', 'only import: the next import or doorplate whitelist build joins it')
    .option('--json', 'the outcome as JSON')
    .action(async (path: string, flags: Flags) => {
      const settings = settingsOrFault({ data: flags.data });
      const request = { path, ...readFlags(flags) };
      if (!existsSync(path)) throw new CommandFault('there is no such file (ENOENT)');
      const { title, terms } = companySourceOf(flags.format);
      say(`${title}: ${terms}`);
      const bar = reportRows();
      let outcome: Awaited<ReturnType<typeof importCompanies>>;
      try {
        outcome = await importCompanies(settings, request, {
          joins: flags.build,
          onStep: ({ state, progress, rows }) => (state === 'reading' ? bar.show(progress, rows) : bar.stop()),
        });
      } finally {
        bar.stop();
      }
      if (!outcome.ok) {
        const { code, counts } = outcome.fault;
        if (flags.json === true) print(JSON.stringify({ fault: outcome.fault }, null, 2));
        else if (counts.read > 0) say(describeCompanyCounts(counts));
        throw new CommandFault(`${explainCode(code)}; nothing was imported, everything is as it was`);
      }
      const { list, counts, before, after } = outcome.value;
      if (flags.json === true) {
        const whitelist = after && { before: before?.version ?? null, after: after.version, counts: after.counts };
        print(JSON.stringify({ list: list.id, ...counts, whitelist }, null, 2));
      } else {
        print(`List ${list.id}:\n${describeCompanyCounts(counts)}`);
        if (after) print(`\n${describeChange(before, after)}`);
      }
    });
}

function readFlags({ format, map, name, date, country, acceptShrink }: Flags): {
  format: CompanyFormat;
  name?: string;
  date?: string;
  country?: string;
  acceptShrink: boolean;
  mapping: ReturnType<typeof readMapping>;
} {
  const isOwn = format === 'csv' || format === 'xlsx';
  if (!isOwn && (map !== undefined || country !== undefined)) {
    throw new CommandFault('--map and --country go with --format csv and xlsx', 'usage');
  }
  if (date !== undefined && !isDay(date)) throw new CommandFault('--date takes a day as 2026-01-31', 'usage');
  if (country !== undefined && !/^[A-Za-z]{2}$/.test(country)) {
    throw new CommandFault('--country takes a code of two letters, such as DE', 'usage');
  }
  return {
    format,
    acceptShrink: acceptShrink === true,
    mapping: readMapping(map ?? []),
    ...(name !== undefined && { name }),
    ...(date !== undefined && { date }),
    ...(country !== undefined && { country: country.toUpperCase() }),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
