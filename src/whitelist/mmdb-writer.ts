/**
 * Writes MaxMind DB files, format 2.0 (https://maxmind.github.io/MaxMind-DB/): a binary tree of address bits, then
 * the values, then the metadata. The tree is kept in memory (eight bytes a node); the values are handed out as they
 * come, because the tree stands before them in the file and its size decides how they are pointed at.
 */
export type MmdbValue = string | number | boolean | readonly MmdbValue[] | { readonly [key: string]: MmdbValue };

export type MmdbOptions = {
  /** 6: IPv4 lies under ::/96 and is also reached as IPv4-mapped, 6to4 and Teredo address. */
  readonly ipVersion: 4 | 6;
  /** What the database is called; readers show it. */
  readonly databaseType: string;
  /** English. */
  readonly description: string;
  readonly builtAt: Date;
  /** Keeps the bytes of the values, in order; the file holds them between `head` and `tail`. */
  readonly keepValues: (bytes: Uint8Array) => void;
};

export type MmdbWriter = {
  /** Adds a value and answers where it is; ranges of one value share it. Texts that came before are pointed at. */
  readonly addValue: (value: MmdbValue) => number;
  /** Ranges must not overlap; both ends inclusive. @throws RangeError for one that lies over another */
  readonly addRange4: (first: number, last: number, value: number) => void;
  readonly addRange6: (first: bigint, last: bigint, value: number) => void;
  /** The parts of the file around the values. @throws RangeError when the whole does not fit the format (4 GiB) */
  readonly finish: () => { readonly head: Iterable<Uint8Array>; readonly tail: Uint8Array };
};

const METADATA_MARKER = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
/** Zeros between tree and values; a record of the tree counts them as part of its offset. */
const SEPARATOR_BYTES = 16;

export function createMmdbWriter(options: MmdbOptions): MmdbWriter {
  const tree = createTree();
  const values = createValues(options.keepValues);
  const isWide = options.ipVersion === 6;
  const root4 = isWide ? tree.nodeAt(Uint32Array.of(0, 0, 0, 0), 96) : 0;
  if (isWide) for (const [address, length] of ALIASES) tree.setNode(address, length, root4);

  return {
    addValue: (value) => values.add(value),
    addRange4(first, last, value) {
      const address = new Uint32Array(1);
      for (let at = first; at <= last;) {
        let bits = 0;
        while (bits < 32 && at % 2 ** (bits + 1) === 0 && at + 2 ** (bits + 1) - 1 <= last) bits += 1;
        address[0] = at;
        tree.setValue(root4, address, 32 - bits, value);
        at += 2 ** bits;
      }
    },
    addRange6(first, last, value) {
      if (!isWide) throw new RangeError('an IPv4 file holds no IPv6 range');
      for (let at = first; at <= last;) {
        let bits = at === 0n ? 128n : BigInt(trailingZeros(at));
        while (at + (1n << bits) - 1n > last) bits -= 1n;
        tree.setValue(0, wordsOf(at), 128 - Number(bits), value);
        at += 1n << bits;
      }
    },
    finish() {
      const recordBits = tree.recordBits(values.bytes());
      const tail = Buffer.concat([
        METADATA_MARKER,
        encodeMetadata({ ...options, nodeCount: tree.nodeCount(), recordBits }),
      ]);
      return { head: tree.encode(recordBits), tail };
    },
  };
}

/** Where readers also look for IPv4: IPv4-mapped (RFC 4291), 6to4 (RFC 3056), Teredo (RFC 4380). */
const ALIASES: readonly (readonly [address: Uint32Array, length: number])[] = [
  [Uint32Array.of(0, 0, 0xffff, 0), 96],
  [Uint32Array.of(0x2002_0000, 0, 0, 0), 16],
  [Uint32Array.of(0x2001_0000, 0, 0, 0), 32],
];

type Tree = {
  /** The node at a prefix; made where there is none. */
  readonly nodeAt: (address: Uint32Array, length: number) => number;
  readonly setNode: (address: Uint32Array, length: number, node: number) => void;
  /** `root`: where the address's first bit is decided. */
  readonly setValue: (root: number, address: Uint32Array, length: number, value: number) => void;
  readonly nodeCount: () => number;
  readonly recordBits: (valueBytes: number) => RecordBits;
  readonly encode: (recordBits: RecordBits) => Generator<Uint8Array>;
};

type RecordBits = 24 | 28 | 32;

/** A record in memory: 0 for nothing (the root is nobody's child), a node's number, or this bit and a value's place. */
const VALUE = 0x8000_0000;

