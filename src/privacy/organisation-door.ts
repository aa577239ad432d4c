import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { ObjectionShelf } from '../store/sqlite/objection-table.ts';
import type { AddressLookedUp } from '../whitelist/address-looked-up.ts';
import { organisationHeld } from './organisation-held.ts';
import {
  COMPANY_FIELD,
  OBJECTION_PATH,
  objectionPage,
  ORGANISATION_PATH,
  organisationPage,
  type PageRefusal,
  refusalPage,
} from './organisation-page.ts';
import { ORGANISATION_POLICY } from './organisation-style.ts';
import { pageLanguage, type PageLanguage } from './organisation-words.ts';
import { createPageThrottle, type PageThrottle } from './page-throttle.ts';

export type OrganisationDoorOptions = {
  /**
   * What is known of the network of whoever sends this request, by the operator's rules for any site. The address is
   * read, looked up and forgotten on the other side: this room never holds one.
   */
  readonly lookUpRequester: (request: IncomingMessage) => AddressLookedUp;
  /** Whether a change comes from a page of this installation. */
  readonly isFromOwnPage: (request: FastifyRequest) => boolean;
  readonly objections: Pick<ObjectionShelf, 'latestObjectionOf' | 'objectionWouldHide' | 'fileObjection'>;
  /** Takes an objection into force before it is answered. */
  readonly judgeAnew: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
};

/** For the whole installation, so that the page tells nobody much about networks (docs/corrections.md). */
export const LOOK_UPS_AN_HOUR = 30;
export const OBJECTIONS_AN_HOUR = 5;

/** Longer than the one field of the form. */
const LONGEST_FORM_BYTES = 1024;

const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': ORGANISATION_POLICY,
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

/**
 * The public page on which somebody inside an organisation's network learns what is held about the organisation, and
 * objects. Register it only where the operator has switched it on.
 */
export function organisationDoor(options: OrganisationDoorOptions): FastifyPluginAsync {
  // oxlint-disable-next-line typescript/require-await -- a plugin is a promise
  return async (server) => openDoor(server, options);
}

function openDoor(
  server: FastifyInstance,
  { lookUpRequester, isFromOwnPage, objections, judgeAnew, clock }: OrganisationDoorOptions,
): void {
  const lookUps = createPageThrottle(LOOK_UPS_AN_HOUR);
  const filings = createPageThrottle(OBJECTIONS_AN_HOUR);
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LONGEST_FORM_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  const waitFor = (throttle: PageThrottle): number => throttle.take(clock());

  server.get(ORGANISATION_PATH, (request, reply) => {
    const language = languageOf(request);
    // As a picture, a frame or a script of another page it would tell nothing, and use up everybody's turns.
    if (isPartOfAnotherPage(request)) return refuse(reply, 403, 'notFromHere', 0, language);
    const wait = waitFor(lookUps);
    if (wait > 0) return refuse(reply, 429, 'throttled', wait, language);
    const held = organisationHeld(lookUpRequester(request.raw));
    if (held.kind !== 'held') return send(reply, 200, organisationPage(held, null, language));
    const { id } = held.record.company;
    const said = { latest: objections.latestObjectionOf(id), wouldHide: objections.objectionWouldHide(id) };
    return send(reply, 200, organisationPage(held, said, language));
  });

  server.post(OBJECTION_PATH, async (request, reply) => {
    const language = languageOf(request);
    if (!isFromOwnPage(request)) return refuse(reply, 403, 'notFromHere', 0, language);
    const wait = waitFor(filings) || waitFor(lookUps);
    if (wait > 0) return refuse(reply, 429, 'throttled', wait, language);
    const held = organisationHeld(lookUpRequester(request.raw));
    const meant = request.body instanceof URLSearchParams ? request.body.get(COMPANY_FIELD) : null;
    if (held.kind !== 'held' || !held.mayObject || held.record.company.id !== meant) {
      return refuse(reply, 409, 'changed', 0, language);
    }
    const { id, name, domain } = held.record.company;
    const objection = objections.fileObjection({ id, name });
    await judgeAnew();
    return send(reply, 200, objectionPage(objection, domain, language));
  });
}

function isPartOfAnotherPage(request: FastifyRequest): boolean {
  const destination = request.headers['sec-fetch-dest'];
  return destination !== undefined && destination !== 'document';
}

function languageOf(request: FastifyRequest): PageLanguage {
  const { query } = request;
  const asked = typeof query === 'object' && query !== null && 'lang' in query ? query.lang : null;
  return pageLanguage(asked, request.headers['accept-language']);
}

function refuse(
  reply: FastifyReply,
  status: 403 | 409 | 429,
  refusal: PageRefusal,
  waitSeconds: number,
  language: PageLanguage,
): FastifyReply {
  if (waitSeconds > 0) reply.header('retry-after', String(waitSeconds));
  return send(reply, status, refusalPage(refusal, waitSeconds, language));
}

function send(reply: FastifyReply, status: number, html: string): FastifyReply {
  return reply.code(status).headers(HEADERS).send(html);
}
