import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ApiActivity, ApiNewSite, ApiSite, ApiSiteList, SiteName } from '../../contracts/api.ts';
import { fault, ok } from '../../contracts/result.ts';
import type { StoredSite } from '../../store/sqlite/workspace.ts';
import { answerActivity } from '../answer-question.ts';
import { customerRoute } from '../api-route.ts';
import type { RestApiOptions } from '../rest-api-options.ts';

/** The customer's sites, and whether anything has arrived for them. */
export function registerSiteRoutes(app: FastifyInstance, { visits }: RestApiOptions): void {
  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/sites',
    summary: 'The sites, by domain',
    answer: ApiSiteList,
    handle: ({ customer }) => ok({ data: customer.sites().map((site) => apiSite(site)), next_cursor: null }),
  });

  customerRoute(app, {
    method: 'POST',
    url: '/api/v1/sites',
    summary: 'Add a site',
    status: 201,
    body: ApiNewSite,
    answer: ApiSite,
    handle: ({ customer, body }) => {
      const site = customer.addSite({ domain: body.domain, timeZone: body.time_zone, otherHosts: body.other_hosts });
      return site.ok ? ok(apiSite(site.value)) : site;
    },
  });

  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/sites/:domain/activity',
    summary: 'Whether a visit has arrived for a site at all; bots and refused hits do not count',
    params: z.strictObject({ domain: SiteName }),
    answer: ApiActivity,
    handle: async ({ customer, params }) => {
      const site = customer.site(params.domain);
      if (site === null) return fault('SITE_UNKNOWN');
      return ok(await answerActivity({ visits }, site));
    },
  });
}

export function apiSite(site: StoredSite): ApiSite {
  return {
    domain: site.domain,
    other_hosts: [...site.otherHosts],
    time_zone: site.timeZone,
    honours_dnt: site.honoursDnt,
    honours_gpc: site.honoursGpc,
    created_at: site.createdAt,
  };
}
