import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, isRequestFault, tell, withSearch } from './request.ts';

let server: Server;
let origin: string;
const seen: string[] = [];

beforeAll(async () => {
  const answers: Record<string, readonly [status: number, body: string]> = {
    '/good': [200, '{"data":[1]}'],
    '/empty': [204, ''],
    '/problem': [409, '{"type":"x","title":"y","status":409,"code":"DOMAIN_TAKEN"}'],
    '/odd-code': [400, '{"code":"<script>"}'],
    '/proxy': [502, '<html>Bad gateway</html>'],
    '/garbage': [200, '<html>'],
  };
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const [status, body] = answers[path] ?? [404, ''];
    seen.push(`${request.method} ${request.url} ${request.headers['content-type'] ?? ''}`.trim());
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : '';
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const signal = new AbortController().signal;
const faultOf = async (path: string, from = origin) => {
  const error: unknown = await ask(from + path, {}, signal).catch((reason: unknown) => reason);
  return isRequestFault(error) ? [error.status, error.code] : error;
};

test('an answer is handed on, with the question in the address', async () => {
  expect(await ask(`${origin}/good`, { site: 'a b', to: null, q: '' }, signal)).toEqual({ data: [1] });
  expect(seen.at(-1)).toBe('GET /good?site=a+b');
});

test('a command without an answer is done', async () => {
  expect(await tell('DELETE', `${origin}/empty`)).toBeUndefined();
  expect(seen.at(-1)).toBe('DELETE /empty');
  await tell('POST', `${origin}/good`, { a: 1 });
  expect(seen.at(-1)).toBe('POST /good application/json');
});

test.each([
  ['/problem', 409, 'DOMAIN_TAKEN'],
  ['/odd-code', 400, 'HTTP_400'],
  ['/proxy', 502, 'HTTP_502'],
  ['/garbage', 200, 'UNREADABLE'],
])('%s is the fault %d %s', async (path, status, code) => {
  expect(await faultOf(path)).toEqual([status, code]);
});

test('a server that does not answer is a fault of its own', async () => {
  expect(await faultOf('/good', 'http://127.0.0.1:9')).toEqual([0, 'OFFLINE']);
});

test('a question that was given up is no fault of the server', async () => {
  const given = new AbortController();
  given.abort();
  const error: unknown = await ask(`${origin}/good`, {}, given.signal).catch((reason: unknown) => reason);
  expect(isRequestFault(error)).toBe(false);
});

test('what is not asked for does not stand in the address', () => {
  expect(withSearch('/x', { a: null, b: undefined, c: '', d: 0 })).toBe('/x?d=0');
});
