/**
 * Ten million invented IPv4 ranges and three million of IPv6 that nest as a registry's do: flattened, written, loaded,
 * and asked beside `maxmind`'s reader on a file with a part of them. Prints one line of JSON. Argument: a folder of
 * its own.
 */
import { type AsnResponse, Reader } from 'maxmind';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { VisitorAddress } from '../src/visitor/visitor-address.ts';
import { flattenRanges4, flattenRanges6 } from '../src/whitelist/flatten-ranges.ts';
import { listedRanges } from '../src/whitelist/listed-ranges.ts';
import { createMmdbWriter } from '../src/whitelist/mmdb-writer.ts';
import { precedenceOf } from '../src/whitelist/precedence.ts';
import { decodeRangeFile, writeRangeFile } from '../src/whitelist/range-file.ts';
import { indexSegments4, segmentAt4 } from '../src/whitelist/range-index-4.ts';
import { indexSegments6, valueAt6 } from '../src/whitelist/range-index-6.ts';
import { createSealedFile } from '../src/whitelist/sealed-file.ts';
import { dotted, randomNumbers } from './addresses.ts';

const RANGES_4 = 10_000_000;
const RANGES_6 = 3_000_000;
const RECORDS = 5_000_000;
/** The other reader's file takes minutes for all of them; with fewer its tree is smaller and its lookups are faster. */
const THEIR_RANGES = 500_000;
const LOOKUPS = 500_000;
const ROUNDS = 5;
const DISTINCT_ZIPF = 100_000;
/** Prefixes as often as registries have them. */
const LENGTHS_4 = [29, 29, 29, 30, 30, 28, 28, 27, 26, 25, 24, 24, 23, 22, 20, 18, 16];
const LENGTHS_6 = [64, 56, 56, 48, 48, 48, 48, 40, 32];

const [folder = ''] = process.argv.slice(2);
const random = randomNumbers(1);
const upTo = (limit: number): number => Math.floor(random() * limit);

const four = inventRanges4();
const six = inventRanges6();
const flattening4 = performance.now();
const index4 = indexSegments4(flattenRanges4(four));
const flattened4Ms = performance.now() - flattening4;
const flattening6 = performance.now();
const index6 = indexSegments6(flattenRanges6(six));
const flattened6Ms = performance.now() - flattening6;
// What sorting the starts alone takes, with the engine's own sort.
const sorting = performance.now();
Float64Array.from(four.firsts).sort();
const sortMs = performance.now() - sorting;

const path = join(folder, 'bench.ranges');
mkdirSync(folder, { recursive: true });
const writing = performance.now();
const file = createSealedFile(path);
writeRangeFile(file, { four: index4, six: index6 });
const { bytes } = file.seal();
file.moveTo(path);
const writtenMs = performance.now() - writing;
readFileSync(path);
const readMs = medianMs(() => readFileSync(path));
let loaded = { four: index4, six: index6 };
const loadMs = medianMs(() => {
  const read = readFileSync(path);
  loaded = decodeRangeFile(read.buffer);
});
rmSync(path);

const bytesOfIndex4 = sumBytes(loaded.four);
const bytesOfIndex6 = sumBytes(loaded.six);
const whitelist = {
  find4: (address: number): number => (loaded.four.values[segmentAt4(loaded.four, address)] ?? 0) - 1,
  find6: (address: Uint8Array): number => valueAt6(loaded.six, address) - 1,
};

const numbers4 = {
  random: Uint32Array.from({ length: LOOKUPS }, () => upTo(2 ** 32)),
  zipf: zipfOf(Uint32Array.from({ length: DISTINCT_ZIPF }, () => upTo(2 ** 32))),
};
const words6 = (): Uint8Array => {
  const range = upTo(RANGES_6);
  const address = new Uint8Array(16);
  const view = new DataView(address.buffer);
  for (let word = 0; word < 4; word += 1) view.setUint32(word * 4, six.firsts[range * 4 + word] ?? 0);
  view.setUint32(12, upTo(2 ** 32));
  return address;
};
const population6 = Array.from({ length: DISTINCT_ZIPF }, words6);
const numbers6 = {
  random: Array.from({ length: LOOKUPS }, words6),
  zipf: Array.from({ length: LOOKUPS }, () => population6[rank()] ?? new Uint8Array(16)),
};

const part = {
  four: indexSegments4(flattenRanges4(partOf(four, THEIR_RANGES, 1))),
  six: indexSegments6(flattenRanges6(partOf(six, THEIR_RANGES, 4))),
};
const mmdb4 = new Reader<AsnResponse>(mmdbFile(4));
const mmdb6 = new Reader<AsnResponse>(mmdbFile(6));
const theirs = (reader: Reader<AsnResponse>) => (text: string) => reader.get(text)?.autonomous_system_number ?? -1;
const ours = (text: string): number => VisitorAddress.lend(text, (address) => address.recordIn(whitelist)) ?? 0;
const starts4 = flattenRanges4(four).starts;

const text4 = { random: Array.from(numbers4.random, dotted), zipf: Array.from(numbers4.zipf, dotted) };
const text6 = { random: numbers6.random.map(colons), zipf: numbers6.zipf.map(colons) };
for (const address of numbers4.random.subarray(0, 20_000)) {
  mustAgree((part.four.values[segmentAt4(part.four, address)] ?? 0) - 1, theirs(mmdb4)(dotted(address)));
}
for (const address of numbers6.random.slice(0, 20_000)) {
  mustAgree(valueAt6(part.six, address) - 1, theirs(mmdb6)(colons(address)));
}

