import {
  BOOLEAN,
  DuckDBTimestampMillisecondsValue,
  DuckDBTimestampSecondsValue,
  INTEGER,
  TIMESTAMP_MS,
  TIMESTAMP_S,
  UBIGINT,
  UINTEGER,
  VARCHAR,
  type DuckDBConnection,
} from '@duckdb/node-api';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CountRecord,
  type LogRecord,
  type VisitRecord,
  countRecordIn,
  readRecordsByBytes,
} from '../hit-log/log-record.ts';
import {
  type LogExtent,
  type LogPosition,
  SEGMENT_HEADER_BYTES,
  readFrames,
  segmentFile,
} from '../hit-log/log-segment.ts';
import { type Column, appendRows } from './append-rows.ts';
import { type Counts, createCounts, type CountedValue } from './counts.ts';
import { rememberCompanies } from './remember-companies.ts';
import { inTransaction, type VisitDatabase } from './visit-database.ts';
import type { Absorption, SeenCompany } from './visit-store-messages.ts';

/** A transaction holds about this many rows, equal anonymous hits as one: whole frames until it is reached. */
const ROWS_A_TRANSACTION = 10_000;
const HOUR_SECONDS = 3_600;
const HOUR_MS = 3_600_000;

/** The columns of page_view, in order. */
const PAGE_VIEW: readonly Column<VisitRecord>[] = [
  [INTEGER, (row) => row.customerId],
  [INTEGER, (row) => row.siteId],
  [VARCHAR, (row) => row.companyId],
  [UBIGINT, (row) => row.visitId],
  [TIMESTAMP_MS, (row) => new DuckDBTimestampMillisecondsValue(BigInt(Math.floor(row.at)))],
  [BOOLEAN, (row) => row.firstOfVisit],
  [VARCHAR, (row) => row.name],
  [VARCHAR, (row) => row.host],
  [VARCHAR, (row) => row.path],
  [VARCHAR, (row) => row.referrerHost],
  [VARCHAR, (row) => row.campaignSource],
  [VARCHAR, (row) => row.campaignMedium],
  [VARCHAR, (row) => row.campaignName],
  [VARCHAR, (row) => row.whitelistVersion],
  [VARCHAR, (row) => row.target],
  [UINTEGER, (row) => row.seconds],
  [VARCHAR, (row) => row.pageName],
  [VARCHAR, (row) => row.pageGroup],
  [VARCHAR, (row) => row.props],
];

/** The columns of anonymous_count, in order. */
const ANONYMOUS_COUNT: readonly Column<CountedValue>[] = [
  [INTEGER, (row) => row.customerId],
  [INTEGER, (row) => row.siteId],
  [TIMESTAMP_S, (row) => new DuckDBTimestampSecondsValue(BigInt(row.hour * HOUR_SECONDS))],
  [VARCHAR, (row) => row.dimension],
  [VARCHAR, (row) => row.value],
  [UINTEGER, (row) => row.hits],
];

type Batch = {
  readonly visits: VisitRecord[];
  readonly counts: Counts;
  /** How often each anonymous hit came, by the bytes of its record. */
  readonly anonymous: Map<string, number>;
  /** By day and outcome, joined by a space: neither holds one. */
  readonly installation: Map<string, number>;
  readonly companies: Map<string, SeenCompany>;
  records: number;
};

/**
 * Takes the log's durable frames behind `absorbed` into the store. Each transaction holds the rows and the position
 * behind their last frame, so that a frame is absorbed exactly once, whenever the process ends. Counters are raised
 * in place, and new ones of a transaction are added in an order that depends on their values alone: the order of rows
 * tells no sequence of hits.
 */
export async function absorbLog(
  database: VisitDatabase,
  absorbed: LogPosition | null,
  log: { readonly logFolder: string; readonly extents: readonly LogExtent[] },
  onAbsorbed: (position: LogPosition) => void,
): Promise<Absorption> {
  let position = absorbed ?? { segment: 0, offset: 0 };
  let records = 0;
  let damagedBytes = 0;
  for (const extent of log.extents) {
    if (extent.segment < position.segment) continue;
    let offset =
      extent.segment === position.segment ? Math.max(position.offset, SEGMENT_HEADER_BYTES) : SEGMENT_HEADER_BYTES;
    if (offset >= extent.end) continue;
    const file = await readFile(join(log.logFolder, segmentFile(extent.segment)));
    const bytes = file.subarray(0, extent.end);
    while (offset < extent.end) {
      const batch = emptyBatch();
      const end = readFrames(bytes, offset, (payload) => {
        readRecordsByBytes(
          payload,
          (record) => addRecord(batch, record),
          (bytes) => addCount(batch, bytes),
        );
        return batch.visits.length + batch.anonymous.size < ROWS_A_TRANSACTION;
      });
      if (end === offset) {
        damagedBytes += extent.end - offset;
        offset = extent.end;
      } else offset = end;
      position = { segment: extent.segment, offset };
      await writeBatch(database, batch, position);
      onAbsorbed(position);
      records += batch.records;
    }
  }
  return { position, records, damagedBytes };
}

