import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiKeyCreated, ApiKeyList, ApiSession, Problem } from '../contracts/api.ts';
import { shippedFile } from '../settings/package-root.ts';
import { PROBLEMS } from './problem.ts';
import { COMPANIES, openReportFixture, PASSWORD, type ReportFixture } from './report-fixture.ts';

const EMAIL = 'anna@amber.example';
const FROM_OUR_PAGE = { 'sec-fetch-site': 'same-origin' };

let fixture: ReportFixture;
let cookie: string;

beforeAll(async () => {
  fixture = await openReportFixture();
  const person = fixture.amber.addPerson(EMAIL);
  if (!person.ok) throw new Error(person.fault);
  await fixture.amber.setPassword(person.value.id, PASSWORD);
  const session = await signIn();
  cookie = `doorplate=${session.cookies[0]?.value}`;
});
afterAll(() => fixture.close());

function signIn(email = EMAIL, password = PASSWORD) {
  return fixture.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: FROM_OUR_PAGE,
    payload: { email, password },
  });
}

function post(url: string, payload: object) {
  return fixture.inject({ method: 'POST', url, headers: { ...FROM_OUR_PAGE, cookie }, payload });
}

describe('signing in', () => {
  test('gives a cookie out of reach of scripts and of other sites, and what the pages need to know', async () => {
    const response = await signIn();
    expect(response.statusCode).toBe(200);
    expect(response.cookies).toEqual([
      {
        name: 'doorplate',
        value: expect.any(String),
        path: '/',
        httpOnly: true,
        sameSite: 'Strict',
        maxAge: 2_592_000,
      },
    ]);
    expect(response.json<ApiSession>()).toEqual({
      email: EMAIL,
      operator: true,
      customer: { id: fixture.amber.id, name: 'Amber' },
      sites: [
        expect.objectContaining({ domain: 'amber.example' }),
        expect.objectContaining({ domain: 'second.amber.example' }),
      ],
      evaluation: false,
      base_url: 'http://localhost',
      tracker: {
        path: expect.stringMatching(/^\/t\.[0-9a-f]{12}\.js$/),
        integrity: expect.stringMatching(/^sha384-[\w+/]{64}$/),
      },
      whitelist: {
        version: expect.stringMatching(/^[0-9a-f]{16}$/),
        built_at: '2026-01-20T00:00:00.000Z',
        companies: 4,
        attributions: ['Companies made up for tests.'],
      },
    });
  });

  test('behind TLS the cookie belongs to this host alone, and the plain name is not taken', async () => {
    const secure = await openReportFixture({ baseUrl: 'https://stats.example' });
    const person = secure.amber.addPerson(EMAIL);
    if (!person.ok) throw new Error(person.fault);
    await secure.amber.setPassword(person.value.id, PASSWORD);
    const response = await secure.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { origin: 'https://stats.example' },
      payload: { email: EMAIL, password: PASSWORD },
    });
    const [given] = response.cookies;
    expect(given).toMatchObject({
      name: '__Host-doorplate',
      secure: true,
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
    });
    expect(given).not.toHaveProperty('domain');
    expect(response.json<ApiSession>().base_url).toBe('https://stats.example');
    const statusWith = async (name: string) => {
      const answer = await secure.inject({ url: '/api/v1/session', headers: { cookie: `${name}=${given?.value}` } });
      return answer.statusCode;
    };
    expect([await statusWith('__Host-doorplate'), await statusWith('doorplate')]).toEqual([200, 401]);
    await secure.close();
  });

  test('an unknown person and a wrong password look the same', async () => {
    const unknown = await signIn('nobody@amber.example');
    const wrong = await signIn(EMAIL, 'not the password');
    expect([unknown.statusCode, unknown.json<Problem>().code]).toEqual([401, 'SIGN_IN_FAILED']);
    expect(wrong.body).toBe(unknown.body);
    expect(wrong.cookies).toEqual([]);
  });

  test('signing out ends the session on the server too', async () => {
    const session = await signIn();
    const headers = { ...FROM_OUR_PAGE, cookie: `doorplate=${session.cookies[0]?.value}` };
    const before = await fixture.inject({ url: '/api/v1/session', headers });
    const out = await fixture.inject({ method: 'DELETE', url: '/api/v1/session', headers });
    const after = await fixture.inject({ url: '/api/v1/session', headers });
    expect([before.statusCode, out.statusCode, out.body, after.statusCode]).toEqual([200, 204, '', 401]);
    expect(out.cookies[0]).toMatchObject({ name: 'doorplate', value: '' });
  });

  test('a one-time link leads in once', async () => {
    const person = fixture.amber.addPerson('new@amber.example');
    if (!person.ok) throw new Error(person.fault);
    const token = fixture.amber.createSetupLink(person.value.id)?.token ?? '';
    const redeem = (password: string) =>
      fixture.inject({ method: 'POST', url: '/api/v1/setup', headers: FROM_OUR_PAGE, payload: { token, password } });
    const short = await redeem('too short');
    const used = await redeem(PASSWORD);
    const again = await redeem(PASSWORD);
    expect([short.statusCode, short.json<Problem>().code]).toEqual([400, 'PASSWORD_TOO_SHORT']);
    expect([used.statusCode, used.json<ApiSession>().email]).toEqual([200, 'new@amber.example']);
    expect([again.statusCode, again.json<Problem>().code]).toEqual([403, 'SETUP_LINK_INVALID']);
  });

  test('guessing runs into the throttle', async () => {
    const person = fixture.amber.addPerson('guessed@amber.example');
    if (!person.ok) throw new Error(person.fault);
    for (let guess = 0; guess < 6; guess += 1) await signIn('guessed@amber.example', `guess number ${guess}`);
    const throttled = await signIn('guessed@amber.example');
    expect([throttled.statusCode, throttled.json<Problem>().code]).toEqual([429, 'SIGN_IN_THROTTLED']);
    expect(throttled.headers['retry-after']).toBe('60');
  });
});

