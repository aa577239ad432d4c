import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessOf, isCrossSiteChange, ROUTE_ACCESS, reasonToStayClosed } from './access.ts';
import { COMPANIES, openReportFixture, PASSWORD, type ReportFixture } from './report-fixture.ts';

const SESSION = { kind: 'session', isOperator: false } as const;
const OPERATOR = { kind: 'session', isOperator: true } as const;
const READ = { kind: 'key', scope: 'read' } as const;
const MANAGE = { kind: 'key', scope: 'manage' } as const;

test.each([
  ['public', null, null],
  ['session', null, 'CREDENTIALS_MISSING'],
  ['read', null, 'CREDENTIALS_MISSING'],
  ['manage', null, 'CREDENTIALS_MISSING'],
  ['session', SESSION, null],
  ['read', SESSION, null],
  ['manage', SESSION, null],
  ['operator', null, 'CREDENTIALS_MISSING'],
  ['operator', SESSION, 'OPERATOR_NEEDED'],
  ['operator', READ, 'SESSION_NEEDED'],
  ['operator', MANAGE, 'SESSION_NEEDED'],
  ['operator', OPERATOR, null],
  ['session', OPERATOR, null],
  ['manage', OPERATOR, null],
  ['session', READ, 'SESSION_NEEDED'],
  ['read', READ, null],
  ['manage', READ, 'SCOPE_TOO_SMALL'],
  ['session', MANAGE, 'SESSION_NEEDED'],
  ['read', MANAGE, null],
  ['manage', MANAGE, null],
] as const)('a route for %s and the credential %o', (access, credential, reason) => {
  expect(reasonToStayClosed(access, credential)).toBe(reason);
});

const OWN = ['https://stats.example'];
test.each([
  [
    'a read from anywhere',
    { method: 'GET', secFetchSite: 'cross-site', origin: 'https://evil.example', hasBearer: false },
    false,
  ],
  [
    'a change from a page of ours',
    { method: 'POST', secFetchSite: 'same-origin', origin: OWN[0], hasBearer: false },
    false,
  ],
  [
    'a change from a sister domain',
    { method: 'POST', secFetchSite: 'same-site', origin: undefined, hasBearer: false },
    true,
  ],
  [
    'a change from another site',
    { method: 'DELETE', secFetchSite: 'cross-site', origin: undefined, hasBearer: false },
    true,
  ],
  [
    'a change from another site with a key',
    { method: 'POST', secFetchSite: 'cross-site', origin: undefined, hasBearer: true },
    true,
  ],
  [
    'a change by a program with a key',
    { method: 'POST', secFetchSite: undefined, origin: undefined, hasBearer: true },
    false,
  ],
  [
    'a change by a program without a key',
    { method: 'POST', secFetchSite: undefined, origin: undefined, hasBearer: false },
    true,
  ],
  [
    'a change by a browser that tells only the origin',
    { method: 'POST', secFetchSite: undefined, origin: OWN[0], hasBearer: false },
    false,
  ],
  [
    'a change by such a browser from another site',
    { method: 'POST', secFetchSite: undefined, origin: 'https://evil.example', hasBearer: false },
    true,
  ],
  [
    'a change from a page without an origin',
    { method: 'POST', secFetchSite: undefined, origin: 'null', hasBearer: false },
    true,
  ],
])('%s', (_what, request, refused) => {
  expect(isCrossSiteChange({ ...request, ownOrigins: OWN })).toBe(refused);
});

/** A change that each route of the kind takes. */
const CHANGES: Readonly<Record<string, object>> = {
  'PATCH /api/v1/sites/:domain/release': { kinds: ['company'] },
  'PATCH /api/v1/sites/:domain/objection': { honours_dnt: true },
  'POST /api/v1/sites/:domain/exclusions': { kind: 'page', value: '/' },
  'POST /api/v1/sites/:domain/exclusions/import': { text: '' },
};

