import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_SIGNALS } from './log-entry.ts';
import { readLogLine } from './log-line.ts';

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const COMBINED = `203.0.113.9 - - [17/May/2026:10:05:03 +0200] "GET /prices?a=b HTTP/1.1" 200 5120 "https://search.example.com/?q=x" "${AGENT}"`;

const ENTRY = {
  at: Date.UTC(2026, 4, 17, 8, 5, 3),
  virtualHost: null,
  method: 'GET',
  target: '/prices?a=b',
  status: 200,
  referrer: 'https://search.example.com/?q=x',
  userAgent: AGENT,
  signals: NO_SIGNALS,
  purpose: '',
  destination: '',
};

test('a combined line gives an entry, and the address beside it', () => {
  expect(readLogLine(COMBINED)).toEqual({
    ok: true,
    value: { entry: ENTRY, client: { peer: '203.0.113.9', forwardedFor: undefined }, site: null },
  });
});

/** [what, replaced in the combined line, by what, what the entry then holds, address] */
test.each([
  ['an IPv6 client', '203.0.113.9 ', '2001:db8::9 ', {}, '2001:db8::9'],
  ['a host name for a client', '203.0.113.9 ', 'client.example.net ', {}, 'client.example.net'],
  ['a signed-in user', '- -', '- erika', {}, '203.0.113.9'],
  ['a user with a space', '- -', '- erika m', {}, '203.0.113.9'],
  ['an IPv6 client and a user with a space', '203.0.113.9 - -', '2001:db8::9 - erika m', {}, '2001:db8::9'],
  [
    'a virtual host',
    '203.0.113.9 ',
    'WWW.example.org:443 203.0.113.9 ',
    { virtualHost: 'www.example.org' },
    '203.0.113.9',
  ],
  [
    'a virtual host and IPv6',
    '203.0.113.9 ',
    'www.example.org:80 2001:db8::9 ',
    { virtualHost: 'www.example.org' },
    '2001:db8::9',
  ],
  [
    'a virtual host and a user',
    '203.0.113.9 - -',
    'www.example.org:80 203.0.113.9 - erika',
    { virtualHost: 'www.example.org' },
    '203.0.113.9',
  ],
  ['a zone east', '+0200', '+0530', { at: Date.UTC(2026, 4, 17, 4, 35, 3) }, '203.0.113.9'],
  ['a zone west', '+0200', '-0800', { at: Date.UTC(2026, 4, 17, 18, 5, 3) }, '203.0.113.9'],
  ['no size', ' 5120 ', ' - ', {}, '203.0.113.9'],
  ['no referrer', '"https://search.example.com/?q=x"', '"-"', { referrer: '' }, '203.0.113.9'],
  ['no user agent', AGENT, '-', { userAgent: undefined }, '203.0.113.9'],
  ['an empty user agent', AGENT, '', { userAgent: '' }, '203.0.113.9'],
  ['an escaped quote', AGENT, 'a \\"b\\" c', { userAgent: 'a "b" c' }, '203.0.113.9'],
  ['an escaped backslash before a quote', AGENT, 'a\\\\', { userAgent: 'a\\' }, '203.0.113.9'],
  ['nginx escapes', AGENT, 'a\\x22b\\x5C', { userAgent: 'a"b\\' }, '203.0.113.9'],
  ['escaped UTF-8', '/prices?a=b', '/caf\\xc3\\xa9', { target: '/café' }, '203.0.113.9'],
  ['raw UTF-8', '/prices?a=b', '/caf\u00c3\u00a9', { target: '/café' }, '203.0.113.9'],
  ['latin-1', '/prices?a=b', '/caf\u00e9', { target: '/caf\uFFFD' }, '203.0.113.9'],
  ['an absolute target', '/prices?a=b', 'http://example.org/x', { target: 'http://example.org/x' }, '203.0.113.9'],
  ['another method', 'GET', 'PROPFIND', { method: 'PROPFIND' }, '203.0.113.9'],
  ['HTTP/2', 'HTTP/1.1', 'HTTP/2.0', {}, '203.0.113.9'],
  ['fields behind the user agent', `"${AGENT}"`, `"${AGENT}" 0.012 "-"`, {}, '203.0.113.9'],
] as const)('%s', (_what, from, to, changed, addressText) => {
  const read = readLogLine(COMBINED.replace(from, to));
  expect(read).toEqual({
    ok: true,
    value: { entry: { ...ENTRY, ...changed }, client: { peer: addressText, forwardedFor: undefined }, site: null },
  });
});

