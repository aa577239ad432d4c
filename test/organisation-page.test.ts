import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './browser.ts';
import { doorplate, newDataFolder, startDoorplate, type DoorplateProcess } from './doorplate-process.ts';
import { drawCanaries } from './privacy/canaries.ts';

let browser: Browser;
let server: DoorplateProcess;
/** Inside the network of a company that is shown. */
let address = '';

beforeAll(async () => {
  const data = newDataFolder();
  [address = ''] = drawCanaries(data, 1).company4;
  server = await startDoorplate({
    data,
    environment: { DOORPLATE_TRUSTED_PROXIES: '127.0.0.1', DOORPLATE_ORGANISATION_PAGE: 'on' },
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.end();
});

test('in a real browser without JavaScript an organisation reads what is held, objects, and is shown no more', async () => {
  const verdictNow = () => {
    const { stdout } = doorplate(server.data, ['identify', '--json', address]);
    const { verdict, reason } = JSON.parse(stdout) as { verdict: string; reason: string | null };
    return [verdict, reason];
  };
  expect(verdictNow()).toEqual(['company', null]);
  for (const colorScheme of ['light', 'dark'] as const) {
    // The accessibility check is a script of its own; the page's policy lets none of the page's run.
    const checked = await browser.newContext({ colorScheme, extraHTTPHeaders: { 'x-forwarded-for': address } });
    const page = await checked.newPage();
    await page.goto(`${server.origin}/organisation?lang=de`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await checked.close();
  }
  const context = await browser.newContext({
    javaScriptEnabled: false,
    extraHTTPHeaders: { 'x-forwarded-for': address },
  });
  const page = await context.newPage();
  await page.goto(`${server.origin}/organisation?lang=en`);
  await page.getByRole('button', { name: 'File an objection' }).click();
  await page.getByRole('heading', { name: 'Your objection has arrived' }).waitFor();
  expect(await page.getByText(/^doorplate-[0-9a-f]{20}$/).count()).toBe(1);
  expect(await context.cookies()).toEqual([]);
  await context.close();
  expect(verdictNow()).toEqual(['withheld', 'organisation-objected']);
});

test('where it is not switched on there is nothing under its path', async () => {
  const closed = await startDoorplate();
  for (const accept of ['text/html', 'application/json']) {
    const [page, nothing] = await Promise.all(
      ['/organisation', '/nothing-here'].map((path) => fetch(`${closed.origin}${path}`, { headers: { accept } })),
    );
    expect([page?.status, nothing?.status]).toEqual([404, 404]);
    const withoutNonce = async (answer: Response | undefined): Promise<string> => {
      const nonce = /'nonce-([^']+)'/.exec(answer?.headers.get('content-security-policy') ?? '')?.[1];
      const text = (await answer?.text()) ?? '';
      return nonce === undefined ? text : text.replaceAll(nonce, '');
    };
    expect(await withoutNonce(page)).toBe(await withoutNonce(nothing));
  }
  const objection = await fetch(`${closed.origin}/organisation/objection`, { method: 'POST' });
  expect(objection.status).toBe(404);
  await closed.end();
});
