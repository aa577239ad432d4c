import type { Command } from 'commander';
import { readSettings, type SettingFlags, type Settings } from '../settings/read-settings.ts';
import { CommandFault } from './command-fault.ts';

/** The flag that every command has: which data folder. */
export function withDataFlag(command: Command): Command {
  return command.option('--data <dir>', 'data folder (default: DOORPLATE_DATA or ./data)');
}

/** Reads the settings in force or says which one is wrong; a setting's value is never repeated. */
export function settingsOrFault(flags: SettingFlags): Settings {
  const settings = readSettings(flags);
  if (settings.ok) return settings.value;
  const { code, setting } = settings.fault;
  const words = {
    SETTING_UNKNOWN: `there is no setting ${setting}`,
    SETTING_INVALID: `the setting ${setting} has a value that it cannot have`,
    SETTING_FILE_UNREADABLE: `${setting} cannot be read`,
  };
  throw new CommandFault(`${words[code]} (${code})`, 'usage');
}
