import { DEFAULT_SITE_COLLECTION, NOTHING_TOLD, NOTICED, type Site, type SiteCollection } from '../contracts/hit.ts';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EXAMPLE_SITE as SITE } from '../../fixtures/site-and-company.ts';
import { ok, type Result } from '../contracts/result.ts';
import { readFields } from './hit-message.ts';
import { LONGEST_BODY_BYTES, readBody, readHit, type ReadHit } from './read-hit.ts';

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

function readBytes(body: Uint8Array, site: Site = SITE): Result<ReadHit & { readonly site: string }, string> {
  const fields = readBody(body);
  const message = fields.ok ? readFields(fields.value) : fields;
  return message.ok ? ok({ site: message.value.site, ...readHit(message.value, site) }) : message;
}

function read(body: unknown, site: Site = SITE): ReturnType<typeof readBytes> {
  return readBytes(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), site);
}

test('long and short field names say the same', () => {
  const { site, name, url, referrer, props } = LONG;
  const expected = { ok: true, value: { site: 'example.org', pageHost: 'www.example.org', hit: HIT, further: [] } };
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
  expect(read({ ...LONG, url })).toEqual({
    ok: true,
    value: { site: 'example.org', pageHost: null, hit: null, further: [] },
  });
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
  ['a number for a target', { ...LONG, target: 1 }, 'HIT_SHAPE'],
  ['a text for seconds', { ...LONG, seconds: '12' }, 'HIT_SHAPE'],
  ['fewer than no seconds', { ...LONG, d: -1 }, 'HIT_SHAPE'],
  ['a list for the name of a page', { ...LONG, page: ['x'] }, 'HIT_SHAPE'],
  ['an object for a group', { ...LONG, g: {} }, 'HIT_SHAPE'],
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
  expect(readBytes(Uint8Array.from(bytes))).toEqual({ ok: false, fault: 'HIT_NOT_UTF8' });
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
  const messages = fc.record(
    { s: field, n: field, u: field, r: field, p: field, t: field, d: field, l: field, g: field },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.json().map((json) => Buffer.from(json)),
        messages.map(toBytes),
      ),
      (body) => {
        expect(typeof readBytes(body, EVERYTHING_SET_UP).ok).toBe('boolean');
      },
    ),
    { numRuns: 2000 },
  );
});

function setUp(collection: Partial<SiteCollection>): Site {
  return { ...SITE, collection: { ...DEFAULT_SITE_COLLECTION, ...collection } };
}

const EVERYTHING_SET_UP = setUp({
  keptParameters: ['colour', 'id'],
  searchParameters: ['q'],
  campaignParameters: ['ref'],
  pageGroups: [{ pattern: '/prices/**', label: 'Prices' }],
  milestones: [{ pattern: '/**', label: 'Anything' }],
  eventProperties: { 'Sign-up': ['plan', 'seats', 'paid', 'toString', '__proto__'] },
});

function hitOf(fields: object, site: Site = SITE) {
  const result = read({ ...LONG, url: 'https://example.org/prices', ...fields }, site);
  if (!result.ok || result.value.hit === null) throw new Error('no hit');
  return { ...result.value, hit: result.value.hit };
}

