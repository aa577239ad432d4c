/**
 * What the durable log holds, and its bytes. A record of a hit that must stay anonymous has no field for a time finer
 * than the hour, a visit or a company (privacy promise 1); no record has a field for an address (promise 2).
 *
 * Layout, little endian: kind (1 byte), then the fields in the order of the types below. A text is its length in
 * bytes (2 bytes) and UTF-8; an absent text has the length 0xFFFF.
 */

/** A page view or event of a released company. */
export type VisitRecord = {
  readonly kind: 'visit';
  readonly customerId: number;
  readonly siteId: number;
  /** Random, 64 bits. */
  readonly visitId: bigint;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  readonly firstOfVisit: boolean;
  readonly companyId: string;
  readonly name: string;
  readonly host: string;
  readonly path: string;
  readonly referrerHost: string | null;
  readonly campaignSource: string | null;
  readonly campaignMedium: string | null;
  readonly campaignName: string | null;
  readonly whitelistVersion: string;
  readonly target: string | null;
  /** Whole seconds; null where the hit tells none. */
  readonly seconds: number | null;
  readonly pageName: string | null;
  readonly pageGroup: string | null;
  /** JSON object of texts. */
  readonly props: string | null;
};

/** What a hit without a shown company adds to the counters of its site. */
export type CountRecord = {
  readonly kind: 'count';
  readonly customerId: number;
  readonly siteId: number;
  /** Hours since 1970, UTC. */
  readonly hour: number;
  readonly outcome: string;
  /** null where the hit does not count for this marginal. */
  readonly path: string | null;
  readonly referrerHost: string | null;
  readonly campaign: string | null;
};

/** Objections and unknown sites: a reason and a day (privacy promise 8). */
export type InstallationRecord = {
  readonly kind: 'installation';
  /** Days since 1970, UTC. */
  readonly day: number;
  readonly outcome: string;
};

/** A company as it is shown to a site; written before its first visit there of a process. */
export type SeenRecord = {
  readonly kind: 'seen';
  readonly customerId: number;
  readonly siteId: number;
  readonly companyId: string;
  /** Id of the company as which it is shown: another one where people merged two. */
  readonly shownAs: string;
  readonly name: string;
  readonly legalForm: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
};

export type LogRecord = VisitRecord | CountRecord | InstallationRecord | SeenRecord;

/** 1 was a visit's hit without what an event is about. */
const VISIT = 6;
const COUNT = 2;
const INSTALLATION = 3;
/** 4 was a company without its site. */
const SEEN = 5;

const NO_TEXT = 0xffff;
/** Up to here a loop over ASCII beats the call into the runtime (measured: 46 to 80 ns against 120 ns). */
const LOOP_CHARACTERS = 32;
const FIXED_BYTES = 64;
const COUNT_FIXED_BYTES = 13;
const COUNT_TEXTS = 4;
const SEEN_FIXED_BYTES = 9;
const VISIT_FIXED_BYTES = 30;
const NO_SECONDS = 0xffff_ffff;

/** An upper bound of the bytes that a record needs: UTF-8 takes at most 3 bytes for each unit of a text. */
export function longestBytes(record: LogRecord): number {
  return FIXED_BYTES + 3 * characters(record);
}

function characters(record: LogRecord): number {
  if (record.kind === 'count') {
    return record.outcome.length + lengthOf(record.path) + lengthOf(record.referrerHost) + lengthOf(record.campaign);
  }
  if (record.kind === 'visit') {
    return (
      record.companyId.length +
      record.name.length +
      record.host.length +
      record.path.length +
      lengthOf(record.referrerHost) +
      lengthOf(record.campaignSource) +
      lengthOf(record.campaignMedium) +
      lengthOf(record.campaignName) +
      record.whitelistVersion.length +
      lengthOf(record.target) +
      lengthOf(record.pageName) +
      lengthOf(record.pageGroup) +
      lengthOf(record.props)
    );
  }
  if (record.kind === 'installation') return record.outcome.length;
  return (
    record.companyId.length +
    record.shownAs.length +
    record.name.length +
    lengthOf(record.legalForm) +
    lengthOf(record.postcode) +
    lengthOf(record.city) +
    lengthOf(record.country)
  );
}

function lengthOf(text: string | null): number {
  return text === null ? 0 : text.length;
}

