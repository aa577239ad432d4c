/** Writes IPv4 ranges as a MaxMind DB file (format 2.0), so that its reader can be timed on the same data as ours. */

export type Range4 = { readonly first: number; readonly last: number; readonly value: number };

const MARKER = Buffer.from('abcdef4d61784d696e642e636f6d', 'hex');
const SEPARATOR_BYTES = 16;
const NOTHING = -1;

/** Ranges must not overlap; `value` is a whole number, answered under the name that the reader's types know for a number. */
export function mmdbFile(ranges: readonly Range4[]): Buffer {
  const tree = new Tree();
  const offsets = new Map<number, number>();
  const entries: Buffer[] = [];
  let dataBytes = 0;
  for (const { first, last, value } of ranges) {
    let offset = offsets.get(value);
    if (offset === undefined) {
      const entry = map([['autonomous_system_number', unsigned(6, value, 4)]]);
      offset = dataBytes;
      offsets.set(value, offset);
      entries.push(entry);
      dataBytes += entry.length;
    }
    tree.addRange(first, last, offset);
  }
  const metadata = map([
    ['binary_format_major_version', unsigned(5, 2, 2)],
    ['binary_format_minor_version', unsigned(5, 0, 2)],
    ['build_epoch', Buffer.concat([Buffer.from([8, 2]), Buffer.alloc(8)])],
    ['database_type', text('Bench')],
    ['description', map([])],
    ['ip_version', unsigned(5, 4, 2)],
    ['languages', Buffer.from([0, 4])],
    ['node_count', unsigned(6, tree.nodes, 4)],
    ['record_size', unsigned(5, 32, 2)],
  ]);
  return Buffer.concat([tree.bytes(), Buffer.alloc(SEPARATOR_BYTES), ...entries, MARKER, metadata]);
}

/** A binary tree of address bits; grows by doubling. */
class Tree {
  #records = new Int32Array(1 << 16);
  nodes = 0;

  constructor() {
    this.#add();
  }

  #add(): number {
    if (2 * this.nodes + 2 > this.#records.length) {
      const larger = new Int32Array(2 * this.#records.length);
      larger.set(this.#records);
      this.#records = larger;
    }
    this.#records.fill(NOTHING, 2 * this.nodes, 2 * this.nodes + 2);
    this.nodes += 1;
    return this.nodes - 1;
  }

  /** Splits the range into prefixes: the longest aligned block each time. Data is kept as -2 - offset. */
  addRange(first: number, last: number, offset: number): void {
    let at = first;
    while (at <= last) {
      let bits = 0;
      while (bits < 32 && at % 2 ** (bits + 1) === 0 && at + 2 ** (bits + 1) - 1 <= last) bits += 1;
      this.#addPrefix(at, 32 - bits, -2 - offset);
      at += 2 ** bits;
    }
  }

  #addPrefix(address: number, length: number, leaf: number): void {
    let node = 0;
    for (let depth = 0; depth < length; depth += 1) {
      const place = 2 * node + ((address >>> (31 - depth)) & 1);
      if (depth === length - 1) {
        this.#records[place] = leaf;
        return;
      }
      let child = this.#records[place] ?? NOTHING;
      if (child < 0) {
        child = this.#add();
        this.#records[place] = child;
      }
      node = child;
    }
  }

  bytes(): Buffer {
    const bytes = Buffer.alloc(8 * this.nodes);
    for (let place = 0; place < 2 * this.nodes; place += 1) {
      const record = this.#records[place] ?? NOTHING;
      const written =
        record >= 0 ? record : record === NOTHING ? this.nodes : this.nodes + SEPARATOR_BYTES + (-2 - record);
      bytes.writeUInt32BE(written, 4 * place);
    }
    return bytes;
  }
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  if (bytes.length >= 29) throw new RangeError('a text of this writer is shorter than 29 bytes');
  return Buffer.concat([Buffer.from([(2 << 5) | bytes.length]), bytes]);
}

function unsigned(type: number, value: number, size: number): Buffer {
  const bytes = Buffer.alloc(1 + size);
  bytes[0] = (type << 5) | size;
  bytes.writeUIntBE(value, 1, size);
  return bytes;
}

function map(fields: readonly (readonly [string, Buffer])[]): Buffer {
  return Buffer.concat([
    Buffer.from([(7 << 5) | fields.length]),
    ...fields.flatMap(([name, value]) => [text(name), value]),
  ]);
}
