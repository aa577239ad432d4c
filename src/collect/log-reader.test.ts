import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { untoldObjections } from './log-entry.ts';
import { createLogReader } from './log-reader.ts';

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const AT = Date.UTC(2026, 10, 23, 12, 0, 0);
const ENTRY = {
  at: AT,
  virtualHost: 'www.example.org',
  method: 'GET',
  target: '/prices?a=b',
  status: 200,
  referrer: 'https://search.example/',
  userAgent: AGENT,
  signals: { dnt: null, gpc: null, optOut: null },
  purpose: '',
  destination: '',
};
const SHIPPED = {
  time: '1795435200.000',
  host: 'www.example.org',
  method: 'GET',
  target: '/prices?a=b',
  status: 200,
  referrer: 'https://search.example/',
  agent: AGENT,
  client: '203.0.113.9',
  forwarded: '',
  dnt: '1',
  gpc: '',
  opt_out: '',
  purpose: '',
  dest: 'document',
};
const CADDY = {
  level: 'info',
  ts: 1795435200,
  logger: 'http.log.access.log0',
  request: {
    remote_ip: '203.0.113.9',
    method: 'GET',
    host: 'www.example.org:8443',
    uri: '/prices?a=b',
    headers: { 'User-Agent': [AGENT], Referer: ['https://search.example/'], 'Sec-Gpc': ['1'] },
  },
  user_id: '',
  status: 200,
};
const NGINX = {
  time_iso8601: '2026-11-23T13:00:00+01:00',
  remote_addr: '203.0.113.9',
  request: 'GET /prices?a=b HTTP/1.1',
  status: '200',
  http_host: 'WWW.example.org:443',
  http_referer: 'https://search.example/',
  http_user_agent: AGENT,
};
const CLIENT = { peer: '203.0.113.9', forwardedFor: undefined };

/** [format, lines, what differs from the entry, signals] */
const FORMATS = [
  ['the shipped format', [SHIPPED], { destination: 'document' }, { dnt: '1', gpc: '', optOut: false }],
  [
    'the shipped format after an opt-out',
    [{ ...SHIPPED, opt_out: '1' }],
    { destination: 'document' },
    { dnt: '1', gpc: '', optOut: true },
  ],
  ['variables of nginx', [NGINX], {}, {}],
  ['variables of nginx with DNT', [{ ...NGINX, http_dnt: '-' }], {}, { dnt: '' }],
  [
    'nginx: method and path apart, milliseconds',
    [{ ...SHIPPED, time: AT, request: undefined, target: '/prices', args: 'a=b' }],
    { destination: 'document' },
    { dnt: '1', gpc: '', optOut: false },
  ],
  ['Caddy as it logs by itself', [CADDY], {}, { dnt: '', gpc: '1', optOut: null }],
  ['Caddy with the shipped filter', [{ ...CADDY, user_id: 'doorplate-1' }], {}, { dnt: '', gpc: '1', optOut: false }],
  [
    'Caddy with the shipped filter, after an opt-out',
    [
      {
        ...CADDY,
        user_id: 'doorplate-1',
        request: { ...CADDY.request, headers: { ...CADDY.request.headers, Cookie: ['doorplate_opt_out=1'] } },
      },
    ],
    {},
    { dnt: '', gpc: '1', optOut: true },
  ],
  [
    'Caddy without headers',
    [{ ...CADDY, request: { ...CADDY.request, headers: undefined } }],
    { referrer: '', userAgent: undefined },
    {},
  ],
  [
    'IIS',
    [
      '#Software: Microsoft Internet Information Services 10.0',
      '#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs-host cs(User-Agent) cs(Referer) sc-status',
      `2026-11-23 12:00:00 GET /prices a=b 203.0.113.9 www.example.org ${AGENT.replaceAll(' ', '+')} https://search.example/ 200`,
    ],
    {},
    {},
  ],
  [
    'IIS with the headers that object',
    [
      '#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip cs-host cs(User-Agent) cs(Referer) sc-status cs(DNT) cs(Sec-GPC) cs(Cookie)',
      `2026-11-23 12:00:00 GET /prices a=b 203.0.113.9 www.example.org ${AGENT.replaceAll(' ', '+')} https://search.example/ 200 1 - a=b;+doorplate_opt_out=1`,
    ],
    {},
    { dnt: '1', gpc: '', optOut: true },
  ],
] as const;

