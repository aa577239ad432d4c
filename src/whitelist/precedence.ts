/**
 * What decides between two ranges that hold an address, beside their size: bits of one number, the smaller wins.
 * `opaque` stands above the size (flatten-ranges.ts), then come rank, age and the order of input.
 */
export const OPAQUE = 0x8000_0000;

const RANK_SHIFT = 16;
const LAST_DAY = 0xffff;

/** @param rank of the source, 0 the best; @param day days since 1970, 0 for unknown; a younger object wins */
export function precedenceOf(isOpaque: boolean, rank: number, day: number): number {
  return ((isOpaque ? OPAQUE : 0) | (rank << RANK_SHIFT) | (LAST_DAY - day)) >>> 0;
}

/** Days since 1970, 0 for unknown. */
export function dayIn(precedence: number): number {
  return LAST_DAY - (precedence & LAST_DAY);
}
