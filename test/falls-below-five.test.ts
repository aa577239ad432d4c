import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {
  ApiCompanyDetail,
  ApiCompanyList,
  ApiCorrection,
  ApiFunnel,
  ApiStatistics,
  ApiVisitList,
} from '../src/contracts/api.ts';
import type { CorrectionChange } from '../src/contracts/corrections.ts';
import { PERSONS_BROWSER } from './browser.ts';
import {
  doorplate,
  newDataFolder,
  noticeClosedConnections,
  startDoorplate,
  type DoorplateProcess,
} from './doorplate-process.ts';

const SITE = 'shop.example';
const PASSWORD = 'correct horse battery staple';
/** Numbers that only look public, in a list of this test alone. */
const ADDRESS = '5.200.0.1';
const OTHER_ADDRESS = '5.200.0.9';
const NAME = 'Musterwerk Kanarienbau GmbH';

let server: DoorplateProcess;
let scratch = '';
let cookie = '';
let id = '';

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'falls-below-five-'));
  const data = newDataFolder();
  await importOwnList(data, 50);
  doorplate(data, ['site', 'add', SITE]);
  server = await startDoorplate({ data, environment: { DOORPLATE_TRUSTED_PROXIES: '127.0.0.1/32' } });
  // The link is printed a moment after the server listens.
  await until(async () => (server.printed().includes('#token=') ? true : undefined));
  const setup = await fetch(`${server.origin}/api/v1/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ token: server.setupToken(), password: PASSWORD }),
  });
  cookie = setup.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  await visit(ADDRESS);
  await visit(OTHER_ADDRESS);
  id = (await until(async () => (await list()).data.find(({ name }) => name === NAME))).id;
}, 60_000);
afterAll(async () => {
  await server.end();
  rmSync(scratch, { recursive: true, force: true });
});

/** The operator's own list; importing it again replaces what it said before. */
async function importOwnList(data: string, employees: number): Promise<void> {
  const path = join(scratch, 'own.csv');
  writeFileSync(
    path,
    `cidr,name,street,postcode,city,country,employees
5.200.0.0/29,${NAME},Am Beispiel 1,70435,Stuttgart,DE,${employees}
5.200.0.8/29,Beispielhausener Sägewerke AG,Sägeweg 7,89073,Ulm,DE,80
`,
  );
  const { status, stderr } = doorplate(data, ['whitelist', 'import', '--format', 'own', path]);
  expect(status, stderr).toBe(0);
  await noticeClosedConnections();
}

async function visit(address: string): Promise<void> {
  const answer = await fetch(`${server.origin}/api/event`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': PERSONS_BROWSER, 'x-forwarded-for': address },
    body: JSON.stringify({ site: SITE, name: 'pageview', url: `https://${SITE}/prices` }),
  });
  expect(answer.status).toBe(202);
}

async function get(path: string, query = ''): Promise<Response> {
  return fetch(`${server.origin}/api/v1/${path}?site=${SITE}${query}`, { headers: { cookie } });
}
async function json<Answer>(path: string, query = ''): Promise<Answer> {
  return (await (await get(path, query)).json()) as Answer;
}
const list = (query = ''): Promise<ApiCompanyList> => json('companies', query);

async function until<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function hitsOf(outcome: string): Promise<number> {
  return (await json<ApiFunnel>('funnel')).outcomes.find((row) => row.outcome === outcome)?.hits ?? 0;
}

async function correct(change: CorrectionChange, companyId = id): Promise<ApiCorrection> {
  const answer = await fetch(`${server.origin}/api/v1/corrections`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ company_id: companyId, change, reason: 'seen in the annual report' }),
  });
  expect(answer.status).toBe(201);
  return (await answer.json()) as ApiCorrection;
}

async function undo({ id: correction }: ApiCorrection): Promise<void> {
  const answer = await fetch(`${server.origin}/api/v1/corrections/${correction}`, {
    method: 'DELETE',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  });
  expect(answer.status).toBe(200);
}

