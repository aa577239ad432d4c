/**
 * The public page on which an organisation learns what is held about it: the real door, look-up, forwarding rules and
 * workspace, with an invented whitelist.
 */
import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { COMPANY_RECORD, whitelistInMemory } from '../../fixtures/whitelist-in-memory.ts';
import { addressTextOf } from '../../src/collect/address-text.ts';
import { readTrustedProxies } from '../../src/collect/trusted-proxies.ts';
import { DEFAULT_RELEASE_RULES } from '../../src/company/release-rules.ts';
import type { CompanyRecord } from '../../src/contracts/company.ts';
import { lookUpAddress } from '../../src/identify/look-up-address.ts';
import { LOOK_UPS_AN_HOUR, OBJECTIONS_AN_HOUR, organisationDoor } from '../../src/privacy/organisation-door.ts';
import { isCrossSiteRequest } from '../../src/report/is-cross-site-request.ts';
import { openWorkspace, type Workspace } from '../../src/store/sqlite/workspace.ts';
import { judgeWhitelist, type JudgedWhitelist } from '../../src/whitelist/judged-whitelist.ts';

const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;
const PROXY = '198.51.100.1';

type Changes = Partial<Omit<CompanyRecord, 'company'>> & { company?: Partial<CompanyRecord['company']> };
function record(id: string, { company, ...changes }: Changes = {}): CompanyRecord {
  return { ...COMPANY_RECORD, ...changes, company: { ...COMPANY_RECORD.company, ...company, id } };
}

const MUSTER = record('aaaaaaaaaaaaa', {
  company: {
    register: { authority: 'Stuttgart', number: 'HRB 1234' },
    lei: '529900T8BM49AURSDO55',
    revenue: '10m-50m',
  },
});
const SCRIPTED = record('bbbbbbbbbbbba', { company: { name: '<script>alert(1)</script> & "Söhne" GmbH' } });
const SMALL = record('cccccccccccca', {
  company: { name: 'Kleinbau GmbH', size: { class: '1-4', range: null, employees: 4, evidence: 'stated' } },
});
const PERSON = record('dddddddddddda', { kind: 'person', company: { name: 'Hans Meier' } });
const PROVIDER = record('eeeeeeeeeeeea', { kind: 'provider', company: { name: 'Netzwerke Süd GmbH' } });
const OPAQUE = record('ffffffffffffa', { kind: 'opaque', company: { name: 'Kunde 17' } });
const SCHOOL = record('gggggggggggga', { kind: 'education', company: { name: 'Hochschule Aalen' } });
const UNSURE = record('hhhhhhhhhhhha', { confidence: 0.2, company: { name: 'Unsichere Werke GmbH' } });

const AT = {
  muster: '192.0.2.17',
  scripted: '192.0.2.33',
  small: '192.0.2.65',
  person: '192.0.2.97',
  provider: '192.0.2.129',
  opaque: '192.0.2.145',
  school: '192.0.2.161',
  unsure: '192.0.2.177',
  six: '2001:db8:1::17',
  nobody: '203.0.113.99',
} as const;

const WHITELIST = whitelistInMemory([
  ['192.0.2.0/27', MUSTER],
  ['192.0.2.32/28', SCRIPTED],
  ['192.0.2.64/27', SMALL],
  ['192.0.2.96/27', PERSON],
  ['192.0.2.128/28', PROVIDER],
  ['192.0.2.144/28', OPAQUE],
  ['192.0.2.160/28', SCHOOL],
  ['192.0.2.176/28', UNSURE],
  ['2001:db8:1::/64', MUSTER],
]);

