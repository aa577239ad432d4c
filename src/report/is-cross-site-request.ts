import type { FastifyRequest } from 'fastify';
import { isCrossSiteChange } from './access.ts';

/**
 * True for a request that changes something and may come from another site's page.
 * @param baseUrl origin of the installation; null: the request's own
 */
export function isCrossSiteRequest(request: FastifyRequest, baseUrl: string | null, hasBearer: boolean): boolean {
  const secFetchSite = request.headers['sec-fetch-site'];
  const asked = `${request.protocol}://${request.host}`;
  return isCrossSiteChange({
    method: request.method,
    secFetchSite: typeof secFetchSite === 'string' ? secFetchSite : undefined,
    origin: request.headers.origin,
    ownOrigins: baseUrl === null ? [asked] : [asked, baseUrl],
    hasBearer,
  });
}
