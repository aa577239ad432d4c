import { expect, test } from 'vitest';
import { faultWords } from './fault-words.ts';

const fault = (status: number, code: string) => Object.assign(new Error(code), { status, code });

test.each([
  [fault(409, 'DOMAIN_TAKEN'), 'errors.codes.DOMAIN_TAKEN'],
  [fault(0, 'OFFLINE'), 'errors.offline'],
  [fault(404, 'HTTP_404'), 'errors.notFound'],
  [fault(500, 'NEVER_HEARD_OF'), 'errors.server'],
  [fault(502, 'HTTP_502'), 'errors.server'],
  [fault(418, 'TEAPOT'), 'errors.unexpected'],
  [new TypeError('a bug'), 'errors.unexpected'],
  ['text', 'errors.unexpected'],
])('%s is told as %s', (error, sentence) => {
  expect(faultWords(error).sentence).toBe(sentence);
});
