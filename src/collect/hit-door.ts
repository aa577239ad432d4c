import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectBody } from './collect-body.ts';
import {
  refuseBody,
  sendAccepted,
  sendOk,
  type SendOutcome,
  sendPixel,
  sendPreflight,
  sendProblem,
} from './hit-answers.ts';
import { type HitMessage, PLAIN_PAGE_VIEW, readFields } from './hit-message.ts';
import { createMatomoDoor } from './matomo-door.ts';
import { isPlausible, readPlausible } from './plausible-message.ts';
import { LONGEST_BODY_BYTES, readBody } from './read-hit.ts';
import { readParameter } from './scrub-url.ts';
import { readSiteName } from './site-name.ts';
import { createHitTaker, type HitTakerParts } from './take-hit.ts';

export type HitDoorParts = HitTakerParts & {
  readonly log: { error(line: { readonly code: string }): void };
};

export type HitDoor = {
  /** Answers a hit and returns true; false when the request is not for this door. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
};

const EVENT_PATH = '/api/event';
const PIXEL_PATH = '/t.gif';
const MATOMO_PATHS = ['/matomo.php', '/piwik.php'] as const;

/**
 * The door for hits on plain `node:http`: `POST /api/event` (its own messages, and Plausible's), its CORS preflight,
 * `GET /t.gif?site=SITE` and Matomo's `matomo.php`, under any prefix (a site may give the tracker a path on its own
 * origin). Statuses as in interfaces.md: 202 when the hit is durable or refused (`x-hit-refused`, only for reasons known
 * before the address is read), 400 and 413 with problem details for what cannot be read, 503 with `retry-after` when the
 * recorder is full. No answer carries a cookie, an ETag or a Last-Modified, and none repeats what was sent.
 */
export function createHitDoor(parts: HitDoorParts): HitDoor {
  const take = createHitTaker(parts);
  const takeMatomo = createMatomoDoor({ sites: parts.sites, take, fail });

  function fail(response: ServerResponse, error: unknown): void {
    const code = codeOf(error);
    if (code === 'RECORDER_FULL') return sendProblem(response, code);
    parts.log.error({ code: code ?? 'HIT_INTERNAL' });
    sendProblem(response, 'HIT_INTERNAL');
  }

  function answer(message: HitMessage, request: IncomingMessage, response: ServerResponse, send: SendOutcome): void {
    try {
      const taken = take(message, request);
      if (typeof taken === 'string') return send(response, taken);
      taken.then(
        () => send(response, null),
        (error: unknown) => fail(response, error),
      );
    } catch (error) {
      fail(response, error);
    }
  }

  function takeBody(body: Uint8Array, request: IncomingMessage, response: ServerResponse): void {
    const fields = readBody(body);
    if (!fields.ok) return sendProblem(response, fields.fault);
    const fromPlausible = isPlausible(fields.value);
    const message = fromPlausible ? readPlausible(fields.value) : readFields(fields.value);
    if (!message.ok) return sendProblem(response, message.fault);
    if (message.value === null) return sendOk(response, null);
    answer(message.value, request, response, fromPlausible ? sendOk : sendAccepted);
  }

  function takeEvent(request: IncomingMessage, response: ServerResponse): void {
    collectBody(
      request,
      LONGEST_BODY_BYTES,
      (body) => takeBody(body, request, response),
      () => refuseBody(request, response),
    );
  }

  /** The page of a pixel is the page that asks for it; only its server can tell where a visitor came from, as `r`. */
  function takePixel(request: IncomingMessage, response: ServerResponse, query: string): void {
    const message: HitMessage = {
      ...PLAIN_PAGE_VIEW,
      site: readSiteName(readParameter(query, 'site') ?? ''),
      url: request.headers.referer ?? '',
      referrer: readParameter(query, 'r') ?? '',
      pageName: readParameter(query, 'l'),
      pageGroup: readParameter(query, 'g'),
    };
    answer(message, request, response, sendPixel);
  }

  return {
    handle(request, response) {
      const url = request.url ?? '';
      const question = url.indexOf('?');
      const path = question < 0 ? url : url.slice(0, question);
      const { method } = request;
      if (path.endsWith(EVENT_PATH)) {
        if (method === 'POST') takeEvent(request, response);
        else if (method === 'OPTIONS') sendPreflight(response);
        else sendProblem(response, 'HIT_METHOD', ['allow', 'POST, OPTIONS']);
        return true;
      }
      if (path.endsWith(PIXEL_PATH)) {
        if (method === 'GET') takePixel(request, response, question < 0 ? '' : url.slice(question));
        else sendProblem(response, 'HIT_METHOD', ['allow', 'GET']);
        return true;
      }
      if (MATOMO_PATHS.some((ending) => path.endsWith(ending))) {
        takeMatomo(request, response, question < 0 ? '' : url.slice(question + 1));
        return true;
      }
      return false;
    },
  };
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
