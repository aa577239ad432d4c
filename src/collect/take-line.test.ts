import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { EXAMPLE_COMPANY, EXAMPLE_SITE as SITE } from '../../fixtures/site-and-company.ts';
import { DEFAULT_SITE_COLLECTION } from '../contracts/hit.ts';
import type { Verdict } from '../contracts/verdict.ts';
import { createConnectorDoor } from './connector-door.ts';
import { openStreamDoor, openSyslogDoor } from './connector-sockets.ts';
import { createLogReader } from './log-reader.ts';
import { noteTakingRecorder } from './note-taking-recorder.ts';
import { createLineTaker, type LineOrigin, type TakeLine } from './take-line.ts';
import { takeLines } from './take-lines.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const COMPANY_ADDRESS = '203.0.113.9';
const LINE = {
  time: NOW,
  host: 'www.example.org',
  method: 'GET',
  target: '/prices',
  status: 200,
  referrer: '',
  agent: AGENT,
  client: COMPANY_ADDRESS,
  forwarded: '',
  dnt: '',
  gpc: '',
  opt_out: '',
  purpose: '',
};
const ANY = { site: null, objectionsMayBeUnknown: false };

function house(recorder = noteTakingRecorder()): {
  readonly take: TakeLine;
  readonly recorder: ReturnType<typeof noteTakingRecorder>;
  readonly asked: (string | null)[];
} {
  const asked: (string | null)[] = [];
  const take = createLineTaker({
    sites: { byDomain: (domain) => (domain === SITE.domain ? SITE : undefined) },
    identify(_siteId, address): Verdict {
      asked.push(address);
      return address === COMPANY_ADDRESS
        ? {
            kind: 'company',
            companyId: EXAMPLE_COMPANY.id,
            company: EXAMPLE_COMPANY,
            whitelistVersion: 'v',
            visitKey: 'k',
          }
        : { kind: 'unknown', reason: 'not-listed' };
    },
    recorder,
    trustedProxies: { isEmpty: false, trusts: (address) => address === '127.0.0.1' },
    clock: () => NOW,
  });
  return { take, recorder, asked };
}

async function takeOne(changed: object, origin: LineOrigin = ANY) {
  const { take, recorder, asked } = house();
  const taken = take(JSON.stringify({ ...LINE, ...changed }), createLogReader(), origin);
  await taken?.record?.();
  return { outcome: taken?.outcome, notes: recorder.notes.map(({ what, outcome }) => `${what} ${outcome}`), asked };
}

/** [what, changed, outcome, noted, addresses asked about] */
test.each([
  ['a company', {}, 'taken', ['visit Muster Maschinen'], [COMPANY_ADDRESS]],
  ['nobody', { client: '198.51.100.7' }, 'taken', ['miss not-listed'], ['198.51.100.7']],
  [
    'a visitor behind a trusted proxy',
    { client: '127.0.0.1', forwarded: `1.1.1.1, ${COMPANY_ADDRESS}` },
    'taken',
    ['visit Muster Maschinen'],
    [COMPANY_ADDRESS],
  ],
  ['a forged chain', { forwarded: '198.51.100.7' }, 'taken', ['visit Muster Maschinen'], [COMPANY_ADDRESS]],
  ['Do Not Track', { dnt: '1' }, 'dnt', ['installation dnt'], []],
  ['DNT: 0', { dnt: '0' }, 'taken', ['visit Muster Maschinen'], [COMPANY_ADDRESS]],
  ['Global Privacy Control', { gpc: '1' }, 'gpc', ['installation gpc'], []],
  ['the opt-out cookie', { opt_out: '1' }, 'opt-out', ['installation opt-out'], []],
  ['an asset of somebody who objects', { dnt: '1', target: '/a.css' }, 'asset', [], []],
  ['a format that does not tell', { dnt: undefined }, 'objection-unknown', [], []],
  ['a bot', { agent: 'curl/8.5.0' }, 'bot', ['refusal bot'], []],
  ['a page fetched ahead', { purpose: 'prefetch;prerender' }, 'prefetch', ['refusal prefetch'], []],
  ['a monitoring service', { agent: 'check_http/v2.4 (monitoring-plugins 2.4)' }, 'monitor', ['refusal monitor'], []],
  ['a host of nobody', { host: 'example.net' }, 'unknown-site', ['installation unknown-site'], []],
  [
    'a site that the line names',
    { host: 'alias.example', site: SITE.domain },
    'foreign-origin',
    ['refusal foreign-origin'],
    [],
  ],
  ['a clock a little behind', { time: NOW - 9 * MINUTE }, 'taken', ['visit Muster Maschinen'], [COMPANY_ADDRESS]],
  ['yesterday', { time: NOW - 24 * 60 * MINUTE }, 'off-clock', [], []],
  ['tomorrow', { time: NOW + 24 * 60 * MINUTE }, 'off-clock', [], []],
  ['a redirect', { status: 302 }, 'redirect', [], []],
])('%s', async (_what, changed, outcome, notes, asked) => {
  expect(await takeOne(changed)).toEqual({ outcome, notes, asked });
});

