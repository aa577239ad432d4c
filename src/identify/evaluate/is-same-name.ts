import { readLegalForm } from '../../company/legal-forms.ts';
import { words } from '../../company/words.ts';

/** Longest difference between two spellings of one name, as a share of the longer one's letters. */
const LARGEST_SHARE = 0.12;

/** Words that one writer sets and another leaves out or translates. */
const JOINING_WORDS = new Set(['and', 'und', 'et', 'e', 'y', 'i', 'u', 'en', 'og', 'och']);

/** Two ways to write one letter; `words` has taken the accents away already. */
const FOLDED: readonly (readonly [RegExp, string])[] = [
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
];

/**
 * Whether two texts name one organisation: the words that distinguish them are the same letters (umlauts folded,
 * joining words and gaps left out), or differ in at most 12 % of the longer one's letters; and where both carry a
 * legal form, the forms are of one family ("Inc." and "Corp." are, "GmbH" and "AG" are not).
 */
export function isSameName(one: string, other: string, country: string | null): boolean {
  const first = readLegalForm(words(one), country);
  const second = readLegalForm(words(other), country);
  if (first.form !== null && second.form !== null && first.form.family !== second.form.family) return false;
  const left = lettersOf(first.core);
  const right = lettersOf(second.core);
  if (left === '' || right === '') return false;
  const most = Math.floor(LARGEST_SHARE * Math.max(left.length, right.length));
  return left === right || editDistance(left, right, most) <= most;
}

/** Whether two texts are the same words, accents, case, umlauts and gaps aside: for cities. */
export function isSameText(one: string, other: string): boolean {
  return lettersOf(words(one)) === lettersOf(words(other));
}

function lettersOf(core: readonly string[]): string {
  const kept = core.filter((word) => !JOINING_WORDS.has(word));
  const text = (kept.length > 0 ? kept : core).join('');
  return FOLDED.reduce((folded, [pattern, letter]) => folded.replaceAll(pattern, letter), text);
}

/** Letters to insert, delete or replace; any number above `most` where it is more. */
function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let above = Array.from({ length: other.length + 1 }, (_, position) => position);
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1);
      line[column] = Math.min(replaced, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1);
    }
    if (Math.min(...line) > most) return most + 1;
    above = line;
  }
  return above[other.length] ?? 0;
}
