/** Bytes that `readAddress` may write. */
export const ADDRESS_BYTES = 16;

const DOT = 46;
const COLON = 58;
const ZERO = 48;
const NINE = 57;

/**
 * Reads the text of an address into `bytes` without allocating: 4 for IPv4 (4 bytes written), 6 for IPv6 (16 bytes in
 * network order), 0 for anything else. An IPv4-mapped IPv6 address (RFC 4291, 2.5.5.2) is the IPv4 address it holds.
 * The notations are those of RFC 4291, 2.2 and of dotted decimals without leading zeros: what `node:net.isIP` accepts,
 * except zone ids (RFC 4007), which mean nothing outside the host that wrote them.
 */
export function readAddress(text: string, bytes: Uint8Array): 0 | 4 | 6 {
  const length = text.length;
  if (length < 2 || length > 45) return 0;
  // An IPv4 address has its first dot within four characters, an IPv6 address its first colon within five.
  for (let at = 0; at < 5 && at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT) return readDotted(text, 0, length, bytes, 0) ? 4 : 0;
    if (code === COLON) return readColons(text, length, bytes);
  }
  return 0;
}

/** Reads four decimals into `bytes` from `offset` on; true when the text between `from` and `to` is just that. */
function readDotted(text: string, from: number, to: number, bytes: Uint8Array, offset: number): boolean {
  let part = 0;
  let digits = 0;
  let parts = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) {
      if (digits > 0 && part === 0) return false;
      part = part * 10 + code - ZERO;
      if (part > 255) return false;
      digits++;
    } else {
      if (code !== DOT || digits === 0 || parts === 3) return false;
      bytes[offset + parts] = part;
      parts++;
      part = 0;
      digits = 0;
    }
  }
  if (parts !== 3 || digits === 0) return false;
  bytes[offset + 3] = part;
  return true;
}

function readColons(text: string, length: number, bytes: Uint8Array): 0 | 4 | 6 {
  let written = 0;
  /** Where the zeros of `::` belong; -1 while none was seen. */
  let gap = -1;
  let at = 0;
  if (text.charCodeAt(0) === COLON) {
    if (text.charCodeAt(1) !== COLON) return 0;
    gap = 0;
    at = 2;
  }
  while (at < length) {
    if (written === ADDRESS_BYTES) return 0;
    const start = at;
    let word = 0;
    let code = 0;
    for (; at < length; at++) {
      code = text.charCodeAt(at);
      const digit = hexValue(code);
      if (digit < 0) break;
      if (at - start === 4) return 0;
      word = (word << 4) | digit;
    }
    if (at < length && code === DOT) {
      // The last two words may be written as dotted decimals.
      if (written > 12 || !readDotted(text, start, length, bytes, written)) return 0;
      written += 4;
      break;
    }
    if (at === start) return 0;
    bytes[written] = word >> 8;
    bytes[written + 1] = word & 255;
    written += 2;
    if (at === length) break;
    if (code !== COLON) return 0;
    at++;
    if (at === length) return 0;
    if (text.charCodeAt(at) === COLON) {
      if (gap >= 0) return 0;
      gap = written;
      at++;
    }
  }
  if (gap < 0 ? written !== ADDRESS_BYTES : written === ADDRESS_BYTES) return 0;
  if (gap >= 0) {
    const tail = written - gap;
    bytes.copyWithin(ADDRESS_BYTES - tail, gap, written);
    bytes.fill(0, gap, ADDRESS_BYTES - tail);
  }
  return isMapped(bytes) ? moveMapped(bytes) : 6;
}

function isMapped(bytes: Uint8Array): boolean {
  if (bytes[10] !== 255 || bytes[11] !== 255) return false;
  for (let at = 0; at < 10; at++) if (bytes[at] !== 0) return false;
  return true;
}

function moveMapped(bytes: Uint8Array): 4 {
  bytes.copyWithin(0, 12, 16);
  bytes.fill(0, 4, 16);
  return 4;
}

/** Value of a hexadecimal digit, -1 for any other character. */
function hexValue(code: number): number {
  if (code >= ZERO && code <= NINE) return code - ZERO;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
