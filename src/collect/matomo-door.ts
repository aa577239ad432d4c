import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SiteDirectory } from '../contracts/hit.ts';
import { collectBody } from './collect-body.ts';
import {
  refuseBody,
  sendJson,
  sendNothing,
  type SendOutcome,
  sendPixel,
  sendPreflight,
  sendProblem,
} from './hit-answers.ts';
import { isFields } from './hit-message.ts';
import { readMatomo } from './matomo-message.ts';
import { LONGEST_BODY_BYTES, readUtf8 } from './read-hit.ts';
import { readParameter } from './scrub-url.ts';
import type { Refusal, TakeHit } from './take-hit.ts';

/** Hits in one bulk request, as Matomo's own script bundles them, and the bytes of all of them. */
const MOST_IN_BULK = 50;
const LONGEST_BULK_BYTES = 131_072;

/** A hit that was not a page view or event of ours is answered like one that was taken. */
type Taken = Refusal | null | Promise<unknown>;

export type MatomoDoorParts = {
  readonly sites: SiteDirectory;
  readonly take: TakeHit;
  /** Answers with the problem of an error. */
  readonly fail: (response: ServerResponse, error: unknown) => void;
};

/** A request to `matomo.php` or `piwik.php`; `query` is what follows the question mark. */
export type MatomoDoor = (request: IncomingMessage, response: ServerResponse, query: string) => void;

/**
 * The door for sites that switch from Matomo: its Tracking HTTP API by GET, by POST, and in bulk
 * (`{"requests":["?idsite=…&url=…"]}`, at most 50 of 8 KiB). One hit is answered with a pixel, or with 204 where
 * `send_image=0` asks for none; a bulk with the numbers of hits that were recorded and of those that were not. A hit
 * counts for the address that sends it and at the time at which it comes, whatever it says about both.
 */
export function createMatomoDoor({ sites, take, fail }: MatomoDoorParts): MatomoDoor {
  function takeOne(query: string, request: IncomingMessage): Taken {
    const message = readMatomo(query, request.headers.referer ?? '', sites);
    return message === null ? null : take(message, request);
  }

  function answerOne(query: string, request: IncomingMessage, response: ServerResponse): void {
    const send: SendOutcome = readParameter(query, 'send_image') === '0' ? sendNothing : sendPixel;
    try {
      const taken = takeOne(query, request);
      if (taken === null || typeof taken === 'string') return send(response, taken);
      taken.then(
        () => send(response, null),
        (error: unknown) => fail(response, error),
      );
    } catch (error) {
      fail(response, error);
    }
  }

  async function answerBulk(queries: readonly unknown[], request: IncomingMessage): Promise<object> {
    let invalid = 0;
    const recorded: Promise<unknown>[] = [];
    for (const query of queries) {
      const isQuery = typeof query === 'string' && query.length <= LONGEST_BODY_BYTES;
      const taken = isQuery ? takeOne(query, request) : 'unreadable-url';
      if (typeof taken === 'string') invalid += 1;
      else if (taken !== null) recorded.push(taken);
    }
    await Promise.all(recorded);
    return { status: 'success', tracked: queries.length - invalid, invalid };
  }

  function takeBody(body: Uint8Array, query: string, request: IncomingMessage, response: ServerResponse): void {
    const text = readUtf8(body);
    if (text === null) return sendProblem(response, 'HIT_NOT_UTF8');
    if (!text.startsWith('{')) {
      if (body.length > LONGEST_BODY_BYTES) return sendProblem(response, 'HIT_TOO_LARGE');
      return answerOne(query === '' ? text : `${query}&${text}`, request, response);
    }
    const queries = readBulk(text);
    if (typeof queries === 'string') return sendProblem(response, queries);
    answerBulk(queries, request).then(
      (answer) => sendJson(response, answer),
      (error: unknown) => fail(response, error),
    );
  }

  return (request, response, query) => {
    if (request.method === 'GET') return answerOne(query, request, response);
    if (request.method === 'OPTIONS') return sendPreflight(response);
    if (request.method !== 'POST') return sendProblem(response, 'HIT_METHOD', ['allow', 'GET, POST, OPTIONS']);
    collectBody(
      request,
      LONGEST_BULK_BYTES,
      (body) => takeBody(body, query, request, response),
      () => refuseBody(request, response),
    );
  };
}

/** The hits of a bulk request; nothing else of its body is looked at. */
function readBulk(text: string): readonly unknown[] | 'HIT_NOT_JSON' | 'HIT_SHAPE' | 'HIT_TOO_LARGE' {
  let bulk: unknown;
  try {
    bulk = JSON.parse(text);
  } catch {
    return 'HIT_NOT_JSON';
  }
  const requests: unknown = isFields(bulk) ? bulk?.requests : null;
  if (!Array.isArray(requests)) return 'HIT_SHAPE';
  return requests.length > MOST_IN_BULK ? 'HIT_TOO_LARGE' : requests;
}
