import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_COMPANY, EXAMPLE_SITE } from '../../fixtures/site-and-company.ts';
import type { Company } from '../contracts/company.ts';
import { NOTHING_TOLD, type Hit, type Site } from '../contracts/hit.ts';
import { FILE_DISK, LOG_LIMITS, type LogDisk } from '../store/hit-log/durable-log.ts';
import { type VisitStore, openVisitStore } from '../store/duckdb/visit-store.ts';
import { type Recording, startRecording } from './start-recording.ts';

/** Recorder, log, absorber and store together, in a folder of their own. */

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 5, 1, 12, 34, 56, 789);

const site: Site = { ...EXAMPLE_SITE, customerId: 3, domain: 'shop.example', timeZone: 'Europe/Berlin' };
const company: Company = { ...EXAMPLE_COMPANY, id: 'company-1', name: 'Bäckerei Übermut GmbH' };

function hit(path: string, more: Partial<Hit> = {}): Hit {
  return {
    site: site.domain,
    name: 'pageview',
    host: 'www.shop.example',
    path,
    referrerHost: null,
    campaign: { source: null, medium: null, name: null },
    ...NOTHING_TOLD,
    ...more,
  };
}

function companyVerdict(visitKey: string) {
  return { kind: 'company', companyId: company.id, company, whitelistVersion: 'v1', visitKey } as const;
}

let folder = '';
let visits: VisitStore;
let recording: Recording;
const faults: string[] = [];

async function start(options: Partial<Parameters<typeof startRecording>[0]> = {}): Promise<void> {
  visits = await openVisitStore(folder);
  recording = await startRecording({
    logFolder: join(folder, 'log'),
    visits,
    report: { onFault: (code) => faults.push(code), onDamage: (bytes) => faults.push(`DAMAGE ${bytes}`) },
    ...options,
  });
}

async function stop(): Promise<void> {
  await recording.close();
  await visits.close();
}

beforeEach(async () => {
  faults.length = 0;
  folder = mkdtempSync(join(tmpdir(), 'doorplate-recording-'));
  await start();
});
afterEach(async () => {
  await stop();
  rmSync(folder, { recursive: true, force: true });
});

async function pageViews(): Promise<readonly { visit: string; path: string; first: boolean; at: number }[]> {
  await recording.absorber.absorbNow();
  return visits.ask(
    'select visit_id::varchar as visit, path, first_of_visit as first, occurred_at as at from page_view order by occurred_at',
  );
}

test('page views of a company become one visit, and a pause of 30 minutes the next', async () => {
  const { recorder } = recording;
  const times = [0, 10, 39, 69].map((minute) => NOON + minute * 60_000);
  for (const [index, at] of times.entries()) {
    await recorder.recordVisit(hit(`/${index}`), site, companyVerdict('key'), at);
  }
  const rows = await pageViews();
  expect(rows.map((row) => [row.path, row.first, row.at])).toEqual(
    times.map((at, index) => [`/${index}`, index === 0 || index === 3, at]),
  );
  expect(new Set(rows.slice(0, 3).map((row) => row.visit)).size).toBe(1);
  expect(rows[3]?.visit).not.toBe(rows[0]?.visit);
  const [seen] = await visits.ask('select * from company_seen');
  expect(seen).toEqual({
    customer_id: 3,
    site_id: 7,
    company_id: 'company-1',
    shown_as: 'company-1',
    name: 'Bäckerei Übermut GmbH',
    legal_form: 'GmbH',
    postcode: '70435',
    city: 'Stuttgart',
    country: 'DE',
    shown: true,
  });
});

test('a company is described in the log once for each whitelist version, however often its record is read anew', async () => {
  await stop();
  await start({ absorbEveryMs: HOUR });
  for (const whitelistVersion of ['v1', 'v1', 'v2']) {
    const verdict = { ...companyVerdict('key'), company: { ...company }, whitelistVersion };
    await recording.recorder.recordVisit(hit('/'), site, verdict, NOON);
  }
  const text = Buffer.concat(filesIn(join(folder, 'log'))).toString('utf8');
  expect(text.split(company.name).length - 1).toBe(2);
});

