import { constants, fdatasync, write } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecorderFault } from '../../contracts/recorder.ts';
import { type LogRecord, longestBytes, writeRecord } from './log-record.ts';
import {
  FRAME_HEADER_BYTES,
  type LogExtent,
  type LogPosition,
  SEGMENT_HEADER_BYTES,
  isSegment,
  readFrames,
  sealFrame,
  segmentFile,
  segmentHeader,
  segmentsIn,
} from './log-segment.ts';

/** Makes bytes durable at a position of an open file; `done` must not be called before they would survive a crash. */
export type LogDisk = {
  commit(file: number, bytes: Buffer, position: number, done: (error: Error | null) => void): void;
};

export type LogLimits = {
  /** Records and bytes that may wait for their sync; beyond, RECORDER_FULL. */
  readonly queueRecords: number;
  readonly queueBytes: number;
  /** Bytes on disk that the store has not absorbed yet; beyond, RECORDER_FULL. */
  readonly backlogBytes: number;
  /** A segment is closed at this size or age, so that it can be deleted within a minute of being absorbed. */
  readonly segmentBytes: number;
  readonly segmentMs: number;
};

export const LOG_LIMITS: LogLimits = {
  queueRecords: 50_000,
  queueBytes: 8 * 1024 * 1024,
  backlogBytes: 2 * 1024 * 1024 * 1024,
  segmentBytes: 8 * 1024 * 1024,
  segmentMs: 5_000,
};

export type DurableLog = {
  readonly folder: string;
  /** Bytes behind the last whole frame that were cut when the log was opened: writes torn by a crash. */
  readonly cutBytes: number;
  /**
   * Takes a record; the promise is shared by its group and resolves after the group's sync. Rejects with an error
   * whose `code` is a RecorderFault; a caller who does not wait may drop the promise.
   */
  append(record: LogRecord): Promise<void>;
  /** Resolves when everything taken so far is durable or was refused. */
  flushed(): Promise<void>;
  /** What is durable and not released yet, in order. */
  extents(): readonly LogExtent[];
  /** The store holds everything up to here: closed segments before it are deleted. */
  release(position: LogPosition): Promise<void>;
  /** Syncs what was taken, refuses what comes; what is not absorbed stays on disk for the next start. */
  close(): Promise<void>;
};

type Segment = { readonly number: number; readonly handle: FileHandle; end: number; firstWriteAt: number };
type Group = {
  buffer: Buffer;
  end: number;
  records: number;
  readonly settled: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
};

const FIRST_GROUP_BYTES = 256 * 1024;
const SMALLEST_SEGMENT_BYTES = 64 * 1024;
const RETRY_MS = 1_000;

// Made once: under overload an error with a stack for each refused hit would cost more than the hit.
const FULL = recorderError('RECORDER_FULL');
const DISK = recorderError('RECORDER_DISK');
const CLOSED = recorderError('RECORDER_CLOSED');

function recorderError(code: RecorderFault): Error {
  return Object.assign(new Error(code), { code });
}

/** Writes and syncs in the thread pool, off the event loop. */
export const FILE_DISK: LogDisk = {
  commit(file, bytes, position, done) {
    write(file, bytes, 0, bytes.length, position, (error, written) => {
      if (error !== null) done(error);
      else if (written < bytes.length) FILE_DISK.commit(file, bytes.subarray(written), position + written, done);
      else fdatasync(file, done);
    });
  },
};

/**
 * Opens the log in a folder that this process alone uses (the store's lock sees to that) and cuts what a crash tore.
 * `after`: what the store has absorbed already; new segments are numbered behind it, so that no position comes twice.
 */
