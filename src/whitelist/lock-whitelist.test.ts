import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockWhitelist, withWhitelistLock, withWhitelistLockAsync } from './lock-whitelist.ts';

let folder = '';
let lock = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  mkdirSync(join(folder, 'whitelist', 'layers'), { recursive: true });
  lock = join(folder, 'whitelist', 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BUSY = expect.objectContaining({ code: 'WHITELIST_BUSY' });

test('a second one is refused until the first lets go', () => {
  const first = lockWhitelist(folder);
  expect(() => lockWhitelist(folder)).toThrow(BUSY);
  first.release();
  const second = lockWhitelist(folder);
  // Letting go twice does not take the next one's lock away.
  first.release();
  expect(existsSync(lock)).toBe(true);
  second.release();
  expect(readdirSync(join(folder, 'whitelist'))).toEqual(['layers']);
});

test('what throws lets go', () => {
  const change = (): never => {
    throw new RangeError('any');
  };
  expect(() => withWhitelistLock(folder, change)).toThrow(RangeError);
  expect(withWhitelistLock(folder, () => 1)).toBe(1);
});

test('a living process keeps its lock', () => {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    writeFileSync(lock, `${other.pid} \n`);
    expect(() => lockWhitelist(folder)).toThrow(BUSY);
    expect(existsSync(lock)).toBe(true);
  } finally {
    other.kill('SIGKILL');
  }
});

test.each<[string, () => string]>([
  ['of a dead process', () => `${spawnSync(process.execPath, ['-e', '']).pid} \n`],
  ['with this process’s number, left by another one before', () => `${process.pid} \n`],
  ['that was cut off while it was written', () => ''],
])('a lock %s is taken over', (_whose, text) => {
  writeFileSync(lock, text());
  lockWhitelist(folder).release();
  expect(existsSync(lock)).toBe(false);
});

test('what a dead process left unfinished is deleted, and nothing else', () => {
  const directory = join(folder, 'whitelist');
  const kept = [
    'current',
    '0123456789abcdef.json',
    '0123456789abcdef.records',
    'layers/ripe.json',
    'layers/ripe.0011.layer',
    'notes.txt',
  ];
  const left = [
    'next.records.4711-1.unfinished',
    'fedcba9876543210.records',
    'layers/ripe.4711-2.unfinished',
    'layers/arin.0011.layer',
  ];
  for (const name of [...kept, ...left]) writeFileSync(join(directory, name), 'x');
  lockWhitelist(folder).release();
  for (const name of kept) expect(existsSync(join(directory, name)), name).toBe(true);
  for (const name of left) expect(existsSync(join(directory, name)), name).toBe(false);
});

test('work that waits holds the lock until it has ended, also where it fails', async () => {
  const work = withWhitelistLockAsync(folder, async () => {
    await Promise.resolve();
    expect(() => lockWhitelist(folder)).toThrow(expect.objectContaining({ code: 'WHITELIST_BUSY' }));
    throw new RangeError('faulty');
  });
  await expect(work).rejects.toThrow(RangeError);
  expect(await withWhitelistLockAsync(folder, () => Promise.resolve(1))).toBe(1);
});
