import { growBytes, growWords } from '../../whitelist/growing-column.ts';
import { createHashIndex, hashText, type TextHash } from './hash-index.ts';

/**
 * An address that stands with more unrelated names than this is a carrier's placeholder and no customer's own. Names
 * are unrelated when they begin with different words: the companies of one group share a house.
 */
export const MOST_NAMES_AT_ONE_ADDRESS = 3;

/** So many ranges of one size, none larger than a /24, that lead to one name without a legal form are an access pool. */
export const LEAST_RANGES_OF_A_POOL = 256;
const LARGEST_POOL_RANGE = 256;

export type PlaceCount = {
  /** In the order of the records; '' where one has no address. */
  readonly add: (place: string, name: string) => void;
  /** Sets a flag on the records with a shared address; answers how many there are. */
  readonly mark: (flags: Uint8Array, flag: number) => number;
};

/** Counts how many unrelated names stand at each address: hashes alone, four names an address at most. */
export function countPlaces(): PlaceCount {
  const index = createHashIndex();
  const hash: TextHash = { high: 0, low: 0 };
  /** Position of each record's place plus one; 0 for none. */
  const recordPlaces = growWords();
  /** Hashes of the first names at each place. */
  const names = growWords();
  const nameCounts = growBytes();

  const noteName = (place: number, name: number): void => {
    const known = nameCounts.at(place);
    if (known > MOST_NAMES_AT_ONE_ADDRESS) return;
    const from = place * MOST_NAMES_AT_ONE_ADDRESS;
    for (let at = 0; at < known; at += 1) if (names.at(from + at) === name) return;
    if (known < MOST_NAMES_AT_ONE_ADDRESS) names.set(from + known, name);
    nameCounts.set(place, known + 1);
  };
  return {
    add(place, name) {
      if (place === '') return recordPlaces.push(0);
      const next = nameCounts.length();
      const found = index.findOrKeep(hashText(place, hash), next);
      if (found === next) {
        nameCounts.push(0);
        for (let at = 0; at < MOST_NAMES_AT_ONE_ADDRESS; at += 1) names.push(0);
      }
      recordPlaces.push(found + 1);
      if (name !== '') noteName(found, hashText(name.split(' ', 1)[0] ?? '', hash).low);
    },
    mark(flags, flag) {
      let marked = 0;
      for (const record of flags.keys()) {
        const place = recordPlaces.at(record);
        if (place === 0 || nameCounts.at(place - 1) <= MOST_NAMES_AT_ONE_ADDRESS) continue;
        flags[record] = (flags[record] ?? 0) | flag;
        marked += 1;
      }
      return marked;
    },
  };
}

export type PoolCount = {
  /** In the order of the records; '' where one cannot be a pool. */
  readonly add: (name: string) => void;
  /** Notes an IPv4 range that leads to a record. */
  readonly addRange: (record: number, size: number) => void;
  /** Sets a flag on the records whose name stands for a pool; answers how many there are. */
  readonly mark: (flags: Uint8Array, flag: number) => number;
};

/** Counts ranges of one size by name. */
export function countPools(): PoolCount {
  const nameIndex = createHashIndex();
  const sizeIndex = createHashIndex();
  const hash: TextHash = { high: 0, low: 0 };
  /** Position of each record's name plus one; 0 for none. */
  const recordNames = growWords();
  const isPool = growBytes();
  const counts = growWords();
  return {
    add(name) {
      if (name === '') return recordNames.push(0);
      const next = isPool.length();
      const found = nameIndex.findOrKeep(hashText(name, hash), next);
      if (found === next) isPool.push(0);
      recordNames.push(found + 1);
    },
    addRange(record, size) {
      const name = recordNames.at(record);
      if (name === 0 || size > LARGEST_POOL_RANGE) return;
      hash.high = size;
      // The table takes its slot from the lower half: spread it.
      hash.low = Math.imul(name ^ (size << 22), 0x9e3779b1) >>> 0;
      const next = counts.length();
      const found = sizeIndex.findOrKeep(hash, next);
      if (found === next) counts.push(0);
      counts.set(found, counts.at(found) + 1);
      if (counts.at(found) === LEAST_RANGES_OF_A_POOL) isPool.set(name - 1, 1);
    },
    mark(flags, flag) {
      let marked = 0;
      for (const record of flags.keys()) {
        const name = recordNames.at(record);
        if (name === 0 || isPool.at(name - 1) === 0) continue;
        flags[record] = (flags[record] ?? 0) | flag;
        marked += 1;
      }
      return marked;
    },
  };
}
