import { SURNAME_ENDINGS } from '../name-lists.ts';
import { isGeneral } from './is-distinctive.ts';
import { letterDistance } from './letter-distance.ts';

export type TypingErrors = {
  readonly count: number;
  /** The words without an error tell companies apart by themselves. */
  readonly restIsTelling: boolean;
};

/** In shorter words one letter makes another word. */
const LEAST_LETTERS = 6;
const LETTERS_FOR_TWO = 13;
/** A name of one word is mistyped only where it is long. */
const LEAST_LETTERS_ALONE = 8;
const MOST_ERRORS = 2;
/** Three letters may be a company's initials. */
const LEAST_TELLING = 3;

/**
 * The typing errors by which two names differ; null where they are two names. Word by word: words with digits and short
 * words are the same, long ones differ in one letter (two from 13 letters on). What the network's name holds must be no
 * word of its own: `common` are words of several names in the company lists, and "Hofmann" is not "Hoffmann".
 */
export function typingErrors(
  network: readonly string[],
  listed: readonly string[],
  common: ReadonlySet<string>,
): TypingErrors | null {
  if (network.length !== listed.length) return null;
  let count = 0;
  const rest: string[] = [];
  for (const [at, word] of network.entries()) {
    const other = listed[at] ?? '';
    if (word === other) {
      rest.push(word);
      continue;
    }
    if (Math.min(word.length, other.length) < LEAST_LETTERS || /\d/.test(word + other)) return null;
    if (common.has(word) || isGeneral(word) || (SURNAME_ENDINGS.test(word) && SURNAME_ENDINGS.test(other))) return null;
    count += letterDistance(word, other, Math.min(word.length, other.length) < LETTERS_FOR_TWO ? 1 : 2);
    if (count > MOST_ERRORS) return null;
  }
  if (count === 0 || (network.length === 1 && (network[0] ?? '').length < LEAST_LETTERS_ALONE)) return null;
  const telling = rest.filter((word) => word.length >= LEAST_TELLING && !common.has(word) && !isGeneral(word));
  return { count, restIsTelling: telling.length > 0 };
}
