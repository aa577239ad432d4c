import { randomBytes } from 'node:crypto';

const HOUR_MS = 3_600_000;

/** Privacy promise 3: a visit key can be made again for twelve hours at most. */
export const LONGEST_SECRET_AGE_MS = 12 * HOUR_MS;

export type VisitKeySecrets = {
  /**
   * The secret for a hit at `at` (ms since 1970). It is a new one when the last is older than the greatest age, by the
   * clock of the hits: an import of a log follows the log's time. Never keep, write or log what this returns.
   */
  readonly secretAt: (at: number) => Uint8Array;
  /** Wipes the secret; the next hit starts with a new one. */
  readonly forget: () => void;
};

/**
 * Random secrets for visit keys, in memory alone. Rotation wipes the old secret, so that visits before and after it
 * cannot be linked; without hits the secret is wiped by the wall clock.
 * @throws RangeError when `maxAgeMs` is over twelve hours
 */
export function createVisitKeySecrets({ maxAgeMs }: { maxAgeMs: number }): VisitKeySecrets {
  if (!(maxAgeMs > 0 && maxAgeMs <= LONGEST_SECRET_AGE_MS)) throw new RangeError('a secret lives up to twelve hours');
  const secret = new Uint8Array(32);
  let bornAt = 0;
  let wiping: NodeJS.Timeout | null = null;

  function forget(): void {
    if (wiping) clearTimeout(wiping);
    wiping = null;
    secret.fill(0);
  }

  return {
    secretAt(at) {
      // Clocks and logs may run backwards: what counts is the distance.
      if (!wiping || Math.abs(at - bornAt) >= maxAgeMs) {
        forget();
        secret.set(randomBytes(secret.length));
        bornAt = at;
        wiping = setTimeout(forget, maxAgeMs).unref();
      }
      return secret;
    },
    forget,
  };
}
