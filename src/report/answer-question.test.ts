import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiCompanyDetail, ApiCompanyList, ApiVisit, ApiVisitList } from '../contracts/api.ts';
import { COMPANIES, DROPPED, NOW, openReportFixture, type ReportFixture, seenCompany } from './report-fixture.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YESTERDAY_NOON = NOW - DAY;

let fixture: ReportFixture;

/**
 * amber.example, all times UTC, NOW is 2026-02-02 12:00:
 *   mill    40 days ago 12:00: /old                                     (outside the last 30 days)
 *           yesterday 12:00: / (from search.example), 12:05 /prices, 12:06 event "signup" on /prices, 12:07 a download
 *           today 08:00: /jobs (campaign newsletter / mail / winter, from mail.example), 08:20 /
 *   bakery  yesterday 12:00 and 12:00 again (same millisecond): /, /prices; direct
 *   hidden  yesterday 12:00: /secret                                    (not shown)
 *   dropped yesterday 12:00: /gone                                      (shown, but in no whitelist)
 *   misses  yesterday 12:00: 5 not-listed on /, 2 provider, 3 bot
 * second.amber.example: crane yesterday 12:00: /second
 * birch.example: mill and crane yesterday 12:00 on / and /prices, 7 misses not-listed on /
 */
beforeAll(async () => {
  fixture = await openReportFixture();
  const { site, secondSite, foreignSite, visit, misses } = fixture;
  const { mill, bakery, crane, hidden } = COMPANIES;
  await visit({ site, company: mill, visitId: 11n, at: NOW - 40 * DAY, steps: [[0, '/old']] });
  await visit({
    site,
    company: mill,
    visitId: 18_446_744_073_709_551_615n,
    at: YESTERDAY_NOON,
    steps: [
      [0, '/'],
      [5, '/prices'],
      [6, 'event:signup /prices', { props: '{"plan":"big"}', pageName: 'Price list', pageGroup: 'Sales' }],
      [7, 'event:download /prices', { target: '/files/list.pdf' }],
    ],
    referrerHost: 'search.example',
  });
  await visit({
    site,
    company: mill,
    visitId: 13n,
    at: NOW - 4 * HOUR,
    steps: [
      [0, '/jobs'],
      [20, '/'],
      // Closing messages: of the first page, of a page that was never viewed, and twice of the last one.
      [20, 'event:leave /jobs', { seconds: 1200 }],
      [21, 'event:leave /unseen', { seconds: 60 }],
      [22, 'event:leave /', { seconds: 90 }],
      [25, 'event:leave /', { seconds: 300 }],
    ],
    referrerHost: 'mail.example',
    campaign: { source: 'newsletter', medium: 'mail', name: 'winter' },
  });
  await visit({
    site,
    company: bakery,
    visitId: 14n,
    at: YESTERDAY_NOON,
    steps: [
      [0, '/'],
      [0, '/prices'],
    ],
  });
  await visit({ site, company: hidden, visitId: 15n, at: YESTERDAY_NOON, steps: [[0, '/secret']] });
  await visit({ site, company: DROPPED, visitId: 16n, at: YESTERDAY_NOON, steps: [[0, '/gone']] });
  await visit({ site: secondSite, company: crane, visitId: 17n, at: YESTERDAY_NOON, steps: [[0, '/second']] });
  for (const [visitId, company] of [
    [21n, mill],
    [22n, crane],
  ] as const) {
    await visit({
      site: foreignSite,
      company,
      visitId,
      at: YESTERDAY_NOON,
      steps: [
        [0, '/'],
        [1, '/prices'],
      ],
    });
  }
  await misses({ site, outcome: 'not-listed', at: YESTERDAY_NOON, hits: 5, path: '/' });
  await misses({ site, outcome: 'provider', at: YESTERDAY_NOON, hits: 2 });
  await misses({ site, outcome: 'bot', at: YESTERDAY_NOON, hits: 3 });
  await misses({ site: foreignSite, outcome: 'not-listed', at: YESTERDAY_NOON, hits: 7, path: '/' });
  await fixture.absorb();
});
afterAll(() => fixture.close());

async function companies(query: string, headers?: Record<string, string>): Promise<ApiCompanyList> {
  const response = await fixture.get(`/api/v1/companies?${query}`, headers);
  expect(response.statusCode).toBe(200);
  return response.json<ApiCompanyList>();
}

