import { Command } from 'commander';
import { buildCommand } from './whitelist/build-command.ts';
import { diffCommand } from './whitelist/diff-command.ts';
import { evaluateCommand } from './whitelist/evaluate-command.ts';
import { exportCommand } from './whitelist/export-command.ts';
import { importCommand } from './whitelist/import-command.ts';
import { removeCommand } from './whitelist/remove-command.ts';
import { rollbackCommand } from './whitelist/rollback-command.ts';
import { showCommand, versionsCommand } from './whitelist/show-command.ts';
import { sourcesCommand } from './whitelist/sources-command.ts';

/** `doorplate whitelist …`: what the whitelist is made of, and everything that changes it. */
export function whitelistCommand(): Command {
  const whitelist = new Command('whitelist').description('the networks that lead to a company');
  for (const command of [
    sourcesCommand(),
    importCommand(),
    buildCommand(),
    removeCommand(),
    showCommand(),
    versionsCommand(),
    rollbackCommand(),
    diffCommand(),
    evaluateCommand(),
    exportCommand(),
  ]) {
    whitelist.addCommand(command);
  }
  return whitelist;
}