function createTree(): Tree {
  let records = new Uint32Array(1 << 12);
  let nodeCount = 1;

  function addNode(): number {
    if (nodeCount >= VALUE) throw new RangeError('more nodes than the tree can number');
    if (2 * nodeCount + 2 > records.length) {
      const larger = new Uint32Array(records.length * 2);
      larger.set(records);
      records = larger;
    }
    nodeCount += 1;
    return nodeCount - 1;
  }

  /** The record that decides bit `depth`; makes the nodes on the way. */
  function placeOf(root: number, address: Uint32Array, length: number): number {
    let node = root;
    for (let depth = 0; ; depth += 1) {
      const place = 2 * node + (((address[depth >>> 5] ?? 0) >>> (31 - (depth & 31))) & 1);
      if (depth === length - 1) return place;
      const found = records[place] ?? 0;
      if (found >= VALUE) throw new RangeError('the ranges overlap');
      if (found !== 0) {
        node = found;
        continue;
      }
      node = addNode();
      records[place] = node;
    }
  }

  function setRecord(place: number, record: number): void {
    if (records[place] !== 0) throw new RangeError('the ranges overlap');
    records[place] = record;
  }

  return {
    nodeAt(address, length) {
      const place = placeOf(0, address, length);
      if (records[place] === 0) records[place] = addNode();
      return records[place] ?? 0;
    },
    setNode: (address, length, node) => setRecord(placeOf(0, address, length), node),
    setValue(root, address, length, value) {
      if (length > 0) {
        setRecord(placeOf(root, address, length), (VALUE | value) >>> 0);
        return;
      }
      // The whole space: both halves.
      setRecord(2 * root, (VALUE | value) >>> 0);
      setRecord(2 * root + 1, (VALUE | value) >>> 0);
    },
    nodeCount: () => nodeCount,
    recordBits(valueBytes) {
      const end = nodeCount + SEPARATOR_BYTES + valueBytes;
      if (end >= 2 ** 32) throw new RangeError('more than this format can point at');
      if (end < 2 ** 24) return 24;
      return end < 2 ** 28 ? 28 : 32;
    },
    *encode(recordBits) {
      const nodeBytes = recordBits / 4;
      for (let from = 0; from < nodeCount; from += NODES_AT_ONCE) {
        const count = Math.min(NODES_AT_ONCE, nodeCount - from);
        const bytes = Buffer.alloc(count * nodeBytes);
        for (let node = 0; node < count; node += 1) {
          const left = written(records[2 * (from + node)] ?? 0, nodeCount);
          const right = written(records[2 * (from + node) + 1] ?? 0, nodeCount);
          writeNode(bytes, node * nodeBytes, left, right, recordBits);
        }
        yield bytes;
      }
      yield Buffer.alloc(SEPARATOR_BYTES);
    },
  };
}

const NODES_AT_ONCE = 1 << 15;

function written(record: number, nodeCount: number): number {
  if (record === 0) return nodeCount;
  return record < VALUE ? record : nodeCount + SEPARATOR_BYTES + (record - VALUE);
}

function writeNode(bytes: Buffer, at: number, left: number, right: number, recordBits: RecordBits): void {
  if (recordBits === 32) {
    bytes.writeUInt32BE(left, at);
    bytes.writeUInt32BE(right, at + 4);
    return;
  }
  bytes.writeUIntBE(left & 0xff_ffff, at, 3);
  if (recordBits === 28) bytes[at + 3] = ((left >>> 24) << 4) | (right >>> 24);
  bytes.writeUIntBE(right & 0xff_ffff, at + (recordBits === 28 ? 4 : 3), 3);
}

/** Numbers of the format's types. */
const TYPES = {
  pointer: 1,
  text: 2,
  double: 3,
  uint16: 5,
  uint32: 6,
  map: 7,
  uint64: 9,
  array: 11,
  boolean: 14,
} as const;
const LARGEST_VALUES = VALUE;

/** A pointer costs two bytes and more: shorter texts are written again. */
const LEAST_POINTED = 3;
/** Texts that are remembered to be pointed at: beyond these the file grows, not the memory. */
const MOST_REMEMBERED = 1 << 20;

function createValues(keep: (bytes: Uint8Array) => void): { add: (value: MmdbValue) => number; bytes: () => number } {
  const places = new Map<string, number>();
  let kept = 0;
  let scratch = Buffer.alloc(1 << 12);
  let used = 0;

  function reserve(bytes: number): void {
    if (used + bytes <= scratch.length) return;
    const larger = Buffer.alloc(Math.max(scratch.length * 2, used + bytes));
    scratch.copy(larger, 0, 0, used);
    scratch = larger;
  }

  function put(bytes: Uint8Array): void {
    reserve(bytes.length);
    scratch.set(bytes, used);
    used += bytes.length;
  }

  function putText(text: string): void {
    const known = places.get(text);
    if (known !== undefined) {
      put(pointerTo(known));
      return;
    }
    const bytes = Buffer.from(text);
    if (bytes.length >= LEAST_POINTED && places.size < MOST_REMEMBERED) places.set(text, kept + used);
    put(control(TYPES.text, bytes.length));
    put(bytes);
  }

  function putValue(value: MmdbValue): void {
    if (typeof value === 'string') putText(value);
    else if (typeof value === 'number') put(encodeNumber(value));
    else if (typeof value === 'boolean') put(control(TYPES.boolean, value ? 1 : 0));
    else if (isList(value)) {
      put(control(TYPES.array, value.length));
      for (const item of value) putValue(item);
    } else {
      const fields = Object.entries(value);
      put(control(TYPES.map, fields.length));
      for (const [name, field] of fields) {
        putText(name);
        putValue(field);
      }
    }
  }

  return {
    bytes: () => kept,
    add(value) {
      const place = kept;
      used = 0;
      putValue(value);
      kept += used;
      if (kept >= LARGEST_VALUES) throw new RangeError('more values than the tree can point at');
      keep(Buffer.from(scratch.subarray(0, used)));
      return place;
    },
  };
}