describe('sites and keys', () => {
  test('a site is added and is there for hits at once', async () => {
    const added = await post('/api/v1/sites', { domain: 'New.Example', time_zone: 'America/New_York' });
    expect([added.statusCode, added.json()]).toEqual([
      201,
      {
        domain: 'new.example',
        other_hosts: [],
        time_zone: 'America/New_York',
        honours_dnt: true,
        honours_gpc: true,
        created_at: '2026-02-02T12:00:00.000Z',
      },
    ]);
    expect(fixture.workspace.sitesByDomain.byDomain('new.example')?.customerId).toBe(fixture.amber.id);
  });

  test.each([
    ['no domain', { domain: 'http://x' }, 400, 'DOMAIN_INVALID'],
    ['no zone', { domain: 'x.example', time_zone: 'Nowhere' }, 400, 'TIME_ZONE_UNKNOWN'],
    ['a domain that another customer has', { domain: 'birch.example' }, 409, 'DOMAIN_TAKEN'],
    ['a field too many', { domain: 'x.example', customer_id: 2 }, 400, 'BODY_SHAPE'],
    ['nothing', {}, 400, 'BODY_SHAPE'],
  ])('a site with %s is refused', async (_what, site, status, code) => {
    const response = await post('/api/v1/sites', site);
    expect([response.statusCode, response.json<Problem>().code]).toEqual([status, code]);
  });

  test('a key is shown once, works, and stops working when it is removed', async () => {
    const made = await post('/api/v1/keys', { label: 'CRM', scope: 'read', expires_at: '2026-03-01T00:00:00+01:00' });
    const key = made.json<ApiKeyCreated>();
    expect([made.statusCode, key]).toEqual([
      201,
      {
        id: expect.any(Number),
        label: 'CRM',
        scope: 'read',
        created_at: '2026-02-02T12:00:00.000Z',
        expires_at: '2026-02-28T23:00:00.000Z',
        token: expect.stringMatching(/^dp_[\w-]{43}$/),
      },
    ]);
    const list = await fixture.inject({ url: '/api/v1/keys', headers: { cookie } });
    expect(list.json<ApiKeyList>().data.map(({ id }) => id)).toContain(key.id);
    expect(list.body).not.toContain(key.token);

    const authorization = { authorization: `Bearer ${key.token}` };
    const working = await fixture.get('/api/v1/sites', authorization);
    const foreign = await fixture.inject({
      method: 'DELETE',
      url: `/api/v1/keys/${fixture.birch.keys()[0]?.id}`,
      headers: { ...FROM_OUR_PAGE, cookie },
    });
    const removed = await fixture.inject({
      method: 'DELETE',
      url: `/api/v1/keys/${key.id}`,
      headers: { ...FROM_OUR_PAGE, cookie },
    });
    const removedWorking = await fixture.get('/api/v1/sites', authorization);
    expect([working.statusCode, foreign.statusCode, removed.statusCode, removedWorking.statusCode]).toEqual([
      200, 404, 204, 401,
    ]);
  });
});

