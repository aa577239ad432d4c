import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiCompanyList, ApiVisitList } from '../../src/contracts/api.ts';
import { packageRoot } from '../../src/settings/package-root.ts';
import { launchChromium, PERSONS_BROWSER } from '../browser.ts';
import { doorplate, newDataFolder, startDoorplate, type DoorplateProcess } from '../doorplate-process.ts';
import { drawCanaries } from '../privacy/canaries.ts';
import {
  freeTcpPort,
  freeUdpPort,
  shippedPiece,
  startCaddy,
  startNginx,
  type VirtualHost,
  type WebServer,
} from './web-servers.ts';

/**
 * The same walk through the same small website, served by a real nginx and a real Caddy, in each of the three modes.
 * The visitor's address is a company's of the embedded whitelist: the browser sends it as `X-Forwarded-For`, as a proxy in
 * front would, and 127.0.0.1 is the trusted proxy of everybody behind it. All host names are mapped to loopback.
 */
const SEARCH = 'search.example';
const FULL_LOADS = ['/', '/products.html', '/app.html', '/contact.html'];
const WITH_STEPS = ['/', '/products.html', '/app.html', '/app/one', '/app/two', '/contact.html'];

/** [site, web server, what is in its pages, paths that are seen, is the external referrer seen] */
const SITES = [
  ['nginx-a.example', 'nginx', 'nothing', FULL_LOADS, true],
  ['nginx-b.example', 'nginx', 'pixel', FULL_LOADS, false],
  ['nginx-c.example', 'nginx', 'script', WITH_STEPS, true],
  ['caddy-a.example', 'caddy', 'nothing', FULL_LOADS, true],
  ['caddy-stream.example', 'caddy', 'nothing', FULL_LOADS, true],
  ['caddy-b.example', 'caddy', 'pixel', FULL_LOADS, false],
  ['caddy-c.example', 'caddy', 'script', WITH_STEPS, true],
] as const;
const CONNECTED = ['nginx-a.example', 'caddy-a.example', 'caddy-stream.example'];

let folder: string;
let data: string;
let visitor: string;
let nginxPort: number;
let caddyPort: number;
let server: DoorplateProcess;
let nginx: WebServer;
let caddy: WebServer;
let follower: ChildProcess;
let browser: Browser;
let key: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-system-'));
  data = newDataFolder();
  visitor = drawCanaries(data, 1).company4[0] ?? '';
  for (const [site] of SITES) expect(doorplate(data, ['site', 'add', site]).status).toBe(0);
  key = doorplate(data, ['key', 'add', '--scope', 'read']).stdout.trim();
  nginxPort = await freeTcpPort();
  caddyPort = await freeTcpPort();
  const syslogPort = await freeUdpPort();
  const lineSocket = join(folder, 'lines.sock');
  server = await startDoorplate({
    data,
    environment: {
      DOORPLATE_BASE_URL: 'http://doorplate.example',
      DOORPLATE_TRUSTED_PROXIES: '127.0.0.1/32',
      DOORPLATE_SYSLOG_PORT: String(syslogPort),
      DOORPLATE_LINE_SOCKET: lineSocket,
    },
  });
  const upstream = server.origin.replace('http://', '');

  const nginxFolder = join(folder, 'nginx');
  const inServer = shippedPiece('nginx/doorplate-server.conf', { '127.0.0.1:8080': upstream });
  const quiet = `access_log ${join(nginxFolder, 'logs', 'access.log')} without_addresses;`;
  writePages();
  nginx = await startNginx(
    nginxFolder,
    nginxPort,
    shippedPiece('nginx/doorplate-http.conf', {
      '/var/log/nginx': join(nginxFolder, 'logs'),
      '127.0.0.1:5514': `127.0.0.1:${syslogPort}`,
    }),
    [
      virtualHost(SEARCH, quiet),
      virtualHost('nginx-a.example', ''),
      virtualHost('nginx-b.example', `${quiet}\n${inServer}`),
      virtualHost('nginx-c.example', `${quiet}\n${inServer}`),
    ],
  );
  const caddyFolder = join(folder, 'caddy');
  const pieces = {
    global: shippedPiece('caddy/Caddyfile.global', {}),
    snippets: shippedPiece('caddy/Caddyfile.doorplate', {
      '/run/doorplate/lines.sock': lineSocket,
      '/var/log/caddy': join(caddyFolder, 'logs'),
      'reverse_proxy 127.0.0.1:8080 {': `reverse_proxy ${upstream} {\ntrusted_proxies 127.0.0.1/32`,
    }),
  };
  caddy = await startCaddy(caddyFolder, caddyPort, pieces, [
    virtualHost('caddy-a.example', 'import doorplate_file'),
    virtualHost('caddy-stream.example', 'import doorplate'),
    virtualHost('caddy-b.example', 'import doorplate_path\nimport doorplate_quiet_log'),
    virtualHost('caddy-c.example', 'import doorplate_path\nimport doorplate_quiet_log'),
  ]);
  follower = spawn(
    process.execPath,
    [
      'bin/doorplate.js',
      'follow',
      join(caddyFolder, 'logs', 'doorplate.log'),
      '--site',
      'caddy-a.example',
      '--history',
      '--yes',
      '--data',
      data,
    ],
    { cwd: packageRoot(), stdio: 'ignore' },
  );
  browser = await launchChromium(['--host-resolver-rules=MAP * 127.0.0.1']);
});

