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
  ['the opt-out', { cookie: 'doorplate_opt_out=1' }, BOTH, 'opt-out'],
  ['the opt-out among other cookies', { cookie: 'a=1; doorplate_opt_out=1;b=2' }, BOTH, 'opt-out'],
  [
    'the opt-out twice, once with another value',
    { cookie: 'doorplate_opt_out=0; doorplate_opt_out=1' },
    BOTH,
    'opt-out',
  ],
  ['the opt-out and a signal', { cookie: 'doorplate_opt_out=1', dnt: '1' }, BOTH, 'opt-out'],
  [
    'the opt-out on a site that honours no signal',
    { cookie: 'doorplate_opt_out=1' },
    { honoursDnt: false, honoursGpc: false },
    'opt-out',
  ],
  ['no cookie', { cookie: '' }, BOTH, null],
  ['another value of the cookie', { cookie: 'doorplate_opt_out=0' }, BOTH, null],
  ['a value that only begins alike', { cookie: 'doorplate_opt_out=10' }, BOTH, null],
  ['a name that only ends alike', { cookie: 'xdoorplate_opt_out=1' }, BOTH, null],
  ['the name in another cookie’s value', { cookie: 'a=doorplate_opt_out=1' }, BOTH, null],
] as const)('%s', (_what, headers, site, expected) => {
  expect(objectionIn(headers, site)).toBe(expected);
});
