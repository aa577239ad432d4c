import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_SITE } from '../src/serve/demo/demo-pages.ts';
import { PERSONS_BROWSER } from './browser.ts';
import { type Dashboard, lookThrough, settled, startDashboard } from './dashboard-browser.ts';

/** What a long page would do to a narrow window. */
const LONG_FILE = `/files/${'price-list-of-all-valves-and-fittings-'.repeat(5)}.pdf`;

let dashboard: Dashboard;
let companyPath = '';

beforeAll(async () => {
  dashboard = await startDashboard();
  await dashboard.signUp();
  await dashboard.visitAs('company-1', 'products');
  await tell({ name: 'pageview', page: 'Price list', group: 'Shop' });
  await tell({ name: 'download', target: LONG_FILE });
  await tell({ name: 'outlink', target: 'www.partner.example' });
  await tell({ name: 'contact', target: 'mail' });
  await tell({ name: 'form', target: 'offer' });
  await tell({ name: 'milestone', target: 'Offer asked for' });
  await tell({ name: 'demo-booked' });
  await tell({ name: 'leave', seconds: 80 });
  const page = await dashboard.openPage(`/?site=${DEMO_SITE}`);
  const link = page.locator('tbody td:first-child a').first();
  await link.waitFor();
  companyPath = new URL((await link.getAttribute('href')) ?? '', dashboard.server.origin).pathname;
  await page.context().close();
});
afterAll(() => dashboard.close());

/** A message as the tracker sends it, from the demo's company. */
async function tell(message: Readonly<Record<string, unknown>>): Promise<void> {
  const place = `${dashboard.server.origin}/demo/company-1`;
  const answer = await fetch(`${place}/api/event`, {
    method: 'POST',
    headers: { 'user-agent': PERSONS_BROWSER, 'content-type': 'text/plain' },
    body: JSON.stringify({ site: DEMO_SITE, url: `${place}/price-list`, ...message }),
  });
  if (answer.status !== 202 || answer.headers.has('x-hit-refused')) {
    throw new Error(`${String(message['name'])} was answered with ${answer.status}`);
  }
}

test.each([
  [
    'en-GB',
    [
      `File downloaded: ${LONG_FILE}`,
      'Link to www.partner.example',
      'Email link clicked',
      'Form “offer” sent',
      'Milestone reached: Offer asked for',
      'Event “demo-booked”',
      'Price list',
      'open for 1 min 20 secs',
    ],
  ],
  [
    'de-DE',
    [
      `Datei heruntergeladen: ${LONG_FILE}`,
      'Link zu www.partner.example',
      'E-Mail-Link angeklickt',
      'Formular „offer“ gesendet',
      'Meilenstein erreicht: Offer asked for',
      'Ereignis „demo-booked“',
      'Price list',
      '1 Min. 20 Sek. geöffnet',
    ],
  ],
])('the visit of a company tells in words what happened (%s)', async (locale, sentences) => {
  const page = await dashboard.openPage(`${companyPath}?site=${DEMO_SITE}`, { locale });
  for (const sentence of sentences) await page.getByText(sentence, { exact: true }).first().waitFor();
  expect(await page.locator('li[data-event]').count()).toBe(6);
  await page.context().close();
});

describe('objection', () => {
  test('the privacy page gets a link or a block, in the language of its visitors', async () => {
    const page = await openObjection();
    await page.getByText(`<a href="/d/privacy/${DEMO_SITE}?lang=en" rel="nofollow">`).waitFor();
    await page.getByText('<div data-doorplate-opt-out lang="en"></div>').waitFor();
    await page.getByText('Deutsch', { exact: true }).first().click();
    await page.getByText(`<a href="/d/privacy/${DEMO_SITE}?lang=de" rel="nofollow">`).waitFor();
    const preview = page.getByRole('link', { name: 'Der Zählung durch Doorplate widersprechen' });
    const opened = await page.context().request.get((await preview.getAttribute('href')) ?? '');
    expect([opened.status(), (await opened.text()).includes('Der Zählung widersprechen')]).toEqual([200, true]);
    await page.context().close();
  });

  test('a signal is switched off with a reason only, on again at once, and both stand in the history', async () => {
    const page = await openObjection();
    const dnt = page.getByRole('switch', { name: 'Respect Do Not Track' });
    expect(await dnt.isChecked()).toBe(true);
    await page.getByText('Never changed').waitFor();
    await dnt.press('Space');
    await page.getByRole('heading', { name: 'No longer respect Do Not Track?' }).waitFor();
    await page.getByText('People who send this signal have decided against being counted.').waitFor();
    expect(await dnt.isChecked()).toBe(true);
    await page.getByRole('button', { name: 'No longer respect' }).click();
    await page.getByText('Please give a reason of at least three characters.').waitFor();
    expect(await page.locator(':focus').getAttribute('aria-invalid')).toBe('true');
    await page.getByRole('textbox', { name: 'Reason' }).fill('agreed with the works council');
    await page.getByRole('button', { name: 'No longer respect' }).click();
    await page.getByText('Saved. This holds from now on.').waitFor();
    expect(await dnt.isChecked()).toBe(false);
    const history = page.getByRole('list', { name: 'History' }).getByRole('listitem');
    const [latest = ''] = await history.allInnerTexts();
    expect(latest).toContain('Global Privacy Control is respected, Do Not Track is not.');
    expect(latest).toContain('Reason: agreed with the works council');
    expect(latest).toMatch(/\d\d\/\d\d\/\d{4}, \d\d:\d\d by \S+@\S+/);
    await dnt.press('Space');
    await page.getByText('Do Not Track and Global Privacy Control are respected.').waitFor();
    expect([await dnt.isChecked(), await history.count()]).toEqual([true, 2]);
    await page.context().close();
  });

  test('who does not go through with it changes nothing', async () => {
    const page = await openObjection();
    const gpc = page.getByRole('switch', { name: 'Respect Global Privacy Control' });
    await gpc.press('Space');
    await page.getByRole('button', { name: 'Keep respecting' }).click();
    expect([await gpc.isChecked(), await page.getByRole('textbox', { name: 'Reason' }).count()]).toEqual([true, 0]);
    await page.context().close();
  });
});

