import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LogImport } from '../src/collect/import-log.ts';
import type { AddressExplanation } from '../src/identify/explain-address.ts';
import {
  doorplate,
  newDataFolder,
  startDoorplate,
  type DoorplateProcess,
  noticeClosedConnections,
} from './doorplate-process.ts';
import { drawCanaries, type Canaries } from './privacy/canaries.ts';

const SITE = 'example.com';
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

let data: string;
let scratch: string;
let canaries: Canaries;

beforeAll(() => {
  data = newDataFolder();
  scratch = mkdtempSync(join(tmpdir(), 'doorplate-scratch-'));
  canaries = drawCanaries(data, 3);
  expect(doorplate(data, ['site', 'add', SITE, '--time-zone', 'Europe/Berlin']).status).toBe(0);
});
afterAll(() => {
  rmSync(data, { recursive: true });
  rmSync(scratch, { recursive: true });
});

describe('every command', () => {
  test.each([
    [[]],
    [['serve']],
    [['identify']],
    [['import-logs']],
    [['follow']],
    [['connect']],
    [['whitelist']],
    [['whitelist', 'build']],
    [['whitelist', 'sources']],
    [['whitelist', 'show']],
    [['customer', 'add']],
    [['site', 'add']],
    [['user', 'add']],
    [['key', 'add']],
    [['doctor']],
    [['backup']],
    [['restore']],
  ])('%j explains itself with --help', (command) => {
    const run = doorplate(data, [...command, '--help']);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain('Usage: doorplate');
  });

  test.each([
    ['no such command', ['nonsense']],
    ['no such flag', ['doctor', '--nonsense']],
    ['a missing argument', ['site', 'add']],
    ['a missing site', ['import-logs', 'access.log']],
    ['no address', ['identify']],
    ['addresses and a file', ['identify', '192.0.2.1', '--file', 'list']],
    ['a log whose objections nobody confirmed', ['import-logs', '-', '--site', SITE]],
    ['a setting that cannot be', ['serve', '--port', 'eighty']],
    ['a location that is none', ['whitelist', 'build', '--location', 'moon']],
  ])('exits with 2 on %s', (_what, args) => {
    const run = doorplate(data, args, '');
    expect(run.status).toBe(2);
    expect(run.stderr).not.toContain('    at ');
  });

  test.each([
    ['a file that is not there', ['import-logs', 'not-there.log', '--site', SITE, '--yes'], 'ENOENT'],
    ['a site that is not there', ['import-logs', '-', '--site', 'unknown.example', '--yes'], 'SITE_UNKNOWN'],
    ['a domain that is none', ['site', 'add', 'not a domain'], 'DOMAIN_INVALID'],
    ['a domain twice', ['site', 'add', SITE], 'DOMAIN_TAKEN'],
    ['an e-mail address that is none', ['user', 'add', 'nobody'], 'EMAIL_INVALID'],
    ['a scope that is none', ['key', 'add', '--scope', 'everything'], 'KEY_SCOPE_UNKNOWN'],
    ['a customer that is not there', ['site', 'add', 'example.org', '--customer', 'Nobody'], 'CUSTOMER_UNKNOWN'],
  ])('exits with 1 and a code on %s', (_what, args, code) => {
    const run = doorplate(data, args, '');
    expect(run.status).toBe(1);
    expect(run.stderr).toContain(code);
    expect(run.stderr).not.toContain('    at ');
  });
});

describe('identify', () => {
  test('prints one object a line with exactly the documented fields', () => {
    const addresses = [
      canaries.company4[0],
      canaries.withheld4[0],
      canaries.unlisted4[0],
      canaries.company6[0],
      '192.0.2.1',
      'rubbish',
    ];
    const run = doorplate(data, ['identify', '--json', '-'], addresses.join('\n'));
    expect(run.status).toBe(0);
    const answers = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as AddressExplanation);
    expect(answers.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['company', null],
      ['withheld', expect.any(String)],
      ['unknown', 'not-listed'],
      ['company', null],
      ['unknown', 'special-purpose'],
      ['unknown', 'unknown-address'],
    ]);
    const [company] = answers;
    expect(Object.keys(company ?? {})).toEqual([
      'address',
      'verdict',
      'reason',
      'company',
      'network',
      'confidence',
      'confidenceReasons',
      'evidence',
      'match',
      'overruled',
    ]);
    expect(company?.company).toMatchObject({
      postcode: expect.any(String),
      city: expect.any(String),
      country: expect.any(String),
    });
    expect(Object.keys(company?.company ?? {})).toEqual([
      'id',
      'name',
      'legalForm',
      'street',
      'postcode',
      'city',
      'country',
      'industry',
      'size',
      'revenue',
      'domain',
      'register',
      'lei',
    ]);
    expect(Object.keys(company?.network ?? {})).toEqual(['prefix', 'kind', 'holder', 'asn', 'providerType']);
    expect(company?.evidence.map((one) => Object.keys(one))).toContainEqual(['source', 'object', 'date', 'licence']);
  });

  test('reads a file and answers for people', () => {
    const list = join(scratch, 'addresses.txt');
    writeFileSync(list, `${canaries.company4[0]}\n\n192.0.2.1\n`);
    const run = doorplate(data, ['identify', '--file', list]);
    expect(run.stdout.split('\n').filter((line) => /^\S/.test(line))).toHaveLength(2);
  });
});

