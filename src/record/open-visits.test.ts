import { expect, test } from 'vitest';
import { createOpenVisits } from './open-visits.ts';
import { type OpenVisit, VISIT_RULES } from './sessionise.ts';

const NOON = Date.UTC(2026, 5, 1, 12);
const MINUTE = 60_000;

function visit(visitId: bigint, lastAt: number): OpenVisit {
  return { visitId, companyId: 'a', startedAt: lastAt, lastAt };
}

test('the keys of ended visits are dropped, those of open visits stay', () => {
  const open = createOpenVisits({ rules: VISIT_RULES, most: 10 });
  open.set('ended', visit(1n, NOON - 30 * MINUTE));
  open.set('open', visit(2n, NOON - 29 * MINUTE));
  open.dropEnded(NOON);
  expect(open.get('ended')).toBeUndefined();
  expect(open.get('open')?.visitId).toBe(2n);
});

test('when the map is full, the visit that has been quiet longest ends', () => {
  const open = createOpenVisits({ rules: VISIT_RULES, most: 2 });
  open.set('first', visit(1n, NOON));
  open.set('second', visit(2n, NOON));
  open.set('first', visit(1n, NOON + 1));
  open.set('third', visit(3n, NOON + 2));
  expect(['first', 'second', 'third'].map((key) => open.get(key)?.visitId)).toEqual([1n, undefined, 3n]);
  expect(open.size).toBe(2);
});

test('a key is dropped for the visit it was meant for, not for a later one', () => {
  const open = createOpenVisits({ rules: VISIT_RULES, most: 2 });
  open.set('key', visit(2n, NOON));
  open.drop('key', 1n);
  expect(open.size).toBe(1);
  open.drop('key', 2n);
  expect(open.size).toBe(0);
});
