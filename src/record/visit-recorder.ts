import { randomFillSync } from 'node:crypto';
import type { Hit, Site } from '../contracts/hit.ts';
import type { VisitRecorder } from '../contracts/recorder.ts';
import type { Verdict } from '../contracts/verdict.ts';
import type { DurableLog } from '../store/hit-log/durable-log.ts';
import type { VisitRecord } from '../store/hit-log/log-record.ts';
import { createOpenVisits } from './open-visits.ts';
import { type OpenVisit, VISIT_RULES, type VisitRules, hasEnded, sessionise } from './sessionise.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SWEEP_MS = 60_000;
const MOST_OPEN_VISITS = 200_000;
const MOST_KNOWN_COMPANIES = 100_000;
type CompanyVerdict = Verdict & { readonly kind: 'company' };
const MOST_ONE_HOUR = 0xffff_ffff;

/**
 * Turns hits into records of the durable log.
 *
 * `clock` tells when open visits have ended. Leave it out to read a log of the past: the latest time seen is then the
 * clock, so that visits of last year do not end at once. The log belongs to the caller: `close` does not close it.
 */
export function createVisitRecorder(options: {
  readonly log: DurableLog;
  readonly rules?: VisitRules;
  readonly clock?: () => number;
  readonly mostOpenVisits?: number;
  readonly newVisitId?: () => bigint;
}): VisitRecorder {
  const { log, rules = VISIT_RULES, clock, mostOpenVisits = MOST_OPEN_VISITS, newVisitId = randomVisitIds() } = options;
  const open = createOpenVisits({ rules, most: mostOpenVisits });
  /** Companies of a site that stand in the log for certain, and the whitelist version that described them. */
  const written = new Map<string, string>();
  let latestAt = 0;

  const sweeping = setInterval(() => open.dropEnded(clock === undefined ? latestAt : clock()), SWEEP_MS).unref();

  /** The company stands in the log before its first visit, so that both become visible together. */
  function remember(site: Site, { companyId, company, whitelistVersion }: CompanyVerdict): void {
    const key = `${site.id} ${companyId}`;
    if (written.get(key) === whitelistVersion) return;
    const taken = log.append({
      kind: 'seen',
      customerId: site.customerId,
      siteId: site.id,
      companyId,
      shownAs: company.id,
      name: company.name,
      legalForm: company.legalForm,
      postcode: company.postcode,
      city: company.city,
      country: company.country,
    });
    taken.then(() => noteWritten(key, whitelistVersion), ignore);
  }

  function noteWritten(key: string, whitelistVersion: string): void {
    if (written.size >= MOST_KNOWN_COMPANIES) written.clear();
    written.set(key, whitelistVersion);
  }

  return {
    recordVisit(hit, site, verdict, at) {
      if (at > latestAt) latestAt = at;
      const change = sessionise(open.get(verdict.visitKey), { companyId: verdict.companyId, at }, rules, newVisitId);
      remember(site, verdict);
      open.set(verdict.visitKey, change.visit);
      const firstOfVisit = change.kind !== 'extended';
      const durable = log.append(visitRecord(hit, site, verdict, at, change.visit, firstOfVisit));
      // A visit whose first hit was not kept has not begun.
      if (firstOfVisit) durable.catch(() => open.drop(verdict.visitKey, change.visit.visitId));
      return durable;
    },

    recordLeave(hit, site, verdict, at) {
      const visit = open.get(verdict.visitKey);
      if (visit === undefined || visit.companyId !== verdict.companyId || hasEnded(visit, at, rules)) return NOTHING;
      return log.append(visitRecord(hit, site, verdict, at, visit, false));
    },

    recordMiss(hit, site, outcome, at) {
      const isPageView = hit.name === 'pageview';
      return log.append({
        kind: 'count',
        customerId: site.customerId,
        siteId: site.id,
        hour: wholeUnits(at, HOUR_MS),
        outcome,
        path: isPageView ? hit.path : null,
        referrerHost: isPageView ? hit.referrerHost : null,
        campaign: isPageView ? campaignValue(hit) : null,
      });
    },

    countRefusal(site, outcome, at) {
      log
        .append({
          kind: 'count',
          customerId: site.customerId,
          siteId: site.id,
          hour: wholeUnits(at, HOUR_MS),
          outcome,
          path: null,
          referrerHost: null,
          campaign: null,
        })
        .catch(ignore);
    },

    countForInstallation(outcome, at) {
      log.append({ kind: 'installation', day: wholeUnits(at, DAY_MS), outcome }).catch(ignore);
    },

    async close() {
      clearInterval(sweeping);
      open.clear();
      await log.flushed();
    },
  };
}

const NOTHING = Promise.resolve();

function visitRecord(
  hit: Hit,
  site: Site,
  { companyId, whitelistVersion }: CompanyVerdict,
  at: number,
  { visitId }: OpenVisit,
  firstOfVisit: boolean,
): VisitRecord {
  return {
    kind: 'visit',
    customerId: site.customerId,
    siteId: site.id,
    visitId,
    at,
    firstOfVisit,
    companyId,
    name: hit.name,
    host: hit.host,
    path: hit.path,
    referrerHost: hit.referrerHost,
    campaignSource: hit.campaign.source,
    campaignMedium: hit.campaign.medium,
    campaignName: hit.campaign.name,
    whitelistVersion,
    target: hit.target,
    seconds: hit.seconds,
    pageName: hit.pageName,
    pageGroup: hit.pageGroup,
    props: hit.props === null ? null : JSON.stringify(hit.props),
  };
}

/** The one value of the campaign marginal: the most specific part that the page's URL named. */
function campaignValue(hit: Hit): string | null {
  return hit.campaign.name ?? hit.campaign.source ?? hit.campaign.medium;
}

/** A time as whole hours or days since 1970. A time before that cannot come from a web server: it counts as 1970. */
function wholeUnits(at: number, unitMs: number): number {
  return Math.min(MOST_ONE_HOUR, Math.max(0, Math.floor(at / unitMs)));
}

function ignore(): void {}

/** Random 64-bit ids, drawn in blocks: one call for 512 ids. */
function randomVisitIds(): () => bigint {
  const block = Buffer.alloc(4096);
  let used = block.length;
  return () => {
    if (used === block.length) {
      randomFillSync(block);
      used = 0;
    }
    const id = block.readBigUInt64LE(used);
    used += 8;
    return id;
  };
}
