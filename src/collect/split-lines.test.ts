import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_LINE_BYTES, splitLines } from './split-lines.ts';

async function* chunksOf(...chunks: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk;
}

async function linesOf(chunks: AsyncIterable<Uint8Array>): Promise<readonly (string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const batch of splitLines(chunks)) lines.push(...batch);
  return lines;
}

test.each([
  ['nothing', [], []],
  ['a last line without an end', ['a\nb'], ['a', 'b']],
  ['a last line with an end', ['a\nb\n'], ['a', 'b']],
  ['ends of Windows', ['a\r\nb\r\n'], ['a', 'b']],
  ['an end cut in two', ['a\r', '\nb'], ['a', 'b']],
  ['empty lines', ['\n\na\n\r\n'], ['a']],
  ['a line in three pieces', ['a', 'b', 'c\nd'], ['abc', 'd']],
  ['bytes beyond ASCII', [Uint8Array.of(0xff, 0xfe, 10)], ['\u00ff\u00fe']],
])('%s', async (_what, chunks, lines) => {
  expect(await linesOf(chunksOf(...chunks))).toEqual(lines);
});

const LONG = 'x'.repeat(LONGEST_LINE_BYTES);

test.each([
  ['a line of 64 KiB is read', [`${LONG}\nb`], [LONG, 'b']],
  ['one byte more is not', [`${LONG}x\nb`], [null, 'b']],
  ['nor in pieces', [LONG, 'x', 'y\nb'], [null, 'b']],
  ['nor at the end', ['a\n', LONG, 'x'], ['a', null]],
])('%s', async (_what, chunks, lines) => {
  expect(await linesOf(chunksOf(...chunks))).toEqual(lines);
});

test('a line without an end is never kept together', async () => {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    const chunk = Buffer.alloc(65_536, 120);
    for (let sent = 0; sent < 4096; sent++) {
      yield chunk;
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
  }
  expect(await linesOf(endless())).toEqual([null]);
  expect(most).toBeLessThan(64 * 1024 * 1024);
});

test('where the stream is cut makes no difference', async () => {
  const text = fc.stringMatching(/^[ab\r\n]{0,60}$/);
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(60)), async (content, cuts) => {
      const places = [0, ...cuts.filter((cut) => cut < content.length).sort((a, b) => a - b), content.length];
      const chunks = places.slice(1).map((to, at) => content.slice(places[at], to));
      expect(await linesOf(chunksOf(...chunks))).toEqual(await linesOf(chunksOf(content)));
    }),
  );
});
