import { describe, expect, test } from 'vitest';
import { NOTICED } from '../../contracts/hit.ts';
import { LANGUAGES } from '../words/catalogue.ts';
import { translateInto } from '../words/translate.ts';
import { eventWords } from './step-words.ts';

const inWords = (language: 'de' | 'en', name: string, target: string | null): string | null => {
  const words = eventWords({ name, target });
  return words && translateInto(language)(words.sentence, words.values);
};

test.each([
  ['download', '/files/price-list.pdf', 'File downloaded: /files/price-list.pdf'],
  ['outlink', 'www.partner.example', 'Link to www.partner.example'],
  ['contact', 'mail', 'Email link clicked'],
  ['contact', 'phone', 'Phone link clicked'],
  ['contact', null, 'Contact link clicked'],
  ['form', 'offer', 'Form “offer” sent'],
  ['form', null, 'Form sent'],
  ['search', 'valves', 'Searched on the website: “valves”'],
  ['milestone', 'Offer asked for', 'Milestone reached: Offer asked for'],
  ['demo-booked', null, 'Event “demo-booked”'],
  ['demo-booked', 'Tuesday', 'Event “demo-booked”: Tuesday'],
  ['toString', null, 'Event “toString”'],
])('%s about %s is told as "%s"', (name, target, sentence) => {
  expect(inWords('en', name, target)).toBe(sentence);
});

test('a page view is told by its page', () => {
  expect(eventWords({ name: 'pageview', target: null })).toBeNull();
});

test('what a visitor searched for stays text', () => {
  const hostile = '<b>{{name}}$t(signIn.title)';
  expect(inWords('de', 'search', hostile)).toBe(`Auf der Website gesucht: „${hostile}“`);
});

describe.each(LANGUAGES)('in the language %s', (language) => {
  test.each(NOTICED.filter((name) => name !== 'pageview' && name !== 'leave'))(
    '%s has a sentence of its own, with and without what it is about',
    (name) => {
      const unknown = inWords(language, 'something-else', null)?.replace('something-else', name);
      expect(inWords(language, name, 'abc')).toContain('abc');
      expect(inWords(language, name, null)).not.toBe(unknown);
      expect(inWords(language, name, null)).not.toMatch(/^step\./);
    },
  );
});
