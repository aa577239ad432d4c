import { closeSync, createReadStream, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { constants, createGunzip, gunzipSync } from 'node:zlib';
import { isSince, type LogFile, type LogPlace, planHistory, planReading, type Step } from './plan-reading.ts';

/** Whole lines of the log, and where the follower stands once they are taken. */
export type LogPart = { readonly bytes: Buffer; readonly place: LogPlace };

export type FollowOptions = {
  readonly path: string;
  /** Where an earlier follower stopped; null begins anew. */
  readonly from: LogPlace | null;
  /** Beginning anew: read what rotations left and the whole file; else only what comes from now on. */
  readonly history: boolean;
  /** Stop at the end of what there is. */
  readonly once: boolean;
  readonly pollMs: number;
  readonly signal: AbortSignal;
};

const PART_BYTES = 256 * 1024;
const LINE_FEED = 10;
const LINE_END = Buffer.from('\n');
/** Directives of the W3C format stand at the head of a file. */
const HEAD_BYTES = 4096;
const FIELDS = /^#Fields:[^\n]*\n/m;

/**
 * Follows a log through its rotations (by rename, by copy and truncation, packed with gzip) and gives its lines in
 * parts, each once. The next part is read when the one before is done with, so what is not taken is read again by the
 * next follower. Lines that a server writes between copying and truncating are lost by that way of rotating itself.
 * @throws what the operating system says about the files
 */
export async function* followLog(options: FollowOptions): AsyncGenerator<LogPart, void> {
  const { path, history, once, pollMs, signal } = options;
  let place = options.from;
  let held: Held | null = null;
  let wasThere = true;
  /** Rotated files that were read to their end: a late line in one of them is no new copy. */
  const done = new Set<string>();

  try {
    while (!signal.aborted) {
      const at = Date.now() - CLOCK_GRAIN_MS;
      const { current, rotated } = look(path);
      if (place !== null && held !== null && isGone(place.inode, rotated, current)) {
        // A renamed file that was deleted or packed at once is read to its end, as long as it is held.
        if (held.inode === place.inode) {
          for (const part of readPlain(held.fd, held.inode, place.offset, true, Date.now())) {
            yield part;
            place = part.place;
          }
          place = { ...place, at: Date.now() };
        }
        closeSync(held.fd);
        held = null;
        continue;
      }
      let steps: readonly Step[];
      if (place !== null) {
        const unread: readonly LogFile[] =
          current?.inode === place.inode ? rotated.filter(({ inode }) => !done.has(inode)) : rotated;
        steps = planReading(place, unread, current, isCut(path, place, unread), once ? Infinity : Date.now());
      } else if (history || !wasThere) {
        steps = planHistory(history ? rotated : [], current);
      } else {
        steps = current === null ? [] : [{ file: current, from: lastLineEnd(path, current.size) }];
      }
      wasThere = current !== null;
      const isKnown: boolean = place === null || steps.length > 1;
      // What has been seen of the rotations is older than where the follower stands then.
      const stoodSince = isKnown ? Math.max(at, ...rotated.map(({ modifiedAt }) => modifiedAt)) : at;
      let isOutdated = false;
      // First the files that are closed, then another look: the log itself may be rotated while they are read. Where it is
      // the log's turn it may still grow, and half a line at its end waits.
      const closed = steps.slice(0, -1).filter(({ file, from }) => from < file.logBytes);
      const isFinished = closed.length > 0;
      for (const step of isFinished ? closed : steps.slice(-1)) {
        const fd = openStep(path, step);
        // Renamed or cut down since it was looked at: the next look finds it.
        isOutdated = fd === null;
        if (fd === null) break;
        let stoodAt = step.from;
        try {
          for await (const part of readStep(fd, step, isFinished, at)) {
            yield part;
            place = part.place;
            stoodAt = place.offset;
          }
        } finally {
          closeSync(fd);
        }
        place = { inode: step.file.inode, size: step.file.size, offset: stoodAt, at: stoodSince };
      }
      if (isOutdated || isFinished) continue;
      for (const { file } of steps.slice(0, -1)) done.add(file.inode);
      if (once) return;
      held = hold(path, held);
      await pause(pollMs, signal);
    }
  } finally {
    if (held !== null) closeSync(held.fd);
  }
}

/** An open file keeps its inode from being given to another. */
type Held = { readonly fd: number; readonly inode: string };

/** The times of files are a little behind the clock. */
const CLOCK_GRAIN_MS = 20;

function isGone(inode: string, rotated: readonly LogFile[], current: LogFile | null): boolean {
  return current?.inode !== inode && rotated.every((file) => file.inode !== inode);
}

function hold(path: string, held: Held | null): Held | null {
  const fd = openOrNull(path);
  if (fd === null) return held;
  const inode = inodeOf(fd);
  if (held?.inode === inode) {
    closeSync(fd);
    return held;
  }
  if (held !== null) closeSync(held.fd);
  return { fd, inode };
}

/**
 * Was the file cut down under its own name (copytruncate)? Then no line ends any more where the follower stands; or a copy
 * has appeared that begins otherwise, for it begins as the file did.
 */
function isCut(path: string, place: LogPlace, unread: readonly LogFile[]): boolean {
  if (!isLineEnd(path, place.offset)) return true;
  const copy = unread.find((file) => isSince(place, file));
  if (copy === undefined) return false;
  const own = beginningOf(path, false);
  const other = beginningOf(join(dirname(path), copy.name), copy.isPacked);
  return own === null || (other !== null && !other.subarray(0, own.length).equals(own.subarray(0, other.length)));
}

/** The first bytes of a log, unpacked; null where there are none. */
function beginningOf(path: string, isPacked: boolean): Buffer | null {
  const fd = openOrNull(path);
  if (fd === null) return null;
  try {
    const buffer = Buffer.alloc(isPacked ? HEAD_BYTES * 4 : HEAD_BYTES);
    const bytes = buffer.subarray(0, readSync(fd, buffer, 0, buffer.length, 0));
    const begin = isPacked ? gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH }) : bytes;
    return begin.length === 0 ? null : begin.subarray(0, HEAD_BYTES);
  } finally {
    closeSync(fd);
  }
}

