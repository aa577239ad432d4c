import { DEFAULT_SITE_COLLECTION, NOTHING_TOLD, type Site, type SiteCollection } from '../contracts/hit.ts';
import * as fc from 'fast-check';
import {
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
} from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { EXAMPLE_COMPANY, EXAMPLE_SITE as SITE } from '../../fixtures/site-and-company.ts';
import { Problem } from '../contracts/api.ts';
import type { Company } from '../contracts/company.ts';
import type { Verdict } from '../contracts/verdict.ts';
import { createHitDoor, type HitDoorParts } from './hit-door.ts';
import { noteTakingRecorder } from './note-taking-recorder.ts';
import { readTrustedProxies, type TrustedProxies } from './trusted-proxies.ts';

const NOON = Date.UTC(2026, 4, 17, 12);
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const COMPANY: Company = { ...EXAMPLE_COMPANY, size: { class: null, range: null, employees: 250, evidence: 'stated' } };
const FOUND: Verdict = {
  kind: 'company',
  companyId: COMPANY.id,
  company: COMPANY,
  whitelistVersion: 'v',
  visitKey: 'k',
};
const MISS: Verdict = { kind: 'unknown', reason: 'not-listed' };

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

function trusting(...entries: readonly string[]): TrustedProxies {
  const read = readTrustedProxies(entries);
  if (!read.ok) throw new Error(read.fault);
  return read.value;
}

