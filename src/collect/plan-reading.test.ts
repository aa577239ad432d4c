import { describe, expect, test } from 'vitest';
import { type LogFile, type LogPlace, planHistory, planReading } from './plan-reading.ts';

const NOTED = 100_000;
const LATER = NOTED + 60_000;

function file(name: string, inode: string, size: number, modifiedAt: number): LogFile {
  return { name, inode, size, modifiedAt, isPacked: false, logBytes: size };
}
function packed(name: string, inode: string, logBytes: number, modifiedAt: number): LogFile {
  return { name, inode, size: 30, modifiedAt, isPacked: true, logBytes };
}
const place = (inode: string, offset: number): LogPlace => ({ inode, size: offset, offset, at: NOTED });

/** [what happened, where he stood, rotated, current, was it cut, steps] */
const CASES: readonly (readonly [
  string,
  LogPlace,
  LogFile[],
  LogFile | null,
  boolean,
  (readonly [string, number])[],
])[] = [
  ['nothing new', place('a', 50), [], file('log', 'a', 50, NOTED), false, [['log', 50]]],
  ['it grew', place('a', 50), [file('log.1', 'z', 900, 5)], file('log', 'a', 80, LATER), false, [['log', 50]]],
  ['there is no log for a moment', place('a', 50), [], null, false, []],
  ['renamed, and nothing in its place', place('a', 50), [file('log.1', 'a', 70, LATER)], null, false, [['log.1', 50]]],
  [
    'renamed, and the new one still empty',
    place('a', 50),
    [file('log.1', 'a', 70, NOTED)],
    file('log', 'b', 0, LATER),
    false,
    [['log.1', 50]],
  ],
  [
    'renamed a moment ago',
    place('a', 50),
    [file('log.1', 'a', 70, LATER + 4_500)],
    file('log', 'b', 5, LATER),
    false,
    [['log.1', 50]],
  ],
  [
    'renamed and quiet',
    place('a', 50),
    [file('log.1', 'a', 70, NOTED)],
    file('log', 'b', 5, LATER),
    false,
    [
      ['log.1', 50],
      ['log', 0],
    ],
  ],
  [
    'renamed twice',
    place('a', 50),
    [file('log.2', 'a', 70, NOTED), file('log.1', 'b', 9, NOTED + 9)],
    file('log', 'c', 5, LATER),
    false,
    [
      ['log.2', 50],
      ['log.1', 0],
      ['log', 0],
    ],
  ],
  [
    'renamed and packed in the middle',
    place('a', 50),
    [packed('log.2.gz', 'x', 70, NOTED + 5), file('log.1', 'b', 9, NOTED + 9)],
    file('log', 'c', 5, LATER),
    false,
    [
      ['log.2.gz', 50],
      ['log.1', 0],
      ['log', 0],
    ],
  ],
  [
    'packed after it was read to its end',
    place('a', 50),
    [packed('log.1.gz', 'x', 50, NOTED - 5)],
    file('log', 'c', 5, LATER),
    false,
    [['log', 0]],
  ],
  [
    'packed after its end, and another one since',
    place('a', 50),
    [packed('log.2.gz', 'x', 50, NOTED - 5), packed('log.1.gz', 'y', 90, NOTED + 5)],
    file('log', 'c', 5, LATER),
    false,
    [
      ['log.1.gz', 0],
      ['log', 0],
    ],
  ],
  [
    'gone for good',
    place('a', 50),
    [packed('log.9.gz', 'x', 80, NOTED - 5_000)],
    file('log', 'c', 5, LATER),
    false,
    [['log', 0]],
  ],
  [
    'standing in a packed file',
    place('x', 50),
    [packed('log.2.gz', 'x', 80, 5), file('log.1', 'b', 9, 9)],
    file('log', 'c', 5, LATER),
    false,
    [
      ['log.2.gz', 50],
      ['log.1', 0],
      ['log', 0],
    ],
  ],
  [
    'cut, and copied before',
    place('a', 50),
    [file('log.1', 'k', 70, NOTED + 5)],
    file('log', 'a', 5, LATER),
    true,
    [
      ['log.1', 50],
      ['log', 0],
    ],
  ],
  [
    'cut, copied and packed',
    place('a', 50),
    [packed('log.1.gz', 'k', 70, NOTED + 5)],
    file('log', 'a', 90, LATER),
    true,
    [
      ['log.1.gz', 50],
      ['log', 0],
    ],
  ],
  [
    'cut twice',
    place('a', 50),
    [file('log.2', 'k', 70, NOTED + 5), file('log.1', 'l', 30, NOTED + 9)],
    file('log', 'a', 5, LATER),
    true,
    [
      ['log.2', 50],
      ['log.1', 0],
      ['log', 0],
    ],
  ],
  [
    'cut, and no copy was made',
    place('a', 50),
    [file('log.1', 'k', 70, NOTED - 5)],
    file('log', 'a', 5, LATER),
    true,
    [['log', 0]],
  ],
  [
    'a copy that is still being written',
    place('a', 50),
    [file('log.1', 'k', 70, NOTED + 5)],
    file('log', 'a', 75, NOTED + 4),
    false,
    [['log', 50]],
  ],
];

describe('a follower goes on', () => {
  test.each(CASES)('%s', (_what, from, rotated, current, isCut, steps) => {
    const planned = planReading(from, rotated, current, isCut, LATER + 5_000);
    expect(planned.map((step) => [step.file.name, step.from])).toEqual(steps);
  });
});

test('who reads once waits for nobody who may still write', () => {
  const planned = planReading(
    place('a', 50),
    [file('log.1', 'a', 70, LATER)],
    file('log', 'b', 0, LATER),
    false,
    Infinity,
  );
  expect(planned.map((step) => [step.file.name, step.from])).toEqual([
    ['log.1', 50],
    ['log', 0],
  ]);
});

test('history is everything, the oldest first', () => {
  const rotated = [packed('log.2.gz', 'x', 9, 1), file('log.1', 'y', 9, 2)];
  expect(planHistory(rotated, file('log', 'z', 9, 3)).map((step) => [step.file.name, step.from])).toEqual([
    ['log.2.gz', 0],
    ['log.1', 0],
    ['log', 0],
  ]);
});
