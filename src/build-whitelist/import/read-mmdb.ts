import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fault, ok, type Result } from '../../contracts/result.ts';
import type { Bounds } from './registry-objects.ts';

/** A value of a MaxMind DB: texts, numbers, truth values; maps as objects; lists and bytes as null. */
export type MmdbValue = string | number | bigint | boolean | null | { readonly [name: string]: MmdbValue };

export type MmdbFile = {
  readonly databaseType: string;
  /** Calls back for each network that has an entry, in order; equal data is decoded once. */
  readonly forEach: (
    onEntry: (bounds: Bounds, value: MmdbValue) => void,
    onFault: () => void,
  ) => Result<null, 'MMDB_UNREADABLE'>;
};

/** Specification 2.0: the metadata follow this marker, in the last 128 KiB. */
const MARKER = Buffer.from('abcdef4d61784d696e642e636f6d', 'hex');
const METADATA_BYTES = 128 << 10;
const SEPARATOR_BYTES = 16;
/** Entries nest, and pointers lead on; deeper ones are damaged. */
const DEEPEST = 16;
/** Values of one entry: lists of pointers to lists would multiply without end. */
const MOST_VALUES = 1000;
/** What may be remembered in all. */
const MOST_VALUES_REMEMBERED = 1 << 20;
/** The longest whole number of the format, in bytes. */
const LONGEST_NUMBER = 16;
/** Unpacked; the file is held as a whole. */
const LARGEST_FILE = 1 << 30;
/** Texts longer than this are cut: no field that is read has more. */
const LONGEST_TEXT = 1000;
/** How many decoded entries are kept, because networks beside each other often share one. */
const REMEMBERED = 1 << 16;

const IPV4_IN_6_BITS = 96;
/** Each node is reached once, with its two sides; aliases of IPv4 are left out. */
const MOST_VISITS = 4;

/**
 * Opens a MaxMind DB. The whole file is held, as its tree is walked from the root; `largest` is what it may take, unpacked.
 * @throws the operating system's error
 */
export function openMmdb(path: string, largest = LARGEST_FILE): Result<MmdbFile, 'MMDB_UNREADABLE'> {
  try {
    if (statSync(path).size > largest) return fault('MMDB_UNREADABLE');
    const file = readFileSync(path);
    return parse(file[0] === 0x1f && file[1] === 0x8b ? gunzipSync(file, { maxOutputLength: largest }) : file);
  } catch (error) {
    if (
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
    ) {
      return fault('MMDB_UNREADABLE');
    }
    throw error;
  }
}

/** @throws RangeError for damaged metadata */
function parse(file: Buffer): Result<MmdbFile, 'MMDB_UNREADABLE'> {
  const marker = file.lastIndexOf(MARKER);
  if (marker < 0 || file.length - marker > METADATA_BYTES) return fault('MMDB_UNREADABLE');
  const metadata = decoder(file.subarray(marker + MARKER.length)).decode(0);
  const nodes = numberIn(metadata, 'node_count');
  const recordBits = numberIn(metadata, 'record_size');
  const version = numberIn(metadata, 'ip_version');
  const treeBytes = (nodes * recordBits * 2) / 8;
  const isGood =
    Number.isInteger(nodes) &&
    nodes >= 0 &&
    [24, 28, 32].includes(recordBits) &&
    (version === 4 || version === 6) &&
    treeBytes + SEPARATOR_BYTES <= marker;
  if (!isGood) return fault('MMDB_UNREADABLE');

  const { decode, decoded } = decoder(file.subarray(treeBytes + SEPARATOR_BYTES, marker));
  const type = typeof metadata === 'object' && metadata !== null ? metadata.database_type : null;
  const remembered = new Map<number, MmdbValue>();
  let valuesRemembered = 0;
  return ok({
    databaseType: typeof type === 'string' ? type : '',
    forEach(onEntry, onFault) {
      return walk({ file, nodes, recordBits, version }, (bounds, record) => {
        let value: MmdbValue | undefined;
        try {
          value = remembered.get(record);
          if (value === undefined) {
            value = decode(record - nodes - SEPARATOR_BYTES);
            valuesRemembered += decoded();
            if (remembered.size >= REMEMBERED || valuesRemembered > MOST_VALUES_REMEMBERED) {
              remembered.clear();
              valuesRemembered = decoded();
            }
            remembered.set(record, value);
          }
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          onFault();
          return;
        }
        onEntry(bounds, value);
      });
    },
  });
}

type Tree = { readonly file: Buffer; readonly nodes: number; readonly recordBits: number; readonly version: number };

function recordAt({ file, recordBits }: Tree, node: number, side: 0 | 1): number {
  const at = (node * recordBits * 2) / 8;
  if (recordBits === 24) return file.readUIntBE(at + side * 3, 3);
  if (recordBits === 32) return file.readUInt32BE(at + side * 4);
  const middle = file[at + 3] ?? 0;
  return side === 0
    ? ((middle & 0xf0) << 20) | file.readUIntBE(at, 3)
    : ((middle & 0x0f) << 24) | file.readUIntBE(at + 4, 3);
}

/**
 * Visits the leaves in the order of their addresses. Files of IPv6 hold IPv4 under ::/96 and point to that place from
 * others (::ffff:0:0/96, 2002::/16), which are left out: the same networks come once.
 */
