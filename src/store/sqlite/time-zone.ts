/** The zone's name as the runtime writes it, or null when it knows no IANA zone of this name. */
export function readTimeZone(text: string): string | null {
  // Offsets such as +01:00 are taken by some runtimes; a site needs a zone whose rules are known.
  if (text.length > 64 || !/^[A-Za-z]/.test(text)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** The zone of the machine. */
export function ownTimeZone(): string {
  return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
}
