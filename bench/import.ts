/**
 * Times the import of registry data on generated RPSL: the bare scan beside node:readline, the import of a .gz before
 * and with the reading of names beside `gzip -dc`. Prints one line of JSON.
 * Usage: node import.js SCRATCH [--large]; --large imports five million objects instead and prints the peak of memory.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  createReadStream,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { GRAMMARS, scanNames } from '../src/build-whitelist/import/grammars.ts';
import { importFiles } from '../src/build-whitelist/import/import-files.ts';
import { readChunks } from '../src/build-whitelist/import/read-chunks.ts';
import { createObjectScanner } from '../src/build-whitelist/import/scan-objects.ts';
import { type NetworkReading, OPAQUE_READING } from '../src/build-whitelist/read/network-reading.ts';
import { registryText } from './registry-text.ts';

const ROUNDS = 3;
const FILE_BYTES = 200e6;
const LARGE_OBJECTS = 5_000_000;

const [scratch = '.', ...flags] = process.argv.slice(2);
const folder = join(scratch, 'import');
mkdirSync(folder, { recursive: true });

async function measureSpeed(): Promise<Record<string, number>> {
  const plain = join(folder, 'ripe.db');
  generate(plain, (bytes) => bytes >= FILE_BYTES);
  const packed = `${plain}.gz`;
  if (!existsSync(packed)) spawnSync('gzip', ['-kf', plain]);
  const { size } = statSync(plain);
  const runs: Record<string, number>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const rate = async (work: () => Promise<unknown> | void): Promise<number> => {
      const started = performance.now();
      await work();
      return size / 1000 / (performance.now() - started);
    };
    runs.push({
      readline: await rate(() => readWithReadline(plain)),
      scan: await rate(() => scan(plain)),
      gzip: await rate(() => void spawnSync('gzip', ['-dc', packed], { stdio: ['ignore', 'ignore', 'ignore'] })),
      scanPacked: await rate(() => scan(packed)),
      importBefore: await rate(() => importAll(packed, READ_NOTHING)),
      importFull: await rate(() => importAll(packed)),
    });
  }
  const names = Object.keys(runs[0] ?? {});
  return {
    ...Object.fromEntries(names.map((name) => [`${name}MbPerSecond`, median(runs.map((run) => run[name] ?? 0))])),
    bytes: size,
  };
}

async function measureLarge(): Promise<Record<string, number>> {
  const plain = join(folder, 'large.db');
  generate(plain, (_bytes, objects) => objects >= LARGE_OBJECTS);
  const started = performance.now();
  await importAll(plain);
  return {
    objects: LARGE_OBJECTS,
    seconds: (performance.now() - started) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
}

/** Networks and organisations in the order of a database; written once and kept. */
function generate(path: string, isEnough: (bytes: number, objects: number) => boolean): void {
  if (existsSync(path)) return;
  const unfinished = `${path}.unfinished`;
  const file = openSync(unfinished, 'w');
  let bytes = 0;
  let objects = 0;
  for (const text of registryText()) {
    bytes += writeSync(file, text.text);
    objects += text.objects;
    if (isEnough(bytes, objects)) break;
  }
  closeSync(file);
  renameSync(unfinished, path);
  rmSync(`${path}.gz`, { force: true });
}

function readWithReadline(path: string): Promise<void> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: createReadStream(path) });
    lines.on('line', () => {});
    lines.on('close', resolve);
  });
}

async function scan(path: string): Promise<number> {
  let parts = 0;
  const scanner = createObjectScanner(scanNames(GRAMMARS.ripe), ({ count }) => {
    parts += count;
  });
  await readChunks(path, (chunk) => scanner.push(chunk));
  scanner.end();
  return parts;
}

const READ_NOTHING = (): NetworkReading => OPAQUE_READING;

async function importAll(path: string, read?: () => NetworkReading): Promise<void> {
  const outcome = await importFiles({
    format: 'ripe',
    files: [path],
    folder: join(folder, 'data'),
    termsAccepted: { by: 'operator', on: '2026-01-01' },
    now: new Date(0),
    onProgress: () => {},
    acceptShrink: true,
    ...(read ? { read } : {}),
  });
  if (!outcome.ok) throw new Error(outcome.fault.code);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

console.log(JSON.stringify(flags.includes('--large') ? await measureLarge() : await measureSpeed()));
