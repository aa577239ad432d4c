import { readdirSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/**
 * The log is a folder of numbered segment files. A segment is a header and frames; a frame holds the records of one
 * group commit: length of the payload (4 bytes), CRC-32 of the payload (4 bytes), payload. A segment is filled with
 * zeros ahead of time, so a length of 0 ends it; so does a frame whose checksum is wrong: a write torn by a crash,
 * which nobody was told about, because the answers of a group leave after its sync.
 */

/** A place in the log: everything before `offset` in segment `segment`, and every earlier segment. */
export type LogPosition = { readonly segment: number; readonly offset: number };

/** The written part of one segment: frames from SEGMENT_HEADER_BYTES to `end`. */
export type LogExtent = { readonly segment: number; readonly end: number };

const MAGIC = 'doorplog';
const FORMAT = 1;
export const SEGMENT_HEADER_BYTES = 16;
export const FRAME_HEADER_BYTES = 8;

export function segmentFile(segment: number): string {
  return `${String(segment).padStart(16, '0')}.log`;
}

/** Numbers of the segments in a folder, ascending. */
export function segmentsIn(folder: string): number[] {
  return readdirSync(folder)
    .filter((file) => /^\d{16}\.log$/.test(file))
    .map((file) => Number(file.slice(0, 16)))
    .sort((a, b) => a - b);
}

export function segmentHeader(segment: number): Buffer {
  const header = Buffer.alloc(SEGMENT_HEADER_BYTES);
  header.write(MAGIC, 0, 'latin1');
  header.writeUInt16LE(FORMAT, 8);
  header.writeUIntLE(segment, 10, 6);
  return header;
}

export function isSegment(bytes: Buffer, segment: number): boolean {
  return bytes.length >= SEGMENT_HEADER_BYTES && bytes.subarray(0, SEGMENT_HEADER_BYTES).equals(segmentHeader(segment));
}

/** Writes the frame's header; `end` is the offset behind the payload, which starts at FRAME_HEADER_BYTES. */
export function sealFrame(buffer: Buffer, end: number): void {
  buffer.writeUInt32LE(end - FRAME_HEADER_BYTES, 0);
  buffer.writeUInt32LE(crc32(buffer.subarray(FRAME_HEADER_BYTES, end)), 4);
}

/**
 * Calls `take` with each whole frame's payload and the offset behind the frame, from `offset` on; stops at the first
 * torn frame, at the end of `bytes`, or when `take` returns false. Returns the offset behind the last frame taken.
 */
export function readFrames(
  bytes: Buffer,
  offset: number,
  take: (payload: Buffer, end: number) => boolean | undefined,
): number {
  let at = offset;
  while (at + FRAME_HEADER_BYTES <= bytes.length) {
    const length = bytes.readUInt32LE(at);
    const end = at + FRAME_HEADER_BYTES + length;
    if (length === 0 || end > bytes.length) break;
    const payload = bytes.subarray(at + FRAME_HEADER_BYTES, end);
    if (crc32(payload) !== bytes.readUInt32LE(at + 4)) break;
    at = end;
    if (take(payload, end) === false) break;
  }
  return at;
}