describe('the company list', () => {
  test('tells what each shown company did in the last 30 days, latest first', async () => {
    const { data, next_cursor } = await companies('site=amber.example');
    expect(next_cursor).toBeNull();
    expect(data.map(({ name }) => name)).toEqual(['Ärmelmühle', 'Bäckerei Übersee']);
    expect(data[0]).toEqual({
      id: COMPANIES.mill.company.id,
      name: 'Ärmelmühle',
      legal_form: 'GmbH',
      street: 'Hauptstraße 1',
      postcode: '73430',
      city: 'Aalen',
      country: 'DE',
      location_evidence: 'organisation',
      industry: { scheme: 'WZ2008', code: '29', label_de: 'Kraftwagen', label_en: 'Motor vehicles' },
      size: { class: '250-499', range: null, evidence: 'stated' },
      revenue: null,
      domain: null,
      register: null,
      lei: null,
      visits: 2,
      page_views: 4,
      first_seen: '2026-02-01T12:00:00.000Z',
      last_seen: '2026-02-02T08:20:00.000Z',
      entry_page: '/jobs',
      origin: 'newsletter',
    });
    expect(data[1]).toMatchObject({ visits: 1, page_views: 2, entry_page: '/', origin: null });
  });

  test.each([
    ['a date means the day in the time zone of the site', 'from=2026-02-02&to=2026-02-02', ['Ärmelmühle']],
    [
      'the end of a date is included, the end of a time is not',
      'from=2026-02-01T00:00:00Z&to=2026-02-01T12:00:00Z',
      [],
    ],
    [
      'an offset is understood',
      'from=2026-02-01T13:00:00%2B01:00&to=2026-02-01T13:00:00.001%2B01:00',
      ['Ärmelmühle', 'Bäckerei Übersee'],
    ],
    ['a day long ago', 'from=2025-12-24&to=2025-12-24', ['Ärmelmühle']],
    ['a day before everything', 'from=2020-01-01&to=2020-01-31', []],
    ['a name is found without its accents', 'filter=armelm', ['Ärmelmühle']],
    ['a city is found in capitals', 'filter=LINDAU', ['Bäckerei Übersee']],
    ['a sign of SQL is only a sign', 'filter=%25%27%3B--', []],
    ['blanks are no filter', 'filter=%20%20', ['Ärmelmühle', 'Bäckerei Übersee']],
  ])('%s', async (_what, query, names) => {
    const { data } = await companies(`site=amber.example&sort=name&${query}`);
    expect(data.map(({ name }) => name)).toEqual(names);
  });

  test.each([
    ['visits', ['Bäckerei Übersee', 'Ärmelmühle']],
    ['-visits', ['Ärmelmühle', 'Bäckerei Übersee']],
    ['page_views', ['Bäckerei Übersee', 'Ärmelmühle']],
    ['-page_views', ['Ärmelmühle', 'Bäckerei Übersee']],
    ['last_seen', ['Bäckerei Übersee', 'Ärmelmühle']],
    ['-last_seen', ['Ärmelmühle', 'Bäckerei Übersee']],
    ['name', ['Ärmelmühle', 'Bäckerei Übersee']],
    ['-name', ['Bäckerei Übersee', 'Ärmelmühle']],
  ])('sorted by %s', async (sort, names) => {
    const { data } = await companies(`site=amber.example&sort=${sort}`);
    expect(data.map(({ name }) => name)).toEqual(names);
  });
});

