import { Command } from 'commander';
import { columnsCommand } from './company/columns-command.ts';
import { correctionsCommand } from './company/corrections-command.ts';
import { companyExplainCommand } from './company/explain-command.ts';
import { companyImportCommand } from './company/import-command.ts';
import { importJobCommand } from './company/import-job-command.ts';
import { companyRemoveCommand } from './company/remove-command.ts';
import { companySourcesCommand } from './company/sources-command.ts';

/** `doorplate company`: what is known of companies, beside their networks. */
export function companyCommand(): Command {
  return new Command('company')
    .description('master data of companies, and what people have corrected')
    .addCommand(companySourcesCommand())
    .addCommand(columnsCommand())
    .addCommand(companyImportCommand())
    .addCommand(companyRemoveCommand())
    .addCommand(companyExplainCommand())
    .addCommand(importJobCommand(), { hidden: true })
    .addCommand(correctionsCommand());
}
