import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DurableLog, FILE_DISK, LOG_LIMITS, type LogDisk, openDurableLog } from './durable-log.ts';
import { type LogRecord, readRecords } from './log-record.ts';
import { type LogExtent, SEGMENT_HEADER_BYTES, readFrames, segmentFile } from './log-segment.ts';

let folder = '';
const open: DurableLog[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-log-'));
});
afterEach(async () => {
  for (const log of open.splice(0)) await log.close();
  rmSync(folder, { recursive: true, force: true });
});

type Options = Partial<Parameters<typeof openDurableLog>[0]>;

async function openLog(options: Options = {}): Promise<DurableLog> {
  const log = await openDurableLog({ folder, after: null, ...options });
  open.push(log);
  return log;
}

function numbered(number: number): LogRecord {
  return { kind: 'installation', day: number, outcome: 'dnt' };
}

/** The days of the records in these extents, read from the files. */
function daysIn(extents: readonly LogExtent[]): number[] {
  return extents.flatMap(({ segment, end }) => {
    const days: number[] = [];
    readFrames(readFileSync(join(folder, segmentFile(segment))).subarray(0, end), SEGMENT_HEADER_BYTES, (payload) => {
      readRecords(payload, (record) => days.push(record.kind === 'installation' ? record.day : -1));
      return true;
    });
    return days;
  });
}

function range(count: number, first = 0): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

/** A disk whose commits end when the test says so. */
function heldDisk(): { disk: LogDisk; commits: ((error: Error | null) => void)[] } {
  const commits: ((error: Error | null) => void)[] = [];
  return {
    commits,
    disk: {
      commit(file, bytes, position, done) {
        commits.push((error) => {
          if (error === null) FILE_DISK.commit(file, bytes, position, done);
          else done(error);
        });
      },
    },
  };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(1);
}

test('what is acknowledged stands in the file, in order', async () => {
  const log = await openLog();
  for (const number of range(20)) await log.append(numbered(number));
  expect(daysIn(log.extents())).toEqual(range(20));
});

test('records taken in one turn of the loop share one sync; those that come during a sync share the next', async () => {
  const { disk, commits } = heldDisk();
  const log = await openLog({ disk });
  const first = range(10).map((number) => log.append(numbered(number)));
  await until(() => commits.length === 1);
  const second = range(10, 10).map((number) => log.append(numbered(number)));
  await wait(20);
  expect(commits.length).toBe(1);
  let early = false;
  void Promise.race(second).then(() => (early = true));
  commits[0]?.(null);
  await Promise.all(first);
  await until(() => commits.length === 2);
  expect(early).toBe(false);
  commits[1]?.(null);
  await Promise.all(second);
  expect(daysIn(log.extents())).toEqual(range(20));
});

test.each([
  ['records', { queueRecords: 3 }],
  ['bytes', { queueBytes: 3 * 80 + 8 }],
])('a queue full of %s refuses with RECORDER_FULL and goes on when it is empty', async (_what, limit) => {
  const { disk, commits } = heldDisk();
  const log = await openLog({ disk, limits: { ...LOG_LIMITS, ...limit } });
  const taken = [log.append(numbered(0))];
  await until(() => commits.length === 1);
  const results = range(20, 1).map((number) => log.append(numbered(number)));
  await expect(results.at(-1)).rejects.toMatchObject({ code: 'RECORDER_FULL' });
  commits[0]?.(null);
  await Promise.all(taken);
  await until(() => commits.length === 2);
  commits[1]?.(null);
  const settled = await Promise.allSettled(results);
  const kept = settled.filter((result) => result.status === 'fulfilled').length;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(20);
  expect(daysIn(log.extents())).toEqual(range(kept + 1));
});

test('when the store does not absorb, the log refuses instead of filling the disk', async () => {
  const log = await openLog({ limits: { ...LOG_LIMITS, segmentBytes: 1, backlogBytes: 100 } });
  const refused = async (): Promise<boolean> =>
    log.append(numbered(1)).then(
      () => false,
      (error: unknown) => error instanceof Error && 'code' in error && error.code === 'RECORDER_FULL',
    );
  while (!(await refused())) await wait(1);
  await log.release({ segment: Number.MAX_SAFE_INTEGER, offset: 0 });
  expect(await refused()).toBe(false);
});

test('a failed sync refuses its records with RECORDER_DISK; later ones go to another segment', async () => {
  const { disk, commits } = heldDisk();
  const log = await openLog({ disk });
  const good = log.append(numbered(1));
  await until(() => commits.length === 1);
  commits[0]?.(null);
  await good;
  const bad = log.append(numbered(2));
  await until(() => commits.length === 2);
  commits[1]?.(new Error('no space left'));
  await expect(bad).rejects.toMatchObject({ code: 'RECORDER_DISK' });
  const answered = { kept: false };
  for (let attempt = 2; !answered.kept; attempt += 1) {
    const next = log.append(numbered(3)).then(
      () => (answered.kept = true),
      () => false,
    );
    await Promise.race([next, until(() => commits.length > attempt)]);
    commits[attempt]?.(null);
    if (commits.length <= attempt) attempt -= 1;
    await next;
  }
  await until(() => log.extents().length === 2);
  expect(daysIn(log.extents())).toEqual([1, 3]);
});

