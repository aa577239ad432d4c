import { NOTHING_TOLD } from '../../contracts/hit.ts';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageRoot, shippedFile } from '../../settings/package-root.ts';
import { type DurableLog, openDurableLog } from '../hit-log/durable-log.ts';
import type { LogRecord } from '../hit-log/log-record.ts';
import type { LogExtent } from '../hit-log/log-segment.ts';
import { type VisitStore, openVisitStore } from './visit-store.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 5, 1, 12, 30);
const THIS_HOUR = NOW / HOUR - 0.5;

let folder = '';
let visits: VisitStore;
let log: DurableLog;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-visits-'));
  visits = await openVisitStore(folder);
  log = await openDurableLog({ folder: join(folder, 'log'), after: null });
});
afterEach(async () => {
  await log.close();
  await visits.close();
  rmSync(folder, { recursive: true, force: true });
});

function visit(number: number): LogRecord {
  return {
    kind: 'visit',
    customerId: 1,
    siteId: 2,
    visitId: 0xffff_ffff_ffff_0000n + BigInt(number),
    at: NOW + number,
    firstOfVisit: number === 0,
    companyId: 'company-1',
    name: 'pageview',
    host: 'shop.example',
    path: `/${number}`,
    referrerHost: null,
    campaignSource: null,
    campaignMedium: null,
    campaignName: null,
    ...NOTHING_TOLD,
    whitelistVersion: 'v1',
  };
}

function miss(path: string, hour: number = THIS_HOUR, outcome: string = 'not-listed'): LogRecord {
  return { kind: 'count', customerId: 1, siteId: 2, hour, outcome, path, referrerHost: null, campaign: null };
}

async function take(records: readonly LogRecord[]): Promise<readonly LogExtent[]> {
  await Promise.all(records.map((record) => log.append(record)));
  return log.extents();
}

async function absorb(records: readonly LogRecord[]): Promise<void> {
  await visits.absorb(log.folder, await take(records));
}

const AS_STORED = 'order by rowid';

/** Counters by dimension and value. */
async function counters(store: VisitStore = visits, order = 'order by all'): Promise<string[]> {
  const rows = await store.ask<{ dimension: string; value: string; hits: number }>(
    `select dimension, value, hits from anonymous_count ${order}`,
  );
  return rows.map((row) => `${row.dimension} ${row.value} ${row.hits}`);
}

test('nothing is absorbed twice, however often the same extents are given', async () => {
  const extents = await take([visit(0), miss('/a')]);
  const first = await visits.absorb(log.folder, extents);
  const second = await visits.absorb(log.folder, extents);
  expect([first.records, second.records]).toEqual([2, 0]);
  await absorb([visit(1)]);
  expect(await visits.ask('select count(*) as n from page_view')).toEqual([{ n: 2 }]);
  expect(await counters()).toEqual(['outcome company 2', 'outcome not-listed 1', 'path /a 1']);
});

test('more records than one transaction holds are all absorbed', async () => {
  const count = 25_000;
  for (let first = 0; first < count; first += 500) {
    await take(Array.from({ length: 500 }, (_, index) => visit(first + index)));
  }
  const { records, damagedBytes } = await visits.absorb(log.folder, log.extents());
  expect([records, damagedBytes]).toEqual([count, 0]);
  expect(await visits.ask('select count(*) as n, count(distinct path) as paths from page_view')).toEqual([
    { n: count, paths: count },
  ]);
});

test('a crash between absorbing and releasing costs nothing: the next opening knows the position', async () => {
  const extents = await take([visit(0), visit(1)]);
  const { position } = await visits.absorb(log.folder, extents);
  await visits.close();
  visits = await openVisitStore(folder);
  expect(visits.absorbedAtOpening).toEqual(position);
  const again = await visits.absorb(log.folder, extents);
  expect(again.records).toBe(0);
});