describe('a company', () => {
  test('shows its evidence without prefix, object key or name of the network', async () => {
    const response = await fixture.get(`/api/v1/companies/${COMPANIES.mill.company.id}?site=amber.example`);
    const detail = response.json<ApiCompanyDetail>();
    expect(detail).toMatchObject({
      visits: 3,
      first_seen: '2025-12-24T12:00:00.000Z',
      kind: 'company',
      confidence: 0.9,
      confidence_reasons: ['two-registers'],
      evidence: [{ source: 'Invented register', date: '2026-01-15', licence: 'CC0-1.0' }],
    });
    expect(response.body).not.toMatch(/OBJECT-KEY|NETNAME|64500|holder|asn/);
  });

  test.each([
    ['one that is not shown', COMPANIES.hidden.company.id],
    ['one that no whitelist knows any more', DROPPED.company.id],
    ['one that was on another site of the customer', COMPANIES.crane.company.id],
    ['one that nobody knows', 'aaaaaaaaaaaaa'],
    ['a name that is no id', 'nonsense'],
  ])('%s is not there, nor are its visits', async (_what, id) => {
    for (const path of [`/api/v1/companies/${id}`, `/api/v1/companies/${id}/visits`]) {
      const response = await fixture.get(`${path}?site=amber.example`);
      expect([response.statusCode, response.json()]).toEqual([
        404,
        expect.objectContaining({ code: 'COMPANY_UNKNOWN' }),
      ]);
    }
  });

  test('has visits, the latest first, each step by step', async () => {
    const response = await fixture.get(`/api/v1/companies/${COMPANIES.mill.company.id}/visits?site=amber.example`);
    const { data, next_cursor } = response.json<ApiVisitList>();
    expect(next_cursor).toBeNull();
    expect(data.map(({ id }) => id)).toEqual(['13', '18446744073709551615', '11']);
    expect(data[0]).toEqual({
      id: '13',
      started_at: '2026-02-02T08:00:00.000Z',
      ended_at: '2026-02-02T08:20:00.000Z',
      page_views: 2,
      referrer_host: 'mail.example',
      campaign: { source: 'newsletter', medium: 'mail', name: 'winter' },
      steps: [
        step({ time: '2026-02-02T08:00:00.000Z', path: '/jobs', seconds: 1200 }),
        step({ time: '2026-02-02T08:20:00.000Z', path: '/', seconds: 300 }),
      ],
      steps_cut: false,
    } satisfies ApiVisit);
    expect(data[1]).toMatchObject({
      page_views: 2,
      steps: [
        { seconds: null, props: null },
        {},
        { name: 'signup', path: '/prices', props: { plan: 'big' }, page_name: 'Price list', page_group: 'Sales' },
        { name: 'download', target: '/files/list.pdf', props: null },
      ],
    });
  });

  test('has no visits in a period in which it did not come, and is there all the same', async () => {
    const response = await fixture.get(
      `/api/v1/companies/${COMPANIES.mill.company.id}/visits?site=amber.example&from=2026-01-05&to=2026-01-06`,
    );
    expect([response.statusCode, response.json()]).toEqual([200, { data: [], next_cursor: null }]);
  });
});

/** A page view of amber.example. */
function step(told: { readonly time: string; readonly path: string; readonly seconds: number }) {
  return {
    name: 'pageview',
    host: 'amber.example',
    target: null,
    page_name: null,
    page_group: null,
    props: null,
    ...told,
  };
}