process.stdout.write(
  `${JSON.stringify({
    ranges4: RANGES_4,
    ranges6: RANGES_6,
    theirRanges: THEIR_RANGES,
    segments4: index4.values.length,
    flattened4Ms,
    flattened6Ms,
    sortMs,
    writtenMs,
    fileBytes: bytes,
    readMs,
    loadMs,
    bytesARange4: bytesOfIndex4 / RANGES_4,
    bytesARange6: bytesOfIndex6 / RANGES_6,
    peakMb: process.resourceUsage().maxRSS / 1024,
    number4: pairs((kind) => [
      nanoseconds(numbers4[kind], whitelist.find4),
      nanoseconds(numbers4[kind], (address) => bisect(starts4, address)),
    ]),
    text4: pairs((kind) => [nanoseconds(text4[kind], ours), nanoseconds(text4[kind], theirs(mmdb4))]),
    number6: pairs((kind) => [nanoseconds(numbers6[kind], whitelist.find6), null]),
    text6: pairs((kind) => [nanoseconds(text6[kind], ours), nanoseconds(text6[kind], theirs(mmdb6))]),
  })}\n`,
);

type Ranges = { firsts: Uint32Array; lasts: Uint32Array; values: Uint32Array; precedences: Uint32Array };

function columns(count: number, words: number): Ranges {
  return {
    firsts: new Uint32Array(count * words),
    lasts: new Uint32Array(count * words),
    values: Uint32Array.from({ length: count }, () => 1 + upTo(RECORDS)),
    precedences: Uint32Array.from({ length: count }, () => precedenceOf(upTo(5) === 0, 2, 10_000 + upTo(10_000))),
  };
}

function inventRanges4(): Ranges {
  const ranges = columns(RANGES_4, 1);
  for (let range = 0; range < RANGES_4; range += 1) {
    const size = 2 ** (32 - (LENGTHS_4[upTo(LENGTHS_4.length)] ?? 32));
    const first = Math.floor((random() * 2 ** 32) / size) * size;
    ranges.firsts[range] = first;
    ranges.lasts[range] = first + size - 1;
  }
  return ranges;
}

function inventRanges6(): Ranges {
  const ranges = columns(RANGES_6, 4);
  for (let range = 0; range < RANGES_6; range += 1) {
    const at = range * 4;
    const size = 2 ** (64 - (LENGTHS_6[upTo(LENGTHS_6.length)] ?? 64));
    // 65,536 providers with a /32 each, 2a00::/16 as public addresses have it.
    ranges.firsts[at] = 0x2a00_0000 + upTo(65_536);
    ranges.firsts[at + 1] = Math.floor((random() * 2 ** 32) / size) * size;
    ranges.lasts.set([ranges.firsts[at] ?? 0, (ranges.firsts[at + 1] ?? 0) + size - 1, 0xffff_ffff, 0xffff_ffff], at);
  }
  return ranges;
}

function partOf({ firsts, lasts, values, precedences }: Ranges, count: number, words: number): Ranges {
  return {
    firsts: firsts.slice(0, count * words),
    lasts: lasts.slice(0, count * words),
    values: values.slice(0, count),
    precedences: precedences.slice(0, count),
  };
}

/** Ranges for the other reader; records under the name that its types know for a number. */
function mmdbFile(family: 4 | 6): Buffer {
  const values: Uint8Array[] = [];
  const places = new Map<number, number>();
  const writer = createMmdbWriter({
    ipVersion: family,
    databaseType: 'Bench',
    description: 'Invented ranges',
    builtAt: new Date(0),
    keepValues: (part) => values.push(part),
  });
  const placeOf = (record: number): number => {
    const place = places.get(record) ?? writer.addValue({ autonomous_system_number: record });
    places.set(record, place);
    return place;
  };
  const listed = listedRanges(part.four, part.six);
  if (family === 4) for (const { first, last, record } of listed.four()) writer.addRange4(first, last, placeOf(record));
  else for (const { first, last, record } of listed.six()) writer.addRange6(first, last, placeOf(record));
  const { head, tail } = writer.finish();
  return Buffer.concat([...head, ...values, tail]);
}

function mustAgree(one: number, other: number): void {
  // Special-purpose addresses are cut out of the other file; ours is asked below that rule here.
  if (other >= 0 && one !== other) throw new Error('the two files do not hold the same ranges');
}

function pairs<Answer>(of: (kind: 'random' | 'zipf') => Answer): { random: Answer; zipf: Answer } {
  return { random: of('random'), zipf: of('zipf') };
}

/** The plain way: bisection over all starts. */
function bisect(starts: Uint32Array, address: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= address) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Median of the rounds, for one lookup; the first round warms up. */
function nanoseconds<Key>(keys: ArrayLike<Key>, find: (key: Key) => number): number {
  let sink = 0;
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index];
      if (key !== undefined) sink += find(key);
    }
    return ((performance.now() - started) * 1e6) / keys.length;
  });
  if (Number.isNaN(sink)) throw new Error('nothing was looked up');
  return times.slice(1).toSorted((one, other) => one - other)[(ROUNDS - 1) >> 1] ?? Number.NaN;
}

function medianMs(run: () => void): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return times.toSorted((one, other) => one - other)[ROUNDS >> 1] ?? Number.NaN;
}

/** Rank r with a chance proportional to 1/r: the inverse of the harmonic sum. */
function rank(): number {
  return Math.floor(DISTINCT_ZIPF ** random()) - 1;
}

function zipfOf(population: Uint32Array): Uint32Array {
  return Uint32Array.from({ length: LOOKUPS }, () => population[rank()] ?? 0);
}

function sumBytes(index: Readonly<Record<string, Uint16Array | Uint32Array>>): number {
  return Object.values(index).reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function colons(address: Uint8Array): string {
  const view = new DataView(address.buffer, address.byteOffset);
  return Array.from({ length: 8 }, (_, word) => view.getUint16(word * 2).toString(16)).join(':');
}
