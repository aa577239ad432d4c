import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SITE_OUTCOMES } from '../../contracts/reasons.ts';
import { arrangeFunnel, FUNNEL_GROUPS } from './arrange-funnel.ts';

const outcomes = fc.uniqueArray(
  fc.record({ outcome: fc.constantFrom(...SITE_OUTCOMES), hits: fc.integer({ min: 0, max: 1_000_000 }) }),
  { selector: ({ outcome }) => outcome },
);

test('nothing is lost on the way: the parts add up to the whole, and each outcome stands once', () => {
  fc.assert(
    fc.property(outcomes, (counted) => {
      const total = counted.reduce((sum, { hits }) => sum + hits, 0);
      const funnel = arrangeFunnel({ total, outcomes: counted });
      expect(funnel.groups.reduce((sum, { hits }) => sum + hits, 0)).toBe(total);
      const named = [...funnel.groups.flatMap((group) => group.outcomes), ...funnel.notOccurred];
      const names = named
        .map((one) => (typeof one === 'string' ? one : one.outcome))
        .filter((one) => one !== 'company');
      expect(names.toSorted()).toEqual(SITE_OUTCOMES.filter((one) => one !== 'company').toSorted());
    }),
  );
});

test('companies come first, then the largest reasons', () => {
  const funnel = arrangeFunnel({
    total: 100,
    outcomes: [
      { outcome: 'provider', hits: 30 },
      { outcome: 'not-listed', hits: 60 },
      { outcome: 'company', hits: 4 },
      { outcome: 'bot', hits: 6 },
    ],
  });
  expect(funnel.occurred.map(({ outcome }) => outcome)).toEqual(['company', 'not-listed', 'provider', 'bot']);
  expect(funnel.groups.map(({ name }) => name)).toEqual(FUNNEL_GROUPS);
});

test('the part of the companies stands there even when none came', () => {
  const funnel = arrangeFunnel({ total: 1, outcomes: [{ outcome: 'bot', hits: 1 }] });
  expect(funnel.groups.map(({ name, hits }) => [name, hits])).toEqual([
    ['shown', 0],
    ['refused', 1],
  ]);
});
