import { expect, test } from 'vitest';
import { DEFAULT_SITE_COLLECTION, DEFAULT_SITE_RELEASE, type Site } from '../contracts/hit.ts';
import { readPageView } from './read-hit.ts';
import { reasonToRefuse } from './reason-to-refuse.ts';

const SITE: Site = {
  id: 1,
  customerId: 1,
  domain: 'example.org',
  otherHosts: ['shop.example.net'],
  timeZone: 'UTC',
  honoursDnt: true,
  honoursGpc: true,
  release: DEFAULT_SITE_RELEASE,
  collection: DEFAULT_SITE_COLLECTION,
};
const PERSON = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
const BOT = { 'user-agent': 'curl/8.5.0' };

test.each([
  ['its own page', 'https://example.org/', PERSON, null],
  ['a sub-domain', 'https://www.example.org/', PERSON, null],
  ['a deep sub-domain', 'https://a.b.example.org/', PERSON, null],
  ['upper case and a port', 'https://EXAMPLE.org:8443/', PERSON, null],
  ['a further host', 'https://shop.example.net/', PERSON, null],
  ['a sub-domain of a further host', 'https://www.shop.example.net/', PERSON, 'foreign-origin'],
  ['another domain', 'https://example.com/', PERSON, 'foreign-origin'],
  ['a domain that only ends alike', 'https://badexample.org/', PERSON, 'foreign-origin'],
  ['a domain that only starts alike', 'https://example.org.example.com/', PERSON, 'foreign-origin'],
  ['the name as userinfo', 'https://example.org@example.com/', PERSON, 'foreign-origin'],
  ['the same origin', 'https://example.org/', { ...PERSON, origin: 'https://example.org' }, null],
  ['the same origin with a port', 'https://example.org:8443/', { ...PERSON, origin: 'https://example.org:8443' }, null],
  ['another origin', 'https://example.org/', { ...PERSON, origin: 'https://example.com' }, 'foreign-origin'],
  [
    'another host of the site',
    'https://example.org/',
    { ...PERSON, origin: 'https://www.example.org' },
    'foreign-origin',
  ],
  ['an opaque origin', 'https://example.org/', { ...PERSON, origin: 'null' }, 'foreign-origin'],
  ['an unreadable page', 'rubbish', PERSON, 'unreadable-url'],
  ['an unreadable page of its own origin', 'rubbish', { ...PERSON, origin: 'https://example.org' }, 'unreadable-url'],
  ['an unreadable page of another origin', 'rubbish', { ...PERSON, origin: 'https://example.com' }, 'foreign-origin'],
  ['a bot', 'https://example.org/', BOT, 'bot'],
  ['a bot with an unreadable page', 'rubbish', BOT, 'unreadable-url'],
  ['a bot on another site', 'https://example.com/', BOT, 'foreign-origin'],
])('%s', (_what, url, headers, expected) => {
  expect(reasonToRefuse(readPageView(SITE, url, ''), headers, SITE)).toBe(expected);
});