/** Does a line end just before this offset, as it must where a follower stands? */
function isLineEnd(path: string, offset: number): boolean {
  const fd = offset === 0 ? null : openOrNull(path);
  if (fd === null) return true;
  try {
    const byte = Buffer.alloc(1);
    return readSync(fd, byte, 0, 1, offset - 1) === 1 && byte[0] === LINE_FEED;
  } finally {
    closeSync(fd);
  }
}

/** Where the last whole line ends. */
function lastLineEnd(path: string, size: number): number {
  const fd = openOrNull(path);
  if (fd === null) return 0;
  try {
    const from = Math.max(0, size - PART_BYTES);
    const buffer = Buffer.alloc(size - from);
    return from + buffer.subarray(0, readSync(fd, buffer, 0, buffer.length, from)).lastIndexOf(LINE_FEED) + 1;
  } finally {
    closeSync(fd);
  }
}

/** What a rotation adds to a name. */
const ROTATED = /^[.-]\d[\dT.-]*(?:\.gz)?$/;

/** The log and what its rotations left: `access.log.1`, `access.log-20261123`, `access-2026-11-23T12-00-00.000.log`, also packed. */
function look(path: string): { readonly current: LogFile | null; readonly rotated: readonly LogFile[] } {
  const folder = dirname(path);
  const name = basename(path);
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  const isRotated = (other: string): boolean =>
    (other.startsWith(name) && ROTATED.test(other.slice(name.length))) ||
    (ending !== '' && other.startsWith(stem) && ROTATED.test(other.slice(stem.length).replace(ending, '')));
  const rotated = readdirSync(folder)
    .filter(isRotated)
    .flatMap((other) => describe(folder, other) ?? [])
    .sort((one, other) => one.modifiedAt - other.modifiedAt || compareNames(one.name, other.name));
  return { current: describe(folder, name), rotated };
}

/** Of `log.2` and `log.1` the first is the older; of `log-20261122` and `log-20261123` too. */
function compareNames(one: string, other: string): number {
  return /\.\d+(?:\.gz)?$/.test(one)
    ? other.localeCompare(one, 'en', { numeric: true })
    : one.localeCompare(other, 'en', { numeric: true });
}

/** null for a file that is not there, or that goes away in this moment. */
function describe(folder: string, name: string): LogFile | null {
  const path = join(folder, name);
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return null;
  const isPacked = name.endsWith('.gz');
  const size = Number(stat.size);
  const logBytes = isPacked ? unpackedSize(path, size) : size;
  // gzip still writes: the file that it packs is there as long.
  if (logBytes === null) return null;
  return { name, inode: String(stat.ino), size, modifiedAt: Number(stat.mtimeNs) / 1e6, isPacked, logBytes };
}