test('each way of tracking says what it can do and how it gets into the website', async () => {
  const page = await dashboard.openPage(`/set-up?site=${DEMO_SITE}`);
  await page.getByText('Sees most:').waitFor();
  await page.getByText(`<script defer src="/d/t.js" data-site="${DEMO_SITE}"></script>`, { exact: true }).waitFor();
  const pinned = page.getByText(
    /^<script defer src="http:\S+\/t\.[0-9a-f]{12}\.js" integrity="sha384-\S+" crossorigin/,
  );
  expect(await pinned.count()).toBe(0);
  await page.getByRole('checkbox', { name: 'With a checksum (SRI)' }).press('Space');
  await pinned.waitFor();
  await page.getByText('proxy_pass http://127.0.0.1:8080;').waitFor();
  await page.getByText('Caddy', { exact: true }).click();
  await page.getByText('reverse_proxy 127.0.0.1:8080').waitFor();
  await page.getByText('Pixel', { exact: true }).first().click();
  await page.getByText(`<img src="/d/t.gif?site=${DEMO_SITE}"`).waitFor();
  await page.getByText('Server connector', { exact: true }).first().click();
  await page.getByText('DOORPLATE_SYSLOG_PORT=5514').waitFor();
  await page.getByText('Node', { exact: true }).click();
  await page.getByText(`url: '${dashboard.server.origin}', site: '${DEMO_SITE}'`).waitFor();
  expect(await page.getByRole('row', { name: /^Referring websites/ }).innerText()).toContain('only with r=');
  await page.getByText('The first visit has arrived.').waitFor();
  await page.context().close();
});

async function openObjection(): Promise<Page> {
  const page = await dashboard.openPage(`/visitor-objection?site=${DEMO_SITE}`);
  await page.getByRole('switch').first().waitFor();
  return page;
}

describe.each(['de-DE', 'en-GB'])('for everybody, in %s', (locale) => {
  describe.each(['light', 'dark'] as const)('and %s', (colorScheme) => {
    let page: Page;
    beforeAll(async () => {
      page = await dashboard.openPage('/', { locale, colorScheme });
    });
    afterAll(() => page.context().close());

    test('a visit with events can be used by all, and fits 360 pixels', async () => {
      await page.goto(`${dashboard.server.origin}${companyPath}?site=${DEMO_SITE}`);
      await page.getByText('www.partner.example').first().waitFor();
      expect(await lookThrough(page, colorScheme)).toEqual({ tooWide: [0, 0], barriers: [] });
    });

    test('each way of tracking can be set up by all, and fits 360 pixels', async () => {
      await page.goto(`${dashboard.server.origin}/set-up?site=${DEMO_SITE}`);
      await settled(page);
      for (const way of ['script', 'pixel', 'connector']) {
        await page.locator(`input[type="radio"][value="${way}"]`).press('Space');
        expect(await lookThrough(page, colorScheme)).toEqual({ tooWide: [0, 0], barriers: [] });
      }
    });

    test('objection can be used by all, also while it asks for a reason, and fits 360 pixels', async () => {
      await page.goto(`${dashboard.server.origin}/visitor-objection?site=${DEMO_SITE}`);
      await settled(page);
      expect(await lookThrough(page, colorScheme)).toEqual({ tooWide: [0, 0], barriers: [] });
      await page.getByRole('switch').last().press('Space');
      await page.locator('form').waitFor();
      expect(await lookThrough(page, colorScheme)).toEqual({ tooWide: [0, 0], barriers: [] });
    });
  });
});

test('no page broke its content security policy, and no script failed', () => {
  expect(dashboard.complaints).toEqual([]);
});