/** A real server with a door; `asked` holds the addresses that `identify` was asked about. */
async function openDoor(parts: Partial<HitDoorParts> = {}) {
  const recorder = noteTakingRecorder();
  const asked: (string | null)[] = [];
  const logged: unknown[] = [];
  const door = createHitDoor({
    sites: { byDomain: (domain) => (domain === SITE.domain ? SITE : undefined) },
    identify: (_siteId, address) => {
      asked.push(address);
      return address === '203.0.113.9' ? FOUND : MISS;
    },
    recorder,
    trustedProxies: trusting('127.0.0.1'),
    clock: () => NOON,
    log: { error: (line) => void logged.push(line) },
    ...parts,
  });
  const server = createServer((request, response) => {
    if (!door.handle(request, response)) response.writeHead(404).end('not for the door');
  });
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  function send(
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: string | Uint8Array,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const sent = httpRequest(
        { port, host: '127.0.0.1', method, path, headers, agent: false },
        (response: IncomingMessage) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
  function post(body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const bytes = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
    return send('POST', '/api/event', { 'user-agent': FIREFOX, 'content-type': 'text/plain', ...headers }, bytes);
  }
  return { port, recorder, asked, logged, send, post };
}

const HIT = { s: 'example.org', n: 'pageview', u: 'https://example.org/prices', r: 'https://search.example.com/' };

describe('POST /api/event', () => {
  test.each(['application/json', 'text/plain', 'text/plain;charset=UTF-8'])(
    'a hit as %s of a company is recorded as a visit',
    async (type) => {
      const door = await openDoor();
      const answer = await door.post(HIT, { 'content-type': type, 'x-forwarded-for': '203.0.113.9' });
      expect([answer.status, answer.headers['x-hit-refused'], answer.body.length]).toEqual([202, undefined, 0]);
      expect(door.recorder.notes).toEqual([
        {
          what: 'visit',
          outcome: 'Muster Maschinen',
          at: NOON,
          hit: {
            site: 'example.org',
            name: 'pageview',
            host: 'example.org',
            path: '/prices',
            referrerHost: 'search.example.com',
            campaign: { source: null, medium: null, name: null },
            ...NOTHING_TOLD,
          },
        },
      ]);
    },
  );

  test('an address that leads nowhere gives the same answer, and a miss', async () => {
    const door = await openDoor();
    const company = await door.post(HIT, { 'x-forwarded-for': '203.0.113.9' });
    const miss = await door.post(HIT, { 'x-forwarded-for': '203.0.113.10' });
    expect({ ...miss, headers: { ...miss.headers, date: '' } }).toEqual({
      ...company,
      headers: { ...company.headers, date: '' },
    });
    expect(door.recorder.notes.map((note) => [note.what, note.outcome])).toEqual([
      ['visit', 'Muster Maschinen'],
      ['miss', 'not-listed'],
    ]);
  });

  test('the answer waits until the hit is durable', async () => {
    let makeDurable: (() => void) | undefined;
    const recorder = noteTakingRecorder(() => new Promise((resolve) => (makeDurable = resolve)));
    const door = await openDoor({ recorder });
    let answered = false;
    const pending = door.post(HIT).then((answer) => {
      answered = true;
      return answer;
    });
    await expect.poll(() => recorder.notes.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(answered).toBe(false);
    makeDurable?.();
    expect((await pending).status).toBe(202);
  });

  test.each([
    ['DNT', { dnt: '1' }, HIT, 'dnt', 'installation'],
    ['GPC', { 'sec-gpc': '1' }, HIT, 'gpc', 'installation'],
    ['DNT of a bot', { dnt: '1', 'user-agent': 'curl/8.5.0' }, HIT, 'dnt', 'installation'],
    ['an unknown site', {}, { ...HIT, s: 'example.com' }, 'unknown-site', 'installation'],
    ['DNT on an unknown site', { dnt: '1' }, { ...HIT, s: 'example.com' }, 'unknown-site', 'installation'],
    ['a page elsewhere', {}, { ...HIT, u: 'https://example.com/' }, 'foreign-origin', 'refusal'],
    ['a request from elsewhere', { origin: 'https://example.com' }, HIT, 'foreign-origin', 'refusal'],
    ['an unreadable page', {}, { ...HIT, u: 'rubbish' }, 'unreadable-url', 'refusal'],
    ['a bot', { 'user-agent': 'curl/8.5.0' }, HIT, 'bot', 'refusal'],
    ['a prefetch', { 'sec-purpose': 'prefetch' }, HIT, 'prefetch', 'refusal'],
    ['a preview of a link', { 'user-agent': 'WhatsApp/2.23.20.0' }, HIT, 'scanner', 'refusal'],
    [
      'a browser without a screen',
      { 'user-agent': FIREFOX.replace('Firefox', 'HeadlessChrome') },
      HIT,
      'scanner',
      'refusal',
    ],
    ['a monitoring service', { 'user-agent': `${FIREFOX} (compatible; UptimeRobot/2.0)` }, HIT, 'monitor', 'refusal'],
    ['a made-up referrer', {}, { ...HIT, r: 'https://www.semalt.com/x' }, 'referrer-spam', 'refusal'],
    [
      'a bot with a made-up referrer',
      { 'user-agent': 'curl/8.5.0' },
      { ...HIT, r: 'https://semalt.com/' },
      'bot',
      'refusal',
    ],
  ])('%s is refused before the address is read', async (_what, headers, body, reason, counted) => {
    const door = await openDoor();
    const answer = await door.post(body, headers);
    expect([answer.status, answer.headers['x-hit-refused']]).toEqual([202, reason]);
    expect(door.recorder.notes).toEqual([{ what: counted, outcome: reason, at: NOON }]);
    expect(door.asked).toEqual([]);
  });

  test.each([
    ['an excluded page', {}, { ...HIT, u: 'https://example.org/internal/x' }, 'excluded-page'],
    [
      'an excluded page of a bot',
      { 'user-agent': 'curl' },
      { ...HIT, u: 'https://example.org/internal/x' },
      'excluded-page',
    ],
    ['an excluded host', {}, { ...HIT, u: 'https://staging.example.org/' }, 'excluded-host'],
    ['an excluded page of somebody who objects', { dnt: '1' }, { ...HIT, u: 'https://example.org/internal/x' }, 'dnt'],
  ])('%s counts for the installation alone, before the address is read', async (_what, headers, body, reason) => {
    const collection = {
      ...DEFAULT_SITE_COLLECTION,
      excludedPages: ['/internal/**'],
      excludedHosts: ['staging.example.org'],
    };
    const door = await openDoor({ sites: { byDomain: () => ({ ...SITE, collection }) } });
    const answer = await door.post(body, headers);
    expect([answer.status, answer.headers['x-hit-refused']]).toEqual([202, reason]);
    expect(door.recorder.notes).toEqual([{ what: 'installation', outcome: reason, at: NOON }]);
    expect(door.asked).toEqual([]);
  });

  test.each(['excluded-range', 'excluded-company'] as const)(
    '%s counts for the installation alone, once a page, and no answer tells it',
    async (reason) => {
      const door = await openDoor({ identify: () => ({ kind: 'excluded', reason }) });
      const answers = [await door.post(HIT), await door.post({ ...HIT, n: 'leave', v: 5 })];
      expect(answers.map(({ status, headers }) => [status, headers['x-hit-refused']])).toEqual([
        [202, undefined],
        [202, undefined],
      ]);
      expect(door.recorder.notes).toEqual([{ what: 'installation', outcome: reason, at: NOON }]);
    },
  );

  test.each([
    ['rubbish', 'secret-canary', 400, 'HIT_NOT_JSON'],
    ['nothing', '', 400, 'HIT_NOT_JSON'],
    ['another shape', '{"canary":"secret-canary"}', 400, 'HIT_SHAPE'],
    ['bytes that are no UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 400, 'HIT_NOT_UTF8'],
    ['too much', 'secret-canary'.repeat(1000), 413, 'HIT_TOO_LARGE'],
    ['a little too much', JSON.stringify(HIT).padEnd(8193), 413, 'HIT_TOO_LARGE'],
  ])('%s is answered with a coded problem that repeats nothing', async (_what, body, status, code) => {
    const door = await openDoor();
    const answer = await door.post(body);
    expect([answer.status, answer.headers['content-type']]).toEqual([status, 'application/problem+json']);
    const problem: unknown = JSON.parse(answer.body.toString());
    expect(Problem.parse(problem)).toEqual(problem);
    expect(problem).toMatchObject({ status, code });
    expect(JSON.stringify(answer.headers) + answer.body.toString()).not.toContain('canary');
    expect([door.recorder.notes, door.logged]).toEqual([[], []]);
  });

  test('8,192 bytes are taken, in as many pieces as they come', async () => {
    const door = await openDoor();
    const body = JSON.stringify(HIT).padEnd(8192);
    const status = await new Promise((resolve, reject) => {
      const sent = httpRequest(
        { port: door.port, method: 'POST', path: '/api/event', headers: { 'user-agent': FIREFOX } },
        (response) => resolve(response.resume().statusCode),
      );
      sent.on('error', reject);
      for (let at = 0; at < body.length; at += 1000) sent.write(body.slice(at, at + 1000));
      sent.end();
    });
    expect(status).toBe(202);
    expect(door.recorder.notes).toHaveLength(1);
  });

  test('too much in pieces of unknown length is cut off', async () => {
    const door = await openDoor();
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(door.port, '127.0.0.1');
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => resolve(received));
      socket.on('error', () => resolve(received));
      socket.write('POST /api/event HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
      for (let chunk = 0; chunk < 10; chunk++) socket.write(`400\r\n${'x'.repeat(1024)}\r\n`);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(door.recorder.notes).toEqual([]);
  });

  test('a full recorder is answered with 503 and when to come back', async () => {
    const door = await openDoor({ recorder: noteTakingRecorder(() => reject('RECORDER_FULL')) });
    const answer = await door.post(HIT);
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '1']);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ code: 'RECORDER_FULL' });
    expect(door.logged).toEqual([]);
  });

  test.each([
    ['a broken disk', { recorder: noteTakingRecorder(() => reject('RECORDER_DISK')) }, 'RECORDER_DISK'],
    ['a bug', { identify: explode }, 'HIT_INTERNAL'],
    ['a bug in the directory of sites', { sites: { byDomain: explode } }, 'HIT_INTERNAL'],
  ])('%s is answered with 500 and a code, and logged as a code', async (_what, parts, code) => {
    const door = await openDoor(parts);
    const answer = await door.post(HIT);
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body.toString())).toMatchObject({ code: 'HIT_INTERNAL' });
    expect(answer.body.toString()).not.toContain('canary');
    expect(door.logged).toEqual([{ code }]);
  });

  test('no input whatsoever is answered with 500', async () => {
    const door = await openDoor();
    const field = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.constant('example.org'), fc.jsonValue());
    const messages = fc.record(
      { s: field, n: field, u: field, r: field, p: field, t: field, d: field, l: field, g: field, domain: field },
      { requiredKeys: [] },
    );
    const bodies = fc.oneof(
      fc.uint8Array({ maxLength: 9000 }),
      messages.map((message) => Buffer.from(JSON.stringify(message))),
    );
    const header = fc.stringMatching(/^[\x21-\x7e]{0,60}$/);
    await fc.assert(
      fc.asyncProperty(bodies, header, header, header, async (body, forwarded, origin, agent) => {
        const answer = await door.post(body, { 'x-forwarded-for': forwarded, origin, 'user-agent': agent });
        expect([202, 400, 413]).toContain(answer.status);
      }),
      { numRuns: 300 },
    );
    expect(door.logged).toEqual([]);
  });
});

