import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  ApiActivity,
  ApiCompanyDetail,
  ApiCompanyImport,
  ApiCompanyList,
  ApiCompanySourceList,
  ApiCorrectionList,
  ApiFunnel,
  ApiKeyList,
  ApiObjectionList,
  ApiOrganisation,
  ApiSession,
  ApiSiteObjection,
  ApiSiteRelease,
  ApiStatistics,
  ApiVisitList,
} from '../../contracts/api.ts';
import type { Sort } from '../url-state/page-search.ts';
import type { Bounds } from '../url-state/period.ts';
import { ask, isRequestFault } from './request.ts';

const API = '/api/v1';
const LIVE_MS = 1_000;
const LIVE_AFTER_FAULT_MS = 10_000;
const FIGURES_MS = 5_000;
const PAGE_SIZE = 50;
const VISITS_PAGE_SIZE = 20;
const FOUND_COMPANIES = 8;
const IMPORT_MS = 1_000;

/** What one site did in one period. */
export type SitePeriod = { readonly site: string; readonly bounds: Bounds };

const searchOf = ({ site, bounds }: SitePeriod) => ({ site, from: bounds.from, to: bounds.to });

/** Repeats a question while the page is visible; more rarely while the server does not answer. */
const repeatEvery = (ms: number) => (query: { readonly state: { readonly error: Error | null } }) =>
  query.state.error ? LIVE_AFTER_FAULT_MS : ms;

export const sessionQuestion = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ask<ApiSession>(`${API}/session`, {}, signal),
  staleTime: 60_000,
  retry: (failures, error) => failures < 2 && isRequestFault(error) && error.status !== 401,
});

export type CompaniesAsked = SitePeriod & { readonly sort: Sort; readonly q: string | null };

const companiesPath = (asked: CompaniesAsked, cursor: string | null, signal: AbortSignal) =>
  ask<ApiCompanyList>(
    `${API}/companies`,
    { ...searchOf(asked), sort: asked.sort, filter: asked.q, limit: PAGE_SIZE, cursor },
    signal,
  );

/** All pages that were loaded so far. */
export const companiesQuestion = (asked: CompaniesAsked) =>
  infiniteQueryOptions({
    queryKey: ['companies', asked],
    queryFn: ({ pageParam, signal }) => companiesPath(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });

/** The first page again and again: new visits come in at the top. */
export const liveCompaniesQuestion = (asked: CompaniesAsked) =>
  queryOptions({
    queryKey: ['companies-live', asked],
    queryFn: ({ signal }) => companiesPath(asked, null, signal),
    refetchInterval: repeatEvery(LIVE_MS),
  });

export const companyQuestion = (id: string, asked: SitePeriod) =>
  queryOptions({
    queryKey: ['company', id, asked],
    queryFn: ({ signal }) =>
      ask<ApiCompanyDetail>(`${API}/companies/${encodeURIComponent(id)}`, searchOf(asked), signal),
    refetchInterval: repeatEvery(LIVE_MS),
    placeholderData: keepPreviousData,
  });

const visitsPath = (id: string, asked: SitePeriod, cursor: string | null, signal: AbortSignal) =>
  ask<ApiVisitList>(
    `${API}/companies/${encodeURIComponent(id)}/visits`,
    { ...searchOf(asked), limit: VISITS_PAGE_SIZE, cursor },
    signal,
  );

export const visitsQuestion = (id: string, asked: SitePeriod) =>
  infiniteQueryOptions({
    queryKey: ['visits', id, asked],
    queryFn: ({ pageParam, signal }) => visitsPath(id, asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });

export const liveVisitsQuestion = (id: string, asked: SitePeriod) =>
  queryOptions({
    queryKey: ['visits-live', id, asked],
    queryFn: ({ signal }) => visitsPath(id, asked, null, signal),
    refetchInterval: repeatEvery(LIVE_MS),
  });

export const funnelQuestion = (asked: SitePeriod) =>
  queryOptions({
    queryKey: ['funnel', asked],
    queryFn: ({ signal }) => ask<ApiFunnel>(`${API}/funnel`, searchOf(asked), signal),
    refetchInterval: repeatEvery(LIVE_MS),
    placeholderData: keepPreviousData,
  });

export const statisticsQuestion = (asked: SitePeriod) =>
  queryOptions({
    queryKey: ['statistics', asked],
    queryFn: ({ signal }) => ask<ApiStatistics>(`${API}/statistics`, searchOf(asked), signal),
    refetchInterval: repeatEvery(FIGURES_MS),
    placeholderData: keepPreviousData,
  });

export const activityQuestion = (site: string) =>
  queryOptions({
    queryKey: ['activity', site],
    queryFn: ({ signal }) => ask<ApiActivity>(`${API}/sites/${encodeURIComponent(site)}/activity`, {}, signal),
    refetchInterval: repeatEvery(LIVE_MS),
  });

export const keysQuestion = queryOptions({
  queryKey: ['keys'],
  queryFn: ({ signal }) => ask<ApiKeyList>(`${API}/keys`, {}, signal),
});

/** The few companies of a site that a text finds. */
export const findCompaniesQuestion = (asked: SitePeriod, text: string) =>
  queryOptions({
    queryKey: ['companies-found', asked, text],
    queryFn: ({ signal }) =>
      ask<ApiCompanyList>(
        `${API}/companies`,
        { ...searchOf(asked), sort: 'name', filter: text, limit: FOUND_COMPANIES },
        signal,
      ),
    placeholderData: keepPreviousData,
  });

/** All corrections at once, the latest first. */
export const correctionsQuestion = queryOptions({
  queryKey: ['corrections'],
  queryFn: ({ signal }) => ask<ApiCorrectionList>(`${API}/corrections`, {}, signal),
});

/** Where the corrections can be downloaded as a file. */
export const CORRECTIONS_FILE = `${API}/corrections/export`;

export const siteReleaseQuestion = (site: string) =>
  queryOptions({
    queryKey: ['site-release', site],
    queryFn: ({ signal }) => ask<ApiSiteRelease>(`${API}/sites/${encodeURIComponent(site)}/release`, {}, signal),
  });

export const siteObjectionQuestion = (site: string) =>
  queryOptions({
    queryKey: ['site-objection', site],
    queryFn: ({ signal }) => ask<ApiSiteObjection>(`${API}/sites/${encodeURIComponent(site)}/objection`, {}, signal),
  });

export const objectionsQuestion = queryOptions({
  queryKey: ['objections'],
  queryFn: ({ signal }) => ask<ApiObjectionList>(`${API}/objections`, {}, signal),
});

export const organisationQuestion = (id: string) =>
  queryOptions({
    queryKey: ['organisation', id],
    queryFn: ({ signal }) =>
      ask<ApiOrganisation>(`${API}/operator/organisations/${encodeURIComponent(id)}`, {}, signal),
  });

export const companyListsQuestion = queryOptions({
  queryKey: ['company-lists'],
  queryFn: ({ signal }) => ask<ApiCompanySourceList>(`${API}/company-sources`, {}, signal),
});

/** Asks until the import has ended. */
export const companyImportQuestion = (id: string) =>
  queryOptions({
    queryKey: ['company-import', id],
    queryFn: ({ signal }) =>
      ask<ApiCompanyImport>(`${API}/company-sources/imports/${encodeURIComponent(id)}`, {}, signal),
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' ? false : IMPORT_MS,
  });
