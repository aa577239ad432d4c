import type { Settings } from '../settings/read-settings.ts';
import { atTheDoor, isAnswering } from './reach-operator.ts';
import { say } from './terminal.ts';

/** Lets a running server swap to the whitelist that is in force now. */
export async function tellServer(settings: Settings): Promise<void> {
  if (!(await isAnswering(settings))) return;
  await atTheDoor(settings, (operator) => operator.post('/whitelist/reload', {}));
  say('The running server uses it now.');
}
