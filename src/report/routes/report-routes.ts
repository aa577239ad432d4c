import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ApiCompanyDetail, ApiCompanyList, ApiFunnel, ApiStatistics, ApiVisitList } from '../../contracts/api.ts';
import type { Site } from '../../contracts/hit.ts';
import { fault, ok } from '../../contracts/result.ts';
import {
  answerCompanies,
  answerCompany,
  answerFunnel,
  answerStatistics,
  answerVisits,
  type Sources,
} from '../answer-question.ts';
import { customerRoute } from '../api-route.ts';
import {
  CompaniesQuery,
  DEFAULT_DAYS,
  PeriodQuery,
  readCompaniesQuestion,
  readPeriod,
  readVisitsQuestion,
  VisitsQuery,
} from '../read-question.ts';
import { correctionsOf } from '../corrections-of.ts';
import type { RestApiOptions } from '../rest-api-options.ts';

const CompanyParams = z.strictObject({ id: z.string().min(1).max(64) });

/** What the visits of a site say. */
export function registerReportRoutes(
  app: FastifyInstance,
  { visits, workspace, whitelist, judgedFor, clock }: RestApiOptions,
): void {
  const sources = (site: Site): Sources => ({ visits, whitelist: judgedFor(site) });

  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/companies',
    summary: 'Companies that visited a site; the last 30 days where no period is asked for',
    query: CompaniesQuery,
    answer: ApiCompanyList,
    handle: async ({ customer, query }) => {
      const site = customer.site(query.site);
      if (site === null) return fault('SITE_UNKNOWN');
      const question = readCompaniesQuestion(query, site, clock());
      return question.ok ? ok(await answerCompanies(sources(site), question.value)) : question;
    },
  });

  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/companies/:id',
    summary: 'A company, what it did on a site, and why it is shown; everything stored where no period is asked for',
    query: PeriodQuery,
    params: CompanyParams,
    answer: ApiCompanyDetail,
    handle: async ({ query, params, ...asker }) => {
      const site = asker.customer.site(query.site);
      if (site === null) return fault('SITE_UNKNOWN');
      const period = readPeriod(query, site.timeZone, clock(), null);
      if (!period.ok) return period;
      const company = await answerCompany(sources(site), site, period.value, params.id);
      if (company === null) return fault('COMPANY_UNKNOWN');
      const corrections = correctionsOf(whitelist(), workspace.installation.corrections(), company.id, asker);
      return ok({ ...company, corrections });
    },
  });

  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/companies/:id/visits',
    summary: "A company's visits to a site, step by step; everything stored where no period is asked for",
    query: VisitsQuery,
    params: CompanyParams,
    answer: ApiVisitList,
    handle: async ({ customer, query, params }) => {
      const site = customer.site(query.site);
      if (site === null) return fault('SITE_UNKNOWN');
      const question = readVisitsQuestion(query, params.id, site, clock());
      if (!question.ok) return question;
      const list = await answerVisits(sources(site), question.value);
      return list === null ? fault('COMPANY_UNKNOWN') : ok(list);
    },
  });

  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/funnel',
    summary: 'What became of all hits of a site; the last 30 days where no period is asked for',
    query: PeriodQuery,
    answer: ApiFunnel,
    handle: async ({ customer, query }) => {
      const site = customer.site(query.site);
      if (site === null) return fault('SITE_UNKNOWN');
      const period = readPeriod(query, site.timeZone, clock(), DEFAULT_DAYS);
      return period.ok ? ok(await answerFunnel(sources(site), site, period.value)) : period;
    },
  });

  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/statistics',
    summary: 'A site in numbers, identified and anonymous beside each other; the last 30 days by default',
    query: PeriodQuery,
    answer: ApiStatistics,
    handle: async ({ customer, query }) => {
      const site = customer.site(query.site);
      if (site === null) return fault('SITE_UNKNOWN');
      const period = readPeriod(query, site.timeZone, clock(), DEFAULT_DAYS);
      return period.ok ? ok(await answerStatistics(sources(site), site, period.value)) : period;
    },
  });
}