afterAll(async () => {
  await browser?.close();
  follower?.kill();
  await nginx?.stop();
  await caddy?.stop();
  await server?.end();
  rmSync(folder, { recursive: true, force: true });
});

function virtualHost(name: string, directives: string): VirtualHost {
  return { name, root: join(folder, 'sites', name), directives };
}

function portOf(site: string): number {
  return site.startsWith('caddy') ? caddyPort : nginxPort;
}

function writePages(): void {
  const links = SITES.map(([site]) => `<a href="http://${site}:${portOf(site)}/">${site}</a>`);
  writePage(SEARCH, 'index.html', links.join('\n'));
  for (const [site, , inPages] of SITES) {
    const code = {
      nothing: '',
      pixel: `<img src="/d/t.gif?site=${site}" alt="" width="1" height="1">`,
      script: `<script defer src="/d/t.js" data-site="${site}"></script>`,
    }[inPages];
    writePage(site, 'index.html', `${code}<a href="/products.html">products</a>`);
    writePage(site, 'products.html', `${code}<a href="/app.html">app</a>`);
    const steps = ['one', 'two'].map(
      (step) => `<button onclick="history.pushState(null, '', '/app/${step}')">${step}</button>`,
    );
    writePage(site, 'app.html', `${code}${steps.join('')}<a href="/contact.html">contact</a>`);
    writePage(site, 'contact.html', `${code}<p>Goodbye</p>`);
  }
}

function writePage(site: string, file: string, body: string): void {
  mkdirSync(join(folder, 'sites', site), { recursive: true });
  writeFileSync(
    join(folder, 'sites', site, file),
    `<!doctype html><html lang="en"><head><title>${file}</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`,
  );
}

async function personsContext(headers: Readonly<Record<string, string>> = {}): Promise<BrowserContext> {
  return browser.newContext({
    userAgent: PERSONS_BROWSER,
    extraHTTPHeaders: { 'x-forwarded-for': visitor, ...headers },
  });
}

