import * as fc from 'fast-check';
import { isbot } from 'isbot';
import { expect, test } from 'vitest';
import { isMachine } from './is-machine.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

test.each([
  ['Firefox', { 'user-agent': FIREFOX }, false],
  ['a missing user agent', {}, true],
  ['an empty user agent', { 'user-agent': '' }, true],
  ['a dash for a user agent', { 'user-agent': '-' }, true],
  [
    'a search engine',
    { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' },
    true,
  ],
  ['a command-line client', { 'user-agent': 'curl/8.5.0' }, true],
  [
    'a crawler in the coat of a browser',
    {
      'user-agent':
        'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    },
    true,
  ],
  [
    'a browser without a head',
    {
      'user-agent':
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
    },
    true,
  ],
  ['a prefetch', { 'user-agent': FIREFOX, 'sec-purpose': 'prefetch' }, true],
  ['a prerender', { 'user-agent': FIREFOX, 'sec-purpose': 'prefetch;prerender' }, true],
  ['a prefetch of an older browser', { 'user-agent': FIREFOX, purpose: 'prefetch' }, true],
  ['a prefetch of an older Firefox', { 'user-agent': FIREFOX, 'x-moz': 'prefetch' }, true],
  ['another purpose', { 'user-agent': FIREFOX, purpose: 'view' }, false],
])('%s', (_what, headers, expected) => {
  expect(isMachine(headers)).toBe(expected);
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
      expect([isMachine({ 'user-agent': agent }), isbot(agent)]).toEqual([false, false]);
    }),
    { numRuns: 1000 },
  );
});
