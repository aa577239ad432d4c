import { Command, CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { shippedFile } from '../settings/package-root.ts';
import { addCommands } from './commands/add.ts';
import { backupCommands } from './commands/backup.ts';
import { companyCommand } from './commands/company.ts';
import { connectCommand } from './commands/connect.ts';
import { doctorCommand } from './commands/doctor.ts';
import { followCommand } from './commands/follow.ts';
import { identifyCommand } from './commands/identify.ts';
import { importLogsCommand } from './commands/import-logs.ts';
import { serveCommand } from './commands/serve.ts';
import { whitelistCommand } from './commands/whitelist.ts';
import { CommandFault, explainFault } from './command-fault.ts';
import { say, stopProgress } from './terminal.ts';

/** Exit codes of interfaces.md: 0 done, 1 failed, 2 wrong usage. */
const FAILED = 1;
const WRONG_USAGE = 2;

const version: unknown = JSON.parse(readFileSync(shippedFile('package.json'), 'utf8'));

const program = new Command('doorplate')
  .description('Shows which companies visit a website, and nothing about anybody else.')
  .version(typeof version === 'object' && version !== null && 'version' in version ? String(version.version) : '')
  .showHelpAfterError('(add --help for what is possible)');
for (const command of [
  serveCommand(),
  identifyCommand(),
  importLogsCommand(),
  followCommand(),
  connectCommand(),
  whitelistCommand(),
  companyCommand(),
  ...addCommands(),
  doctorCommand(),
  ...backupCommands(),
]) {
  program.addCommand(command);
}
exitWithCodes(program);

try {
  await program.parseAsync();
} catch (error) {
  stopProgress();
  process.exitCode = exitCodeOf(error);
}

/** Commander's own exits become values, in each command below too. */
function exitWithCodes(command: Command): void {
  command.exitOverride();
  for (const below of command.commands) exitWithCodes(below);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
  if (error instanceof CommandFault) {
    say(`doorplate: ${error.message}`);
    return error.isUsage ? WRONG_USAGE : FAILED;
  }
  say(`doorplate: ${explainFault(error)}`);
  return FAILED;
}