/** From the search page through the whole site; each hit of a mode that sends one is waited for. */
async function walk(site: string, inPages: 'nothing' | 'pixel' | 'script'): Promise<void> {
  const context = await personsContext();
  const page = await context.newPage();
  const counted = async (action: () => Promise<unknown>, isFullLoad: boolean): Promise<void> => {
    const path = inPages === 'pixel' ? '/d/t.gif' : '/d/api/event';
    const isSent = inPages === 'script' || (inPages === 'pixel' && isFullLoad);
    const sent = isSent ? page.waitForResponse((answer) => answer.url().includes(path)) : null;
    await action();
    expect((await sent)?.status() ?? 200).toBeLessThan(300);
  };
  await page.goto(`http://${SEARCH}:${nginxPort}/`);
  await counted(() => page.getByText(site, { exact: true }).click(), true);
  await counted(() => page.getByText('products').click(), true);
  await counted(() => page.getByText('app').click(), true);
  await counted(() => page.getByText('one').click(), false);
  await counted(() => page.getByText('two').click(), false);
  await counted(() => page.getByText('contact').click(), true);
  await page.getByText('Goodbye').waitFor();
  await context.close();
}

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${server.origin}/api/v1/${path}`, { headers: { authorization: `Bearer ${key}` } });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

async function visitsOf(site: string): Promise<ApiVisitList['data']> {
  const { data: companies } = await ask<ApiCompanyList>(`companies?site=${site}`);
  const [company] = companies;
  if (company === undefined) return [];
  return (await ask<ApiVisitList>(`companies/${company.id}/visits?site=${site}`)).data;
}

async function until<Value>(look: () => Promise<Value>, isDone: (value: Value) => boolean): Promise<Value> {
  const end = performance.now() + 15_000;
  for (;;) {
    const value = await look();
    if (isDone(value) || performance.now() > end) return value;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('the same walk', () => {
  test.each(SITES)('%s on %s with %s in its pages', async (site, _webServer, inPages, paths, seesReferrer) => {
    await walk(site, inPages);
    const visits = await until(
      () => visitsOf(site),
      ([visit]) => (visit?.page_views ?? 0) >= paths.length,
    );
    expect(visits).toHaveLength(1);
    const steps = visits[0]?.steps.filter(({ name }) => name === 'pageview') ?? [];
    expect(steps.map(({ path }) => path)).toEqual(paths);
    expect(steps.every(({ host }) => host === site)).toBe(true);
    expect(visits[0]?.referrer_host).toBe(seesReferrer ? SEARCH : null);
  });
});

describe('objections reach Doorplate through the web server’s lines', () => {
  /** [what, headers, cookie, outcome] */
  const OBJECTIONS = [
    ['Do Not Track', { dnt: '1' }, '', 'dnt'],
    ['Global Privacy Control', { 'sec-gpc': '1' }, '', 'gpc'],
    ['the opt-out cookie among others', {}, 'a=b; doorplate_opt_out=1; c=d', 'opt-out'],
  ] as const;

  test.each(CONNECTED)('of %s', async (site) => {
    const before = await visitsOf(site);
    for (const [, headers, cookie, outcome] of OBJECTIONS) {
      const counted = await linesOf(outcome);
      for (const path of FULL_LOADS) {
        await get(site, path, { ...headers, ...(cookie !== '' && { cookie }), 'user-agent': PERSONS_BROWSER });
      }
      if (site === 'caddy-a.example') continue;
      expect(
        await until(
          () => linesOf(outcome),
          (now) => now >= counted + 4,
        ),
      ).toBe(counted + 4);
    }
    // Somebody who does not object comes last: when that page is there, the ones before have been read.
    await get(site, '/contact.html?last', { 'user-agent': PERSONS_BROWSER, 'x-forwarded-for': visitor, cookie: 'a=b' });
    const after = await until(
      () => visitsOf(site),
      ([visit]) => visit?.page_views === 5,
    );
    expect(after).toHaveLength(before.length);
    expect(after[0]?.page_views).toBe(5);
  });

  /** Lines of the streams by what became of them; a followed log is no stream. */
  async function linesOf(outcome: string): Promise<number> {
    const metrics = await (await fetch(`${server.origin}/metrics`)).text();
    return Number(
      new RegExp(`doorplate_connector_lines_total\\{outcome="${outcome}"\\} (\\d+)`).exec(metrics)?.[1] ?? 0,
    );
  }
});

function get(site: string, path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const port = portOf(site);
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path,
        headers: { host: `${site}:${port}`, 'x-forwarded-for': visitor, ...headers },
        agent: false,
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    outgoing.on('error', reject);
    outgoing.end();
  });
}

test('through the first-party path nothing else of Doorplate is reached', async () => {
  for (const site of ['nginx-c.example', 'caddy-c.example']) {
    expect(await get(site, '/d/t.js', {})).toBe(200);
    for (const path of ['/d/', '/d/api/v1/sites', '/d/metrics', '/d/api/docs', '/d/../metrics']) {
      expect([path, await get(site, path, {})]).toEqual([
        path,
        expect.toSatisfy((status) => [400, 404].includes(status as number)),
      ]);
    }
  }
});

test('the web servers’ own logs hold no address, also when pages are missing and Doorplate is gone', async () => {
  for (const [site] of SITES) await get(site, '/missing.html', { 'user-agent': PERSONS_BROWSER });
  await server.stop();
  for (const site of ['nginx-b.example', 'caddy-b.example', 'nginx-c.example', 'caddy-c.example']) {
    expect(await get(site, `/d/t.gif?site=${site}`, {})).toBe(502);
  }
  await nginx.stop();
  await caddy.stop();
  const logs = ['nginx', 'caddy'].flatMap((name) =>
    readdirSync(join(folder, name, 'logs')).map((file) => join(folder, name, 'logs', file)),
  );
  const texts = [
    ...logs.map((file) => [file, readFileSync(file, 'utf8')] as const),
    ['printed', nginx.printed() + caddy.printed()] as const,
  ];
  const ofRequests = texts.filter(([, text]) => text.includes('/missing.html'));
  expect(ofRequests.map(([file]) => file.slice(folder.length))).toEqual(
    expect.arrayContaining(['/nginx/logs/access.log', '/caddy/logs/access.log']),
  );
  for (const [file, text] of texts) {
    // The file that is there to be followed holds addresses, and its README says so.
    if (file.endsWith('/doorplate.log')) continue;
    expect([file, text.includes(visitor)]).toEqual([file, false]);
    expect([file, /"remote_ip"|client: /.test(text)]).toEqual([file, false]);
  }
});
