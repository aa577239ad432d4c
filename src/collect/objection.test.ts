import { expect, test } from 'vitest';
import { objectionIn } from './objection.ts';

const BOTH = { honoursDnt: true, honoursGpc: true };

test.each([
  ['no signal', {}, BOTH, null],
  ['DNT', { dnt: '1' }, BOTH, 'dnt'],
  ['GPC', { 'sec-gpc': '1' }, BOTH, 'gpc'],
  ['both signals', { dnt: '1', 'sec-gpc': '1' }, BOTH, 'dnt'],
  ['DNT: 0, which allows', { dnt: '0' }, BOTH, null],
  ['DNT: unspecified', { dnt: 'unspecified' }, BOTH, null],
  ['GPC with another value', { 'sec-gpc': '0' }, BOTH, null],
  ['DNT on a site that does not honour it', { dnt: '1' }, { honoursDnt: false, honoursGpc: true }, null],
  ['GPC on a site that does not honour it', { 'sec-gpc': '1' }, { honoursDnt: true, honoursGpc: false }, null],
  ['both on a site that honours GPC', { dnt: '1', 'sec-gpc': '1' }, { honoursDnt: false, honoursGpc: true }, 'gpc'],
  ['both on a site that honours none', { dnt: '1', 'sec-gpc': '1' }, { honoursDnt: false, honoursGpc: false }, null],
] as const)('%s', (_what, headers, site, expected) => {
  expect(objectionIn(headers, site)).toBe(expected);
});
