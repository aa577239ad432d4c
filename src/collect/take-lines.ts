import { createLogReader } from './log-reader.ts';
import { splitLines } from './split-lines.ts';
import type { LineOrigin, LineOutcome, TakeLine } from './take-line.ts';

/** What became of the lines of a stream, by outcome; `dropped` lines found no room. */
export type LineCounts = { readonly [outcome in LineOutcome | 'dropped']?: number };

/** Lines that may wait for the recorder at once; while they do, nothing more is read, and the sender waits. */
const MOST_WAITING = 512;
const WAIT_WHEN_FULL_MS = 20;

/**
 * Takes all lines of a stream that can be made to wait (a pipe, a socket, a body). Resolves when everything taken is
 * durable. @throws what the stream throws, and what the recorder rejects with unless it was full for a moment
 */
export async function takeLines(
  chunks: AsyncIterable<Uint8Array>,
  take: TakeLine,
  origin: LineOrigin,
  count: (outcome: LineOutcome) => void = () => {},
): Promise<LineCounts> {
  const read = createLogReader();
  const counts: { [outcome in LineOutcome]?: number } = {};
  let waiting: Promise<void>[] = [];
  const failures: unknown[] = [];

  async function settle(): Promise<void> {
    const batch = waiting;
    waiting = [];
    await Promise.all(batch);
    if (failures.length > 0) throw failures[0];
  }

  for await (const lines of splitLines(chunks)) {
    for (const line of lines) {
      const taken = take(line, read, origin);
      if (taken === null) continue;
      counts[taken.outcome] = (counts[taken.outcome] ?? 0) + 1;
      count(taken.outcome);
      if (taken.record === null) continue;
      waiting.push(whenRoom(taken.record).catch((error: unknown) => void failures.push(error)));
      if (waiting.length >= MOST_WAITING) await settle();
    }
  }
  await settle();
  return counts;
}

async function whenRoom(record: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await record();
      return;
    } catch (error) {
      if (!isRecorderFull(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_WHEN_FULL_MS));
    }
  }
}

export function isRecorderFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'RECORDER_FULL';
}
