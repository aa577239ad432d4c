import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** What makes an organisation the same one over rebuilds. */
export type CompanyIdentity = {
  /** Normalised: see normalise-name.ts. */
  readonly name: string;
  /** Key of the legal form, '' where none was read. */
  readonly legalForm: string;
  readonly country: string | null;
  /** Postcode, else city, else ''. */
  readonly place: string;
};

/** 13 characters of base32 (RFC 4648, lower case): the first 64 bits of a SHA-256 over the identity. */
export function companyId({ name, legalForm, country, place }: CompanyIdentity): string {
  const digest = createHash('sha256')
    .update([name, legalForm, country ?? '', place].join('\n'))
    .digest();
  return companyIdFromBits(digest.readBigUInt64BE());
}

export function companyIdFromBits(bits: bigint): string {
  // 13 characters hold 65 bits; the last bit is 0.
  let rest = bits << 1n;
  let text = '';
  for (let character = 0; character < 13; character += 1) {
    text = (ALPHABET[Number(rest & 31n)] ?? '') + text;
    rest >>= 5n;
  }
  return text;
}

/** null for a text that is not a company id. */
export function bitsOfCompanyId(id: string): bigint | null {
  if (!/^[a-z2-7]{13}$/.test(id)) return null;
  let bits = 0n;
  for (const character of id) bits = (bits << 5n) | BigInt(ALPHABET.indexOf(character));
  return (bits & 1n) === 0n ? bits >> 1n : null;
}