export async function openDurableLog(options: {
  readonly folder: string;
  readonly after: LogPosition | null;
  readonly limits?: LogLimits;
  readonly disk?: LogDisk;
}): Promise<DurableLog> {
  const { folder, after, limits = LOG_LIMITS, disk = FILE_DISK } = options;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const recovered = await recover(folder, after);

  const closed: LogExtent[] = recovered.extents;
  let closedBytes = closed.reduce((sum, extent) => sum + extent.end, 0);
  let nextNumber = Math.max(recovered.lastNumber, after === null ? 0 : after.segment) + 1;
  let current: Segment | null = await prepareSegment(folder, nextNumber, SMALLEST_SEGMENT_BYTES);
  let prepared: Segment | null = null;
  let preparing: Promise<void> | null = null;
  let filling = newGroup(Buffer.allocUnsafe(FIRST_GROUP_BYTES));
  let spare: Buffer | null = Buffer.allocUnsafe(FIRST_GROUP_BYTES);
  let committing = false;
  let scheduled = false;
  let accepting = true;
  let inFlight: Promise<void> = Promise.resolve();

  /** The next segment lies ready before it is needed: creating a file costs several syncs. */
  function prepareNext(bytes: number): void {
    if (preparing !== null || prepared !== null || !accepting) return;
    nextNumber += 1;
    const number = nextNumber;
    preparing = prepareSegment(folder, number, bytes).then(
      (segment) => {
        preparing = null;
        prepared = segment;
        return current === null ? rotate() : undefined;
      },
      () => {
        preparing = null;
        setTimeout(prepareNext, RETRY_MS, bytes).unref();
      },
    );
  }

  function rotate(): void {
    if (prepared === null) return;
    const last = current;
    current = prepared;
    prepared = null;
    if (last !== null) retire(last);
    const lastBytes = last === null ? 0 : last.end;
    prepareNext(Math.min(limits.segmentBytes, roundUp(lastBytes + lastBytes / 4, SMALLEST_SEGMENT_BYTES)));
  }

  function retire(segment: Segment): void {
    keepClosed(segment);
    segment.handle.close().catch(ignore);
  }

  function keepClosed(segment: Segment): void {
    closed.push({ segment: segment.number, end: segment.end });
    closedBytes += segment.end;
  }

  function isDue(segment: Segment, now: number): boolean {
    if (segment.end === SEGMENT_HEADER_BYTES) return false;
    return segment.end >= limits.segmentBytes || now - segment.firstWriteAt >= limits.segmentMs;
  }

  function flush(): void {
    scheduled = false;
    if (committing || filling.records === 0) return;
    const now = performance.now();
    if (current !== null && isDue(current, now)) rotate();
    const group = filling;
    filling = newGroup(spare ?? Buffer.allocUnsafe(FIRST_GROUP_BYTES));
    spare = null;
    if (current === null) {
      finish(group, DISK);
      return;
    }
    const segment = current;
    if (segment.end === SEGMENT_HEADER_BYTES) segment.firstWriteAt = now;
    committing = true;
    inFlight = group.settled;
    sealFrame(group.buffer, group.end);
    disk.commit(segment.handle.fd, group.buffer.subarray(0, group.end), segment.end, (error) => {
      committing = false;
      if (error === null) segment.end += group.end;
      else abandon(segment);
      // The next sync starts before the answers of this group are sent.
      if (filling.records > 0) flush();
      finish(group, error === null ? null : DISK);
    });
  }

  function finish(group: Group, error: Error | null): void {
    if (group.buffer.length <= 4 * FIRST_GROUP_BYTES) spare = group.buffer;
    if (error === null) group.resolve();
    else group.reject(error);
  }

  /**
   * After a failed sync nobody knows what the file holds: its good part is kept, and another file is used. The good
   * part takes its place among the closed segments before a later one can be absorbed: the store never goes back.
   */
  function abandon(segment: Segment): void {
    current = null;
    keepClosed(segment);
    cutAfter(segment.handle, segment.end)
      .catch(ignore)
      .then(() => segment.handle.close())
      .catch(ignore);
    if (prepared === null) prepareNext(SMALLEST_SEGMENT_BYTES);
    else rotate();
  }

  async function allTaken(): Promise<void> {
    await Promise.allSettled(filling.records > 0 ? [inFlight, filling.settled] : [inFlight]);
  }

  const ageing = setInterval(
    () => {
      if (!committing && current !== null && isDue(current, performance.now())) rotate();
    },
    Math.min(1_000, limits.segmentMs),
  ).unref();
  prepareNext(SMALLEST_SEGMENT_BYTES);

  return {
    folder,
    cutBytes: recovered.cutBytes,

    append(record) {
      if (!accepting) return refused(CLOSED);
      const group = filling;
      const needed = group.end + longestBytes(record);
      if (group.records >= limits.queueRecords || needed > limits.queueBytes) return refused(FULL);
      if (closedBytes > limits.backlogBytes) return refused(FULL);
      if (needed > group.buffer.length) grow(group, needed);
      group.end = writeRecord(group.buffer, group.end, record);
      group.records += 1;
      if (!committing && !scheduled) {
        // After the poll phase: all requests that are readable now share one sync.
        scheduled = true;
        setImmediate(flush);
      }
      return group.settled;
    },

    flushed: allTaken,

    extents() {
      if (current === null || current.end === SEGMENT_HEADER_BYTES) return [...closed];
      return [...closed, { segment: current.number, end: current.end }];
    },

    async release(position) {
      for (let first = closed[0]; first !== undefined && isBefore(first, position); first = closed[0]) {
        closed.shift();
        closedBytes -= first.end;
        await rm(join(folder, segmentFile(first.segment)), { force: true });
      }
    },

    async close() {
      if (!accepting) return;
      accepting = false;
      clearInterval(ageing);
      await allTaken();
      await preparing;
      for (const segment of [current, prepared]) {
        if (segment === null) continue;
        if (segment.end > SEGMENT_HEADER_BYTES) retire(segment);
        else {
          await segment.handle.close();
          await rm(join(folder, segmentFile(segment.number)), { force: true });
        }
      }
      current = null;
      prepared = null;
    },
  };
}

