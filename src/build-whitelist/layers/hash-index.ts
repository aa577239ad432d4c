/** Finds what was kept under a 64-bit hash: millions of entries in typed arrays, where a Map of strings takes gigabytes. */
export type HashIndex = {
  /** The value kept under a hash, or `otherwise`, which is kept from now on. */
  readonly findOrKeep: (hash: TextHash, otherwise: number) => number;
};

/** Two halves of 32 bits; reused by hashText, to be read at once. */
export type TextHash = { high: number; low: number };

const FIRST_SLOTS = 1 << 12;
/** The table doubles when it is this full: probes stay short. */
const FULL = 0.6;

export function createHashIndex(): HashIndex {
  let slots = FIRST_SLOTS;
  let highs = new Uint32Array(slots);
  let lows = new Uint32Array(slots);
  /** Value plus one; 0 for a free slot. */
  let values = new Uint32Array(slots);
  let kept = 0;

  const slotOf = (high: number, low: number): number => {
    const mask = slots - 1;
    let slot = low & mask;
    while (values[slot] !== 0 && (highs[slot] !== high || lows[slot] !== low)) slot = (slot + 1) & mask;
    return slot;
  };
  const put = (high: number, low: number, stored: number): void => {
    const slot = slotOf(high, low);
    highs[slot] = high;
    lows[slot] = low;
    values[slot] = stored;
  };
  const widen = (): void => {
    const [oldHighs, oldLows, oldValues] = [highs, lows, values];
    slots *= 2;
    highs = new Uint32Array(slots);
    lows = new Uint32Array(slots);
    values = new Uint32Array(slots);
    for (let slot = 0; slot < oldValues.length; slot += 1) {
      const stored = oldValues[slot] ?? 0;
      if (stored !== 0) put(oldHighs[slot] ?? 0, oldLows[slot] ?? 0, stored);
    }
  };
  return {
    findOrKeep({ high, low }, otherwise) {
      const known = values[slotOf(high, low)] ?? 0;
      if (known !== 0) return known - 1;
      if (kept >= slots * FULL) widen();
      put(high, low, otherwise + 1);
      kept += 1;
      return otherwise;
    },
  };
}

/**
 * Two multiplicative hashes of 32 bits over the code units and the length, mixed at the end (the finaliser of
 * MurmurHash3). Among ten million different texts the chance of one pair with the same hash is below one in 300,000.
 */
export function hashText(text: string, into: TextHash, seed = 0): TextHash {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  high = mix(high ^ text.length) ^ low;
  low = mix(low ^ text.length);
  into.high = mix(high) >>> 0;
  into.low = low >>> 0;
  return into;
}

function mix(bits: number): number {
  let mixed = bits ^ (bits >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
