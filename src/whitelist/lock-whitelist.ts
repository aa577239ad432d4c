import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { whitelistError } from './whitelist-error.ts';

/** That this process alone changes layers and versions of a data folder. */
export type WhitelistLock = { readonly release: () => void };

/** Folders that this process has locked: a lock with its own number that is none of these was left by a dead process. */
const held = new Set<string>();

/**
 * Locks the whitelist of a data folder: `<folder>/whitelist/lock` holds the number of the process and, where the system
 * tells, the moment at which it began. A dead process's lock is taken over, and what it left unfinished is deleted.
 * @throws WhitelistError WHITELIST_BUSY while another import, merge or rollback is at work
 */
export function lockWhitelist(folder: string): WhitelistLock {
  const directory = join(folder, 'whitelist');
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'lock');
  if (!create(path)) {
    takeOver(path);
    if (!create(path)) throw whitelistError('WHITELIST_BUSY');
  }
  held.add(path);
  let isHeld = true;
  const release = (): void => {
    if (!isHeld) return;
    isHeld = false;
    held.delete(path);
    rmSync(path, { force: true });
  };
  try {
    deleteUnfinished(directory);
  } catch (cause) {
    release();
    throw cause;
  }
  return { release };
}

/** Runs what changes layers or versions under the lock. @throws WhitelistError WHITELIST_BUSY, and what it throws itself */
export function withWhitelistLock<Answer>(folder: string, change: () => Answer): Answer {
  const lock = lockWhitelist(folder);
  try {
    return change();
  } finally {
    lock.release();
  }
}

/** The same for work that waits for something: the lock is held until it has ended. */
export async function withWhitelistLockAsync<Answer>(folder: string, change: () => Promise<Answer>): Promise<Answer> {
  const lock = lockWhitelist(folder);
  try {
    return await change();
  } finally {
    lock.release();
  }
}

function create(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
  try {
    writeSync(file, `${process.pid} ${beginOf(process.pid)}\n`);
  } finally {
    closeSync(file);
  }
  return true;
}

/** Removes the lock of a dead process. @throws WhitelistError WHITELIST_BUSY when its process lives */
function takeOver(path: string): void {
  if (isAlive(path, path)) throw whitelistError('WHITELIST_BUSY');
  // Renamed first: of two processes that find the same dead lock one alone gets it.
  const aside = `${path}.${process.pid}.unfinished`;
  try {
    renameSync(path, aside);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return;
    throw cause;
  }
  if (isAlive(aside, path)) {
    // Somebody was faster, and this is his lock already.
    renameSync(aside, path);
    throw whitelistError('WHITELIST_BUSY');
  }
  rmSync(aside, { force: true });
}

/** @param at where the lock's text stands now */
function isAlive(at: string, lock: string): boolean {
  const [, pidText = '', begin = ''] = ownerIn(textOf(at)) ?? ownerIn(textIn100Ms(at)) ?? [];
  const pid = Number(pidText);
  if (pid === 0) return false;
  if (pid === process.pid) return held.has(lock);
  const now = beginOf(pid);
  if (begin !== '' && now !== '') return begin === now;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) === 'EPERM';
  }
}

function ownerIn(text: string): RegExpExecArray | null {
  return /^(\d{1,10}) (\d*)\n$/.exec(text);
}

/** A lock without a number is being written in this moment, or was cut off while it was. */
function textIn100Ms(path: string): string {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  return textOf(path);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return '';
    throw cause;
  }
}

/**
 * When a process began, as Linux counts it; '' elsewhere, and for a process that is gone. After a restart of a container
 * another process often has the number of a dead one.
 */
function beginOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; the 20th field behind it is the moment (proc(5)).
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Under the lock nobody else writes here: every unfinished file was left by a process that died. */
function deleteUnfinished(directory: string): void {
  for (const folder of [directory, join(directory, 'layers')]) {
    for (const name of namesIn(folder)) if (name.endsWith('.unfinished')) rmSync(join(folder, name), { force: true });
  }
  const names = namesIn(directory);
  const manifests = new Set(names.filter((name) => name.endsWith('.json')));
  for (const name of names) {
    const version = /^([0-9a-f]{16})\.(?:ranges|records|tables|objects)$/.exec(name)?.[1];
    if (version !== undefined && !manifests.has(`${version}.json`)) rmSync(join(directory, name), { force: true });
  }
  const layers = namesIn(join(directory, 'layers'));
  for (const name of layers) {
    const [id = ''] = name.split('.');
    if (name.endsWith('.layer') && !layers.includes(`${id}.json`)) {
      rmSync(join(directory, 'layers', name), { force: true });
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return [];
    throw cause;
  }
}

/** The operating system's code of a fault (`ENOENT`, `EEXIST` …); null where it has none. */
export function codeOf(cause: unknown): unknown {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : null;
}
