import { expect, test } from 'vitest';
import { confidenceWord, reasonWord } from './confidence-words.ts';

test.each([
  [1, 'evidence.veryHigh'],
  [0.9, 'evidence.veryHigh'],
  [0.89, 'evidence.high'],
  [0.74, 'evidence.medium'],
  [0.2, 'evidence.low'],
])('a confidence of %d is %s', (confidence, word) => {
  expect(confidenceWord(confidence)).toBe(word);
});

test.each(['never-heard-of', '__proto__', 'constructor', 'a.b', ''])(
  'the unknown reason "%s" has a neutral sentence',
  (code) => {
    expect(reasonWord(code)).toBe('evidence.reason.unknown');
  },
);
