const DAY_MS = 86_400_000;

/** Whole days until an instant, the last one begun among them; 0 once it has passed. */
export function daysLeft(untilIso: string, now: Date): number {
  return Math.max(0, Math.ceil((Date.parse(untilIso) - now.getTime()) / DAY_MS));
}
