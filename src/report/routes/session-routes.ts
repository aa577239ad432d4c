import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiSession, ApiSetup, ApiSignIn } from '../../contracts/api.ts';
import { ok } from '../../contracts/result.ts';
import type { CustomerWorkspace, NewSession, SessionHolder } from '../../store/sqlite/workspace.ts';
import { shippedTracker } from '../../settings/shipped-tracker.ts';
import { customerRoute, publicRoute } from '../api-route.ts';
import type { RestApiOptions } from '../rest-api-options.ts';
import { clearSessionCookie, sessionCookieIn, setSessionCookie } from '../session-cookie.ts';
import { apiSite } from './site-routes.ts';

/** Signing in and out, and what a page has to know first. */
export function registerSessionRoutes(app: FastifyInstance, options: RestApiOptions): void {
  const { workspace, baseUrl } = options;

  const begin = (session: NewSession, request: FastifyRequest, reply: FastifyReply): ApiSession => {
    const earlier = sessionCookieIn(request, baseUrl);
    if (earlier !== null) workspace.endSession(earlier);
    setSessionCookie(request, reply, baseUrl, session.token);
    const customer = workspace.customer(session.holder.customerId);
    if (customer === null) throw new Error('a session of no customer');
    return describeSession(session.holder, customer, request, options);
  };

  customerRoute(app, {
    method: 'GET',
    url: '/api/v1/session',
    summary: 'Who is signed in, and what the pages need to know about the installation',
    answer: ApiSession,
    handle: ({ customer, session, request }) => {
      if (session === null) throw new Error('a session route was opened to a key');
      return ok(describeSession(session, customer, request, options));
    },
  });

  publicRoute(app, {
    method: 'POST',
    url: '/api/v1/session',
    summary: 'Sign in; the session is a cookie',
    body: ApiSignIn,
    answer: ApiSession,
    handle: async ({ body, request, reply }) => {
      const session = await workspace.signIn(body.email, body.password);
      return session.ok ? ok(begin(session.value, request, reply)) : session;
    },
  });

  publicRoute(app, {
    method: 'POST',
    url: '/api/v1/setup',
    summary: 'Use a one-time link: choose a password and be signed in',
    body: ApiSetup,
    answer: ApiSession,
    handle: async ({ body, request, reply }) => {
      const session = await workspace.redeemSetupLink(body.token, body.password);
      return session.ok ? ok(begin(session.value, request, reply)) : session;
    },
  });

  customerRoute(app, {
    method: 'DELETE',
    url: '/api/v1/session',
    summary: 'Sign out',
    status: 204,
    answer: z.undefined(),
    handle: ({ request, reply }) => {
      const token = sessionCookieIn(request, baseUrl);
      if (token !== null) workspace.endSession(token);
      clearSessionCookie(request, reply, baseUrl);
      return ok(undefined);
    },
  });
}

function describeSession(
  holder: SessionHolder,
  customer: CustomerWorkspace,
  request: FastifyRequest,
  { baseUrl, evaluation, whitelist }: RestApiOptions,
): ApiSession {
  const { manifest } = whitelist();
  const { pinnedName, integrity } = shippedTracker();
  return {
    email: holder.email,
    operator: holder.isOperator,
    customer: { id: customer.id, name: customer.name },
    sites: customer.sites().map((site) => apiSite(site)),
    evaluation,
    base_url: baseUrl ?? originOf(request),
    tracker: { path: `/${pinnedName}`, integrity },
    whitelist: {
      version: manifest.version,
      built_at: manifest.builtAt,
      companies: manifest.counts.shownOrganisations,
      attributions: manifest.sources.map(({ attribution }) => attribution).filter((sentence) => sentence !== ''),
    },
  };
}

/** The origin that the request was sent to; a Host header can hold anything. */
function originOf(request: FastifyRequest): string {
  const text = `${request.protocol}://${request.host}`;
  return URL.canParse(text) ? new URL(text).origin : '';
}
