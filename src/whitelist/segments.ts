/**
 * The whole address space cut into segments: segment `i` reaches from `starts[i]` to the address before
 * `starts[i + 1]` (the last one to the end of the space) and carries `values[i]`: 0 for nothing, else a
 * record's index plus one. The first segment starts at address 0; neighbours carry different values.
 */
export type Segments4 = { readonly starts: Uint32Array; readonly values: Uint32Array };

/** The same for IPv6; each start is four words, the most significant first. */
export type Segments6 = { readonly starts: Uint32Array; readonly values: Uint32Array };

/** The address is in no range of the whitelist. */
export const NOT_LISTED = -1;
/** The address is special-purpose (special-purpose.ts), whatever the whitelist says. */
export const SPECIAL = -2;

/** Start and last address of what decided a lookup, both inclusive. */
export type Stretch = { readonly first: bigint; readonly last: bigint };
