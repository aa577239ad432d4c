import type { ConfidenceReason } from '../../contracts/confidence.ts';
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

/** Codes of the whitelist that speak for a match; every other known code speaks against it. */
const RAISING: ReadonlySet<string> = new Set<ConfidenceReason>([
  'legal-form-agrees',
  'rare-name',
  'one-address',
  'named-in-registry',
  'own-organisation-record',
  'class-agrees',
]);

export const REASON_GROUPS = ['raises', 'lowers', 'unrated'] as const;
export type ReasonGroupName = (typeof REASON_GROUPS)[number];
export type ReasonGroup = { readonly name: ReasonGroupName; readonly sentences: readonly WordKey[] };

/** Reasons as sentences, for and against; codes that are not in the catalogue share one neutral sentence. */
export function groupReasons(codes: readonly string[]): readonly ReasonGroup[] {
  const groups = new Map<ReasonGroupName, Set<WordKey>>();
  for (const code of codes) {
    const key = `evidence.reason.${code}`;
    const known = isWordKey(key);
    const name = known ? (RAISING.has(code) ? 'raises' : 'lowers') : 'unrated';
    const sentences = groups.get(name) ?? new Set();
    groups.set(name, sentences.add(known ? key : 'evidence.reason.unknown'));
  }
  return REASON_GROUPS.flatMap((name) => {
    const sentences = groups.get(name);
    return sentences ? [{ name, sentences: [...sentences] }] : [];
  });
}
