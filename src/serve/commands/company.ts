import { Command } from 'commander';
import { correctionsCommand } from './company/corrections-command.ts';

/** `doorplate company`: what is known of companies, beside their networks. */
export function companyCommand(): Command {
  return new Command('company')
    .description('master data of companies, and what people have corrected')
    .addCommand(correctionsCommand());
}
