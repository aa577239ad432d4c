import { expect, test } from 'vitest';
import { EXAMPLE_COMPANY, EXAMPLE_SITE as SITE } from '../../fixtures/site-and-company.ts';
import type { Company } from '../contracts/company.ts';
import { DEFAULT_SITE_COLLECTION } from '../contracts/hit.ts';
import type { Verdict } from '../contracts/verdict.ts';
import { importLog } from './import-log.ts';
import { noteTakingRecorder } from './note-taking-recorder.ts';

const COMPANY: Company = { ...EXAMPLE_COMPANY, size: { class: null, range: null, employees: 250, evidence: 'stated' } };

function identify(_siteId: number, address: string | null): Verdict {
  if (address === '203.0.113.9')
    return { kind: 'company', companyId: COMPANY.id, company: COMPANY, whitelistVersion: 'v', visitKey: 'k' };
  if (address === '203.0.113.10') return { kind: 'withheld', reason: 'provider' };
  return { kind: 'unknown', reason: 'not-listed' };
}

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

function line(changes: {
  address?: string;
  host?: string;
  time?: string;
  request?: string;
  status?: number;
  referrer?: string;
  agent?: string;
}): string {
  const {
    address = '203.0.113.9',
    host,
    time = '17/May/2026:12:00:00 +0000',
    request = 'GET /prices HTTP/1.1',
    status = 200,
    referrer = '-',
    agent = AGENT,
  } = changes;
  return `${host === undefined ? '' : `${host}:443 `}${address} - - [${time}] "${request}" ${status} 512 "${referrer}" "${agent}"\n`;
}

const SETTLED = { trustedProxies: { isEmpty: true, trusts: () => false }, objectionsMayBeUnknown: true } as const;

async function* bytesOf(...lines: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of lines) yield Buffer.from(text, 'latin1');
}

const NOON = Date.UTC(2026, 4, 17, 12);

test('every line ends in one outcome, and the table says in which', async () => {
  const recorder = noteTakingRecorder();
  const result = await importLog({
    lines: bytesOf(
      line({}),
      line({ time: '17/May/2026:12:05:00 +0000', request: 'GET /about HTTP/1.1', status: 304 }),
      line({ address: '203.0.113.10' }),
      line({ address: '203.0.113.11' }),
      line({ address: 'client.example.net' }),
      line({ request: 'GET /style.css HTTP/1.1' }),
      line({ request: 'GET /feed/ HTTP/1.1' }),
      line({ request: 'POST /form HTTP/1.1' }),
      line({ request: '-', status: 408 }),
      line({ status: 301 }),
      line({ status: 404 }),
      line({ status: 206 }),
      'rubbish\n',
      `${'x'.repeat(70_000)}\n`,
      line({ agent: 'curl/8.5.0' }),
      line({ agent: '-' }),
      line({ host: 'www.example.com' }),
      line({ time: '17/May/2024:12:00:00 +0000' }),
      line({ request: 'GET https://example.org:99999/ HTTP/1.1' }),
    ),
    site: SITE,
    identify,
    recorder,
    ...SETTLED,
    keepOldBefore: Date.UTC(2025, 0),
  });
  expect(result).toEqual({
    lines: 19,
    pageViews: 5,
    outcomes: { company: 2, provider: 1, 'not-listed': 2 },
    ignored: {
      asset: 1,
      feed: 1,
      'other-method': 1,
      'unreadable-request': 1,
      redirect: 1,
      'error-status': 1,
      'other-status': 1,
      'unreadable-line': 1,
      'too-long-line': 1,
    },
    objected: {},
    refused: { bot: 2, 'foreign-origin': 1, 'beyond-retention': 1, 'unreadable-url': 1 },
    companies: [{ company: COMPANY, pageViews: 2, firstAt: NOON, lastAt: NOON + 300_000 }],
    firstAt: NOON,
    lastAt: NOON + 300_000,
  });
  expect(recorder.notes.map(({ what, outcome }) => [what, outcome])).toEqual([
    ['visit', 'Muster Maschinen'],
    ['visit', 'Muster Maschinen'],
    ['miss', 'provider'],
    ['miss', 'not-listed'],
    ['miss', 'not-listed'],
    ['refusal', 'bot'],
    ['refusal', 'bot'],
    ['refusal', 'foreign-origin'],
    ['refusal', 'unreadable-url'],
  ]);
});