function emptyBatch(): Batch {
  return {
    visits: [],
    counts: createCounts(),
    anonymous: new Map(),
    installation: new Map(),
    companies: new Map(),
    records: 0,
  };
}

function addCount(batch: Batch, bytes: string): void {
  batch.records += 1;
  batch.anonymous.set(bytes, (batch.anonymous.get(bytes) ?? 0) + 1);
}

function addRecord(batch: Batch, record: Exclude<LogRecord, CountRecord>): void {
  batch.records += 1;
  switch (record.kind) {
    case 'visit':
      batch.visits.push(record);
      // The closing message of a page is no hit of its own.
      if (record.name !== 'leave') {
        batch.counts.add(record.customerId, record.siteId, Math.floor(record.at / HOUR_MS), 'outcome', 'company', 1);
      }
      return;
    case 'installation': {
      const key = `${record.day} ${record.outcome}`;
      batch.installation.set(key, (batch.installation.get(key) ?? 0) + 1);
      return;
    }
    case 'seen':
      // Only a released company is recorded.
      batch.companies.set(`${record.siteId} ${record.companyId}`, Object.assign(record, { shown: true }));
  }
}

/** The separate marginals of the anonymous hits. */
function addMarginals({ anonymous, counts }: Batch): void {
  for (const [bytes, hits] of anonymous) {
    const { customerId, siteId, hour, outcome, path, referrerHost, campaign } = countRecordIn(bytes);
    counts.add(customerId, siteId, hour, 'outcome', outcome, hits);
    if (path !== null) counts.add(customerId, siteId, hour, 'path', path, hits);
    if (referrerHost !== null) counts.add(customerId, siteId, hour, 'referrer', referrerHost, hits);
    if (campaign !== null) counts.add(customerId, siteId, hour, 'campaign', campaign, hits);
  }
}

async function writeBatch(database: VisitDatabase, batch: Batch, position: LogPosition): Promise<void> {
  addMarginals(batch);
  const counted = batch.counts.inOrder();
  await database.inTurn(async (writer) => {
    const hours = new Set(counted.map(({ hour }) => hour));
    const opensHour = [...hours].some((hour) => !database.openHours.has(hour));
    await inTransaction(writer, async () => {
      await rememberCompanies(writer, [...batch.companies.values()]);
      await appendRows(writer, 'page_view', null, PAGE_VIEW, batch.visits);
      await raiseCounters(writer, counted, opensHour);
      await raiseInstallationCounters(writer, batch.installation);
      await writer.run('update absorbed set segment = $1, position = $2', [
        BigInt(position.segment),
        BigInt(position.offset),
      ]);
    });
    for (const hour of hours) database.openHours.add(hour);
  });
}

async function raiseCounters(
  writer: DuckDBConnection,
  counted: readonly CountedValue[],
  opensHour: boolean,
): Promise<void> {
  if (counted.length === 0) return;
  await writer.run(
    'create temp table if not exists counted (customer_id integer, site_id integer, hour timestamp_s, dimension varchar, value varchar, hits uinteger)',
  );
  await appendRows(writer, 'counted', 'temp', ANONYMOUS_COUNT, counted);
  // Not prepared once and run again: DuckDB 1.5.5 then adds numbers from freed memory to the counters.
  await writer.run(
    `insert into anonymous_count select * from counted
     on conflict do update set hits = hits + excluded.hits`,
  );
  if (opensHour) {
    await writer.run('insert into open_hour select distinct hour from counted order by hour on conflict do nothing');
  }
  await writer.run('delete from counted');
}

async function raiseInstallationCounters(
  writer: DuckDBConnection,
  counted: ReadonlyMap<string, number>,
): Promise<void> {
  for (const key of [...counted.keys()].sort()) {
    const [day = '', outcome = ''] = key.split(' ');
    await writer.run(
      `insert into installation_count values (date '1970-01-01' + $1::integer, $2, $3)
       on conflict do update set hits = hits + excluded.hits`,
      [Number(day), outcome, counted.get(key) ?? 0],
    );
  }
}