/**
 * Writes a record at `offset` and returns the offset behind it. The buffer must have `longestBytes(record)` left.
 * Throws a RangeError for a text of 65,535 bytes or more: texts are bounded where they are read.
 */
export function writeRecord(buffer: Buffer, offset: number, record: LogRecord): number {
  if (record.kind === 'count') return writeCount(buffer, offset, record);
  if (record.kind === 'visit') return writeVisit(buffer, offset, record);
  if (record.kind === 'installation') {
    buffer[offset] = INSTALLATION;
    buffer.writeUInt32LE(record.day, offset + 1);
    return writeText(buffer, offset + 5, record.outcome);
  }
  buffer[offset] = SEEN;
  buffer.writeUInt32LE(record.customerId, offset + 1);
  buffer.writeUInt32LE(record.siteId, offset + 5);
  let end = writeText(buffer, offset + SEEN_FIXED_BYTES, record.companyId);
  end = writeText(buffer, end, record.shownAs);
  end = writeText(buffer, end, record.name);
  end = writeText(buffer, end, record.legalForm);
  end = writeText(buffer, end, record.postcode);
  end = writeText(buffer, end, record.city);
  return writeText(buffer, end, record.country);
}

function writeCount(buffer: Buffer, offset: number, record: CountRecord): number {
  buffer[offset] = COUNT;
  buffer.writeUInt32LE(record.customerId, offset + 1);
  buffer.writeUInt32LE(record.siteId, offset + 5);
  buffer.writeUInt32LE(record.hour, offset + 9);
  let end = writeText(buffer, offset + COUNT_FIXED_BYTES, record.outcome);
  end = writeText(buffer, end, record.path);
  end = writeText(buffer, end, record.referrerHost);
  return writeText(buffer, end, record.campaign);
}

function writeVisit(buffer: Buffer, offset: number, record: VisitRecord): number {
  buffer[offset] = VISIT;
  buffer[offset + 1] = record.firstOfVisit ? 1 : 0;
  buffer.writeUInt32LE(record.customerId, offset + 2);
  buffer.writeUInt32LE(record.siteId, offset + 6);
  buffer.writeBigUInt64LE(record.visitId, offset + 10);
  buffer.writeDoubleLE(record.at, offset + 18);
  buffer.writeUInt32LE(record.seconds ?? NO_SECONDS, offset + 26);
  let end = writeText(buffer, offset + VISIT_FIXED_BYTES, record.companyId);
  end = writeText(buffer, end, record.name);
  end = writeText(buffer, end, record.host);
  end = writeText(buffer, end, record.path);
  end = writeText(buffer, end, record.referrerHost);
  end = writeText(buffer, end, record.campaignSource);
  end = writeText(buffer, end, record.campaignMedium);
  end = writeText(buffer, end, record.campaignName);
  end = writeText(buffer, end, record.whitelistVersion);
  end = writeText(buffer, end, record.target);
  end = writeText(buffer, end, record.pageName);
  end = writeText(buffer, end, record.pageGroup);
  return writeText(buffer, end, record.props);
}

function writeText(buffer: Buffer, offset: number, text: string | null): number {
  if (text === null) {
    buffer[offset] = 0xff;
    buffer[offset + 1] = 0xff;
    return offset + 2;
  }
  const start = offset + 2;
  const characters = text.length;
  let written = 0;
  if (characters <= LOOP_CHARACTERS) {
    for (; written < characters; written += 1) {
      const code = text.charCodeAt(written);
      if (code > 0x7f) break;
      buffer[start + written] = code;
    }
  }
  if (written < characters) written = buffer.write(text, start, 'utf8');
  if (written >= NO_TEXT) throw new RangeError('text too long for the log');
  buffer[offset] = written & 0xff;
  buffer[offset + 1] = written >>> 8;
  return start + written;
}

/** Calls `take` with each record of the payload of one frame, in order. Throws when the bytes are not records. */
export function readRecords(payload: Buffer, take: (record: LogRecord) => void): void {
  const cursor = { payload, offset: 0 };
  while (cursor.offset < payload.length) take(readRecord(cursor));
}

/**
 * As readRecords, but hands over counts as their bytes (latin1): equal ones need to be read once only, by
 * `countRecordIn`. Nearly all hits are counts, and most of an hour are equal to an earlier one.
 */