test('a line of the future counts now, another one at its own time', async () => {
  for (const [time, at] of [
    [NOW + MINUTE, NOW],
    [NOW - MINUTE, NOW - MINUTE],
  ]) {
    const { take, recorder } = house();
    await take(JSON.stringify({ ...LINE, time }), createLogReader(), ANY)?.record?.();
    expect(recorder.notes).toMatchObject([{ at }]);
  }
});

test('of a site whose connector it is, pages of other hosts are foreign', async () => {
  expect(await takeOne({ host: 'example.net' }, { site: SITE, objectionsMayBeUnknown: false })).toMatchObject({
    outcome: 'foreign-origin',
  });
});

test('what a stream tells waits for a recorder that is full, and is recorded once', async () => {
  let refusals = 3;
  const recorder = noteTakingRecorder(async () => {
    if (refusals-- > 0) throw Object.assign(new Error('full'), { code: 'RECORDER_FULL' });
  });
  const counts = await takeLines(bytesOf(`${JSON.stringify(LINE)}\n\n{}\n`), house(recorder).take, ANY);
  expect(counts).toEqual({ taken: 1, 'unreadable-line': 1 });
  expect(recorder.notes).toHaveLength(4);
});

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('syslog over UDP on loopback: the frame is taken off, a full recorder drops and counts', async () => {
  let isFull = false;
  const recorder = noteTakingRecorder(async () => {
    if (isFull) throw Object.assign(new Error('full'), { code: 'RECORDER_FULL' });
  });
  const counted: string[] = [];
  const free = createSocket('udp4');
  const port = await new Promise<number>((resolve) => {
    free.bind(0, '127.0.0.1', () => resolve(free.address().port));
  });
  await new Promise<void>((resolve) => void free.close(() => resolve()));
  const door = await openSyslogDoor(port, {
    take: house(recorder).take,
    count: (outcome) => counted.push(outcome),
    log: { error: () => counted.push('error') },
  });
  const sender = createSocket('udp4');
  closers.push(
    () => door.close(),
    () => void sender.close(),
  );
  const say = (text: string): void => sender.send(`<190>Nov 23 12:00:00 doorplate: ${text}`, port, '127.0.0.1');
  say(JSON.stringify(LINE));
  while (counted.length < 1) await pause();
  isFull = true;
  say(JSON.stringify(LINE));
  while (counted.length < 2) await pause();
  say('rubbish');
  while (counted.length < 3) await pause();
  expect(counted).toEqual(['taken', 'dropped', 'unreadable-line']);
});

