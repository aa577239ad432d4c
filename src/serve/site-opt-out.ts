import type { FastifyPluginAsync } from 'fastify';
import { objectionIn } from '../collect/objection.ts';
import { isHostOf } from '../collect/reason-to-refuse.ts';
import { readOriginHost } from '../collect/scrub-url.ts';
import { readSiteName } from '../collect/site-name.ts';
import type { SiteDirectory } from '../contracts/hit.ts';
import { optOutDoor } from '../privacy/opt-out-door.ts';
import { isCrossSiteChange } from '../report/access.ts';

/** The opt-out page of every site; what it says about a browser is what the hit door would decide. */
export function siteOptOut(sites: SiteDirectory, baseUrl: string | null): FastifyPluginAsync {
  return optOutDoor({
    siteNamed: (name) => sites.byDomain(readSiteName(name)),
    objectionIn,
    isHostOf,
    isCrossSite(request, site) {
      const { origin } = request.headers;
      const secFetchSite = request.headers['sec-fetch-site'];
      const originHost = origin === undefined ? null : readOriginHost(origin);
      return isCrossSiteChange({
        method: request.method,
        secFetchSite: typeof secFetchSite === 'string' ? secFetchSite : undefined,
        origin,
        // Behind a site's own path the page is the site's, whatever host its proxy names here.
        ownOrigins:
          origin !== undefined && originHost !== null && isHostOf(site, originHost)
            ? [origin]
            : [`${request.protocol}://${request.host}`, ...(baseUrl === null ? [] : [baseUrl])],
        hasBearer: false,
      });
    },
    ownHost: baseUrl === null ? null : new URL(baseUrl).hostname,
  });
}
