/**
 * Shapes of the REST API, shared by the server (checks, OpenAPI) and the dashboard (types).
 * Times are RFC 3339 in UTC. Lists are `{ data, next_cursor }`.
 */
import { z } from 'zod';
import { COMPANY_FIELDS, KINDS, REVENUE_CLASSES, SIZE_CLASSES, SIZE_EVIDENCE } from './company.ts';
import { COMPANY_FORMATS, LIST_FIELDS } from './company-source.ts';
import { COMPANY_ID, CorrectionChange, OBJECTION_STATES } from './corrections.ts';
import { EXCLUSION_KINDS, LONGEST_EXCLUSION, LONGEST_EXCLUSION_REASON } from './exclusion.ts';
import { SITE_OUTCOMES, WITHHELD_REASONS } from './reasons.ts';

export const SiteName = z.string().min(1).max(253);

/** Problem details, RFC 9457; `code` is one of docs/errors.md. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
});
export type Problem = z.infer<typeof Problem>;

/** What a site may choose of the release rules: stricter than the operator, never laxer; `public` and `education` are its own choice. */
export const ApiReleaseRules = z.strictObject({
  kinds: z
    .array(z.enum(['company', 'public', 'education']))
    .min(1)
    .max(3),
  size_evidence: z.enum(['presumed', 'stated']),
  /** People; at least 5. */
  minimum_employees: z.number().int().min(5).max(100_000),
  minimum_confidence: z.number().min(0).max(1),
});
export type ApiReleaseRules = z.infer<typeof ApiReleaseRules>;

/** What is left out stays as it is; null: what the operator asks for. */
export const ApiReleaseChange = z
  .strictObject({
    kinds: ApiReleaseRules.shape.kinds.optional(),
    size_evidence: ApiReleaseRules.shape.size_evidence.nullable().optional(),
    minimum_employees: ApiReleaseRules.shape.minimum_employees.nullable().optional(),
    minimum_confidence: ApiReleaseRules.shape.minimum_confidence.nullable().optional(),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined));
export type ApiReleaseChange = z.infer<typeof ApiReleaseChange>;

/** The rules in force for a site, and what the operator asks for at least. */
export const ApiSiteRelease = z.object({
  rules: ApiReleaseRules,
  operator: ApiReleaseRules.omit({ kinds: true }).extend({ location: z.enum(['full', 'city', 'country']) }),
});
export type ApiSiteRelease = z.infer<typeof ApiSiteRelease>;

/** As it stands in a URL; brackets of lists in forms included. */
const ParameterName = z.string().regex(/^[\w.[\]-]{1,64}$/);
const PageRuleShape = z.strictObject({
  /** A path: `*` for any letters but `/`, `**` for any letters at all. */
  pattern: z.string().min(1).max(512).startsWith('/'),
  label: z.string().trim().min(1).max(64),
});

/** What a site sets up about collecting (docs/tracking.md). Of a change, what is left out stays as it is. */
export const ApiSiteCollection = z.strictObject({
  /** Query parameters that stay part of the page; their values are masked. */
  kept_parameters: z.array(ParameterName).max(50),
  /** Query parameters of the site's own search. */
  search_parameters: z.array(ParameterName).max(10),
  /** Query parameters beside utm_* that name a campaign. */
  campaign_parameters: z.array(ParameterName).max(10),
  milestones: z.array(PageRuleShape).max(100),
  /** The first rule that fits counts. */
  page_groups: z.array(PageRuleShape).max(200),
  /** Properties that are kept, by the name of the event. */
  event_properties: z
    .record(z.string().min(1).max(64), z.array(z.string().min(1).max(64)).max(10))
    .refine((events) => Object.keys(events).length <= 100),
});
export type ApiSiteCollection = z.infer<typeof ApiSiteCollection>;

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
  /** Operator of the installation: sees withheld records, imports company lists, decides about objections. */
  operator: z.boolean(),
  customer: z.object({ id: z.number().int(), name: z.string() }),
  sites: z.array(ApiSite),
  evaluation: z.boolean(),
  /** Origin under which sites reach this installation: settings or the request's own. */
  base_url: z.string(),
  /** The tracking script of this release under a name that only it has, and its integrity. */
  tracker: z.object({ path: z.string(), integrity: z.string() }).optional(),
  whitelist: z.object({
    version: z.string(),
    built_at: z.string(),
    companies: z.number().int(),
    attributions: z.array(z.string()),
  }),
});
export type ApiSession = z.infer<typeof ApiSession>;

