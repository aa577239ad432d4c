/** How often each code of a column stands there, by its name; codes without a name are not counted. */
export function countCodes<Name extends string>(
  codes: Uint8Array,
  nameOf: (code: number) => Name | undefined,
): Partial<Record<Name, number>> {
  const tally = new Uint32Array(256);
  for (const code of codes) tally[code] = (tally[code] ?? 0) + 1;
  const counts: Partial<Record<Name, number>> = {};
  for (const [code, count] of tally.entries()) {
    const name = nameOf(code);
    if (name !== undefined && count > 0) counts[name] = count;
  }
  return counts;
}
