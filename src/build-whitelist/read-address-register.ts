import { readFileSync } from 'node:fs';
import { type NameParts, readLegalForm } from '../company/legal-forms.ts';
import { words } from '../company/words.ts';
import { countryCode } from './read-postal-address.ts';

/** An organisation of the register under one of its addresses. */
export type RegisterEntry = {
  readonly name: string;
  readonly parts: NameParts;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Street, place and country, as they are written (readPostalAddress reads them). */
  readonly lines: readonly string[];
  /** How many assignments carry this name and address. */
  assignments: number;
  /** Of these, how many were made after the year 2004. */
  recent: number;
};

export type AddressRegister = {
  /** Entries by their name without legal form, as words joined by blanks. */
  readonly byName: ReadonlyMap<string, readonly RegisterEntry[]>;
  readonly rows: { readonly kept: number; readonly withoutAddress: number };
};

/**
 * Blocks from which the IEEE assigned until 2004, by the first byte (`00` with the second): it began at random
 * points, went through 00-01 to 00-26 in order from 2000 to 2010, and has drawn at random since.
 */
const EARLY_BLOCKS = /^(?:00(?:0[0-9A-F]|[1-9A-E]0|1C)|0[28]|AA|10005A|1000E0)/i;

/**
 * Reads the IEEE register: a JSON object from assignment to "name, street, city region postcode, country" on
 * lines of their own. One entry for each different text.
 * @throws SyntaxError when the file is no JSON object of texts
 */
export function readAddressRegister(path: string): AddressRegister {
  const assignments: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof assignments !== 'object' || assignments === null) throw new SyntaxError('not an object of assignments');
  let kept = 0;
  let withoutAddress = 0;
  const byText = new Map<string, RegisterEntry | null>();
  const byName = new Map<string, RegisterEntry[]>();
  for (const [assignment, text] of Object.entries(assignments)) {
    if (typeof text !== 'string') throw new SyntaxError('an assignment is not a text');
    let entry = byText.get(text);
    if (entry === undefined) {
      entry = readEntry(text);
      byText.set(text, entry);
      if (entry) {
        const key = entry.parts.core.join(' ');
        const others = byName.get(key);
        if (others) others.push(entry);
        else byName.set(key, [entry]);
      }
    }
    if (entry) {
      kept += 1;
      entry.assignments += 1;
      if (!EARLY_BLOCKS.test(assignment)) entry.recent += 1;
    } else {
      withoutAddress += 1;
    }
  }
  return { byName, rows: { kept, withoutAddress } };
}

/** null for an entry without address or country ("Private"). */
function readEntry(text: string): RegisterEntry | null {
  const [name = '', ...lines] = text.split('\n').map((line) => line.trim());
  const country = lines.length < 2 ? null : countryCode(lines.at(-1) ?? '');
  if (country === null) return null;
  return { name, parts: readLegalForm(words(name), country), country, lines, assignments: 0, recent: 0 };
}
