import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { followLog, type FollowOptions } from './follow-log.ts';
import type { LogPlace } from './plan-reading.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-follow-'));
  path = join(folder, 'access.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

type Follower = {
  readonly lines: string[];
  place(): LogPlace | null;
  has(count: number): Promise<void>;
  stop(): Promise<void>;
};

function follow(options: Partial<FollowOptions> = {}): Follower {
  const stop = new AbortController();
  const lines: string[] = [];
  let place: LogPlace | null = options.from ?? null;
  const parts = followLog({ path, from: null, history: true, once: false, pollMs: 5, signal: stop.signal, ...options });
  const done = (async () => {
    for await (const part of parts) {
      lines.push(...part.bytes.toString().split('\n').slice(0, -1));
      place = part.place;
    }
  })();
  return {
    lines,
    place: () => place,
    async has(count) {
      while (lines.length < count) await pause();
    },
    async stop() {
      // Who reads once ends by himself.
      if (options.once !== true) stop.abort();
      await done;
    },
  };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

let written = 0;
beforeEach(() => (written = 0));
/** Numbered lines of growing length, so that no two of them end at the same place. */
function write(count: number, file = path): void {
  for (let line = 0; line < count; line++) {
    written += 1;
    appendFileSync(file, `${written} ${'x'.repeat(written % 50)}\n`);
  }
}
const numbers = (lines: readonly string[]): number[] => lines.map((line) => Number(line.split(' ')[0]));
const upTo = (count: number): number[] => Array.from({ length: count }, (_one, at) => at + 1);

test('lines come as they are written, half a line when its other half has come', async () => {
  const follower = follow();
  await pause();
  write(3);
  await follower.has(3);
  appendFileSync(path, '4 half');
  await pause();
  expect(follower.lines).toHaveLength(3);
  appendFileSync(path, ' and half\n');
  await follower.has(4);
  await follower.stop();
  expect(follower.lines.at(-1)).toBe('4 half and half');
});

test('through a rotation by rename no line is lost, also those that come to the renamed file', async () => {
  write(5);
  const follower = follow();
  await follower.has(5);
  renameSync(path, `${path}.1`);
  write(2, `${path}.1`);
  await pause();
  write(3);
  await follower.has(10);
  await follower.stop();
  expect(numbers(follower.lines)).toEqual(upTo(10));
});

test('a renamed file that is packed or deleted at once is read to its end', async () => {
  write(5);
  const follower = follow();
  await follower.has(5);
  // In one go, so that no look comes between.
  write(2);
  renameSync(path, `${path}.1`);
  rmSync(`${path}.1`);
  write(3);
  await follower.has(10);
  await follower.stop();
  expect(numbers(follower.lines)).toEqual(upTo(10));
});

test('through copy and truncation no line is lost and none comes twice', async () => {
  write(40);
  const follower = follow();
  await follower.has(40);
  for (let round = 0; round < 5; round++) {
    write(20);
    copyFileSync(path, `${path}.1`);
    truncateSync(path);
    const before = written;
    await follower.has(before);
    write(3);
    await follower.has(before + 3);
    renameSync(`${path}.1`, `${path}.${round + 2}`);
    // The times of two rotations differ.
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await follower.stop();
  expect(numbers(follower.lines)).toEqual(upTo(written));
});

test('without history it begins with what comes, with history with the packed files, the oldest first', async () => {
  writeFileSync(`${path}.2.gz`, gzipSync('1 a\n2 b\n'));
  utimesSync(`${path}.2.gz`, 1_000, 1_000);
  writeFileSync(`${path}.1`, '3 c\n4 without its end');
  utimesSync(`${path}.1`, 2_000, 2_000);
  writeFileSync(path, '5 e\n');
  const fresh = follow({ history: false });
  await pause();
  await pause();
  appendFileSync(path, '6 f\n');
  await fresh.has(1);
  await fresh.stop();
  expect(numbers(fresh.lines)).toEqual([6]);
  const whole = follow({ once: true });
  await whole.has(6);
  expect(numbers(whole.lines)).toEqual(upTo(6));
});

test('a follower that was stopped goes on where it was, whatever happened to the files', async () => {
  write(10);
  const seen: number[] = [];
  let from: LogPlace | null = null;
  const goOn = async (): Promise<void> => {
    const follower = follow({ from, once: true });
    await follower.stop();
    seen.push(...numbers(follower.lines));
    from = follower.place();
  };
  await goOn();
  write(5);
  await goOn();
  write(5);
  renameSync(path, `${path}.1`);
  write(5);
  await goOn();
  write(1);
  renameSync(`${path}.1`, `${path}.3`);
  renameSync(path, `${path}.2`);
  write(2);
  renameSync(path, `${path}.1`);
  write(3);
  await goOn();
  expect(seen).toEqual(upTo(written));
});

test('files that are renamed while it catches up are read under their new names', async () => {
  for (const number of [3, 2, 1]) {
    write(4, `${path}.${number}`);
    utimesSync(`${path}.${number}`, 1_000 - number, 1_000 - number);
  }
  write(4);
  const parts = followLog({
    path,
    from: null,
    history: true,
    once: true,
    pollMs: 5,
    signal: new AbortController().signal,
  });
  const seen: string[] = [];
  let isFirst = true;
  for await (const part of parts) {
    seen.push(...part.bytes.toString().split('\n').slice(0, -1));
    if (!isFirst) continue;
    isFirst = false;
    for (const number of [3, 2, 1]) renameSync(`${path}.${number}`, `${path}.${number + 1}`);
    renameSync(path, `${path}.1`);
    write(4);
  }
  expect(numbers(seen)).toEqual(upTo(20));
});

test('directives at the head of a file come again with what is read later', async () => {
  writeFileSync(path, '#Version: 1.0\n#Fields: date time\n1 a\n');
  const first = follow({ once: true });
  await first.stop();
  appendFileSync(path, '2 b\n');
  const second = follow({ once: true, from: first.place() });
  await second.stop();
  expect(second.lines).toEqual(['#Fields: date time', '2 b']);
});

test('a line without end is dropped as it comes and takes none with it', async () => {
  writeFileSync(path, `1 a\n${'x'.repeat(700_000)}\n2 b\n`);
  const follower = follow({ once: true });
  await follower.stop();
  expect(follower.lines.filter((line) => line !== '')).toEqual(['1 a', '2 b']);
});