test('a closing message stands with the open visit, opens and lengthens none, and is counted nowhere', async () => {
  const { recorder } = recording;
  const leave = (path: string) => hit(path, { name: 'leave', seconds: 12 });
  const minutes = (count: number) => NOON + count * 60_000;
  await recorder.recordLeave(leave('/before'), site, companyVerdict('key'), NOON);
  await recorder.recordVisit(hit('/a'), site, companyVerdict('key'), NOON);
  await recorder.recordLeave(leave('/a'), site, companyVerdict('key'), minutes(29));
  await recorder.recordLeave(leave('/a'), site, companyVerdict('other key'), minutes(29));
  const otherCompany = { ...companyVerdict('key'), companyId: 'bbbbbbbbbbbbb' };
  await recorder.recordLeave(leave('/a'), site, otherCompany, minutes(29));
  await recorder.recordLeave(leave('/late'), site, companyVerdict('key'), minutes(30));
  await recorder.recordVisit(hit('/b'), site, companyVerdict('key'), minutes(31));

  const rows = await pageViews();
  expect(rows.map(({ path, first }) => [path, first])).toEqual([
    ['/a', true],
    ['/a', false],
    ['/b', true],
  ]);
  expect(rows[1]?.visit).toBe(rows[0]?.visit);
  expect(await visits.ask('select name, seconds from page_view order by occurred_at')).toEqual([
    { name: 'pageview', seconds: null },
    { name: 'leave', seconds: 12 },
    { name: 'pageview', seconds: null },
  ]);
  expect(await visits.ask('select value, sum(hits)::double as hits from anonymous_count group by value')).toEqual([
    { value: 'company', hits: 2 },
  ]);
});

test('all fields of a hit are in its row', async () => {
  const campaign = { source: 'newsletter', medium: 'mail', name: 'spring' };
  await recording.recorder.recordVisit(
    hit('/ä', {
      name: 'download',
      referrerHost: 'search.example',
      campaign,
      target: '/catalogue.pdf',
      seconds: 7,
      pageName: 'Catalogue',
      pageGroup: 'Products',
      props: { size: 'ä' },
    }),
    site,
    companyVerdict('key'),
    NOON,
  );
  await recording.absorber.absorbNow();
  const [row] = await visits.ask('select * exclude (visit_id) from page_view');
  expect(row).toEqual({
    customer_id: 3,
    site_id: 7,
    company_id: 'company-1',
    occurred_at: NOON,
    first_of_visit: true,
    name: 'download',
    host: 'www.shop.example',
    path: '/ä',
    referrer_host: 'search.example',
    campaign_source: 'newsletter',
    campaign_medium: 'mail',
    campaign_name: 'spring',
    whitelist_version: 'v1',
    target: '/catalogue.pdf',
    seconds: 7,
    page_name: 'Catalogue',
    page_group: 'Products',
    props: '{"size":"ä"}',
  });
});

test('a restart ends open visits', async () => {
  await recording.recorder.recordVisit(hit('/a'), site, companyVerdict('key'), NOON);
  await stop();
  await start();
  await recording.recorder.recordVisit(hit('/b'), site, companyVerdict('key'), NOON + 1_000);
  const rows = await pageViews();
  expect(rows.map((row) => row.first)).toEqual([true, true]);
  expect(rows[0]?.visit).not.toBe(rows[1]?.visit);
});

