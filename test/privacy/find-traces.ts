import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { integersOf, type Trace, tracesOf } from './address-traces.ts';

/** A place that holds a trace of a canary. The canary itself is named by its number alone. */
export type Finding = { readonly place: string; readonly form: string; readonly canary: number };

/** One value of a table, read through SQL: column compression hides plain bytes. */
export type TableValue = { readonly place: string; readonly value: unknown };

type IndexedTrace = { readonly bytes: Buffer; readonly form: string; readonly canary: number };

/** Looks for many addresses in one pass over the bytes: traces are found by their first four bytes. */
export type TraceFinder = {
  inBytes(place: string, bytes: Buffer): Finding[];
  inValues(values: Iterable<TableValue>): Finding[];
};

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);
/** Bits of the table that answers "does any trace start so?" for the hash of four bytes. */
const FILTER_BITS = 20;

export function createTraceFinder(addresses: readonly string[]): TraceFinder {
  const integers = new Map<bigint, number>();
  for (const [canary, address] of addresses.entries()) {
    for (const integer of integersOf(address)) integers.set(integer, canary);
  }
  return finderOf(addresses.map(tracesOf), integers);
}

/** Looks for traces that are at hand: those of the first canary, of the second … */
export function finderOf(
  tracesOfEach: readonly (readonly Trace[])[],
  integers: ReadonlyMap<bigint, number> = new Map(),
): TraceFinder {
  const byStart = new Map<number, IndexedTrace[]>();
  const filter = new Uint8Array(1 << FILTER_BITS);
  for (const [canary, traces] of tracesOfEach.entries()) {
    for (const trace of traces) {
      const start = trace.bytes.readUInt32LE(0);
      const known = byStart.get(start);
      if (known) known.push({ ...trace, canary });
      else byStart.set(start, [{ ...trace, canary }]);
      filter[slotOf(start)] = 1;
    }
  }

  function inBytes(place: string, bytes: Buffer): Finding[] {
    const found: Finding[] = [];
    let start = 0;
    for (let at = 0; at < bytes.length; at++) {
      start = ((start >>> 8) | ((bytes[at] ?? 0) << 24)) >>> 0;
      if (at < 3 || filter[slotOf(start)] !== 1) continue;
      for (const trace of byStart.get(start) ?? []) {
        if (bytes.subarray(at - 3, at - 3 + trace.bytes.length).equals(trace.bytes)) {
          found.push({ place, form: trace.form, canary: trace.canary });
        }
      }
    }
    for (const [number, inner] of gzipStreamsIn(bytes).entries())
      found.push(...inBytes(`${place} (gzip ${number})`, inner));
    return found;
  }

  return {
    inBytes,
    inValues(values) {
      const found: Finding[] = [];
      for (const { place, value } of values) {
        if (value === null || value === undefined) continue;
        if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value))) {
          const canary = integers.get(BigInt(value));
          if (canary !== undefined) found.push({ place, form: 'integer value', canary });
        }
        const bytes = value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(String(value));
        found.push(...inBytes(place, bytes));
      }
      return found;
    },
  };
}

/** All files below a folder, with their bytes. Sockets and the like hold none. */
export function* filesBelow(folder: string): Generator<{ readonly place: string; readonly bytes: Buffer }> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    yield { place: path.slice(folder.length + 1), bytes: readFileSync(path) };
  }
}

function slotOf(start: number): number {
  return Math.imul(start, 0x9e37_79b1) >>> (32 - FILTER_BITS);
}

function gzipStreamsIn(bytes: Buffer): Buffer[] {
  const streams: Buffer[] = [];
  for (let at = bytes.indexOf(GZIP_MAGIC); at >= 0; at = bytes.indexOf(GZIP_MAGIC, at + 1)) {
    try {
      streams.push(gunzipSync(bytes.subarray(at), { maxOutputLength: 64 * 1024 * 1024 }));
    } catch {
      // Three bytes that look like gzip and are not.
    }
  }
  return streams;
}
