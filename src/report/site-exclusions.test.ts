import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../contracts/api.ts';
import { exclusionList, readExclusionList } from './exclusion-text.ts';
import { COMPANIES, openReportFixture, PASSWORD, type ReportFixture } from './report-fixture.ts';

const PATH = '/api/v1/sites/amber.example/exclusions';
const EMAIL = 'anna@amber.example';
const FROM_OUR_PAGE = { 'sec-fetch-site': 'same-origin' };

let fixture: ReportFixture;
let cookie: string;

beforeEach(async () => {
  fixture = await openReportFixture({ baseUrl: 'https://stats.example' });
  const person = fixture.amber.addPerson(EMAIL);
  if (!person.ok) throw new Error(person.fault);
  await fixture.amber.setPassword(person.value.id, PASSWORD);
  const session = await fixture.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: FROM_OUR_PAGE,
    payload: { email: EMAIL, password: PASSWORD },
  });
  cookie = `__Host-doorplate=${session.cookies[0]?.value}`;
});
afterEach(() => fixture.close());

function ask(method: 'GET' | 'POST' | 'DELETE', url = PATH, payload?: object) {
  return fixture.inject({
    method,
    url,
    headers: { ...FROM_OUR_PAGE, cookie },
    ...(payload && { payload }),
  });
}

test('a range is spelt in one way, listed with its author, and holds for the hit path until it is removed', async () => {
  const added = await ask('POST', PATH, { kind: 'range', value: ' 203.0.113.7/24 ', reason: 'our office' });
  const entry = {
    id: expect.any(Number),
    kind: 'range',
    value: '203.0.113.0/24',
    reason: 'our office',
    author: EMAIL,
    created_at: expect.stringMatching(/Z$/),
  };
  expect([added.statusCode, added.json()]).toEqual([201, { ...entry, wider: null }]);
  expect((await ask('GET')).json()).toEqual({ data: [entry], next_cursor: null });
  const site = () => fixture.workspace.sitesByDomain.byDomain('amber.example');
  expect(site()?.exclusions?.ranges.has4(0xcb007109)).toBe(true);
  const removed = await ask('DELETE', `${PATH}/${added.json<{ id: number }>().id}`);
  expect([removed.statusCode, site()?.exclusions]).toEqual([204, undefined]);
});

test('a single host needs a reason and gets a wider suggestion', async () => {
  const refused = await ask('POST', PATH, { kind: 'range', value: '203.0.113.9' });
  expect([refused.statusCode, refused.json<Problem>().code]).toEqual([400, 'EXCLUSION_REASON_MISSING']);
  expect(refused.body).not.toContain('203.0');
  const added = await ask('POST', PATH, { kind: 'range', value: '203.0.113.9', reason: 'our build server' });
  expect(added.json()).toMatchObject({ value: '203.0.113.9', wider: '203.0.113.8/29' });
  const six = await ask('POST', PATH, { kind: 'range', value: '2001:db8::1', reason: 'our build server' });
  expect(six.json()).toMatchObject({ wider: '2001:db8::/64' });
});

test.each([
  ['no range', { kind: 'range', value: 'rubbish' }, 400, 'EXCLUSION_RANGE'],
  ['no pattern of pages', { kind: 'page', value: 'internal' }, 400, 'EXCLUSION_VALUE'],
  ['a page with a comment', { kind: 'page', value: '/a # b' }, 400, 'EXCLUSION_VALUE'],
  ['no host', { kind: 'host', value: 'staging/..' }, 400, 'EXCLUSION_VALUE'],
  ['no company', { kind: 'company', value: 'Muster GmbH' }, 400, 'EXCLUSION_VALUE'],
  ['another kind', { kind: 'person', value: 'x' }, 400, 'BODY_SHAPE'],
  ['a value that is too long', { kind: 'page', value: `/${'a'.repeat(600)}` }, 400, 'BODY_SHAPE'],
])('%s is refused', async (_what, payload, status, code) => {
  const answer = await ask('POST', PATH, payload);
  expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code]);
});

test('the own company is excluded by its id; twice is a conflict', async () => {
  const own = { kind: 'company', value: COMPANIES.mill.company.id };
  expect((await ask('POST', PATH, own)).statusCode).toBe(201);
  const again = await ask('POST', PATH, own);
  expect([again.statusCode, again.json<Problem>().code]).toEqual([409, 'EXCLUSION_KNOWN']);
});

test('a list is imported with faults by line, and exported so that it can be imported again', async () => {
  const text = [
    '# ours',
    '203.0.113.0/24 # head office',
    '',
    '198.51.100.1 - 198.51.100.40',
    '203.0.113.9',
    'range:2001:db8::/48',
    '2001:db8:1::/48 # works',
    'page:/internal/** # staff',
    'host:Staging.amber.example',
    'page:internal',
    '203.0.113.0/24 # again',
  ].join('\r\n');
  const imported = await ask('POST', `${PATH}/import`, { text });
  expect([imported.statusCode, imported.json()]).toEqual([
    200,
    {
      read: 7,
      added: 6,
      full: false,
      faults: [
        { line: 5, code: 'EXCLUSION_REASON_MISSING' },
        { line: 10, code: 'EXCLUSION_VALUE' },
      ],
    },
  ]);
  const exported = await ask('GET', `${PATH}/export`);
  expect(exported.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(exported.body).toBe(
    `${[
      '203.0.113.0/24 # head office',
      '198.51.100.1-198.51.100.40',
      '2001:db8::/48',
      '2001:db8:1::/48 # works',
      'page:/internal/** # staff',
      'host:staging.amber.example',
    ].join('\n')}\n`,
  );
  const { read, faults } = readExclusionList(exported.body);
  expect([exclusionList(read), faults]).toEqual([exported.body, []]);
});

test.each([
  ['GET', 'beryl.example/exclusions'],
  ['POST', 'beryl.example/exclusions'],
  ['DELETE', 'beryl.example/exclusions/1'],
  ['GET', 'beryl.example/exclusions/export'],
  ['POST', 'beryl.example/exclusions/import'],
] as const)('%s %s of a foreign site looks like a missing one', async (method, path) => {
  const payloads = { exclusions: { kind: 'page', value: '/x' }, import: { text: '' } };
  const payload = method === 'POST' ? payloads[path.endsWith('import') ? 'import' : 'exclusions'] : undefined;
  const answer = await ask(method, `/api/v1/sites/${path}`, payload);
  expect([answer.statusCode, answer.json<Problem>().code]).toEqual([404, 'SITE_UNKNOWN']);
});

test('what is not there cannot be removed', async () => {
  const answer = await ask('DELETE', `${PATH}/99`);
  expect([answer.statusCode, answer.json<Problem>().code]).toEqual([404, 'EXCLUSION_UNKNOWN']);
});