/** A change of a site's switches; what it says held from then on. */
export const ApiObjectionSwitchChange = z.object({
  honours_dnt: z.boolean(),
  honours_gpc: z.boolean(),
  /** null: none was given, because nothing was switched off. */
  reason: z.string().nullable(),
  /** E-mail address of the author then. */
  author: z.string(),
  created_at: z.string(),
});
export type ApiObjectionSwitchChange = z.infer<typeof ApiObjectionSwitchChange>;

const InBothLanguages = z.object({ de: z.string(), en: z.string() });

/** How visitors of a site object: the signals that it honours, and what its privacy page offers them. */
export const ApiSiteObjection = z.object({
  honours_dnt: z.boolean(),
  honours_gpc: z.boolean(),
  /** Every change, the latest first; empty: as new, both on. */
  history: z.array(ApiObjectionSwitchChange),
  /** With a path on the site's own origin (`/d/…`): a link to the opt-out page there. */
  link: z.object({ path: z.string(), text: InBothLanguages, html: InBothLanguages }),
  /** Without one: a block for the site's own privacy page, as HTML. */
  block: InBothLanguages,
});
export type ApiSiteObjection = z.infer<typeof ApiSiteObjection>;

/** What is left out stays as it is. `reason`: needed where something is switched off. */
export const ApiObjectionSwitches = z
  .strictObject({
    honours_dnt: z.boolean().optional(),
    honours_gpc: z.boolean().optional(),
    reason: z.string().trim().min(3).max(500).optional(),
  })
  .refine(({ honours_dnt, honours_gpc }) => honours_dnt !== undefined || honours_gpc !== undefined);
export type ApiObjectionSwitches = z.infer<typeof ApiObjectionSwitches>;

/** What a site does not count at all, from the time on when it was added. */
export const ApiExclusion = z.object({
  id: z.number().int(),
  kind: z.enum(EXCLUSION_KINDS),
  /** A range as address, CIDR or `first-last`; a pattern of pages or hosts; the id of a company. */
  value: z.string(),
  reason: z.string().nullable(),
  /** E-mail address of the author then; null: a program with a key. */
  author: z.string().nullable(),
  created_at: z.string(),
});
export type ApiExclusion = z.infer<typeof ApiExclusion>;

export const ApiExclusionList = z.object({ data: z.array(ApiExclusion), next_cursor: z.null() });

/** `wider`: the range may be one person's line; excluding this one instead says less. */
export const ApiExclusionAdded = ApiExclusion.extend({ wider: z.string().nullable() });

/** `reason`: a comment; needed for a range below /29 (IPv4) or /64 (IPv6). */
export const ApiNewExclusion = z.strictObject({
  kind: z.enum(EXCLUSION_KINDS),
  value: z.string().min(1).max(LONGEST_EXCLUSION),
  reason: z.string().trim().max(LONGEST_EXCLUSION_REASON).optional(),
});

export const ApiExclusionImport = z.strictObject({ text: z.string().max(200_000) });

/** `read`: exclusions in the text; those that were there already are not added again. */
export const ApiExclusionImported = z.object({
  read: z.number().int(),
  added: z.number().int(),
  /** The site has as many as it may have: the rest was left out. */
  full: z.boolean(),
  /** The first hundred lines that were left out. */
  faults: z.array(z.object({ line: z.number().int(), code: z.string() })),
});

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
  size: z.object({
    class: z.enum(SIZE_CLASSES).nullable(),
    /** A stated range that lies in no single class. */
    range: z.object({ from: z.number().int(), to: z.number().int().nullable() }).nullable(),
    evidence: z.enum(SIZE_EVIDENCE).nullable(),
  }),
  revenue: z.enum(REVENUE_CLASSES).nullable(),
  domain: z.string().nullable(),
  register: z.object({ authority: z.string().nullable(), number: z.string() }).nullable(),
  lei: z.string().nullable(),
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

