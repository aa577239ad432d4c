import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLE_COMPANY } from '../fixtures/site-and-company.ts';
import { operatorSocket } from '../src/serve/operator-door.ts';
import { putInForce } from '../src/whitelist/put-in-force.ts';
import { writeSmallWhitelist } from '../src/whitelist/small-whitelist.ts';
import { PERSONS_BROWSER } from './browser.ts';
import { doorplate, type DoorplateProcess, startDoorplate } from './doorplate-process.ts';

const SITE = 'shop.example';
const RELOADS = 1000;
const HITS_A_SECOND = 1000;
/** The engines' caches and the pages that were ever in use have their size by then. */
const WARM_UP_RELOADS = 250;
/** One whitelist of this test takes over 4 MB: were they kept, the rest would be 3 GB. */
const MOST_GROWTH_MB = 150;
// 5.0.0.0/16 stands for any public range.
const RANGE = { first: 5 * 2 ** 24, last: 5 * 2 ** 24 + 65_535, record: 0 };
const BODY = JSON.stringify({ site: SITE, name: 'pageview', url: `https://${SITE}/` });

let server: DoorplateProcess;
let versions: string[] = [];
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'doorplate-test-'));
  versions = ['2026-01-01', '2026-01-02'].map(
    (date) =>
      writeSmallWhitelist(data, {
        source: {
          id: 'invented',
          title: 'Invented register',
          version: '1',
          date,
          licence: 'CC0',
          attribution: 'nobody',
          url: 'https://example.org',
          rows: 1,
        },
        records: [
          {
            kind: 'company',
            providerType: null,
            company: { ...EXAMPLE_COMPANY, size: { class: '50-99', range: null, employees: null, evidence: 'stated' } },
            holder: 'EXAMPLE',
            asn: null,
            confidence: 0.95,
            confidenceReasons: [],
            evidence: [],
            fieldEvidence: {},
            match: null,
          },
        ],
        ranges4: [RANGE],
        builtAt: new Date(date),
      }).version,
  );
  doorplate(data, ['site', 'add', SITE]);
  server = await startDoorplate({ data, environment: { DOORPLATE_TRUSTED_PROXIES: '127.0.0.1/32' } });
});
afterAll(async () => {
  agent.destroy();
  await server.end();
});

test(
  'a thousand reloads at a thousand hits a second: no hit fails, memory and open files stay as they are',
  { timeout: 120_000 },
  async () => {
    const { pid } = await statusOf();
    const load = sendHits();
    const reloads: Promise<unknown>[] = [];
    let after = { memoryMb: 0, files: 0 };
    for (let reload = 1; reload <= RELOADS; reload += 1) {
      const version = versions[reload % 2] ?? '';
      putInForce(server.data, version);
      reloads.push(atDoor('POST', '/whitelist/reload'));
      // The answer comes when all companies ever seen have been judged anew; the swap itself comes before.
      while ((await statusOf()).whitelist.version !== version);
      if (reload === WARM_UP_RELOADS) after = figuresOf(pid);
    }
    const answers = await Promise.all(reloads);
    const { sent, failed } = await load.stop();
    const end = figuresOf(pid);

    expect(answers.every((answer) => versions.includes((answer as { version: string }).version))).toBe(true);
    expect(failed).toEqual([]);
    expect(sent).toBeGreaterThan(RELOADS);
    expect(end.memoryMb - after.memoryMb).toBeLessThan(MOST_GROWTH_MB);
    // Kept-alive connections come and go; each whitelist that stayed open would be two files.
    expect(end.files - after.files).toBeLessThan(100);
    const metrics = await (await fetch(`${server.origin}/metrics`)).text();
    expect(metrics).toContain(`outcome="company"} ${sent}`);
  },
);

test('a whitelist that is damaged is refused, and the one in force answers on', async () => {
  const load = sendHits();
  const current = join(server.data, 'whitelist', 'current');
  const before = await statusOf();
  writeFileSync(current, '0123456789abcdef\n');
  await expect(atDoor('POST', '/whitelist/reload')).resolves.toMatchObject({ code: 'INTERNAL' });
  expect(await statusOf()).toEqual(before);
  const { failed } = await load.stop();
  expect(failed).toEqual([]);
});

/** Sends hits of a company's visitors at the rate of the test until it is stopped. */
function sendHits(): { stop(): Promise<{ sent: number; failed: string[] }> } {
  const failed: string[] = [];
  const started = performance.now();
  const answers: Promise<void>[] = [];
  const send = (): void => {
    const due = ((performance.now() - started) / 1000) * HITS_A_SECOND;
    while (answers.length < due) {
      answers.push(
        sendHit(answers.length).then(
          (answer) => void (answer === '202' || failed.push(answer)),
          () => void failed.push('no answer'),
        ),
      );
    }
  };
  const timer = setInterval(send, 5);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all(answers);
      return { sent: answers.length, failed };
    },
  };
}

/** Status, and the reason where the hit was refused. */
function sendHit(number: number): Promise<string> {
  const headers = {
    'content-type': 'text/plain',
    'content-length': BODY.length,
    'user-agent': PERSONS_BROWSER,
    origin: `https://${SITE}`,
    'x-forwarded-for': `5.0.${(number >>> 8) & 255}.${number & 255}`,
  };
  return new Promise((resolve, reject) => {
    const hit = request(`${server.origin}/api/event`, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      const refusal = answer.headers['x-hit-refused'];
      resolve(refusal === undefined ? String(answer.statusCode) : `${answer.statusCode} ${String(refusal)}`);
    });
    hit.on('error', reject);
    hit.end(BODY);
  });
}

function statusOf(): Promise<{ pid: number; whitelist: { version: string } }> {
  return atDoor('GET', '/status');
}

function atDoor<Answer>(method: 'GET' | 'POST', path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { socketPath: operatorSocket(server.data), method, path };
    const question = request({ ...options, headers: { 'content-type': 'application/json' } }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => resolve(JSON.parse(text) as Answer));
    });
    question.on('error', reject);
    question.end(method === 'POST' ? '{}' : undefined);
  });
}

function figuresOf(pid: number): { memoryMb: number; files: number } {
  if (!existsSync('/proc/self/status')) return { memoryMb: 0, files: 0 };
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { memoryMb: Number(kilobytes) / 1024, files: readdirSync(`/proc/${pid}/fd`).length };
}
