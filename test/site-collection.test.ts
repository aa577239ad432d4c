import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiCompanyList, ApiSiteCollection, ApiVisitList } from '../src/contracts/api.ts';
import { PERSONS_BROWSER } from './browser.ts';
import { doorplate, newDataFolder, startDoorplate, type DoorplateProcess } from './doorplate-process.ts';
import { drawCanaries } from './privacy/canaries.ts';

const SITE = 'shop.example';
let server: DoorplateProcess;
let manage = '';
let read = '';
let address = '';

beforeAll(async () => {
  const data = newDataFolder();
  address = drawCanaries(data, 1).company4[0] ?? '';
  doorplate(data, ['site', 'add', SITE]);
  manage = doorplate(data, ['key', 'add', '--scope', 'manage']).stdout.trim();
  read = doorplate(data, ['key', 'add', '--scope', 'read']).stdout.trim();
  server = await startDoorplate({ data, environment: { DOORPLATE_TRUSTED_PROXIES: '127.0.0.1/32' } });
});
afterAll(() => server.end());

function change(body: unknown, key = manage, site = SITE): Promise<Response> {
  return fetch(`${server.origin}/api/v1/sites/${site}/collection`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${server.origin}/api/v1/${path}`, { headers: { authorization: `Bearer ${read}` } });
  return (await answer.json()) as Answer;
}

async function hit(name: string, url: string, props?: Record<string, string>): Promise<void> {
  const answer = await fetch(`${server.origin}/api/event`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': PERSONS_BROWSER, 'x-forwarded-for': address },
    body: JSON.stringify({ site: SITE, name, url, props }),
  });
  expect([answer.status, answer.headers.get('x-hit-refused')]).toEqual([202, null]);
}

const SET_UP: ApiSiteCollection = {
  kept_parameters: ['product'],
  search_parameters: ['q'],
  campaign_parameters: ['partner'],
  milestones: [{ pattern: '/thanks', label: 'Angebot angefragt' }],
  page_groups: [{ pattern: '/shop/**', label: 'Läden' }],
  event_properties: { rated: ['stars'] },
};

test('what a site sets up holds from the next hit on, and is told by its visits', async () => {
  await hit('pageview', `https://${SITE}/shop/list?product=7&q=Mühle`);
  const answer = await change(SET_UP);
  expect([answer.status, await answer.json()]).toEqual([200, SET_UP]);
  expect(await ask(`sites/${SITE}/collection`)).toEqual(SET_UP);

  await hit('pageview', `https://${SITE}/shop/list?product=7&q=Mühle&partner=messe&secret=1`);
  await hit('rated', `https://${SITE}/shop/list`, { stars: '5', colour: 'red' });
  await hit('pageview', `https://${SITE}/thanks`);
  const steps = await until(async () => {
    const { data } = await ask<ApiCompanyList>(`companies?site=${SITE}`);
    if (data[0] === undefined) return null;
    const visits = await ask<ApiVisitList>(`companies/${data[0].id}/visits?site=${SITE}`);
    const all = visits.data.flatMap((visit) => visit.steps);
    return all.some((step) => step.name === 'milestone') ? all : null;
  });
  expect(steps.map(({ name, path, target, page_group, props }) => [name, path, target, page_group, props])).toEqual([
    ['pageview', '/shop/list', null, null, null],
    ['pageview', '/shop/list?product=7', null, 'Läden', null],
    ['search', '/shop/list?product=7', 'Mühle', 'Läden', null],
    ['rated', '/shop/list', null, 'Läden', { stars: '5' }],
    ['pageview', '/thanks', null, null, null],
    ['milestone', '/thanks', 'Angebot angefragt', null, null],
  ]);
});

async function until<Value>(look: () => Promise<Value | null>): Promise<Value> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('what is left out of a change stays', async () => {
  expect((await change({ search_parameters: ['s'] })).status).toBe(200);
  expect(await ask(`sites/${SITE}/collection`)).toEqual({ ...SET_UP, search_parameters: ['s'] });
});

test.each([
  ['a field that is none', { colours: [] }],
  ['a pattern that is no path', { milestones: [{ pattern: 'thanks', label: 'x' }] }],
  ['a rule without a label', { page_groups: [{ pattern: '/a', label: ' ' }] }],
  ['a parameter that no URL has', { kept_parameters: ['a&b'] }],
  ['too many rules', { milestones: Array.from({ length: 101 }, () => ({ pattern: '/a', label: 'a' })) }],
])('%s is refused and changes nothing', async (_what, body) => {
  const before = await ask(`sites/${SITE}/collection`);
  expect((await change(body)).status).toBe(400);
  expect(await ask(`sites/${SITE}/collection`)).toEqual(before);
});

test('who may only read changes nothing, and no other site is touched', async () => {
  expect((await change(SET_UP, read)).status).toBe(403);
  expect((await change(SET_UP, manage, 'other.example')).status).toBe(404);
});