describe('what an event is about', () => {
  test.each([
    ['download', '/files/list.pdf', '/files/list.pdf'],
    ['download', 'https://cdn.example.net/files/list.pdf?user=erika#x', '/files/list.pdf'],
    ['download', '/files/erika@example.com.pdf', '/files/:email'],
    ['download', 'list.pdf', null],
    ['outlink', 'partner.example.net', 'partner.example.net'],
    ['outlink', 'https://user:pw@partner.example.net/path?user=erika', 'partner.example.net'],
    ['outlink', 'https://203.0.113.7/', null],
    ['outlink', 'javascript:alert(1)', null],
    ['contact', 'mail', 'mail'],
    ['contact', 'phone', 'phone'],
    ['contact', 'mailto:', 'mail'],
    ['contact', 'tel:', 'phone'],
    ['contact', 'mailto:erika@example.com', null],
    ['form', 'Newsletter', 'Newsletter'],
    ['form', '', null],
    ['search', 'pump for erika@example.com', 'pump for :email'],
    ['milestone', ' Ordered ', 'Ordered'],
    ['milestone', 'x'.repeat(300), 'x'.repeat(39)],
    ['milestone', 'word '.repeat(100), 'word '.repeat(100).slice(0, 256).trim()],
    ['pageview', 'anything', null],
    ['leave', 'anything', null],
    ['Sign-up', 'anything', null],
  ])('%s of %j is %j', (name, target, expected) => {
    const { hit } = hitOf({ name, target });
    if (target.startsWith('xxx')) expect(hit.target).toBe(':token');
    else expect(hit.target).toBe(expected);
    expect(hitOf({ name, target: undefined, t: target }).hit.target).toBe(hit.target);
  });

  test.each([...NOTICED, 'Sign-up', 'toString'])('%s keeps nothing that leads to a person', (name) => {
    for (const target of [
      'erika@example.com',
      'mailto:erika@example.com',
      'https://erika@example.net/erika@example.com',
    ]) {
      expect(JSON.stringify(hitOf({ name, target }))).not.toContain('erika');
    }
  });

  test.each([
    ['leave', 12.4, 12],
    ['leave', 0, 0],
    ['leave', 1e12, 43_200],
    ['leave', null, null],
    ['pageview', 12, null],
    ['download', 12, null],
  ])('%s has the seconds %j as %j', (name, seconds, expected) => {
    expect(hitOf({ name, seconds }).hit.seconds).toBe(expected);
    expect(hitOf({ name, d: seconds }).hit.seconds).toBe(expected);
  });
});

describe('name and group of a page', () => {
  test.each([
    [{ page: 'Price list', group: 'Sales' }, '/prices/a', 'Price list', 'Sales'],
    [{ l: 'Price list', g: 'Sales' }, '/prices/a', 'Price list', 'Sales'],
    [{}, '/prices/a', null, 'Prices'],
    [{ group: ' ' }, '/prices/a', null, 'Prices'],
    [{}, '/about', null, null],
    [{ page: 'of erika@example.com', group: '+49 151 23456789' }, '/about', 'of :email', ':phone'],
    [{ page: 'a '.repeat(100) }, '/about', 'a '.repeat(32).trim(), null],
  ])('%j on %s', (fields, path, pageName, pageGroup) => {
    const site = setUp({ pageGroups: [{ pattern: '/prices/**', label: 'Prices' }] });
    expect(hitOf({ ...fields, url: `https://example.org${path}` }, site).hit).toMatchObject({ pageName, pageGroup });
  });
});

describe('parameters of a page', () => {
  test.each([
    ['nothing is kept by default', [], '?colour=red', '/prices'],
    ['what the site names is kept', ['colour'], '?colour=red&x=1', '/prices?colour=red'],
    ['in the order of the site', ['colour', 'id'], '?id=7&colour=red', '/prices?colour=red&id=7'],
    ['masked', ['user'], '?user=erika%40example.com', '/prices?user=:email'],
    ['a short secret by its name', ['token'], '?token=a81kq2', '/prices?token=:token'],
    ['encoded again', ['colour'], '?colour=a%26b%3Dc', '/prices?colour=a%26b%3Dc'],
    ['names with brackets', ['tx_list[page]'], '?tx_list%5Bpage%5D=2', '/prices?tx_list%5Bpage%5D=2'],
    ['the first of a name', ['colour'], '?colour=red&colour=blue', '/prices?colour=red'],
    ['an empty one', ['colour'], '?colour=', '/prices?colour='],
    ['a long one in part', ['colour'], `?colour=${'red '.repeat(50)}`, `/prices?colour=${'red%20'.repeat(16)}`],
  ])('%s', (_what, keptParameters, query, path) => {
    expect(hitOf({ url: `https://example.org/prices${query}` }, setUp({ keptParameters })).hit.path).toBe(path);
  });

  test('no page is longer than 512 characters', () => {
    const names = Array.from({ length: 40 }, (_, number) => `name${number}`);
    const query = names.map((name) => `${name}=${'ä'.repeat(30)}`).join('&');
    const { path } = hitOf({ url: `https://example.org/?${query}` }, setUp({ keptParameters: names })).hit;
    expect(path.length).toBeLessThanOrEqual(512);
    expect(decodeURIComponent(path)).toMatch(/^\/\?name0=ä{30}/);
  });

  test.each([
    ['the site’s parameter', '?ref=partner', { source: null, medium: null, name: 'partner' }],
    ['utm_campaign before it', '?ref=partner&utm_campaign=spring', { source: null, medium: null, name: 'spring' }],
    ['beside a source', '?utm_source=mail&ref=partner', { source: 'mail', medium: null, name: 'partner' }],
    ['the second where the first says nothing', '?ref=&pk=two', { source: null, medium: null, name: 'two' }],
    ['masked', '?ref=erika@example.com', { source: null, medium: null, name: ':email' }],
  ])('name a campaign: %s', (_what, query, campaign) => {
    const site = setUp({ campaignParameters: ['ref', 'pk'] });
    expect(hitOf({ url: `https://example.org/prices${query}` }, site).hit.campaign).toEqual(campaign);
  });
});