function isList(value: MmdbValue): value is readonly MmdbValue[] {
  return Array.isArray(value);
}

/** Whole numbers as uint32, all others as doubles. */
function encodeNumber(value: number): Uint8Array {
  if (Number.isInteger(value) && value >= 0 && value < 2 ** 32) return encodeWhole(TYPES.uint32, value);
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return Buffer.concat([control(TYPES.double, bytes.length), bytes]);
}

/** Without leading zero bytes, as the format has it. */
function encodeWhole(type: number, value: number): Uint8Array {
  const hex = value === 0 ? '' : value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([control(type, bytes.length), bytes]);
}

/** The bytes that say of which type a field is, and how long. */
function control(type: number, size: number): Uint8Array {
  const [short, more] = sizeParts(size);
  return type <= 7 ? Uint8Array.of((type << 5) | short, ...more) : Uint8Array.of(short, type - 7, ...more);
}

function sizeParts(size: number): readonly [short: number, more: readonly number[]] {
  if (size < 29) return [size, []];
  if (size < 285) return [29, [size - 29]];
  const beyond = size - 285;
  if (size < 65_821) return [30, [beyond >>> 8, beyond & 255]];
  const far = size - 65_821;
  if (far >= 2 ** 24) throw new RangeError('longer than a field of this format');
  return [31, [far >>> 16, (far >>> 8) & 255, far & 255]];
}

function pointerTo(place: number): Uint8Array {
  const type = TYPES.pointer << 5;
  if (place < 2048) return Uint8Array.of(type | (place >>> 8), place & 255);
  if (place < 526_336) {
    const rest = place - 2048;
    return Uint8Array.of(type | (1 << 3) | (rest >>> 16), (rest >>> 8) & 255, rest & 255);
  }
  if (place < 134_744_064) {
    const rest = place - 526_336;
    return Uint8Array.of(type | (2 << 3) | (rest >>> 24), (rest >>> 16) & 255, (rest >>> 8) & 255, rest & 255);
  }
  return Uint8Array.of(type | (3 << 3), place >>> 24, (place >>> 16) & 255, (place >>> 8) & 255, place & 255);
}

type Metadata = Pick<MmdbOptions, 'ipVersion' | 'databaseType' | 'description' | 'builtAt'> & {
  readonly nodeCount: number;
  readonly recordBits: RecordBits;
};

function encodeMetadata(metadata: Metadata): Uint8Array {
  const fields: readonly (readonly [string, Uint8Array])[] = [
    ['binary_format_major_version', encodeWhole(TYPES.uint16, 2)],
    ['binary_format_minor_version', encodeWhole(TYPES.uint16, 0)],
    ['build_epoch', encodeWhole(TYPES.uint64, Math.floor(metadata.builtAt.getTime() / 1000))],
    ['database_type', encodeText(metadata.databaseType)],
    ['description', Buffer.concat([control(TYPES.map, 1), encodeText('en'), encodeText(metadata.description)])],
    ['ip_version', encodeWhole(TYPES.uint16, metadata.ipVersion)],
    ['languages', Buffer.concat([control(TYPES.array, 1), encodeText('en')])],
    ['node_count', encodeWhole(TYPES.uint32, metadata.nodeCount)],
    ['record_size', encodeWhole(TYPES.uint16, metadata.recordBits)],
  ];
  return Buffer.concat([
    control(TYPES.map, fields.length),
    ...fields.flatMap(([name, value]) => [encodeText(name), value]),
  ]);
}

function encodeText(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  return Buffer.concat([control(TYPES.text, bytes.length), bytes]);
}

function wordsOf(address: bigint): Uint32Array {
  return Uint32Array.from([96n, 64n, 32n, 0n], (shift) => Number((address >> shift) & 0xffff_ffffn));
}

function trailingZeros(address: bigint): number {
  for (let word = 3; word >= 0; word -= 1) {
    const bits = Number((address >> BigInt(32 * (3 - word))) & 0xffff_ffffn);
    if (bits !== 0) return 32 * (3 - word) + 31 - Math.clz32(bits & -bits);
  }
  return 128;
}
