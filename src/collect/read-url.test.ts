import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readUrl } from './read-url.ts';

/** The standard's own parser, as Node has it. */
function slowly(text: string): ReturnType<typeof readUrl> {
  const plain = text.replaceAll('\\', '%5C');
  if (!URL.canParse(plain)) return null;
  const { protocol, hostname, pathname, search } = new URL(plain);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  return hostname.length > 253 ? null : { hostname, pathname, search };
}

const PIECES = [
  'https://',
  'http://',
  'HTTPS://',
  'ftp://',
  '//',
  ':',
  '@',
  'user:word@',

  'example.org',
  'www.',
  'EXAMPLE.org',
  '127.0.0.1',
  '0x7f.1',
  '1',
  '256.1',
  'a.1',
  'a.1x',
  'xn--bcher-kva.example',
  'xn--',
  'bücher.example',
  '[2001:db8::1]',
  'a_b.example',
  '-.',
  '.',
  ':80',
  ':443',
  ':8080',
  ':99999',
  ':',

  '/',
  '//',
  '/.',
  '/..',
  '/./',
  '/../',
  '/a.b',
  '/...',
  '/.a',
  '/%2e',
  '/%2E%2e',
  '%',
  '%41',
  '%4',
  '%2',
  '/a b',
  '/é',
  '/a|b',
  '/a"b',
  '/<',
  '/{',
  '/^',
  '/`',
  "/'",
  '/;a=b',
  '/@',
  '\\',
  '\t',
  '\n',

  '?',
  '?a=b',
  '?a=b&c',
  '??',
  "?'",
  '?é',
  '?%',
  '?"',
  '?<',
  '? ',
  '?/../',
  '?[',
  '#',
  '#a',
  '#?',
  '&',
  '=',
  '+',
  '!',
  '~',
  ' ',
];

test('whatever is written, the answer is that of the standard’s parser', () => {
  const ordinary = fc
    .tuple(
      fc.constantFrom('https://', 'http://'),
      fc.constantFrom('example.org', 'www.example.org', 'a-1.example', 'localhost'),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }),
    )
    .map(([scheme, host, rest]) => scheme + host + rest.join(''));
  const wild = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));
  const mutated = fc
    .tuple(
      fc.oneof(ordinary, fc.webUrl({ withFragments: true, withQueryParameters: true })),
      fc.nat(60),
      fc.string({ unit: 'binary-ascii', maxLength: 2 }),
    )
    .map(([url, at, piece]) => url.slice(0, at) + piece + url.slice(at));
  fc.assert(
    fc.property(fc.oneof(ordinary, wild, mutated), (text) => {
      expect(readUrl(text)).toEqual(slowly(text));
    }),
    { numRuns: 30_000 },
  );
});

test.each([
  ['a host of 254 characters', `https://${'a.'.repeat(127)}/`],
  ['a URL of 8,193 characters', `https://example.org/?${'a'.repeat(8193 - 21)}`],
  ['a mail address', 'mailto:erika@example.net'],
  ['nothing', ''],
])('%s is not read', (_what, text) => {
  expect(readUrl(text)).toBeNull();
});
