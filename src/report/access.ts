import type { KeyScope } from '../contracts/api.ts';

/**
 * Who may use a route. `operator`: an operator of the installation who has signed in; `session`: people who have signed
 * in; a scope: they and keys that have it (`manage` includes `read`); `public`: everybody. No key is an operator's.
 */
export type Access = 'public' | 'session' | 'operator' | KeyScope;

/** Every route of the plugin. A route that is not in this table cannot be registered. */
export const ROUTE_ACCESS: Readonly<Record<string, Access>> = {
  'GET /api/v1/session': 'session',
  'POST /api/v1/session': 'public',
  'DELETE /api/v1/session': 'session',
  'POST /api/v1/setup': 'public',
  'GET /api/v1/sites': 'read',
  'POST /api/v1/sites': 'manage',
  'GET /api/v1/sites/:domain/activity': 'read',
  'GET /api/v1/sites/:domain/release': 'read',
  'PATCH /api/v1/sites/:domain/release': 'manage',
  'GET /api/v1/sites/:domain/objection': 'read',
  'PATCH /api/v1/sites/:domain/objection': 'session',
  'GET /api/v1/sites/:domain/exclusions': 'manage',
  'POST /api/v1/sites/:domain/exclusions': 'manage',
  'DELETE /api/v1/sites/:domain/exclusions/:id': 'manage',
  'GET /api/v1/sites/:domain/exclusions/export': 'manage',
  'POST /api/v1/sites/:domain/exclusions/import': 'manage',
  'GET /api/v1/sites/:domain/collection': 'read',
  'PATCH /api/v1/sites/:domain/collection': 'manage',
  'GET /api/v1/companies': 'read',
  'GET /api/v1/companies/:id': 'read',
  'GET /api/v1/companies/:id/visits': 'read',
  'GET /api/v1/funnel': 'read',
  'GET /api/v1/statistics': 'read',
  'GET /api/v1/keys': 'session',
  'POST /api/v1/keys': 'session',
  'DELETE /api/v1/keys/:id': 'session',
  'GET /api/v1/corrections': 'read',
  'POST /api/v1/corrections': 'session',
  'GET /api/v1/corrections/export': 'session',
  'DELETE /api/v1/corrections/:id': 'session',
  'GET /api/v1/objections': 'operator',
  'POST /api/v1/objections/:id': 'operator',
  'POST /api/v1/operator/look-up': 'operator',
  'GET /api/v1/operator/organisations/:id': 'operator',
  'GET /api/v1/company-sources': 'operator',
  'DELETE /api/v1/company-sources/:id': 'operator',
  'POST /api/v1/company-sources/uploads': 'operator',
  'POST /api/v1/company-sources/imports': 'operator',
  'GET /api/v1/company-sources/imports/:id': 'operator',
  'GET /api/openapi.json': 'public',
  'GET /api/docs': 'public',
  'GET /api/docs/': 'public',
  'GET /api/docs/json': 'public',
  'GET /api/docs/yaml': 'public',
  'GET /api/docs/static/index.html': 'public',
  'GET /api/docs/static/swagger-initializer.js': 'public',
  'GET /api/docs/static/*': 'public',
};

/** The access of a route; HEAD is what GET is. Throws for a route that nobody has decided about. */
export function accessOf(method: string, url: string): Access {
  const access = ROUTE_ACCESS[`${method === 'HEAD' ? 'GET' : method} ${url}`];
  if (access === undefined) throw new Error(`no access is declared for ${method} ${url}`);
  return access;
}

/** What somebody showed with a request. A key that is not known is no credential. */
export type Credential =
  | { readonly kind: 'session'; readonly isOperator: boolean }
  | { readonly kind: 'key'; readonly scope: KeyScope };

/** Why a route stays closed to a credential; null when it is open. */
export function reasonToStayClosed(
  access: Access,
  credential: Credential | null,
): 'CREDENTIALS_MISSING' | 'SESSION_NEEDED' | 'OPERATOR_NEEDED' | 'SCOPE_TOO_SMALL' | null {
  if (access === 'public') return null;
  if (credential === null) return 'CREDENTIALS_MISSING';
  if (credential.kind === 'session') return access === 'operator' && !credential.isOperator ? 'OPERATOR_NEEDED' : null;
  if (access === 'session' || access === 'operator') return 'SESSION_NEEDED';
  return credential.scope === 'manage' || access === credential.scope ? null : 'SCOPE_TOO_SMALL';
}

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The parts of a request that tell from where a browser sent it. */
export type RequestOrigin = {
  readonly method: string;
  readonly secFetchSite: string | undefined;
  readonly origin: string | undefined;
  /** Origins under which this installation is reached. */
  readonly ownOrigins: readonly string[];
  readonly hasBearer: boolean;
};

/**
 * True for a change that another site's page may have caused. Browsers say `Sec-Fetch-Site` on secure origins
 * (Fetch Metadata, 2.4); where they do not, the page's origin has to be the installation's own. A program shows a
 * key: a browser never adds one by itself.
 */
export function isCrossSiteChange({ method, secFetchSite, origin, ownOrigins, hasBearer }: RequestOrigin): boolean {
  if (CHANGES_NOTHING.has(method)) return false;
  if (secFetchSite !== undefined) return secFetchSite !== 'same-origin';
  if (hasBearer) return false;
  return origin === undefined || !ownOrigins.includes(origin);
}
