import { expect, test } from 'vitest';
import { confidenceReasons, confidenceWord, matchReasons } from './confidence-words.ts';

test.each([
  [1, 'evidence.veryHigh'],
  [0.9, 'evidence.veryHigh'],
  [0.89, 'evidence.high'],
  [0.74, 'evidence.medium'],
  [0.2, 'evidence.low'],
])('a confidence of %d is %s', (confidence, word) => {
  expect(confidenceWord(confidence)).toBe(word);
});

test('reasons are told for and against, in the order in which they counted', () => {
  expect(confidenceReasons(['rare-name', 'several-addresses', 'legal-form-agrees', 'confirmed-by-person'])).toEqual({
    for: ['evidence.reason.rare-name', 'evidence.reason.legal-form-agrees', 'evidence.reason.confirmed-by-person'],
    against: ['evidence.reason.several-addresses'],
    unrated: [],
  });
});

test('a match tells what agreed and what did not', () => {
  expect(matchReasons(['same-name', 'place-unknown', 'only-one-of-that-name'])).toEqual({
    for: ['evidence.matchReason.same-name', 'evidence.matchReason.only-one-of-that-name'],
    against: ['evidence.matchReason.place-unknown'],
    unrated: [],
  });
});

test.each([confidenceReasons, matchReasons])('unknown codes share one neutral sentence', (reasonsOf) => {
  expect(reasonsOf(['never-heard-of', '__proto__', 'constructor', 'a.b', ''])).toEqual({
    for: [],
    against: [],
    unrated: ['evidence.reason.unknown'],
  });
});
