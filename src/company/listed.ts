/** The words of a table that is written as a text with blanks between them. */
export function listed(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