describe('numbers', () => {
  test('the funnel counts every hit by outcome, also those of companies that are not shown', async () => {
    const response = await fixture.get('/api/v1/funnel?site=amber.example');
    expect(response.json()).toEqual({
      total: 20,
      outcomes: [
        { outcome: 'company', hits: 10 },
        { outcome: 'not-listed', hits: 5 },
        { outcome: 'provider', hits: 2 },
        { outcome: 'bot', hits: 3 },
      ],
    });
  });

  test('statistics keep identified and anonymous apart and know nothing of companies that are not shown', async () => {
    await fixture.visits.foldClosedHours(NOW);
    const response = await fixture.get('/api/v1/statistics?site=amber.example');
    expect(response.json()).toEqual({
      hits: 20,
      // The dropped company still counts until the store has been told that it is not shown.
      identified: { companies: 3, visits: 4, page_views: 7 },
      anonymous: { hits: 7 },
      top_pages: [
        { value: '/', identified: 3, anonymous: 5 },
        { value: '/prices', identified: 2, anonymous: 0 },
        { value: '/gone', identified: 1, anonymous: 0 },
        { value: '/jobs', identified: 1, anonymous: 0 },
      ],
      top_referrers: [
        { value: 'mail.example', identified: 1, anonymous: 0 },
        { value: 'search.example', identified: 1, anonymous: 0 },
      ],
      top_campaigns: [{ value: 'winter', identified: 1, anonymous: 0 }],
    });
  });

  test('what came too rarely and was folded has no value', async () => {
    const { secondSite, misses, absorb, visits, get } = fixture;
    await misses({ site: secondSite, outcome: 'not-listed', at: YESTERDAY_NOON, hits: 1, path: '/rare' });
    await misses({ site: secondSite, outcome: 'not-listed', at: YESTERDAY_NOON, hits: 2, path: '/also-rare' });
    await absorb();
    await visits.foldClosedHours(NOW);
    const response = await get('/api/v1/statistics?site=second.amber.example');
    expect(response.json()).toMatchObject({
      top_pages: [
        { value: null, identified: 0, anonymous: 3 },
        { value: '/second', identified: 1, anonymous: 0 },
      ],
    });
  });

  test('what came too rarely in the hour that still runs is held back in the same sum as when it is over', async () => {
    const { amber, misses, visit, absorb, visits, get } = fixture;
    const added = amber.addSite({ domain: 'quiet.example' });
    if (!added.ok) throw new Error(added.fault);
    const site = added.value;
    const anonymous = { site, outcome: 'not-listed', at: NOW } as const;
    await misses({ ...anonymous, hits: 1, path: '/one', referrerHost: 'one.example', campaign: 'one' });
    await misses({ ...anonymous, hits: 2, path: '/two' });
    await misses({ ...anonymous, hits: 3, path: '/three' });
    // Twice in each of two hours: neither hour may tell of it.
    await misses({ ...anonymous, at: NOW - HOUR, hits: 2, path: '/two' });
    await visits.rememberCompanies([seenCompany(site, COMPANIES.mill)]);
    await visit({ site, company: COMPANIES.mill, visitId: 31n, at: NOW, steps: [[0, '/one']] });
    await absorb();
    const ask = () => get('/api/v1/statistics?site=quiet.example&from=2026-02-02&to=2026-02-02');
    const open = await ask();
    expect(open.json()).toMatchObject({
      anonymous: { hits: 8 },
      top_pages: [
        { value: null, identified: 0, anonymous: 5 },
        { value: '/three', identified: 0, anonymous: 3 },
        { value: '/one', identified: 1, anonymous: 0 },
      ],
      top_referrers: [{ value: null, identified: 0, anonymous: 1 }],
      top_campaigns: [{ value: null, identified: 0, anonymous: 1 }],
    });
    expect(open.body).not.toMatch(/two|one\.example/);

    await visits.foldClosedHours(NOW + HOUR);
    const closed = await ask();
    expect(closed.json()).toEqual(open.json());
  });

  test('activity tells the first and the last hour in which a visit arrived', async () => {
    const active = await fixture.get('/api/v1/sites/amber.example/activity');
    expect(active.json()).toEqual({
      hits: 18,
      first_hour: '2025-12-24T12:00:00.000Z',
      last_hour: '2026-02-02T08:00:00.000Z',
    });
    fixture.amber.addSite({ domain: 'silent.example' });
    const silent = await fixture.get('/api/v1/sites/silent.example/activity');
    expect(silent.json()).toEqual({ hits: 0, first_hour: null, last_hour: null });
  });

  test('bots and refused hits are no activity', async () => {
    const refused = fixture.amber.addSite({ domain: 'refused.example' });
    if (!refused.ok) throw new Error(refused.fault);
    const site = refused.value;
    for (const outcome of ['bot', 'foreign-origin', 'unreadable-url'] as const) {
      await fixture.misses({ site, outcome, at: YESTERDAY_NOON, hits: 3 });
    }
    await fixture.absorb();
    const none = await fixture.get('/api/v1/sites/refused.example/activity');
    expect(none.json()).toEqual({ hits: 0, first_hour: null, last_hour: null });

    await fixture.misses({ site, outcome: 'not-listed', at: NOW - HOUR, hits: 1, path: '/' });
    await fixture.absorb();
    const one = await fixture.get('/api/v1/sites/refused.example/activity');
    const hour = '2026-02-02T11:00:00.000Z';
    expect(one.json()).toEqual({ hits: 1, first_hour: hour, last_hour: hour });
  });
});