export const ApiCorrection = z.object({
  id: z.number().int(),
  company_id: z.string(),
  /** Name of the company when the correction was made. */
  company_name: z.string(),
  change: CorrectionChange,
  reason: z.string(),
  /** E-mail address of the author; null where another customer's people may not know it (the operator's corrections). */
  author: z.string().nullable(),
  /** `installation`: made by the operator, in force for all customers. */
  scope: z.enum(['installation', 'customer']),
  created_at: z.string(),
  undone_at: z.string().nullable(),
  undone_by: z.string().nullable(),
  /** False where the whitelist in force does not know the company. */
  applies: z.boolean(),
});
export type ApiCorrection = z.infer<typeof ApiCorrection>;

export const ApiCorrectionList = z.object({ data: z.array(ApiCorrection), next_cursor: z.string().nullable() });
export type ApiCorrectionList = z.infer<typeof ApiCorrectionList>;

export const ApiNewCorrection = z.strictObject({
  company_id: z.string().regex(COMPANY_ID),
  change: CorrectionChange,
  reason: z.string().trim().min(3).max(500),
});
export type ApiNewCorrection = z.infer<typeof ApiNewCorrection>;

/** Company page: with the evidence card as a customer may see it (source, date, licence, reasons; no prefix, no key). */
export const ApiCompanyDetail = ApiCompanyRow.extend({
  kind: z.enum(KINDS),
  confidence: z.number(),
  confidence_reasons: z.array(z.string()),
  evidence: z.array(z.object({ source: z.string(), date: z.string(), licence: z.string() })),
  /** Position in `evidence` of the source of a part; what is not named comes from the first one. */
  field_evidence: z.partialRecord(z.enum(COMPANY_FIELDS), z.number().int()),
  /** How the company was found in the company sources; codes of contracts/company-match.ts. */
  match: z.object({ score: z.number(), reasons: z.array(z.string()) }).nullable(),
  /** In force for this company, the latest first. */
  corrections: z.array(ApiCorrection),
});
export type ApiCompanyDetail = z.infer<typeof ApiCompanyDetail>;

