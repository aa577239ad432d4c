/**
 * For the tests of this room: the real stores in a temporary folder, a small invented whitelist, two customers, and
 * hits that are put in through the durable log as the server does it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance, type InjectOptions, type LightMyRequestResponse } from 'fastify';
import { companyId } from '../company/company-id.ts';
import { DEFAULT_RELEASE_RULES } from '../company/release-rules.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import { NOTHING_TOLD } from '../contracts/hit.ts';
import type { VisitRecord } from '../store/hit-log/log-record.ts';
import type { SiteOutcome } from '../contracts/reasons.ts';
import { fault } from '../contracts/result.ts';
import type { SeenCompany } from '../store/duckdb/visit-store-messages.ts';
import { openVisitStore, type VisitStore } from '../store/duckdb/visit-store.ts';
import { openDurableLog, type DurableLog } from '../store/hit-log/durable-log.ts';
import { openWorkspace, type CustomerWorkspace, type StoredSite, type Workspace } from '../store/sqlite/workspace.ts';
import type { ManifestSource } from '../whitelist/manifest.ts';
import { openWhitelist, type Whitelist } from '../whitelist/open-whitelist.ts';
import { writeSmallWhitelist } from '../whitelist/small-whitelist.ts';
import { judgeSeen } from '../whitelist/judge-seen.ts';
import { createJudges } from '../whitelist/judges.ts';
import { restApi } from './rest-api.ts';
import { serverOptions } from './server-options.ts';

/** What the tests call now: a Monday in winter, so that Berlin is one hour ahead of UTC. */
export const NOW = Date.UTC(2026, 1, 2, 12);
export const PASSWORD = 'a long enough password';
const HOUR = 3_600_000;

const SOURCE: ManifestSource = {
  id: 'invented',
  title: 'Invented register',
  version: '1',
  date: '2026-01-15',
  licence: 'CC0-1.0',
  attribution: 'Companies made up for tests.',
  url: 'https://register.example',
  rows: 4,
};

function invented(name: string, city: string, postcode: string): CompanyRecord {
  return {
    kind: 'company',
    providerType: null,
    company: {
      id: companyId({ name: name.toLowerCase(), legalForm: 'gmbh', country: 'DE', place: postcode }),
      name,
      legalForm: 'GmbH',
      street: 'Hauptstraße 1',
      postcode,
      city,
      country: 'DE',
      locationEvidence: 'organisation',
      industry: { scheme: 'WZ2008', code: '29', label: { de: 'Kraftwagen', en: 'Motor vehicles' } },
      size: { class: '250-499', range: null, employees: 300, evidence: 'stated' },
      revenue: null,
      domain: null,
      register: null,
      lei: null,
    },
    holder: 'NETNAME-OF-HOLDER',
    asn: 64_500,
    confidence: 0.9,
    confidenceReasons: ['two-registers'],
    evidence: [{ source: SOURCE.title, object: 'OBJECT-KEY-1', date: SOURCE.date, licence: SOURCE.licence }],
    fieldEvidence: {},
    match: null,
  };
}

export const COMPANIES = {
  mill: invented('Ärmelmühle', 'Aalen', '73430'),
  bakery: invented('Bäckerei Übersee', 'Lindau', '88131'),
  crane: invented('Cranewerk', 'Mülheim', '45468'),
  /** Known to the whitelist, but the release rules say no. */
  hidden: invented('Dunkelbau', 'Essen', '45127'),
} as const;

/** Was seen once and stands in no whitelist any more. */
export const DROPPED = invented('Erloschene Werke', 'Hof', '95028');

type Told = Partial<Pick<VisitRecord, 'target' | 'seconds' | 'pageName' | 'pageGroup' | 'props'>>;

/** One visit: minutes after `at` and a path for each page view; `event:NAME PATH` for an event, and what more it tells. */
export type InventedVisit = {
  readonly site: StoredSite;
  readonly company: CompanyRecord;
  readonly visitId: bigint;
  readonly at: number;
  readonly steps: readonly (readonly [minutes: number, path: string, told?: Told])[];
  readonly referrerHost?: string;
  readonly campaign?: { readonly source?: string; readonly medium?: string; readonly name?: string };
};

