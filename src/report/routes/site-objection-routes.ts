import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiObjectionSwitches, ApiSiteObjection, SiteName } from '../../contracts/api.ts';
import { fault, ok } from '../../contracts/result.ts';
import type { CustomerWorkspace, StoredSite } from '../../store/sqlite/workspace.ts';
import { customerRoute } from '../api-route.ts';
import { objectionPieces } from '../objection-pieces.ts';
import type { RestApiOptions } from '../rest-api-options.ts';

const SiteParams = z.strictObject({ domain: SiteName });

/** How visitors of a site object, and which of their browsers' signals it honours. */
export function registerSiteObjectionRoutes(app: FastifyInstance, { baseUrl }: RestApiOptions): void {
  const answer = (request: FastifyRequest, customer: CustomerWorkspace, site: StoredSite): ApiSiteObjection => ({
    honours_dnt: site.honoursDnt,
    honours_gpc: site.honoursGpc,
    history: customer.objectionSwitchChanges(site.id).map(({ honoursDnt, honoursGpc, reason, author, at }) => ({
      honours_dnt: honoursDnt,
      honours_gpc: honoursGpc,
      reason,
      author,
      created_at: at,
    })),
    ...objectionPieces(site.domain, baseUrl ?? `${request.protocol}://${request.host}`),
  });

  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/sites/:domain/objection',
    summary: 'How visitors of a site object: signals that it honours, their history, and pieces for its privacy page',
    params: SiteParams,
    answer: ApiSiteObjection,
    handle: ({ customer, params, request }) => {
      const site = customer.site(params.domain);
      return site === null ? fault('SITE_UNKNOWN') : ok(answer(request, customer, site));
    },
  });

  customerRoute(app, {
    method: 'PATCH',
    url: '/api/v1/sites/:domain/objection',
    summary:
      'Switch Do Not Track or Global Privacy Control on or off; it holds at once. The opt-out cannot be switched',
    params: SiteParams,
    body: ApiObjectionSwitches,
    answer: ApiSiteObjection,
    handle: ({ customer, params, body, session, request }) => {
      const site = customer.site(params.domain);
      if (site === null || session === null) return fault('SITE_UNKNOWN');
      const honoursDnt = body.honours_dnt ?? site.honoursDnt;
      const honoursGpc = body.honours_gpc ?? site.honoursGpc;
      if (honoursDnt === site.honoursDnt && honoursGpc === site.honoursGpc) return ok(answer(request, customer, site));
      const switchesOff = (site.honoursDnt && !honoursDnt) || (site.honoursGpc && !honoursGpc);
      if (switchesOff && body.reason === undefined) return fault('OBJECTION_REASON_MISSING');
      customer.setObjectionSwitches(site.id, {
        honoursDnt,
        honoursGpc,
        reason: body.reason ?? null,
        author: session.email,
      });
      return ok(answer(request, customer, { ...site, honoursDnt, honoursGpc }));
    },
  });
}
