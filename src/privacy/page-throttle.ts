const HOUR_MS = 3_600_000;

/** How often something may be done in an hour, by everybody together. */
export type PageThrottle = {
  /** Takes one turn. 0: go on; else the seconds after which there is one again. `now` in ms since 1970. */
  readonly take: (now: number) => number;
};

/**
 * A bucket of turns for the whole installation that fills up evenly. Nobody is told apart: whoever could be would have
 * to be remembered by his address, and one who has many addresses would ask with all of them.
 */
export function createPageThrottle(turnsPerHour: number): PageThrottle {
  const turnMs = HOUR_MS / turnsPerHour;
  let turns = turnsPerHour;
  let filledAt: number | null = null;
  return {
    take(now) {
      // A clock that was set back fills nothing.
      const elapsedMs = Math.max(0, now - (filledAt ?? now));
      turns = Math.min(turnsPerHour, turns + elapsedMs / turnMs);
      filledAt = now;
      if (turns < 1) return Math.ceil(((1 - turns) * turnMs) / 1000);
      turns -= 1;
      return 0;
    },
  };
}
