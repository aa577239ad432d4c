import { NOTHING_TOLD } from '../contracts/hit.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_BODY_BYTES, readHit } from './read-hit.ts';

const LONG = {
  site: 'example.org',
  name: 'pageview',
  url: 'https://www.example.org/prices?utm_source=letter&email=erika%40example.com#top',
  referrer: 'https://search.example.com/?q=erika',
  props: {},
};
const HIT = {
  site: 'example.org',
  name: 'pageview',
  host: 'www.example.org',
  path: '/prices',
  referrerHost: 'search.example.com',
  campaign: { source: 'letter', medium: null, name: null },
  ...NOTHING_TOLD,
};

function read(body: unknown): ReturnType<typeof readHit> {
  return readHit(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));
}

test('long and short field names say the same', () => {
  const { site, name, url, referrer, props } = LONG;
  const expected = { ok: true, value: { site: 'example.org', pageHost: 'www.example.org', hit: HIT } };
  expect(read(LONG)).toEqual(expected);
  expect(read({ s: site, n: name, u: url, r: referrer, p: props })).toEqual(expected);
});

test('referrer and props may be missing or null', () => {
  const { site, name, url } = LONG;
  const expected = { ok: true, value: { hit: { ...HIT, referrerHost: null } } };
  expect(read({ site, name, url })).toMatchObject(expected);
  expect(read({ site, name, url, referrer: null, props: null })).toMatchObject(expected);
});

test.each([
  ['upper case', 'EXAMPLE.org', 'example.org'],
  ['an umlaut', 'Bücher.example', 'xn--bcher-kva.example'],
])('a site name in %s is read as its domain', (_what, site, expected) => {
  expect(read({ ...LONG, site })).toMatchObject({ ok: true, value: { site: expected } });
});

test('a referrer on the page’s own host is none', () => {
  expect(read({ ...LONG, referrer: 'http://www.example.org/other' })).toMatchObject({
    ok: true,
    value: { hit: { referrerHost: null } },
  });
});

test.each([
  ['rubbish', 'rubbish'],
  ['an empty text', ''],
  ['a relative URL', '/prices'],
  ['a file', 'file:///etc/hosts'],
  ['a script', 'javascript:alert(1)'],
  ['a data URL', 'data:text/html,x'],
  ['no host', 'https://'],
  ['an impossible port', 'https://example.org:99999/'],
  ['a path of 3,000 characters', `https://example.org/${'a/'.repeat(1500)}`],
])('%s as the page’s URL is no fault of the body', (_what, url) => {
  expect(read({ ...LONG, url })).toEqual({ ok: true, value: { site: 'example.org', pageHost: null, hit: null } });
});

test.each([
  ['nothing', '', 'HIT_NOT_JSON'],
  ['a form', 'site=example.org', 'HIT_NOT_JSON'],
  ['half an object', '{"site":', 'HIT_NOT_JSON'],
  ['a byte order mark', '\uFEFF{}', 'HIT_NOT_JSON'],
  ['null', 'null', 'HIT_SHAPE'],
  ['a number', '1', 'HIT_SHAPE'],
  ['a list', [LONG], 'HIT_SHAPE'],
  ['an empty object', {}, 'HIT_SHAPE'],
  ['no site', { ...LONG, site: undefined }, 'HIT_SHAPE'],
  ['an empty site', { ...LONG, site: '' }, 'HIT_SHAPE'],
  ['a number for a site', { ...LONG, site: 1 }, 'HIT_SHAPE'],
  ['a site of 254 characters', { ...LONG, site: 'a'.repeat(254) }, 'HIT_SHAPE'],
  ['no name', { ...LONG, name: undefined }, 'HIT_SHAPE'],
  ['a name of 65 characters', { ...LONG, name: 'a'.repeat(65) }, 'HIT_SHAPE'],
  ['no URL', { ...LONG, url: undefined }, 'HIT_SHAPE'],
  ['a list for a URL', { ...LONG, url: ['https://example.org/'] }, 'HIT_SHAPE'],
  ['an object for a referrer', { ...LONG, referrer: {} }, 'HIT_SHAPE'],
  ['a text for props', { ...LONG, props: 'x' }, 'HIT_SHAPE'],
  ['a list for props', { ...LONG, props: [] }, 'HIT_SHAPE'],
  [
    'names of the prototype',
    '{"__proto__":{"site":"example.org","name":"x","url":"https://example.org/"}}',
    'HIT_SHAPE',
  ],
])('%s is refused as %3$s', (_what, body, code) => {
  expect(read(body)).toEqual({ ok: false, fault: code });
});

test.each([
  ['a lone continuation byte', [0x22, 0x80, 0x22]],
  ['an overlong form', [0x22, 0xc0, 0xaf, 0x22]],
  ['a surrogate', [0x22, 0xed, 0xa0, 0x80, 0x22]],
  ['latin-1', [0x22, 0xfc, 0x22]],
])('%s is not UTF-8', (_what, bytes) => {
  expect(readHit(Uint8Array.from(bytes))).toEqual({ ok: false, fault: 'HIT_NOT_UTF8' });
});

test('8,192 bytes are read, one more is not', () => {
  const body = JSON.stringify(LONG);
  expect(read(body.padEnd(LONGEST_BODY_BYTES))).toMatchObject({ ok: true });
  expect(read(body.padEnd(LONGEST_BODY_BYTES + 1))).toEqual({ ok: false, fault: 'HIT_TOO_LARGE' });
});

test('a name of an event is masked like a path', () => {
  expect(read({ ...LONG, name: 'mail erika@example.com' })).toMatchObject({ value: { hit: { name: 'mail :email' } } });
});

test('no bytes whatsoever make the reader throw', () => {
  const field = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.anything());
  const messages = fc.record({ s: field, n: field, u: field, r: field, p: field }, { requiredKeys: [] });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((json) => Buffer.from(json)),
        messages.map(toBytes),
      ),
      (body) => {
        expect(typeof readHit(body).ok).toBe('boolean');
      },
    ),
    { numRuns: 2000 },
  );
});

function toBytes(value: unknown): Uint8Array {
  try {
    return Buffer.from(JSON.stringify(value));
  } catch {
    return Buffer.alloc(0);
  }
}
