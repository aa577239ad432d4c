import { readFileSync } from 'node:fs';
import { words } from '../company/words.ts';
import { type NameParts, readLegalForm } from '../company/legal-forms.ts';
import { type PostalAddress, readPostalAddress } from './read-postal-address.ts';

/** An organisation of the register under one of its addresses. */
export type RegisterEntry = {
  readonly name: string;
  readonly parts: NameParts;
  readonly address: PostalAddress;
  /** How many assignments carry this name and address. */
  assignments: number;
};

export type AddressRegister = {
  /** Entries by their name without legal form, as words joined by blanks. */
  readonly byName: ReadonlyMap<string, readonly RegisterEntry[]>;
  readonly rows: { kept: number; withoutAddress: number };
};

/**
 * Reads the IEEE register: a JSON object from assignment to "name, street, city region postcode, country" on
 * lines of their own. One entry for each different text.
 * @throws SyntaxError when the file is no JSON object of texts
 */
export function readAddressRegister(path: string): AddressRegister {
  const assignments: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof assignments !== 'object' || assignments === null) throw new SyntaxError('not an object of assignments');
  const rows = { kept: 0, withoutAddress: 0 };
  const byText = new Map<string, RegisterEntry>();
  const byName = new Map<string, RegisterEntry[]>();
  for (const text of Object.values(assignments)) {
    if (typeof text !== 'string') throw new SyntaxError('an assignment is not a text');
    const known = byText.get(text);
    if (known) {
      known.assignments += 1;
      rows.kept += 1;
      continue;
    }
    const [name = '', ...lines] = text.split('\n').map((line) => line.trim());
    if (lines.length < 2) {
      rows.withoutAddress += 1;
      continue;
    }
    rows.kept += 1;
    const address = readPostalAddress(lines);
    const entry = { name, parts: readLegalForm(words(name), address.country), address, assignments: 1 };
    byText.set(text, entry);
    const key = entry.parts.core.join(' ');
    byName.set(key, [...(byName.get(key) ?? []), entry]);
  }
  return { byName, rows };
}
