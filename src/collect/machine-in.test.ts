import listed from 'crawler-user-agents';
import * as fc from 'fast-check';
import { isbot } from 'isbot';
import { expect, test } from 'vitest';
import { machineIn } from './machine-in.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

test.each([
  ['Firefox', { 'user-agent': FIREFOX }, null],
  ['a missing user agent', {}, 'bot'],
  ['an empty user agent', { 'user-agent': '' }, 'bot'],
  ['a dash for a user agent', { 'user-agent': '-' }, 'bot'],
  [
    'a search engine',
    { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    'bot',
  ],
  ['a command-line client', { 'user-agent': 'curl/8.5.0' }, 'bot'],
  [
    'a crawler in the coat of a browser',
    {
      'user-agent':
        'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    },
    'bot',
  ],
  [
    'a browser without a head',
    {
      'user-agent':
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
    },
    'scanner',
  ],
  ['a prefetch', { 'user-agent': FIREFOX, 'sec-purpose': 'prefetch' }, 'prefetch'],
  ['a prerender', { 'user-agent': FIREFOX, 'sec-purpose': 'prefetch;prerender' }, 'prefetch'],
  ['a prefetch of an older browser', { 'user-agent': FIREFOX, purpose: 'prefetch' }, 'prefetch'],
  ['a prefetch of an older Firefox', { 'user-agent': FIREFOX, 'x-moz': 'prefetch' }, 'prefetch'],
  ['a mail filter', { 'user-agent': 'Mozilla/5.0 (compatible; Barracuda Sentinel (EE)) scanner' }, 'scanner'],
  ['a preview of a link', { 'user-agent': 'facebookexternalhit/1.1' }, 'scanner'],
  ['a script that drives a browser', { 'user-agent': 'Mozilla/5.0 (Unknown; Linux) PhantomJS/2.1.1' }, 'scanner'],
  ['a monitoring service', { 'user-agent': 'Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)' }, 'monitor'],
  ['a monitor in the coat of a browser', { 'user-agent': `${FIREFOX} GTmetrix` }, 'monitor'],
  ['another purpose', { 'user-agent': FIREFOX, purpose: 'view' }, null],
])('%s', (_what, headers, expected) => {
  expect(machineIn(headers)).toBe(expected);
});

const version = fc.integer({ min: 90, max: 399 }).map(String);
const platform = fc.constantFrom(
  'Windows NT 10.0; Win64; x64',
  'Macintosh; Intel Mac OS X 10_15_7',
  'Macintosh; Intel Mac OS X 10.15',
  'X11; Linux x86_64',
  'Linux; Android 10; K',
  'iPhone; CPU iPhone OS 18_5 like Mac OS X',
);
const commonBrowsers = fc.oneof(
  fc.tuple(platform, version).map(([on, v]) => `Mozilla/5.0 (${on}; rv:${v}.0) Gecko/20100101 Firefox/${v}.0`),
  fc
    .tuple(platform, version, fc.constantFrom('', ' Mobile'), fc.boolean())
    .map(
      ([on, v, mobile, edge]) =>
        `Mozilla/5.0 (${on}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${v}.0.0.0${mobile} Safari/537.36${edge ? ` Edg/${v}.0.0.0` : ''}`,
    ),
  fc
    .tuple(platform, fc.constantFrom('', ' Mobile/15E148'))
    .map(
      ([on, mobile]) =>
        `Mozilla/5.0 (${on}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5${mobile} Safari/605.1.15`,
    ),
);

test('the short way for common browsers says what isbot says', () => {
  fc.assert(
    fc.property(commonBrowsers, (agent) => {
      expect([machineIn({ 'user-agent': agent }), isbot(agent)]).toEqual([null, false]);
    }),
    { numRuns: 1000 },
  );
});

/** The package's types are behind its data. */
const crawlers: readonly { readonly instances: readonly string[]; readonly tags?: readonly string[] }[] = listed;

test('of the declared bots of a public list at least 99 of 100 are kept out', () => {
  const agents = crawlers.flatMap(({ instances }) => instances);
  const taken = agents.filter((agent) => machineIn({ 'user-agent': agent }) === null);
  expect(agents.length).toBeGreaterThan(2000);
  expect(taken.length / agents.length).toBeLessThanOrEqual(0.01);
});

/** What the public list says that its bots are for. */
test.each([
  ['monitoring', 'monitor'],
  ['social-preview', 'scanner'],
  ['scanner', 'scanner'],
])('of the bots for %s some are told apart as %s', (tag, reason) => {
  const agents = crawlers.filter(({ tags }) => tags?.includes(tag)).flatMap(({ instances }) => instances);
  const told = agents.filter((agent) => machineIn({ 'user-agent': agent }) === reason);
  expect(told.length / agents.length).toBeGreaterThan(0.3);
});
