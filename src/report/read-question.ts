import { z } from 'zod';
import { COMPANY_SORT_KEYS, SiteName, type CompanySortKey } from '../contracts/api.ts';
import { fault, ok, type Result } from '../contracts/result.ts';
import { readCursor, type Cursor } from './cursor.ts';
import { dayInZone, startOfDayInZone } from './day-in-zone.ts';
import type { ProblemCode } from './problem.ts';

const DAY = 86_400_000;
/** Days that a list looks back on when nothing else is asked, today included. */
export const DEFAULT_DAYS = 30;
const DEFAULT_LIMIT = 50;

const DIRECTIONS = ['', '-'] as const;
const COMPANY_SORTS = COMPANY_SORT_KEYS.flatMap((key) => DIRECTIONS.map((sign) => `${sign}${key}` as const));
const VISIT_SORTS = ['started_at', '-started_at'] as const;

const bound = z
  .string()
  .max(40)
  .optional()
  .describe("RFC 3339 time, or a date YYYY-MM-DD in the site's time zone; `from` is included, `to` as a time is not");
const limit = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.number().int().min(1).max(200))
  .optional();
const cursor = z.string().max(2000).optional().describe('`next_cursor` of the page before; the other parameters stay');

export const PeriodQuery = z.strictObject({ site: SiteName, from: bound, to: bound });
export const CompaniesQuery = PeriodQuery.extend({
  sort: z.enum(COMPANY_SORTS).optional(),
  filter: z.string().max(100).optional().describe('Part of the name or the city, without regard to case and accents'),
  limit,
  cursor,
});
export const VisitsQuery = PeriodQuery.extend({ sort: z.enum(VISIT_SORTS).optional(), limit, cursor });

/** The fault of a query string by the parameter in which it lies. */
export const QUERY_FAULTS: Readonly<Record<string, ProblemCode>> = {
  site: 'QUERY_SITE',
  from: 'QUERY_FROM',
  to: 'QUERY_TO',
  sort: 'QUERY_SORT',
  filter: 'QUERY_FILTER',
  limit: 'QUERY_LIMIT',
  cursor: 'QUERY_CURSOR',
};

/** From (included) to (excluded), milliseconds since 1970. */
export type Period = { readonly from: number; readonly to: number };

/** A site as a question needs it. */
export type AskedSite = { readonly id: number; readonly customerId: number; readonly timeZone: string };

export type CompaniesQuestion = {
  readonly site: AskedSite;
  readonly period: Period;
  readonly sort: CompanySortKey;
  readonly downwards: boolean;
  /** null: every company. */
  readonly filter: string | null;
  readonly limit: number;
  readonly after: Cursor | null;
  /** What a cursor has to have been given out for. */
  readonly asked: readonly string[];
};

export type VisitsQuestion = {
  readonly site: AskedSite;
  readonly companyId: string;
  readonly period: Period;
  readonly downwards: boolean;
  readonly limit: number;
  readonly after: Cursor | null;
  readonly asked: readonly string[];
};

type PeriodFault = 'QUERY_FROM' | 'QUERY_TO' | 'QUERY_PERIOD';

/** The list of companies as it was asked for. `now` is milliseconds since 1970. */
export function readCompaniesQuestion(
  query: z.output<typeof CompaniesQuery>,
  site: AskedSite,
  now: number,
): Result<CompaniesQuestion, PeriodFault | 'QUERY_CURSOR'> {
  const period = readPeriod(query, site.timeZone, now, DEFAULT_DAYS);
  if (!period.ok) return period;
  const sort = query.sort ?? '-last_seen';
  const filter = query.filter?.trim() ?? '';
  const asked = ['companies', String(site.id), query.from ?? '', query.to ?? '', sort, filter];
  const after = query.cursor === undefined ? null : readCursor(query.cursor, asked);
  if (query.cursor !== undefined && after === null) return fault('QUERY_CURSOR');
  const downwards = sort.startsWith('-');
  const key = COMPANY_SORT_KEYS.find((one) => one === (downwards ? sort.slice(1) : sort)) ?? 'last_seen';
  // The sort key of a page before has the type of its column.
  if (after !== null && (typeof after.key === 'string') !== (key === 'name')) return fault('QUERY_CURSOR');
  return ok({
    site,
    period: after ?? period.value,
    sort: key,
    downwards,
    filter: filter === '' ? null : filter,
    limit: query.limit ?? DEFAULT_LIMIT,
    after,
    asked,
  });
}

/** The visits of a company as they were asked for; without a period all that are stored. */
export function readVisitsQuestion(
  query: z.output<typeof VisitsQuery>,
  companyId: string,
  site: AskedSite,
  now: number,
): Result<VisitsQuestion, PeriodFault | 'QUERY_CURSOR'> {
  const period = readPeriod(query, site.timeZone, now, null);
  if (!period.ok) return period;
  const sort = query.sort ?? '-started_at';
  const asked = ['visits', String(site.id), companyId, query.from ?? '', query.to ?? '', sort];
  const after = query.cursor === undefined ? null : readCursor(query.cursor, asked);
  if (query.cursor !== undefined && (after === null || typeof after.key === 'string' || !isVisitId(after.id))) {
    return fault('QUERY_CURSOR');
  }
  return ok({
    site,
    companyId,
    period: after ?? period.value,
    downwards: sort === '-started_at',
    limit: query.limit ?? DEFAULT_LIMIT,
    after,
    asked,
  });
}

/** Visit ids are unsigned numbers of 64 bits, written in decimal. */
function isVisitId(text: string): boolean {
  return /^\d{1,20}$/.test(text) && BigInt(text) < 1n << 64n;
}

/**
 * The period of a question. A date means its whole day in the site's zone, for `to` as well; `to` is now when absent,
 * `from` is `defaultDays` days (today included) before that, or the beginning of all when `defaultDays` is null.
 */
export function readPeriod(
  query: { readonly from?: string | undefined; readonly to?: string | undefined },
  timeZone: string,
  now: number,
  defaultDays: number | null,
): Result<Period, PeriodFault> {
  const to = query.to === undefined ? now + 1 : readInstant(query.to, timeZone, 1);
  if (to === null) return fault('QUERY_TO');
  const from =
    query.from === undefined ? defaultStart(timeZone, to, defaultDays) : readInstant(query.from, timeZone, 0);
  if (from === null) return fault('QUERY_FROM');
  return from < to ? ok({ from, to }) : fault('QUERY_PERIOD');
}

function defaultStart(timeZone: string, to: number, days: number | null): number {
  if (days === null) return Math.min(0, to - 1);
  return startOfDayInZone(timeZone, dayInZone(timeZone, to - 1) - (days - 1) * DAY);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const RFC3339 = z.iso.datetime({ offset: true });

/** `daysOn` 0 gives the first instant of a date, 1 the first after it. */
function readInstant(text: string, timeZone: string, daysOn: 0 | 1): number | null {
  if (DATE.test(text)) {
    const day = Date.parse(`${text}T00:00:00Z`);
    // Date.parse takes the 31st of every month; the day has to come back as it was written.
    if (Number.isNaN(day) || new Date(day).toISOString().slice(0, 10) !== text) return null;
    return startOfDayInZone(timeZone, day + daysOn * DAY);
  }
  const instant = RFC3339.safeParse(text).success ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}
