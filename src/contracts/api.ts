/**
 * Shapes of the REST API, shared by the server (checks, OpenAPI) and the dashboard (types).
 * Times are RFC 3339 in UTC. Lists are `{ data, next_cursor }`.
 */
import { z } from 'zod';
import { KINDS, SIZE_CLASSES, SIZE_EVIDENCE } from './company.ts';
import { SITE_OUTCOMES } from './reasons.ts';

export const SiteName = z.string().min(1).max(253);

/** Problem details, RFC 9457; `code` is one of docs/errors.md. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
});
export type Problem = z.infer<typeof Problem>;

export const ApiSite = z.object({
  domain: z.string(),
  /** Further hosts on which the site's pages stand. */
  other_hosts: z.array(z.string()),
  time_zone: z.string(),
  honours_dnt: z.boolean(),
  honours_gpc: z.boolean(),
  created_at: z.string(),
});
export type ApiSite = z.infer<typeof ApiSite>;

export const ApiSession = z.object({
  email: z.string(),
  customer: z.object({ id: z.number().int(), name: z.string() }),
  sites: z.array(ApiSite),
  evaluation: z.boolean(),
  /** Origin under which sites reach this installation: settings or the request's own. */
  base_url: z.string(),
  whitelist: z.object({
    version: z.string(),
    built_at: z.string(),
    companies: z.number().int(),
    attributions: z.array(z.string()),
  }),
});
export type ApiSession = z.infer<typeof ApiSession>;

export const ApiCompany = z.object({
  id: z.string(),
  name: z.string(),
  legal_form: z.string().nullable(),
  street: z.string().nullable(),
  postcode: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  location_evidence: z.enum(['organisation', 'network-registration']),
  industry: z.object({ scheme: z.string(), code: z.string(), label_de: z.string(), label_en: z.string() }).nullable(),
  size: z.object({ class: z.enum(SIZE_CLASSES).nullable(), evidence: z.enum(SIZE_EVIDENCE).nullable() }),
  domain: z.string().nullable(),
});
export type ApiCompany = z.infer<typeof ApiCompany>;

/** A row of the company list: the company and what it did on the site in the period. */
export const ApiCompanyRow = ApiCompany.extend({
  visits: z.number().int(),
  page_views: z.number().int(),
  first_seen: z.string(),
  last_seen: z.string(),
  /** Entry page of the latest visit in the period. */
  entry_page: z.string(),
  /** Referrer host or campaign source of the latest visit; null for a direct visit. */
  origin: z.string().nullable(),
});
export type ApiCompanyRow = z.infer<typeof ApiCompanyRow>;

export const ApiCompanyList = z.object({ data: z.array(ApiCompanyRow), next_cursor: z.string().nullable() });
export type ApiCompanyList = z.infer<typeof ApiCompanyList>;

/** Company page: with the evidence card as a customer may see it (source, date, licence, reasons; no prefix, no key). */
export const ApiCompanyDetail = ApiCompanyRow.extend({
  kind: z.enum(KINDS),
  confidence: z.number(),
  confidence_reasons: z.array(z.string()),
  evidence: z.array(z.object({ source: z.string(), date: z.string(), licence: z.string() })),
});
export type ApiCompanyDetail = z.infer<typeof ApiCompanyDetail>;

export const ApiPageStep = z.object({
  time: z.string(),
  /** `pageview` or the name of an event. */
  name: z.string(),
  host: z.string(),
  path: z.string(),
});

export const ApiVisit = z.object({
  id: z.string(),
  started_at: z.string(),
  ended_at: z.string(),
  page_views: z.number().int(),
  referrer_host: z.string().nullable(),
  campaign: z.object({ source: z.string().nullable(), medium: z.string().nullable(), name: z.string().nullable() }),
  /** In order of time; at most 200, then `steps_cut` is true. */
  steps: z.array(ApiPageStep),
  steps_cut: z.boolean(),
});
export type ApiVisit = z.infer<typeof ApiVisit>;

export const ApiVisitList = z.object({ data: z.array(ApiVisit), next_cursor: z.string().nullable() });
export type ApiVisitList = z.infer<typeof ApiVisitList>;

