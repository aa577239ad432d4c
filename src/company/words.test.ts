import fc from 'fast-check';
import { expect, test } from 'vitest';
import { words } from './words.ts';

test.each([
  ['Foo S.p.A.', ['foo', 'spa']],
  ['Bar s. r. o.', ['bar', 's', 'r', 'o']],
  ["L'Oréal Österreich & Co.", ['loreal', 'osterreich', 'and', 'co']],
  ["McDonald's D.E.I.N. Holding", ['mcdonalds', 'dein', 'holding']],
  ['A+B', ['a', 'and', 'b']],
  ['Straße 12b', ['strasse', '12b']],
  ['a.b', ['a', 'b']],
  ['a.b.c', ['abc']],
  ['3.a.b.', ['3', 'ab']],
  ['', []],
])('%s is %j', (text, expected) => {
  expect(words(text)).toEqual(expected);
});

test('the pass for ASCII agrees with the one for every alphabet', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abZ01 .,-&+\'`()/"'), maxLength: 24 });
  fc.assert(
    fc.property(text, (ascii) => {
      // A word outside ASCII takes the other way; nothing before it may change.
      expect([...words(ascii), 'e']).toEqual(words(`${ascii} é`));
    }),
    { numRuns: 2000 },
  );
});