function walk(tree: Tree, onLeaf: (bounds: Bounds, record: number) => void): Result<null, 'MMDB_UNREADABLE'> {
  const bits = tree.version === 4 ? 32 : 128;
  let four = -1;
  if (bits === 128) {
    four = 0;
    for (let depth = 0; depth < IPV4_IN_6_BITS && four < tree.nodes; depth += 1) four = recordAt(tree, four, 0);
  }
  let visits = 0;
  const visit = (record: number, prefix: bigint, depth: number): void => {
    visits += 1;
    // A tree that leads back into itself would never end.
    if (visits > MOST_VISITS * (tree.nodes + 1)) return;
    if (record > tree.nodes) {
      onLeaf(boundsOf(prefix, depth, bits), record);
      return;
    }
    if (record === tree.nodes || depth >= bits) return;
    // Another way to IPv4 than the one below zeros.
    if (bits === 128 && record === four && prefix !== 0n) return;
    visit(recordAt(tree, record, 0), prefix, depth + 1);
    visit(recordAt(tree, record, 1), prefix | (1n << BigInt(bits - 1 - depth)), depth + 1);
  };
  visit(0, 0n, 0);
  return visits > MOST_VISITS * (tree.nodes + 1) ? fault('MMDB_UNREADABLE') : ok(null);
}

function boundsOf(first: bigint, depth: number, bits: number): Bounds {
  const last = first | ((1n << BigInt(bits - depth)) - 1n);
  if (bits === 32 || (depth >= IPV4_IN_6_BITS && first >> 32n === 0n)) {
    return { family: 4, first: Number(first), last: Number(last) };
  }
  return { family: 6, first, last };
}

/** What is added to pointers and sizes by the number of their bytes. */
const POINTER_BASES = [0, 2048, 526_336, 0];
const SIZE_BASES = [29, 285, 65_821];

/**
 * Answers the value at a position of a data section, and of how many values the last one consisted. @throws RangeError
 * (also by the buffer) when it is damaged
 */
function decoder(section: Buffer): { readonly decode: (at: number) => MmdbValue; readonly decoded: () => number } {
  let position = 0;
  /** Of the last entry. */
  let values = 0;

  const valueAt = (at: number, depth: number): MmdbValue => {
    if (depth > DEEPEST || at < 0) throw new RangeError('entries nest too deeply');
    values += 1;
    if (values > MOST_VALUES) throw new RangeError('an entry has too many values');
    position = at;
    const control = section.readUInt8(position);
    position += 1;
    let type = control >> 5;
    if (type === 1) {
      const to = pointer(control);
      const behind = position;
      const value = valueAt(to, depth + 1);
      position = behind;
      return value;
    }
    if (type === 0) {
      type = 7 + section.readUInt8(position);
      position += 1;
    }
    const size = sizeOf(control);
    switch (type) {
      case 2: {
        need(size);
        const text = section.toString('utf8', position, position + Math.min(size, LONGEST_TEXT));
        position += size;
        return text;
      }
      case 3: {
        const value = section.readDoubleBE(position);
        position += 8;
        return value;
      }
      case 15: {
        const value = section.readFloatBE(position);
        position += 4;
        return value;
      }
      case 5:
      case 6:
      case 8: {
        const value = size === 0 ? 0 : section.readUIntBE(position, size);
        position += size;
        return value;
      }
      case 9:
      case 10: {
        need(size);
        if (size > LONGEST_NUMBER) throw new RangeError('a number is too long');
        const digits = section.toString('hex', position, position + size);
        position += size;
        return digits === '' ? 0n : BigInt(`0x${digits}`);
      }
      case 14:
        return size !== 0;
      case 7: {
        const map: Record<string, MmdbValue> = {};
        for (let entry = 0; entry < size; entry += 1) {
          const name = valueAt(position, depth + 1);
          const value = valueAt(position, depth + 1);
          if (typeof name === 'string' && name !== '__proto__') map[name] = value;
        }
        return map;
      }
      case 11: {
        for (let entry = 0; entry < size; entry += 1) valueAt(position, depth + 1);
        return null;
      }
      default:
        need(size);
        position += size;
        return null;
    }
  };

  const need = (size: number): void => {
    if (position + size > section.length) throw new RangeError('an entry goes beyond the file');
  };

  const pointer = (control: number): number => {
    const bytes = ((control >> 3) & 3) + 1;
    const high = control & 7;
    const rest = section.readUIntBE(position, bytes);
    position += bytes;
    return (POINTER_BASES[bytes - 1] ?? 0) + (bytes === 4 ? 0 : high * 2 ** (8 * bytes)) + rest;
  };

  const sizeOf = (control: number): number => {
    const size = control & 31;
    if (size < 29) return size;
    const bytes = size - 28;
    const more = section.readUIntBE(position, bytes);
    position += bytes;
    return (SIZE_BASES[bytes - 1] ?? 0) + more;
  };

  return {
    decode(at) {
      values = 0;
      return valueAt(at, 0);
    },
    decoded: () => values,
  };
}

function numberIn(metadata: MmdbValue, name: string): number {
  const value = typeof metadata === 'object' && metadata !== null ? metadata[name] : null;
  if (typeof value !== 'number') throw new RangeError('metadata without a number');
  return value;
}
