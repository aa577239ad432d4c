import type { IncomingMessage } from 'node:http';

const NO_BYTES = new Uint8Array(0);

/** Hands over the body of a request when it is complete; one that is longer is not waited for. */
export function collectBody(
  request: IncomingMessage,
  longestBytes: number,
  take: (body: Uint8Array) => void,
  refuse: () => void,
): void {
  const length = request.headers['content-length'];
  if (length !== undefined && Number(length) > longestBytes) return refuse();
  let body: Buffer | null = null;
  let done = false;
  request.on('data', (chunk: Buffer) => {
    if (done) return;
    if (body !== null && body.length + chunk.length > longestBytes) {
      done = true;
      return refuse();
    }
    // A hit nearly always comes in one piece, which needs no copy.
    body = body === null ? chunk : Buffer.concat([body, chunk]);
  });
  request.on('end', () => {
    if (!done) take(body ?? NO_BYTES);
  });
}
