import { SURNAME_ENDINGS } from '../name-lists.ts';
import { isGeneral, isWholeWord } from './is-distinctive.ts';
import { letterDistance } from './letter-distance.ts';

/** How two names of equally many words differ, word by word. */
export type WordDifferences = {
  /** Letters that are mistyped. */
  readonly errors: number;
  /** Words of which one side has only the beginning. */
  readonly shortened: number;
  /** A word that is the same tells companies apart by itself, or the one that is mistyped does. */
  readonly isTelling: boolean;
  /** Mistyped words may both be surnames ("Mayerhofer", "Meyerhofer"). */
  readonly mayBeSurnames: boolean;
};

/** In shorter words one letter makes another word; beside a word that is the same one of five letters is long enough. */
const LEAST_LETTERS = 6;
const LEAST_LETTERS_BESIDE = 5;
const LETTERS_FOR_TWO = 13;
/** A name of one word is mistyped only where it is long. */
const LEAST_LETTERS_ALONE = 8;
const MOST_ERRORS = 2;
/** An abbreviation has at least so many letters, and so many fewer than its word. */
const LEAST_SHORTENED = 3;
const LETTERS_CUT = 2;

/**
 * What differs between two names word by word: typing errors and words cut short; null where they are two names. Words
 * with digits are the same, long ones differ in one letter (two from 13 letters on). What the network's name holds must
 * be no word of its own: `common` are words of several names in the company lists, and "Hofmann" is not "Hoffmann"; nor
 * is a word cut short one of its own ("Bau" does not stand for "Bautechnik").
 */
export function compareWords(
  network: readonly string[],
  listed: readonly string[],
  common: ReadonlySet<string>,
): WordDifferences | null {
  if (network.length !== listed.length) return null;
  const same = network.filter((word, at) => word === listed[at]);
  const tells = (word: string): boolean => word.length >= LEAST_LETTERS_BESIDE && !common.has(word) && !isGeneral(word);
  let errors = 0;
  let shortened = 0;
  let isTelling = same.some(tells);
  let mayBeSurnames = false;
  for (const [at, word] of network.entries()) {
    const other = listed[at] ?? '';
    if (word === other) continue;
    const [short, long] = word.length < other.length ? [word, other] : [other, word];
    // Words that many names hold are cut short, never a brand.
    if (isShortened(short, long) && (common.has(long) || isGeneral(long))) {
      shortened += 1;
      continue;
    }
    const least = same.length > 0 ? LEAST_LETTERS_BESIDE : LEAST_LETTERS;
    if (Math.min(word.length, other.length) < least || /\d/.test(word + other)) return null;
    if (common.has(word) || isGeneral(word)) return null;
    mayBeSurnames ||= SURNAME_ENDINGS.test(word) && SURNAME_ENDINGS.test(other);
    const most = Math.min(word.length, other.length) < LETTERS_FOR_TWO ? 1 : 2;
    const distance = letterDistance(word, other, most);
    errors += distance;
    if (distance > most || errors > MOST_ERRORS) return null;
    isTelling ||= tells(other);
  }
  if (errors === 0 && shortened === 0) return null;
  if (network.length === 1 && (network[0] ?? '').length < LEAST_LETTERS_ALONE) return null;
  return shortened > 0 && same.length === 0 ? null : { errors, shortened, isTelling, mayBeSurnames };
}

/** Whether a word is the beginning of another and no word of its own. */
function isShortened(short: string, long: string): boolean {
  return (
    short.length >= LEAST_SHORTENED &&
    long.length - short.length >= LETTERS_CUT &&
    long.startsWith(short) &&
    !isWholeWord(short)
  );
}
