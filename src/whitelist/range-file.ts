import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import type { RangeIndex4 } from './range-index-4.ts';
import type { RangeIndex6 } from './range-index-6.ts';
import { FORMAT } from './manifest.ts';
import { whitelistError } from './whitelist-error.ts';

/**
 * The binary file: a header and typed arrays, little-endian, each at a multiple of eight bytes, so that the file
 * is used as it was read, without parsing (docs/whitelist.md).
 *
 *   0   8 bytes  magic
 *   8   uint32   format
 *   12  uint32   CRC-32 of everything from byte 16 on
 *   16  uint32   number of sections, then for each section two uint32: offset in units of eight bytes, elements
 */
export type RangeFile = {
  readonly four: RangeIndex4;
  readonly six: RangeIndex6;
  /** Offset of each record in the records file, and the end of the last one. */
  readonly recordOffsets: Uint32Array;
  /** CRC-32 of each record. */
  readonly recordChecksums: Uint32Array;
  /** Company ids as pairs of 32 bits, in order; `companyRecords` holds the record of each. */
  readonly companyIds: Uint32Array;
  readonly companyRecords: Uint32Array;
};

const MAGIC = Buffer.from('doorplat', 'latin1');
const CHECKSUM_AT = 12;
const SECTIONS_AT = 16;
const UNIT = 8;

/** Element width of each section, in the file's order. */
const WIDTHS = [4, 2, 4, 4, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4] as const;

export function encodeRangeFile(file: RangeFile): Buffer {
  const { four, six } = file;
  const sections: readonly (Uint16Array | Uint32Array)[] = [
    four.firstLevel,
    four.tails,
    four.values,
    six.groups,
    six.blocks,
    six.blockStarts,
    six.middles,
    six.values,
    six.deepStarts,
    six.deepHighs,
    six.deepLows,
    six.deepValues,
    file.recordOffsets,
    file.recordChecksums,
    file.companyIds,
    file.companyRecords,
  ];
  let end = roundUp(SECTIONS_AT + 4 + sections.length * 8);
  const places = sections.map((section) => {
    const offset = end;
    end = roundUp(offset + section.byteLength);
    return offset;
  });
  const bytes = Buffer.alloc(end);
  MAGIC.copy(bytes);
  bytes.writeUInt32LE(FORMAT, 8);
  bytes.writeUInt32LE(sections.length, SECTIONS_AT);
  for (const [position, section] of sections.entries()) {
    const offset = places[position] ?? 0;
    bytes.writeUInt32LE(offset / UNIT, SECTIONS_AT + 4 + position * 8);
    bytes.writeUInt32LE(section.length, SECTIONS_AT + 8 + position * 8);
    Buffer.from(section.buffer, section.byteOffset, section.byteLength).copy(bytes, offset);
  }
  bytes.writeUInt32LE(crc32(bytes.subarray(SECTIONS_AT)), CHECKSUM_AT);
  return bytes;
}

/**
 * Lays typed arrays over the bytes of a file; copies nothing.
 * @throws WhitelistError WHITELIST_FORMAT, WHITELIST_CORRUPT
 */
export function decodeRangeFile(bytes: ArrayBuffer): RangeFile {
  if (endianness() !== 'LE') throw whitelistError('WHITELIST_FORMAT');
  const view = Buffer.from(bytes);
  if (view.length < SECTIONS_AT + 4 || !view.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw whitelistError('WHITELIST_CORRUPT');
  }
  if (view.readUInt32LE(8) !== FORMAT) throw whitelistError('WHITELIST_FORMAT');
  if (crc32(view.subarray(SECTIONS_AT)) !== view.readUInt32LE(CHECKSUM_AT)) throw whitelistError('WHITELIST_CORRUPT');
  if (view.readUInt32LE(SECTIONS_AT) !== WIDTHS.length) throw whitelistError('WHITELIST_FORMAT');

  const place = (position: number): { offset: number; elements: number } => {
    const offset = view.readUInt32LE(SECTIONS_AT + 4 + position * 8) * UNIT;
    const elements = view.readUInt32LE(SECTIONS_AT + 8 + position * 8);
    if (offset + elements * (WIDTHS[position] ?? 0) > view.length) throw whitelistError('WHITELIST_CORRUPT');
    return { offset, elements };
  };
  const words = (position: number): Uint32Array => {
    const { offset, elements } = place(position);
    return new Uint32Array(bytes, offset, elements);
  };
  const halves = (position: number): Uint16Array => {
    const { offset, elements } = place(position);
    return new Uint16Array(bytes, offset, elements);
  };
  return {
    four: { firstLevel: words(0), tails: halves(1), values: words(2) },
    six: {
      groups: words(3),
      blocks: halves(4),
      blockStarts: words(5),
      middles: words(6),
      values: words(7),
      deepStarts: words(8),
      deepHighs: words(9),
      deepLows: words(10),
      deepValues: words(11),
    },
    recordOffsets: words(12),
    recordChecksums: words(13),
    companyIds: words(14),
    companyRecords: words(15),
  };
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / UNIT) * UNIT;
}
