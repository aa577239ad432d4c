/**
 * What may leave a loan of an address: plain values that can be stored. Functions, promises, generators, typed arrays
 * and class instances do not fit, and therefore neither an address nor anything that could still reach one.
 */
export type Lendable = string | number | boolean | null | readonly Lendable[] | { readonly [key: string]: Lendable };