/** A door of a site that has set something up. */
function openDoorOf(collection: Partial<SiteCollection>) {
  const site: Site = { ...SITE, collection: { ...DEFAULT_SITE_COLLECTION, ...collection } };
  return openDoor({ sites: { byDomain: (domain) => (domain === site.domain ? site : undefined) } });
}

const FROM_COMPANY = { 'x-forwarded-for': '203.0.113.9' };

describe('what a page view tells besides', () => {
  test.each([
    ['a company', FROM_COMPANY, 'visit'],
    ['somebody unknown', {}, 'miss'],
  ])('is recorded behind it, with one verdict, for %s', async (_who, headers, what) => {
    const door = await openDoorOf({
      searchParameters: ['q'],
      milestones: [{ pattern: '/find', label: 'Searched' }],
    });
    await door.post({ ...HIT, u: 'https://example.org/find?q=pumps' }, headers);
    expect(door.recorder.notes.map((note) => [note.what, 'hit' in note && [note.hit.name, note.hit.target]])).toEqual([
      [what, ['pageview', null]],
      [what, ['search', 'pumps']],
      [what, ['milestone', 'Searched']],
    ]);
    expect(door.asked).toHaveLength(1);
  });

  test('a link to a host of the site itself is recorded nowhere', async () => {
    const door = await openDoor();
    expect((await door.post({ ...HIT, n: 'outlink', t: 'shop.example.org' })).status).toBe(202);
    expect([door.recorder.notes, door.asked]).toEqual([[], []]);
    await door.post({ ...HIT, n: 'outlink', t: 'notexample.org' });
    expect(door.recorder.notes).toHaveLength(1);
  });
});

