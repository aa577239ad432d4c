const DAY = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone at an instant, as if it were UTC, in milliseconds. */
function wallClock(timeZone: string, instant: number): number {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The day of a zone at an instant, as the UTC midnight of the same date. */
export function dayInZone(timeZone: string, instant: number): number {
  return Math.floor(wallClock(timeZone, instant) / DAY) * DAY;
}

/**
 * The first instant of a day in a zone. `day`: the UTC midnight of the same date. Where clocks go forward at midnight
 * that instant is not called 00:00; a day that a zone left out begins with the next one.
 */
export function startOfDayInZone(timeZone: string, day: number): number {
  // No zone is further than 26 hours from UTC, and within these bounds the zone's date only ever grows.
  let before = day - 26 * 3_600_000;
  let reached = day + 26 * 3_600_000;
  while (reached - before > 1) {
    const middle = Math.floor((before + reached) / 2);
    if (dayInZone(timeZone, middle) >= day) reached = middle;
    else before = middle;
  }
  return reached;
}