test('the time of a line is the time of its hit, and what the verdict is asked with', async () => {
  const recorder = noteTakingRecorder();
  const times: number[] = [];
  await importLog({
    lines: bytesOf(line({ time: '17/May/2015:10:05:03 +0200' })),
    site: SITE,
    identify: (siteId, address, at) => {
      times.push(siteId, at);
      return identify(siteId, address);
    },
    recorder,
    ...SETTLED,
    keepOldBefore: null,
  });
  const at = Date.UTC(2015, 4, 17, 8, 5, 3);
  expect(times).toEqual([7, at]);
  expect(recorder.notes).toMatchObject([{ what: 'visit', at }]);
});

test.each([
  ['a search engine', undefined, 'https://search.example.com/?q=x', 'example.org', 'search.example.com'],
  ['the site itself', undefined, 'https://example.org/', 'example.org', null],
  ['another host of the site', undefined, 'https://www.example.org/', 'example.org', null],
  ['a virtual host', 'www.example.org', '-', 'www.example.org', null],
])(
  'host and referrer are known as far as the log tells them: %s',
  async (_what, host, referrer, pageHost, referrerHost) => {
    const recorder = noteTakingRecorder();
    await importLog({
      lines: bytesOf(line(host === undefined ? { referrer } : { referrer, host })),
      site: SITE,
      identify,
      recorder,
      ...SETTLED,
      keepOldBefore: null,
    });
    expect(recorder.notes).toMatchObject([{ hit: { host: pageHost, path: '/prices', referrerHost } }]);
  },
);

test('a log without a line has no times', async () => {
  const result = await importLog({
    lines: bytesOf(),
    site: SITE,
    identify,
    recorder: noteTakingRecorder(),
    ...SETTLED,
    keepOldBefore: null,
  });
  expect(result).toMatchObject({ lines: 0, pageViews: 0, firstAt: null, lastAt: null });
});

test('progress tells the bytes and lines that were read', async () => {
  const seen: unknown[] = [];
  const text = line({});
  await importLog({
    lines: bytesOf(text + text.slice(0, 10), text.slice(10)),
    site: SITE,
    identify,
    recorder: noteTakingRecorder(),
    ...SETTLED,
    keepOldBefore: null,
    onProgress: (progress) => seen.push(progress),
  });
  expect(seen.at(-1)).toEqual({ bytes: text.length * 2, lines: 2 });
});

test('a recorder that is full for a moment loses nothing', async () => {
  let refusals = 3;
  const recorder = noteTakingRecorder(() =>
    refusals-- > 0 ? Promise.reject(Object.assign(new Error('full'), { code: 'RECORDER_FULL' })) : Promise.resolve(),
  );
  const result = await importLog({
    lines: bytesOf(line({}), line({})),
    site: SITE,
    identify,
    recorder,
    ...SETTLED,
    keepOldBefore: null,
  });
  expect(result.pageViews).toBe(2);
  expect(recorder.notes).toHaveLength(5);
});

test('a broken recorder ends the import with its error', async () => {
  const recorder = noteTakingRecorder(() =>
    Promise.reject(Object.assign(new Error('disk'), { code: 'RECORDER_DISK' })),
  );
  const lines = Array.from({ length: 2000 }, () => line({}));
  await expect(
    importLog({ lines: bytesOf(...lines), site: SITE, identify, recorder, ...SETTLED, keepOldBefore: null }),
  ).rejects.toMatchObject({ code: 'RECORDER_DISK' });
  expect(recorder.notes.length).toBeLessThan(2000);
});

