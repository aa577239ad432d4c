import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ApiSiteCollection, SiteName } from '../../contracts/api.ts';
import type { SiteCollection } from '../../contracts/hit.ts';
import { fault, ok } from '../../contracts/result.ts';
import type { SetUpCollection } from '../../store/sqlite/workspace.ts';
import { customerRoute } from '../api-route.ts';

const CollectionChange = ApiSiteCollection.partial();
type CollectionChange = z.output<typeof CollectionChange>;

/** Hundreds of rules, each with a pattern and a label. */
const LONGEST_BODY_BYTES = 262_144;

const SiteParams = z.strictObject({ domain: SiteName });

/** What a site sets up about collecting; it holds from the next hit on, and changes nothing that was stored. */
export function registerSiteCollectionRoutes(app: FastifyInstance): void {
  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/sites/:domain/collection',
    summary: 'What a site has set up about collecting: parameters, milestones, page groups, properties of events',
    params: SiteParams,
    answer: ApiSiteCollection,
    handle: ({ customer, params }) => {
      const site = customer.site(params.domain);
      return site === null ? fault('SITE_UNKNOWN') : ok(apiCollection(site.collection));
    },
  });

  customerRoute(app, {
    method: 'PATCH',
    url: '/api/v1/sites/:domain/collection',
    summary: 'Set up what a site collects; what is left out stays, and it holds from the next hit on',
    params: SiteParams,
    body: CollectionChange,
    bodyLimitBytes: LONGEST_BODY_BYTES,
    answer: ApiSiteCollection,
    handle: ({ customer, params, body }) => {
      const site = customer.site(params.domain);
      if (site === null) return fault('SITE_UNKNOWN');
      const changed = customer.setSiteCollection(params.domain, changedCollection(site.collection, body));
      return changed === null ? fault('SITE_UNKNOWN') : ok(apiCollection(changed.collection));
    },
  });
}

function changedCollection(now: SiteCollection, change: CollectionChange): SetUpCollection {
  return {
    keptParameters: change.kept_parameters ?? now.keptParameters,
    searchParameters: change.search_parameters ?? now.searchParameters,
    campaignParameters: change.campaign_parameters ?? now.campaignParameters,
    milestones: change.milestones ?? now.milestones,
    pageGroups: change.page_groups ?? now.pageGroups,
    eventProperties: change.event_properties ?? now.eventProperties,
  };
}

function apiCollection(collection: SiteCollection): ApiSiteCollection {
  const { eventProperties, milestones, pageGroups } = collection;
  return {
    kept_parameters: [...collection.keptParameters],
    search_parameters: [...collection.searchParameters],
    campaign_parameters: [...collection.campaignParameters],
    milestones: milestones.map(({ pattern, label }) => ({ pattern, label })),
    page_groups: pageGroups.map(({ pattern, label }) => ({ pattern, label })),
    event_properties: Object.fromEntries(Object.entries(eventProperties).map(([event, names]) => [event, [...names]])),
  };
}
