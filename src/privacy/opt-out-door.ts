import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { Site } from '../contracts/hit.ts';
import { OPT_OUT_COOKIE } from '../contracts/opt-out.ts';
import type { ObjectionReason } from '../contracts/reasons.ts';
import { CHOICE_FIELD, CHOICES, optOutPage, optOutRefusalPage, type OptOutState } from './opt-out-page.ts';
import type { SignalState } from './opt-out-words.ts';
import { ORGANISATION_POLICY } from './organisation-style.ts';
import { pageLanguage, type PageLanguage } from './organisation-words.ts';

export type OptOutDoorOptions = {
  /** The site of a name as it stands in a path. */
  readonly siteNamed: (name: string) => Site | undefined;
  /** Why the hit door would not count a request with these headers; null: it would. */
  readonly objectionIn: (headers: IncomingHttpHeaders, site: Site) => ObjectionReason | null;
  /** Whether pages of the site stand on this host. */
  readonly isHostOf: (site: Site, host: string) => boolean;
  /** Whether a post may come from a page of another site. */
  readonly isCrossSite: (request: FastifyRequest, site: Site) => boolean;
  /** Host under which the installation itself is reached; null where no setting says so. */
  readonly ownHost: string | null;
};

const TWELVE_MONTHS_SECONDS = 365 * 24 * 3600;
/** Longer than the one field of the form. */
const LONGEST_FORM_BYTES = 256;

const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': ORGANISATION_POLICY,
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  // Not `no-referrer`: it would hide from the server of which origin a post is (Fetch, 3.1), which is all that browsers
  // without Fetch Metadata say against posts of other sites. Other origins are told nothing either way.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

type SiteRequest = { Params: { site: string } };

/**
 * The opt-out page of a site (privacy promise 9): `/privacy/SITE`, also behind a first segment that a site gives it on
 * its own origin (`/d/privacy/SITE`). Opening it sets nothing. A post sets or deletes one constant cookie and leads back
 * to the page; nothing in a request says where else to go.
 */
export function optOutDoor(options: OptOutDoorOptions): FastifyPluginAsync {
  // oxlint-disable-next-line typescript/require-await -- a plugin is a promise
  return async (server) => openDoor(server, options);
}

function openDoor(server: FastifyInstance, options: OptOutDoorOptions): void {
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LONGEST_FORM_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  for (const prefix of ['', '/:prefix']) {
    const hasPrefix = prefix !== '';

    server.get<SiteRequest>(`${prefix}/privacy/:site`, (request, reply) => {
      const site = options.siteNamed(request.params.site);
      if (site === undefined) return reply.callNotFound();
      const isElsewhere = !hasPrefix && isElsewhereByHost(hostIn(`http://${request.host}`), site, options);
      const state = stateOf(request, site, isElsewhere, options);
      return send(reply, 200, optOutPage(site.domain, state, languageOf(request)));
    });

    server.post<SiteRequest>(`${prefix}/privacy/:site`, (request, reply) => {
      const site = options.siteNamed(request.params.site);
      if (site === undefined) return reply.callNotFound();
      const language = languageOf(request);
      if (options.isCrossSite(request, site)) return send(reply, 403, optOutRefusalPage('notFromHere', language));
      if (isElsewhereByOrigin(request, hasPrefix, site, options)) {
        return send(reply, 409, optOutPage(site.domain, stateOf(request, site, true, options), language));
      }
      const choice = request.body instanceof URLSearchParams ? request.body.get(CHOICE_FIELD) : null;
      if (choice !== CHOICES.object && choice !== CHOICES.undo) {
        return send(reply, 400, optOutRefusalPage('unreadable', language));
      }
      return reply
        .code(303)
        .headers({
          ...HEADERS,
          'set-cookie': cookie(choice === CHOICES.object ? TWELVE_MONTHS_SECONDS : 0, request.headers.origin),
          // Relative, because only the browser knows which path a proxy has put in front.
          location: `./${site.domain}?lang=${language}`,
        })
        .send();
    });
  }
}

/**
 * Constant, for this host alone, out of reach of scripts. Without `Secure` only where the browser itself says that the
 * page came over plain HTTP: it would keep no other one there.
 */
function cookie(maxAgeSeconds: number, origin: string | undefined): string {
  const value = maxAgeSeconds === 0 ? '' : '1';
  const secure = origin?.startsWith('http://') === true ? '' : '; Secure';
  return `${OPT_OUT_COOKIE}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

function stateOf(
  { headers }: FastifyRequest,
  site: Site,
  isElsewhere: boolean,
  { objectionIn }: OptOutDoorOptions,
): OptOutState {
  return {
    reason: objectionIn(headers, site),
    dnt: signal(headers.dnt === '1', site.honoursDnt),
    gpc: signal(headers['sec-gpc'] === '1', site.honoursGpc),
    isElsewhere,
  };
}

function signal(isSent: boolean, isHonoured: boolean): SignalState {
  if (!isSent) return 'absent';
  return isHonoured ? 'honoured' : 'switched-off';
}

/** The installation's own host, unless the site says that its pages stand there too. */
function isElsewhereByHost(host: string | null, site: Site, { ownHost }: OptOutDoorOptions): boolean {
  if (host === null || host !== ownHost) return false;
  return host !== site.domain && host !== `www.${site.domain}` && !site.otherHosts.includes(host);
}

/** With a post browsers say on which origin the page stood, whatever a proxy makes of the host. */
function isElsewhereByOrigin(
  request: FastifyRequest,
  hasPrefix: boolean,
  site: Site,
  options: OptOutDoorOptions,
): boolean {
  const host = hostIn(request.headers.origin ?? '');
  if (host === null) return !hasPrefix && isElsewhereByHost(hostIn(`http://${request.host}`), site, options);
  return !options.isHostOf(site, host) || isElsewhereByHost(host, site, options);
}

function hostIn(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname : null;
}

function languageOf(request: FastifyRequest): PageLanguage {
  const { query } = request;
  const asked = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : null;
  return pageLanguage(asked, request.headers['accept-language']);
}

function send(reply: FastifyReply, status: 200 | 400 | 403 | 409, html: string): FastifyReply {
  return reply.code(status).headers(HEADERS).send(html);
}
