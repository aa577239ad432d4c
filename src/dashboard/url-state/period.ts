/** The period of a report: chosen in the page's URL. The API reads its days in the site's time zone. */
export const PERIOD_NAMES = ['today', 'week', 'month', 'custom'] as const;
export type PeriodName = (typeof PERIOD_NAMES)[number];

/** `from` and `to` are days (2026-06-17), both inclusive. */
export type Period =
  | { readonly name: 'today' | 'week' | 'month' }
  | { readonly name: 'custom'; readonly from: string; readonly to: string };

/** Days as the API takes them, both inclusive; `to` null means "until now". */
export type Bounds = { readonly from: string; readonly to: string | null };

const DAY_MS = 86_400_000;
export const LENGTH_DAYS = { today: 1, week: 7, month: 30 } as const;

/** True for a day that exists: 2026-02-30 does not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

/** The calendar day of an instant in a time zone (IANA name). */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    instant,
  );
}

export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The days of a period, `today` being the day in the site's time zone. */
export function boundsOf(period: Period, today: string): Bounds {
  if (period.name === 'custom') return { from: period.from, to: period.to };
  return { from: shiftDay(today, 1 - LENGTH_DAYS[period.name]), to: null };
}
