import { chromium, type Browser, type Page } from 'playwright-core';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { shippedFile } from '../settings/package-root.ts';

/** performance.md; the build fails above it too. */
const LARGEST_GZIP_BYTES = 1_100;

type Hit = {
  readonly s: string;
  readonly n: string;
  readonly u: string;
  readonly r: string;
  readonly t?: string | null;
  readonly d?: number;
  readonly l?: string;
  readonly g?: string;
  readonly p?: object;
};
type Arrival = {
  readonly method: string;
  readonly path: string;
  readonly hit: Hit;
  readonly headers: IncomingHttpHeaders;
};

let script = '';
let browser: Browser;
let server: Server;
let origin = '';
/** The same server under another name. */
let other = '';
let arrivals: Arrival[] = [];
/** Body of each page by path; a page that is not listed is empty. */
let pages: { [path: string]: string } = {};

beforeAll(async () => {
  script = readFileSync(shippedFile('dist', 'track', 't.js'), 'utf8');
  server = createServer((request, response) => {
    const path = request.url ?? '';
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { pathname } = new URL(path, 'http://localhost');
      if (pathname.endsWith('/t.js')) {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      } else if (pathname === '/probe.js') {
        response.writeHead(200, { 'content-type': 'text/javascript' }).end(PROBE);
      } else if (pathname.endsWith('/api/event')) {
        const { method = '', headers } = request;
        if (method === 'POST')
          arrivals.push({ method, path, hit: JSON.parse(Buffer.concat(chunks).toString()), headers });
        response.writeHead(202, { 'access-control-allow-origin': '*' }).end();
      } else {
        response.writeHead(200, {
          'content-type': 'text/html',
          'content-security-policy': `default-src 'none'; script-src ${origin} ${other}; connect-src ${origin} ${other}`,
          'set-cookie': 'session=own-cookie-of-the-site; SameSite=Lax',
        });
        response.end(`<!doctype html><title>x</title>${pages[pathname] ?? ''}`);
      }
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  other = origin.replace('127.0.0.1', 'localhost');
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  browser = await chromium.launch({
    executablePath: process.env.DOORPLATE_CHROMIUM ?? known.find((file) => existsSync(file)) ?? 'chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

beforeEach(() => {
  arrivals = [];
  pages = { '/': TAG, '/second': TAG };
});

const TAG = '<script defer src="/t.js" data-site="example.org"></script>';

/** The script of another host, for a site without a path of its own. */
const TAG_FROM_ELSEWHERE = () => `<script defer src="${other}/t.js" data-site="example.org"></script>`;

/** Touches what the tracker must not touch: proves that the traps would tell. */
const PROBE = `
document.cookie; localStorage.length; sessionStorage.getItem('x'); indexedDB.open('x');
navigator.userAgent; navigator.language; navigator.sendBeacon('/x'); screen.width;
document.createElement('canvas').getContext('2d'); new Intl.DateTimeFormat(); performance.now();
`;

/** The stub of the set-up page, which stands in front of the script. */
const STUB = 'window.doorplate = window.doorplate || function(){(doorplate.q = doorplate.q || []).push(arguments)};';

/**
 * Runs in the page before anything else: replaces getters and functions through which a device can be read by ones
 * that write their name into `touched` when a script of the test's server, under either name, is among the callers.
 */
const TRAPS = `
const touched = [];
Object.defineProperty(window, 'touched', { value: touched });
function trap(name, holder, only) {
  if (!holder) return;
  for (const key of only || Object.getOwnPropertyNames(holder)) {
    const found = Object.getOwnPropertyDescriptor(holder, key);
    if (key === 'constructor' || !found || !found.configurable) continue;
    const tell = () => { if (new Error().stack.includes(':' + location.port + '/')) touched.push(name + '.' + key); };
    if (found.get) {
      Object.defineProperty(holder, key, {
        ...found,
        get() { tell(); return found.get.call(this); },
        set(value) { tell(); if (found.set) found.set.call(this, value); },
      });
    } else if (typeof found.value === 'function') {
      Object.defineProperty(holder, key, {
        ...found,
        value: new Proxy(found.value, {
          apply(target, self, values) { tell(); return Reflect.apply(target, self, values); },
          construct(target, values, base) { tell(); return Reflect.construct(target, values, base); },
        }),
      });
    }
  }
}
trap('document', Document.prototype, ['cookie', 'lastModified', 'fonts', 'visibilityState', 'hidden', 'characterSet']);
trap('window', window, ('localStorage sessionStorage indexedDB caches cookieStore screen navigator clientInformation ' +
  'devicePixelRatio innerWidth innerHeight outerWidth outerHeight screenX screenY screenLeft screenTop visualViewport ' +
  'matchMedia getComputedStyle Date AudioContext OfflineAudioContext RTCPeerConnection speechSynthesis crypto ' +
  'performance name Worker SharedWorker WebSocket XMLHttpRequest Image').split(' '));
for (const [name, holder] of Object.entries({
  storage: Storage.prototype, navigator: Navigator.prototype, screen: Screen.prototype, indexedDB: IDBFactory.prototype,
  canvas: HTMLCanvasElement.prototype, canvas2d: CanvasRenderingContext2D.prototype,
  webgl: WebGLRenderingContext.prototype, intl: Intl, performance: Performance.prototype,
})) trap(name, holder);
trap('date', Date.prototype, ['getTimezoneOffset', 'toLocaleString']);
`;

async function visit(path: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await prepare?.(page);
  await page.goto(origin + path);
  return page;
}

/** The hits so far, without closing messages: exactly this many. */
async function arrived(count: number): Promise<readonly Hit[]> {
  return arrivedOf((hit) => hit.n !== 'leave', count);
}

/** The closing messages so far. */
async function closed(count: number): Promise<readonly Hit[]> {
  return arrivedOf((hit) => hit.n === 'leave', count);
}

async function arrivedOf(isMeant: (hit: Hit) => boolean, count: number): Promise<readonly Hit[]> {
  const found = (): readonly Hit[] => arrivals.map(({ hit }) => hit).filter(isMeant);
  await expect.poll(() => found().length, { timeout: 5000 }).toBe(count);
  // One more would have come by now.
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(found()).toHaveLength(count);
  return found();
}

test('the script has at most 1,100 bytes, packed', () => {
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(LARGEST_GZIP_BYTES);
});

describe('a page view', () => {
  test('is sent when the page has loaded, under a strict content security policy', async () => {
    const errors: string[] = [];
    const page = await visit('/?email=a%40example.net#top', (page) => {
      page.on('console', (message) => errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(error.message));
      return Promise.resolve();
    });
    expect(await arrived(1)).toEqual([
      { s: 'example.org', n: 'pageview', u: `${origin}/?email=a%40example.net`, r: '' },
    ]);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('needs no preflight; the site’s cookies travel to the page’s own origin, where the opt-out may be one of them', async () => {
    const page = await visit('/');
    await arrived(1);
    expect(await page.context().cookies()).toHaveLength(1);
    expect(arrivals.map(({ method, headers }) => [method, headers.cookie, headers['content-type']])).toEqual([
      ['POST', 'session=own-cookie-of-the-site', 'text/plain;charset=UTF-8'],
    ]);
    await page.context().close();
  });

  test('carries no cookie to another origin, not even to one that has set some', async () => {
    pages['/'] = TAG_FROM_ELSEWHERE();
    const page = await visit('/', (page) => page.goto(`${other}/second`));
    await arrived(2);
    arrivals = [];
    await page.reload();
    await arrived(1);
    expect(arrivals.map(({ headers }) => headers.cookie).filter((cookie) => cookie !== undefined)).toEqual([]);
    await page.context().close();
  });

  test('names the site that stands in the address of the script', async () => {
    pages['/'] = '<script defer src="/t.js?site=shop.example.org"></script>';
    const page = await visit('/');
    expect(await arrived(1)).toMatchObject([{ s: 'shop.example.org' }]);
    await page.context().close();
  });

  test('goes where the script came from, with the path in front of it', async () => {
    pages['/'] = '<script defer src="/d/t.js" data-site="example.org"></script>';
    const page = await visit('/');
    await arrived(1);
    expect(arrivals[0]?.path).toBe('/d/api/event');
    await page.context().close();
  });

  test('goes to another origin when the script came from there', async () => {
    pages['/'] = `<script defer src="${other}/t.js" data-site="example.org"></script>`;
    const page = await visit('/');
    await arrived(1);
    expect(arrivals[0]?.headers).toMatchObject({ origin, host: new URL(other).host });
    await page.context().close();
  });

  test('tells of a referrer no more than its origin', async () => {
    const page = await visit('/?from=secret');
    await arrived(1);
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '/second?x=1';
      document.body.append(link);
      link.click();
    });
    expect((await arrived(2)).map(({ u, r }) => [u, r])).toEqual([
      [`${origin}/?from=secret`, ''],
      [`${origin}/second?x=1`, origin],
    ]);
    await page.context().close();
  });

  test('is counted once when the script stands in the page twice', async () => {
    pages['/'] = TAG + TAG;
    const page = await visit('/');
    await arrived(1);
    await page.evaluate(() => history.pushState(null, '', '/next'));
    expect((await arrived(2)).map(({ u }) => u)).toEqual([`${origin}/`, `${origin}/next`]);
    await page.context().close();
  });

  test('is counted again when the browser brings the page back out of its memory', async () => {
    const page = await visit('/');
    await arrived(1);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false })));
    await arrived(1);
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    expect(await arrived(2)).toMatchObject([{ n: 'pageview' }, { n: 'pageview' }]);
    expect(await closed(1)).toMatchObject([{ u: `${origin}/` }]);
    await page.context().close();
  });

  test('of a page that is rendered ahead waits until it is shown', async () => {
    const page = await visit('/', (page) =>
      page.addInitScript(() => {
        Object.defineProperty(document, 'prerendering', { get: () => true });
      }),
    );
    await arrived(0);
    await page.evaluate(() => document.dispatchEvent(new Event('prerenderingchange')));
    expect(await arrived(1)).toMatchObject([{ n: 'pageview' }]);
    await page.context().close();
  });

  test('that cannot be sent does not disturb the page', async () => {
    const errors: string[] = [];
    const page = await visit('/', (page) => {
      page.on('pageerror', (error) => errors.push(error.message));
      return page.route('**/api/event', (route) => route.abort());
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(errors).toEqual([]);
    await page.context().close();
  });
});

describe('a page that changes without loading', () => {
  test('is a new page view where its path is new', async () => {
    const page = await visit('/');
    await arrived(1);
    await page.evaluate(() => {
      history.pushState(null, '', '/a');
      history.pushState(null, '', '/a?filter=1');
      history.pushState(null, '', '/a#part');
      history.replaceState(null, '', '/b');
      history.replaceState({ scroll: 1 }, '');
    });
    expect((await arrived(3)).map(({ u, r }) => [u, r])).toEqual([
      [`${origin}/`, ''],
      [`${origin}/a`, ''],
      [`${origin}/b`, ''],
    ]);
    await page.context().close();
  });

  test('is a new page view when the visitor goes back', async () => {
    const page = await visit('/');
    await page.evaluate(() => history.pushState(null, '', '/a'));
    await arrived(2);
    await page.goBack();
    expect((await arrived(3)).map(({ u }) => u)).toEqual([`${origin}/`, `${origin}/a`, `${origin}/`]);
    await page.context().close();
  });

  test('keeps what the history’s functions do and return', async () => {
    const page = await visit('/');
    await arrived(1);
    const seen = await page.evaluate(() => {
      const returned: unknown = history.pushState({ a: 1 }, '', '/a');
      const state: unknown = history.state;
      return [returned, state, location.pathname, history.length];
    });
    expect(seen).toEqual([undefined, { a: 1 }, '/a', 3]);
    await page.context().close();
  });
});

describe('window.doorplate', () => {
  test('sends events with their properties, milestones, and nothing for other commands', async () => {
    const page = await visit('/');
    await arrived(1);
    await page.evaluate(`
      doorplate('event', 'Sign-up');
      doorplate('event', 'With properties', { plan: 'big' });
      doorplate('milestone', 'Ordered');
      doorplate('event');
      doorplate('milestone');
      doorplate('something', 'else')`);
    const [, ...hits] = await arrived(4);
    const about = (await arrived(4)).slice(1).map(({ n, t, p }) => ({ n, t, p }));
    expect(about).toEqual([
      { n: 'Sign-up', t: null, p: undefined },
      { n: 'With properties', t: null, p: { plan: 'big' } },
      { n: 'milestone', t: 'Ordered', p: undefined },
    ]);
    expect(hits.map(({ u }) => u)).toEqual([`${origin}/`, `${origin}/`, `${origin}/`]);
    await page.context().close();
  });

  test('a stub’s queue is honoured, after the page view', async () => {
    const page = await visit('/', (page) => page.addInitScript({ content: `${STUB}doorplate('event', 'Early')` }));
    expect((await arrived(2)).map(({ n }) => n).toSorted()).toEqual(['Early', 'pageview']);
    await page.context().close();
  });
});

describe('the name and the group of a page', () => {
  test('stand on the script, and may change', async () => {
    pages['/'] = TAG.replace('<script', '<script data-page="Start" data-group="Home"');
    const page = await visit('/');
    expect(await arrived(1)).toMatchObject([{ l: 'Start', g: 'Home' }]);
    await page.evaluate(`document.querySelector('script').dataset.page = 'Next'; history.pushState(null, '', '/next')`);
    expect((await arrived(2))[1]).toMatchObject({ l: 'Next', g: 'Home' });
    await page.context().close();
  });
});

describe('a script without an element of its own', () => {
  const run = (page: Page) =>
    page.evaluate(`fetch('/t.js').then((answer) => answer.text()).then((code) => (0, eval)(code))`);

  test.each([
    ['by its site', '<script type="x" src="/d/t.js" data-site="example.org"></script>'],
    ['by its address', '<script type="x" src="/d/t.js?site=example.org"></script>'],
  ])('is found %s', async (_what, tag) => {
    pages['/'] = tag;
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    await run(page);
    expect(await arrived(1)).toMatchObject([{ s: 'example.org', n: 'pageview' }]);
    expect(arrivals[0]?.path).toBe('/d/api/event');
    await context.close();
  });

  test('that is found nowhere does nothing', async () => {
    pages['/'] = '';
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(`${origin}/`);
    await run(page);
    expect(await arrived(0)).toEqual([]);
    await context.close();
  });
});

describe('the time on a page', () => {
  test('is told once, when the page is left', async () => {
    const page = await visit('/');
    await arrived(1);
    await page.waitForTimeout(300);
    await page.goto(`${origin}/second`);
    const [leave] = await closed(1);
    expect(leave).toMatchObject({ u: `${origin}/`, s: 'example.org' });
    expect(leave?.d).toBeGreaterThan(0.25);
    expect(leave?.d).toBeLessThan(60);
    await page.context().close();
  });

  test('is told of each page of those that change without loading', async () => {
    const page = await visit('/?a=1');
    await arrived(1);
    await page.evaluate(() => {
      history.replaceState(null, '', '/?a=2');
      history.pushState(null, '', '/next');
    });
    expect((await closed(1)).map(({ u }) => u)).toEqual([`${origin}/?a=1`]);
    await page.goto('about:blank');
    expect((await closed(2)).map(({ u }) => u)).toEqual([`${origin}/?a=1`, `${origin}/next`]);
    await page.context().close();
  });

  test('is not told when nothing but the shown tab changes', async () => {
    const page = await visit('/');
    await arrived(1);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    expect(await closed(0)).toEqual([]);
    await page.context().close();
  });
});

describe('a click', () => {
  const LINKS = `<base href="/sub/">
    <a id="page" href="page">x</a><a id="file" href="/files/List.PDF?user=erika">x</a>
    <a id="named" href="/export" download="x">x</a><a id="mail" href="mailto:erika@example.net">x</a>
    <a id="phone" href="tel:+4915123456789">x</a><a id="script" href="javascript:void 0">x</a>
    <a id="broken" href="http://[">x</a><a id="none">x</a>
    <a id="out" href="https://user:pw@partner.example/path?user=erika">x</a>
    <a href="https://partner.example/"><svg width="20" height="20"><circle id="drawn" r="10" cx="10" cy="10"/></svg></a>
    <svg width="20" height="20"><a href="https://drawing.example/"><circle id="inside" r="10" cx="10" cy="10"/></a></svg>
    <div id="shadow"></div><button id="button">x</button>`;

  async function open(): Promise<Page> {
    pages['/'] = TAG + LINKS;
    const page = await visit('/');
    await arrived(1);
    // Clicks lead nowhere here; whether they do is the browser's business.
    await page.evaluate(() => {
      addEventListener('click', (event) => event.preventDefault());
      addEventListener('auxclick', (event) => event.preventDefault());
      const root = document.getElementById('shadow')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = '<a href="https://shadow.example/"><b id="deep">x</b></a>';
    });
    return page;
  }

  test.each([
    ['#file', 'download', '/files/List.PDF'],
    ['#named', 'download', '/export'],
    ['#mail', 'contact', 'mailto:'],
    ['#phone', 'contact', 'tel:'],
    ['#out', 'outlink', 'partner.example'],
    ['#drawn', 'outlink', 'partner.example'],
    ['#inside', 'outlink', 'drawing.example'],
    ['#deep', 'outlink', 'shadow.example'],
  ])('on %s is told as %s of %s', async (link, n, t) => {
    const page = await open();
    await page.locator(link).click();
    const [, hit] = await arrived(2);
    expect(hit).toMatchObject({ n, t, u: `${origin}/` });
    expect(JSON.stringify(hit)).not.toMatch(/erika|user|pw|49151/);
    await page.context().close();
  });

  test('with the middle button and with the keyboard counts, with the right button and by a script not', async () => {
    const page = await open();
    await page.locator('#out').click({ button: 'middle' });
    await arrived(2);
    await page.locator('#mail').press('Enter');
    await arrived(3);
    await page.locator('#out').click({ button: 'right' });
    await page.evaluate(() => document.getElementById('out')?.click());
    expect((await arrived(3)).map(({ n }) => n)).toEqual(['pageview', 'outlink', 'contact']);
    await page.context().close();
  });

  test('on anything else is not told', async () => {
    const errors: string[] = [];
    const page = await open();
    page.on('pageerror', (error) => errors.push(error.message));
    for (const link of ['#page', '#script', '#broken', '#none', '#button']) await page.locator(link).click();
    await arrived(1);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  test('leads on as it would without the script', async () => {
    pages['/'] = `${TAG}<a id="next" href="/second">x</a>`;
    const page = await visit('/');
    await page.locator('#next').click();
    await page.waitForURL('**/second');
    expect((await arrived(2)).map(({ u }) => u)).toEqual([`${origin}/`, `${origin}/second`]);
    await page.context().close();
  });
});

describe('a form', () => {
  test.each([
    ['without a name', '', null],
    ['with the name its page gives it', ' data-doorplate="Newsletter"', 'Newsletter'],
  ])('%s is told as sent, with nothing that it holds', async (_what, attribute, t) => {
    pages['/'] =
      `${TAG}<form action="/second?secret=1"${attribute}><input name="mail" value="erika@example.net"><button>x</button></form>`;
    const page = await visit('/');
    await arrived(1);
    await page.locator('button').click();
    await arrived(3);
    const form = arrivals.map(({ hit }) => hit).find(({ n }) => n === 'form');
    expect(form).toEqual({ s: 'example.org', n: 'form', u: `${origin}/`, r: '', t });
    await page.context().close();
  });

  test('that a script made up is not', async () => {
    pages['/'] = `${TAG}<form></form>`;
    const page = await visit('/');
    await arrived(1);
    await page.evaluate(() => document.forms[0]?.dispatchEvent(new Event('submit', { bubbles: true })));
    expect(await arrived(1)).toMatchObject([{ n: 'pageview' }]);
    await page.context().close();
  });
});

describe('consent', () => {
  const REQUIRED = TAG.replace('<script', '<script data-consent="required"');

  test('is waited for where it is required: before it nothing is sent', async () => {
    pages['/'] = `${REQUIRED}<a id="mail" href="mailto:erika@example.net">x</a>`;
    const page = await visit('/');
    await page.evaluate(`doorplate('event', 'Early'); history.pushState(null, '', '/next')`);
    await page.locator('#mail').click();
    await arrived(0);
    await page.evaluate(`doorplate('consent')`);
    expect((await arrived(1)).map(({ n, u }) => [n, u])).toEqual([['pageview', `${origin}/next`]]);
    await page.evaluate(`doorplate('consent'); doorplate('event', 'Late')`);
    expect((await arrived(2))[1]).toMatchObject({ n: 'Late' });
    await page.context().close();
  });

  test('may come before the script', async () => {
    pages['/'] = REQUIRED;
    const page = await visit('/', (page) => page.addInitScript({ content: `${STUB}doorplate('consent')` }));
    expect((await arrived(1)).map(({ n }) => n)).toEqual(['pageview']);
    await page.context().close();
  });

  test('is forgotten when it is withdrawn, and nothing is closed', async () => {
    pages['/'] = REQUIRED;
    const page = await visit('/');
    await page.evaluate(`doorplate('consent')`);
    await arrived(1);
    await page.evaluate(`doorplate('consent', false); doorplate('event', 'x'); history.pushState(null, '', '/next')`);
    await page.goto('about:blank');
    await arrived(1);
    await closed(0);
    expect((await page.context().storageState()).origins).toEqual([]);
    await page.context().close();
  });
});

describe('the opt-out flag', () => {
  const optOut = () => localStorage.setItem('doorplate_opt_out', '1');

  test('of a page whose script comes from another host stops every message, in open pages at once, until it is undone', async () => {
    pages['/'] = `${TAG_FROM_ELSEWHERE()}<a id="mail" href="mailto:x@example.net">x</a>`;
    const page = await visit('/');
    await arrived(1);
    await page.evaluate(optOut);
    await page.locator('#mail').click();
    await page.evaluate(`doorplate('event', 'x'); doorplate('milestone', 'x'); doorplate('consent');
      history.pushState(null, '', '/next'); history.replaceState(null, '', '/')`);
    for (let view = 0; view < 5; view++) await page.reload();
    await arrived(1);
    await closed(0);
    await page.evaluate(() => localStorage.removeItem('doorplate_opt_out'));
    await page.reload();
    expect(await arrived(2)).toMatchObject([{ n: 'pageview' }, { n: 'pageview' }]);
    await page.context().close();
  });

  test('is not looked at where the script comes from the page’s own origin: there it is the server that knows', async () => {
    const page = await visit('/', (page) => page.addInitScript(optOut));
    expect(await arrived(1)).toMatchObject([{ n: 'pageview' }]);
    await page.context().close();
  });

  test('that a browser could not keep counts as set', async () => {
    pages['/'] = TAG_FROM_ELSEWHERE();
    const page = await visit('/', (page) =>
      page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      }),
    );
    expect(await arrived(0)).toEqual([]);
    await page.context().close();
  });
});

test('nothing is read from the device but the page’s URL and its referrer, from elsewhere the opt-out flag, and nothing is stored there', async () => {
  pages['/'] =
    `${TAG}<form action="javascript:void 0"><button>x</button></form><a id="mail" href="mailto:x@example.net">x</a>`;
  const page = await visit('/', (page) => page.addInitScript({ content: TRAPS }));
  await arrived(1);
  await page.evaluate(`history.pushState(null, '', '/a'); doorplate('event', 'Sign-up'); doorplate('milestone', 'x')`);
  await page.evaluate(`addEventListener('submit', (event) => event.preventDefault())`);
  await page.locator('#mail').click();
  await page.locator('button').click();
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  await arrived(6);
  await closed(2);
  expect(await page.evaluate('touched')).toEqual([]);

  // The one exception (privacy promise 9), and the same once more with it.
  pages['/'] = TAG_FROM_ELSEWHERE();
  arrivals = [];
  await page.goto(`${origin}/`);
  await arrived(1);
  await page.evaluate(`history.pushState(null, '', '/a'); doorplate('event', 'Sign-up')`);
  await arrived(3);
  expect(await page.evaluate('[...new Set(touched)]')).toEqual(['window.localStorage']);

  const stored = await page.context().storageState();
  expect([stored.cookies.map(({ name }) => name), stored.origins]).toEqual([['session'], []]);

  // The traps do tell: every one of these would be seen.
  await page.addScriptTag({ url: `${origin}/probe.js` });
  expect(await page.evaluate('touched')).toEqual(
    expect.arrayContaining([
      'document.cookie',
      'window.localStorage',
      'storage.length',
      'window.sessionStorage',
      'storage.getItem',
      'window.indexedDB',
      'indexedDB.open',
      'window.navigator',
      'navigator.userAgent',
      'navigator.language',
      'navigator.sendBeacon',
      'window.screen',
      'screen.width',
      'canvas.getContext',
      'intl.DateTimeFormat',
      'performance.now',
    ]),
  );
  await page.context().close();
});
