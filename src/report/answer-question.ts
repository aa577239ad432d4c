import type {
  ApiActivity,
  ApiCompanyDetail,
  ApiCompanyList,
  ApiFunnel,
  ApiStatistics,
  ApiVisit,
  ApiVisitList,
} from '../contracts/api.ts';
import { SITE_OUTCOMES, UNKNOWN_REASONS, WITHHELD_REASONS } from '../contracts/reasons.ts';
import type { AnswerRow } from '../store/duckdb/visit-store-messages.ts';
import type { VisitStore } from '../store/duckdb/visit-store.ts';
import type { JudgedWhitelist } from '../whitelist/judged-whitelist.ts';
import { companyDetail, companyRow, shownRecord } from './company-card.ts';
import {
  compileActivityQuestion,
  compileCompaniesQuestion,
  compileCompanyQuestion,
  compileFunnelQuestion,
  compileKnownCompanyQuestion,
  compileTopQuestion,
  compileTotalsQuestion,
  compileVisitsQuestion,
  MOST_STEPS,
  type ActivityRow,
  type CompiledQuestion,
  type CompanyAnswerRow,
  type OutcomeRow,
  type TopDimension,
  type TopValueRow,
  type TotalsRow,
  type VisitAnswerRow,
} from './compile-question.ts';
import { writeCursor } from './cursor.ts';
import type { AskedSite, CompaniesQuestion, Period, VisitsQuestion } from './read-question.ts';

/** All that this room asks of the visits store. */
export type Questions = Pick<VisitStore, 'ask'>;

/** Where answers come from: the stored visits and the whitelist in force, judged for the site that asks. */
export type Sources = { readonly visits: Questions; readonly whitelist: JudgedWhitelist };

/** A page of the company list. A company that may not be shown is left out, whatever the store says. */
export async function answerCompanies(
  { visits, whitelist }: Sources,
  question: CompaniesQuestion,
): Promise<ApiCompanyList> {
  const rows = await ask<CompanyAnswerRow>(visits, compileCompaniesQuestion(question));
  const page = rows.slice(0, question.limit);
  const last = rows.length > question.limit ? page.at(-1) : undefined;
  return {
    data: page.flatMap((row) => {
      const record = shownRecord(whitelist, row.id);
      return record === null ? [] : [companyRow(row, record)];
    }),
    next_cursor:
      last === undefined
        ? null
        : writeCursor(
            {
              ...question.period,
              watermark: question.after?.watermark ?? last.watermark,
              key: last.sort_key,
              id: last.id,
            },
            question.asked,
          ),
  };
}

/** A company and what it did in the period; null when it is not shown or was not there. */
export async function answerCompany(
  { visits, whitelist }: Sources,
  site: AskedSite,
  period: Period,
  companyId: string,
): Promise<Omit<ApiCompanyDetail, 'corrections'> | null> {
  const record = shownRecord(whitelist, companyId);
  if (record === null) return null;
  // Under an earlier id, or one that was merged, it is asked for as what it is now.
  const [row] = await ask<CompanyAnswerRow>(visits, compileCompanyQuestion(site, period, record.company.id));
  return row === undefined ? null : companyDetail(row, record);
}

/** A page of a company's visits with their steps; null when the company is not shown or was never on the site. */
export async function answerVisits(
  { visits, whitelist }: Sources,
  asked: VisitsQuestion,
): Promise<ApiVisitList | null> {
  const record = shownRecord(whitelist, asked.companyId);
  if (record === null) return null;
  const question = { ...asked, companyId: record.company.id };
  const steps = await ask<VisitAnswerRow>(visits, compileVisitsQuestion(question));
  if (steps.length === 0) {
    const known = await ask(visits, compileKnownCompanyQuestion(question.site, question.companyId));
    return known.length === 0 ? null : { data: [], next_cursor: null };
  }
  const all = visitsOfSteps(steps);
  const page = all.slice(0, question.limit);
  const last = all.length > question.limit ? page.at(-1) : undefined;
  return {
    data: page,
    next_cursor:
      last === undefined
        ? null
        : writeCursor(
            {
              ...question.period,
              watermark: question.after?.watermark ?? steps[0]?.watermark ?? 0,
              key: Date.parse(last.started_at),
              id: last.id,
            },
            question.asked,
          ),
  };
}