describe('whoever asks badly', () => {
  const CANARY = 'canary-7f3a';
  const company = COMPANIES.mill.company.id;

  test.each([
    ['/api/v1/companies', 400, 'QUERY_SITE'],
    ['/api/v1/companies?site=', 400, 'QUERY_SITE'],
    [`/api/v1/companies?site=${CANARY}`, 404, 'SITE_UNKNOWN'],
    ['/api/v1/companies?site=amber.example&site=birch.example', 400, 'QUERY_SITE'],
    [`/api/v1/companies?site=amber.example&from=${CANARY}`, 400, 'QUERY_FROM'],
    ['/api/v1/companies?site=amber.example&from=2026-02-30', 400, 'QUERY_FROM'],
    ['/api/v1/companies?site=amber.example&from=2026-01-01T00:00:00', 400, 'QUERY_FROM'],
    ['/api/v1/companies?site=amber.example&to=2026-13-01', 400, 'QUERY_TO'],
    ['/api/v1/companies?site=amber.example&from=2026-02-02&to=2026-02-01', 400, 'QUERY_PERIOD'],
    [`/api/v1/companies?site=amber.example&sort=${CANARY}`, 400, 'QUERY_SORT'],
    ['/api/v1/companies?site=amber.example&sort=constructor', 400, 'QUERY_SORT'],
    ['/api/v1/companies?site=amber.example&limit=0', 400, 'QUERY_LIMIT'],
    ['/api/v1/companies?site=amber.example&limit=201', 400, 'QUERY_LIMIT'],
    ['/api/v1/companies?site=amber.example&limit=1e2', 400, 'QUERY_LIMIT'],
    [`/api/v1/companies?site=amber.example&filter=${CANARY.repeat(20)}`, 400, 'QUERY_FILTER'],
    [`/api/v1/companies?site=amber.example&cursor=${CANARY}`, 400, 'QUERY_CURSOR'],
    [`/api/v1/companies?site=amber.example&${CANARY}=1`, 400, 'QUERY_PARAMETER'],
    ['/api/v1/companies?site=amber.example&__proto__=1', 400, 'QUERY_PARAMETER'],
    [`/api/v1/companies/${company}?site=amber.example&sort=visits`, 400, 'QUERY_PARAMETER'],
    [`/api/v1/companies/${CANARY.repeat(9)}?site=amber.example`, 404, 'NOT_FOUND'],
    [`/api/v1/companies/${company}/visits?site=amber.example&sort=visits`, 400, 'QUERY_SORT'],
    ['/api/v1/companies?site=amber.example&filter=%00', 200, null],
    ['/api/v1/companies?site=amber.example&filter=%F0%9F%9A%AA', 200, null],
    ['/api/v1/companies?site=amber.example&filter=%ff', 200, null],
    ['/api/v1/companies?site=amber.example&from=0000-01-01&to=9999-12-31', 200, null],
    ['/api/v1/companies?site=amber.example&from=0000-01-01T00:00:00Z&to=9999-12-31T23:59:59Z', 200, null],
    [`/api/v1/${CANARY}`, 404, 'NOT_FOUND'],
    [`/api/${CANARY}`, 404, 'NOT_FOUND'],
    [`/api/v1/%${CANARY}`, 400, 'REQUEST_UNREADABLE'],
    [`/api/v1/sites/${'a'.repeat(301)}/activity`, 414, 'ADDRESS_TOO_LONG'],
    [`/api/v1/sites/${'a'.repeat(254)}/activity`, 404, 'NOT_FOUND'],
    ['/api/v1/sites/%2e%2e%2f/activity', 404, 'SITE_UNKNOWN'],
  ])('%s', async (url, status, code) => {
    const response = await fixture.get(url);
    expect([response.statusCode, response.json<Partial<Problem>>().code ?? null]).toEqual([status, code]);
    expect(response.body).not.toContain(CANARY);
  });

  test.each([
    ['no JSON', '{"email":', 'application/json', 400, 'BODY_NOT_JSON'],
    ['an empty body', '', 'application/json', 400, 'BODY_NOT_JSON'],
    ['another shape', '["canary-7f3a"]', 'application/json', 400, 'BODY_SHAPE'],
    ['a poisoned prototype', '{"__proto__":{"x":1}}', 'application/json', 400, 'BODY_NOT_JSON'],
    ['a form', 'email=canary-7f3a', 'application/x-www-form-urlencoded', 415, 'BODY_MEDIA_TYPE'],
    ['plain text', '{"email":"canary-7f3a"}', 'text/plain', 415, 'BODY_MEDIA_TYPE'],
    ['too much', JSON.stringify({ email: 'canary-7f3a'.repeat(1000) }), 'application/json', 413, 'BODY_TOO_LARGE'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 'application/json', 400, 'BODY_SHAPE'],
  ])('a body with %s', async (_what, payload, type, status, code) => {
    const response = await fixture.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { ...FROM_OUR_PAGE, 'content-type': type },
      payload,
    });
    expect([response.statusCode, response.json<Problem>().code]).toEqual([status, code]);
    expect(response.body).not.toContain(CANARY);
  });

  test('a change from another site is refused before anything is read of it', async () => {
    const response = await fixture.inject({
      method: 'POST',
      url: '/api/v1/keys',
      headers: { cookie, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      payload: { label: 'stolen', scope: 'manage' },
    });
    expect([response.statusCode, response.json<Problem>().code]).toEqual([403, 'CROSS_SITE']);
    expect(fixture.amber.keys().map(({ label }) => label)).not.toContain('stolen');
  });

  test('every fault is a problem of RFC 9457', async () => {
    const response = await fixture.get('/api/v1/companies');
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(response.json()).toEqual({
      type: 'urn:doorplate:problem:query-site',
      title: PROBLEMS.QUERY_SITE.title,
      status: 400,
      code: 'QUERY_SITE',
    });
    const unsigned = await fixture.get('/api/v1/companies', {});
    expect(unsigned.headers['www-authenticate']).toBe('Bearer');
  });

  test('a store that is gone is a 503, and its error stays inside', async () => {
    const broken = await openReportFixture();
    await broken.visits.close();
    const response = await broken.get('/api/v1/funnel?site=amber.example');
    expect([response.statusCode, response.json<Problem>().code]).toEqual([503, 'STORE_UNAVAILABLE']);
    expect(broken.logged).toEqual([expect.stringMatching(/^API_STORE_UNAVAILABLE [\w.-]+:\d+$/)]);
    await broken.close();
  });
});