/** The last four bytes of a gzip file (RFC 1952, 2.3.1); null for one that is too short to be whole. */
function unpackedSize(path: string, size: number): number | null {
  if (size < 18) return null;
  const fd = openOrNull(path);
  if (fd === null) return null;
  try {
    const trailer = Buffer.alloc(4);
    readSync(fd, trailer, 0, 4, size - 4);
    return trailer.readUInt32LE(0);
  } finally {
    closeSync(fd);
  }
}

/** null where the file goes by another name meanwhile, or has become shorter. */
function openStep(path: string, { file }: Step): number | null {
  const fd = openOrNull(join(dirname(path), file.name));
  if (fd === null || (inodeOf(fd) === file.inode && fstatSync(fd).size >= file.size)) return fd;
  closeSync(fd);
  return null;
}

function readStep(
  fd: number,
  { file, from }: Step,
  isFinished: boolean,
  at: number,
): Iterable<LogPart> | AsyncIterable<LogPart> {
  return file.isPacked ? readPacked(fd, file, from, at) : readPlain(fd, file.inode, from, isFinished, at);
}

function* readPlain(
  fd: number,
  inode: string,
  from: number,
  isFinished: boolean,
  at: number,
): Generator<LogPart, void> {
  let head = from === 0 ? null : headFields(fd);
  let offset = from;
  let isCutLine = false;
  for (;;) {
    const buffer = Buffer.alloc(PART_BYTES);
    const size = readSync(fd, buffer, 0, PART_BYTES, offset);
    const end = buffer.lastIndexOf(LINE_FEED, size - 1) + 1;
    if (size === 0) return;
    let bytes = buffer.subarray(0, end);
    if (end === 0) {
      // No end of a line: the last one of a finished file, or one that is longer than any line may be.
      if (size < PART_BYTES && !isFinished) return;
      bytes = size < PART_BYTES && !isCutLine ? Buffer.concat([buffer.subarray(0, size), LINE_END]) : LINE_END;
      offset += size;
      isCutLine = size === PART_BYTES;
    } else {
      // The end of a line whose beginning was dropped.
      if (isCutLine) bytes = bytes.subarray(bytes.indexOf(LINE_FEED) + 1);
      isCutLine = false;
      offset += end;
    }
    if (head !== null) bytes = Buffer.concat([head, bytes]);
    head = null;
    yield { bytes, place: { inode, size: fstatSync(fd).size, offset, at } };
  }
}

async function* readPacked(fd: number, file: LogFile, from: number, at: number): AsyncGenerator<LogPart, void> {
  const source = createReadStream('', { fd, autoClose: false, start: 0 });
  const unpacked = source.pipe(createGunzip());
  source.on('error', (error) => unpacked.destroy(error));
  let skip = from;
  let offset = from;
  let rest = Buffer.alloc(0);
  const part = (bytes: Buffer, taken: number): LogPart => {
    offset += taken;
    return { bytes, place: { inode: file.inode, size: file.size, offset, at } };
  };
  for await (const chunk of unpacked) {
    const bytes: Buffer = chunk;
    const skipped = Math.min(skip, bytes.length);
    skip -= skipped;
    rest = Buffer.concat([rest, bytes.subarray(skipped)]);
    const end = rest.lastIndexOf(LINE_FEED) + 1;
    if (end < PART_BYTES) continue;
    yield part(rest.subarray(0, end), end);
    rest = rest.subarray(end);
  }
  if (rest.length === 0) return;
  yield part(rest.at(-1) === LINE_FEED ? rest : Buffer.concat([rest, LINE_END]), rest.length);
}

function headFields(fd: number): Buffer | null {
  const head = Buffer.alloc(HEAD_BYTES);
  const size = readSync(fd, head, 0, HEAD_BYTES, 0);
  if (head[0] !== 35) return null;
  const fields = FIELDS.exec(head.toString('latin1', 0, size))?.[0];
  return fields === undefined ? null : Buffer.from(fields, 'latin1');
}

function openOrNull(path: string): number | null {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function inodeOf(fd: number): string {
  return String(fstatSync(fd, { bigint: true }).ino);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
