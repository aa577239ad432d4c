import { spawn, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiCompanyList, ApiFunnel, ApiVisitList } from '../src/contracts/api.ts';
import { packageRoot } from '../src/settings/package-root.ts';
import { doorplate as makeMiddleware } from '../connectors/express/doorplate.js';
import { doorplate, newDataFolder, startDoorplate, type DoorplateProcess } from './doorplate-process.ts';
import { drawCanaries, type Canaries } from './privacy/canaries.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const IMPORTED = 'imported.example';
const RENAMED = 'renamed.example';
const TRUNCATED = 'truncated.example';
const PIPED = 'piped.example';
const NODE = 'node.example';

let data: string;
let scratch: string;
let canaries: Canaries;
let server: DoorplateProcess;
let key: string;
let lines: readonly string[];

beforeAll(async () => {
  data = newDataFolder();
  scratch = mkdtempSync(join(tmpdir(), 'doorplate-scratch-'));
  canaries = drawCanaries(data, 4);
  for (const site of [IMPORTED, RENAMED, TRUNCATED, PIPED, NODE]) doorplate(data, ['site', 'add', site]);
  key = doorplate(data, ['key', 'add', '--scope', 'read']).stdout.trim();
  server = await startDoorplate({ data, environment: { DOORPLATE_TRUSTED_PROXIES: '127.0.0.1/32' } });
  lines = inventedLog();
});
afterAll(async () => {
  await server.end();
  rmSync(scratch, { recursive: true });
});

