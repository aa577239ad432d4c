/** Times the durable log and its absorption into the store, in folders of its own. Prints one line of JSON. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type DurableLog, openDurableLog } from '../src/store/hit-log/durable-log.ts';
import type { LogRecord } from '../src/store/hit-log/log-record.ts';
import { openVisitStore } from '../src/store/duckdb/visit-store.ts';

const RECORDS = 200_000;
const WRITERS = 64;
const NOON = Date.UTC(2026, 5, 1, 12);
const HOUR_MS = 3_600_000;

const [dataFolder = ''] = process.argv.slice(2);

function visit(number: number): LogRecord {
  return {
    kind: 'visit',
    customerId: 1,
    siteId: 1,
    // A random-looking id for each run of four page views.
    visitId: BigInt.asUintN(64, BigInt(number >> 2) * 0x9e37_79b9_7f4a_7c15n),
    at: NOON + number * 40,
    firstOfVisit: number % 4 === 0,
    companyId: `company-${(number >> 2) % 500}`,
    name: 'pageview',
    host: 'shop.example',
    path: `/products/pumps/model-${(number * 7) % 300}`,
    referrerHost: number % 3 === 0 ? null : 'search.example',
    campaignSource: 'newsletter',
    campaignMedium: null,
    campaignName: 'spring',
    target: null,
    seconds: null,
    pageName: null,
    pageGroup: null,
    props: null,
    whitelistVersion: '0123456789abcdef',
  };
}

function miss(number: number): LogRecord {
  return {
    kind: 'count',
    customerId: 1,
    siteId: 1,
    hour: NOON / HOUR_MS,
    outcome: 'not-listed',
    path: `/products/pumps/model-${(number * 7) % 300}`,
    referrerHost: number % 3 === 0 ? null : 'search.example',
    campaign: 'spring',
  };
}

/** So many writers, each waiting for its record to be durable before it brings the next. Returns records a second. */
async function append(log: DurableLog, record: (number: number) => LogRecord): Promise<number> {
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      while (next < RECORDS) {
        next += 1;
        await log.append(record(next));
      }
    }),
  );
  return (RECORDS * 1000) / (performance.now() - started);
}

async function measure(record: (number: number) => LogRecord): Promise<{
  appendedPerSecond: number;
  absorbedPerSecond: number;
  storeBytes: number;
}> {
  const folder = mkdtempSync(join(dataFolder, 'absorb-'));
  try {
    const visits = await openVisitStore(folder);
    const log = await openDurableLog({ folder: join(folder, 'log'), after: null });
    const appendedPerSecond = await append(log, record);
    const started = performance.now();
    const { records } = await visits.absorb(log.folder, log.extents());
    const absorbedPerSecond = (records * 1000) / (performance.now() - started);
    await log.close();
    await visits.close();
    return { appendedPerSecond, absorbedPerSecond, storeBytes: statSync(join(folder, 'visits.duckdb')).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const misses = await measure(miss);
const visits = await measure(visit);
process.stdout.write(
  `${JSON.stringify({
    appendedPerSecond: visits.appendedPerSecond,
    missesPerSecond: misses.absorbedPerSecond,
    visitsPerSecond: visits.absorbedPerSecond,
    bytesPerVisit: visits.storeBytes / RECORDS,
  })}\n`,
);
