import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiCompanyList, ApiFunnel, ApiVisitList } from '../src/contracts/api.ts';
import { DEMO_SITE } from '../src/serve/demo/demo-pages.ts';
import { launchChromium, PERSONS_BROWSER } from './browser.ts';
import { startDoorplate, type DoorplateProcess } from './doorplate-process.ts';

const PASSWORD = 'correct horse battery staple';
/** A hit is on the dashboard within two seconds (interfaces.md). */
const VISIBLE_WITHIN_MS = 2_000;

let server: DoorplateProcess;
let browser: Browser;
let owner: BrowserContext;

beforeAll(async () => {
  server = await startDoorplate();
  browser = await launchChromium();
  owner = await browser.newContext({ locale: 'en-GB' });
});
afterAll(async () => {
  await browser.close();
  await server.end();
});

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await owner.request.get(`${server.origin}/api/v1/${path}?site=${DEMO_SITE}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Answer;
}

async function until<Value>(look: () => Promise<Value | null>): Promise<Value> {
  const end = performance.now() + VISIBLE_WITHIN_MS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() > end) throw new Error('not visible in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens the demo as somebody and clicks through pages by their names. */
async function visitAs(slug: string, ...links: string[]): Promise<Page> {
  const visitor = await browser.newContext({ locale: 'en-GB', userAgent: PERSONS_BROWSER });
  const page = await visitor.newPage();
  await page.goto(`${server.origin}/demo/`);
  await page.locator(`a[href="/demo/${slug}/"]`).click();
  for (const link of links) {
    const counted = page.waitForResponse((answer) => answer.url().endsWith('/api/event'));
    await page.getByRole('link', { name: link, exact: true }).click();
    expect((await counted).status()).toBe(202);
  }
  return page;
}

describe('a first evening with Doorplate', () => {
  test('the printed link lets the first person choose a password, once', async () => {
    const page = await owner.newPage();
    await page.goto(`${server.origin}/setup#token=${server.setupToken()}`);
    await page
      .getByLabel(/^Password|new password|choose/i)
      .first()
      .fill(PASSWORD);
    const again = page.getByLabel(/repeat|again|confirm/i);
    if ((await again.count()) > 0) await again.fill(PASSWORD);
    await page
      .getByRole('button', { name: /password|start|continue/i })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Companies' }).waitFor();
    const used = await owner.request.post(`${server.origin}/api/v1/setup`, {
      data: { token: server.setupToken(), password: PASSWORD },
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(used.status()).toBe(403);
    await page.close();
  });

  test('a company that clicks three pages stands on the dashboard with that path within two seconds', async () => {
    const dashboard = await owner.newPage();
    await dashboard.goto(`${server.origin}/?site=${DEMO_SITE}`);
    const visitor = await visitAs('company-1', 'Products', 'Prices', 'Contact');
    const name = (await visitor.locator('.visitor strong').innerText()).replace(/^.*?: /, '');

    // On the page itself, which is not loaded anew.
    await dashboard.getByText(name, { exact: false }).first().waitFor({ timeout: VISIBLE_WITHIN_MS });
    const company = await until(
      async () => (await ask<ApiCompanyList>('companies')).data.find((row) => row.page_views === 4) ?? null,
    );
    expect(company).toMatchObject({ name, visits: 1, page_views: 4, entry_page: '/demo/company-1/' });
    const { data: visits } = await ask<ApiVisitList>(`companies/${company.id}/visits`);
    expect(visits.map((visit) => visit.steps.map((step) => step.path))).toEqual([
      ['/demo/company-1/', '/demo/company-1/products', '/demo/company-1/prices', '/demo/company-1/contact'],
    ]);

    await dashboard.getByText(name, { exact: false }).first().click();
    await dashboard.getByText('/demo/company-1/prices').first().waitFor();
    await dashboard.close();
  });

  test('pages that change through the history API are steps of the visit', async () => {
    const page = await visitAs('company-2', 'Machine finder');
    const counted = page.waitForResponse((answer) => answer.url().endsWith('/api/event'));
    await page.getByRole('button', { name: 'Up to 200' }).click();
    await counted;
    const steps = await until(async () => {
      const { data } = await ask<ApiCompanyList>('companies');
      const company = data.find((row) => row.entry_page === '/demo/company-2/');
      if (company?.page_views !== 3) return null;
      return (
        (await ask<ApiVisitList>(`companies/${company.id}/visits`)).data[0]?.steps.map((step) => step.path) ?? null
      );
    });
    expect(steps.at(-1)).toBe('/demo/company-2/finder/step-2');
  });

  test.each([
    ['home-connection', 'provider'],
    ['unlisted-address', 'not-listed'],
    ['example-address', 'special-purpose'],
    ['unknown-address', 'unknown-address'],
  ] as const)('a visit as %s changes the funnel alone: %s', async (slug, outcome) => {
    const hitsOf = (funnel: ApiFunnel): number => funnel.outcomes.find((row) => row.outcome === outcome)?.hits ?? 0;
    const companiesBefore = await ask<ApiCompanyList>('companies');
    const before = hitsOf(await ask<ApiFunnel>('funnel'));
    await visitAs(slug, 'Products');
    await until(async () => (hitsOf(await ask<ApiFunnel>('funnel')) === before + 2 ? true : null));
    expect(await ask<ApiCompanyList>('companies')).toEqual(companiesBefore);
  });

  test('the demo exists in an evaluation alone', async () => {
    const productive = await startDoorplate({ environment: { DOORPLATE_BASE_URL: 'https://doorplate.example' } });
    expect((await fetch(`${productive.origin}/demo/`)).status).toBe(404);
    expect((await fetch(`${productive.origin}/demo/company-1/t.js`)).status).toBe(404);
    await productive.end();
  });
});