describe('two customers with the same company and the same pages', () => {
  const QUESTIONS = [
    '/api/v1/companies?site=SITE',
    `/api/v1/companies/${COMPANIES.mill.company.id}?site=SITE`,
    `/api/v1/companies/${COMPANIES.mill.company.id}/visits?site=SITE`,
    '/api/v1/funnel?site=SITE',
    '/api/v1/statistics?site=SITE',
    '/api/v1/sites/SITE/activity',
  ];

  test.each(QUESTIONS)('%s: the other customer gets the answer for a site that does not exist', async (url) => {
    const foreign = await fixture.get(url.replace('SITE', 'birch.example'));
    const missing = await fixture.get(url.replace('SITE', 'missing.example'));
    expect(foreign.statusCode).toBe(404);
    expect([foreign.body, foreign.headers['content-type']]).toEqual([missing.body, missing.headers['content-type']]);
    const own = await fixture.get(url.replace('SITE', 'birch.example'), fixture.birchKey);
    expect(own.statusCode).toBe(200);
  });

  test('each sees only what happened on its own sites', async () => {
    const { birchKey } = fixture;
    const ofBirch = await companies('site=birch.example&sort=name', birchKey);
    expect(ofBirch.data.map(({ name, visits, page_views }) => [name, visits, page_views])).toEqual([
      ['Ärmelmühle', 1, 2],
      ['Cranewerk', 1, 2],
    ]);
    const visits = await fixture.get(
      `/api/v1/companies/${COMPANIES.mill.company.id}/visits?site=birch.example`,
      birchKey,
    );
    expect(visits.json<ApiVisitList>().data.map(({ id }) => id)).toEqual(['21']);
    const statistics = await fixture.get('/api/v1/statistics?site=birch.example', birchKey);
    expect(statistics.json()).toMatchObject({
      hits: 11,
      identified: { companies: 2, visits: 2, page_views: 4 },
      top_pages: [
        { value: '/', identified: 2, anonymous: 7 },
        { value: '/prices', identified: 2, anonymous: 0 },
      ],
    });
    const sites = await fixture.get('/api/v1/sites', birchKey);
    expect(sites.json<{ data: { domain: string }[] }>().data.map(({ domain }) => domain)).toEqual(['birch.example']);
  });
});

test('a company that is hidden disappears from every answer at once, except from the funnel', async () => {
  const own = await openReportFixture();
  const { site, visit, absorb, get, visits } = own;
  await visit({ site, company: COMPANIES.mill, visitId: 1n, at: YESTERDAY_NOON, steps: [[0, '/']] });
  await absorb();
  const before = await get('/api/v1/companies?site=amber.example');
  expect(before.json<ApiCompanyList>().data).toHaveLength(1);
  const { id } = COMPANIES.mill.company;
  await visits.rememberCompanies([{ ...seenCompany(site, COMPANIES.mill), shown: false }]);

  const list = await get('/api/v1/companies?site=amber.example');
  expect(list.json()).toEqual({ data: [], next_cursor: null });
  const detail = await get(`/api/v1/companies/${id}?site=amber.example`);
  expect(detail.statusCode).toBe(404);
  const itsVisits = await get(`/api/v1/companies/${id}/visits?site=amber.example`);
  expect(itsVisits.statusCode).toBe(404);
  const statistics = await get('/api/v1/statistics?site=amber.example');
  expect(statistics.json()).toMatchObject({
    hits: 1,
    identified: { companies: 0, visits: 0, page_views: 0 },
    top_pages: [],
  });
  const funnel = await get('/api/v1/funnel?site=amber.example');
  expect(funnel.json()).toEqual({ total: 1, outcomes: [{ outcome: 'company', hits: 1 }] });
  await own.close();
});

test('of a long visit 200 steps are told and the rest is announced', async () => {
  const own = await openReportFixture();
  const steps = Array.from({ length: 201 }, (_, index) => [index, `/${index}`] as const);
  await own.visit({ site: own.site, company: COMPANIES.mill, visitId: 1n, at: YESTERDAY_NOON, steps });
  await own.absorb();
  const response = await own.get(`/api/v1/companies/${COMPANIES.mill.company.id}/visits?site=amber.example`);
  const [visit] = response.json<ApiVisitList>().data;
  expect(visit).toMatchObject({ page_views: 201, steps_cut: true });
  expect(visit?.steps).toHaveLength(200);
  expect(visit?.steps.at(-1)?.path).toBe('/199');
  await own.close();
});
