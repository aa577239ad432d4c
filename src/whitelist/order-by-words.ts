const DIGIT = 1 << 16;

/**
 * Positions of keys in ascending order, equal ones in the order of input: a radix sort by 16 bits, which for ten
 * million keys takes half the time of a comparing sort. A key is `width` words, the most significant first; words in
 * which all keys agree (the lower halves of IPv6 prefixes) cost one look each.
 */
export function orderByWords(keys: Uint32Array, width: 1 | 2 | 4): Uint32Array {
  const count = keys.length / width;
  let order = new Uint32Array(count);
  for (let position = 0; position < count; position += 1) order[position] = position;
  if (isInOrder(keys, width)) return order;
  if (width === 1) return orderByWord(keys, order);
  let spare = new Uint32Array(count);
  const ends = new Uint32Array(DIGIT);
  for (let word = width - 1; word >= 0; word -= 1) {
    for (let shift = 0; shift < 32; shift += 16) {
      ends.fill(0);
      for (let at = word; at < keys.length; at += width) {
        const digit = ((keys[at] ?? 0) >>> shift) & 0xffff;
        ends[digit] = (ends[digit] ?? 0) + 1;
      }
      if (ends[((keys[word] ?? 0) >>> shift) & 0xffff] === count) continue;
      countsToPlaces(ends);
      for (let at = 0; at < count; at += 1) {
        const position = order[at] ?? 0;
        const digit = ((keys[position * width + word] ?? 0) >>> shift) & 0xffff;
        const place = ends[digit] ?? 0;
        ends[digit] = place + 1;
        spare[place] = position;
      }
      [order, spare] = [spare, order];
    }
  }
  return order;
}

/** The same for keys of one word, which move along with their positions: each pass reads both side by side. */
function orderByWord(given: Uint32Array, identity: Uint32Array): Uint32Array {
  let keys = given;
  let order = identity;
  const places = new Uint32Array(DIGIT);
  for (let shift = 0; shift < 32; shift += 16) {
    const movedKeys = new Uint32Array(keys.length);
    const movedOrder = new Uint32Array(keys.length);
    places.fill(0);
    for (let at = 0; at < keys.length; at += 1) {
      const digit = ((keys[at] ?? 0) >>> shift) & 0xffff;
      places[digit] = (places[digit] ?? 0) + 1;
    }
    countsToPlaces(places);
    for (let at = 0; at < keys.length; at += 1) {
      const key = keys[at] ?? 0;
      const digit = (key >>> shift) & 0xffff;
      const place = places[digit] ?? 0;
      places[digit] = place + 1;
      movedKeys[place] = key;
      movedOrder[place] = order[at] ?? 0;
    }
    keys = movedKeys;
    order = movedOrder;
  }
  return order;
}

function countsToPlaces(counts: Uint32Array): void {
  let sum = 0;
  for (let digit = 0; digit < DIGIT; digit += 1) {
    const own = counts[digit] ?? 0;
    counts[digit] = sum;
    sum += own;
  }
}

function isInOrder(keys: Uint32Array, width: 1 | 2 | 4): boolean {
  for (let at = width; at < keys.length; at += width) {
    if (compareWords(keys, at - width, keys, at, width) > 0) return false;
  }
  return true;
}

/** Negative, zero or positive, as the key at one place is smaller than, equal to or greater than another. */
export function compareWords(
  keys: Uint32Array,
  at: number,
  others: Uint32Array,
  otherAt: number,
  width: 1 | 2 | 4,
): number {
  for (let word = 0; word < width; word += 1) {
    const difference = (keys[at + word] ?? 0) - (others[otherAt + word] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