describe('the matrix of routes and credentials', () => {
  let fixture: ReportFixture;
  /** The first person of an installation is its operator; `colleague` is none. */
  let cookies: { operator: string; colleague: string; foreign: string };
  let keys: { own: string; foreign: string; manage: string };
  const registered = new Set<string>();

  beforeAll(async () => {
    fixture = await openReportFixture({
      // HEAD comes with every GET.
      onRoute: (method, url) => registered.add(`${method === 'HEAD' ? 'GET' : method} ${url}`),
    });
    const { amber, birch, site, visit, absorb } = fixture;
    await visit({ site, company: COMPANIES.mill, visitId: 1n, at: Date.UTC(2026, 1, 1), steps: [[0, '/']] });
    await absorb();
    const manage = amber.addKey({ label: 'manage', scope: 'manage' });
    if (!manage.ok) throw new Error(manage.fault);
    keys = {
      own: fixture.amberKey.authorization,
      foreign: fixture.birchKey.authorization,
      manage: `Bearer ${manage.value.token}`,
    };
    cookies = {
      operator: await signedIn(fixture, amber.id, 'operator'),
      colleague: await signedIn(fixture, amber.id, 'colleague'),
      foreign: await signedIn(fixture, birch.id, 'somebody'),
    };
  });
  afterAll(() => fixture.close());

  test('every registered route has a declared access, and every declaration a route', () => {
    expect([...registered].sort()).toEqual(Object.keys(ROUTE_ACCESS).sort());
    expect(() => accessOf('GET', '/api/v1/unheard-of')).toThrow('no access is declared');
  });

  const ADDRESSES: Readonly<Record<string, string>> = {
    ':domain': 'amber.example',
    ':id/': `${COMPANIES.mill.company.id}/`,
    ':id': COMPANIES.mill.company.id,
    '*': 'index.css',
  };
  const addressOf = (route: string) => {
    let url = route.split(' ')[1] ?? '';
    for (const [part, value] of Object.entries(ADDRESSES)) url = url.replace(part, value);
    return /companies|funnel|statistics/.test(url) ? `${url}?site=amber.example` : url;
  };
  const METHODS: Readonly<Record<string, 'POST' | 'PATCH' | 'DELETE'>> = {
    POST: 'POST',
    PATCH: 'PATCH',
    DELETE: 'DELETE',
  };
  const ask = async (route: string, headers: Record<string, string>, posted: object = {}) => {
    const [method = 'GET'] = route.split(' ');
    const response = await fixture.app.inject({
      method: METHODS[method] ?? 'GET',
      url: addressOf(route).replace(
        new RegExp(`/(keys|corrections|objections)/${COMPANIES.mill.company.id}`),
        '/$1/999',
      ),
      headers: { ...headers, 'sec-fetch-site': 'same-origin' },
      ...(method === 'POST' ? { payload: posted } : method === 'PATCH' ? { payload: CHANGES[route] ?? {} } : {}),
    });
    return response.statusCode;
  };
  const routes = Object.entries(ROUTE_ACCESS);
  // Signing out ends the session that the other cases use.
  const closedRoutes = routes.filter(([route, access]) => access !== 'public' && route !== 'DELETE /api/v1/session');

  test.each(routes.filter(([, access]) => access !== 'public'))(
    '%s stays closed without a credential',
    async (route) => {
      expect(await ask(route, {})).toBe(401);
      expect(await ask(route, { authorization: `Bearer dp_${'A'.repeat(43)}` })).toBe(401);
      expect(await ask(route, { authorization: 'Basic YTpi' })).toBe(401);
      expect(await ask(route, { cookie: `doorplate=${'A'.repeat(43)}` })).toBe(401);
      // Who tries a key is not taken for the session that his browser sends along.
      expect(await ask(route, { authorization: 'Bearer wrong', cookie: cookies.operator })).toBe(401);
    },
  );

  test.each(routes.filter(([, access]) => access === 'public'))('%s needs no credential', async (route) => {
    expect([200, 302, 400]).toContain(await ask(route, {}));
  });

  /** An empty JSON is no file, and nothing was imported yet. */
  const OPENS_WITH: Readonly<Record<string, number>> = {
    'POST /api/v1/company-sources/uploads': 415,
    'GET /api/v1/company-sources/imports/:id': 404,
  };
  test.each(closedRoutes)('%s, for %s, opens to the own session', async (route, access) => {
    const expected = OPENS_WITH[route] ?? (route.startsWith('POST') ? 400 : route.startsWith('DELETE') ? 404 : 200);
    expect(await ask(route, { cookie: cookies.operator })).toBe(expected);
    expect(await ask(route, { cookie: cookies.colleague })).toBe(access === 'operator' ? 403 : expected);
  });

  test.each(closedRoutes)('%s, for %s, opens to keys by their scope', async (route, access) => {
    const open = route.startsWith('POST') ? 400 : route.startsWith('DELETE') ? 404 : 200;
    expect(await ask(route, { authorization: keys.own })).toBe(access === 'read' ? open : 403);
    expect(await ask(route, { authorization: keys.manage })).toBe(
      access === 'session' || access === 'operator' ? 403 : open,
    );
  });

  test.each(closedRoutes.filter(([route]) => addressOf(route).includes('amber.example')))(
    '%s does not know the site of another customer',
    async (route, access) => {
      expect(await ask(route, { cookie: cookies.foreign }, CHANGES[route])).toBe(404);
      expect(await ask(route, { authorization: keys.foreign })).toBe(access === 'read' ? 404 : 403);
    },
  );
});

async function signedIn({ workspace, inject }: ReportFixture, customerId: number, name: string): Promise<string> {
  const customer = workspace.customer(customerId);
  const email = `${name}@${customerId}.example`;
  const person = customer?.addPerson(email);
  if (!customer || !person?.ok) throw new Error('the person could not be added');
  await customer.setPassword(person.value.id, PASSWORD);
  const response = await inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'sec-fetch-site': 'same-origin' },
    payload: { email, password: PASSWORD },
  });
  return `doorplate=${response.cookies[0]?.value}`;
}
