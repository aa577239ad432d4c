import type { RegisterEntry } from '../../contracts/company.ts';
import { words } from '../words.ts';

/** Words by which a register's keeper is called and that some sources leave out. */
const KEEPERS = new Set(['amtsgericht', 'registergericht', 'handelsregister', 'register', 'court', 'landesgericht']);

/** A register entry as comparable text: who keeps it, a stroke, the number; '' where there is none. */
export function registerKey(register: RegisterEntry | null): string {
  if (register === null) return '';
  const keeper = words(register.authority ?? '').filter((word) => !KEEPERS.has(word));
  return `${keeper.join('')}|${words(register.number).join('')}`;
}

/** Whether both have a number, and not the same: in one list that is two companies, whoever keeps the register. */
export function hasOtherNumber(one: string, other: string): boolean {
  const [, number = ''] = one.split('|');
  const [, otherNumber = ''] = other.split('|');
  return number !== '' && otherNumber !== '' && number !== otherNumber;
}

/** Whether two entries are one (`same`), two of one register (`different`), or cannot be compared (`unknown`). */
export function compareRegisters(one: string, other: string): 'same' | 'different' | 'unknown' {
  const [keeper = '', number = ''] = one.split('|');
  const [otherKeeper = '', otherNumber = ''] = other.split('|');
  if (number === '' || otherNumber === '' || keeper !== otherKeeper || keeper === '') return 'unknown';
  return number === otherNumber ? 'same' : 'different';
}
