import { expect, test } from 'vitest';
import { CORRECTION_ACTIONS } from '../../contracts/corrections.ts';
import { WITHHELD_REASONS } from '../../contracts/reasons.ts';
import { releasable } from '../corrections/releasable.ts';
import { actionsBeside, FIXES } from './fixes.ts';

test.each(['personal-name', 'too-small', 'organisation-objected'] as const)(
  'nothing is offered against %s',
  (reason) => {
    expect(FIXES[reason]).toEqual({ kind: 'nothing' });
    expect(actionsBeside(reason, true)).toEqual([]);
  },
);

test('a release is offered exactly where the server takes one', () => {
  for (const reason of WITHHELD_REASONS) {
    const fix = FIXES[reason];
    expect([reason, fix.kind === 'correct' && fix.action === 'release']).toEqual([reason, releasable(reason) !== null]);
  }
});

test('what is shown can be corrected in every way but released', () => {
  expect(actionsBeside(null, true)).toEqual(
    CORRECTION_ACTIONS.filter((action) => action !== 'release').toSorted(byList),
  );
  expect(actionsBeside(null, false)).not.toContain('merge');
});

const ORDER = ['rename', 'move', 'size', 'merge', 'mark-provider', 'hide'];
const byList = (one: string, other: string) => ORDER.indexOf(one) - ORDER.indexOf(other);

test('the fix itself is not offered twice', () => {
  expect(actionsBeside('incomplete-location', true)).not.toContain('move');
  expect(actionsBeside('provider', true)).not.toContain('mark-provider');
});
