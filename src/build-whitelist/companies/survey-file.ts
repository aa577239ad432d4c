import { isUtf8 } from 'node:buffer';
import { ok, type Result } from '../../contracts/result.ts';
import { isGzip, type ReadFault, readChunks, readHead } from '../import/read-chunks.ts';
import { LONGEST_LINE } from '../import/read-text-lines.ts';

/** What a look over the whole file tells before it is read. */
export type FileSurvey = {
  readonly isPacked: boolean;
  /** `windows`: some older encoding, of which Windows-1252 is the one that is read. */
  readonly encoding: 'utf-8' | 'utf-16' | 'windows';
  readonly lines: number;
};

const LF = 10;

/**
 * Counts the lines and finds the encoding: UTF-8, unless more lines with other letters than ASCII are none. A packed
 * file is unpacked once for it, so that one that is cut short is refused before anything is read.
 * @throws the operating system's error when the file cannot be read
 */
export async function surveyFile(
  path: string,
  onProgress: (bytes: number, totalBytes: number) => void = () => {},
): Promise<Result<FileSurvey, ReadFault>> {
  const isPacked = await isGzip(path);
  const isUtf16 = (await readHead(path)).subarray(0, 2).equals(UTF_16);
  let lines = 0;
  let wrong = 0;
  let right = 0;
  let rest: Buffer = Buffer.alloc(0);
  const judge = (bytes: Buffer): void => {
    if (isUtf16 || isUtf8(bytes)) {
      if (right === 0 && hasHighByte(bytes)) right += 1;
      return;
    }
    for (let from = 0; from < bytes.length;) {
      const at = bytes.indexOf(LF, from);
      const end = at < 0 ? bytes.length : at;
      const line = bytes.subarray(from, end);
      if (!isUtf8(line)) wrong += 1;
      else if (hasHighByte(line)) right += 1;
      from = end + 1;
    }
  };
  let last = LF;
  const outcome = await readChunks(
    path,
    (chunk) => {
      for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, at + 1)) lines += 1;
      last = chunk.at(-1) ?? last;
      const end = chunk.lastIndexOf(LF) + 1;
      if (end === 0 && rest.length < LONGEST_LINE) {
        rest = Buffer.concat([rest, chunk]);
        return;
      }
      judge(rest.length === 0 ? chunk.subarray(0, end) : Buffer.concat([rest, chunk.subarray(0, end)]));
      rest = Buffer.from(chunk.subarray(end));
    },
    onProgress,
  );
  if (!outcome.ok) return outcome;
  judge(rest);
  const encoding = isUtf16 ? 'utf-16' : wrong > right ? 'windows' : 'utf-8';
  return ok({ isPacked, encoding, lines: last === LF ? lines : lines + 1 });
}

/** The encoding as far as the first lines tell, for a look at the columns. */
export async function encodingOfHead(path: string): Promise<FileSurvey['encoding']> {
  const head = await readHead(path);
  if (head.subarray(0, 2).equals(UTF_16)) return 'utf-16';
  // The head may end in the middle of a letter.
  return isUtf8(head.subarray(0, head.lastIndexOf(LF) + 1)) ? 'utf-8' : 'windows';
}

const UTF_16 = Buffer.from([0xff, 0xfe]);

function hasHighByte(bytes: Buffer): boolean {
  for (const byte of bytes) if (byte > 127) return true;
  return false;
}