describe('a closing message', () => {
  const LEAVE = { ...HIT, n: 'leave', d: 12.7 };

  test('of a company is handed on', async () => {
    const door = await openDoor();
    expect((await door.post(LEAVE, FROM_COMPANY)).status).toBe(202);
    expect(door.recorder.notes).toMatchObject([
      { what: 'leave', hit: { name: 'leave', seconds: 13, path: '/prices' } },
    ]);
  });

  test.each([
    ['somebody unknown', LEAVE, {}, undefined],
    ['a company, without a time', { ...HIT, n: 'leave' }, FROM_COMPANY, undefined],
    ['somebody who objects', LEAVE, { dnt: '1' }, 'dnt'],
    ['a bot', LEAVE, { 'user-agent': 'curl/8.5.0' }, 'bot'],
    ['an unknown site', { ...LEAVE, s: 'example.com' }, {}, 'unknown-site'],
    ['a page elsewhere', { ...LEAVE, u: 'https://example.com/' }, {}, 'foreign-origin'],
  ])('of %s is recorded and counted nowhere', async (_who, body, headers, reason) => {
    const door = await openDoor();
    const answer = await door.post(body, headers);
    expect([answer.status, answer.headers['x-hit-refused']]).toEqual([202, reason]);
    expect(door.recorder.notes).toEqual([]);
  });
});