test('a visit whose first hit was refused starts with the next', async () => {
  await stop();
  const commits: (() => void)[] = [];
  const disk: LogDisk = {
    commit: (...call) => void commits.push(() => FILE_DISK.commit(...call)),
  };
  await start({ disk, limits: { ...LOG_LIMITS, queueRecords: 2 } });
  const { recorder } = recording;
  const misses = [recorder.recordMiss(hit('/'), site, 'not-listed', NOON)];
  while (commits.length === 0) await wait(1);
  misses.push(...[1, 2].map(() => recorder.recordMiss(hit('/'), site, 'not-listed', NOON)));
  await expect(recorder.recordVisit(hit('/lost'), site, companyVerdict('key'), NOON)).rejects.toMatchObject({
    code: 'RECORDER_FULL',
  });
  commits[0]?.();
  while (commits.length === 1) await wait(1);
  commits[1]?.();
  await Promise.all(misses);
  const kept = recorder.recordVisit(hit('/kept'), site, companyVerdict('key'), NOON + 1);
  while (commits.length === 2) await wait(1);
  commits[2]?.();
  await kept;
  expect((await pageViews()).map((row) => [row.path, row.first])).toEqual([['/kept', true]]);
});

test('a company whose description was lost with a failed sync is described again by the hit that was kept', async () => {
  await stop();
  const held: (() => void)[] = [];
  const disk: LogDisk = {
    commit(file, bytes, position, done) {
      if (failing && held.length === 0) held.push(() => done(new Error('no space left')));
      else FILE_DISK.commit(file, bytes, position, done);
    },
  };
  let failing = false;
  await start({ disk });
  // Meanwhile the next segment is made ready.
  for (let count = 0; count < 20; count += 1) await recording.recorder.recordMiss(hit('/'), site, 'not-listed', NOON);
  failing = true;
  const record = (path: string): Promise<boolean> =>
    recording.recorder.recordVisit(hit(path), site, companyVerdict('key'), NOON).then(
      () => true,
      () => false,
    );
  const lost = record('/lost');
  while (held.length === 0) await wait(1);
  let kept = record('/kept');
  held[0]?.();
  expect(await lost).toBe(false);
  // A segment to go on with may not be ready yet: then this one is refused too.
  while (!(await kept)) kept = record('/kept');
  await recording.absorber.absorbNow();
  expect(await visits.ask('select company_id, shown from company_seen')).toEqual([
    { company_id: 'company-1', shown: true },
  ]);
});

test('an anonymous hit raises separate marginals of its hour and leaves nothing else', async () => {
  const campaign = { source: 'newsletter', medium: null, name: 'spring' };
  await recording.recorder.recordMiss(hit('/a', { referrerHost: 'search.example', campaign }), site, 'provider', NOON);
  await recording.recorder.recordMiss(hit('/b'), site, 'not-listed', NOON);
  await recording.absorber.absorbNow();
  const hour = Math.floor(NOON / HOUR) * HOUR;
  expect(
    await visits.ask('select customer_id, site_id, hour, dimension, value, hits from anonymous_count order by all'),
  ).toEqual(
    [
      ['campaign', 'spring'],
      ['outcome', 'not-listed'],
      ['outcome', 'provider'],
      ['path', '/a'],
      ['path', '/b'],
      ['referrer', 'search.example'],
    ].map(([dimension, value]) => ({ customer_id: 3, site_id: 7, hour, dimension, value, hits: 1 })),
  );
  expect(await visits.ask('select count(*) as n from page_view')).toEqual([{ n: 0 }]);
  expect(await visits.ask('select count(*) as n from company_seen')).toEqual([{ n: 0 }]);
});

test('the log holds no time finer than the hour of an anonymous hit, in any of the usual forms', async () => {
  await stop();
  await start({ absorbEveryMs: HOUR });
  // Written to the file, not absorbed yet.
  await recording.recorder.recordMiss(hit('/a'), site, 'not-listed', NOON);
  recording.recorder.countRefusal(site, 'bot', NOON);
  recording.recorder.countForInstallation('gpc', NOON);
  await recording.log.flushed();
  const written = filesIn(join(folder, 'log'));
  const holds = (form: string | Buffer): boolean => written.some((bytes) => bytes.includes(form));
  expect(holds('/a')).toBe(true);
  const double = Buffer.alloc(8);
  double.writeDoubleLE(NOON);
  const integer = Buffer.alloc(8);
  integer.writeBigInt64LE(BigInt(NOON));
  const seconds = Buffer.alloc(4);
  seconds.writeUInt32LE(Math.floor(NOON / 1_000));
  const minutes = Buffer.alloc(4);
  minutes.writeUInt32LE(Math.floor(NOON / 60_000));
  for (const form of [double, integer, seconds, minutes, String(NOON), new Date(NOON).toISOString().slice(0, 16)]) {
    expect(holds(form)).toBe(false);
  }
});