/** Of all hits of a site in a period: what became of them. Objections and exclusions stand before the funnel and are not in it. */
export const ApiFunnel = z.object({
  total: z.number().int(),
  outcomes: z.array(z.object({ outcome: z.enum(SITE_OUTCOMES), hits: z.number().int() })),
});
export type ApiFunnel = z.infer<typeof ApiFunnel>;

/** For the set-up page: has a visit arrived at all? Bots and refused hits prove no tracking code and do not count. */
export const ApiActivity = z.object({
  /** Hits of the outcome `company` and of everybody who stayed anonymous. */
  hits: z.number().int(),
  first_hour: z.string().nullable(),
  last_hour: z.string().nullable(),
});
export type ApiActivity = z.infer<typeof ApiActivity>;

/** Lists that are never cut have a `next_cursor` of null. */
export const ApiSiteList = z.object({ data: z.array(ApiSite), next_cursor: z.string().nullable() });
export type ApiSiteList = z.infer<typeof ApiSiteList>;

/** `time_zone` is an IANA name; absent: the zone of the server's machine. */
export const ApiNewSite = z.strictObject({
  domain: z.string().min(1).max(253),
  time_zone: z.string().min(1).max(64).optional(),
  other_hosts: z.array(z.string().min(1).max(253)).max(20).optional(),
});
export type ApiNewSite = z.infer<typeof ApiNewSite>;

export const ApiSignIn = z.strictObject({ email: z.string().min(1).max(254), password: z.string().min(1).max(1024) });
export type ApiSignIn = z.infer<typeof ApiSignIn>;

/** A one-time link's token (from the part of the link behind `#`) and the password that the person chooses. */
export const ApiSetup = z.strictObject({ token: z.string().min(1).max(128), password: z.string().min(1).max(1024) });
export type ApiSetup = z.infer<typeof ApiSetup>;

/** `read`: every question; `manage`: that and adding sites. Keys cannot make keys. */
export const KEY_SCOPES = ['read', 'manage'] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

export const ApiKey = z.object({
  id: z.number().int(),
  label: z.string(),
  scope: z.enum(KEY_SCOPES),
  created_at: z.string(),
  /** null: does not expire. */
  expires_at: z.string().nullable(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const ApiKeyList = z.object({ data: z.array(ApiKey), next_cursor: z.string().nullable() });
export type ApiKeyList = z.infer<typeof ApiKeyList>;

export const ApiNewKey = z.strictObject({
  label: z.string().min(1).max(100),
  scope: z.enum(KEY_SCOPES),
  expires_at: z.iso.datetime({ offset: true }).optional(),
});
export type ApiNewKey = z.infer<typeof ApiNewKey>;

/** The only answer that ever holds the key itself. */
export const ApiKeyCreated = ApiKey.extend({ token: z.string() });
export type ApiKeyCreated = z.infer<typeof ApiKeyCreated>;

/** What the company list can be sorted by; a leading `-` sorts downwards. */
export const COMPANY_SORT_KEYS = ['visits', 'page_views', 'last_seen', 'first_seen', 'name'] as const;
export type CompanySortKey = (typeof COMPANY_SORT_KEYS)[number];

/** A value with the hits of identified companies and of everybody else beside each other. */
export const ApiTopValue = z.object({
  /** null: anonymous values that came under three times in an hour, as one sum, also while the hour still runs. */
  value: z.string().nullable(),
  identified: z.number().int(),
  anonymous: z.number().int(),
});
export type ApiTopValue = z.infer<typeof ApiTopValue>;

/** A site's period in numbers. Identified: companies that are shown; anonymous: counters without a company or a visit. */
export const ApiStatistics = z.object({
  /** Every hit that the funnel counts. */
  hits: z.number().int(),
  identified: z.object({ companies: z.number().int(), visits: z.number().int(), page_views: z.number().int() }),
  /** Hits whose address led to no company name; bots and faulty hits are not among them. */
  anonymous: z.object({ hits: z.number().int() }),
  /** At most 10 each, the largest sum first. */
  top_pages: z.array(ApiTopValue),
  top_referrers: z.array(ApiTopValue),
  top_campaigns: z.array(ApiTopValue),
});
export type ApiStatistics = z.infer<typeof ApiStatistics>;
