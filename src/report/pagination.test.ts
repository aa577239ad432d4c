import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiCompanyList, ApiVisitList } from '../contracts/api.ts';
import { companyId } from '../company/company-id.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import { COMPANIES, NOW, openReportFixture, type ReportFixture } from './report-fixture.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const COUNT = 25;

/** Companies with one visit each, so that every sort but the name's has ties, which the id decides. */
const MANY: readonly CompanyRecord[] = Array.from({ length: COUNT }, (_, index) => {
  const name = `Werk ${String.fromCharCode(65 + index)}`;
  const { company, ...record } = COMPANIES.mill;
  const id = companyId({ name: name.toLowerCase(), legalForm: 'gmbh', country: 'DE', place: '73430' });
  return { ...record, company: { ...company, id, name } };
});

let fixture: ReportFixture;
beforeAll(async () => {
  fixture = await openReportFixture({ more: MANY });
  for (const [index, company] of MANY.entries()) {
    const at = NOW - DAY + Math.floor(index / 5) * MINUTE;
    await fixture.visit({ site: fixture.site, company, visitId: BigInt(index + 1), at, steps: [[0, '/']] });
  }
  await fixture.absorb();
});
afterAll(() => fixture.close());

async function pages(query: string, between: () => Promise<void> = async () => {}): Promise<ApiCompanyList['data'][]> {
  const answers: ApiCompanyList['data'][] = [];
  let cursor: string | null = null;
  do {
    const next: string = cursor === null ? '' : `&cursor=${cursor}`;
    const response = await fixture.get(`/api/v1/companies?site=amber.example&${query}${next}`);
    expect(response.statusCode).toBe(200);
    const { data, next_cursor } = response.json<ApiCompanyList>();
    answers.push(data);
    cursor = next_cursor;
    await between();
  } while (cursor !== null);
  return answers;
}

test.each([
  'visits',
  '-visits',
  'page_views',
  '-page_views',
  'first_seen',
  '-first_seen',
  'last_seen',
  '-last_seen',
  'name',
  '-name',
])('pages of a list sorted by %s hold each company once, in the order of one long list', async (sort) => {
  const [whole = []] = await pages(`sort=${sort}&limit=200`);
  const parts = await pages(`sort=${sort}&limit=4`);
  expect(parts.map(({ length }) => length)).toEqual([4, 4, 4, 4, 4, 4, 1]);
  expect(parts.flat()).toEqual(whole);
  expect(new Set(whole.map(({ id }) => id)).size).toBe(COUNT);
});

test('a last page that is just full has no next one', async () => {
  expect((await pages('limit=5')).map(({ length }) => length)).toEqual([5, 5, 5, 5, 5]);
});

test('visits that arrive while somebody turns the pages move nothing', async () => {
  const own = await openReportFixture({ more: MANY });
  const before = fixture;
  fixture = own;
  for (const [index, company] of MANY.entries()) {
    await own.visit({
      site: own.site,
      company,
      visitId: BigInt(index + 1),
      at: NOW - DAY + index * MINUTE,
      steps: [[0, '/']],
    });
  }
  await own.absorb();
  const [whole = []] = await pages('limit=200&sort=-visits');
  let visitId = 1000n;
  const parts = await pages('limit=4&sort=-visits', async () => {
    // Every company comes again, also at times that the period already covers, as an import of a log does.
    for (const company of MANY) {
      visitId += 1n;
      const at = visitId % 2n === 0n ? NOW - 2 * DAY : NOW - MINUTE;
      await own.visit({ site: own.site, company, visitId, at, steps: [[0, '/new']] });
    }
    await own.absorb();
  });
  expect(parts.flat()).toEqual(whole);
  const [fresh = []] = await pages('limit=200&sort=-visits');
  expect(fresh.every(({ visits }) => visits > 1)).toBe(true);

  const company = MANY[0]?.company.id;
  const url = `/api/v1/companies/${company}/visits?site=amber.example&limit=3`;
  const all = (await own.get(`${url}0`)).json<ApiVisitList>();
  const turned: ApiVisitList['data'] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const response = await own.get(cursor === '' ? url : `${url}&cursor=${cursor}`);
    const list: ApiVisitList = response.json<ApiVisitList>();
    turned.push(...list.data);
    cursor = list.next_cursor;
    visitId += 1n;
    const record = MANY[0] ?? COMPANIES.mill;
    await own.visit({ site: own.site, company: record, visitId, at: NOW - 90 * MINUTE, steps: [[0, '/late']] });
    await own.absorb();
  }
  expect(turned).toEqual(all.data);
  expect(turned.length).toBeGreaterThan(6);
  await own.close();
  fixture = before;
});

test.each([
  ['another site', 'site=second.amber.example&limit=4'],
  ['another sort', 'site=amber.example&limit=4&sort=name'],
  ['another filter', 'site=amber.example&limit=4&filter=werk'],
  ['another period', 'site=amber.example&limit=4&from=2026-01-01'],
])('a cursor is not taken for %s', async (_what, query) => {
  const first = await fixture.get('/api/v1/companies?site=amber.example&limit=4');
  const { next_cursor } = first.json<ApiCompanyList>();
  const response = await fixture.get(`/api/v1/companies?${query}&cursor=${next_cursor}`);
  expect([response.statusCode, response.json()]).toEqual([400, expect.objectContaining({ code: 'QUERY_CURSOR' })]);
});