const TOLD = JSON.stringify({
  time: NOON,
  host: 'example.org',
  method: 'GET',
  target: '/prices',
  status: 200,
  agent: AGENT,
  client: '203.0.113.9',
  dnt: '',
  gpc: '',
  opt_out: '',
});

test('of a log that tells objections, those who object are counted for the installation alone', async () => {
  const recorder = noteTakingRecorder();
  const result = await importLog({
    lines: bytesOf(
      ...[{}, { dnt: '1' }, { gpc: '1' }, { opt_out: '1' }, { dnt: '1', target: '/style.css' }].map(
        (changed) => `${JSON.stringify({ ...JSON.parse(TOLD), ...changed })}\n`,
      ),
    ),
    site: SITE,
    identify,
    recorder,
    ...SETTLED,
    objectionsMayBeUnknown: false,
    keepOldBefore: null,
  });
  expect(result).toMatchObject({
    lines: 5,
    pageViews: 1,
    objected: { dnt: 1, gpc: 1, 'opt-out': 1 },
    refused: {},
    ignored: { asset: 1 },
  });
  expect(recorder.notes.map(({ what, outcome }) => [what, outcome])).toEqual([
    ['visit', 'Muster Maschinen'],
    ['installation', 'dnt'],
    ['installation', 'gpc'],
    ['installation', 'opt-out'],
  ]);
});

test('page views whose objections are not told need the site’s confirmation; what nobody can tell, nobody is asked', async () => {
  const recorder = noteTakingRecorder();
  const asked: (string | null)[] = [];
  const result = await importLog({
    lines: bytesOf(line({}), `${TOLD}\n`),
    site: SITE,
    identify: (siteId, address) => {
      asked.push(address);
      return identify(siteId, address);
    },
    recorder,
    ...SETTLED,
    objectionsMayBeUnknown: false,
    keepOldBefore: null,
  });
  expect(result).toMatchObject({ pageViews: 1, refused: { 'objection-unknown': 1 } });
  expect(asked).toEqual(['203.0.113.9']);
  expect(recorder.notes).toHaveLength(1);
});

test('behind the operator’s own proxy the client is the hop that it appended', async () => {
  const recorder = noteTakingRecorder();
  const asked: (string | null)[] = [];
  const withChain = (forwarded: string): string =>
    `${JSON.stringify({ ...JSON.parse(TOLD), client: '127.0.0.1', forwarded })}\n`;
  await importLog({
    lines: bytesOf(withChain('198.51.100.7, 203.0.113.9'), withChain('')),
    site: SITE,
    identify: (siteId, address) => {
      asked.push(address);
      return identify(siteId, address);
    },
    recorder,
    ...SETTLED,
    trustedProxies: { isEmpty: false, trusts: (peer) => peer === '127.0.0.1' },
    keepOldBefore: null,
  });
  expect(asked).toEqual(['203.0.113.9', null]);
});

test('what the site excludes is refused and counts for the installation alone', async () => {
  const recorder = noteTakingRecorder();
  const collection = { ...DEFAULT_SITE_COLLECTION, excludedPages: ['/internal/**'] };
  const result = await importLog({
    lines: bytesOf(line({ request: 'GET /internal/x HTTP/1.1' }), line({})),
    site: { ...SITE, collection },
    identify: () => ({ kind: 'excluded', reason: 'excluded-company' }),
    recorder,
    ...SETTLED,
    keepOldBefore: null,
  });
  expect(result).toMatchObject({
    lines: 2,
    pageViews: 0,
    refused: { 'excluded-page': 1, 'excluded-company': 1 },
    outcomes: {},
  });
  expect(recorder.notes.map(({ what, outcome }) => [what, outcome])).toEqual([
    ['installation', 'excluded-page'],
    ['installation', 'excluded-company'],
  ]);
});
