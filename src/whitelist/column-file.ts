import { readSync } from 'node:fs';
import { endianness } from 'node:os';
import { crc32 } from 'node:zlib';
import type { SealedFile } from './sealed-file.ts';
import { whitelistError } from './whitelist-error.ts';

/**
 * The frame that all binary files of the whitelist share (docs/whitelist.md): typed arrays, little-endian, each at a
 * multiple of eight bytes, and at the end of the file a table of where they lie. So a file is written in one go, from
 * its beginning to its end, and used as it is read.
 *
 *   0               8 bytes  magic
 *   8 …             the columns
 *   end - 16 - 12n  for each column: offset in units of eight bytes, elements, CRC-32
 *   end - 16        uint32 number of columns; uint32 CRC-32 of the table; uint32 format; 4 bytes `end.`
 */
export type Column = Uint8Array | Uint16Array | Uint32Array;

const UNIT = 8;
const ENTRY = 12;
const TAIL = 16;
const END = Buffer.from('end.', 'latin1');

/** Where a column lies. */
export type ColumnPlace = { readonly offset: number; readonly elements: number; readonly checksum: number };

export type ColumnWriter = {
  /** Begins a column whose bytes follow one by one; `element` is the width in bytes. */
  readonly begin: (element: number) => { readonly write: (bytes: Uint8Array) => void; readonly end: () => void };
  readonly add: (column: Column) => void;
  /** Writes the table; the file can be sealed then. */
  readonly finish: () => void;
};

export function createColumnWriter(file: SealedFile, magic: string, format: number): ColumnWriter {
  const places: ColumnPlace[] = [];
  file.write(Buffer.from(magic, 'latin1'));
  const align = (): void => file.write(new Uint8Array((UNIT - (file.length() % UNIT)) % UNIT));
  const begin: ColumnWriter['begin'] = (element) => {
    align();
    const offset = file.length();
    let checksum = 0;
    return {
      write(bytes) {
        checksum = crc32(bytes, checksum);
        file.write(bytes);
      },
      end: () => places.push({ offset, elements: (file.length() - offset) / element, checksum }),
    };
  };
  return {
    begin,
    add(column) {
      const { write, end } = begin(column.BYTES_PER_ELEMENT);
      const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
      for (let from = 0; from < bytes.length; from += CHECKED_AT_ONCE) {
        write(bytes.subarray(from, from + CHECKED_AT_ONCE));
      }
      end();
    },
    finish() {
      align();
      const table = Buffer.alloc(places.length * ENTRY);
      for (const [position, { offset, elements, checksum }] of places.entries()) {
        table.writeUInt32LE(offset / UNIT, position * ENTRY);
        table.writeUInt32LE(elements, position * ENTRY + 4);
        table.writeUInt32LE(checksum, position * ENTRY + 8);
      }
      const tail = Buffer.alloc(TAIL);
      tail.writeUInt32LE(places.length, 0);
      tail.writeUInt32LE(crc32(table), 4);
      tail.writeUInt32LE(format, 8);
      END.copy(tail, 12);
      file.write(table);
      file.write(tail);
    },
  };
}

/** Bytes; takes less than two milliseconds. */
const CHECKED_AT_ONCE = 1 << 22;

export type Frame = { readonly magic: string; readonly format: number; readonly widths: readonly number[] };

/**
 * Reads where the columns of an open file lie.
 * @throws WhitelistError WHITELIST_FORMAT, WHITELIST_CORRUPT
 */
export function readColumnPlaces(file: number, size: number, frame: Frame): ColumnPlace[] {
  return columnPlaces((bytes, position) => readFully(file, bytes, position), size, frame);
}

/** The same of a file that has been read whole. */
export function columnPlacesIn(whole: Uint8Array, frame: Frame): ColumnPlace[] {
  const read = (bytes: Uint8Array, position: number): void =>
    bytes.set(whole.subarray(position, position + bytes.length));
  return columnPlaces(read, whole.length, frame);
}

function columnPlaces(read: (bytes: Uint8Array, position: number) => void, size: number, frame: Frame): ColumnPlace[] {
  const tableBytes = frame.widths.length * ENTRY;
  if (endianness() !== 'LE') throw whitelistError('WHITELIST_FORMAT');
  if (size < frame.magic.length + tableBytes + TAIL) throw whitelistError('WHITELIST_CORRUPT');
  const magic = Buffer.alloc(frame.magic.length);
  read(magic, 0);
  const end = Buffer.alloc(tableBytes + TAIL);
  read(end, size - end.length);
  const tail = end.subarray(tableBytes);
  if (magic.toString('latin1') !== frame.magic || !tail.subarray(12).equals(END)) {
    throw whitelistError('WHITELIST_CORRUPT');
  }
  if (tail.readUInt32LE(8) !== frame.format || tail.readUInt32LE(0) !== frame.widths.length) {
    throw whitelistError('WHITELIST_FORMAT');
  }
  const table = end.subarray(0, tableBytes);
  if (crc32(table) !== tail.readUInt32LE(4)) throw whitelistError('WHITELIST_CORRUPT');
  return frame.widths.map((width, position) => {
    const offset = table.readUInt32LE(position * ENTRY) * UNIT;
    const elements = table.readUInt32LE(position * ENTRY + 4);
    if (offset + elements * width > size - end.length) throw whitelistError('WHITELIST_CORRUPT');
    return { offset, elements, checksum: table.readUInt32LE(position * ENTRY + 8) };
  });
}

/** The parts of a column, one after the other, with the sum so far: for who has other work to do in between. */
export function* checkColumn(whole: Uint8Array, place: ColumnPlace, width: number): Generator<void> {
  const end = place.offset + place.elements * width;
  let sum = 0;
  for (let from = place.offset; from < end; from += CHECKED_AT_ONCE) {
    sum = crc32(whole.subarray(from, Math.min(end, from + CHECKED_AT_ONCE)), sum);
    yield;
  }
  if (sum !== place.checksum) throw whitelistError('WHITELIST_CORRUPT');
}

/** One column out of an open file, checked. @throws WhitelistError WHITELIST_CORRUPT */
export function readColumn(file: number, { offset, elements, checksum }: ColumnPlace, width: number): ArrayBuffer {
  const bytes = new ArrayBuffer(elements * width);
  const view = new Uint8Array(bytes);
  let sum = 0;
  for (let from = 0; from < view.length; from += CHECKED_AT_ONCE) {
    const part = view.subarray(from, from + CHECKED_AT_ONCE);
    readFully(file, part, offset + from);
    sum = crc32(part, sum);
  }
  if (sum !== checksum) throw whitelistError('WHITELIST_CORRUPT');
  return bytes;
}

/** Fills the bytes from a place in a file. @throws WhitelistError WHITELIST_CORRUPT where the file ends before */
export function readFully(file: number, bytes: Uint8Array, position: number): void {
  for (let filled = 0; filled < bytes.length;) {
    const read = readSync(file, bytes, filled, bytes.length - filled, position + filled);
    if (read === 0) throw whitelistError('WHITELIST_CORRUPT');
    filled += read;
  }
}