export function readRecordsByBytes(
  payload: Buffer,
  take: (record: Exclude<LogRecord, CountRecord>) => void,
  takeCount: (bytes: string) => void,
): void {
  const cursor = { payload, offset: 0 };
  while (cursor.offset < payload.length) {
    if (payload[cursor.offset] === COUNT) {
      const start = cursor.offset;
      cursor.offset = countEnd(payload, start);
      takeCount(payload.toString('latin1', start, cursor.offset));
    } else {
      const record = readRecord(cursor);
      if (record.kind !== 'count') take(record);
    }
  }
}

export function countRecordIn(bytes: string): CountRecord {
  const record = readRecord({ payload: Buffer.from(bytes, 'latin1'), offset: 0 });
  if (record.kind !== 'count') throw new Error('these bytes are not a count');
  return record;
}

/** The offset behind a count: its four texts are stepped over. */
function countEnd(payload: Buffer, offset: number): number {
  let end = offset + COUNT_FIXED_BYTES;
  for (let text = 0; text < COUNT_TEXTS; text += 1) {
    const bytes = payload.readUInt16LE(end);
    end += bytes === NO_TEXT ? 2 : 2 + bytes;
  }
  if (end > payload.length) throw new Error('log record ends too early');
  return end;
}

type Cursor = { readonly payload: Buffer; offset: number };

function readRecord(cursor: Cursor): LogRecord {
  const { payload, offset } = cursor;
  switch (payload[offset]) {
    case VISIT:
      cursor.offset = offset + VISIT_FIXED_BYTES;
      return {
        kind: 'visit',
        firstOfVisit: payload[offset + 1] === 1,
        customerId: payload.readUInt32LE(offset + 2),
        siteId: payload.readUInt32LE(offset + 6),
        visitId: payload.readBigUInt64LE(offset + 10),
        at: payload.readDoubleLE(offset + 18),
        seconds: secondsAt(payload, offset + 26),
        companyId: needText(cursor),
        name: needText(cursor),
        host: needText(cursor),
        path: needText(cursor),
        referrerHost: readText(cursor),
        campaignSource: readText(cursor),
        campaignMedium: readText(cursor),
        campaignName: readText(cursor),
        whitelistVersion: needText(cursor),
        target: readText(cursor),
        pageName: readText(cursor),
        pageGroup: readText(cursor),
        props: readText(cursor),
      };
    case COUNT:
      cursor.offset = offset + COUNT_FIXED_BYTES;
      return {
        kind: 'count',
        customerId: payload.readUInt32LE(offset + 1),
        siteId: payload.readUInt32LE(offset + 5),
        hour: payload.readUInt32LE(offset + 9),
        outcome: needText(cursor),
        path: readText(cursor),
        referrerHost: readText(cursor),
        campaign: readText(cursor),
      };
    case INSTALLATION:
      cursor.offset = offset + 5;
      return { kind: 'installation', day: payload.readUInt32LE(offset + 1), outcome: needText(cursor) };
    case SEEN:
      cursor.offset = offset + SEEN_FIXED_BYTES;
      return {
        kind: 'seen',
        customerId: payload.readUInt32LE(offset + 1),
        siteId: payload.readUInt32LE(offset + 5),
        companyId: needText(cursor),
        shownAs: needText(cursor),
        name: needText(cursor),
        legalForm: readText(cursor),
        postcode: readText(cursor),
        city: readText(cursor),
        country: readText(cursor),
      };
    default:
      throw new Error('unknown kind of log record');
  }
}

function secondsAt(payload: Buffer, offset: number): number | null {
  const seconds = payload.readUInt32LE(offset);
  return seconds === NO_SECONDS ? null : seconds;
}

function needText(cursor: Cursor): string {
  const text = readText(cursor);
  if (text === null) throw new Error('log record without a text it must have');
  return text;
}

function readText(cursor: Cursor): string | null {
  const bytes = cursor.payload.readUInt16LE(cursor.offset);
  const start = cursor.offset + 2;
  if (bytes === NO_TEXT) {
    cursor.offset = start;
    return null;
  }
  if (start + bytes > cursor.payload.length) throw new Error('log record ends too early');
  cursor.offset = start + bytes;
  return cursor.payload.toString('utf8', start, start + bytes);
}