function newGroup(buffer: Buffer): Group {
  let resolve: () => void = ignore;
  let reject: (error: Error) => void = ignore;
  const settled = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  // Records that nobody waits for may be the only ones of their group.
  settled.catch(ignore);
  return { buffer, end: FRAME_HEADER_BYTES, records: 0, settled, resolve, reject };
}

/** A rejection that a caller who does not wait may drop, as every promise of `append`. */
function refused(reason: Error): Promise<void> {
  const rejection = Promise.reject(reason);
  rejection.catch(ignore);
  return rejection;
}

function grow(group: Group, needed: number): void {
  const larger = Buffer.allocUnsafe(Math.max(needed, 2 * group.buffer.length));
  group.buffer.copy(larger, 0, 0, group.end);
  group.buffer = larger;
}

function isBefore(extent: LogExtent, position: LogPosition): boolean {
  return extent.segment < position.segment || (extent.segment === position.segment && extent.end <= position.offset);
}

function roundUp(bytes: number, step: number): number {
  return Math.max(step, Math.ceil(bytes / step) * step);
}

function ignore(): void {}

/** A new segment, its header and its name in the folder durable, filled with zeros: a sync then moves data alone. */
async function prepareSegment(folder: string, number: number, bytes: number): Promise<Segment> {
  const path = join(folder, segmentFile(number));
  const handle = await open(path, constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC, 0o600);
  try {
    const first = Buffer.alloc(bytes);
    segmentHeader(number).copy(first);
    await handle.write(first, 0, bytes, 0);
    await handle.sync();
    await syncFolder(folder);
    return { number, handle, end: SEGMENT_HEADER_BYTES, firstWriteAt: 0 };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function cutAfter(handle: FileHandle, end: number): Promise<void> {
  await handle.truncate(end);
  await handle.sync();
}

/** What earlier processes left: whole frames are kept for the store, torn ones are cut, the rest is deleted. */
async function recover(
  folder: string,
  after: LogPosition | null,
): Promise<{ extents: LogExtent[]; lastNumber: number; cutBytes: number }> {
  const extents: LogExtent[] = [];
  let lastNumber = 0;
  let cutBytes = 0;
  for (const segment of segmentsIn(folder)) {
    lastNumber = segment;
    const path = join(folder, segmentFile(segment));
    const bytes = await readFile(path);
    const end = isSegment(bytes, segment) ? readFrames(bytes, SEGMENT_HEADER_BYTES, () => true) : 0;
    cutBytes += lastWritten(bytes) - Math.min(end, lastWritten(bytes));
    if (end <= SEGMENT_HEADER_BYTES || (after !== null && isBefore({ segment, end }, after))) {
      await rm(path);
      continue;
    }
    const handle = await open(path, constants.O_RDWR);
    try {
      await cutAfter(handle, end);
    } finally {
      await handle.close();
    }
    extents.push({ segment, end });
  }
  return { extents, lastNumber, cutBytes };
}

/** The offset behind the last byte that is not zero. */
function lastWritten(bytes: Buffer): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end;
}