test('what was durable before a failed sync can be absorbed at once, before anything later', async () => {
  const { disk, commits } = heldDisk();
  const log = await openLog({ disk });
  const good = log.append(numbered(1));
  await until(() => commits.length === 1);
  commits[0]?.(null);
  await good;
  const before = log.extents();
  const bad = log.append(numbered(2));
  await until(() => commits.length === 2);
  commits[1]?.(new Error('no space left'));
  expect(log.extents()).toEqual(before);
  await expect(bad).rejects.toMatchObject({ code: 'RECORDER_DISK' });
});

test('old segments are closed by size, and deleted when the store has absorbed them', async () => {
  const log = await openLog({ limits: { ...LOG_LIMITS, segmentBytes: 200 } });
  while (log.extents().length < 4) await log.append(numbered(7));
  const extents = log.extents();
  const [first, second] = extents;
  await log.release({ segment: second?.segment ?? 0, offset: (second?.end ?? 0) - 1 });
  expect(log.extents()[0]).toEqual(second);
  expect(readdirSync(folder)).not.toContain(segmentFile(first?.segment ?? 0));
  await log.release({ segment: second?.segment ?? 0, offset: second?.end ?? 0 });
  expect(log.extents().map((extent) => extent.segment)).not.toContain(second?.segment);
});

test('a segment with a single record is closed by age, without another record', async () => {
  const log = await openLog({ limits: { ...LOG_LIMITS, segmentMs: 20 } });
  await log.append(numbered(1));
  const position = log.extents()[0];
  const file = segmentFile(position?.segment ?? 0);
  while (readdirSync(folder).includes(file)) {
    await log.release({ segment: position?.segment ?? 0, offset: position?.end ?? 0 });
    await wait(1);
  }
  expect(log.extents()).toEqual([]);
});

test('after a close nothing is taken, and what was not absorbed is there at the next opening', async () => {
  const log = await openLog();
  const taken = range(5).map((number) => log.append(numbered(number)));
  await log.close();
  await Promise.all(taken);
  await expect(log.append(numbered(9))).rejects.toMatchObject({ code: 'RECORDER_CLOSED' });
  const again = await openLog();
  expect(daysIn(again.extents())).toEqual(range(5));
  await again.append(numbered(5));
  expect(daysIn(again.extents())).toEqual(range(6));
});

test('after a close of an absorbed log the folder is empty, and numbers go on behind what the store knows', async () => {
  const log = await openLog();
  await log.append(numbered(1));
  const last = log.extents().at(-1) ?? { segment: 0, end: 0 };
  await log.close();
  await log.release({ segment: last.segment, offset: last.end });
  expect(readdirSync(folder)).toEqual([]);
  const again = await openLog({ after: { segment: last.segment, offset: last.end } });
  await again.append(numbered(2));
  expect(again.extents()[0]?.segment).toBeGreaterThan(last.segment);
});

test.each([
  ['cut in the middle of its payload', (file: string, end: number) => truncateSync(file, end - 3)],
  ['cut in the middle of its header', (file: string, end: number) => truncateSync(file, end - 14)],
  ['with one byte changed', (file: string, end: number) => flip(file, end - 2)],
])('a last frame %s is cut at the next opening; the frames before it stay', async (_how, tear) => {
  const log = await openLog();
  for (const number of range(3)) await log.append(numbered(number));
  const extent = log.extents()[0] ?? { segment: 0, end: 0 };
  await log.close();
  const file = join(folder, segmentFile(extent.segment));
  truncateSync(file, extent.end);
  tear(file, extent.end);
  const again = await openLog();
  expect(again.cutBytes).toBeGreaterThan(0);
  expect(daysIn(again.extents())).toEqual([0, 1]);
  expect(statSync(file).size).toBe(again.extents()[0]?.end);
});

test('rubbish behind the last frame is cut', async () => {
  const log = await openLog();
  await log.append(numbered(1));
  const extent = log.extents()[0] ?? { segment: 0, end: 0 };
  await log.close();
  const file = join(folder, segmentFile(extent.segment));
  truncateSync(file, extent.end);
  appendFileSync(file, Buffer.from([9, 0, 0, 0, 1, 2, 3]));
  const again = await openLog();
  expect(again.cutBytes).toBe(7);
  expect(again.extents()).toEqual([extent]);
});

test('what the store has absorbed already is deleted at the opening', async () => {
  const log = await openLog();
  await log.append(numbered(1));
  const extent = log.extents()[0] ?? { segment: 0, end: 0 };
  await log.close();
  const again = await openLog({ after: { segment: extent.segment, offset: extent.end } });
  expect(again.extents()).toEqual([]);
});

function flip(file: string, offset: number): void {
  const bytes = readFileSync(file);
  bytes[offset] = (bytes[offset] ?? 0) ^ 0xff;
  rmSync(file);
  appendFileSync(file, bytes);
}