export type ReportFixture = {
  readonly workspace: Workspace;
  readonly visits: VisitStore;
  readonly whitelist: Whitelist;
  /** Two customers with the same companies; `amber` has two sites. */
  readonly amber: CustomerWorkspace;
  readonly birch: CustomerWorkspace;
  readonly site: StoredSite;
  readonly secondSite: StoredSite;
  readonly foreignSite: StoredSite;
  /** `authorization` headers of keys with the scope `read`. */
  readonly amberKey: { readonly authorization: string };
  readonly birchKey: { readonly authorization: string };
  readonly app: FastifyInstance;
  /** Codes that the API logged. */
  readonly logged: string[];
  readonly visit: (visit: InventedVisit) => Promise<void>;
  readonly misses: (options: {
    readonly site: StoredSite;
    readonly outcome: SiteOutcome;
    readonly at: number;
    readonly hits: number;
    readonly path?: string;
    readonly referrerHost?: string;
    readonly campaign?: string;
  }) => Promise<void>;
  /** Takes everything so far into the store, as the server does every half second. */
  readonly absorb: () => Promise<void>;
  /** A GET with amber's key, or other headers. */
  readonly get: (url: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  readonly inject: (options: InjectOptions) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
};

export async function openReportFixture(
  options: {
    readonly baseUrl?: string | null;
    readonly onRoute?: (method: string, url: string) => unknown;
    /** Further companies of the whitelist. */
    readonly more?: readonly CompanyRecord[];
  } = {},
): Promise<ReportFixture> {
  const folder = mkdtempSync(join(tmpdir(), 'doorplate-report-'));
  const workspace = openWorkspace(folder, () => NOW);
  const visits = await openVisitStore(folder, { threads: 1, memoryLimitMb: 512 });
  const log = await openDurableLog({ folder: join(folder, 'hits'), after: visits.absorbedAtOpening });
  const records = [...Object.values(COMPANIES), ...(options.more ?? [])];
  const whitelist = writeInventedWhitelist(folder, records);
  const logged: string[] = [];

  const amber = newCustomer(workspace, 'Amber');
  const birch = newCustomer(workspace, 'Birch');
  const site = newSite(amber, 'amber.example');
  const secondSite = newSite(amber, 'second.amber.example');
  const foreignSite = newSite(birch, 'birch.example');
  await rememberCompanies(visits, [site, secondSite, foreignSite], [...records, DROPPED]);
  let judges = createJudges(whitelist, DEFAULT_RELEASE_RULES, workspace);
  const app = Fastify({ ...serverOptions(), logger: false });
  const { onRoute } = options;
  if (onRoute !== undefined) {
    app.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) onRoute(one, url);
    });
  }
  await app.register(
    restApi({
      workspace,
      visits,
      whitelist: () => whitelist,
      judgedFor: (asked) => judges.forSite(asked),
      async judgeAnew() {
        judges = createJudges(whitelist, DEFAULT_RELEASE_RULES, workspace);
        await judgeSeen(visits, judges, workspace.siteById);
      },
      operator: {
        rules: DEFAULT_RELEASE_RULES,
        judged: () => judges.forOperator(),
        // The small whitelist has no ranges: every address is one that nobody lists.
        lookUp: () => ({ kind: 'unknown', reason: 'not-listed' }),
      },
      // No list was ever imported.
      companyLists: {
        lists: () => [],
        remove: async () => fault('COMPANY_LIST_UNKNOWN'),
        upload: async () => fault('UPLOAD_FORMAT'),
        start: () => fault('UPLOAD_UNKNOWN'),
        importOf: () => null,
      },
      evaluation: false,
      baseUrl: options.baseUrl ?? null,
      clock: () => NOW,
      log: { error: ({ code, where }) => logged.push(`${code} ${where}`) },
    }),
  );
  await app.ready();
  const amberKey = newKey(amber);

  return {
    workspace,
    visits,
    whitelist,
    amber,
    birch,
    site,
    secondSite,
    foreignSite,
    amberKey,
    birchKey: newKey(birch),
    app,
    logged,
    visit: (visit) => appendVisit(log, visit),
    async misses({ site, outcome, at, hits, path = null, referrerHost = null, campaign = null }) {
      const hour = Math.floor(at / HOUR);
      const { customerId, id: siteId } = site;
      const record = { kind: 'count', customerId, siteId, hour, outcome, path, referrerHost, campaign } as const;
      await Promise.all(Array.from({ length: hits }, () => log.append(record)));
    },
    async absorb() {
      await log.flushed();
      const { position } = await visits.absorb(log.folder, log.extents());
      await log.release(position);
    },
    get: (url, headers = amberKey) => app.inject({ url, headers }),
    inject: (request) => app.inject(request),
    async close() {
      await app.close();
      await log.close();
      await visits.close();
      whitelist.close();
      workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function newCustomer(workspace: Workspace, name: string): CustomerWorkspace {
  const customer = workspace.customer(workspace.addCustomer(name).id);
  if (customer === null) throw new Error('the customer was just added');
  return customer;
}

function newSite(customer: CustomerWorkspace, domain: string): StoredSite {
  const site = customer.addSite({ domain, timeZone: 'Europe/Berlin' });
  if (!site.ok) throw new Error(site.fault);
  return site.value;
}

function newKey(customer: CustomerWorkspace): { authorization: string } {
  const key = customer.addKey({ label: 'test', scope: 'read' });
  if (!key.ok) throw new Error(key.fault);
  return { authorization: `Bearer ${key.value.token}` };
}

async function rememberCompanies(
  visits: VisitStore,
  sites: readonly StoredSite[],
  records: readonly CompanyRecord[],
): Promise<void> {
  await visits.rememberCompanies(
    sites.flatMap((site) =>
      records.map((record) => ({ ...seenCompany(site, record), shown: record !== COMPANIES.hidden })),
    ),
  );
}

/** What the store remembers of a company that is shown on a site. */
export function seenCompany(site: StoredSite, { company }: CompanyRecord): SeenCompany {
  const { id, name, legalForm, postcode, city, country } = company;
  return {
    customerId: site.customerId,
    siteId: site.id,
    companyId: id,
    shownAs: id,
    name,
    legalForm,
    postcode,
    city,
    country,
    shown: true,
  };
}

async function appendVisit(log: DurableLog, visit: InventedVisit): Promise<void> {
  for (const [index, [minutes, text, told]] of visit.steps.entries()) {
    const event = /^event:(\S+) (.*)$/.exec(text);
    await log.append({
      kind: 'visit',
      customerId: visit.site.customerId,
      siteId: visit.site.id,
      visitId: visit.visitId,
      at: visit.at + minutes * 60_000,
      firstOfVisit: index === 0,
      companyId: visit.company.company.id,
      name: event?.[1] ?? 'pageview',
      host: visit.site.domain,
      path: event?.[2] ?? text,
      // A referrer of another host stands on the first page alone.
      referrerHost: index === 0 ? (visit.referrerHost ?? null) : null,
      campaignSource: index === 0 ? (visit.campaign?.source ?? null) : null,
      campaignMedium: index === 0 ? (visit.campaign?.medium ?? null) : null,
      campaignName: index === 0 ? (visit.campaign?.name ?? null) : null,
      whitelistVersion: '0000000000000000',
      ...NOTHING_TOLD,
      ...told,
    });
  }
}

/** A whitelist with the invented companies and no range: this room asks for companies alone. */
function writeInventedWhitelist(folder: string, records: readonly CompanyRecord[]): Whitelist {
  writeSmallWhitelist(folder, { source: SOURCE, records, builtAt: new Date('2026-01-20T00:00:00Z') });
  return openWhitelist(folder);
}
