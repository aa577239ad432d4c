import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVisitKeySecrets, LONGEST_SECRET_AGE_MS } from './visit-key.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 4, 17, 12);

function copyAt(secrets: ReturnType<typeof createVisitKeySecrets>, at: number): string {
  return Buffer.from(secrets.secretAt(at)).toString('hex');
}

test.each([
  ['a moment later', 1, true],
  ['just before its greatest age', 12 * HOUR - 1, true],
  ['at its greatest age', 12 * HOUR, false],
  ['days later', 50 * HOUR, false],
  ['when the clock was set back a little', -HOUR, true],
  ['when the clock was set back by its greatest age', -12 * HOUR, false],
])('%s (%i ms) it is the same secret: %s', (_when, gapMs, isSame) => {
  const secrets = createVisitKeySecrets({ maxAgeMs: 12 * HOUR });
  const first = copyAt(secrets, NOON);
  expect(copyAt(secrets, NOON + gapMs) === first).toBe(isSame);
  secrets.forget();
});

test('a rotation overwrites the secret in place, so that no copy of the old one is left', () => {
  const secrets = createVisitKeySecrets({ maxAgeMs: HOUR });
  const held = secrets.secretAt(NOON);
  const before = Buffer.from(held).toString('hex');
  secrets.secretAt(NOON + HOUR);
  expect(Buffer.from(held).toString('hex')).not.toBe(before);
  secrets.forget();
  expect([...held]).toEqual(Array<number>(32).fill(0));
});

test('a secret nobody asks for is wiped by the wall clock', async () => {
  const secrets = createVisitKeySecrets({ maxAgeMs: 5 });
  const held = secrets.secretAt(NOON);
  const before = Buffer.from(held).toString('hex');
  await expect.poll(() => [...held].every((byte) => byte === 0)).toBe(true);
  expect(copyAt(secrets, NOON)).not.toBe(before);
  secrets.forget();
});

test('after being forgotten a secret never comes back', () => {
  const secrets = createVisitKeySecrets({ maxAgeMs: HOUR });
  const first = copyAt(secrets, NOON);
  secrets.forget();
  expect(copyAt(secrets, NOON)).not.toBe(first);
  secrets.forget();
});

test('whatever the clock does, no secret serves hits that lie twelve hours apart', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 * HOUR }), { minLength: 2, maxLength: 30 }), (times) => {
      const secrets = createVisitKeySecrets({ maxAgeMs: LONGEST_SECRET_AGE_MS });
      const bornAt = new Map<string, number>();
      for (const at of times) {
        const secret = copyAt(secrets, at);
        const born = bornAt.get(secret) ?? at;
        bornAt.set(secret, born);
        expect(Math.abs(at - born)).toBeLessThan(LONGEST_SECRET_AGE_MS);
      }
      secrets.forget();
    }),
  );
});

test.each([0, -1, Number.NaN, LONGEST_SECRET_AGE_MS + 1])('a greatest age of %d ms is refused', (maxAgeMs) => {
  expect(() => createVisitKeySecrets({ maxAgeMs })).toThrow(RangeError);
});
