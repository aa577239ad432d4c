/** Anything with an identity. */
type Identified = { readonly id: string };

/**
 * The list that is shown: the live first page on top, then everything that was loaded before and is not in it. A row
 * that newer ones pushed off the first page is thereby kept, and none stands twice.
 */
export function mergeRows<Row extends Identified>(
  pages: readonly (readonly Row[])[],
  live: readonly Row[] | undefined,
): readonly Row[] {
  // With one page alone the live answer is the whole list; what it leaves out is gone (hidden, erased).
  if (live && pages.length <= 1) return live;
  const seen = new Set<string>();
  const merged: Row[] = [];
  for (const row of [live ?? [], ...pages].flat()) {
    if (seen.has(row.id)) continue;
    seen.add(row.id);
    merged.push(row);
  }
  return merged;
}

export type HeldRows<Row> = {
  readonly rows: readonly Row[];
  /** New rows that wait until the reader looks up. */
  readonly held: readonly Row[];
};

/**
 * While somebody reads, rows keep their places: figures change where they stand, new rows wait. `order` is the list of
 * ids as it stood when the reading began; null while nobody reads.
 */
export function holdRows<Row extends Identified>(
  incoming: readonly Row[],
  order: readonly string[] | null,
): HeldRows<Row> {
  if (!order) return { rows: incoming, held: [] };
  const byId = new Map(incoming.map((row) => [row.id, row]));
  const known = new Set(order);
  return {
    rows: order.flatMap((id) => byId.get(id) ?? []),
    held: incoming.filter((row) => !known.has(row.id)),
  };
}
