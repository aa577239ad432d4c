import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ApiCompanyList, ApiFunnel, ApiSession, ApiVisitList } from '../src/contracts/api.ts';
import { DEMO_SITE } from '../src/serve/demo/demo-pages.ts';
import { launchChromium, PERSONS_BROWSER } from './browser.ts';
import { startDoorplate, type DoorplateProcess } from './doorplate-process.ts';

/**
 * The tracker on a website of its own, with the real server behind it: what a visitor does there stands on the
 * dashboard. The website stands on a host of the demo's site; its first-party path leads to a persona of the demo, as a
 * proxy in front of a real site would lead it to the server.
 */
const PASSWORD = 'correct horse battery staple';

let server: DoorplateProcess;
let browser: Browser;
let owner: BrowserContext;
let website: Server;
let site = '';
/** Pages of the website by path. */
let pages: { [path: string]: string } = {};
/** Further headers of its pages. */
let policy = '';

beforeAll(async () => {
  server = await startDoorplate();
  // What a page sends while it is left carries the name of the browser itself, not that of a context.
  browser = await launchChromium([`--user-agent=${PERSONS_BROWSER}`]);
  website = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '', 'http://localhost');
    const tracking = /^\/(company-\d)(\/(?:t\.[0-9a-f.]*js|t\.gif|api\/event))$/.exec(pathname);
    if (tracking !== null) {
      const [, persona, path] = tracking;
      // A pinned script is served by the installation itself; everything else in the persona's name.
      const isPinned = /^\/t\.[0-9a-f]{12}\.js$/.test(path ?? '');
      const target = isPinned ? `${server.origin}${path}` : `${server.origin}/demo/${persona}${path}${search}`;
      forward(target, request, response).catch(() => response.destroy());
      return;
    }
    const body = pages[pathname];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': pathname.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8',
      ...(policy !== '' && { 'content-security-policy': policy }),
    });
    response.end(pathname.endsWith('.js') ? body : `<!doctype html><title>x</title>${body ?? ''}`);
  });
  await new Promise<void>((ready) => website.listen(0, '127.0.0.1', ready));
  const address = website.address();
  site = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;

  owner = await browser.newContext();
  const page = await owner.newPage();
  await page.goto(`${server.origin}/healthz`);
  const signedIn = await owner.request.post(`${server.origin}/api/v1/setup`, {
    data: { token: server.setupToken(), password: PASSWORD },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(signedIn.status()).toBe(200);
  await page.close();
});
afterAll(async () => {
  await browser.close();
  website.closeAllConnections();
  await new Promise((done) => website.close(done));
  await server.end();
});

