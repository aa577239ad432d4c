import { describe, expect, test } from 'vitest';
import { holdRows, mergeRows } from './merge-rows.ts';

const rows = (ids: string, visits = 1) => Array.from(ids, (id) => ({ id, visits }));
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join('');

describe('live rows over loaded pages', () => {
  test('with one page the live answer is the list; what it leaves out is gone', () => {
    expect(ids(mergeRows([rows('abc')], rows('xac')))).toBe('xac');
  });

  test('with several pages, a row that new ones push off the first page is kept', () => {
    expect(ids(mergeRows([rows('abc'), rows('def')], rows('xab')))).toBe('xabcdef');
  });

  test('a row of a later page that came to the top stands once, with its new figures', () => {
    const merged = mergeRows([rows('abc'), rows('def')], rows('eab', 7));
    expect(ids(merged)).toBe('eabcdf');
    expect(merged[0]?.visits).toBe(7);
  });

  test('before the first live answer the pages stand alone', () => {
    expect(ids(mergeRows([rows('abc'), rows('d')], undefined))).toBe('abcd');
  });
});

describe('rows while somebody reads', () => {
  test('nobody reads: everything is shown as it comes', () => {
    expect(holdRows(rows('xba'), null)).toEqual({ rows: rows('xba'), held: [] });
  });

  test('rows keep their places, figures change where they stand, new rows wait', () => {
    const { rows: shown, held } = holdRows(rows('xba', 9), ['a', 'b']);
    expect(shown).toEqual(rows('ab', 9));
    expect(ids(held)).toBe('x');
  });

  test('a row that is no longer there goes at once', () => {
    expect(ids(holdRows(rows('b'), ['a', 'b']).rows)).toBe('b');
  });
});
