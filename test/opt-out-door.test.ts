import Fastify, { type FastifyInstance } from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLE_SITE } from '../fixtures/site-and-company.ts';
import type { Site } from '../src/contracts/hit.ts';
import { OPT_OUT_WORDS } from '../src/privacy/opt-out-words.ts';
import { siteOptOut } from '../src/serve/site-opt-out.ts';
import { pinnedTrackers, trackerFiles } from '../src/serve/tracker-files.ts';
import { scriptObjection } from '../src/serve/tracker-objection.ts';
import { describeTracker, shippedTracker } from '../src/settings/shipped-tracker.ts';

const LAX_SITE: Site = { ...EXAMPLE_SITE, id: 8, domain: 'lax.example', honoursDnt: false, honoursGpc: false };
const SITES = { byDomain: (domain: string) => [EXAMPLE_SITE, LAX_SITE].find((site) => site.domain === domain) };
const OWN_PAGE = { 'sec-fetch-site': 'same-origin', origin: 'https://example.org', host: 'example.org' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const OPTED_OUT = { cookie: 'doorplate_opt_out=1' };
const { en } = OPT_OUT_WORDS;

let server: FastifyInstance;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-opt-out-'));
  server = Fastify();
  await server.register(siteOptOut(SITES, 'https://stats.example.net'));
  trackerFiles(server, pinnedTrackers(folder), scriptObjection(SITES));
  server.setNotFoundHandler((_request, reply) => reply.code(404).send('nothing here'));
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function get(url: string, headers: Record<string, string> = {}) {
  return server.inject({ method: 'GET', url, headers: { host: 'example.org', ...headers } });
}

function post(payload: string, headers: Record<string, string> = OWN_PAGE, url = '/d/privacy/example.org?lang=en') {
  return server.inject({ method: 'POST', url, headers: { ...FORM, ...headers }, payload });
}

describe('opening the page', () => {
  test.each([
    ['/privacy/example.org'],
    ['/d/privacy/example.org'],
    ['/privacy/EXAMPLE.org'],
    ['/x/privacy/example.org'],
  ])('%s shows it and sets nothing', async (url) => {
    for (const headers of [{}, OPTED_OUT, { dnt: '1' }]) {
      const answer = await get(url, headers);
      expect(answer.statusCode).toBe(200);
      for (const name of ['set-cookie', 'etag', 'last-modified', 'accept-ch', 'location']) {
        expect(answer.headers).not.toHaveProperty(name);
      }
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-frame-options': 'DENY' });
      expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none';.*frame-ancestors 'none'/);
      expect(answer.body).not.toMatch(/<script|http:|https:|<img|<iframe/);
    }
  });

  test.each([['/privacy/unknown.example'], ['/privacy/'], ['/privacy/%00'], ['/a/b/privacy/example.org']])(
    'there is none under %s',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );

  test.each([
    ['nothing', {}, en.counted, en.objectButton],
    ['DNT', { dnt: '1' }, en.notCounted.dnt, en.objectButton],
    ['GPC', { 'sec-gpc': '1' }, en.notCounted.gpc, en.objectButton],
    ['the cookie', OPTED_OUT, en.notCounted['opt-out'], en.undoButton],
    ['the cookie and GPC', { ...OPTED_OUT, 'sec-gpc': '1' }, en.signals.gpc.honoured, en.undoButton],
  ])('says of a browser with %s whether it is counted, and why', async (_what, headers, proof, button) => {
    const { body } = await get('/d/privacy/example.org?lang=en', headers);
    expect(body).toContain(`>${proof}<`);
    expect(body.match(/<button[^>]*>([^<]*)</)?.[1]).toBe(button);
  });

  test('says that the site honours no signal where it is switched off', async () => {
    const { body } = await get('/privacy/lax.example?lang=en', { dnt: '1', 'sec-gpc': '1', host: 'lax.example' });
    for (const said of [en.counted, en.signals.dnt['switched-off'], en.signals.gpc['switched-off']]) {
      expect(body).toContain(`>${said}<`);
    }
  });

  test.each([
    ['/d/privacy/example.org', 'de-AT,de;q=0.9', 'de'],
    ['/d/privacy/example.org?lang=en', 'de', 'en'],
    ['/d/privacy/example.org?lang=de', 'en', 'de'],
    ['/d/privacy/example.org', '', 'en'],
  ] as const)('%s for %s speaks %s', async (url, accepted, language) => {
    const { body } = await get(url, { 'accept-language': accepted });
    expect(body).toContain(`<html lang="${language}">`);
    expect(body).toContain(OPT_OUT_WORDS[language].objectButton);
  });

  test('on the installation’s own host offers no button, because no cookie would arrive', async () => {
    const elsewhere = await get('/privacy/example.org?lang=en', { host: 'stats.example.net' });
    expect(elsewhere.body).toContain(en.elsewhereTitle);
    expect(elsewhere.body).not.toContain('<button');
    // Behind a prefix it is the site's own origin, whatever host the proxy names.
    expect((await get('/d/privacy/example.org', { host: 'stats.example.net' })).body).toContain('<button');
  });
});

describe('a click', () => {
  test('sets one constant cookie for this host, and leads back to the page', async () => {
    const answer = await post('choice=object');
    expect([answer.statusCode, answer.headers.location, answer.headers['cache-control'], answer.body]).toEqual([
      303,
      './example.org?lang=en',
      'no-store',
      '',
    ]);
    expect(answer.headers['set-cookie']).toBe(
      'doorplate_opt_out=1; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure',
    );
  });

  test('on “take back” deletes it', async () => {
    const answer = await post('choice=undo', { ...OWN_PAGE, ...OPTED_OUT });
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([
      303,
      'doorplate_opt_out=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
    ]);
  });

  test('on a page that came over plain HTTP leaves out what no browser would keep there', async () => {
    const answer = await post('choice=object', { ...OWN_PAGE, origin: 'http://example.org' });
    expect(answer.headers['set-cookie']).toBe('doorplate_opt_out=1; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax');
  });

  test.each([
    ['of a page that says so by its origin alone', { origin: 'https://www.example.org' }, 303],
    ['behind a proxy that names another host', { ...OWN_PAGE, host: '127.0.0.1:8080' }, 303],
    ['of another site', { ...OWN_PAGE, 'sec-fetch-site': 'cross-site', origin: 'https://attacker.example' }, 403],
    ['of another host of the domain', { ...OWN_PAGE, 'sec-fetch-site': 'same-site' }, 403],
    ['that came from nowhere', { 'sec-fetch-site': 'none' }, 403],
    ['of another origin, by an old browser', { origin: 'https://attacker.example' }, 403],
    ['of a hidden origin, by an old browser', { origin: 'null' }, 403],
    ['that says nothing of where it comes from', {}, 403],
    ['on the installation’s own host', { ...OWN_PAGE, origin: 'https://stats.example.net', host: 'x' }, 409],
    ['on a host that is none of the site’s', { ...OWN_PAGE, origin: 'https://other.example', host: 'x' }, 409],
  ])('%s is answered with %o', async (_what, headers, status) => {
    const answer = await post('choice=object', headers);
    expect([answer.statusCode, answer.headers['set-cookie'] !== undefined]).toEqual([status, status === 303]);
  });

  test.each([
    ['choice=else', FORM, 400],
    ['', FORM, 400],
    ['a=b&choice=', FORM, 400],
    [`choice=object&x=${'x'.repeat(300)}`, FORM, 413],
    ['{"choice":"object"}', { 'content-type': 'application/json' }, 400],
    ['choice=object', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ])('%s changes nothing', async (payload, type, status) => {
    const answer = await post(payload, { ...OWN_PAGE, ...type });
    expect([answer.statusCode, answer.headers['set-cookie'], answer.headers.location]).toEqual([
      status,
      undefined,
      undefined,
    ]);
  });

  test.each(['next', 'url', 'redirect', 'return', 'returnTo', 'location', 'lang'])(
    'is led nowhere else by the parameter %s',
    async (name) => {
      const target = 'https%3A%2F%2Fattacker.example%2F';
      const answer = await post(
        `choice=object&${name}=${target}`,
        OWN_PAGE,
        `/d/privacy/example.org?${name}=${target}`,
      );
      expect([answer.statusCode, answer.headers.location]).toEqual([303, './example.org?lang=en']);
    },
  );
});

describe('the script', () => {
  const { bytes, pinnedName } = shippedTracker();
  const NAMES = ['/t.js', '/d/t.js', '/t.js?site=example.org', `/${pinnedName}`, `/d/${pinnedName}`];

  test.each(NAMES)('%s is whole for a browser that does not object, and nobody else’s cookie matters', async (url) => {
    const answer = await get(url, { cookie: 'session=1; doorplate_opt_out=0', dnt: '0', 'sec-gpc': '0' });
    expect(answer.rawPayload.equals(bytes)).toBe(true);
    expect(answer.headers['cache-control']).toMatch(/^public, max-age=/);
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  test.each(NAMES.flatMap((url) => [OPTED_OUT, { dnt: '1' }, { 'sec-gpc': '1' }].map((headers) => [url, headers])))(
    '%s is empty and not kept for a browser with %o',
    async (url, headers) => {
      const answer = await get(url as string, headers as Record<string, string>);
      expect([answer.statusCode, answer.body, answer.headers['cache-control']]).toEqual([200, '', 'no-store']);
      expect(answer.headers['content-type']).toMatch(/^text\/javascript/);
    },
  );

  test('that is pinned and empty does not fit its integrity: browsers refuse it, and nothing is counted either', () => {
    expect(describeTracker(Buffer.from('')).integrity).not.toBe(shippedTracker().integrity);
  });

  test.each([
    ['its own address', '/t.js?site=lax.example', {}, true],
    ['its own address, before the page', '/t.js?site=example.org', { referer: 'https://lax.example/' }, false],
    ['the page that asks for it', '/t.js', { referer: 'https://www.lax.example/a' }, true],
    ['its host', '/d/t.js', { host: 'lax.example:8443' }, true],
    ['nothing, so both are honoured', '/t.js', { host: 'stats.example.net' }, false],
    ['an unknown name, so both are honoured', '/t.js?site=unknown.example', { host: 'lax.example' }, false],
  ])('follows the switches of the site that is told by %s', async (_what, url, headers, isWhole) => {
    const answer = await get(url, { dnt: '1', 'sec-gpc': '1', ...headers });
    expect(answer.rawPayload.length > 0).toBe(isWhole);
    // The opt-out has no switch.
    expect((await get(url, { ...OPTED_OUT, ...headers })).body).toBe('');
  });
});

test.each([
  [{}, '""'],
  [{ dnt: '1' }, '"dnt"'],
  [{ 'sec-gpc': '1' }, '"gpc"'],
])('the block is told what the browser sends and the site honours: %o', async (headers, told) => {
  const answer = await get('/opt-out.js?site=example.org', headers);
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
  expect(answer.body).toContain(`=${told},`);
  expect(answer.body).not.toContain('SIGNAL');
  expect(answer.headers).not.toHaveProperty('set-cookie');
});

test('both languages say as much, with the same places for the site', () => {
  const placesIn = (words: object): string[] =>
    Object.entries(words).flatMap(([key, said]) =>
      typeof said === 'string'
        ? [`${key} ${said.match(/\{\}/g)?.length ?? 0}`]
        : placesIn(said).map((place) => `${key}.${place}`),
    );
  expect(placesIn(OPT_OUT_WORDS.de)).toEqual(placesIn(OPT_OUT_WORDS.en));
});