/** Rows come in the order of the list and, within a visit, of time. */
function visitsOfSteps(rows: readonly VisitAnswerRow[]): ApiVisit[] {
  const visits = new Map<string, ApiVisit>();
  for (const row of rows) {
    const visit = visits.get(row.id) ?? {
      id: row.id,
      started_at: new Date(row.started_at).toISOString(),
      ended_at: new Date(row.ended_at).toISOString(),
      page_views: row.page_views,
      referrer_host: row.referrer_host,
      campaign: { source: row.campaign_source, medium: row.campaign_medium, name: row.campaign_name },
      steps: [],
      steps_cut: row.steps > MOST_STEPS,
    };
    visit.steps.push({
      time: new Date(row.time).toISOString(),
      name: row.name,
      host: row.host,
      path: row.path,
      target: row.target,
      seconds: row.seconds,
      page_name: row.page_name,
      page_group: row.page_group,
      props: propsOf(row.props),
    });
    visits.set(row.id, visit);
  }
  return [...visits.values()];
}

/** Properties as the recorder wrote them. */
function propsOf(json: string | null): Record<string, string> | null {
  if (json === null) return null;
  const read: unknown = JSON.parse(json);
  return typeof read === 'object' && read !== null
    ? Object.fromEntries(Object.entries(read).map(([name, value]) => [name, String(value)]))
    : null;
}

/** Hits of a site by outcome, in the order of the closed list; outcomes that did not occur are left out. */
export async function answerFunnel({ visits }: Sources, site: AskedSite, period: Period): Promise<ApiFunnel> {
  const rows = await ask<OutcomeRow>(visits, compileFunnelQuestion(site, period));
  const outcomes = SITE_OUTCOMES.flatMap((outcome) => {
    const hits = rows.find((row) => row.outcome === outcome)?.hits ?? 0;
    return hits === 0 ? [] : [{ outcome, hits }];
  });
  return { total: outcomes.reduce((sum, { hits }) => sum + hits, 0), outcomes };
}

export async function answerActivity({ visits }: Pick<Sources, 'visits'>, site: AskedSite): Promise<ApiActivity> {
  const [row] = await ask<ActivityRow>(visits, compileActivityQuestion(site));
  return { hits: row?.hits ?? 0, first_hour: timeOrNull(row?.first_hour), last_hour: timeOrNull(row?.last_hour) };
}

const ANONYMOUS = new Set<string>([...UNKNOWN_REASONS, ...WITHHELD_REASONS]);

/** A site's period in numbers: identified and anonymous beside each other, never mixed. */
export async function answerStatistics(sources: Sources, site: AskedSite, period: Period): Promise<ApiStatistics> {
  const top = (dimension: TopDimension) =>
    ask<TopValueRow>(sources.visits, compileTopQuestion(site, period, dimension));
  const [funnel, totals, pages, referrers, campaigns] = await Promise.all([
    answerFunnel(sources, site, period),
    ask<TotalsRow>(sources.visits, compileTotalsQuestion(site, period)),
    top('pages'),
    top('referrers'),
    top('campaigns'),
  ]);
  const [identified = { companies: 0, visits: 0, page_views: 0 }] = totals;
  const anonymousHits = funnel.outcomes.filter(({ outcome }) => ANONYMOUS.has(outcome));
  return {
    hits: funnel.total,
    identified,
    anonymous: { hits: anonymousHits.reduce((sum, { hits }) => sum + hits, 0) },
    top_pages: [...pages],
    top_referrers: [...referrers],
    top_campaigns: [...campaigns],
  };
}

function ask<Row extends AnswerRow>(visits: Questions, { sql, parameters }: CompiledQuestion): Promise<readonly Row[]> {
  return visits.ask<Row>(sql, parameters);
}

function timeOrNull(instant: number | null | undefined): string | null {
  return instant === null || instant === undefined ? null : new Date(instant).toISOString();
}
