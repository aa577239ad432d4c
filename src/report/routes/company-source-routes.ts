import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { z } from 'zod';
import { ApiCompanyImport, ApiCompanySourceList, ApiCompanyUpload, ApiNewCompanyImport } from '../../contracts/api.ts';
import { COMPANY_FORMATS } from '../../contracts/company-source.ts';
import { fault, ok } from '../../contracts/result.ts';
import { operatorRoute } from '../api-route.ts';
import type { RestApiOptions } from '../rest-api-options.ts';

/** 1 GiB, and a little: what is larger is counted and refused by whoever stores it. */
const UPLOAD_LIMIT_BYTES = 2 ** 31;
/** Names of 500 columns fit. */
const MAPPING_LIMIT_BYTES = 256 * 1024;

const Id = z.strictObject({ id: z.string().regex(/^[\w-]{1,64}$/) });

/** Lists of companies: what is imported, uploads, imports. For operators alone. */
export function registerCompanySourceRoutes(app: FastifyInstance, { companyLists }: RestApiOptions): void {
  operatorRoute(app, {
    method: 'GET',
    url: '/api/v1/company-sources',
    summary: 'Lists of companies that are imported, the one whose word counts most first',
    answer: ApiCompanySourceList,
    handle: () => ok({ data: companyLists.lists(), next_cursor: null }),
  });

  operatorRoute(app, {
    method: 'DELETE',
    url: '/api/v1/company-sources/:id',
    summary: 'Takes a list out; answered when the whitelist without it is in force',
    status: 204,
    params: Id,
    answer: z.undefined(),
    handle: async ({ params }) => {
      const removed = await companyLists.remove(params.id);
      return removed.ok ? ok(undefined) : removed;
    },
  });

  operatorRoute(app, {
    method: 'POST',
    url: '/api/v1/company-sources/imports',
    summary: 'Imports an uploaded list and joins it with the networks; one at a time',
    status: 202,
    bodyLimitBytes: MAPPING_LIMIT_BYTES,
    body: ApiNewCompanyImport,
    answer: ApiCompanyImport,
    handle: ({ body }) => companyLists.start(body),
  });

  operatorRoute(app, {
    method: 'GET',
    url: '/api/v1/company-sources/imports/:id',
    summary: 'How far an import is',
    params: Id,
    answer: ApiCompanyImport,
    handle: ({ params }) => {
      const found = companyLists.importOf(params.id);
      return found === null ? fault('COMPANY_IMPORT_UNKNOWN') : ok(found);
    },
  });

  // A room of its own: nowhere else is a body taken that is no JSON.
  void app.register(async (uploads) => {
    uploads.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
    operatorRoute(uploads, {
      method: 'POST',
      url: '/api/v1/company-sources/uploads',
      summary:
        'Takes a list as application/octet-stream, at most 1 GiB, and says what its columns seem to hold; it is deleted after its import, or after a day',
      status: 201,
      bodyLimitBytes: UPLOAD_LIMIT_BYTES,
      query: z.strictObject({ format: z.enum(COMPANY_FORMATS).optional() }),
      answer: ApiCompanyUpload,
      handle: async ({ query, request }) =>
        request.body instanceof Readable
          ? companyLists.upload(request.body, query.format ?? null)
          : fault('BODY_MEDIA_TYPE'),
    });
  });
}
