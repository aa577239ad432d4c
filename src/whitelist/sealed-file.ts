import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Length and hash of a finished file. */
export type FileSeal = { readonly bytes: number; readonly sha256: string };

/**
 * A file that is written from its beginning to its end under another name and appears under its own only when it is
 * complete and on the disk.
 */
export type SealedFile = {
  readonly length: () => number;
  readonly write: (bytes: Uint8Array) => void;
  /** Syncs and closes it; no byte can be added. */
  readonly seal: () => FileSeal;
  /** Gives a sealed file its name; durable when its directory is (syncDirectory). */
  readonly moveTo: (path: string) => void;
  /** Deletes what has been written, unless it has its name. */
  readonly discard: () => void;
};

/** Small writes are gathered up to this many bytes. */
const GATHERED = 1 << 20;
/** One call writes less than 2 GiB on every system. */
const LONGEST_WRITE = 1 << 28;

let created = 0;

/** @param base path of the file, or of what it will be called after; the unfinished one stands beside it */
export function createSealedFile(base: string): SealedFile {
  created += 1;
  const unfinished = `${base}.${process.pid}-${created}.unfinished`;
  const file = openSync(unfinished, 'wx', 0o644);
  const hash = createHash('sha256');
  const gathered = Buffer.allocUnsafe(GATHERED);
  let filled = 0;
  let length = 0;
  let isOpen = true;

  const toDisk = (bytes: Uint8Array): void => {
    hash.update(bytes);
    for (let from = 0; from < bytes.length;) {
      from += writeSync(file, bytes, from, Math.min(LONGEST_WRITE, bytes.length - from));
    }
  };
  const flush = (): void => {
    toDisk(gathered.subarray(0, filled));
    filled = 0;
  };
  const close = (): void => {
    if (isOpen) closeSync(file);
    isOpen = false;
  };
  return {
    length: () => length,
    write(bytes) {
      length += bytes.length;
      if (filled + bytes.length > GATHERED) flush();
      if (bytes.length > GATHERED) {
        for (let from = 0; from < bytes.length; from += LONGEST_WRITE) {
          toDisk(bytes.subarray(from, from + LONGEST_WRITE));
        }
        return;
      }
      gathered.set(bytes, filled);
      filled += bytes.length;
    },
    seal() {
      flush();
      fsyncSync(file);
      close();
      return { bytes: length, sha256: hash.digest('hex') };
    },
    moveTo: (path) => renameSync(unfinished, path),
    discard() {
      close();
      rmSync(unfinished, { force: true });
    },
  };
}

/** Writes a small file whole: either its old content stands there or its new one. */
export function replaceFile(path: string, text: string): void {
  const file = createSealedFile(path);
  try {
    file.write(Buffer.from(text));
    file.seal();
    file.moveTo(path);
  } catch (cause) {
    file.discard();
    throw cause;
  }
}

/** A rename is durable when the directory is. */
export function syncDirectory(path: string): void {
  const directory = openSync(path, 'r');
  try {
    fsyncSync(directory);
  } finally {
    closeSync(directory);
  }
}