test('the order of counters tells nothing about the order of hits', async () => {
  const paths = Array.from({ length: 30 }, (_, index) => `/${index}`);
  await absorb(paths.map((path) => miss(path)));
  const stored = await counters(visits, AS_STORED);
  await absorb([miss('/29'), miss('/7')]);
  expect((await counters(visits, AS_STORED)).map((row) => row.split(' ')[1])).toEqual(
    stored.map((row) => row.split(' ')[1]),
  );

  const otherFolder = join(folder, 'other');
  const otherStore = await openVisitStore(otherFolder);
  const otherLog = await openDurableLog({ folder: join(otherFolder, 'log'), after: null });
  try {
    await Promise.all(paths.toReversed().map((path) => otherLog.append(miss(path))));
    await otherStore.absorb(otherLog.folder, otherLog.extents());
    expect(await counters(otherStore, AS_STORED)).toEqual(stored);
  } finally {
    await otherLog.close();
    await otherStore.close();
  }
});

test('when an hour is over, values under three are folded and its rows stand in the order of their values', async () => {
  const before = THIS_HOUR - 1;
  await absorb(['/z', '/rare', '/z', '/twice', '/z', '/twice'].map((path) => miss(path, before)));
  await absorb([miss('/b', before), miss('/a', before), miss('/b', before), miss('/b', before, 'provider')]);
  await absorb([miss('/now')]);
  expect(await visits.foldClosedHours(NOW)).toBe(1);
  expect(await counters(visits, AS_STORED)).toEqual([
    // The hour that is not over.
    'outcome not-listed 1',
    'path /now 1',
    'outcome not-listed 9',
    // An outcome names no page: it is not folded.
    'outcome provider 1',
    'path (other) 4',
    'path /b 3',
    'path /z 3',
  ]);
  expect(await visits.foldClosedHours(NOW)).toBe(0);
});

test('a hit that comes late opens its hour again, and folding it again adds to what was folded', async () => {
  const before = THIS_HOUR - 1;
  await absorb([miss('/a', before)]);
  await visits.foldClosedHours(NOW);
  await absorb([miss('/b', before)]);
  expect(await visits.foldClosedHours(NOW)).toBe(1);
  expect(await counters()).toEqual(['outcome not-listed 2', 'path (other) 2']);
});

test('a folded value is gone from the files of the write-ahead log', async () => {
  const wal = join(folder, 'visits.duckdb.wal');
  await absorb([miss('/a-page-seen-once', THIS_HOUR - 1)]);
  expect(readFileSync(wal).includes('/a-page-seen-once')).toBe(true);
  await visits.foldClosedHours(NOW);
  expect(existsSync(wal) && readFileSync(wal).includes('/a-page-seen-once')).toBe(false);
});

test('companies are replaced by what is known of them now', async () => {
  const site = { customerId: 1, siteId: 7 };
  const seen = {
    ...site,
    shownAs: 'a',
    name: 'Alt GmbH',
    legalForm: 'GmbH',
    postcode: null,
    city: null,
    country: 'DE',
    shown: true,
  };
  await visits.rememberCompanies([
    { companyId: 'a', ...seen },
    { companyId: 'b', ...seen },
  ]);
  await visits.rememberCompanies([{ companyId: 'c', ...seen, siteId: 8 }]);
  await visits.rememberCompanies([{ companyId: 'a', ...seen, name: 'Neu GmbH', shown: false }]);
  expect(
    await visits.ask('select company_id, name, shown from company_seen where site_id = 7 order by company_id'),
  ).toEqual([
    { company_id: 'a', name: 'Neu GmbH', shown: false },
    { company_id: 'b', name: 'Alt GmbH', shown: true },
  ]);
});

test('values come back as plain numbers, texts and lists; times as milliseconds', async () => {
  const [row] = await visits.ask(
    `select $1 as whole, $2 as fraction, $3 as word, $4 as yes, $5 as nothing, epoch_ms($6) as time,
       date '2026-06-01' as day, 18446744073709551615::ubigint as large, sum(2) as total, 1.25::decimal(4, 2) as price,
       [1, 2] as list, {'a': 'b'} as part`,
    [5, 1.5, 'word', true, null, NOW],
  );
  expect(row).toEqual({
    whole: 5,
    fraction: 1.5,
    word: 'word',
    yes: true,
    nothing: null,
    time: NOW,
    day: Date.UTC(2026, 5, 1),
    large: 18446744073709551615n,
    total: 2,
    price: 1.25,
    list: [1, 2],
    part: { a: 'b' },
  });
});

