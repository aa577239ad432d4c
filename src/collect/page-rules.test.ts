import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SITE_COLLECTION } from '../contracts/hit.ts';
import { compilePagePattern, pageRulesOf } from './page-rules.ts';

test.each([
  ['/prices', '/prices', true],
  ['/prices', '/prices/', true],
  ['/prices/', '/prices', true],
  ['/Prices', '/pRICES', true],
  ['/prices', '/prices/list', false],
  ['/prices', '/price', false],
  ['/prices', '/prices?colour=red', true],
  ['/prices?colour=red', '/prices?colour=red', true],
  ['/prices?colour=red', '/prices', false],
  ['/prices?colour=*', '/prices?colour=red', true],
  ['/', '/', true],
  ['/', '/prices', false],
  ['/products/*', '/products/pump', true],
  ['/products/*', '/products/pump/', true],
  ['/products/*', '/products/', true],
  ['/products/*', '/products', false],
  ['/products/*', '/products/pump/data', false],
  ['/products/**', '/products/pump/data', true],
  ['/products/**', '/products/', true],
  ['/products/**', '/products', false],
  ['/products**', '/products', true],
  ['/*/prices', '/de/prices', true],
  ['/*/prices', '/de/at/prices', false],
  ['/**/prices', '/de/at/prices', true],
  ['/**/prices', '/prices', false],
  ['/**.pdf', '/files/2026/list.pdf', true],
  ['/*-thanks', '/order-thanks', true],
  ['/a*b*c', '/axxbxxc', true],
  ['/a*b*c', '/axxbxx', false],
  ['/a**b*c', '/a/b/b1c', true],
  ['/a**b*c', '/a/b/b/c', false],
  ['/***', '/a/b', true],
  ['/über-uns', '/%C3%BCber-uns', true],
  ['/a.b', '/axb', false],
  ['/a(b', '/a(b', true],
  ['prices', '/prices', false],
  ['', '/', false],
  [`/${'a'.repeat(600)}`, `/${'a'.repeat(600)}`, false],
  ['/half\uD83D*', '/half%EF%BF%BD', true],
])('the pattern %s against the page %s: %s', (pattern, path, expected) => {
  expect(compilePagePattern(pattern)(path)).toBe(expected);
});

test('a pattern matches what its regular expression matches', () => {
  const pattern = fc.stringMatching(/^\/(?:[ab/]|\*{1,3}){0,8}$/);
  const path = fc.stringMatching(/^\/[ab/]{0,12}$/);
  fc.assert(
    fc.property(pattern, path, (pattern, path) => {
      const bare = pattern.length > 1 && pattern.endsWith('/') ? pattern.slice(0, -1) : pattern;
      const expression = new RegExp(`^${bare.replaceAll(/\*+/g, (stars) => (stars.length > 1 ? '[^]*' : '[^/]*'))}$`);
      const shorter = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
      expect(compilePagePattern(pattern)(path)).toBe(expression.test(path) || expression.test(shorter));
    }),
    { numRuns: 5000 },
  );
});

test('many stars and a long page that almost matches are read before the test gives up', () => {
  const matches = compilePagePattern(`/${'*a'.repeat(120)}**b`);
  const path = `/${'a'.repeat(511)}`;
  for (let count = 0; count < 200; count++) expect(matches(path)).toBe(false);
});

test('a page has the first group that matches and every milestone once', () => {
  const rules = pageRulesOf({
    ...DEFAULT_SITE_COLLECTION,
    pageGroups: [
      { pattern: '/shop/**', label: 'Shop' },
      { pattern: '/**', label: 'Rest' },
    ],
    milestones: [
      { pattern: '/shop/thanks', label: 'Ordered' },
      { pattern: '/**/thanks', label: 'Ordered' },
      { pattern: '/shop/*', label: 'In the shop' },
    ],
  });
  expect([rules.groupOf('/shop/thanks'), rules.groupOf('/x')]).toEqual(['Shop', 'Rest']);
  expect(rules.milestonesOf('/shop/thanks')).toEqual(['Ordered', 'In the shop']);
  expect(rules.milestonesOf('/x')).toEqual([]);
});

test('rules are compiled once for what a site has set up', () => {
  const collection = { ...DEFAULT_SITE_COLLECTION };
  expect(pageRulesOf(collection)).toBe(pageRulesOf(collection));
  expect(pageRulesOf(DEFAULT_SITE_COLLECTION).groupOf('/')).toBeNull();
});
