/** Two ways to write one letter ("ä" and "ae"); words.ts has taken the accents away already. */
const FOLDED: readonly (readonly [RegExp, string])[] = [
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  // "Bauer" and "Neue" hold no umlaut.
  [/(?<![aeoq])ue/g, 'u'],
];

/** A word in which an umlaut and its two letters are the same ("ä", "ae" and "a"; "ß" is "ss" by words.ts). */
export function foldLetters(word: string): string {
  return FOLDED.reduce((folded, [pattern, letter]) => folded.replaceAll(pattern, letter), word);
}