/** As a proxy does that serves the tracker on the site's own origin. */
async function forward(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const { host: _host, connection: _connection, 'content-length': _length, ...headers } = request.headers;
  const answer = await fetch(target, {
    method: request.method ?? 'GET',
    headers: Object.entries(headers).filter((header): header is [string, string] => typeof header[1] === 'string'),
    ...(request.method === 'POST' && { body: Buffer.concat(parts) }),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' }).end(body);
}

beforeEach(() => {
  pages = {};
  policy = '';
});

async function ask<Answer>(path: string): Promise<Answer> {
  const ofSite = path === 'session' ? '' : `?site=${DEMO_SITE}`;
  const answer = await owner.request.get(`${server.origin}/api/v1/${path}${ofSite}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Answer;
}

type Told = {
  readonly name: string;
  readonly path: string;
  readonly target: string | null;
  readonly seconds: number | null;
};

/** What the dashboard tells of pages under a path, in order of time; every test has a path of its own. */
async function told(path: string): Promise<readonly Told[]> {
  const { data: companies } = await ask<ApiCompanyList>('companies');
  const lists = await Promise.all(companies.map(({ id }) => ask<ApiVisitList>(`companies/${id}/visits`)));
  return lists
    .flatMap(({ data }) => data)
    .flatMap(({ steps }) => steps)
    .filter((step) => step.path.startsWith(path))
    .map((step) => ({
      name: step.name,
      path: step.path,
      target: step.target ?? null,
      seconds: step.seconds ?? null,
    }));
}

function names(path: string): Promise<readonly (readonly [name: string, target: string | null])[]> {
  return told(path).then((steps) => steps.map(({ name, target }) => [name, target] as const));
}

async function visit(path: string): Promise<Page> {
  const visitor = await browser.newContext();
  const page = await visitor.newPage();
  await page.goto(site + path);
  return page;
}

/** Twice as long as a hit may take to the dashboard (interfaces.md). */
const SOON = { timeout: 4_000 };

/** A website has one persona: company-1. */
const tag = (attributes = ''): string =>
  `<script defer src="/company-1/t.js" data-site="${DEMO_SITE}"${attributes}></script>`;
const STRICT = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'";

describe('on the dashboard stands', () => {
  test('what a visitor clicks on a page under a strict policy', async () => {
    policy = STRICT;
    pages['/strict'] =
      `${tag()}<a id="file" href="/strict/list.pdf">x</a><a id="mail" href="mailto:erika@example.net">x</a>
      <a id="phone" href="tel:+4915123456789">x</a><a id="out" href="https://partner.example/x">x</a>`;
    pages['/strict/list.pdf'] = 'x';
    const page = await visit('/strict');
    // What the system would open for them stands in the way of further clicks.
    await page.evaluate(
      `for (const kind of ['click', 'auxclick']) addEventListener(kind, (event) => event.preventDefault())`,
    );
    const expected: (readonly [string, string | null])[] = [['pageview', null]];
    await expect.poll(() => names('/strict'), SOON).toEqual(expected);
    for (const [link, button, name, target] of [
      ['#mail', 'left', 'contact', 'mail'],
      ['#phone', 'left', 'contact', 'phone'],
      ['#file', 'middle', 'download', '/strict/list.pdf'],
      ['#out', 'middle', 'outlink', 'partner.example'],
    ] as const) {
      await page.locator(link).click({ button });
      expected.push([name, target]);
      await expect.poll(() => names('/strict'), SOON).toEqual(expected);
    }
    await page.context().close();
  });

  test('that a form was sent, and the page behind it', async () => {
    policy = STRICT;
    pages['/form'] =
      `${tag()}<form action="/form/sent" data-doorplate="Newsletter"><input name="a" value="secret"><button>x</button></form>`;
    pages['/form/sent'] = tag();
    const page = await visit('/form');
    await expect.poll(() => names('/form'), SOON).toHaveLength(1);
    await page.locator('button').click();
    await expect
      .poll(async () => (await told('/form')).map(({ name, path, target }) => [name, path, target]), SOON)
      .toEqual([
        ['pageview', '/form', null],
        ['form', '/form', 'Newsletter'],
        ['pageview', '/form/sent', null],
      ]);
    await page.context().close();
  });

  test('how long a page was open, whether it was left for another one or for a step of the same', async () => {
    pages['/open'] = tag();
    pages['/open/next'] = tag();
    const page = await visit('/open');
    await page.waitForTimeout(1_200);
    await page.evaluate(`history.pushState(null, '', '/open/step')`);
    await page.goto(`${site}/open/next`);
    await expect
      .poll(
        async () => (await told('/open')).map(({ path, seconds }) => [path, seconds === null ? null : seconds < 30]),
        SOON,
      )
      .toEqual([
        ['/open', true],
        ['/open/step', true],
        ['/open/next', null],
      ]);
    expect((await told('/open'))[0]?.seconds).toBeGreaterThanOrEqual(1);
    await page.context().close();
  });

  test('a milestone that the page tells', async () => {
    pages['/goal'] = tag();
    const page = await visit('/goal');
    await page.evaluate(`doorplate('milestone', 'Ordered')`);
    await expect
      .poll(() => names('/goal'), SOON)
      .toEqual([
        ['pageview', null],
        ['milestone', 'Ordered'],
      ]);
    await page.context().close();
  });

  test('nothing before consent, and the page once it is given', async () => {
    pages['/consent'] = tag(' data-consent="required"');
    const before = await ask<ApiFunnel>('funnel');
    const page = await visit('/consent');
    await page.evaluate(`history.pushState(null, '', '/consent/more')`);
    await page.waitForTimeout(1_500);
    expect(await ask<ApiFunnel>('funnel')).toEqual(before);
    await page.evaluate(`doorplate('consent')`);
    await expect.poll(() => names('/consent'), SOON).toEqual([['pageview', null]]);
    await page.context().close();
  });

  test('one hit in the funnel for a page view and its closing message', async () => {
    pages['/once'] = tag();
    const { total } = await ask<ApiFunnel>('funnel');
    const page = await visit('/once');
    await page.goto('about:blank');
    await expect.poll(async () => (await told('/once')).map(({ seconds }) => seconds === null), SOON).toEqual([false]);
    expect((await ask<ApiFunnel>('funnel')).total).toBe(total + 1);
    await page.context().close();
  });
});

describe('a page view is counted where the script', () => {
  test.each([
    [
      'is put into the page by a tag manager',
      `const tag = document.createElement('script'); tag.async = true; tag.src = '/company-1/t.js?site=${DEMO_SITE}'; document.head.append(tag);`,
    ],
    [
      'is run without an element',
      `const mark = document.createElement('script'); mark.type = 'held'; mark.src = '/company-1/t.js'; mark.dataset.site = '${DEMO_SITE}'; document.head.append(mark); fetch(mark.src).then((answer) => answer.text()).then((code) => { const tag = new Blob([code], { type: 'text/javascript' }); return import(URL.createObjectURL(tag)); });`,
    ],
  ])('%s', async (what, code) => {
    const path = `/inserted-${what.length}`;
    pages[path] = `<script defer src="${path}.js"></script>`;
    pages[`${path}.js`] = code;
    const page = await visit(path);
    await expect.poll(() => names(path), SOON).toEqual([['pageview', null]]);
    await page.context().close();
  });

  test('names its site in its address, as TYPO3 writes it', async () => {
    pages['/typo3'] = `<script src="/company-1/t.js?site=${DEMO_SITE}" async="async"></script>`;
    const page = await visit('/typo3');
    await expect.poll(() => names('/typo3'), SOON).toEqual([['pageview', null]]);
    await page.context().close();
  });

  test('is pinned with its integrity, also from another origin', async () => {
    const { tracker } = await ask<ApiSession>('session');
    const integrity = `integrity="${tracker?.integrity}" crossorigin="anonymous"`;
    pages['/pinned'] = `<script defer src="/company-1${tracker?.path}" ${integrity} data-site="${DEMO_SITE}"></script>`;
    pages['/pinned/other'] =
      `<script defer src="${server.origin}${tracker?.path}" ${integrity} data-site="${DEMO_SITE}"></script>`;
    const page = await visit('/pinned');
    await expect.poll(() => names('/pinned'), SOON).toEqual([['pageview', null]]);
    // From the installation itself the visitor has a loopback address: an anonymous hit.
    const hits = (funnel: ApiFunnel) => funnel.outcomes.find(({ outcome }) => outcome === 'special-purpose')?.hits ?? 0;
    const before = hits(await ask<ApiFunnel>('funnel'));
    await page.goto(`${site}/pinned/other`);
    await expect.poll(async () => hits(await ask<ApiFunnel>('funnel')), SOON).toBe(before + 1);
    await page.context().close();
  });

  test('comes back with its page out of the browser’s memory', async () => {
    pages['/back'] = tag();
    pages['/back/next'] = '<p>x</p>';
    const page = await visit('/back');
    await page.goto(`${site}/back/next`);
    await page.goBack();
    // Whether the browser kept the page or loads it anew: it is seen twice, and counted twice.
    await expect.poll(async () => (await names('/back')).length, SOON).toBe(2);
    await page.waitForTimeout(800);
    expect(await names('/back')).toEqual([
      ['pageview', null],
      ['pageview', null],
    ]);
    await page.context().close();
  });

  // Under automation Chromium fetches the page ahead and renders it when it is shown; src/track has the rendering itself.
  test('was asked for ahead and is then shown: once', async () => {
    const path = '/ahead';
    pages[path] =
      `<script type="speculationrules">{"prerender":[{"urls":["${path}/page"],"eagerness":"immediate"}]}</script><a href="${path}/page">x</a>`;
    pages[`${path}/page`] = tag();
    const page = await visit(path);
    await page.waitForTimeout(1_500);
    expect(await names(path)).toEqual([]);
    await page.locator('a').click();
    await page.waitForURL(`**${path}/page`);
    await expect.poll(() => names(path), SOON).toEqual([['pageview', null]]);
    await page.waitForTimeout(800);
    expect(await names(path)).toHaveLength(1);
    await page.context().close();
  });
});

describe('the script is served', () => {
  test.each(['/t.js', '/d/t.js', '/t.js?site=example.org', 'pinned', '/d pinned'])(
    'as %s with nothing that could mark a browser',
    async (path) => {
      const { tracker } = await ask<ApiSession>('session');
      const pinned = path.endsWith('pinned');
      const answer = await fetch(server.origin + path.replace(/ ?pinned/, tracker?.path ?? ''));
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(answer.headers.get('cache-control')).toBe(
        pinned ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      );
      for (const name of ['set-cookie', 'etag', 'last-modified', 'accept-ch', 'vary']) {
        expect(answer.headers.get(name)).toBeNull();
      }
    },
  );

  test.each(['/t.000000000000.js', '/t.xyz.js', '/a/b/t.js'])('not as %s', async (path) => {
    expect((await fetch(server.origin + path)).status).toBe(404);
  });
});