describe('Plausible’s messages', () => {
  const PLAUSIBLE = {
    n: 'pageview',
    u: 'https://example.org/prices',
    d: 'example.org',
    r: 'https://search.example.com/',
  };

  test.each([
    [
      'long names',
      { name: 'pageview', url: PLAUSIBLE.u, domain: 'example.org', referrer: PLAUSIBLE.r, interactive: true },
    ],
    ['short names', { ...PLAUSIBLE, w: 1920, h: 1, v: 3 }],
    ['several domains', { ...PLAUSIBLE, d: 'example.org, example.com' }],
  ])('with %s are taken and answered as its scripts expect', async (_what, body) => {
    const door = await openDoor();
    const answer = await door.post(body, FROM_COMPANY);
    expect([answer.status, answer.body.toString(), answer.headers['access-control-allow-origin']]).toEqual([
      202,
      'ok',
      '*',
    ]);
    expect(door.recorder.notes).toMatchObject([
      {
        what: 'visit',
        hit: { name: 'pageview', path: '/prices', referrerHost: 'search.example.com', ...NOTHING_TOLD },
      },
    ]);
  });

  test.each([
    ['Outbound Link: Click', { url: 'https://partner.example/x?y=z' }, 'outlink', 'partner.example'],
    ['File Download', { url: 'https://example.org/files/list.pdf' }, 'download', '/files/list.pdf'],
    ['Form: Submission', { path: '/prices' }, 'form', null],
    ['Sign-up', { plan: 'big' }, 'Sign-up', null],
  ])('%s is %3$s', async (n, p, name, target) => {
    const door = await openDoor();
    await door.post({ ...PLAUSIBLE, n, p });
    expect(door.recorder.notes).toMatchObject([{ hit: { name, target, props: null } }]);
  });

  test('keep the properties that the site allows, also those in a text', async () => {
    const door = await openDoorOf({ eventProperties: { 'Sign-up': ['plan'] } });
    await door.post({ ...PLAUSIBLE, n: 'Sign-up', p: { plan: 'big', secret: 'x' } });
    await door.post({ ...PLAUSIBLE, n: 'Sign-up', p: '{"plan":"small"}' });
    await door.post({ ...PLAUSIBLE, n: 'Sign-up', p: 'rubbish' });
    expect(door.recorder.notes.map((note) => 'hit' in note && note.hit.props)).toEqual([
      { plan: 'big' },
      { plan: 'small' },
      null,
    ]);
  });

  test('of engagement are answered and not recorded', async () => {
    const door = await openDoor();
    const answer = await door.post({ ...PLAUSIBLE, n: 'engagement', sd: 80, e: 12_000 });
    expect([answer.status, door.recorder.notes]).toEqual([202, []]);
  });

  test('that are refused or no hits are answered so', async () => {
    const door = await openDoor();
    const refused = await door.post({ ...PLAUSIBLE, d: 'example.com' });
    expect([refused.status, refused.headers['x-hit-refused']]).toEqual([202, 'unknown-site']);
    expect((await door.post({ d: 'example.org' })).status).toBe(400);
  });
});

