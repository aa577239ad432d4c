import { expect, test } from 'vitest';
import { confidenceWord, groupReasons } from './confidence-words.ts';

test.each([
  [1, 'evidence.veryHigh'],
  [0.9, 'evidence.veryHigh'],
  [0.89, 'evidence.high'],
  [0.74, 'evidence.medium'],
  [0.2, 'evidence.low'],
])('a confidence of %d is %s', (confidence, word) => {
  expect(confidenceWord(confidence)).toBe(word);
});

test('reasons are told for and against', () => {
  expect(groupReasons(['several-addresses', 'legal-form-agrees', 'rare-name'])).toEqual([
    { name: 'raises', sentences: ['evidence.reason.legal-form-agrees', 'evidence.reason.rare-name'] },
    { name: 'lowers', sentences: ['evidence.reason.several-addresses'] },
  ]);
});

test('unknown codes share one neutral sentence', () => {
  expect(groupReasons(['never-heard-of', '__proto__', 'constructor', 'a.b', ''])).toEqual([
    { name: 'unrated', sentences: ['evidence.reason.unknown'] },
  ]);
});
