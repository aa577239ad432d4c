import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodOf, readCompaniesSearch, readPageSearch, sortAfterPress } from './page-search.ts';

test('a link keeps site, period, order and search', () => {
  const search = {
    site: 'www.beispiel.de',
    period: 'custom',
    from: '2026-11-01',
    to: '2026-11-23',
    sort: 'name',
    q: 'Köln',
  };
  expect(readCompaniesSearch(search)).toEqual(search);
});

test.each([
  [{ period: 'decade' }, {}],
  [{ period: 'custom' }, {}],
  [{ period: 'custom', from: '2026-11-23', to: '2026-11-01' }, {}],
  [{ period: 'custom', from: '2026-02-30', to: '2026-03-01' }, {}],
  [{ period: 'today', from: '2026-11-01' }, { period: 'today' }],
  [{ sort: 'password' }, {}],
  [{ sort: '--name' }, {}],
  [{ q: 42 }, { q: '42' }],
  [{ q: ['a'] }, {}],
  [{ site: 'a'.repeat(254) }, {}],
])('of %o is understood %o', (search, understood) => {
  expect(readCompaniesSearch(search)).toEqual(understood);
});

test('whatever stands in the URL, it is read without an error and reads the same again', () => {
  const search = fc.dictionary(fc.constantFrom('site', 'period', 'from', 'to', 'sort', 'q', 'other'), fc.anything());
  fc.assert(
    fc.property(search, (any) => {
      const read = readCompaniesSearch(any);
      expect(readCompaniesSearch(read)).toEqual(read);
    }),
  );
});

test('without a period the last seven days are shown', () => {
  expect(periodOf(readPageSearch({}))).toEqual({ name: 'week' });
});

test.each([
  ['-last_seen', 'last_seen', 'last_seen'],
  ['last_seen', 'last_seen', '-last_seen'],
  ['-last_seen', 'visits', '-visits'],
  ['-last_seen', 'name', 'name'],
  ['name', 'name', '-name'],
] as const)('from %s, pressing %s leads to %s', (current, pressed, next) => {
  expect(sortAfterPress(current, pressed)).toBe(next);
});
