/**
 * Times lookups in the whitelist of a data folder beside `maxmind`'s reader on a file with the same ranges.
 * Prints one line of JSON. Arguments: data folder.
 */
import { type AsnResponse, Reader } from 'maxmind';
import { readFileSync } from 'node:fs';
import { decodeRangeFile } from '../src/whitelist/range-file.ts';
import { type ListedRange4, listedRanges } from '../src/whitelist/listed-ranges.ts';
import { createMmdbWriter } from '../src/whitelist/mmdb-writer.ts';
import { openWhitelist } from '../src/whitelist/open-whitelist.ts';
import { currentVersion, whitelistFiles } from '../src/whitelist/whitelist-versions.ts';
import { VisitorAddress } from '../src/visitor/visitor-address.ts';
import { dotted, randomNumbers } from './addresses.ts';

const LOOKUPS = 500_000;
const ROUNDS = 7;
const DISTINCT_ZIPF = 100_000;

const [folder = ''] = process.argv.slice(2);
const opening = performance.now();
const whitelist = openWhitelist(folder);
const openedMs = performance.now() - opening;

const ranges = rangesOf(folder);
const file = mmdbFile(ranges);
const reader = new Reader<AsnResponse>(file);

const random = randomNumbers(1);
const randomNumeric = Uint32Array.from({ length: LOOKUPS }, () => Math.floor(random() * 2 ** 32));
const population = Uint32Array.from({ length: DISTINCT_ZIPF }, () => Math.floor(random() * 2 ** 32));
// Rank r with a chance proportional to 1/r: the inverse of the harmonic sum.
const zipfNumeric = Uint32Array.from(
  { length: LOOKUPS },
  () => population[Math.floor(DISTINCT_ZIPF ** random()) - 1] ?? 0,
);
const randomText = Array.from(randomNumeric, dotted);
const zipfText = Array.from(zipfNumeric, dotted);

for (const address of randomNumeric.subarray(0, 50_000)) {
  const ours = whitelist.find4(address);
  if (ours >= 0 !== (reader.get(dotted(address)) !== null))
    throw new Error('the two files do not hold the same ranges');
}

const figures = {
  ranges: ranges.length,
  openedMs,
  numberRandom: nanoseconds(() => sumOver(randomNumeric, whitelist.find4)),
  numberZipf: nanoseconds(() => sumOver(zipfNumeric, whitelist.find4)),
  textRandom: nanoseconds(() => sumOver(randomText, ours)),
  textZipf: nanoseconds(() => sumOver(zipfText, ours)),
  maxmindRandom: nanoseconds(() => sumOver(randomText, theirs)),
  maxmindZipf: nanoseconds(() => sumOver(zipfText, theirs)),
};
process.stdout.write(`${JSON.stringify(figures)}\n`);

/** From the text of an address to the record, as a hit goes: born, asked, forgotten. */
function ours(text: string): number {
  return VisitorAddress.lend(text, (address) => address.recordIn(whitelist)) ?? 0;
}

function theirs(text: string): number {
  return reader.get(text)?.autonomous_system_number ?? -1;
}

function sumOver<Key>(keys: ArrayLike<Key>, find: (key: Key) => number): number {
  let sum = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    if (key !== undefined) sum += find(key);
  }
  return sum;
}

let sink = 0;

/** Median of the rounds, for one lookup; the first round warms up. */
function nanoseconds(run: () => number): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    sink += run();
    return ((performance.now() - started) * 1e6) / LOOKUPS;
  });
  return times.slice(1).sort((a, b) => a - b)[(ROUNDS - 1) >> 1] ?? Number.NaN;
}
if (Number.isNaN(sink)) throw new Error('nothing was looked up');

/** The listed ranges, as the whitelist's own file has them after flattening. */
function rangesOf(path: string): ListedRange4[] {
  const bytes = readFileSync(whitelistFiles(path, currentVersion(path) ?? '').ranges);
  const { four, six } = decodeRangeFile(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return [...listedRanges(four, six).four()];
}

/** The same ranges for the other reader; records under the name that its types know for a number. */
function mmdbFile(listed: readonly ListedRange4[]): Buffer {
  const values: Uint8Array[] = [];
  const places = new Map<number, number>();
  const writer = createMmdbWriter({
    ipVersion: 4,
    databaseType: 'Bench',
    description: 'The ranges of the whitelist',
    builtAt: new Date(0),
    keepValues: (bytes) => values.push(bytes),
  });
  for (const { first, last, record } of listed) {
    const place = places.get(record) ?? writer.addValue({ autonomous_system_number: record });
    places.set(record, place);
    writer.addRange4(first, last, place);
  }
  const { head, tail } = writer.finish();
  return Buffer.concat([...head, ...values, tail]);
}
