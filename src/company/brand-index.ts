/** Brands by their first word; a table of names is written `one name|another name|=only the whole name`. */
export type BrandIndex = ReadonlyMap<string, readonly Brand[]>;

type Brand = { readonly words: readonly string[]; readonly whole: boolean };

export function brandIndex(table: string): BrandIndex {
  const index = new Map<string, Brand[]>();
  for (const entry of table.split(/[|\n]/)) {
    const whole = entry.startsWith('=');
    const named = entry.replace('=', '').trim().split(' ').filter(Boolean);
    const [first] = named;
    if (first !== undefined) index.set(first, [...(index.get(first) ?? []), { words: named, whole }]);
  }
  return index;
}

/** Whether a name as words begins with one of the brands, or is one where only the whole name counts. */
export function beginsWithBrand(index: BrandIndex, name: readonly string[]): boolean {
  return lengthOfBrand(index, name) > 0;
}

/** How many words the longest brand takes with which a name begins; 0 where it begins with none. */
export function lengthOfBrand(index: BrandIndex, name: readonly string[]): number {
  let longest = 0;
  for (const { words, whole } of index.get(name[0] ?? '') ?? []) {
    if (words.length <= longest || (whole && words.length !== name.length)) continue;
    if (words.every((word, position) => name[position] === word)) longest = words.length;
  }
  return longest;
}
