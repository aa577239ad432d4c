import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_SITE } from '../src/serve/demo/demo-pages.ts';
import { barriers, type Dashboard, lookThrough, PASSWORD, settled, startDashboard } from './dashboard-browser.ts';

const HOSTILE = `"><img src=x onerror=document.title='owned'>`;

let dashboard: Dashboard;
let companyPath: string;

beforeAll(async () => {
  dashboard = await startDashboard();
});
afterAll(() => dashboard.close());

const openPage: Dashboard['openPage'] = (path, look) => dashboard.openPage(path, look);
const visitAs: Dashboard['visitAs'] = (slug, ...paths) => dashboard.visitAs(slug, ...paths);

describe('the way in', () => {
  test('the setup link asks for a password of twelve characters, twice the same', async () => {
    const page = await openPage(`/setup#token=${dashboard.server.setupToken()}`);
    await page.getByLabel('New password').fill('too short');
    await page.getByRole('button', { name: 'Save password' }).click();
    await page.getByText('3 more characters to the minimum length.').waitFor();
    await page.getByLabel('New password').fill(PASSWORD);
    await page.getByLabel('Repeat password').fill(`${PASSWORD}!`);
    await page.getByRole('button', { name: 'Save password' }).click();
    await page.getByText('The two passwords differ.').waitFor();
    await page.getByLabel('Repeat password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Save password' }).click();
    await page.getByRole('heading', { name: 'Companies', level: 1 }).waitFor();
    expect(new URL(page.url()).hash).toBe('');
    await dashboard.keepSession(page);
    await page.context().close();
  });

  test('before the first visit the list says what to do next', async () => {
    const page = await openPage(`/?site=${DEMO_SITE}`, { locale: 'de-DE' });
    await page.getByRole('heading', { name: 'Noch kein Seitenaufruf angekommen' }).waitFor();
    await page.getByRole('link', { name: 'Zur Einrichtung' }).click();
    await page.getByText('Warten auf den ersten Besuch …').waitFor();
    await visitAs('company-1', 'products', `prices?utm_campaign=${encodeURIComponent(HOSTILE)}`);
    await page.getByText('Der erste Besuch ist angekommen.').waitFor();
    expect(await page.getByText('Warten auf den ersten Besuch …').count()).toBe(0);
    await page.context().close();
  });

  test('without a session one is asked to sign in, and comes back to where one was', async () => {
    const context = await dashboard.browser.newContext({ locale: 'de-DE' });
    const page = await context.newPage();
    await page.goto(`${dashboard.server.origin}/funnel?period=month`);
    await page.getByLabel('E-Mail-Adresse').fill('admin@localhost.localdomain');
    await page.getByLabel('Passwort', { exact: true }).fill('das falsche Passwort');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByText('E-Mail-Adresse oder Passwort stimmen nicht.').waitFor();
    await page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('heading', { name: 'Was aus Ihren Seitenaufrufen wurde' }).waitFor();
    expect(new URL(page.url()).search).toBe('?period=month');
    await context.close();
  });
});