test('an event of an anonymous visitor counts as an outcome, not as a page', async () => {
  await recording.recorder.recordMiss(hit('/a', { name: 'download' }), site, 'not-listed', NOON);
  await recording.absorber.absorbNow();
  expect(await visits.ask('select dimension, value from anonymous_count')).toEqual([
    { dimension: 'outcome', value: 'not-listed' },
  ]);
});

test('a company hit is counted as an outcome and raises no anonymous marginal', async () => {
  await recording.recorder.recordVisit(
    hit('/a', { referrerHost: 'search.example' }),
    site,
    companyVerdict('key'),
    NOON,
  );
  await recording.absorber.absorbNow();
  expect(await visits.ask('select dimension, value, hits from anonymous_count')).toEqual([
    { dimension: 'outcome', value: 'company', hits: 1 },
  ]);
});

test('refusals are counted for the site, objections and unknown sites for the installation by day alone', async () => {
  const { recorder } = recording;
  recorder.countRefusal(site, 'bot', NOON);
  recorder.countRefusal(site, 'bot', NOON);
  recorder.countForInstallation('dnt', NOON);
  recorder.countForInstallation('unknown-site', NOON);
  recorder.countForInstallation('dnt', NOON + 1);
  await recording.log.flushed();
  await recording.absorber.absorbNow();
  expect(await visits.ask('select site_id, dimension, value, hits from anonymous_count')).toEqual([
    { site_id: 7, dimension: 'outcome', value: 'bot', hits: 2 },
  ]);
  expect(await visits.ask('select day, outcome, hits from installation_count order by outcome')).toEqual([
    { day: Date.UTC(2026, 5, 1), outcome: 'dnt', hits: 2 },
    { day: Date.UTC(2026, 5, 1), outcome: 'unknown-site', hits: 1 },
  ]);
});

test('what a hit leaves in the log is gone soon after it was absorbed, and after a close at once', async () => {
  await stop();
  await start({ limits: { ...LOG_LIMITS, segmentMs: 50 }, absorbEveryMs: 20 });
  await recording.recorder.recordMiss(hit('/trace-of-a-hit'), site, 'not-listed', NOON);
  const logFolder = join(folder, 'log');
  const trace = (): boolean => filesIn(logFolder).some((bytes) => bytes.includes('/trace-of-a-hit'));
  expect(trace()).toBe(true);
  while (trace()) await wait(10);
  await recording.recorder.recordMiss(hit('/trace-of-a-hit'), site, 'not-listed', NOON);
  await recording.close();
  expect(readdirSync(logFolder)).toEqual([]);
});

test('when the store has stopped, the fault is told, hits are still taken, and the next start absorbs them', async () => {
  await stop();
  await start({ absorbEveryMs: 10 });
  await visits.close();
  await recording.recorder.recordMiss(hit('/a'), site, 'not-listed', NOON);
  while (faults.length === 0) await wait(5);
  expect(faults[0]).toBe('STORE_CLOSED');
  await expect(recording.close()).rejects.toMatchObject({ code: 'STORE_CLOSED' });
  await start();
  expect(await visits.ask(`select value from anonymous_count where dimension = 'path'`)).toEqual([{ value: '/a' }]);
});

/** Contents of the files; one that is deleted meanwhile is left out. */
function filesIn(path: string): Buffer[] {
  return readdirSync(path).flatMap((file) => {
    try {
      return [readFileSync(join(path, file))];
    } catch {
      return [];
    }
  });
}
