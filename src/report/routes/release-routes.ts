import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { rulesOfSite, type ReleaseRules } from '../../company/release-rules.ts';
import { ApiReleaseChange, ApiSiteRelease, SiteName } from '../../contracts/api.ts';
import type { SiteRelease } from '../../contracts/hit.ts';
import { fault, ok } from '../../contracts/result.ts';
import { customerRoute } from '../api-route.ts';
import type { RestApiOptions } from '../rest-api-options.ts';

const SiteParams = z.strictObject({ domain: SiteName });
const KINDS_IN_ORDER = ['company', 'public', 'education'] as const;

/** What a site chooses of the release rules. Whatever it asks for, it never sees more than the operator allows. */
export function registerReleaseRoutes(app: FastifyInstance, { operator, judgeAnew }: RestApiOptions): void {
  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/sites/:domain/release',
    summary: 'Which organisations a site shows, and what the operator asks for at least',
    params: SiteParams,
    answer: ApiSiteRelease,
    handle: ({ customer, params }) => {
      const site = customer.site(params.domain);
      return site === null ? fault('SITE_UNKNOWN') : ok(apiSiteRelease(site.release, operator.rules));
    },
  });

  customerRoute(app, {
    method: 'PATCH',
    url: '/api/v1/sites/:domain/release',
    summary: 'Choose which organisations a site shows: stricter than the operator, never laxer; it holds at once',
    params: SiteParams,
    body: ApiReleaseChange,
    answer: ApiSiteRelease,
    handle: async ({ customer, params, body }) => {
      const site = customer.site(params.domain);
      if (site === null) return fault('SITE_UNKNOWN');
      const changed = customer.setSiteRelease(params.domain, changedRelease(site.release, body));
      if (changed === null) return fault('SITE_UNKNOWN');
      await judgeAnew();
      return ok(apiSiteRelease(changed.release, operator.rules));
    },
  });
}

function changedRelease(release: SiteRelease, change: ApiReleaseChange): SiteRelease {
  const kinds = change.kinds ?? release.kinds;
  return {
    kinds: KINDS_IN_ORDER.filter((kind) => kinds.includes(kind)),
    sizeEvidence: change.size_evidence === undefined ? release.sizeEvidence : change.size_evidence,
    minimumEmployees: change.minimum_employees === undefined ? release.minimumEmployees : change.minimum_employees,
    minimumConfidence: change.minimum_confidence === undefined ? release.minimumConfidence : change.minimum_confidence,
  };
}

function apiSiteRelease(release: SiteRelease, operator: ReleaseRules): ApiSiteRelease {
  const inForce = rulesOfSite(operator, release);
  return {
    rules: {
      kinds: [...release.kinds],
      size_evidence: inForce.sizeEvidence,
      minimum_employees: inForce.minimumEmployees,
      minimum_confidence: inForce.minimumConfidence,
    },
    operator: {
      location: operator.location,
      size_evidence: operator.sizeEvidence,
      minimum_employees: operator.minimumEmployees,
      minimum_confidence: operator.minimumConfidence,
    },
  };
}
