import { isUtf8 } from 'node:buffer';
import type { Result } from '../../contracts/result.ts';
import type { FileProgress } from './import-sink.ts';
import { type ReadFault, readChunks } from './read-chunks.ts';
import { fromWindows1252 } from './repair-encoding.ts';

/** Longer lines are handed out as faulty without being held. */
export const LONGEST_LINE = 1 << 20;
const LF = 10;

export type OnLine = (line: string, number: number) => void;

/** Hands out a text file, plain or gzip, line by line (LF or CRLF; UTF-8, else Windows-1252), numbered from 1. */
export async function readTextLines(
  path: string,
  onLine: OnLine,
  onLongLine: (number: number) => void,
  onProgress: FileProgress,
): Promise<Result<null, ReadFault>> {
  let held: Buffer = Buffer.alloc(0);
  let number = 1;
  let isLong = false;
  const finish = (bytes: Buffer): void => {
    if (isLong || bytes.length > LONGEST_LINE) onLongLine(number);
    else onLine(textOfLine(bytes, number === 1), number);
    isLong = false;
    number += 1;
  };
  const outcome = await readChunks(
    path,
    (chunk) => {
      let from = 0;
      for (let to = chunk.indexOf(LF); to >= 0; to = chunk.indexOf(LF, from)) {
        const part = chunk.subarray(from, to);
        finish(held.length === 0 ? part : Buffer.concat([held, part]));
        held = Buffer.alloc(0);
        from = to + 1;
      }
      isLong ||= held.length + chunk.length - from > LONGEST_LINE;
      held = isLong ? Buffer.alloc(0) : Buffer.concat([held, chunk.subarray(from)]);
    },
    onProgress,
  );
  if (outcome.ok && (isLong || held.length > 0)) finish(held);
  return outcome;
}

/** A line without its end; UTF-8 where it is valid, else Windows-1252; the first one without its byte order mark. */
export function textOfLine(bytes: Buffer, isFirst: boolean): string {
  const text = isUtf8(bytes) ? bytes.toString() : fromWindows1252(bytes.toString('latin1'));
  const end = text.endsWith('\r') ? text.length - 1 : text.length;
  return text.slice(isFirst && text.startsWith('\ufeff') ? 1 : 0, end);
}
