import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { shippedFile } from '../settings/package-root.ts';

/** interfaces.md and performance.md allow more; this is what today's features need, with room for little. */
const LARGEST_GZIP_BYTES = 800;

type Hit = { readonly s: string; readonly n: string; readonly u: string; readonly r: string };
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
  // The settings of tools/build.js.
  const built = await build({
    entryPoints: [shippedFile('src', 'track', 'tracker.ts')],
    bundle: true,
    minify: true,
    target: 'es2017',
    format: 'iife',
    write: false,
  });
  script = built.outputFiles[0]?.text ?? '';
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
 * that write their name into `touched` when a script of the page's origin is among the callers.
 */
const TRAPS = `
const touched = [];
Object.defineProperty(window, 'touched', { value: touched });
function trap(name, holder, only) {
  if (!holder) return;
  for (const key of only || Object.getOwnPropertyNames(holder)) {
    const found = Object.getOwnPropertyDescriptor(holder, key);
    if (key === 'constructor' || !found || !found.configurable) continue;
    const tell = () => { if (new Error().stack.includes(location.origin)) touched.push(name + '.' + key); };
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

async function arrived(count: number): Promise<readonly Hit[]> {
  await expect.poll(() => arrivals.length, { timeout: 5000 }).toBe(count);
  // One more would have come by now.
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(arrivals).toHaveLength(count);
  return arrivals.map(({ hit }) => hit);
}

test('the script has at most 800 bytes, packed', () => {
  expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(LARGEST_GZIP_BYTES);
});

test('the built script is the one that is tested', async () => {
  const { readFile } = await import('node:fs/promises');
  expect(await readFile(shippedFile('dist', 'track', 't.js'), 'utf8')).toBe(script);
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

  test('needs no preflight and carries no cookie, not even the site’s own', async () => {
    const page = await visit('/');
    await arrived(1);
    expect(await page.context().cookies()).toHaveLength(1);
    expect(arrivals.map(({ method, headers }) => [method, headers.cookie, headers['content-type']])).toEqual([
      ['POST', undefined, 'text/plain;charset=UTF-8'],
    ]);
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
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    expect(await arrived(2)).toMatchObject([{ n: 'pageview' }, { n: 'pageview' }]);
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
  test('sends events, and nothing for other commands', async () => {
    const page = await visit('/');
    await arrived(1);
    await page.evaluate(`
      doorplate('event', 'Sign-up');
      doorplate('event', 'With properties', { props: { plan: 'x' } });
      doorplate('event');
      doorplate('something', 'else')`);
    const hits = await arrived(3);
    expect(hits.map(({ n }) => n)).toEqual(['pageview', 'Sign-up', 'With properties']);
    expect(Object.keys(hits[2] ?? {})).toEqual(['s', 'n', 'u', 'r']);
    await page.context().close();
  });

  test('a stub’s queue is honoured, after the page view', async () => {
    const page = await visit('/', (page) => page.addInitScript({ content: `${STUB}doorplate('event', 'Early')` }));
    expect((await arrived(2)).map(({ n }) => n).toSorted()).toEqual(['Early', 'pageview']);
    await page.context().close();
  });
});

test('nothing is read from the device but the page’s URL and its referrer, and nothing is stored there', async () => {
  pages['/'] = TAG;
  const page = await visit('/', (page) => page.addInitScript({ content: TRAPS }));
  await arrived(1);
  await page.evaluate(`history.pushState(null, '', '/a'); doorplate('event', 'Sign-up')`);
  await arrived(3);
  expect(await page.evaluate('touched')).toEqual([]);

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
