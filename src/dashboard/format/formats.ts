/** Numbers, dates and names of countries as a reader of one locale writes them. All times in one time zone. */
export type Formats = {
  readonly locale: string;
  readonly timeZone: string;
  number(value: number): string;
  /** A share of a whole: one decimal under ten percent, `< 0,1 %` for what would read as nothing. */
  share(part: number, whole: number): string;
  /** 17.06.2026 */
  date(iso: string): string;
  /** A bare ISO day (2026-06-17) as 17.06.2026, whatever the time zone; what is no day stays as it is. */
  day(isoDay: string): string;
  /** 17. Juni 2026; with the weekday: Mittwoch, 17. Juni 2026 */
  longDate(iso: string, withWeekday?: boolean): string;
  /** 14:05 */
  time(iso: string): string;
  /** 17.06.2026, 14:05 */
  dateTime(iso: string): string;
  /** Today the time alone, this year without the year. */
  shortMoment(iso: string, now: Date): string;
  /** vor 3 Minuten; null when longer than a day ago. */
  ago(iso: string, now: Date): string | null;
  /** 45 s, 3 min, 1 h 5 min */
  duration(ms: number): string;
  /** Seconds, none left out below an hour: 45 s, 1 min 20 s, 1 h 5 min */
  stay(wholeSeconds: number): string;
  /** Deutschland; the code itself where it names nothing. */
  country(code: string): string;
  /** a, b und c */
  list(parts: readonly string[]): string;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function createFormats(locale: string, timeZone: string): Formats {
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percentWhole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const percentFine = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const shortDate = dates({ day: '2-digit', month: '2-digit', year: 'numeric' });
  const clock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dayAndMonth = dates({ day: 'numeric', month: 'short' });
  const longDate = dates({ day: 'numeric', month: 'long', year: 'numeric' });
  const weekdayDate = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const years = dates({ year: 'numeric' });
  // A date without a time (the date of a source) is the same day everywhere.
  const bareDate = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction', style: 'long' });
  const unit = (name: 'second' | 'minute' | 'hour') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' });
  const seconds = unit('second');
  const minutes = unit('minute');
  const hours = unit('hour');

  const time = (iso: string) => clock.format(new Date(iso));
  return {
    locale,
    timeZone,
    number: (value) => whole.format(value),
    share(part, all) {
      if (all <= 0 || part <= 0) return percentWhole.format(0);
      const ratio = part / all;
      if (ratio < 0.001) return `< ${percentFine.format(0.001)}`;
      if (ratio >= 0.1) return percentWhole.format(part < all ? Math.min(ratio, 0.99) : 1);
      return percentFine.format(ratio);
    },
    date: (iso) => shortDate.format(new Date(iso)),
    day(isoDay) {
      const instant = new Date(`${isoDay.slice(0, 10)}T00:00:00Z`);
      return Number.isNaN(instant.getTime()) ? isoDay : bareDate.format(instant);
    },
    longDate: (iso, withWeekday = false) => (withWeekday ? weekdayDate : longDate).format(new Date(iso)),
    time,
    dateTime: (iso) => `${shortDate.format(new Date(iso))}, ${time(iso)}`,
    shortMoment(iso, now) {
      const moment = new Date(iso);
      if (shortDate.format(moment) === shortDate.format(now)) return time(iso);
      return years.format(moment) === years.format(now)
        ? `${dayAndMonth.format(moment)}, ${time(iso)}`
        : shortDate.format(moment);
    },
    ago(iso, now) {
      const past = Math.max(0, now.getTime() - new Date(iso).getTime());
      if (past < MINUTE) return relative.format(-Math.floor(past / SECOND), 'second');
      if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), 'minute');
      if (past < DAY) return relative.format(-Math.floor(past / HOUR), 'hour');
      return null;
    },
    stay(wholeSeconds) {
      if (wholeSeconds < 60) return seconds.format(wholeSeconds);
      const [large, small, size] = wholeSeconds < 3_600 ? [minutes, seconds, 60] : [hours, minutes, 3_600];
      const larger = large.format(Math.floor(wholeSeconds / size));
      const rest = Math.floor((wholeSeconds % size) / (size / 60));
      return rest === 0 ? larger : `${larger} ${small.format(rest)}`;
    },
    duration(ms) {
      const wholeSeconds = Math.round(ms / SECOND);
      if (wholeSeconds < 60) return seconds.format(wholeSeconds);
      const wholeMinutes = Math.round(wholeSeconds / 60);
      if (wholeMinutes < 60) return minutes.format(wholeMinutes);
      const fullHours = hours.format(Math.floor(wholeMinutes / 60));
      return wholeMinutes % 60 === 0 ? fullHours : `${fullHours} ${minutes.format(wholeMinutes % 60)}`;
    },
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    list: (parts) => lists.format(parts),
  };
}
