const LINE_FEED = 10;

/** Longest line in bytes; web servers bound a request far below. */
export const LONGEST_LINE_BYTES = 65_536;

/**
 * Cuts a stream of bytes into lines, each decoded as latin-1 and without its end (LF or CRLF). Empty lines are left
 * out. A line of more than 64 KiB is null; its bytes are dropped as they come, never kept together.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly (string | null)[], void> {
  let rest = Buffer.alloc(0);
  let isTooLong = false;
  for await (const chunk of chunks) {
    const lines: (string | null)[] = [];
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    let end = bytes.indexOf(LINE_FEED, from);
    while (end >= 0) {
      const piece = bytes.subarray(from, end);
      if (isTooLong || rest.length + piece.length > LONGEST_LINE_BYTES) lines.push(null);
      else pushLine(lines, rest.length === 0 ? piece : Buffer.concat([rest, piece]));
      rest = rest.subarray(0, 0);
      isTooLong = false;
      from = end + 1;
      end = bytes.indexOf(LINE_FEED, from);
    }
    if (!isTooLong) {
      const piece = bytes.subarray(from);
      isTooLong = rest.length + piece.length > LONGEST_LINE_BYTES;
      // A copy: the chunk belongs to the stream.
      rest = isTooLong ? Buffer.alloc(0) : Buffer.concat([rest, piece]);
    }
    yield lines;
  }
  const last: (string | null)[] = [];
  if (isTooLong) last.push(null);
  else pushLine(last, rest);
  yield last;
}

function pushLine(lines: (string | null)[], bytes: Buffer): void {
  const line = bytes.toString('latin1', 0, bytes.at(-1) === 13 ? bytes.length - 1 : bytes.length);
  if (line !== '') lines.push(line);
}
