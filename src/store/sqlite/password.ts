import { hash, verify } from '@node-rs/argon2';
import { fault, ok, type Result } from '../../contracts/result.ts';

/** Shortest password, in characters; NIST SP 800-63B asks for length and against rules of composition. */
export const PASSWORD_SHORTEST = 12;
const PASSWORD_LONGEST = 1024;

/** argon2id with 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet, second recommended set). */
const ARGON2ID = 2;
const ARGON2 = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export type PasswordFault = 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG';

/** Checks a new password's length and hashes it. */
export async function hashOfPassword(password: string): Promise<Result<string, PasswordFault>> {
  const composed = composedForm(password);
  const length = Array.from(composed).length;
  if (length < PASSWORD_SHORTEST) return fault('PASSWORD_TOO_SHORT');
  if (length > PASSWORD_LONGEST) return fault('PASSWORD_TOO_LONG');
  return ok(await hash(composed, ARGON2));
}

/**
 * True when the password belongs to the stored hash. With no hash (unknown person, setup link not used) it takes as
 * long and says no, so that the duration does not tell who is known.
 */
export async function passwordMatches(storedHash: string | null, password: string): Promise<boolean> {
  const matches = await verify(storedHash ?? (await hashOfNobody()), composedForm(password));
  return matches && storedHash !== null;
}

/** Keyboards differ in how they compose an umlaut; a person's password is the same on each. */
function composedForm(password: string): string {
  return password.normalize('NFC');
}

let nobodysHash: Promise<string> | null = null;
function hashOfNobody(): Promise<string> {
  nobodysHash ??= hash('nobody has this password', ARGON2);
  return nobodysHash;
}