describe('with recorded visits', () => {
  beforeAll(async () => {
    await visitAs('company-2', 'contact');
    await visitAs('home-connection', 'products');
    await visitAs('unlisted-address', 'prices');
  });

  test('a press on a row opens the company with its path, its evidence and its sources', async () => {
    const page = await openPage(`/?site=${DEMO_SITE}`);
    await page.getByText('/demo/company-1/').first().click();
    await page.getByRole('heading', { name: 'Why this match?' }).waitFor();
    await page.getByText('/demo/company-1/products').waitFor();
    await page.getByText('CC BY 4.0').first().waitFor();
    companyPath = new URL(page.url()).pathname;
    expect(companyPath).toMatch(/^\/companies\/\w+$/);
    await page.context().close();
  });

  test('what a visitor writes into an address stays text', async () => {
    const page = await openPage(`${companyPath}?site=${DEMO_SITE}`);
    await settled(page);
    await page.getByText('/demo/company-1/prices').waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.title()).not.toBe('owned');
    await page.context().close();
  });

  test('the funnel tells the whole in one sentence and explains each part', async () => {
    const page = await openPage(`/funnel?site=${DEMO_SITE}`, { locale: 'de-DE' });
    await page.getByText(/^Von 9 Seitenaufrufen in den letzten 7 Tagen: 5 einer Firma zugeordnet, .* und /).waitFor();
    await page.getByRole('heading', { name: 'Nicht auf der Whitelist' }).waitFor();
    expect(await page.getByText('Private Anschlüsse bleiben auch dann anonym.').isVisible()).toBe(true);
    await page.context().close();
  });

  test('new companies wait while somebody reads, and come when asked for', async () => {
    const page = await openPage(`/?site=${DEMO_SITE}`);
    const first = page.locator('tbody tr').first();
    await first.hover();
    const name = await first.locator('a').innerText();
    await visitAs('company-3');
    await page.getByRole('button', { name: 'Show 1 new company' }).waitFor();
    expect(await first.locator('a').innerText()).toBe(name);
    await page.getByRole('button', { name: 'Show 1 new company' }).click();
    await page.getByText('/demo/company-3/').waitFor();
    await page.context().close();
  });

  test('period, order and search are in the address, and the address brings them back', async () => {
    const page = await openPage(`/?site=${DEMO_SITE}`);
    await page.getByText('30 days', { exact: true }).click();
    await page.getByRole('button', { name: 'Company' }).click();
    await page.getByLabel('Search').fill('zzzz');
    await page.getByRole('heading', { name: 'No company matches your search' }).waitFor();
    const search = new URL(page.url()).searchParams;
    expect(Object.fromEntries(search)).toEqual({ site: DEMO_SITE, period: 'month', sort: 'name', q: 'zzzz' });
    await page.reload();
    await page.getByText('Nothing was found for “zzzz” in the last 30 days.').waitFor();
    await page.getByRole('button', { name: 'Clear search' }).last().click();
    await page.locator('th[aria-sort="ascending"]').getByText('Company').waitFor();
    await page.context().close();
  });

  test('the keyboard alone leads from the top of the page into a company', async () => {
    const page = await openPage(`/?site=${DEMO_SITE}`);
    await page.locator('tbody tr').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to content');
    await page.keyboard.press('Enter');
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.locator('tbody a:focus').count()) > 0) break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Why this match?' }).waitFor();
    await page.locator('h1:focus').waitFor();
    expect(await page.title()).not.toMatch(/^Companies/);
    await page.context().close();
  });

  test('language and appearance are chosen in the menu and remembered', async () => {
    const page = await openPage('/');
    await page.getByRole('button', { name: 'Account and settings' }).click();
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
    await page.getByRole('heading', { name: 'Firmen', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Konto und Einstellungen' }).click();
    await page.getByRole('menuitemradio', { name: 'Dunkel' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'Firmen', level: 1 }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    expect(await page.title()).toBe('Firmen – Doorplate');
    await page.context().close();
  });

  test('a key is shown once, works, and works no more when it is revoked', async () => {
    const page = await openPage('/keys');
    await page.getByLabel('Label').fill('weekly report');
    await page.getByRole('button', { name: 'Create key' }).click();
    await page.getByRole('heading', { name: 'Your new key' }).waitFor();
    const token = await page.getByRole('region', { name: 'Key “weekly report”' }).locator('code').innerText();
    const asks = () =>
      fetch(`${dashboard.server.origin}/api/v1/funnel?site=${DEMO_SITE}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await asks()).status).toBe(200);
    await page.reload();
    await page.getByText('weekly report', { exact: true }).waitFor();
    expect(await page.content()).not.toContain(token);
    await page.getByRole('button', { name: 'Revoke key “weekly report”' }).click();
    await page.getByRole('button', { name: 'Yes, revoke' }).click();
    await page.getByText('The key “weekly report” is revoked.').waitFor();
    expect((await asks()).status).toBe(401);
    await page.context().close();
  });

  test('a site is added by its domain, and its snippet names it', async () => {
    const page = await openPage('/set-up');
    await page.getByRole('button', { name: 'Add another website' }).click();
    await page.getByLabel('Domain').fill('no domain');
    await page.getByRole('button', { name: 'Add website', exact: true }).click();
    await page.getByText('This is not a domain.').waitFor();
    await page.getByLabel('Domain').fill('https://www.müller-beispiel.example/kontakt');
    await page.getByRole('button', { name: 'Add website', exact: true }).click();
    await page
      .getByText(
        `<script defer src="${dashboard.server.origin}/t.js" data-site="www.xn--mller-beispiel-gsb.example"></script>`,
      )
      .waitFor();
    expect(await page.getByText('Waiting for the first visit …').isVisible()).toBe(true);
    await page.context().close();
  });

  test('a server that cannot be reached is told in words, and the list stays', async () => {
    const page = await openPage(`/?site=${DEMO_SITE}`);
    await page.locator('tbody tr').first().waitFor();
    await page.context().setOffline(true);
    await page.getByText('The Doorplate server cannot be reached.').waitFor();
    expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

describe.each(['de-DE', 'en-GB'])('for everybody, in %s', (locale) => {
  describe.each(['light', 'dark'] as const)('and %s', (colorScheme) => {
    let page: Page;
    beforeAll(async () => {
      page = await openPage('/', { locale, colorScheme });
    });
    afterAll(() => page.context().close());

    test.each([
      ['companies', () => `/?site=${DEMO_SITE}`],
      ['an own period', () => `/?site=${DEMO_SITE}&period=custom&from=2020-01-01&to=2020-01-31`],
      ['a company', () => `${companyPath}?site=${DEMO_SITE}`],
      ['no such company', () => `/companies/nobody?site=${DEMO_SITE}`],
      ['the funnel', () => `/funnel?site=${DEMO_SITE}`],
      ['statistics', () => `/statistics?site=${DEMO_SITE}`],
      ['set-up', () => `/set-up?site=${DEMO_SITE}`],
      ['keys', () => '/keys'],
      ['sign-in', () => '/sign-in'],
      ['setup', () => '/setup#token=used'],
    ])('%s can be used by all, and fits 360 pixels', async (_name, path) => {
      await page.goto(dashboard.server.origin + path());
      await settled(page);
      expect(await lookThrough(page, colorScheme)).toEqual({ tooWide: [0, 0], barriers: [] });
    });
  });
});

test('no page broke its content security policy, and no script failed', () => {
  expect(dashboard.complaints).toEqual([]);
});
