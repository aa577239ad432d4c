import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import {
  type ApiExclusion,
  ApiExclusionAdded,
  ApiExclusionImport,
  ApiExclusionImported,
  ApiExclusionList,
  ApiNewExclusion,
  SiteName,
} from '../../contracts/api.ts';
import { fault, ok } from '../../contracts/result.ts';
import type { StoredExclusion } from '../../store/sqlite/exclusion-table.ts';
import { isSmallRange, rangeText, readRange, widerRange } from '../../whitelist/address-ranges.ts';
import { customerRoute } from '../api-route.ts';
import { exclusionList, readExclusion, readExclusionList } from '../exclusion-text.ts';
import { NumberParams } from './number-params.ts';

const SiteParams = z.strictObject({ domain: SiteName });
const IMPORT_LIMIT_BYTES = 256 * 1024;

/** What a site does not count at all, from now on: ranges of addresses, pages, hosts, companies (docs/exclusions.md). */
export function registerSiteExclusionRoutes(app: FastifyInstance): void {
  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/sites/:domain/exclusions',
    summary: 'What a site does not count, in the order in which it was added',
    params: SiteParams,
    answer: ApiExclusionList,
    handle: ({ customer, params }) => {
      const site = customer.site(params.domain);
      if (site === null) return fault('SITE_UNKNOWN');
      return ok({ data: customer.exclusions(site.id).map((one) => apiExclusion(one)), next_cursor: null });
    },
  });

  customerRoute(app, {
    method: 'POST',
    url: '/api/v1/sites/:domain/exclusions',
    summary:
      'Exclude a range of addresses, a page, a host or a company; it holds at once, for what comes from now on. A range below /29 (IPv4) or /64 (IPv6) may be one person and needs a reason; the answer suggests a wider one',
    status: 201,
    params: SiteParams,
    body: ApiNewExclusion,
    answer: ApiExclusionAdded,
    handle: ({ customer, params, body, session }) => {
      const site = customer.site(params.domain);
      if (site === null) return fault('SITE_UNKNOWN');
      const read = readExclusion(body.kind, body.value, body.reason ?? null);
      if (!read.ok) return read;
      const result = customer.addExclusions(site.id, [{ ...read.value, author: session?.email ?? null }]);
      if (result === null) return fault('SITE_UNKNOWN');
      const [added] = result.added;
      if (added === undefined) return fault(result.full ? 'EXCLUSION_LIMIT' : 'EXCLUSION_KNOWN');
      return ok({ ...apiExclusion(added), wider: widerText(added) });
    },
  });

  customerRoute(app, {
    method: 'DELETE',
    url: '/api/v1/sites/:domain/exclusions/:id',
    summary: 'Count it again, from now on',
    status: 204,
    params: SiteParams.extend(NumberParams.shape),
    answer: z.undefined(),
    handle: ({ customer, params }) => {
      const site = customer.site(params.domain);
      if (site === null) return fault('SITE_UNKNOWN');
      return customer.removeExclusion(site.id, params.id) ? ok(undefined) : fault('EXCLUSION_UNKNOWN');
    },
  });

  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/sites/:domain/exclusions/export',
    summary: 'The exclusions as text, one a line, as the import takes them',
    params: SiteParams,
    answer: z.string(),
    handle: ({ customer, params, reply }) => {
      const site = customer.site(params.domain);
      if (site === null) return fault('SITE_UNKNOWN');
      reply.header('content-disposition', 'attachment; filename="exclusions.txt"');
      reply.type('text/plain; charset=utf-8');
      return ok(exclusionList(customer.exclusions(site.id)));
    },
  });

  customerRoute(app, {
    method: 'POST',
    url: '/api/v1/sites/:domain/exclusions/import',
    summary:
      'Add what a text lists, one a line: a range, or page:/…, host:…, company:…; its reason after #. Lines with a fault are named and left out',
    bodyLimitBytes: IMPORT_LIMIT_BYTES,
    params: SiteParams,
    body: ApiExclusionImport,
    answer: ApiExclusionImported,
    handle: ({ customer, params, body, session }) => {
      const site = customer.site(params.domain);
      if (site === null) return fault('SITE_UNKNOWN');
      const { read, faults } = readExclusionList(body.text);
      const author = session?.email ?? null;
      const result = customer.addExclusions(
        site.id,
        read.map((one) => ({ ...one, author })),
      );
      if (result === null) return fault('SITE_UNKNOWN');
      return ok({ read: read.length, added: result.added.length, full: result.full, faults: [...faults] });
    },
  });
}

function apiExclusion({ id, kind, value, reason, author, at }: StoredExclusion): ApiExclusion {
  return { id, kind, value, reason, author, created_at: at };
}

/** For a range that may be one person's: the next one that is not. */
function widerText({ kind, value }: StoredExclusion): string | null {
  const range = kind === 'range' ? readRange(value) : null;
  return range !== null && isSmallRange(range) ? rangeText(widerRange(range)) : null;
}
