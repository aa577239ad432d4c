import type { WordKey } from '../words/catalogue.ts';
import { isWordKey } from '../words/translate.ts';

const LEVELS: readonly (readonly [from: number, word: WordKey])[] = [
  [0.9, 'evidence.veryHigh'],
  [0.75, 'evidence.high'],
  [0.5, 'evidence.medium'],
];

/** A confidence (0 to 1) as a word. */
export function confidenceWord(confidence: number): WordKey {
  return LEVELS.find(([from]) => confidence >= from)?.[1] ?? 'evidence.low';
}

/** The sentence of a reason; a code that is not in the catalogue gets a neutral one. */
export function reasonWord(code: string): WordKey {
  const key = `evidence.reason.${code}`;
  return isWordKey(key) ? key : 'evidence.reason.unknown';
}
