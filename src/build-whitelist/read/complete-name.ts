import { readLegalForm } from '../../company/legal-forms.ts';
import { words } from '../../company/words.ts';

/** How many words a cut name may lack. */
const MISSING_WORDS = 4;

/** What a registry's field length has left of a form. */
const STUMPS: readonly (readonly [stump: RegExp, form: string, countries: string])[] = [
  [
    /\s(?:p|pv|pvt|pr|pri|priv|priva|privat|private)(?:\s(?:l|lt|li|lim|limi|limit|limite))?$/i,
    ' Private Limited',
    'IN PK BD LK NP',
  ],
  [/\s(?:lim|limi|limit|limite)$/i, ' Limited', ''],
];

/**
 * Completes a name that its line cuts short ("HUNTSMAN INTERNATIONAL IN") from another line that has it whole, up to
 * its legal form; null where there is none.
 */
export function completeName(text: string, others: readonly string[], country: string | null): string | null {
  const cut = words(text);
  if (cut.length < 2) return stumpCompleted(text, country);
  for (const other of others) {
    const tokens = other.split(/[\s,;/()]+/).filter((token) => token !== '');
    for (let from = 0; from + cut.length <= tokens.length; from += 1) {
      if (!beginsAt(tokens, from, cut)) continue;
      for (let end = from + cut.length; end <= Math.min(tokens.length, from + cut.length + MISSING_WORDS); end += 1) {
        const whole = tokens.slice(from, end).join(' ');
        const parts = readLegalForm(words(whole), country);
        if (parts.form !== null && parts.formWords.atEnd > 0) return whole;
      }
    }
  }
  return stumpCompleted(text, country);
}

/** Whether the tokens from a position on are the words; the last one may go on where the cut was. */
function beginsAt(tokens: readonly string[], from: number, cut: readonly string[]): boolean {
  return cut.every((word, position) => {
    const token = words(tokens[from + position] ?? '').join('');
    return position === cut.length - 1 ? token.startsWith(word) : token === word;
  });
}

function stumpCompleted(text: string, country: string | null): string | null {
  for (const [stump, form, countries] of STUMPS) {
    const fits = countries === '' || (country !== null && countries.split(' ').includes(country));
    if (fits && stump.test(text)) return text.replace(stump, form);
  }
  return null;
}
