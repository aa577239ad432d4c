const CODES = new Uint8Array(128).fill(32);
for (const [code, character] of Array.from('abcdefghijklmnopqrstuvwxyz234567').entries()) {
  CODES[character.charCodeAt(0)] = code;
}

/**
 * The 64 bits of a company id as two words, upper first; null for a text that is none. As `bitsOfCompanyId`, without
 * integers of 128 bits: it is asked millions of times when a whitelist is built.
 */
export function companyIdWords(id: string): readonly [high: number, low: number] | null {
  if (id.length !== 13) return null;
  let upper = 0;
  for (let at = 0; at < 6; at += 1) {
    const code = CODES[id.charCodeAt(at)] ?? 32;
    if (code > 31) return null;
    upper = upper * 32 + code;
  }
  let lower = 0;
  for (let at = 6; at < 13; at += 1) {
    const code = CODES[id.charCodeAt(at)] ?? 32;
    if (code > 31) return null;
    lower = lower * 32 + code;
  }
  // 30 bits and 35 bits; the last one is 0.
  if (lower % 2 === 1) return null;
  const low = lower / 2;
  return [upper * 4 + Math.floor(low / 2 ** 32), low >>> 0];
}
