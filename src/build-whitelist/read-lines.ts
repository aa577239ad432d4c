import { createReadStream, statSync } from 'node:fs';

export type ReadProgress = (doneBytes: number, totalBytes: number) => void;

/** Hands out a text file line by line (UTF-8, LF or CRLF) and tells after each chunk how far it is. */
export async function readLines(path: string, onLine: (line: string) => void, onProgress: ReadProgress): Promise<void> {
  const total = statSync(path).size;
  let done = 0;
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 })) {
    const text = rest + String(chunk);
    let from = 0;
    for (let to = text.indexOf('\n'); to >= 0; to = text.indexOf('\n', from)) {
      onLine(text.slice(from, text[to - 1] === '\r' ? to - 1 : to));
      from = to + 1;
    }
    rest = text.slice(from);
    done += Buffer.byteLength(String(chunk));
    onProgress(Math.min(done, total), total);
  }
  if (rest !== '') onLine(rest);
}