describe('Matomo’s requests', () => {
  const PAGE = encodeURIComponent('https://example.org/prices');
  const AGENT = { 'user-agent': FIREFOX };
  /** What its scripts and servers send of visitors; each value can be told from every other text. */
  const CANARIES =
    '_id=canaryaaaaaaaaaa&uid=canary%40user&cip=203.0.113.77&token_auth=canarytoken&cid=canarycid&_idvc=4711001&_idts=4711002' +
    '&_viewts=4711003&res=4711x4712&cookie=canary&ua=canaryagent&lang=canarylang&h=canaryh&m=canarym&s=canarys&pv_id=canarypv' +
    '&dimension1=canarydimension&_cvar=canarycvar&cvar=canarycvar&city=canarycity&country=canary&region=canary&lat=canary' +
    '&rand=canary&cdt=canary&uadata=canary&_ref=canary&bots=canary&pdf=1&java=1&gt_ms=4711004';

  test.each([
    ['GET', '/matomo.php', `idsite=example.org&rec=1&url=${PAGE}`, undefined],
    ['GET', '/piwik.php', `idsite=1&rec=1&url=${PAGE}&urlref=https%3A%2F%2Fsearch.example.com%2Fx`, undefined],
    ['GET', '/d/matomo.php', `idsite=1&url=${encodeURIComponent('https://www.example.org/prices')}`, undefined],
    ['POST', '/matomo.php', '', `idsite=1&rec=1&url=${PAGE}`],
    ['POST', `/matomo.php`, 'idsite=1', `url=${PAGE}&idsite=example.com`],
  ])('%s %s?%s is a page view', async (method, path, query, body) => {
    const door = await openDoor();
    const answer = await door.send(method, `${path}?${query}`, { ...AGENT, ...FROM_COMPANY }, body);
    expect([answer.status, answer.body.length, answer.headers['x-hit-refused']]).toEqual([200, 43, undefined]);
    expect(door.recorder.notes).toMatchObject([{ what: 'visit', hit: { name: 'pageview', path: '/prices' } }]);
  });

  test.each([
    ['action_name=Price+list', { name: 'pageview', pageName: 'Price list' }],
    ['link=https%3A%2F%2Fpartner.example%2Fx', { name: 'outlink', target: 'partner.example' }],
    ['download=https%3A%2F%2Fexample.org%2Ff%2Flist.pdf', { name: 'download', target: '/f/list.pdf' }],
    ['e_c=Videos&e_a=Play&e_n=Tour&e_v=3', { name: 'Videos: Play', target: null, props: { name: 'Tour' } }],
  ])('%s is told', async (query, expected) => {
    const door = await openDoorOf({ eventProperties: { 'Videos: Play': ['name'] } });
    await door.send('GET', `/matomo.php?idsite=1&url=${PAGE}&${query}`, AGENT);
    expect(door.recorder.notes).toMatchObject([{ hit: expected }]);
  });

  test('a search is a page view with a phrase', async () => {
    const door = await openDoor();
    await door.send('GET', `/matomo.php?idsite=1&url=${PAGE}&search=pumps&search_cat=x&search_count=3`, AGENT);
    expect(door.recorder.notes).toMatchObject([
      { hit: { name: 'pageview', target: null } },
      { hit: { name: 'search', target: 'pumps' } },
    ]);
  });

  test.each(['ping=1', 'idgoal=3', 'c_n=banner', 'ma_id=x', 'fa_vid=x'])('%s is not recorded', async (query) => {
    const door = await openDoor();
    const answer = await door.send('GET', `/matomo.php?idsite=1&url=${PAGE}&${query}`, AGENT);
    expect([answer.status, door.recorder.notes]).toEqual([200, []]);
  });

  test.each([
    ['no image is asked for', `idsite=1&url=${PAGE}&send_image=0`, AGENT, 204, undefined],
    ['nobody knows the site', 'idsite=1&url=https%3A%2F%2Fexample.com%2F', AGENT, 200, 'unknown-site'],
    ['the page names no site', 'idsite=1&url=rubbish', AGENT, 200, 'unknown-site'],
    ['the visitor objects', `idsite=1&url=${PAGE}`, { ...AGENT, dnt: '1' }, 200, 'dnt'],
    ['the page stands in the referrer', 'idsite=1', { ...AGENT, referer: 'https://example.org/' }, 200, undefined],
  ])('where %s', async (_what, query, headers, status, reason) => {
    const door = await openDoor();
    const answer = await door.send('GET', `/matomo.php?${query}`, headers);
    expect([answer.status, answer.headers['x-hit-refused']]).toEqual([status, reason]);
  });

  test('in bulk are taken one by one', async () => {
    const door = await openDoor();
    const requests = [
      `?idsite=1&url=${PAGE}`,
      `?idsite=1&url=https%3A%2F%2Fexample.com%2F`,
      7,
      `?${'x'.repeat(9000)}`,
      '?ping=1',
    ];
    const body = JSON.stringify({ requests, token_auth: 'canarytoken' });
    const answer = await door.send('POST', '/matomo.php', { ...AGENT, ...FROM_COMPANY }, body);
    expect([answer.status, JSON.parse(answer.body.toString())]).toEqual([
      200,
      { status: 'success', tracked: 2, invalid: 3 },
    ]);
    expect(door.recorder.notes.filter(({ what }) => what === 'visit')).toHaveLength(1);
  });

  test.each([
    ['51 at once', JSON.stringify({ requests: Array.from({ length: 51 }, () => `?idsite=1&url=${PAGE}`) }), 413],
    ['half an object', '{"requests":', 400],
    ['no requests', '{}', 400],
    ['one of 9,000 bytes', `idsite=1&url=${'x'.repeat(9000)}`, 413],
    ['more than all of them may have', `{"requests":["${'x'.repeat(140_000)}"]}`, 413],
  ])('%s are refused', async (_what, body, status) => {
    const door = await openDoor();
    expect((await door.send('POST', '/matomo.php', AGENT, body)).status).toBe(status);
    expect(door.recorder.notes).toEqual([]);
  });

  test('whatever stands in them is never an error of ours', async () => {
    const door = await openDoor();
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.constant('example.org'));
    const names = ['idsite', 'url', 'urlref', 'action_name', 'link', 'download', 'search', 'e_c', 'e_a', 'e_n', 'ping'];
    const query = fc.dictionary(fc.constantFrom(...names), value).map((fields) =>
      Object.entries(fields)
        .map(([name, text]) => `${name}=${escape(text)}`)
        .join('&'),
    );
    await fc.assert(
      fc.asyncProperty(query, fc.jsonValue(), async (text, json) => {
        const statuses = [
          (await door.send('GET', `/matomo.php?${text}`, AGENT)).status,
          (await door.send('POST', '/matomo.php', AGENT, text)).status,
          (await door.send('POST', '/matomo.php', AGENT, JSON.stringify({ requests: [`?${text}`, json] }))).status,
          (await door.send('POST', '/matomo.php', AGENT, JSON.stringify({ requests: json }))).status,
        ];
        for (const status of statuses) expect([200, 204, 400, 413]).toContain(status);
      }),
      { numRuns: 150 },
    );
    expect(door.logged).toEqual([]);
  });

  test('a full recorder is answered with 503, alone and in bulk', async () => {
    const door = await openDoor({ recorder: noteTakingRecorder(() => reject('RECORDER_FULL')) });
    const bulk = JSON.stringify({ requests: [`?idsite=1&url=${PAGE}`] });
    expect((await door.send('GET', `/matomo.php?idsite=1&url=${PAGE}`, AGENT)).status).toBe(503);
    expect((await door.send('POST', '/matomo.php', AGENT, bulk)).status).toBe(503);
  });

  test('identifiers and everything else about visitors in them are dropped unread', async () => {
    const door = await openDoorOf({
      keptParameters: ['uid', '_id'],
      eventProperties: { pageview: ['uid', 'cid'], 'Videos: Play': ['uid', 'cid', 'name'] },
    });
    for (const kind of [
      '',
      '&e_c=Videos&e_a=Play&e_n=Tour',
      '&search=pumps',
      '&link=https%3A%2F%2Fpartner.example%2F',
    ]) {
      const query = `idsite=1&url=${PAGE}${kind}&${CANARIES}`;
      for (const answer of [
        await door.send('GET', `/matomo.php?${query}`, AGENT),
        await door.send('POST', '/matomo.php', AGENT, query),
        await door.send(
          'POST',
          '/matomo.php',
          AGENT,
          JSON.stringify({ requests: [`?${query}`], token_auth: 'canary' }),
        ),
      ]) {
        expect(answer.status).toBe(200);
        expect(JSON.stringify(answer.headers) + answer.body.toString('latin1')).not.toMatch(/canary|4711/);
      }
    }
    expect(door.recorder.notes).toHaveLength(15);
    expect(JSON.stringify(door.recorder.notes)).not.toMatch(/canary|4711|203\.0\.113\.77/);
    expect(door.asked).not.toContain('203.0.113.77');
  });
});

