import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type OpenVisit, VISIT_RULES, hasEnded, sessionise } from './sessionise.ts';

const NOON = Date.UTC(2026, 5, 1, 12);
const minutes = (count: number): number => count * 60_000;
const hours = (count: number): number => minutes(60 * count);
const newId = (): bigint => 99n;

function visit(startedAt: number, lastAt: number = startedAt): OpenVisit {
  return { visitId: 1n, companyId: 'a', startedAt, lastAt };
}

test('the first hit under a key opens a visit with a new id', () => {
  expect(sessionise(undefined, { companyId: 'a', at: NOON }, VISIT_RULES, newId)).toEqual({
    kind: 'opened',
    visit: { visitId: 99n, companyId: 'a', startedAt: NOON, lastAt: NOON },
  });
});

test.each([
  ['at the same time', NOON, 'extended'],
  ['29 min later', NOON + minutes(29), 'extended'],
  ['1 ms short of 30 min later', NOON + minutes(30) - 1, 'extended'],
  ['exactly 30 min later', NOON + minutes(30), 'reopened'],
  ['a day later', NOON + hours(24), 'reopened'],
  ['2 s earlier, as in a log', NOON - 2_000, 'extended'],
  ['1 ms short of 30 min earlier', NOON - minutes(30) + 1, 'extended'],
  ['exactly 30 min earlier', NOON - minutes(30), 'reopened'],
])('a hit %s leaves the visit %s', (_when, at, kind) => {
  expect(sessionise(visit(NOON), { companyId: 'a', at }, VISIT_RULES, newId).kind).toBe(kind);
});

test.each([
  ['1 ms short of 12 hours', hours(12) - 1, 'extended'],
  ['12 hours', hours(12), 'reopened'],
])('a busy visit that a hit would make %s long is %s', (_length, length, kind) => {
  const open = visit(NOON, NOON + hours(12) - minutes(10));
  expect(sessionise(open, { companyId: 'a', at: NOON + length }, VISIT_RULES, newId).kind).toBe(kind);
});

test('a hit between the first and the last of a long visit belongs to it, however far from both', () => {
  const open = visit(NOON, NOON + hours(6));
  expect(sessionise(open, { companyId: 'a', at: NOON + hours(3) }, VISIT_RULES, newId)).toEqual({
    kind: 'extended',
    visit: open,
  });
});

test('an earlier hit extends the visit at its beginning', () => {
  const change = sessionise(visit(NOON), { companyId: 'a', at: NOON - minutes(5) }, VISIT_RULES, newId);
  expect(change.visit).toEqual(visit(NOON - minutes(5), NOON));
});

test('another company under the same key starts a visit of its own', () => {
  const change = sessionise(visit(NOON), { companyId: 'b', at: NOON + 1 }, VISIT_RULES, newId);
  expect(change).toEqual({
    kind: 'reopened',
    visit: { visitId: 99n, companyId: 'b', startedAt: NOON + 1, lastAt: NOON + 1 },
  });
});

/** Runs hits through the rules as the recorder does and returns the visit of each. */
function visitsOf(times: readonly number[]): bigint[] {
  let open: OpenVisit | undefined;
  let ids = 0n;
  return times.map((at) => {
    const change = sessionise(open, { companyId: 'a', at }, VISIT_RULES, () => {
      ids += 1n;
      return ids;
    });
    open = change.visit;
    return change.visit.visitId;
  });
}

const gaps = fc.array(
  fc.oneof(fc.integer({ min: 0, max: minutes(29) }), fc.integer({ min: minutes(25), max: hours(1) })),
  { maxLength: 200 },
);

function timesOf(gapsMs: readonly number[]): number[] {
  let at = NOON;
  return [NOON, ...gapsMs.map((gap) => (at += gap))];
}

test('in order of time, visits are cut exactly at gaps of 30 minutes and before 12 hours', () => {
  fc.assert(
    fc.property(gaps, (gapsMs) => {
      const times = timesOf(gapsMs);
      const expected: bigint[] = [];
      let id = 0n;
      let startedAt = Number.NEGATIVE_INFINITY;
      for (const [index, at] of times.entries()) {
        const before = times[index - 1] ?? Number.NEGATIVE_INFINITY;
        if (at - before >= VISIT_RULES.idleMs || at - startedAt >= VISIT_RULES.longestMs) {
          id += 1n;
          startedAt = at;
        }
        expected.push(id);
      }
      expect(visitsOf(times)).toEqual(expected);
    }),
  );
});

test('in any order of time, no visit reaches 12 hours and no id comes back once another has begun', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: hours(48) }), { minLength: 1, maxLength: 200 }), (offsets) => {
      const times = offsets.map((offset) => NOON + offset);
      const ids = visitsOf(times);
      const spans = new Map<bigint, { from: number; to: number }>();
      for (const [index, id] of ids.entries()) {
        const at = times[index] ?? Number.NaN;
        const span = spans.get(id) ?? { from: at, to: at };
        spans.set(id, { from: Math.min(span.from, at), to: Math.max(span.to, at) });
      }
      for (const { from, to } of spans.values()) expect(to - from).toBeLessThan(VISIT_RULES.longestMs);
      expect(ids).toEqual([...ids].sort((a, b) => Number(a - b)));
    }),
  );
});

test('a log whose lines are late by less than the idle time gives the visits of its sorted lines when gaps are clear', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: minutes(20) }), { minLength: 1, maxLength: 20 }), { maxLength: 10 }),
      (bursts) => {
        // Bursts of at most 20 minutes, two hours apart, each in any order within.
        const ids = visitsOf(bursts.flatMap((burst, index) => burst.map((offset) => NOON + hours(2 * index) + offset)));
        const perBurst = bursts.flatMap((burst, index) => burst.map(() => BigInt(index + 1)));
        expect(ids).toEqual(perBurst);
      },
    ),
  );
});

test.each([
  ['29 min after its last hit', NOON + minutes(59), false],
  ['30 min after its last hit', NOON + minutes(60), true],
])('%s a visit has ended: %s', (_when, now, ended) => {
  expect(hasEnded(visit(NOON, NOON + minutes(30)), now, VISIT_RULES)).toBe(ended);
});

test('12 hours after its first hit a visit has ended, however recent its last', () => {
  expect(hasEnded(visit(NOON, NOON + hours(12) - 1), NOON + hours(12), VISIT_RULES)).toBe(true);
});