test.each([
  ['texts', ['/0', '/2'], 'path'],
  ['whole numbers', [NOW, NOW + 2], 'epoch_ms(occurred_at)'],
])('a list of %s can be asked for', async (_what, list, column) => {
  await absorb([visit(0), visit(1), visit(2)]);
  expect(await visits.ask(`select count(*) as n from page_view where ${column} = any($1)`, [list])).toEqual([{ n: 2 }]);
});

test.each([
  ['changes rows', 'delete from page_view'],
  ['changes the schema', 'drop table page_view'],
  ['holds two statements', 'select 1; select 2'],
  ['reads a file', `select * from read_csv('/etc/hostname')`],
  ['writes a file', `copy page_view to 'copy.csv'`],
  ['opens another database', `attach 'other.duckdb'`],
  ['changes a setting', `set memory_limit = '100GB'`],
  ['loads an extension', 'load httpfs'],
  ['names a table that is not there', 'select * from absent'],
  ['cannot be read', 'select from where'],
])('a question that %s is refused', async (_what, sql) => {
  await expect(visits.ask(sql)).rejects.toMatchObject({ code: 'STORE_QUESTION' });
});

test('the error of a question does not tell its parameters', async () => {
  const error: unknown = await visits.ask('select $1::integer', ['192.0.2.77']).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'STORE_QUESTION' });
  expect(String(error)).not.toContain('192.0.2.77');
});

test('many questions at once are all answered while rows arrive', async () => {
  const answers = Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      visits.ask('select $1 + count(*) - count(*) as n from page_view', [index]),
    ),
  );
  await absorb(Array.from({ length: 1_000 }, (_, index) => visit(index)));
  expect((await answers).map(([row]) => row?.['n'])).toEqual(Array.from({ length: 50 }, (_, index) => index));
});

test('a backup taken while rows arrive is a whole store of its own', async () => {
  await absorb([visit(0)]);
  const target = join(folder, 'backup');
  const [, absorption] = await Promise.all([
    visits.backupTo(target),
    visits.absorb(log.folder, await take([visit(1)])),
  ]);
  expect(absorption.records).toBe(1);
  const copy = await openVisitStore(target);
  try {
    const [row] = await copy.ask<{ n: number }>('select count(*) as n from page_view');
    expect([1, 2]).toContain(row?.n);
    expect(copy.absorbedAtOpening).not.toBeNull();
  } finally {
    await copy.close();
  }
});

test('a store that is open is refused, to this process and to another', async () => {
  await expect(openVisitStore(folder)).rejects.toMatchObject({ code: 'STORE_IN_USE' });
  expect(openedElsewhere()).toBe('STORE_IN_USE');
});

test('a backup does not let another process in', async () => {
  await visits.backupTo(join(folder, 'backup'));
  expect(openedElsewhere()).toBe('STORE_IN_USE');
});

test('after a close every call is refused with a code, and the folder can be opened again', async () => {
  await visits.close();
  await expect(visits.ask('select 1')).rejects.toMatchObject({ code: 'STORE_CLOSED' });
  expect(await visits.stopped).toBeNull();
  visits = await openVisitStore(folder);
  expect(await visits.ask('select 1 as one')).toEqual([{ one: 1 }]);
});

/** What another process is told that opens the store. */
function openedElsewhere(): string {
  const script = `
    const { Worker } = require('node:worker_threads');
    const worker = new Worker(new URL(${JSON.stringify(pathToFileURL(shippedFile('dist', 'server', 'visit-store-worker.js')).href)}), {
      workerData: { folder: ${JSON.stringify(folder)}, memoryLimitMb: 256, threads: 1 },
    });
    worker.on('message', (reply) => { console.log(reply.code); process.exit(); });`;
  const other = spawnSync(process.execPath, ['-e', script], {
    cwd: packageRoot(),
    encoding: 'utf8',
  });
  return `${other.stdout}${other.stderr}`.trim();
}