describe('GET /t.gif', () => {
  const REFERER = 'https://example.org/prices?email=erika@example.net';

  test('the page comes from the referrer', async () => {
    const door = await openDoor();
    const answer = await door.send('GET', '/t.gif?site=example.org', {
      'user-agent': FIREFOX,
      referer: REFERER,
      'x-forwarded-for': '203.0.113.9',
    });
    expect([answer.status, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
      200,
      'image/gif',
      'no-store',
    ]);
    expect([answer.body.length, answer.body.toString('latin1', 0, 6), answer.headers['x-hit-refused']]).toEqual([
      43,
      'GIF89a',
      undefined,
    ]);
    expect(door.recorder.notes).toMatchObject([{ what: 'visit', hit: { path: '/prices', referrerHost: null } }]);
  });

  test('the site’s server may tell where the visitor came from, and what the page is called', async () => {
    const door = await openDoor();
    const referrer = encodeURIComponent('https://search.example.com/?q=erika');
    await door.send('GET', `/t.gif?site=example.org&r=${referrer}&l=Prices&g=Sales`, {
      'user-agent': FIREFOX,
      referer: REFERER,
    });
    expect(door.recorder.notes).toMatchObject([
      { hit: { referrerHost: 'search.example.com', pageName: 'Prices', pageGroup: 'Sales' } },
    ]);
  });

  test.each([
    ['no site', '/t.gif', {}, 'unknown-site'],
    ['another site', '/t.gif?site=example.com', {}, 'unknown-site'],
    ['no page', '/t.gif?site=example.org', { referer: '' }, 'unreadable-url'],
    ['a page elsewhere', '/t.gif?site=example.org', { referer: 'https://example.com/' }, 'foreign-origin'],
    ['an objection', '/t.gif?site=example.org', { dnt: '1' }, 'dnt'],
    ['a bot', '/t.gif?site=example.org', { 'user-agent': 'curl/8.5.0' }, 'bot'],
    ['an impossible site', '/t.gif?site=%E0%A4%A', {}, 'unknown-site'],
  ])('%s gives a pixel too, and the reason', async (_what, path, headers, reason) => {
    const door = await openDoor();
    const answer = await door.send('GET', path, { 'user-agent': FIREFOX, referer: REFERER, ...headers });
    expect([answer.status, answer.body.length, answer.headers['x-hit-refused']]).toEqual([200, 43, reason]);
    expect(door.asked).toEqual([]);
  });
});