describe('import-logs', () => {
  /** 20 minutes apart: three page views are one visit; the next day is another. */
  function logLine(address: string, day: number, minute: number, path: string): string {
    const time = `${String(day).padStart(2, '0')}/Oct/2026:10:${String(minute).padStart(2, '0')}:00 +0200`;
    return `${address} - - [${time}] "GET ${path} HTTP/1.1" 200 4321 "https://search.example/" "${BROWSER}"`;
  }

  test('a log of known addresses gives exactly the expected visits, at the times of the log', async () => {
    const lines = [
      ...canaries.company4.flatMap((address) =>
        [5, 6].flatMap((day) => [0, 20, 40].map((minute) => logLine(address, day, minute, `/page-${minute}`))),
      ),
      ...canaries.company6.flatMap((address) => [logLine(address, 7, 0, '/six')]),
      ...canaries.withheld4.map((address) => logLine(address, 5, 1, '/provider')),
      ...canaries.unlisted4.map((address) => logLine(address, 5, 2, '/nobody')),
      logLine('192.0.2.7', 5, 3, '/example'),
      logLine(canaries.company4[0] ?? '', 5, 0, '/style.css'),
      logLine(canaries.company4[0] ?? '', 5, 0, '/page').replace('GET', 'POST'),
      logLine(canaries.company4[0] ?? '', 5, 0, '/gone').replace(' 200 ', ' 404 '),
      logLine(canaries.company4[0] ?? '', 5, 0, '/bot').replace(BROWSER, 'Googlebot/2.1'),
      'no log line at all',
    ].sort();
    const log = join(scratch, 'access.log.gz');
    writeFileSync(log, gzipSync(lines.join('\n')));
    const run = doorplate(data, ['import-logs', log, '--site', SITE, '--yes', '--json']);
    expect(run.status, run.stderr).toBe(0);
    const outcome = JSON.parse(run.stdout) as LogImport;
    const shown = 3 * 6 + 3;
    expect(outcome.lines).toBe(lines.length);
    expect(outcome.pageViews).toBe(shown + 3 + 3 + 1);
    expect(outcome.outcomes.company).toBe(shown);
    expect(outcome.outcomes['not-listed']).toBe(3);
    expect(outcome.outcomes['special-purpose']).toBe(1);
    expect(outcome.refused).toEqual({ bot: 1 });
    expect(Object.values(outcome.ignored).reduce((sum, count) => sum + count, 0)).toBe(4);

    const key = doorplate(data, ['key', 'add', '--scope', 'read']).stdout.trim();
    const server = await startDoorplate({ data });
    const answer = await fetch(`${server.origin}/api/v1/companies?site=${SITE}&from=2026-10-01&to=2026-10-31`, {
      headers: { authorization: `Bearer ${key}` },
    });
    const companies = (await answer.json()) as { data: { visits: number; page_views: number; first_seen: string }[] };
    await server.stop();
    const sum = (field: 'visits' | 'page_views'): number =>
      companies.data.reduce((total, row) => total + row[field], 0);
    expect(sum('page_views')).toBe(shown);
    // Two days for each IPv4 canary, one visit for each IPv6 one; addresses of one company are visits of their own.
    expect(sum('visits')).toBe(3 * 2 + 3);
    expect(companies.data.map((row) => row.first_seen).sort()[0]).toBe('2026-10-05T08:00:00.000Z');
  });

  test('a site with an umlaut is found by the name that people write', () => {
    expect(doorplate(data, ['site', 'add', 'Müller.example']).status).toBe(0);
    const run = doorplate(
      data,
      ['import-logs', '-', '--site', 'müller.example', '--yes', '--json'],
      'no line of a log\n',
    );
    expect(run.status, run.stderr).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ lines: 1, pageViews: 0 });
  });

  test('lines beyond the retention are refused unless they are asked for', () => {
    const old = logLine(canaries.company4[0] ?? '', 5, 0, '/old').replace('2026', '2015');
    const refused = JSON.parse(
      doorplate(data, ['import-logs', '-', '--site', SITE, '--yes', '--json'], old).stdout,
    ) as LogImport;
    expect(refused).toMatchObject({ pageViews: 0, refused: { 'beyond-retention': 1 } });
    const kept = doorplate(data, ['import-logs', '-', '--site', SITE, '--yes', '--keep-old'], old);
    expect(kept.stdout).toMatch(/page views +1/);
    expect(kept.stdout).toMatch(/The log runs from 2015-10-05 to 2015-10-05; the whitelist's data/);
  });
});

