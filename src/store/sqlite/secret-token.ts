import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits as 43 characters that need no escaping in a URL or a header. */
export function newSecretToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored of a token. A plain hash is enough: nobody can try out 256 random bits, and a look-up by the hash
 * tells an attacker nothing by its duration.
 */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