let folder: string;
let now: number;
let workspace: Workspace;
let judged: JudgedWhitelist;
let server: FastifyInstance;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-organisation-'));
  now = Date.UTC(2026, 0, 5, 12);
  workspace = openWorkspace(folder, () => now);
  const judge = (): void => {
    const rules = { ...DEFAULT_RELEASE_RULES, kinds: ['company', 'public', 'education'] as const };
    judged = judgeWhitelist(WHITELIST, rules, {
      corrections: workspace.correctionsInForce(),
      objected: workspace.objectedCompanies(),
    });
  };
  judge();
  const trusted = readTrustedProxies([PROXY]);
  if (!trusted.ok) throw new Error(trusted.fault);
  server = Fastify({ logger: false });
  await server.register(
    organisationDoor({
      lookUpRequester: (request) => lookUpAddress(addressTextOf(request, trusted.value), judged),
      isFromOwnPage: (request) => !isCrossSiteRequest(request, null, false),
      objections: workspace.installation,
      // oxlint-disable-next-line typescript/require-await -- what is judged here is judged at once
      judgeAnew: async () => judge(),
      clock: () => now,
    }),
  );
});
afterEach(async () => {
  await server.close();
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

function look(from: string, more: Partial<InjectOptions> = {}) {
  return server.inject({ method: 'GET', url: '/organisation?lang=en', remoteAddress: from, ...more });
}

function object(
  from: string,
  companyId: string,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
) {
  return server.inject({
    method: 'POST',
    url: '/organisation/objection?lang=en',
    remoteAddress: from,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: `company=${companyId}`,
  });
}

const tokenIn = (html: string) => /doorplate-[0-9a-f]{20}/.exec(html)?.[0];

describe('what is told', () => {
  test('everything that is held about the organisation, each source, and whether it is shown', async () => {
    const { statusCode, body } = await look(AT.muster);
    expect(statusCode).toBe(200);
    for (const said of [
      'Muster Maschinen GmbH',
      'Musterstraße 1, 70435 Stuttgart, Germany',
      'Manufacture of machinery (WZ2008 28)',
      '250–499 people',
      '€10 to 50 million',
      'Stuttgart HRB 1234',
      '529900T8BM49AURSDO55',
      'muster.example',
      'own list',
      '17 June 2026',
      'Yes: websites of this installation learn',
      'File an objection',
    ]) {
      expect(body).toContain(said);
    }
    expect(await look(AT.six)).toMatchObject({ body });
  });

  test.each([
    ['an unlisted network', AT.nobody, 'No organisation is held for the network you are in.'],
    ['a network of which nobody knows the user', AT.opaque, 'No organisation is held for the network you are in.'],
    ['a person', AT.person, 'Nothing about the network you are in is shown to anybody.'],
    ['a company that is too small', AT.small, 'Nothing about the network you are in is shown to anybody.'],
  ])('nothing more than a sentence for %s', async (_what, from, sentence) => {
    const { body } = await look(from);
    expect(body).toContain(sentence);
    expect(body).not.toMatch(/Hans|Meier|Kleinbau|Kunde 17|<form|<dl>/);
  });

  test.each([
    ['a provider', AT.provider, 'No: the network belongs to a provider', false],
    ['one of low confidence', AT.unsure, 'No: it is too uncertain', true],
    ['a university', AT.school, 'Only websites that have chosen public bodies or education', true],
  ])('why %s is not shown, and whether one can object', async (_what, from, sentence, mayObject) => {
    const { body } = await look(from);
    expect(body).toContain(sentence);
    expect(body.includes('<form')).toBe(mayObject);
  });

  test('in the language of the browser, or the one that was chosen', async () => {
    const inGerman = await look(AT.muster, { url: '/organisation', headers: { 'accept-language': 'de-CH,de;q=0.9' } });
    expect(inGerman.body).toContain('<html lang="de">');
    expect(inGerman.body).toContain('Maschinenbau (WZ2008 28)');
    expect(inGerman.body).toContain('17. Juni 2026');
    const chosen = await look(AT.muster, { headers: { 'accept-language': 'de' } });
    expect(chosen.body).toContain('<html lang="en">');
  });

  test('what a source wrote is text, never markup', async () => {
    const { body } = await look(AT.scripted);
    expect(body).not.toContain('<script');
    expect(body).toContain('&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;Söhne&#34; GmbH');
  });
});

describe('it is no oracle', () => {
  test.each([
    ['X-Forwarded-For', { 'x-forwarded-for': AT.muster }],
    ['a chain of them', { 'x-forwarded-for': `${AT.muster}, ${AT.muster}` }],
    ['Forwarded', { forwarded: `for=${AT.muster}` }],
    ['X-Real-IP', { 'x-real-ip': AT.muster }],
    ['CF-Connecting-IP', { 'cf-connecting-ip': AT.muster }],
    ['True-Client-IP', { 'true-client-ip': AT.muster }],
  ])('a forged %s of somebody else changes nothing', async (_what, headers) => {
    const honest = await look(AT.nobody);
    const forged = await look(AT.nobody, { headers });
    expect(forged.body).toBe(honest.body);
    const objected = await object(AT.nobody, MUSTER.company.id, { 'sec-fetch-site': 'same-origin', ...headers });
    expect(objected.statusCode).toBe(409);
    expect(workspace.installation.objections()).toEqual([]);
  });

  test('behind a trusted proxy the client that it saw is looked up, not the one that the client names', async () => {
    const forged = await look(PROXY, { headers: { 'x-forwarded-for': `${AT.muster}, ${AT.nobody}` } });
    expect(forged.body).toContain('No organisation is held');
    const honest = await look(PROXY, { headers: { 'x-forwarded-for': AT.muster } });
    expect(honest.body).toContain('Muster Maschinen GmbH');
    expect((await look(PROXY)).body).toContain('No organisation is held');
  });

  test.each(['ip', 'address', 'addr', 'host', 'q', 'company', 'id', 'domain'])(
    'no parameter %s names an address or a company',
    async (name) => {
      const honest = await look(AT.nobody);
      for (const value of [AT.muster, MUSTER.company.id, 'muster.example']) {
        const asked = await look(AT.nobody, { url: `/organisation?lang=en&${name}=${value}` });
        expect(asked.body).toBe(honest.body);
      }
    },
  );

  test('an objection for another company than the one in whose network one is files nothing', async () => {
    for (const id of [SCRIPTED.company.id, SMALL.company.id, '', 'x']) {
      expect((await object(AT.muster, id)).statusCode).toBe(409);
      now += HOUR;
    }
    expect(workspace.installation.objections()).toEqual([]);
  });

  test.each(['image', 'iframe', 'frame', 'embed', 'object', 'script', 'empty'])(
    'as a part of another page (%s) it tells nothing and takes no turn',
    async (destination) => {
      for (let turn = 0; turn <= LOOK_UPS_AN_HOUR; turn += 1) {
        const answer = await look(AT.muster, { headers: { 'sec-fetch-dest': destination } });
        expect(answer.statusCode).toBe(403);
        expect(answer.body).not.toContain('Muster');
      }
      expect((await look(AT.muster, { headers: { 'sec-fetch-dest': 'document' } })).statusCode).toBe(200);
    },
  );

  test('every answer is kept by nobody, framed by nobody, runs nothing and sets nothing', async () => {
    const answers = [
      await look(AT.muster),
      await look(AT.nobody),
      await look(AT.muster, { headers: { 'sec-fetch-dest': 'image' } }),
      await object(AT.muster, MUSTER.company.id),
      await object(AT.muster, 'x'),
      await object(AT.muster, MUSTER.company.id, { 'sec-fetch-site': 'cross-site' }),
    ];
    for (const { headers, body } of answers) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|script-src|https?:/);
      for (const name of ['set-cookie', 'etag', 'last-modified', 'access-control-allow-origin']) {
        expect(headers).not.toHaveProperty(name);
      }
      expect(body).not.toMatch(/<script|\son\w+=|https?:\/\/(?!muster\.example\/\.well-known)/);
      expect(body).toMatch(/^<!doctype html>\n<html lang="en">/);
    }
  });
});

