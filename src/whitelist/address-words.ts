const WORD = 0xffff_ffffn;

/** IPv6 addresses as the builder's columns hold them: four words each, the most significant first. */
export function wordsOfAddresses(addresses: readonly bigint[]): Uint32Array {
  const words = new Uint32Array(addresses.length * 4);
  for (const [position, address] of addresses.entries()) {
    for (let word = 0; word < 4; word += 1) {
      words[position * 4 + word] = Number((address >> BigInt(96 - word * 32)) & WORD);
    }
  }
  return words;
}
