import { expect, test } from 'vitest';
import { chooseSite } from './choose-site.ts';

const sites = [{ domain: 'a.example' }, { domain: 'b.example' }, { domain: 'c.example' }];

test.each([
  ['b.example', 'c.example', 'b.example'],
  [undefined, 'c.example', 'c.example'],
  ['gone.example', 'c.example', 'c.example'],
  ['gone.example', 'gone.example', 'a.example'],
  [undefined, null, 'a.example'],
])('named %s and remembered %s, %s is shown', (named, remembered, shown) => {
  expect(chooseSite(sites, named, remembered)?.domain).toBe(shown);
});

test('without sites there is none to show', () => {
  expect(chooseSite([], 'a.example', null)).toBeNull();
});
