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

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

test.each([
  ['Chrome', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36`],
  ['Edge', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`],
  ['an old Edge', `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/64.0.3282.140 Safari/537.36 Edge/18.17763`],
  ['Opera', `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/139.0.0.0 Safari/537.36 OPR/124.0.0.0`],
  ['Vivaldi', `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/138.0.0.0 Safari/537.36 Vivaldi/7.5.3735.64`],
  ['a Chromebook', `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36`],
  [
    'Samsung Internet',
    `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  ],
  [
    'a telephone called Cubot',
    `Mozilla/5.0 (Linux; Android 11; CUBOT X50) ${WEBKIT} Chrome/138.0.0.0 Mobile Safari/537.36`,
  ],
  [
    'a view inside an app',
    `Mozilla/5.0 (Linux; Android 14; SM-S918B; wv) ${WEBKIT} Version/4.0 Chrome/138.0.7204.63 Mobile Safari/537.36`,
  ],
  ['Firefox on a telephone', 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'],
  ['Safari', `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1`],
  ['Chrome on an iPhone', `${IPHONE} CriOS/140.0.7339.39 Mobile/15E148 Safari/604.1`],
  ['Firefox on an iPhone', `${IPHONE} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`],
  ['DuckDuckGo', `${IPHONE} Version/18.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`],
  ['Ecosia', `${IPHONE} Version/18.5 Mobile/15E148 Safari/604.1 (Ecosia ios@11.2.0.2501)`],
  ['the app of a network', `${IPHONE} Mobile/15E148 [LinkedInApp]/9.31.1`],
  ['Internet Explorer', 'Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko'],
  ['Firefox ESR', 'Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:115.0) Gecko/20100101 Firefox/115.0'],
])('a person with %s is no machine', (_what, agent) => {
  expect(machineIn({ 'user-agent': agent })).toBeNull();
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