describe('the address', () => {
  test.each([
    ['of the peer, when it is no trusted proxy', trusting(), { 'x-forwarded-for': '203.0.113.9' }, '127.0.0.1'],
    ['that a trusted proxy tells', trusting('127.0.0.1'), { 'x-forwarded-for': '203.0.113.9' }, '203.0.113.9'],
    ['that nobody tells', trusting('127.0.0.1'), {}, null],
    ['of a malformed chain', trusting('127.0.0.1'), { 'x-forwarded-for': 'rubbish' }, null],
    [
      'in a header that nobody reads',
      trusting('127.0.0.1'),
      { forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9' },
      null,
    ],
  ])('%s is asked about', async (_what, trustedProxies, headers, expected) => {
    const door = await openDoor({ trustedProxies });
    await door.post(HIT, headers);
    expect(door.asked).toEqual([expected]);
  });

  test.each([
    ['an address', '192.0.2.5', '192.0.2.5'],
    ['none', null, null],
    ['what the request says', undefined, '127.0.0.1'],
  ])('in an evaluation a request may count as %s', async (_what, override, expected) => {
    const door = await openDoor({ trustedProxies: trusting(), addressOverride: () => override });
    await door.post(HIT);
    expect(door.asked).toEqual([expected]);
  });
});

test.each([
  ['POST', '/api/event', 202],
  ['POST', '/d/api/event', 202],
  ['OPTIONS', '/api/event', 204],
  ['GET', '/api/event', 405],
  ['PUT', '/api/event', 405],
  ['GET', '/t.gif', 200],
  ['GET', '/d/t.gif', 200],
  ['POST', '/t.gif', 405],
  ['GET', '/', 404],
  ['GET', '/t.js', 404],
  ['POST', '/api/events', 404],
  ['POST', '/?/api/event', 404],
  ['GET', '/matomo.php', 200],
  ['POST', '/piwik.php', 400],
  ['OPTIONS', '/matomo.php', 204],
  ['PUT', '/matomo.php', 405],
])(
  '%s %s is answered with %i, without a cookie or anything a browser could send back',
  async (method, path, status) => {
    const door = await openDoor();
    const answer = await door.send(
      method,
      path,
      { 'user-agent': FIREFOX },
      method === 'POST' ? JSON.stringify(HIT) : undefined,
    );
    expect(answer.status).toBe(status);
    for (const name of ['set-cookie', 'etag', 'last-modified', 'accept-ch', 'access-control-allow-credentials']) {
      expect(answer.headers).not.toHaveProperty(name);
    }
  },
);

test('a browser of any site may send hits, without credentials', async () => {
  const door = await openDoor();
  const preflight = await door.send('OPTIONS', '/api/event', {
    origin: 'https://example.org',
    'access-control-request-method': 'POST',
  });
  expect(preflight.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type',
  });
  expect((await door.post(HIT)).headers['access-control-allow-origin']).toBe('*');
});

test('a client that goes away in the middle of a hit leaves no trace', async () => {
  const door = await openDoor();
  const socket = connect(door.port, '127.0.0.1');
  socket.write('POST /api/event HTTP/1.1\r\nHost: x\r\nContent-Length: 300\r\n\r\n{"s":"example.org"');
  await new Promise((resolve) => setTimeout(resolve, 50));
  socket.destroy();
  expect((await door.post(HIT)).status).toBe(202);
  expect([door.recorder.notes.length, door.logged]).toEqual([1, []]);
});

function reject(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error('canary'), { code }));
}

/** As a broken client may write a query: percent signs alone, bytes beyond ASCII. */
function escape(text: string): string {
  return text.replaceAll(/[^\x21-\x7e]|[&#+]/g, (letter) => `%${letter.charCodeAt(0).toString(16).slice(-2)}`);
}

function explode(): never {
  throw new Error('canary');
}