/** Two days of companies, providers, nobody, bots, assets and rubbish, in the order of a web server's log. */
function inventedLog(): string[] {
  const clients = [...canaries.company4, ...canaries.company6, ...canaries.withheld4, ...canaries.unlisted4];
  const requests = ['GET /', 'GET /prices', 'GET /style.css', 'GET /feed/', 'POST /form', 'GET /contact'];
  const log: string[] = [];
  for (let minute = 0; minute < 2 * 24 * 60; minute += 4) {
    const day = 5 + Math.floor(minute / 1440);
    const time = `0${day}/Oct/2026:${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}:00 +0000`;
    const client = clients[Math.floor(minute / 12) % clients.length] ?? '';
    const asked = requests[Math.floor(minute / 4) % requests.length] ?? '';
    const status = minute % 52 === 0 ? 404 : 200;
    const agent = minute % 68 === 0 ? 'Googlebot/2.1' : BROWSER;
    log.push(`${client} - - [${time}] "${asked} HTTP/1.1" ${status} 512 "https://search.example/" "${agent}"`);
    if (minute % 100 === 0) log.push('no line of a log');
  }
  return log;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await fetch(`${server.origin}/api/v1/${path}`, {
    headers: { authorization: `Bearer ${key}`, connection: 'close' },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

const PERIOD = 'from=2026-10-05&to=2026-10-07';

/** Everything that the site's owner sees, without the random ids of visits; without virtual hosts the site is the host. */
async function recordedOf(
  site: string,
  period = PERIOD,
): Promise<{ companies: object[]; visits: object[]; outcomes: object[] }> {
  const query = `site=${site}&${period}`;
  const companies = (await ask<ApiCompanyList>(`companies?${query}`)).data;
  const visits = await Promise.all(
    companies.map(async ({ id }) =>
      (await ask<ApiVisitList>(`companies/${id}/visits?${query}&limit=200`)).data.map(
        ({ id: _id, steps, ...visit }) => [visit, steps.map(({ host: _host, ...step }) => step)],
      ),
    ),
  );
  const { outcomes } = await ask<ApiFunnel>(`funnel?${query}`);
  return { companies: companies.map(({ id, visits, page_views }) => ({ id, visits, page_views })), visits, outcomes };
}

async function until(look: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 30_000;
  while (!(await look())) {
    if (performance.now() > end) throw new Error('not in time');
    await pause(20);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function startFollower(file: string, site: string): ChildProcess {
  return spawn(
    process.execPath,
    ['bin/doorplate.js', 'follow', file, '--site', site, '--data', data, '--history', '--yes'],
    { cwd: packageRoot(), stdio: 'ignore' },
  );
}

/** Has the follower's bookmark come to the end of the file? */
function isReadToItsEnd(file: string): boolean {
  const { ino, size } = statSync(file);
  return bookmarks().some((bookmark) => bookmark.inode === String(ino) && bookmark.offset === size);
}

function bookmarks(): { inode: string; size: number; offset: number }[] {
  const folder = join(data, 'connector');
  return readdirSync(folder)
    .filter((name) => /^bookmark-.*\.json$/.test(name))
    .map(
      (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { inode: string; size: number; offset: number },
    );
}

describe('a log that grows and rotates gives the same visits and counters as one import', () => {
  beforeAll(() => {
    const run = doorplate(data, ['import-logs', '-', '--site', IMPORTED, '--yes'], lines.join('\n'));
    expect(run.status, run.stderr).toBe(0);
  });

  /** [site, how it rotates] */
  test.each([
    [RENAMED, (log: string, old: string) => renameSync(log, old)],
    [
      TRUNCATED,
      (log: string, old: string) => {
        copyFileSync(log, old);
        truncateSync(log);
      },
    ],
  ] as const)('%s', async (site, rotate) => {
    const log = join(scratch, `${site}.log`);
    // What was packed before anybody followed, what was rotated, and the log itself.
    writeFileSync(`${log}.3.gz`, gzipSync(`${lines.slice(0, 100).join('\n')}\n`));
    await pause(30);
    writeFileSync(`${log}.2`, `${lines.slice(100, 150).join('\n')}\n`);
    await pause(30);
    writeFileSync(log, '');
    let follower = startFollower(log, site);
    let rotations = 0;
    for (let from = 150; from < lines.length; from += 60) {
      const text = `${lines.slice(from, from + 60).join('\n')}\n`;
      // A server writes half lines at times.
      appendFileSync(log, text.slice(0, 2_000));
      await pause(10);
      appendFileSync(log, text.slice(2_000));
      if (rotations === 2) {
        follower.kill('SIGKILL');
        follower = startFollower(log, site);
      }
      if (rotations === 4) await until(() => isReadToItsEnd(log));
      await pause(60);
      rotations += 1;
      for (let number = 20; number > 0; number--) {
        if (statSync(`${log}.${number}`, { throwIfNoEntry: false }))
          renameSync(`${log}.${number}`, `${log}.${number + 1}`);
      }
      rotate(log, `${log}.1`);
      if (!statSync(log, { throwIfNoEntry: false })) writeFileSync(log, '');
    }
    appendFileSync(log, 'the end, which is no line of a log\n');
    await until(() => isReadToItsEnd(log));
    follower.kill('SIGTERM');
    expect(rotations).toBeGreaterThan(9);
    let recorded = await recordedOf(site);
    const expected = await recordedOf(IMPORTED);
    // The absorber takes what is durable twice a second.
    for (let round = 0; round < 50 && JSON.stringify(recorded) !== JSON.stringify(expected); round++) {
      await pause(100);
      recorded = await recordedOf(site);
    }
    expect({ outcomes: recorded.outcomes, companies: recorded.companies }).toEqual({
      outcomes: expected.outcomes,
      companies: expected.companies,
    });
    expect(recorded).toEqual(expected);
    expect(recorded).toMatchObject({ companies: expect.arrayContaining([expect.anything()]) });
  });

  test('the bookmark holds inode, size and offset, and the confirmation is on record', () => {
    for (const bookmark of bookmarks()) expect(Object.keys(bookmark)).toEqual(['inode', 'size', 'offset']);
    const confirmed = JSON.parse(readFileSync(join(data, 'connector', 'confirmations.json'), 'utf8')) as object[];
    expect(confirmed).toContainEqual({
      site: RENAMED,
      way: 'follow',
      missing: ['dnt', 'gpc', 'opt-out'],
      logDays: expect.any(Number),
      at: expect.any(String),
    });
    expect(confirmed).toContainEqual(expect.objectContaining({ site: IMPORTED, way: 'import', logDays: null }));
  });
});

describe('without a confirmation', () => {
  test.each([['follow'], ['import-logs']])(
    '%s refuses a log that does not tell objections, and says what it means',
    (command) => {
      const log = join(scratch, 'plain.log');
      writeFileSync(log, `${lines[0]}\n`);
      const run = doorplate(data, [command, log, '--site', IMPORTED], '');
      expect(run.status).toBe(2);
      expect(run.stderr).toContain('Do Not Track, Global Privacy Control, opt-out');
      expect(run.stderr).toContain('--yes');
      if (command === 'follow') expect(run.stderr).toMatch(/goes back \d+ days/);
    },
  );

  test('a pipe of such lines is refused too', () => {
    const run = doorplate(data, ['connect', '-', '--site', PIPED], `${lines[0]}\n`);
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('--yes');
  });

  test('follow needs a running server', () => {
    const run = doorplate(join(scratch, 'elsewhere'), ['follow', 'access.log', '--site', IMPORTED]);
    expect(run).toMatchObject({ status: 1 });
    expect(run.stderr).toContain('SERVER_AWAY');
  });
});

function toldLine(client: string, changed: object = {}): string {
  return JSON.stringify({
    time: Date.now(),
    host: PIPED,
    method: 'GET',
    target: '/piped',
    status: 200,
    agent: BROWSER,
    client,
    dnt: '',
    gpc: '',
    opt_out: '',
    ...changed,
  });
}

test('what a web server writes into a pipe is a live visit, without a question where objections are told', async () => {
  const [company = ''] = canaries.company4;
  const run = doorplate(
    data,
    ['connect', '-', '--site', PIPED],
    [toldLine(company), toldLine(company, { dnt: '1' }), toldLine(company, { time: Date.UTC(2026, 0) })].join('\n'),
  );
  expect(run.status, run.stderr).toBe(0);
  expect(run.stdout).toMatch(/taken +1/);
  expect(run.stdout).toMatch(/dnt +1/);
  expect(run.stdout).toMatch(/off-clock +1/);
  await until(async () => JSON.stringify(await recordedOf(PIPED, '')).includes('/piped'));
});

describe('a Node server with the shipped middleware', () => {
  async function site(
    middleware: ReturnType<typeof makeMiddleware>,
  ): Promise<{ port: number; close(): Promise<void> }> {
    const http = createServer((request, response) => middleware(request, response, () => response.end('hello')));
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const address = http.address();
    return {
      port: typeof address === 'object' && address !== null ? address.port : 0,
      close: () => new Promise((resolve) => void http.close(() => resolve())),
    };
  }

  test('tells of its requests, with the objections', async () => {
    const token = doorplate(data, ['key', 'add', '--scope', 'collect']).stdout.trim();
    const tell = makeMiddleware({ url: server.origin, site: NODE, key: token, batchMs: 20 });
    const running = await site(tell);
    const get = (path: string, headers: Record<string, string> = {}): Promise<void> =>
      new Promise((resolve, reject) => {
        const known = { host: NODE, 'user-agent': BROWSER, 'x-forwarded-for': canaries.company4[0] ?? '' };
        const asked = request({
          host: '127.0.0.1',
          port: running.port,
          path,
          agent: false,
          headers: { ...known, ...headers },
        });
        asked.on('response', (answer) => answer.resume().on('end', () => resolve()));
        asked.on('error', reject);
        asked.end();
      });
    await get('/first');
    await get('/objected', { dnt: '1' });
    await get('/opted-out', { cookie: 'a=b; doorplate_opt_out=1' });
    await until(() => tell.counts.sent === 3);
    expect(tell.counts).toEqual({ sent: 3, dropped: 0, refused: 0 });
    await running.close();
    await until(async () => JSON.stringify(await recordedOf(NODE, '')).includes('/first'));
    expect(await recordedOf(NODE, '')).toMatchObject({ companies: [{ visits: 1, page_views: 1 }] });
  });

  test('a key that collects reads nothing, and a key that reads hands in nothing', async () => {
    const token = doorplate(data, ['key', 'add', '--scope', 'collect']).stdout.trim();
    const call = (path: string, bearer: string, method = 'GET'): Promise<Response> =>
      fetch(`${server.origin}/api/v1/${path}`, { method, headers: { authorization: `Bearer ${bearer}` } });
    expect((await call(`companies?site=${NODE}`, token)).status).toBe(403);
    expect((await call('sites', token)).status).toBe(403);
    expect((await call(`connector?site=${NODE}`, key, 'POST')).status).toBe(401);
    expect((await call(`connector?site=${NODE}`, token, 'POST')).status).toBe(202);
  });

  test('goes on without Doorplate: nothing waits, nothing breaks, what finds no room is counted', async () => {
    const tell = makeMiddleware({
      url: 'http://127.0.0.1:9',
      site: NODE,
      key: 'none',
      batchMs: 5,
      mostWaiting: 3,
      mostBatch: 2,
    });
    const running = await site(tell);
    for (let asked = 0; asked < 8; asked++) {
      expect(await (await fetch(`http://127.0.0.1:${running.port}/`)).text()).toBe('hello');
    }
    await until(() => tell.counts.dropped >= 5);
    expect(tell.counts).toEqual({ sent: 0, dropped: 5, refused: 0 });
    await running.close();
  });
});
