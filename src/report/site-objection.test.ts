import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, test } from 'vitest';
import type { ApiSiteObjection, Problem } from '../contracts/api.ts';
import { openReportFixture, PASSWORD, type ReportFixture } from './report-fixture.ts';

const PATH = '/api/v1/sites/amber.example/objection';
const FROM_OUR_PAGE = { 'sec-fetch-site': 'same-origin' };
const REASON = 'the works council asked for it';

let fixture: ReportFixture;
let cookie: string;

async function open(): Promise<void> {
  fixture = await openReportFixture({ baseUrl: 'https://stats.example' });
  const person = fixture.amber.addPerson('anna@amber.example');
  if (!person.ok) throw new Error(person.fault);
  await fixture.amber.setPassword(person.value.id, PASSWORD);
  const session = await fixture.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: FROM_OUR_PAGE,
    payload: { email: 'anna@amber.example', password: PASSWORD },
  });
  cookie = `__Host-doorplate=${session.cookies[0]?.value}`;
}

function get(url = PATH) {
  return fixture.inject({ method: 'GET', url, headers: { cookie } });
}

function change(payload: object, url = PATH) {
  return fixture.inject({ method: 'PATCH', url, headers: { ...FROM_OUR_PAGE, cookie }, payload });
}

describe('the switches of a site', () => {
  beforeEach(open);
  afterEach(() => fixture.close());

  test('are on; switching one off is written down with its reason and author, and holds for the hit path', async () => {
    expect((await get()).json()).toMatchObject({ honours_dnt: true, honours_gpc: true, history: [] });
    const answer = await change({ honours_dnt: false, reason: ` ${REASON} ` });
    const entry = {
      honours_dnt: false,
      honours_gpc: true,
      reason: REASON,
      author: 'anna@amber.example',
      created_at: expect.stringMatching(/Z$/),
    };
    expect([answer.statusCode, answer.json()]).toMatchObject([
      200,
      { honours_dnt: false, honours_gpc: true, history: [entry] },
    ]);
    expect((await get()).json<ApiSiteObjection>().history).toEqual([entry]);
    expect(fixture.workspace.sitesByDomain.byDomain('amber.example')?.honoursDnt).toBe(false);
    expect((await get('/api/v1/sites/second.amber.example/objection')).json()).toMatchObject({ honours_dnt: true });
  });

  test('go on again without a reason, and a change that changes nothing is not written down', async () => {
    await change({ honours_gpc: false, reason: REASON });
    await change({ honours_gpc: false });
    const answer = await change({ honours_gpc: true, honours_dnt: true });
    expect(answer.json<ApiSiteObjection>()).toMatchObject({
      honours_gpc: true,
      history: [
        { honours_gpc: true, reason: null },
        { honours_gpc: false, reason: REASON },
      ],
    });
  });
});

describe('a change', () => {
  beforeAll(open);
  afterAll(() => fixture.close());

  test.each([
    ['without a reason', { honours_dnt: false }, 'OBJECTION_REASON_MISSING'],
    [
      'of one without a reason while the other goes on',
      { honours_dnt: true, honours_gpc: false },
      'OBJECTION_REASON_MISSING',
    ],
    ['with a reason of nothing', { honours_dnt: false, reason: '      ' }, 'BODY_SHAPE'],
    ['of nothing', { reason: REASON }, 'BODY_SHAPE'],
    ['of the opt-out, which no site can switch off', { honours_opt_out: false, reason: REASON }, 'BODY_SHAPE'],
    ['to neither on nor off', { honours_dnt: 'perhaps', reason: REASON }, 'BODY_SHAPE'],
  ])('%s is refused', async (_what, payload, code) => {
    const answer = await change(payload);
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, code]);
    expect((await get()).json()).toMatchObject({ honours_dnt: true, honours_gpc: true, history: [] });
  });

  test('is a person’s; a key may read', async () => {
    const headers = fixture.amberKey;
    const read = await fixture.inject({ method: 'GET', url: PATH, headers });
    const changed = await fixture.inject({
      method: 'PATCH',
      url: PATH,
      headers,
      payload: { honours_dnt: false, reason: REASON },
    });
    expect([read.statusCode, changed.statusCode, changed.json<Problem>().code]).toEqual([200, 403, 'SESSION_NEEDED']);
  });

  test('of another customer’s site is a change of no site', async () => {
    const url = '/api/v1/sites/blue.example/objection';
    expect([
      (await get(url)).statusCode,
      (await change({ honours_dnt: false, reason: REASON }, url)).statusCode,
    ]).toEqual([404, 404]);
  });
});

test('the pieces for a privacy page name the site’s own path and this installation', async () => {
  await open();
  const { link, block } = (await get()).json<ApiSiteObjection>();
  expect(link.path).toBe('/d/privacy/amber.example');
  expect(link.html.de).toBe(`<a href="/d/privacy/amber.example?lang=de" rel="nofollow">${link.text.de}</a>`);
  expect(block.en).toBe(
    '<div data-doorplate-opt-out lang="en"></div>\n<script defer src="https://stats.example/opt-out.js?site=amber.example"></script>',
  );
  await fixture.close();
});
