import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Workspace } from '../store/sqlite/workspace.ts';
import { accessOf, reasonToStayClosed } from './access.ts';
import type { Asker } from './api-route.ts';
import { isCrossSiteRequest } from './is-cross-site-request.ts';
import { problemCodeOf } from './problem-of-error.ts';
import type { ApiLog, RestApiOptions } from './rest-api-options.ts';
import { PROBLEMS, sendProblem, type ProblemCode } from './problem.ts';
import { registerCompanySourceRoutes } from './routes/company-source-routes.ts';
import { registerCorrectionRoutes } from './routes/correction-routes.ts';
import { registerKeyRoutes } from './routes/key-routes.ts';
import { registerObjectionRoutes } from './routes/objection-routes.ts';
import { registerOperatorRoutes } from './routes/operator-routes.ts';
import { registerReleaseRoutes } from './routes/release-routes.ts';
import { registerReportRoutes } from './routes/report-routes.ts';
import { registerSessionRoutes } from './routes/session-routes.ts';
import { registerSiteExclusionRoutes } from './routes/site-exclusion-routes.ts';
import { registerSiteObjectionRoutes } from './routes/site-objection-routes.ts';
import { registerSiteCollectionRoutes } from './routes/site-collection-routes.ts';
import { registerSiteRoutes } from './routes/site-routes.ts';
import { sessionCookieIn } from './session-cookie.ts';

const PREFIX = '/api';

/** Nothing but data: a browser that is led to an answer must not do anything with it. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
/** The documentation's page: files of this installation only, no inline script, no style element. */
const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The REST API under /api: `app.register(restApi({ … }))`. It brings its own cookies, checks, faults and 404 and
 * leaves the rest of the server alone. Register no other @fastify/cookie around it.
 */
export function restApi(options: RestApiOptions): FastifyPluginAsync {
  return async (server) => {
    await server.register((app) => openApi(app, options), { prefix: PREFIX });
  };
}

async function openApi(app: FastifyInstance, options: RestApiOptions): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  await app.register(cookie);
  app.decorateRequest('asker', null);
  app.setErrorHandler((error: FastifyError, _request, reply) => answerError(error, reply, options.log));
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 'NOT_FOUND'));

  // A route that nobody has decided about stops the start.
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) accessOf(one, url);
  });
  app.addHook('onRequest', async (request, reply) => {
    const code = letIn(request, options);
    return code === null ? undefined : sendProblem(reply, code);
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.removeHeader('etag');
    reply.removeHeader('last-modified');
    reply.header('cache-control', 'no-store');
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', DATA_POLICY);
  });

  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Doorplate',
        version: '1',
        description:
          'Companies that visited your websites. Times are RFC 3339 in UTC. Lists are { data, next_cursor }. Faults are problem details (RFC 9457).',
      },
      components: {
        securitySchemes: {
          key: {
            type: 'http',
            scheme: 'bearer',
            description: 'A key made on the page "Keys" or with doorplate key add',
          },
          session: {
            type: 'apiKey',
            in: 'cookie',
            name: '__Host-doorplate',
            description: 'Given out by POST /api/v1/session',
          },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    indexPrefix: PREFIX,
    staticCSP: DOCS_POLICY,
    theme: { title: 'Doorplate API' },
    // No picture from a validator on the internet; the layout without a field for descriptions from elsewhere.
    uiConfig: { validatorUrl: null, persistAuthorization: false, layout: 'BaseLayout' },
  });

  registerSessionRoutes(app, options);
  registerSiteRoutes(app, options);
  registerSiteCollectionRoutes(app);
  registerSiteObjectionRoutes(app, options);
  registerSiteExclusionRoutes(app);
  registerReportRoutes(app, options);
  registerKeyRoutes(app);
  registerReleaseRoutes(app, options);
  registerCorrectionRoutes(app, options);
  registerObjectionRoutes(app, options);
  registerOperatorRoutes(app, options);
  registerCompanySourceRoutes(app, options);
}

/** Decides about a request before its body is read; what it was let in as stands in `request.asker`. */
function letIn(request: FastifyRequest, options: RestApiOptions): ProblemCode | null {
  // A path without a route: the 404 comes later and tells nothing.
  if (request.is404) return null;
  const { authorization } = request.headers;
  const bearer = /^Bearer ([\w-]{1,128})$/i.exec(authorization ?? '')?.[1];
  if (isCrossSiteRequest(request, options.baseUrl, bearer !== undefined)) return 'CROSS_SITE';

  const access = accessOf(request.method, request.routeOptions.url ?? '');
  if (access === 'public') return null;
  // Who shows a key, or tries to, is not taken for his session.
  const key = bearer === undefined ? null : options.workspace.keyOf(bearer);
  const token = authorization === undefined ? sessionCookieIn(request, options.baseUrl) : null;
  const session = token === null ? null : options.workspace.sessionOf(token);
  const closed = reasonToStayClosed(
    access,
    key === null ? session && { kind: 'session', isOperator: session.isOperator } : { kind: 'key', scope: key.scope },
  );
  if (closed !== null) return closed;
  request.asker = askerOf(options.workspace, key?.customerId ?? session?.customerId, session);
  return request.asker === null ? 'CREDENTIALS_MISSING' : null;
}

function askerOf(workspace: Workspace, customerId: number | undefined, session: Asker['session']): Asker | null {
  const customer = customerId === undefined ? null : workspace.customer(customerId);
  if (customer === null) return null;
  return { customer, session, installation: session?.isOperator ? workspace.installation : null };
}

function answerError(error: FastifyError, reply: FastifyReply, log: ApiLog): FastifyReply {
  const code = problemCodeOf(error);
  if (PROBLEMS[code].status >= 500) log.error({ code: `API_${code}`, where: placeOf(error) });
  return sendProblem(reply, code);
}

/** File and line where an error was thrown; its message may quote a request and is left out. */
function placeOf(error: Error): string {
  return /([\w.-]+:\d+):\d+\)?$/m.exec(error.stack?.replace(error.message, '') ?? '')?.[1] ?? 'unknown';
}
