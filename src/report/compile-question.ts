import type { CompanySortKey } from '../contracts/api.ts';
import { REFUSAL_REASONS } from '../contracts/reasons.ts';
import type { Cursor } from './cursor.ts';
import type { AskedSite, CompaniesQuestion, Period, VisitsQuestion } from './read-question.ts';

/** SQL of the visits store and the values of $1, $2 … in it. No text of a request is ever part of the SQL. */
export type CompiledQuestion = { readonly sql: string; readonly parameters: readonly (string | number)[] };

/** Turns the names of parameters into the numbers that a prepared statement takes, in the order of appearance. */
function numbered(sql: string, values: Readonly<Record<string, string | number>>): CompiledQuestion {
  const names: string[] = [];
  const text = sql.replaceAll(/\$([a-z_]+)/g, (_match, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  const parameters = names.map((name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a question without a value for ${name}`);
    return value;
  });
  return { sql: text, parameters };
}

/** Steps of a visit that are told; one more is asked for, to know whether there were more. */
export const MOST_STEPS = 200;
/** Length of the lists of pages, referrers and campaigns. */
const MOST_TOP_VALUES = 10;
/**
 * An anonymous value with fewer hits in an hour is told in one sum with the others (privacy promise 1). The store folds
 * them when the hour is over; an hour that still runs is read as if it were over, so that a quiet site's last minutes
 * show no single person's page, and no figure changes when the hour closes.
 */
const LEAST_ANONYMOUS_HITS = 3;

/** Rows of one customer's site in a period. Both ids are asked for, although the site's would do. */
const OF_SITE_IN_PERIOD = `customer_id = cast($customer as integer) and site_id = cast($site as integer)
      and occurred_at >= ${timestamp('from', 'timestamp_ms')} and occurred_at < ${timestamp('to', 'timestamp_ms')}`;
/** The closing message of a page is no step of a visit: it says how long the page view before it was open. */
const NO_CLOSING = "name <> 'leave'";
/** Later pages of a list leave out the rows that were stored after the first page had been read. */
const BEFORE_WATERMARK = 'and rowid <= cast($watermark as bigint)';
/** Counters know only the hour: one belongs to the period in which it begins. */
const COUNTED_FOR_SITE_IN_PERIOD = `customer_id = cast($customer as integer) and site_id = cast($site as integer)
      and hour >= ${timestamp('from_hour', 'timestamp_s')} and hour < ${timestamp('to_hour', 'timestamp_s')}`;
/** The companies that a site is shown, one row for each id under which visits are stored. */
const SHOWN = `(select company_id, shown_as, name, legal_form, postcode, city, country from company_seen
      where company_seen.customer_id = cast($customer as integer) and company_seen.site_id = cast($site as integer)
        and company_seen.shown)`;
/** Visits of one company, under whichever id they are stored. */
const IS_COMPANY = `company_id in (select seen.company_id from ${SHOWN} seen where seen.shown_as = $company)`;
/** What people read and search: without case and accents. */
const folded = (text: string) => `lower(strip_accents(${text}))`;

/** A bound in the column's own type: with another one the engine reads every row instead of the period's alone. */
function timestamp(parameter: string, type: 'timestamp_ms' | 'timestamp_s'): string {
  return `cast(make_timestamp_ms(cast($${parameter} as bigint)) as ${type})`;
}

type SortKeyDeclaration = {
  /** Column of `answer`, as a number or a text that the next page can begin after. */
  readonly sql: string;
  readonly type: 'double' | 'varchar';
};

const COMPANY_SORT_SQL: Readonly<Record<CompanySortKey, SortKeyDeclaration>> = {
  visits: { sql: 'company.visits', type: 'double' },
  page_views: { sql: 'company.page_views', type: 'double' },
  first_seen: { sql: 'epoch_ms(company.first_seen)', type: 'double' },
  last_seen: { sql: 'epoch_ms(company.last_seen)', type: 'double' },
  name: { sql: folded('company.name'), type: 'varchar' },
};

/** Companies of a site, what they did in the period, and how their latest visit began. */
function companyRows(options: {
  readonly sort: SortKeyDeclaration;
  readonly ofVisits: string;
  readonly ofCompanies: string;
}): string {
  return `with visit as (
    select company_id, visit_id, min(occurred_at) as started_at, max(occurred_at) as ended_at, max(rowid) as last_row,
      count(*) filter (where name = 'pageview') as page_views,
      first(struct_pack(page := path, origin := coalesce(campaign_source, referrer_host)) order by occurred_at, rowid) as entry
    from page_view
    where ${OF_SITE_IN_PERIOD} and ${NO_CLOSING}
      ${options.ofVisits}
    group by company_id, visit_id
  ), company as (
    select seen.shown_as as id, any_value(seen.name) as name, any_value(seen.legal_form) as legal_form,
      any_value(seen.postcode) as postcode, any_value(seen.city) as city, any_value(seen.country) as country,
      count(*) as visits, sum(page_views) as page_views,
      min(started_at) as first_seen, max(ended_at) as last_seen, max(last_row) as last_row,
      last(entry order by started_at, visit_id) as latest
    from visit join ${SHOWN} seen on seen.company_id = visit.company_id
    group by seen.shown_as
  ), answer as (
    select company.id, company.name, company.legal_form, company.postcode, company.city, company.country,
      cast(company.visits as double) as visits, cast(company.page_views as double) as page_views,
      cast(epoch_ms(company.first_seen) as double) as first_seen, cast(epoch_ms(company.last_seen) as double) as last_seen,
      company.latest.page as entry_page, company.latest.origin as origin,
      cast(max(company.last_row) over () as double) as watermark,
      cast(${options.sort.sql} as ${options.sort.type}) as sort_key
    from company ${options.ofCompanies}
  )
  select * from answer`;
}

/** A row of `companyRows`. */
export type CompanyAnswerRow = {
  readonly id: string;
  readonly name: string;
  readonly legal_form: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly visits: number;
  readonly page_views: number;
  readonly first_seen: number;
  readonly last_seen: number;
  readonly entry_page: string;
  readonly origin: string | null;
  /** Number of the last row that any line of the list rests on. */
  readonly watermark: number;
  readonly sort_key: number | string;
};

export function compileCompaniesQuestion(question: CompaniesQuestion): CompiledQuestion {
  const sort = COMPANY_SORT_SQL[question.sort];
  const rows = companyRows({
    sort,
    ofVisits: question.after === null ? '' : BEFORE_WATERMARK,
    ofCompanies:
      question.filter === null
        ? ''
        : `where contains(${folded('company.name')}, ${folded('$filter')})
        or contains(${folded("coalesce(company.city, '')")}, ${folded('$filter')})`,
  });
  return numbered(
    `${rows}
  ${question.after === null ? '' : beyond(question.downwards, sort.type, 'varchar')}
  order by sort_key ${question.downwards ? 'desc' : 'asc'}, id
  limit cast($limit as integer)`,
    {
      ...ofSite(question.site, question.period),
      limit: question.limit + 1,
      ...(question.filter === null ? {} : { filter: question.filter }),
      ...(question.after === null ? {} : afterRow(question.after)),
    },
  );
}

/** One company of a site; no row when it was not there in the period or is not shown. */
export function compileCompanyQuestion(site: AskedSite, period: Period, companyId: string): CompiledQuestion {
  return numbered(companyRows({ sort: COMPANY_SORT_SQL.visits, ofVisits: `and ${IS_COMPANY}`, ofCompanies: '' }), {
    ...ofSite(site, period),
    company: companyId,
  });
}

/** Whether a company that is shown was ever seen on the site. */
export function compileKnownCompanyQuestion(site: AskedSite, companyId: string): CompiledQuestion {
  return numbered(
    `select 1 as known from page_view
  where customer_id = cast($customer as integer) and site_id = cast($site as integer) and ${IS_COMPANY}
  limit 1`,
    { customer: site.customerId, site: site.id, company: companyId },
  );
}

/** A row is a step; the visit's own columns stand on each of its steps. */
export type VisitAnswerRow = {
  readonly id: string;
  readonly started_at: number;
  readonly ended_at: number;
  readonly page_views: number;
  readonly referrer_host: string | null;
  readonly campaign_source: string | null;
  readonly campaign_medium: string | null;
  readonly campaign_name: string | null;
  /** Steps of the visit, told or not. */
  readonly steps: number;
  /** Number of the last row that any visit rests on. */
  readonly watermark: number;
  readonly time: number;
  readonly name: string;
  readonly host: string;
  readonly path: string;
  readonly target: string | null;
  readonly seconds: number | null;
  readonly page_name: string | null;
  readonly page_group: string | null;
  /** JSON object of texts. */
  readonly props: string | null;
};

export function compileVisitsQuestion(question: VisitsQuestion): CompiledQuestion {
  const direction = question.downwards ? 'desc' : 'asc';
  return numbered(
    `with told as (
    select *, rowid as row_number from page_view
    where ${OF_SITE_IN_PERIOD}
      and ${IS_COMPANY} ${question.after === null ? '' : BEFORE_WATERMARK}
  ), row_of_company as (
    select * from told where ${NO_CLOSING}
  ), visit as (
    select visit_id as id, epoch_ms(min(occurred_at)) as sort_key, max(occurred_at) as ended_at,
      count(*) filter (where name = 'pageview') as page_views, count(*) as steps,
      max(row_number) as last_row,
      first(struct_pack(referrer_host := referrer_host, source := campaign_source, medium := campaign_medium,
        name := campaign_name) order by occurred_at, row_number) as entry
    from row_of_company group by visit_id
  ), page as (
    select *, cast(max(last_row) over () as double) as watermark from visit
    ${question.after === null ? '' : beyond(question.downwards, 'double', 'ubigint')}
    order by sort_key ${direction}, id
    limit cast($limit as integer)
  ), step as (
    select *, row_number() over (partition by visit_id order by occurred_at, row_number) as position
    from row_of_company where visit_id in (select id from page)
  ), closing as (
    select page_row, max(seconds) as seconds
    from (
      select name, seconds, max(row_number) filter (where name = 'pageview') over (
        partition by visit_id, host, path order by occurred_at, row_number
      ) as page_row
      from told where name in ('pageview', 'leave') and visit_id in (select id from page)
    )
    where name = 'leave' and page_row is not null
    group by page_row
  )
  select cast(page.id as varchar) as id, cast(page.sort_key as double) as started_at,
    cast(epoch_ms(page.ended_at) as double) as ended_at, cast(page.page_views as double) as page_views,
    page.entry.referrer_host as referrer_host, page.entry.source as campaign_source,
    page.entry.medium as campaign_medium, page.entry.name as campaign_name, cast(page.steps as double) as steps, page.watermark,
    cast(epoch_ms(step.occurred_at) as double) as time, step.name as name, step.host as host, step.path as path,
    step.target as target, cast(closing.seconds as double) as seconds, step.page_name as page_name,
    step.page_group as page_group, step.props as props
  from page join step on step.visit_id = page.id left join closing on closing.page_row = step.row_number
  where step.position <= ${MOST_STEPS}
  order by page.sort_key ${direction}, page.id, step.position`,
    {
      ...ofSite(question.site, question.period),
      company: question.companyId,
      limit: question.limit + 1,
      ...(question.after === null ? {} : afterRow(question.after)),
    },
  );
}

export type OutcomeRow = { readonly outcome: string; readonly hits: number };

/** Hits of a site by outcome. Companies that are not shown any more stay in the numbers: they name nobody. */
export function compileFunnelQuestion(site: AskedSite, period: Period): CompiledQuestion {
  return numbered(
    `select value as outcome, cast(sum(hits) as double) as hits from anonymous_count
  where dimension = 'outcome' and ${COUNTED_FOR_SITE_IN_PERIOD}
  group by value`,
    ofSite(site, period),
  );
}

export type ActivityRow = {
  readonly hits: number;
  readonly first_hour: number | null;
  readonly last_hour: number | null;
};

/** Outcomes of hits that were not taken: bots, other websites' pages, addresses of pages that cannot be read. */
const REFUSED = REFUSAL_REASONS.map((reason) => `'${reason}'`).join(', ');

/** Every hit of a visitor that ever arrived for a site; what was refused is no visit. */
export function compileActivityQuestion(site: AskedSite): CompiledQuestion {
  return numbered(
    `select cast(coalesce(sum(hits), 0) as double) as hits, cast(epoch_ms(min(hour)) as double) as first_hour,
    cast(epoch_ms(max(hour)) as double) as last_hour
  from anonymous_count
  where customer_id = cast($customer as integer) and site_id = cast($site as integer) and dimension = 'outcome'
    and value not in (${REFUSED})`,
    { customer: site.customerId, site: site.id },
  );
}

export type TotalsRow = { readonly companies: number; readonly visits: number; readonly page_views: number };

/** What the companies that are shown did on a site. */
export function compileTotalsQuestion(site: AskedSite, period: Period): CompiledQuestion {
  return numbered(
    `select cast(count(distinct seen.shown_as) as double) as companies,
    cast(count(distinct page_view.visit_id) as double) as visits,
    cast(count(*) filter (where page_view.name = 'pageview') as double) as page_views
  from page_view join ${SHOWN} seen on seen.company_id = page_view.company_id
  where ${OF_SITE_IN_PERIOD} and page_view.${NO_CLOSING}`,
    ofSite(site, period),
  );
}

/** What the largest values are told of: column of identified page views, dimension of the counters. */
const TOP_DIMENSIONS = {
  pages: { column: 'path', dimension: 'path' },
  referrers: { column: 'referrer_host', dimension: 'referrer' },
  campaigns: { column: 'coalesce(campaign_name, campaign_source, campaign_medium)', dimension: 'campaign' },
} as const;
export type TopDimension = keyof typeof TOP_DIMENSIONS;

/** value null: what came too rarely, folded by the store (store/duckdb/fold-closed-hours.ts) or at reading. */
export type TopValueRow = { readonly value: string | null; readonly identified: number; readonly anonymous: number };

export function compileTopQuestion(site: AskedSite, period: Period, top: TopDimension): CompiledQuestion {
  const { column, dimension } = TOP_DIMENSIONS[top];
  return numbered(
    `with identified as (
    select ${column} as value, count(*) as hits
    from page_view join ${SHOWN} seen on seen.company_id = page_view.company_id
    where page_view.name = 'pageview' and ${column} is not null
      and ${OF_SITE_IN_PERIOD}
    group by ${column}
  ), anonymous as (
    select case when hits < ${LEAST_ANONYMOUS_HITS} then '(other)' else value end as told_value, sum(hits) as hits
    from anonymous_count
    where dimension = '${dimension}' and ${COUNTED_FOR_SITE_IN_PERIOD}
    group by told_value
  )
  select nullif(coalesce(identified.value, anonymous.told_value), '(other)') as value,
    cast(coalesce(identified.hits, 0) as double) as identified, cast(coalesce(anonymous.hits, 0) as double) as anonymous
  from identified full join anonymous on identified.value = anonymous.told_value
  order by coalesce(identified.hits, 0) + coalesce(anonymous.hits, 0) desc, value
  limit ${MOST_TOP_VALUES}`,
    ofSite(site, period),
  );
}

const HOUR = 3_600_000;
const fullHour = (instant: number) => Math.ceil(instant / HOUR) * HOUR;

function ofSite(site: AskedSite, { from, to }: Period): Readonly<Record<string, number>> {
  return {
    customer: site.customerId,
    site: site.id,
    from,
    to,
    from_hour: fullHour(from),
    to_hour: fullHour(to),
  };
}

function afterRow({ watermark, key, id }: Cursor): Readonly<Record<string, number | string>> {
  return { watermark, after_key: key, after_id: id };
}

/** Rows after the last one of the page before, in the list's own order. */
function beyond(downwards: boolean, keyType: string, idType: string): string {
  const key = `cast($after_key as ${keyType})`;
  return `where sort_key ${downwards ? '<' : '>'} ${key} or (sort_key = ${key} and id > cast($after_id as ${idType}))`;
}
