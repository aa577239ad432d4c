import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_SITE } from '../../fixtures/site-and-company.ts';
import type { Site, SiteDirectory } from '../contracts/hit.ts';
import { createHitDoor } from './hit-door.ts';
import { createLogReader } from './log-reader.ts';
import { noteTakingRecorder } from './note-taking-recorder.ts';
import { createLineTaker } from './take-line.ts';
import { readTrustedProxies } from './trusted-proxies.ts';

/**
 * Every signal with every other one, every setting of the switches, and every way in (privacy promises 8 and 9): what the
 * browser objects to is refused before the address is read and counted for the installation alone; everything else is
 * counted.
 */
const NOON = Date.UTC(2026, 4, 17, 12);
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const PAGE = 'https://example.org/prices';

const DNT = [null, '0', '1', 'yes'] as const;
const GPC = [null, '0', '1', 'true'] as const;
const COOKIES = [null, 'a=b; doorplate_opt_out=1', 'doorplate_opt_out=yes; other=1'] as const;
const SWITCHES = [
  [true, true],
  [true, false],
  [false, true],
  [false, false],
] as const;

type Signals = {
  readonly dnt: (typeof DNT)[number];
  readonly gpc: (typeof GPC)[number];
  readonly cookie: (typeof COOKIES)[number];
};

/** The law in its own words: the opt-out always, a signal of exactly `1` where the site's switch is on. */
function expected(
  { dnt, gpc, cookie }: Signals,
  honoursDnt: boolean,
  honoursGpc: boolean,
  mode: string,
): string | null {
  if (cookie === COOKIES[1]) return 'opt-out';
  // A web server's flag may be written in many ways: whatever is not empty, 0 or false is an objection.
  if (mode === 'connector' && cookie === COOKIES[2]) return 'opt-out';
  if (dnt === '1' && honoursDnt) return 'dnt';
  return gpc === '1' && honoursGpc ? 'gpc' : null;
}

let server: Server;
let port = 0;
let site: Site;
let asked: (string | null)[];
let recorder: ReturnType<typeof noteTakingRecorder>;
const sites: SiteDirectory = { byDomain: (domain) => (domain === site.domain ? site : undefined) };
const noProxies = readTrustedProxies([]);

const parts = () => {
  if (!noProxies.ok) throw new Error(noProxies.fault);
  return {
    sites,
    identify: (_siteId: number, address: string | null) => {
      asked.push(address);
      return { kind: 'unknown', reason: 'not-listed' } as const;
    },
    recorder,
    trustedProxies: noProxies.value,
    clock: () => NOON,
  };
};

beforeEach(async () => {
  asked = [];
  recorder = noteTakingRecorder();
  const door = createHitDoor({ ...parts(), log: { error: (line) => expect(line).toBeNull() } });
  server = createServer((request, response) => void door.handle(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterEach(() => new Promise((done) => server.close(done)));

/** The reason that an answer names. */
function send(method: string, path: string, signals: Signals, more: IncomingHttpHeaders, body?: string) {
  return new Promise<string | null>((resolve, reject) => {
    const headers = {
      'user-agent': FIREFOX,
      ...(signals.dnt !== null && { dnt: signals.dnt }),
      ...(signals.gpc !== null && { 'sec-gpc': signals.gpc }),
      ...(signals.cookie !== null && { cookie: signals.cookie }),
      ...more,
    };
    const sent = httpRequest({ port, host: '127.0.0.1', method, path, headers }, (answer) => {
      answer.resume().on('end', () => {
        const reason = answer.headers['x-hit-refused'];
        resolve(typeof reason === 'string' ? reason : null);
      });
    });
    sent.on('error', reject).end(body);
  });
}

const HIT = JSON.stringify({ site: 'example.org', name: 'pageview', url: PAGE });
const readLine = createLogReader();

const MODES: Readonly<Record<string, (signals: Signals) => Promise<string | null>>> = {
  script: (signals) => send('POST', '/d/api/event', signals, { 'content-type': 'text/plain' }, HIT),
  pixel: (signals) => send('GET', '/d/t.gif?site=example.org', signals, { referer: PAGE }),
  API: (signals) => send('POST', '/api/event', signals, { 'content-type': 'application/json' }, HIT),
  'Plausible’s door': (signals) =>
    send('POST', '/api/event', signals, {}, JSON.stringify({ domain: 'example.org', name: 'pageview', url: PAGE })),
  'Matomo’s door': (signals) =>
    send('GET', `/matomo.php?rec=1&idsite=example.org&url=${encodeURIComponent(PAGE)}`, signals, {}),
  async connector({ dnt, gpc, cookie }) {
    const line = JSON.stringify({
      time: String(NOON / 1000),
      host: 'example.org',
      method: 'GET',
      target: '/prices',
      status: 200,
      referrer: '',
      agent: FIREFOX,
      client: '203.0.113.9',
      forwarded: '',
      dnt: dnt ?? '',
      gpc: gpc ?? '',
      // What nginx writes as $cookie_doorplate_opt_out.
      opt_out: /doorplate_opt_out=([^;]*)/.exec(cookie ?? '')?.[1] ?? '',
      purpose: '',
      dest: 'document',
    });
    const taken = createLineTaker(parts())(line, readLine, { site: null, objectionsMayBeUnknown: false });
    await taken?.record?.();
    return taken === null || taken.outcome === 'taken' ? null : taken.outcome;
  },
};

test.each(Object.entries(MODES))('by %s, in all 192 combinations', async (mode, ask) => {
  let combinations = 0;
  for (const [honoursDnt, honoursGpc] of SWITCHES) {
    site = { ...EXAMPLE_SITE, honoursDnt, honoursGpc };
    for (const dnt of DNT) {
      for (const gpc of GPC) {
        for (const cookie of COOKIES) {
          const signals = { dnt, gpc, cookie };
          const reason = expected(signals, honoursDnt, honoursGpc, mode);
          const before = [recorder.notes.length, asked.length] as const;
          expect([signals, honoursDnt, honoursGpc, await ask(signals)]).toEqual([
            signals,
            honoursDnt,
            honoursGpc,
            reason,
          ]);
          expect(recorder.notes.slice(before[0])).toMatchObject([
            reason === null ? { what: 'miss', outcome: 'not-listed' } : { what: 'installation', outcome: reason },
          ]);
          expect(asked.length - before[1]).toBe(reason === null ? 1 : 0);
          combinations += 1;
        }
      }
    }
  }
  expect(combinations).toBe(192);
});