test.each(FORMATS)('%s is recognised by its content', (_format, lines, differs, signals) => {
  const read = createLogReader();
  const told = lines.map((line) => read(typeof line === 'string' ? line : JSON.stringify(line)));
  expect(told.slice(0, -1).every((one) => one === null)).toBe(true);
  expect(told.at(-1)).toEqual({
    ok: true,
    value: { entry: { ...ENTRY, ...differs, signals: { ...ENTRY.signals, ...signals } }, client: CLIENT, site: null },
  });
});

test('syslog’s frame is taken off, with and without a host', () => {
  const read = createLogReader();
  const line = JSON.stringify(SHIPPED);
  for (const frame of [
    '<190>Nov 23 12:00:00 doorplate: ',
    '<190>Nov  3 12:00:00 web-1 doorplate: ',
    '<13>Nov 23 12:00:00 web.example nginx[77]: ',
  ]) {
    expect(read(frame + line)).toEqual(read(line));
  }
});

test('the chain of proxies comes beside the peer, and is judged elsewhere', () => {
  const read = createLogReader()(
    JSON.stringify({ ...SHIPPED, forwarded: '198.51.100.1, 203.0.113.9', site: 'example.org' }),
  );
  expect(read).toMatchObject({
    value: { site: 'example.org', client: { peer: '203.0.113.9', forwardedFor: '198.51.100.1, 203.0.113.9' } },
  });
});

test('nginx’s own escapes within JSON are read, with UTF-8 in them', () => {
  const read = createLogReader()(
    '{"time":"23/Nov/2026:12:00:00 +0000","client":"203.0.113.9","method":"GET","target":"/caf\\xC3\\xA9","agent":"a \\x22b\\x22","status":200}',
  );
  expect(read).toMatchObject({
    ok: true,
    value: { entry: { at: AT, target: '/café', userAgent: 'a "b"', referrer: '' } },
  });
});

test.each([
  ['{', 'unreadable-line'],
  ['{}', 'unreadable-line'],
  ['[1]', 'unreadable-line'],
  [JSON.stringify({ ...SHIPPED, client: undefined }), 'unreadable-line'],
  [JSON.stringify({ ...SHIPPED, time: 'yesterday' }), 'unreadable-line'],
  [JSON.stringify({ ...SHIPPED, status: 0 }), 'unreadable-line'],
  [JSON.stringify({ ...SHIPPED, method: '' }), 'unreadable-request'],
  [JSON.stringify({ ...NGINX, request: '\u0016\u0003' }), 'unreadable-request'],
  [JSON.stringify({ ...CADDY, request: { ...CADDY.request, uri: '' } }), 'unreadable-request'],
])('%s is told as a fault', (line, fault) => {
  expect(createLogReader()(line)).toEqual({ ok: false, fault });
});

test('a file of IIS whose fields cannot do is no readable log', () => {
  const read = createLogReader();
  expect(read('#Fields: date time cs-method')).toBeNull();
  expect(read('2026-11-23 12:00:00 GET')).toEqual({ ok: false, fault: 'unreadable-line' });
});

test('a combined log may follow one of IIS', () => {
  const read = createLogReader();
  read('#Fields: date time cs-method cs-uri-stem cs-uri-query c-ip sc-status');
  expect(read(`203.0.113.9 - - [23/Nov/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "${AGENT}"`)).toMatchObject({
    ok: true,
  });
});

/** [site honours DNT, GPC; signals; what stays untold] */
test.each([
  [true, true, { dnt: null, gpc: null, optOut: null }, ['dnt', 'gpc', 'opt-out']],
  [true, true, { dnt: '', gpc: '', optOut: false }, []],
  [false, false, { dnt: null, gpc: null, optOut: false }, []],
  [false, true, { dnt: null, gpc: null, optOut: null }, ['gpc', 'opt-out']],
  [true, true, { dnt: '0', gpc: '1', optOut: null }, ['opt-out']],
])('a site that honours DNT: %j and GPC: %j is not told by %j: %j', (honoursDnt, honoursGpc, signals, untold) => {
  expect(untoldObjections(signals, { honoursDnt, honoursGpc })).toEqual(untold);
});

test('no line makes the reader throw', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.json(), fc.constant('#Fields: date time'), fc.constant(JSON.stringify(CADDY)))),
      (lines) => {
        const read = createLogReader();
        return lines.every((line) => {
          const told = read(line);
          return told === null || typeof told.ok === 'boolean';
        });
      },
    ),
  );
});
