import { crc32 } from 'node:zlib';
import {
  type ColumnPlace,
  createColumnWriter,
  type Frame,
  readColumn,
  readColumnPlaces,
  readFully,
} from './column-file.ts';
import { FORMAT } from './manifest.ts';
import { orderByWords } from './order-by-words.ts';
import { dayIn, OPAQUE } from './precedence.ts';
import type { SealedFile } from './sealed-file.ts';
import { whitelistError } from './whitelist-error.ts';

/**
 * `<version>.objects`: every range of every source as it was imported, in the order of first addresses, in blocks. Never
 * loaded: when the operator asks what decided an address, the blocks that may hold it are read from disk.
 *
 * An entry: first and last address in network order, then little-endian record, precedence (precedence.ts) and number
 * of the layer. For each block: its least first and its greatest last address, and the CRC-32 of its entries.
 */
export type ObjectColumns = {
  /** One word each for IPv4, four for IPv6, the most significant first. */
  readonly firsts: Uint32Array;
  readonly lasts: Uint32Array;
  /** Record plus one. */
  readonly values: Uint32Array;
  readonly precedences: Uint32Array;
  readonly layers: Uint16Array;
};

export type StoredObject = {
  readonly first: bigint;
  readonly last: bigint;
  readonly record: number;
  readonly precedence: number;
  /** ISO date of the object; null where it has none. */
  readonly date: string | null;
  /** Position in the manifest's layers. */
  readonly layer: number;
  /** Position among the objects of its file: the later of two equal ones wins. */
  readonly order: number;
};

const FRAME: Frame = { magic: 'dp-objec', format: FORMAT, widths: [1, 1, 1, 1] };
const ENTRIES_IN_BLOCK = 512;
const DAY_MS = 86_400_000;

/** Writes the whole file; it can be sealed then. */
export function writeObjectFile(file: SealedFile, four: ObjectColumns, six: ObjectColumns): void {
  const writer = createColumnWriter(file, FRAME.magic, FRAME.format);
  for (const [columns, words] of [
    [four, 1],
    [six, 4],
  ] as const) {
    const blocks: Buffer[] = [];
    const entries = writer.begin(1);
    const order = orderByWords(columns.firsts, words);
    for (let from = 0; from < order.length; from += ENTRIES_IN_BLOCK) {
      const block = encodeBlock(columns, words, order.subarray(from, from + ENTRIES_IN_BLOCK));
      entries.write(block);
      blocks.push(headOf(block, words * 4));
    }
    entries.end();
    writer.add(Buffer.concat(blocks));
  }
  writer.finish();
}

function entryBytes(width: number): number {
  return width * 2 + 16;
}

function encodeBlock(columns: ObjectColumns, words: 1 | 4, order: Uint32Array): Buffer {
  const width = words * 4;
  const block = Buffer.alloc(order.length * entryBytes(width));
  let at = 0;
  for (const range of order) {
    for (let word = 0; word < words; word += 1) {
      block.writeUInt32BE(columns.firsts[range * words + word] ?? 0, at + word * 4);
      block.writeUInt32BE(columns.lasts[range * words + word] ?? 0, at + width + word * 4);
    }
    block.writeUInt32LE((columns.values[range] ?? 1) - 1, at + width * 2);
    block.writeUInt32LE(columns.precedences[range] ?? 0, at + width * 2 + 4);
    block.writeUInt32LE(columns.layers[range] ?? 0, at + width * 2 + 8);
    block.writeUInt32LE(range, at + width * 2 + 12);
    at += entryBytes(width);
  }
  return block;
}

function headOf(block: Buffer, width: number): Buffer {
  const head = Buffer.alloc(width * 2 + 4);
  block.copy(head, 0, 0, width);
  for (let at = 0; at < block.length; at += entryBytes(width)) {
    const last = block.subarray(at + width, at + width * 2);
    if (last.compare(head, width, width * 2) > 0) last.copy(head, width);
  }
  head.writeUInt32LE(crc32(block), width * 2);
  return head;
}

/**
 * All objects that hold an address, the one that decided it first, then those it overruled.
 * @param address 4 or 16 bytes in network order
 * @throws WhitelistError WHITELIST_FORMAT, WHITELIST_CORRUPT
 */
export function objectsAround(file: number, size: number, address: Uint8Array): StoredObject[] {
  const width = address.length;
  const places = readColumnPlaces(file, size, FRAME);
  const [entries, heads] = width === 4 ? places : places.slice(2);
  if (!entries || !heads) return [];
  const found: StoredObject[] = [];
  const table = Buffer.from(readColumn(file, heads, 1));
  const headBytes = width * 2 + 4;
  for (let block = 0; block * headBytes < table.length; block += 1) {
    const head = table.subarray(block * headBytes, (block + 1) * headBytes);
    if (head.compare(address, 0, width, 0, width) > 0) break;
    if (head.compare(address, 0, width, width, width * 2) < 0) continue;
    const bytes = readBlock(file, entries, block, width, head.readUInt32LE(width * 2));
    for (let at = 0; at < bytes.length; at += entryBytes(width)) {
      if (bytes.compare(address, 0, width, at, at + width) > 0) break;
      if (bytes.compare(address, 0, width, at + width, at + width * 2) >= 0) found.push(decodeEntry(bytes, at, width));
    }
  }
  return found.sort(inOrderOfPrecedence);
}

function readBlock(file: number, entries: ColumnPlace, block: number, width: number, checksum: number): Buffer {
  const from = block * ENTRIES_IN_BLOCK * entryBytes(width);
  const bytes = Buffer.alloc(Math.min(entries.elements - from, ENTRIES_IN_BLOCK * entryBytes(width)));
  readFully(file, bytes, entries.offset + from);
  if (crc32(bytes) !== checksum) throw whitelistError('WHITELIST_CORRUPT');
  return bytes;
}

function decodeEntry(bytes: Buffer, at: number, width: number): StoredObject {
  const precedence = bytes.readUInt32LE(at + width * 2 + 4);
  const day = dayIn(precedence);
  return {
    first: BigInt(`0x${bytes.toString('hex', at, at + width)}`),
    last: BigInt(`0x${bytes.toString('hex', at + width, at + width * 2)}`),
    record: bytes.readUInt32LE(at + width * 2),
    precedence,
    date: day === 0 ? null : new Date(day * DAY_MS).toISOString().slice(0, 10),
    layer: bytes.readUInt32LE(at + width * 2 + 8),
    order: bytes.readUInt32LE(at + width * 2 + 12),
  };
}

/** The order of flatten-ranges.ts. */
function inOrderOfPrecedence(one: StoredObject, other: StoredObject): number {
  const opaque = Number(one.precedence >= OPAQUE) - Number(other.precedence >= OPAQUE);
  if (opaque !== 0) return opaque;
  const [size, otherSize] = [one.last - one.first, other.last - other.first];
  if (size !== otherSize) return size < otherSize ? -1 : 1;
  return one.precedence - other.precedence || other.order - one.order;
}