describe('what the page’s URL tells besides', () => {
  const site = setUp({
    searchParameters: ['q', 's'],
    milestones: [{ pattern: '/thanks', label: 'Ordered' }],
    eventProperties: { pageview: ['plan'] },
  });

  test('a search and milestones are further hits of a page view, once each', () => {
    const url = 'https://example.org/thanks?q=pumps+for+erika%40example.com&s=other';
    const { hit, further } = hitOf({ url, props: { plan: 'big' } }, site);
    expect(hit).toMatchObject({ name: 'pageview', target: null, props: { plan: 'big' } });
    expect(further).toEqual([
      { ...hit, name: 'search', target: 'pumps for :email', props: null },
      { ...hit, name: 'milestone', target: 'Ordered', props: null },
    ]);
  });

  test.each(['leave', 'download', 'Sign-up', 'search', 'milestone'])('of no %s', (name) => {
    expect(hitOf({ name, url: 'https://example.org/thanks?q=pumps' }, site).further).toEqual([]);
  });

  test('a search without a phrase is none', () => {
    expect(hitOf({ url: 'https://example.org/find?q=+' }, site).further).toEqual([]);
  });
});

describe('properties', () => {
  test.each([
    ['none of them by default', SITE, 'Sign-up', { plan: 'big' }, null],
    ['those the site allows', EVERYTHING_SET_UP, 'Sign-up', { plan: 'big', secret: 'x' }, { plan: 'big' }],
    ['of this event alone', EVERYTHING_SET_UP, 'Other', { plan: 'big' }, null],
    ['numbers and truth as text', EVERYTHING_SET_UP, 'Sign-up', { seats: 7, paid: true }, { seats: '7', paid: 'true' }],
    ['no objects, no null', EVERYTHING_SET_UP, 'Sign-up', { plan: { a: 1 }, seats: null, paid: [1] }, null],
    ['masked', EVERYTHING_SET_UP, 'Sign-up', { plan: 'of erika@example.com' }, { plan: 'of :email' }],
    [
      'at most 64 letters',
      EVERYTHING_SET_UP,
      'Sign-up',
      { plan: 'ab '.repeat(40) },
      { plan: 'ab '.repeat(40).slice(0, 64).trim() },
    ],
    ['nothing of the prototype', EVERYTHING_SET_UP, 'Sign-up', {}, null],
    ['no event of the prototype', EVERYTHING_SET_UP, 'constructor', { plan: 'big' }, null],
  ])('%s', (_what, site, name, props, expected) => {
    expect(hitOf({ name, props }, site).hit.props).toEqual(expected);
  });

  test('ten at most', () => {
    const names = Array.from({ length: 12 }, (_, number) => `p${number}`);
    const props = Object.fromEntries(names.map((name) => [name, name]));
    const { hit } = hitOf({ name: 'Sign-up', props }, setUp({ eventProperties: { 'Sign-up': names } }));
    expect(Object.keys(hit.props ?? {})).toEqual(names.slice(0, 10));
  });
});

function toBytes(value: unknown): Uint8Array {
  try {
    return Buffer.from(JSON.stringify(value));
  } catch {
    return Buffer.alloc(0);
  }
}