describe('every answer', () => {
  test.each([
    ['/api/v1/sites', 200],
    ['/api/v1/companies?site=amber.example', 200],
    ['/api/v1/nothing', 404],
    ['/api/openapi.json', 200],
    ['/api/docs', 200],
    ['/api/docs/static/swagger-ui.css', 200],
  ])('%s is not kept, tells nothing of the server and sets no cookie', async (url, status) => {
    const response = await fixture.get(url);
    expect(response.statusCode).toBe(status);
    expect(response.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(response.headers['content-security-policy']).toMatch(/^default-src 'none'/);
    for (const name of [
      'server',
      'etag',
      'last-modified',
      'set-cookie',
      'x-powered-by',
      'access-control-allow-origin',
    ]) {
      expect(response.headers).not.toHaveProperty(name);
    }
  });
});

describe('the description', () => {
  type OpenApi = { openapi: string; paths: Record<string, Record<string, { security: object[]; responses: object }>> };

  test('is OpenAPI 3.1 and names every route with its credentials and faults', async () => {
    const response = await fixture.get('/api/openapi.json', {});
    const description = response.json<OpenApi>();
    expect(description.openapi).toBe('3.1.0');
    const named = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(named.sort()).toMatchSnapshot();
    expect(description.paths['/api/v1/companies']?.['get']).toMatchObject({
      security: [{ session: [] }, { key: [] }],
      parameters: expect.arrayContaining([expect.objectContaining({ name: 'site', in: 'query', required: true })]),
      responses: {
        200: { content: { 'application/json': expect.anything() } },
        default: { content: { 'application/problem+json': expect.anything() } },
      },
    });
    expect(description.paths['/api/v1/keys']?.['post']).toMatchObject({ security: [{ session: [] }] });
    expect(response.body).not.toContain('validator.swagger.io');
  });

  test.each(['/api/docs', '/api/docs/'])('the page %s finds its files', async (url) => {
    const page = await fixture.get(url, {});
    const files = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) {
      const { pathname } = new URL(file, `http://localhost${url}`);
      const answer = await fixture.get(pathname, {});
      expect([pathname, answer.statusCode]).toEqual([pathname, 200]);
    }
  });

  test('its page runs no inline script and loads nothing from elsewhere', async () => {
    const page = await fixture.get('/api/docs/', {});
    expect(page.headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
    expect(page.body).not.toMatch(/<script(?![^>]* src=)/);
    expect(page.body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});

test('docs/errors.md explains every code that the API answers with', () => {
  const catalogue = readFileSync(shippedFile('docs', 'errors.md'), 'utf8');
  const missing = Object.keys(PROBLEMS).filter((code) => !catalogue.includes(`\`${code}\``));
  expect(missing).toEqual([]);
});

test('nothing that was asked above was logged: it was no fault of ours', () => {
  expect(fixture.logged).toEqual([]);
});