/** Where the company can be met; the other one of this test stays in the list. */
async function met(): Promise<unknown> {
  return {
    listed: (await list()).data.map(({ name }) => name).sort(),
    found: (await list('&filter=kanarien')).data.length,
    page: (await get(`companies/${id}`)).status,
    visits: (await get(`companies/${id}/visits`)).status,
    counted: (await json<ApiStatistics>('statistics')).identified,
  };
}

const OTHER = 'Beispielhausener Sägewerke AG';
const EVERYWHERE = {
  listed: [OTHER, NAME],
  found: 1,
  page: 200,
  visits: 200,
  counted: { companies: 2, visits: 2, page_views: 2 },
};
const NOWHERE = {
  listed: [OTHER],
  found: 0,
  page: 404,
  visits: 404,
  counted: { companies: 1, visits: 1, page_views: 1 },
};

describe('a company of fifty people', () => {
  test('is met everywhere, with its place and size', async () => {
    expect(await met()).toEqual(EVERYWHERE);
    const detail = await json<ApiCompanyDetail>(`companies/${id}`);
    expect(detail).toMatchObject({
      postcode: '70435',
      city: 'Stuttgart',
      size: { class: '50-99', evidence: 'stated' },
    });
  });

  test('vanishes everywhere when its list says four, comes as a miss from then on, and is back with fifty', async () => {
    await importOwnList(server.data, 4);
    expect(await met()).toEqual(NOWHERE);
    await visit(ADDRESS);
    await until(async () => ((await hitsOf('too-small')) === 1 ? true : undefined));
    expect(await met()).toEqual(NOWHERE);

    await importOwnList(server.data, 50);
    expect(await met()).toEqual(EVERYWHERE);
  }, 60_000);

  test('vanishes at once when somebody says four, and is back when he takes it back', async () => {
    const said = await correct({ action: 'size', employees: 4, source: 'annual report' });
    expect(await met()).toEqual(NOWHERE);
    await visit(ADDRESS);
    await until(async () => ((await hitsOf('too-small')) === 2 ? true : undefined));
    await undo(said);
    expect(await met()).toEqual(EVERYWHERE);
  });

  test('is hidden by one click, also from the funnel’s companies, and survives a rebuild so', async () => {
    const said = await correct({ action: 'hide' });
    expect(await met()).toEqual(NOWHERE);
    await visit(ADDRESS);
    await until(async () => ((await hitsOf('hidden')) === 1 ? true : undefined));
    await importOwnList(server.data, 51);
    expect(await met()).toEqual(NOWHERE);
    await undo(said);
    expect(await met()).toEqual(EVERYWHERE);
  }, 60_000);

  test('has the name that people gave it, in lists, search and its page, until they take it back', async () => {
    const said = await correct({ action: 'rename', name: 'Änderbau Muster GmbH' });
    expect((await list('&filter=anderbau')).data.map((row) => row.id)).toEqual([id]);
    expect((await list('&filter=kanarien')).data).toEqual([]);
    const detail = await json<ApiCompanyDetail>(`companies/${id}`);
    expect(detail.name).toBe('Änderbau Muster GmbH');
    expect(detail.corrections.map(({ change }) => change.action)).toEqual(['rename']);
    expect(detail.evidence[detail.field_evidence.name ?? 0]?.source).toBe('Correction');
    await undo(said);
    expect(await met()).toEqual(EVERYWHERE);
  });

  test('merged into another one adds its visits there, answers under its old id, and comes apart again', async () => {
    const into = (await list()).data.find(({ name }) => name !== NAME)?.id ?? '';
    const said = await correct({ action: 'merge', into });
    expect((await list()).data.map((row) => [row.id, row.visits])).toEqual([[into, 2]]);
    expect(await json<ApiCompanyDetail>(`companies/${id}`)).toMatchObject({ id: into, visits: 2 });
    expect((await json<ApiVisitList>(`companies/${into}/visits`)).data).toHaveLength(2);
    await undo(said);
    expect(await met()).toEqual(EVERYWHERE);
  });
});
