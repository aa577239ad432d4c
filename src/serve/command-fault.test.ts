import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shippedFile } from '../settings/package-root.ts';
import { codeOf, explainFault, SENTENCES } from './command-fault.ts';

const CATALOGUE = readFileSync(shippedFile('docs', 'errors.md'), 'utf8');

describe('what the command line says about a fault', () => {
  test.each(Object.keys(SENTENCES))('%s is in the catalogue of errors', (code) => {
    expect(CATALOGUE).toContain(`\`${code}\``);
  });

  test.each([
    ['without a code', new Error('visitor 192.0.2.1 at /secret')],
    ['with a code that is none', Object.assign(new Error('192.0.2.1'), { code: '192.0.2.1' })],
    ['that is a text', '192.0.2.1'],
    ['with a known code', Object.assign(new Error('192.0.2.1'), { code: 'STORE_IN_USE' })],
    ['with an unknown code', Object.assign(new Error('192.0.2.1'), { code: 'EWHATEVER' })],
  ])('never repeats the message of an error %s', (_what, error) => {
    expect(explainFault(error)).not.toMatch(/192|secret/);
  });

  test('names a code that it has no sentence for', () => {
    expect(explainFault(Object.assign(new Error(''), { code: 'EWHATEVER' }))).toBe('failed (EWHATEVER)');
    expect(codeOf({ code: 'lower case' })).toBeNull();
  });
});
