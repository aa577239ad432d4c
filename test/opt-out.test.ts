import { AxeBuilder } from '@axe-core/playwright';
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApiFunnel } from '../src/contracts/api.ts';
import { OPT_OUT_WORDS } from '../src/privacy/opt-out-words.ts';
import { launchChromium, PERSONS_BROWSER } from './browser.ts';
import { doorplate, newDataFolder, startDoorplate, type DoorplateProcess } from './doorplate-process.ts';
import { drawCanaries } from './privacy/canaries.ts';

/**
 * Objections of real visitors: a website of its own on http://localhost with a path that leads to the real server, as a
 * site's web server would, and the same website with a script from another host, http://127.0.0.1.
 */
const SITE = 'localhost';
/** privacy.md, row 9. */
const PAGE_VIEWS_AFTER = 50;
const { en } = OPT_OUT_WORDS;

let server: DoorplateProcess;
let browser: Browser;
let website: Server;
let site = '';
let key = '';
/** Inside the network of a company that is shown: as whom the path's proxy says that visitors come. */
let address = '';
/** What the website's path led to the server: method and path. */
let led: string[] = [];
/** What the tracking code of the website is. */
let tag = '';

beforeAll(async () => {
  const data = newDataFolder();
  [address = ''] = drawCanaries(data, 1).company4;
  server = await startDoorplate({ data, environment: { DOORPLATE_TRUSTED_PROXIES: '127.0.0.1' } });
  expect(doorplate(data, ['site', 'add', SITE]).status).toBe(0);
  key = doorplate(data, ['key', 'add', '--scope', 'read']).stdout.trim();
  website = createServer((request, response) =>
    request.url?.startsWith('/d/') ? leadOn(request, response) : sendPage(response),
  );
  await new Promise<void>((ready) => website.listen(0, '127.0.0.1', ready));
  const bound = website.address();
  site = `http://localhost:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  website.closeAllConnections();
  await new Promise((done) => website.close(done));
  await server.end();
});
beforeEach(() => {
  led = [];
});

/** As docs/tracking.md has it for nginx: without the prefix, with the host and the visitor's address. */
function leadOn(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url?.slice(2) ?? '';
  led.push(`${request.method} ${path}`);
  const onward = ask(
    server.origin + path,
    { method: request.method, headers: { ...request.headers, 'x-forwarded-for': address }, agent: false },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

function sendPage(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-cache' });
  response.end(`<!doctype html><html lang="en"><title>x</title>${tag}
    <noscript><img src="/d/t.gif?site=${SITE}" alt=""></noscript><main><h1>x</h1><div data-doorplate-opt-out></div></main>`);
}

function newVisitor(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  return browser.newContext({ userAgent: PERSONS_BROWSER, locale: 'en-GB', ...options });
}

/** Everything that was counted for the site, whatever became of it. */
async function counted(): Promise<number> {
  const answer = await fetch(`${server.origin}/api/v1/funnel?site=${SITE}`, {
    headers: { authorization: `Bearer ${key}` },
  });
  return ((await answer.json()) as ApiFunnel).total;
}

/** Hits that objected, of all sites together. */
async function objected(): Promise<number> {
  const metrics = await (await fetch(`${server.origin}/metrics`)).text();
  return Number(/doorplate_hits_total\{outcome="opt-out"\} (\d+)/.exec(metrics)?.[1] ?? 0);
}

async function comesTo(count: number): Promise<void> {
  await expect.poll(counted, { timeout: 5_000 }).toBe(count);
}

/** What was counted stays so: everything under way has been taken into the store after this long. */
async function staysAt(count: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await counted()).toBe(count);
}

/** Page views of every kind: loaded, reloaded, gone back to, and changed without loading. */
async function viewPages(page: Page, views: number): Promise<void> {
  for (let view = 0; view < views; view++) {
    if (view % 5 === 1) await page.reload();
    else if (view % 5 === 2) await page.evaluate(`history.pushState(null, '', '/spa/${view}')`);
    else if (view % 5 === 3) await page.goBack();
    else await page.goto(`${site}/page/${view}`);
  }
}

describe('with a path on the site’s own origin', () => {
  beforeEach(() => {
    tag = `<script defer src="/d/t.js" data-site="${SITE}"></script>`;
  });

  test('after the click nothing is counted, in no open page either, until it is taken back', async () => {
    const visitor = await newVisitor();
    const open = await visitor.newPage();
    const page = await visitor.newPage();
    const before = await counted();
    await open.goto(`${site}/open`);
    await page.goto(`${site}/first`);
    await comesTo(before + 2);

    await page.goto(`${site}/d/privacy/${SITE}`);
    await page.getByText(en.counted).waitFor();
    expect(await visitor.cookies()).toEqual([]);
    await page.getByRole('button', { name: en.objectButton }).click();
    await page.getByText(en.notCounted['opt-out']).waitFor();
    expect(page.url()).toBe(`${site}/d/privacy/${SITE}?lang=en`);
    const [cookie, ...more] = await visitor.cookies();
    expect(more).toEqual([]);
    expect(cookie).toMatchObject({
      name: 'doorplate_opt_out',
      value: '1',
      domain: 'localhost',
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
    });
    expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(360 * 24 * 3600);

    // The script that the browser has kept from before the click, and pages that were open then, are refused.
    led = [];
    await open.evaluate(`for (let view = 0; view < 10; view++) history.pushState(null, '', '/spa/' + view)`);
    await viewPages(page, PAGE_VIEWS_AFTER);
    await page.goto(`${site}/d/privacy/${SITE}`);
    await staysAt(before + 2);
    expect(await objected()).toBeGreaterThanOrEqual(10);

    await page.getByRole('button', { name: en.undoButton }).click();
    await page.getByText(en.counted).waitFor();
    expect(await visitor.cookies()).toEqual([]);
    await page.goto(`${site}/again`);
    await comesTo(before + 3);
    await visitor.close();
  });

  test('a page that comes back out of the browser’s memory is not counted either', async () => {
    const remembering = await launchChromium([], ['--disable-back-forward-cache']);
    const visitor = await remembering.newContext({ userAgent: PERSONS_BROWSER, locale: 'en-GB' });
    const page = await visitor.newPage();
    const before = await counted();
    await page.goto(`${site}/first`);
    await page.evaluate(`addEventListener('pageshow', (event) => { window.wasKept = event.persisted; })`);
    await comesTo(before + 1);
    await page.goto(`${site}/d/privacy/${SITE}`);
    await page.getByRole('button', { name: en.objectButton }).click();
    await page.getByText(en.notCounted['opt-out']).waitFor();
    led = [];
    await page.evaluate('history.go(-2)');
    // Such a page does not load again, so there is no event to wait for.
    await expect.poll(() => page.url()).toBe(`${site}/first`);
    await expect.poll(() => page.evaluate('window.wasKept')).toBe(true);
    await expect.poll(() => led).toContain('POST /api/event');
    await staysAt(before + 1);
    await remembering.close();
  });

  test('a browser that has kept no script is given an empty one, and sends nothing at all', async () => {
    const visitor = await newVisitor();
    await visitor.addCookies([{ name: 'doorplate_opt_out', value: '1', url: site }]);
    const page = await visitor.newPage();
    const before = await counted();
    await viewPages(page, PAGE_VIEWS_AFTER);
    await staysAt(before);
    expect(led).toContain('GET /t.js');
    expect(led.filter((request) => !request.endsWith('/t.js'))).toEqual([]);
    await visitor.close();
  });

  test('without JavaScript the click works, and the pixel is refused', async () => {
    const visitor = await newVisitor({ javaScriptEnabled: false });
    const page = await visitor.newPage();
    const before = await counted();
    await page.goto(`${site}/first`);
    await comesTo(before + 1);
    await page.goto(`${site}/d/privacy/${SITE}?lang=de`);
    await page.getByRole('button', { name: OPT_OUT_WORDS.de.objectButton }).click();
    await page.getByText(OPT_OUT_WORDS.de.notCounted['opt-out']).waitFor();
    for (let view = 0; view < PAGE_VIEWS_AFTER; view++) await page.goto(`${site}/page/${view}`);
    await staysAt(before + 1);
    expect(led.filter((request) => request.startsWith('GET /t.gif')).length).toBe(PAGE_VIEWS_AFTER + 1);
    await visitor.close();
  });

  test.each(['light', 'dark'] as const)('the page is accessible in %s', async (colorScheme) => {
    const visitor = await newVisitor({ colorScheme });
    const page = await visitor.newPage();
    for (const extra of [{}, { dnt: '1', cookie: 'doorplate_opt_out=1' }]) {
      await page.setExtraHTTPHeaders(extra);
      await page.goto(`${site}/d/privacy/${SITE}`);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
    await visitor.close();
  });

  test('a post of another site changes nothing, and its frame shows nothing', async () => {
    const visitor = await newVisitor();
    const page = await visitor.newPage();
    const page2 = await visitor.newPage();
    await page.goto(`${server.origin}/healthz`);
    const status = page.waitForResponse((answer) => answer.url().includes('/d/privacy/'));
    await page.setContent(
      `<form method="post" action="${site}/d/privacy/${SITE}"><button name="choice" value="object">x</button></form>`,
    );
    await page.getByRole('button').click();
    expect((await status).status()).toBe(403);
    await page2.goto(`${site}/first`);
    await page2.setContent(`<iframe src="/d/privacy/${SITE}"></iframe>`);
    await page2.waitForTimeout(300);
    expect(await page2.frames()[1]?.evaluate('document.querySelectorAll("button").length')).toBe(0);
    expect(await visitor.cookies()).toEqual([]);
    await visitor.close();
  });
});

describe('with a script from another host', () => {
  beforeEach(() => {
    tag = `<script defer src="${server.origin}/t.js" data-site="${SITE}"></script>
      <script defer src="${server.origin}/opt-out.js?site=${SITE}"></script>`;
  });

  test('after the click in the block no request is sent, until it is taken back', async () => {
    const visitor = await newVisitor();
    const page = await visitor.newPage();
    const sent: string[] = [];
    const before = await counted();
    await page.goto(`${site}/first`);
    await comesTo(before + 1);
    await page.getByText('This browser is counted').waitFor();
    expect((await visitor.storageState()).origins).toEqual([]);
    await page.getByRole('button', { name: 'Do not count me' }).click();
    await page.getByText('because you have objected here').waitFor();
    expect((await visitor.storageState()).origins).toEqual([
      { origin: site, localStorage: [{ name: 'doorplate_opt_out', value: '1' }] },
    ]);
    page.on('request', (request) => sent.push(new URL(request.url()).pathname));
    await viewPages(page, PAGE_VIEWS_AFTER);
    await staysAt(before + 1);
    expect(sent.filter((path) => /event|t\.gif/.test(path))).toEqual([]);
    expect(sent.length).toBeGreaterThan(PAGE_VIEWS_AFTER / 2);
    expect(await visitor.cookies()).toEqual([]);

    await page.getByRole('button', { name: 'Take the objection back' }).click();
    await page.getByText('This browser is counted').waitFor();
    await page.goto(`${site}/again`);
    await comesTo(before + 2);
    expect((await visitor.storageState()).origins).toEqual([]);
    await visitor.close();
  });

  test('the block says that a signal suffices, in the page’s language', async () => {
    const visitor = await newVisitor({ extraHTTPHeaders: { 'sec-gpc': '1' } });
    const page = await visitor.newPage();
    const before = await counted();
    await page.goto(`${site}/first`);
    await page.getByText('because it sends “Global Privacy Control”').waitFor();
    await staysAt(before);
    expect(await visitor.cookies()).toEqual([]);
    await visitor.close();
  });

  test('the block of a site that has a path of its own leads to the page there', async () => {
    tag = `<script defer src="/d/opt-out.js?site=${SITE}"></script>`;
    const visitor = await newVisitor();
    const page = await visitor.newPage();
    await page.goto(`${site}/first`);
    await page.getByRole('link').click();
    await page.getByText(en.counted).waitFor();
    expect(page.url()).toBe(`${site}/d/privacy/${SITE}`);
    await visitor.close();
  });
});