describe('with a running server', () => {
  let server: DoorplateProcess;
  beforeAll(async () => {
    server = await startDoorplate({ data });
  });
  afterAll(() => server.stop());

  test('commands reach it through a socket that only its user may open', () => {
    expect(statSync(join(data, 'doorplate.sock')).mode & 0o777).toBe(0o600);
    expect(doorplate(data, ['site', 'add', 'second.example']).status).toBe(0);
    expect(doorplate(data, ['identify', '192.0.2.1']).stdout).toContain('special-purpose');
    expect(doorplate(data, ['doctor']).stdout).toContain('a server is running');
  });

  test('a second server on the same data is refused', () => {
    const run = doorplate(data, ['serve', '--port', '0']);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain('STORE_IN_USE');
  });

  test('a person gets a link, a forgotten password another one', async () => {
    const first = doorplate(data, ['user', 'add', 'Anna@Example.com']).stdout.trim();
    const second = doorplate(data, ['user', 'add', 'anna@example.com']).stdout.trim();
    expect(first).toMatch(/\/setup#token=\S+$/);
    expect(second).not.toBe(first);
    const redeem = (link: string): Promise<Response> =>
      fetch(`${server.origin}/api/v1/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        body: JSON.stringify({ token: link.split('=')[1], password: 'correct horse battery' }),
      });
    expect((await redeem(first)).status).toBe(403);
    expect((await redeem(second)).status).toBe(200);
  });

  test('customers are kept apart', async () => {
    expect(doorplate(data, ['customer', 'add', 'Zweiter Kunde']).status).toBe(0);
    expect(doorplate(data, ['site', 'add', 'zweiter.example', '--customer', 'Zweiter Kunde']).status).toBe(0);
    const key = doorplate(data, ['key', 'add', '--scope', 'read', '--customer', 'Zweiter Kunde']).stdout.trim();
    await noticeClosedConnections();
    const status = async (site: string): Promise<number> =>
      (await fetch(`${server.origin}/api/v1/funnel?site=${site}`, { headers: { authorization: `Bearer ${key}` } }))
        .status;
    expect(await status('zweiter.example')).toBe(200);
    expect(await status(SITE)).toBe(404);
  });

  test('a backup taken meanwhile brings everything back elsewhere', async () => {
    const archive = join(scratch, 'backup.tar.gz');
    expect(doorplate(data, ['backup', archive]).status).toBe(0);
    expect(statSync(archive).mode & 0o077).toBe(0);
    expect(doorplate(data, ['backup', archive]).status).toBe(1);
    expect(doorplate(data, ['restore', archive, '--replace']).status).toBe(1);

    const restored = join(scratch, 'restored');
    expect(doorplate(restored, ['restore', archive]).status).toBe(0);
    expect(doorplate(restored, ['restore', archive]).status).toBe(2);
    const key = doorplate(restored, ['key', 'add', '--scope', 'read']).stdout.trim();
    const copy = await startDoorplate({ data: restored });
    const companies = async (origin: string, token: string): Promise<unknown> => {
      const answer = await fetch(`${origin}/api/v1/companies?site=${SITE}&from=2026-10-01&to=2026-10-31`, {
        headers: { authorization: `Bearer ${token}` },
      });
      return answer.json();
    };
    const before = await companies(server.origin, doorplate(data, ['key', 'add', '--scope', 'read']).stdout.trim());
    expect(await companies(copy.origin, key)).toEqual(before);
    await copy.stop();
  });

  test('what is no backup replaces nothing', () => {
    const rubbish = join(scratch, 'rubbish.tar.gz');
    writeFileSync(rubbish, gzipSync('rubbish'));
    const target = join(scratch, 'untouched');
    expect(doorplate(target, ['restore', rubbish]).status).toBe(1);
    expect(existsSync(target)).toBe(false);
  });
});

describe('doctor', () => {
  test('prints every setting in force and no secret', () => {
    const secret = 'a secret nobody may read';
    const run = doorplate(join(scratch, 'empty'), ['doctor'], '', {
      DOORPLATE_ADMIN_PASSWORD: secret,
      DOORPLATE_PORT: '0',
    });
    expect(run.status, run.stdout).toBe(0);
    expect(run.stdout).toMatch(/admin_password/);
    expect(run.stdout + run.stderr).not.toContain(secret);
  });
});

test('a build that fails in its middle says so and ends', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorplate-unwritable-'));
  // Where the whitelist's folder should be stands a file: the fault comes after minutes of bars.
  writeFileSync(join(folder, 'whitelist'), 'a file');
  const { status, stderr } = doorplate(folder, ['whitelist', 'build']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/doorplate: /);
  rmSync(folder, { recursive: true });
});