describe('throttled for the whole installation', () => {
  test('look-ups, whoever asks', async () => {
    for (let turn = 0; turn < LOOK_UPS_AN_HOUR; turn += 1) {
      expect((await look(`203.0.113.${turn + 1}`)).statusCode).toBe(200);
    }
    const late = await look(AT.muster);
    expect([late.statusCode, late.headers['retry-after']]).toEqual([429, '120']);
    expect(late.headers['cache-control']).toBe('no-store');
    expect(late.body).not.toContain('Muster');
    now += 120_000;
    expect((await look(AT.muster)).statusCode).toBe(200);
    expect((await look(AT.muster)).statusCode).toBe(429);
  });

  test('objections', async () => {
    for (let turn = 0; turn < OBJECTIONS_AN_HOUR; turn += 1) {
      expect((await object(AT.nobody, MUSTER.company.id)).statusCode).toBe(409);
    }
    const late = await object(AT.muster, MUSTER.company.id);
    expect([late.statusCode, late.headers['retry-after']]).toEqual([429, '720']);
    expect(workspace.installation.objections()).toEqual([]);
    now += 720_000;
    expect((await object(AT.muster, MUSTER.company.id)).statusCode).toBe(200);
  });
});

describe('an objection', () => {
  const index = () => WHITELIST.indexOfCompany(MUSTER.company.id) ?? -1;

  test('hides the organisation at once and gives a token with which it shows who it is', async () => {
    expect(judged.reasonOf(index())).toBeNull();
    const { statusCode, body } = await object(AT.muster, MUSTER.company.id);
    expect(statusCode).toBe(200);
    const token = tokenIn(body);
    expect(workspace.installation.objections()).toMatchObject([
      { companyId: MUSTER.company.id, companyName: 'Muster Maschinen GmbH', token, state: 'pending' },
    ]);
    expect(body).toContain(`doorplate-objection=${token}`);
    expect(body).toContain('https://muster.example/.well-known/doorplate-objection.txt');
    expect(body).toContain('until 19 January 2026 to begin with');
    expect(judged.reasonOf(index())).toBe('organisation-objected');

    const after = await look(AT.muster);
    expect(after.body).toContain('No: the organisation has objected.');
    expect(after.body).toContain('An objection was filed on 5 January 2026.');
    expect(after.body).not.toContain(token);
    // Whoever files it again is given the same one.
    expect(tokenIn((await object(AT.six, MUSTER.company.id)).body)).toBe(token);
    expect(workspace.installation.objections()).toHaveLength(1);
  });

  test('that nobody confirms hides for 14 days, and not again for 90', async () => {
    await object(AT.muster, MUSTER.company.id);
    now += 14 * DAY;
    expect(workspace.expireObjections()).toBe(1);
    expect((await look(AT.muster)).body).toContain('hides the organisation only once it is confirmed');
    const again = await object(AT.muster, MUSTER.company.id);
    expect(again.body).toContain('The new one is before the operators');
    expect(judged.reasonOf(index())).toBeNull();
    expect(workspace.installation.objections().map(({ state }) => state)).toEqual(['pending', 'expired']);
    now += 91 * DAY;
    workspace.expireObjections();
    await object(AT.muster, MUSTER.company.id);
    expect(judged.reasonOf(index())).toBe('organisation-objected');
  });

  test('that is confirmed stays', async () => {
    await object(AT.muster, MUSTER.company.id);
    const [filed] = workspace.installation.objections();
    workspace.installation.decideObjection(filed?.id ?? 0, 'confirm', 'anna@agency.example');
    now += 400 * DAY;
    workspace.expireObjections();
    const { body } = await look(AT.muster);
    expect(body).toContain('The objection is confirmed.');
    expect(body).not.toContain('<form');
    expect((await object(AT.muster, MUSTER.company.id)).body).toContain('is confirmed already');
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site' }],
    ['nowhere', {}],
    ['another site, by an old browser', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
  ])('from %s is refused', async (_what, headers: Record<string, string>) => {
    expect((await object(AT.muster, MUSTER.company.id, headers)).statusCode).toBe(403);
    expect(workspace.installation.objections()).toEqual([]);
  });

  test.each([
    ['a provider', AT.provider, PROVIDER],
    ['a person', AT.person, PERSON],
    ['what is too small', AT.small, SMALL],
    ['what nobody knows', AT.opaque, OPAQUE],
  ])('is not taken from the network of %s', async (_what, from, { company }) => {
    expect((await object(from, company.id)).statusCode).toBe(409);
    expect(workspace.installation.objections()).toEqual([]);
  });

  test.each([
    ['JSON', 'application/json', JSON.stringify({ company: MUSTER.company.id }), 409],
    ['a form that is too long', 'application/x-www-form-urlencoded', `company=${'a'.repeat(2000)}`, 413],
    ['bytes', 'application/octet-stream', 'company', 415],
  ])('as %s is refused', async (_what, type, payload, status) => {
    const answer = await server.inject({
      method: 'POST',
      url: '/organisation/objection',
      remoteAddress: AT.muster,
      headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect(workspace.installation.objections()).toEqual([]);
  });
});

test('the address is in no answer and in no file', async () => {
  const answers = [
    await look(AT.muster),
    await look(PROXY, { headers: { 'x-forwarded-for': AT.muster } }),
    await look(AT.muster, { headers: { 'sec-fetch-dest': 'image' } }),
    await object(AT.muster, MUSTER.company.id),
    await object(AT.muster, 'x'),
  ];
  workspace.close();
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  const traces = [AT.muster, '192.0.2.0/27', 'c0000211', '3221226001', '192-0-2-17'];
  for (const trace of traces) {
    for (const { body, headers } of answers) expect(body + JSON.stringify(headers)).not.toContain(trace);
    for (const file of files) expect(file.includes(trace)).toBe(false);
  }
  for (const file of files) expect(file.includes(Buffer.from([192, 0, 2, 17]))).toBe(false);
  workspace = openWorkspace(folder, () => now);
});
