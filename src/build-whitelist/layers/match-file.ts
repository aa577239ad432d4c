import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { readFully } from '../../whitelist/column-file.ts';
import { growWords } from '../../whitelist/growing-column.ts';
import { LINE_UNIT, recordLine } from '../../whitelist/record-line.ts';

/** Texts by number in a file that lives as long as a merge: there may be millions of them. */
export type MatchFile = {
  /** Numbers ascend. */
  readonly add: (number: number, text: string) => void;
  /** null for a number that has none. */
  readonly read: (number: number) => string | null;
  /** Closes and deletes it. */
  readonly close: () => void;
};

const GATHERED = 1 << 20;

/** @param path named so that whoever locks the whitelist next deletes what a killed process left (`….unfinished`) */
export function createMatchFile(path: string, count: number): MatchFile {
  const file = openSync(path, 'wx+', 0o600);
  /** Where each number's text begins, in LINE_UNIT, plus one; 0 for none. */
  const starts = new Uint32Array(count);
  const lengths = growWords();
  const order = new Uint32Array(count);
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let end = 0;

  const flush = (): void => {
    const bytes = Buffer.concat(waiting);
    for (let from = 0; from < bytes.length;) from += writeSync(file, bytes, from);
    waiting = [];
    waitingBytes = 0;
  };
  return {
    add(number, text) {
      const line = recordLine(text);
      starts[number] = end + 1;
      order[number] = lengths.length();
      lengths.push(line.length / LINE_UNIT);
      end += line.length / LINE_UNIT;
      waiting.push(line);
      waitingBytes += line.length;
      if (waitingBytes >= GATHERED) flush();
    },
    read(number) {
      const start = starts[number] ?? 0;
      if (start === 0) return null;
      if (waitingBytes > 0) flush();
      const bytes = Buffer.alloc(lengths.at(order[number] ?? 0) * LINE_UNIT);
      readFully(file, bytes, (start - 1) * LINE_UNIT);
      return bytes.toString('utf8');
    },
    close() {
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}