test.each([
  ['nothing', '', 'unreadable-line'],
  ['rubbish', 'rubbish', 'unreadable-line'],
  ['a line cut off in the user agent', COMBINED.slice(0, -1), 'unreadable-line'],
  ['a line cut off in the request', COMBINED.slice(0, 70), 'unreadable-line'],
  ['a common log line', COMBINED.slice(0, COMBINED.indexOf(' "https')), 'unreadable-line'],
  ['a user in brackets', COMBINED.replace('- -', '- [erika'), 'unreadable-line'],
  ['an impossible day', COMBINED.replace('17/May', '31/Feb'), 'unreadable-line'],
  ['an impossible hour', COMBINED.replace(':10:05', ':24:05'), 'unreadable-line'],
  ['an unknown month', COMBINED.replace('May', 'Mai'), 'unreadable-line'],
  ['a status that is none', COMBINED.replace(' 200 ', ' 2000 '), 'unreadable-line'],
  ['a status of two digits', COMBINED.replace(' 200 ', ' 20 '), 'unreadable-line'],
  ['no client', COMBINED.replace('203.0.113.9 - - ', ''), 'unreadable-line'],
  ['an empty request', COMBINED.replace('GET /prices?a=b HTTP/1.1', '-'), 'unreadable-request'],
  ['a TLS greeting', COMBINED.replace('GET /prices?a=b HTTP/1.1', '\\x16\\x03\\x01\\x02'), 'unreadable-request'],
  ['no protocol', COMBINED.replace(' HTTP/1.1', ''), 'unreadable-request'],
  ['a space in the target', COMBINED.replace('/prices?a=b', '/pri ces'), 'unreadable-request'],
])('%s is refused', (_what, line, code) => {
  expect(readLogLine(line)).toEqual({ ok: false, fault: code });
});

test('no line whatsoever makes the reader throw', () => {
  const pieces = fc.constantFrom(...COMBINED.split(/(?=[ "[\]\\])/), '"', '\\', '\\x', ' [', '] "', '\u0000');
  const shuffled = fc.array(pieces, { maxLength: 30 }).map((list) => list.join(''));
  const cut = fc
    .tuple(fc.nat(COMBINED.length), fc.string({ unit: 'binary' }))
    .map(([at, piece]) => COMBINED.slice(0, at) + piece + COMBINED.slice(at + 1));
  fc.assert(
    fc.property(fc.oneof(shuffled, cut, fc.string({ unit: 'binary' })), (line) => {
      expect(typeof readLogLine(line).ok).toBe('boolean');
    }),
    { numRuns: 5000 },
  );
});

test('what a server writes is what is read', () => {
  const text = fc.string({ unit: 'binary-ascii', minLength: 1 }).filter((value) => value !== '-');
  fc.assert(
    fc.property(text, text, (referrer, userAgent) => {
      const line = COMBINED.replace('https://search.example.com/?q=x', () => escapeAsApache(referrer)).replace(
        AGENT,
        () => escapeAsApache(userAgent),
      );
      expect(readLogLine(line)).toEqual({
        ok: true,
        value: {
          entry: { ...ENTRY, referrer, userAgent },
          client: { peer: '203.0.113.9', forwardedFor: undefined },
          site: null,
        },
      });
    }),
    { numRuns: 2000 },
  );
});

/** As `ap_escape_logitem` of Apache's server/util.c writes it. */
function escapeAsApache(text: string): string {
  return text
    .split('')
    .map((character) => {
      if (character === '"' || character === '\\') return `\\${character}`;
      if (character === '\n') return '\\n';
      if (character === '\t') return '\\t';
      const code = character.charCodeAt(0);
      return code < 32 || code > 126 ? `\\x${code.toString(16).padStart(2, '0')}` : character;
    })
    .join('');
}