test('a Unix socket takes lines from those whom its file lets', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorplate-lines-'));
  const path = join(folder, 'lines.sock');
  const counted: string[] = [];
  const { take, recorder } = house();
  const door = await openStreamDoor(path, {
    take,
    count: (outcome) => counted.push(outcome),
    log: { error: () => {} },
  });
  closers.push(
    () => door.close(),
    () => rmSync(folder, { recursive: true }),
  );
  expect(statSync(path).mode & 0o777).toBe(0o660);
  const sender = connect(path);
  sender.write(`${JSON.stringify(LINE)}\n${JSON.stringify(LINE).slice(0, 20)}`);
  while (counted.length < 1) await pause();
  sender.end(`${JSON.stringify(LINE).slice(20)}\n`);
  while (counted.length < 2) await pause();
  expect(counted).toEqual(['taken', 'taken']);
  expect(recorder.notes).toHaveLength(2);
});

test('the endpoint asks for a key of the site’s customer, tells counts and nothing of the whitelist', async () => {
  const { take, recorder } = house();
  const door = createConnectorDoor({
    sites: { byDomain: (domain) => (domain === SITE.domain ? SITE : undefined) },
    take,
    count: () => {},
    customerOfKey: (token) => ({ own: SITE.customerId, other: 99 })[token] ?? null,
    log: { error: () => {} },
  });
  const server = createServer((incoming, response) => {
    if (!door.handle(incoming, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise((resolve) => void server.close(() => resolve())));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  const call = (key: string, body: string, path = '/api/v1/connector?site=example.org', method = 'POST') =>
    new Promise<[number | undefined, string]>((resolve, reject) => {
      const outgoing = request(
        { port, path, method, agent: false, headers: { authorization: `Bearer ${key}` } },
        (answer) => {
          let text = '';
          answer.on('data', (part: Buffer) => (text += part.toString()));
          answer.on('end', () => resolve([answer.statusCode, text]));
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });

  const batch = [LINE, { ...LINE, client: '198.51.100.7' }, { ...LINE, dnt: '1' }]
    .map((one) => JSON.stringify(one))
    .join('\n');
  expect(await call('own', batch)).toEqual([202, '{"lines":{"taken":2,"dnt":1}}']);
  expect(recorder.notes).toHaveLength(3);
  expect((await call('nobody', batch))[0]).toBe(401);
  expect((await call('other', batch))[0]).toBe(404);
  expect((await call('own', batch, '/api/v1/connector?site=example.com'))[0]).toBe(404);
  expect((await call('own', '', undefined, 'PUT'))[0]).toBe(405);
  expect((await call('own', batch, '/api/v1/connectors'))[0]).toBe(404);
  const [status, problem] = await call('own', `${JSON.stringify(LINE)}\n`.repeat(4_000));
  expect(status).toBe(413);
  expect(problem).not.toContain(COMPANY_ADDRESS);
  expect(recorder.notes).toHaveLength(3);
});

test.each([
  ['an excluded page', { target: '/internal/x' }, 'excluded-page', []],
  ['an excluded range', { client: '198.51.100.9' }, 'excluded-range', ['198.51.100.9']],
])('%s counts for the installation alone', async (_what, changed, reason, addresses) => {
  const recorder = noteTakingRecorder();
  const asked: (string | null)[] = [];
  const collection = { ...DEFAULT_SITE_COLLECTION, excludedPages: ['/internal/**'] };
  const take = createLineTaker({
    sites: { byDomain: () => ({ ...SITE, collection }) },
    identify(_siteId, address): Verdict {
      asked.push(address);
      return { kind: 'excluded', reason: 'excluded-range' };
    },
    recorder,
    trustedProxies: { isEmpty: true, trusts: () => false },
    clock: () => NOW,
  });
  const taken = take(JSON.stringify({ ...LINE, ...changed }), createLogReader(), ANY);
  expect(taken).toEqual({ outcome: reason, record: null });
  expect(recorder.notes.map(({ what, outcome }) => [what, outcome])).toEqual([['installation', reason]]);
  expect(asked).toEqual(addresses);
});