export const ApiPageStep = z.object({
  time: z.string(),
  /** `pageview` or the name of an event. */
  name: z.string(),
  host: z.string(),
  path: z.string(),
  /** What an event is about, as in contracts/hit.ts. */
  target: z.string().nullable().optional(),
  /** Of a page view: how long the page was open, in whole seconds; null where it has not told so (yet). */
  seconds: z.number().int().nullable().optional(),
  page_name: z.string().nullable().optional(),
  page_group: z.string().nullable().optional(),
  props: z.record(z.string(), z.string()).nullable().optional(),
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

/** `read`: every question; `manage`: that and adding sites; `collect`: handing in hits of a web server, no question. Keys cannot make keys. */
export const KEY_SCOPES = ['read', 'manage', 'collect'] as const;
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

/** What is known of an organisation, for the operator alone, whether it is shown or not; never of persons, of what is too small, or after an objection. */
export const ApiOrganisation = ApiCompany.extend({
  kind: z.enum(KINDS),
  confidence: z.number(),
  confidence_reasons: z.array(z.string()),
  /** Why the operator's rules withhold it; null: it is shown. */
  reason: z.enum(WITHHELD_REASONS).nullable(),
  evidence: z.array(z.object({ source: z.string(), date: z.string(), licence: z.string() })),
  field_evidence: z.partialRecord(z.enum(COMPANY_FIELDS), z.number().int()),
  match: z.object({ score: z.number(), reasons: z.array(z.string()) }).nullable(),
  corrections: z.array(ApiCorrection),
});
export type ApiOrganisation = z.infer<typeof ApiOrganisation>;

/** The operator types an address, to see what is known of it: in the body, because URLs are logged everywhere. */
export const ApiLookUp = z.strictObject({ address: z.string().min(1).max(64) });
export type ApiLookUp = z.infer<typeof ApiLookUp>;

/** `verdict` and `reason` as the command `identify` has them; the organisation is null where nothing may be said of it. */
export const ApiLookedUp = z.object({
  verdict: z.enum(['company', 'withheld', 'unknown']),
  reason: z.string().nullable(),
  organisation: ApiOrganisation.nullable(),
});
export type ApiLookedUp = z.infer<typeof ApiLookedUp>;

export const ApiObjection = z.object({
  id: z.number().int(),
  company_id: z.string(),
  company_name: z.string(),
  /** What the organisation can put on its domain, so that the operator sees that it speaks for itself. */
  token: z.string(),
  state: z.enum(OBJECTION_STATES),
  filed_at: z.string(),
  /** Until then a pending objection hides the organisation. */
  hidden_until: z.string(),
  decided_at: z.string().nullable(),
});
export type ApiObjection = z.infer<typeof ApiObjection>;

export const ApiObjectionList = z.object({ data: z.array(ApiObjection), next_cursor: z.string().nullable() });
export type ApiObjectionList = z.infer<typeof ApiObjectionList>;

export const ApiObjectionDecision = z.strictObject({ decision: z.enum(['confirm', 'decline']) });
export type ApiObjectionDecision = z.infer<typeof ApiObjectionDecision>;

/** What an import counted: every row once. */
const ImportCounts = z.object({
  read: z.number().int(),
  kept: z.number().int(),
  ignored: z.record(z.string(), z.number().int()),
  wrong: z.number().int(),
});

/** A list of companies that was imported. */
export const ApiCompanySource = z.object({
  id: z.string(),
  format: z.enum(COMPANY_FORMATS),
  title: z.string(),
  licence: z.string(),
  /** ISO date of the data. */
  date: z.string(),
  imported_at: z.string(),
  counts: ImportCounts,
});
export type ApiCompanySource = z.infer<typeof ApiCompanySource>;

export const ApiCompanySourceList = z.object({ data: z.array(ApiCompanySource), next_cursor: z.string().nullable() });
export type ApiCompanySourceList = z.infer<typeof ApiCompanySourceList>;

/** A file that was uploaded, and what its columns seem to hold. It is deleted after the import, or after a day. */
export const ApiCompanyUpload = z.object({
  id: z.string(),
  format: z.enum(COMPANY_FORMATS),
  columns: z.array(
    z.object({
      name: z.string(),
      /** The field that is proposed; null: the column is not read. */
      field: z.enum(LIST_FIELDS).nullable(),
      /** The column seems to name or reach persons: it is never read, and no example of it is shown. */
      personal: z.boolean(),
      /** At most three values. */
      examples: z.array(z.string()),
    }),
  ),
});
export type ApiCompanyUpload = z.infer<typeof ApiCompanyUpload>;

export const ApiNewCompanyImport = z.strictObject({
  upload_id: z.string().min(1).max(64),
  /** Shown as the source on the evidence card; the import replaces an earlier one of the same name. */
  name: z.string().trim().min(1).max(60),
  /** ISO date of the data. */
  date: z.iso.date(),
  /** Field by column; needed for csv and xlsx. */
  mapping: z.record(z.string().max(200), z.enum(LIST_FIELDS)),
});
export type ApiNewCompanyImport = z.infer<typeof ApiNewCompanyImport>;

export const ApiCompanyImport = z.object({
  id: z.string(),
  state: z.enum(['reading', 'joining', 'done', 'failed']),
  /** 0 to 1. */
  progress: z.number(),
  counts: ImportCounts.nullable(),
  /** One of docs/errors.md where it failed. */
  code: z.string().nullable(),
  /** Organisations that are shown, before and after. */
  shown: z.object({ before: z.number().int(), after: z.number().int() }).nullable(),
});
export type ApiCompanyImport = z.infer<typeof ApiCompanyImport>;
