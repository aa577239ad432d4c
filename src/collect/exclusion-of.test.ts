import { expect, test } from 'vitest';
import { DEFAULT_SITE_COLLECTION } from '../contracts/hit.ts';
import { exclusionOf } from './exclusion-of.ts';

const COLLECTION = {
  ...DEFAULT_SITE_COLLECTION,
  excludedPages: ['/internal/**', '/thanks'],
  excludedHosts: ['staging.example.org', 'test-*.example.org'],
};

test.each([
  ['example.org', '/', null],
  ['example.org', '/internal/list', 'excluded-page'],
  ['example.org', '/internal', null],
  ['example.org', '/Thanks/', 'excluded-page'],
  ['staging.example.org', '/', 'excluded-host'],
  ['staging.example.org', '/thanks', 'excluded-host'],
  ['test-7.example.org', '/', 'excluded-host'],
  ['old-staging.example.org', '/', null],
])('%s%s: %s', (host, path, expected) => {
  expect(exclusionOf(host, path, COLLECTION)).toBe(expected);
  expect(exclusionOf(host, path, DEFAULT_SITE_COLLECTION)).toBeNull();
});
