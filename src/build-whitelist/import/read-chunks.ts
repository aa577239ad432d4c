import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { fault, ok, type Result } from '../../contracts/result.ts';

export type ReadFault = 'GZIP_TRUNCATED' | 'GZIP_CORRUPT';

const CHUNK_BYTES = 1 << 20;

/**
 * Hands out the bytes of a file in order, unpacked where its first bytes say gzip; a chunk is valid until the next
 * one is asked for. `onProgress` counts bytes of the file itself.
 * @throws the operating system's error when the file cannot be read
 */
export async function readChunks(
  path: string,
  onChunk: (chunk: Buffer) => void,
  onProgress: (bytes: number, totalBytes: number) => void = () => {},
): Promise<Result<null, ReadFault>> {
  const { size } = await stat(path);
  if (await isGzip(path)) return readGzip(path, size, onChunk, onProgress);
  await readPlain(path, size, onChunk, onProgress);
  return ok(null);
}

/** By its first two bytes (RFC 1952, section 2.3.1). */
export async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

/** Reads the next chunk while this one is worked on. */
async function readPlain(
  path: string,
  size: number,
  onChunk: (chunk: Buffer) => void,
  onProgress: (bytes: number, totalBytes: number) => void,
): Promise<void> {
  const file = await open(path);
  try {
    let current = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    let other = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    let done = 0;
    let { bytesRead } = await file.read(current, 0, CHUNK_BYTES, null);
    while (bytesRead > 0) {
      const next = file.read(other, 0, CHUNK_BYTES, null);
      try {
        onChunk(current.subarray(0, bytesRead));
      } finally {
        // Also when the chunk's reader throws: the buffer must not be written to after the file is closed.
        done += bytesRead;
        ({ bytesRead } = await next);
      }
      onProgress(Math.min(done, size), size);
      [current, other] = [other, current];
    }
  } finally {
    await file.close();
  }
}

async function readGzip(
  path: string,
  size: number,
  onChunk: (chunk: Buffer) => void,
  onProgress: (bytes: number, totalBytes: number) => void,
): Promise<Result<null, ReadFault>> {
  const packed = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  // An error of the file has to reach the loop below.
  packed.on('error', (error) => gunzip.destroy(error));
  packed.pipe(gunzip);
  try {
    for await (const chunk of gunzip) {
      if (Buffer.isBuffer(chunk)) onChunk(chunk);
      onProgress(Math.min(packed.bytesRead, size), size);
    }
    onProgress(size, size);
    return ok(null);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'Z_BUF_ERROR') return fault('GZIP_TRUNCATED');
    if (code === 'Z_DATA_ERROR') return fault('GZIP_CORRUPT');
    throw error;
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}

/** The first 64 KiB, unpacked; less where a gzip is cut off or damaged before. */
export async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head[0] !== 0x1f || head[1] !== 0x8b) return head;
    return await unpackHead(head);
  } finally {
    await file.close();
  }
}

const HEAD_BYTES = 1 << 16;

function unpackHead(packed: Buffer): Promise<Buffer> {
  return new Promise((resolve) => {
    const gunzip = createGunzip({ chunkSize: HEAD_BYTES });
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (): void => {
      resolve(Buffer.concat(chunks).subarray(0, HEAD_BYTES));
      gunzip.destroy();
    };
    gunzip.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length >= HEAD_BYTES) finish();
    });
    // The end is missing on purpose: what was unpacked until then counts.
    gunzip.on('error', finish);
    gunzip.on('end', finish);
    gunzip.end(packed);
  });
}
