import fc from 'fast-check';
import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { doorplate, startDoorplate, type DoorplateProcess } from './doorplate-process.ts';

const SITE = 'example.com';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const CANARY = 'zebrafink4711';

let server: DoorplateProcess;

beforeAll(async () => {
  server = await startDoorplate({ environment: { DOORPLATE_TRUSTED_PROXIES: '127.0.0.1' } });
  expect(doorplate(server.data, ['site', 'add', SITE]).status).toBe(0);
});
afterAll(() => server.end());

async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.origin}/api/event`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain', 'user-agent': BROWSER, ...headers },
  });
}

function hit(fields: Record<string, unknown> = {}): string {
  return JSON.stringify({ site: SITE, name: 'pageview', url: `https://${SITE}/`, referrer: '', ...fields });
}

/** A coded problem that repeats nothing. */
async function expectProblem(answer: Response, status: number, code: string): Promise<void> {
  const text = await answer.text();
  expect([answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([
    status,
    'application/problem+json',
  ]);
  expect(JSON.parse(text)).toMatchObject({ status, code });
  expect(text).not.toContain(CANARY);
}

describe('bad input at the door', () => {
  test.each([
    ['nothing', '', 'HIT_NOT_JSON'],
    ['half a JSON text', `{"site":"${CANARY}"`, 'HIT_NOT_JSON'],
    ['a list', `["${CANARY}"]`, 'HIT_SHAPE'],
    ['numbers', hit({ site: 4711 }), 'HIT_SHAPE'],
    ['no URL', JSON.stringify({ site: SITE, name: CANARY }), 'HIT_SHAPE'],
  ])('%s is a problem with a code', async (_what, body, code) => {
    await expectProblem(await post(body), 400, code);
  });

  test('invalid UTF-8 is a problem with a code', async () => {
    await expectProblem(
      await post(Buffer.concat([Buffer.from('{"site":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')])),
      400,
      'HIT_NOT_UTF8',
    );
  });

  test('8 KiB are taken, one byte more is not', async () => {
    const fits = hit({ props: {} });
    expect((await post(fits.padEnd(8192))).status).toBe(202);
    await expectProblem(await post(fits.padEnd(8193)), 413, 'HIT_TOO_LARGE');
  });

  test.each([
    ['an unknown site', { site: `${CANARY}.example` }, 'unknown-site'],
    ['a page of another host', { url: `https://${CANARY}.example/` }, 'foreign-origin'],
    ['no URL at all', { url: CANARY }, 'unreadable-url'],
    ['a script as URL', { url: `javascript:${CANARY}` }, 'unreadable-url'],
    ['a URL of 7,000 characters', { url: `https://${SITE}/${'x'.repeat(7_000)}` }, 'unreadable-url'],
    ['a URL with control characters', { url: `https://${SITE}/\u0000${CANARY}\u001b[31m` }, undefined],
    ['a URL of broken percent signs', { url: `https://${SITE}/%%%E0%A4%A${CANARY}` }, undefined],
    ['half a surrogate pair', { url: `https://${SITE}/\ud800` }, undefined],
    ['a name of blanks', { name: '   ' }, undefined],
  ])('%s is answered, refused for a stated reason or taken', async (_what, fields, refusal) => {
    const answer = await post(hit(fields));
    expect([202, 400]).toContain(answer.status);
    if (refusal !== undefined) expect(answer.headers.get('x-hit-refused')).toBe(refusal);
  });

  test('a reason of the whitelist is never told', async () => {
    const answer = await post(hit(), { 'x-forwarded-for': '192.0.2.1' });
    expect([answer.status, answer.headers.get('x-hit-refused')]).toEqual([202, null]);
  });

  test('1,000 random forwarding chains are all taken', async () => {
    const part = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.string({ unit: 'binary-ascii', maxLength: 40 }),
      fc.constantFrom('', ',', 'unknown', '_hidden', '[::1]:80', '"192.0.2.1"'),
    );
    const chains = fc.sample(fc.array(part, { maxLength: 12 }), 1_000);
    for (const chain of chains) {
      // What a header may hold at all: fetch refuses the rest before it is sent.
      const forwarded = chain.join(', ').replace(/[^\t\x20-\x7e]/g, '');
      const answer = await post(hit(), { 'x-forwarded-for': forwarded });
      expect(answer.status).toBe(202);
      await answer.arrayBuffer();
    }
  });

  test('random bytes never are an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const answer = await post(Buffer.from(bytes));
        await answer.arrayBuffer();
        expect(answer.status).toBe(400);
      }),
      { numRuns: 300 },
    );
  });

  test('other methods are refused by name', async () => {
    await expectProblem(await fetch(`${server.origin}/api/event`), 405, 'HIT_METHOD');
    await expectProblem(await fetch(`${server.origin}/t.gif`, { method: 'DELETE' }), 405, 'HIT_METHOD');
  });
});

describe('bad input elsewhere', () => {
  test.each([
    ['/nothing-here', 404, 'NOT_FOUND'],
    [`/${CANARY}`, 404, 'NOT_FOUND'],
    [`/api/v1/${CANARY}`, 404, 'NOT_FOUND'],
    ['/%', 400, 'REQUEST_UNREADABLE'],
    [`/companies/${'x'.repeat(1_000)}`, 414, 'ADDRESS_TOO_LONG'],
    [`/api/v1/companies?site=${CANARY}`, 401, 'CREDENTIALS_MISSING'],
    ['/assets/../package.json', 404, 'NOT_FOUND'],
    ['/assets/%2e%2e/%2e%2e/package.json', 404, 'NOT_FOUND'],
  ])('GET %s answers a coded problem', async (path, status, code) => {
    await expectProblem(await fetch(`${server.origin}${path}`), status, code);
  });

  test('a person who mistypes an address gets a page, still with 404', async () => {
    const answer = await fetch(`${server.origin}/${CANARY}`, { headers: { accept: 'text/html,*/*' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await answer.text()).not.toContain(CANARY);
  });

  test('bytes that are no HTTP end in a plain 400', async () => {
    const { hostname, port } = new URL(server.origin);
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = createConnection(Number(port), hostname, () => socket.write(`${CANARY}\r\n\r\n`));
      socket.on('data', (bytes) => (text += bytes.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain(CANARY);
  });
});

describe('afterwards', () => {
  test('nothing of it stands in the log, and nothing broke', () => {
    expect(server.printed()).not.toContain(CANARY);
    expect(server.printed()).not.toMatch(/INTERNAL|"level":[56]0/);
  });

  test('tracking answers set nothing and can mark nothing', async () => {
    const answers = await Promise.all([
      fetch(`${server.origin}/t.js`),
      fetch(`${server.origin}/t.gif?site=${SITE}`, { headers: { 'user-agent': BROWSER, referer: `https://${SITE}/` } }),
      post(hit()),
    ]);
    for (const answer of answers) {
      for (const header of ['set-cookie', 'etag', 'last-modified', 'accept-ch'])
        expect(answer.headers.get(header)).toBeNull();
      await answer.arrayBuffer();
    }
  });

  test('health, readiness and metrics answer', async () => {
    expect(await (await fetch(`${server.origin}/healthz`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
    const metrics = await (await fetch(`${server.origin}/metrics`)).text();
    expect(metrics).toMatch(/doorplate_hits_total\{outcome="special-purpose"\} [1-9]/);
    expect(metrics).not.toContain(SITE);
  });
});
