import { expect, test } from 'vitest';
import { passwordFault, setupToken } from './password-rule.ts';

test.each([
  ['', '', { kind: 'too-short', missing: 12 }],
  ['elf Zeichen', 'elf Zeichen', { kind: 'too-short', missing: 1 }],
  ['🔑'.repeat(11), '🔑'.repeat(11), { kind: 'too-short', missing: 1 }],
  ['zwölf Zeiche', 'zwölf Zeiche', null],
  ['zwölf Zeiche', 'zwölf zeiche', { kind: 'different' }],
  ['x'.repeat(1025), 'x'.repeat(1025), { kind: 'too-long' }],
])('"%s" repeated as "%s" has the fault %o', (password, repeated, fault) => {
  expect(passwordFault(password, repeated)).toEqual(fault);
});

test.each([
  ['#token=abc_-1', 'abc_-1'],
  ['#other=1&token=abc', 'abc'],
  ['#token=', null],
  ['', null],
  [`#token=${'x'.repeat(129)}`, null],
])('the fragment %s holds the token %s', (fragment, token) => {
  expect(setupToken(fragment)).toBe(token);
});
