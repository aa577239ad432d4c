import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Hit, HitFault, Site, SiteDirectory } from '../contracts/hit.ts';
import type { VisitRecorder } from '../contracts/recorder.ts';
import type { ObjectionReason, RefusalReason } from '../contracts/reasons.ts';
import type { Verdict } from '../contracts/verdict.ts';
import { addressTextOf } from './address-text.ts';
import { objectionIn } from './objection.ts';
import { LONGEST_BODY_BYTES, readHit, readPageView, type ReadHit } from './read-hit.ts';
import { reasonToRefuse } from './reason-to-refuse.ts';
import { readParameter } from './scrub-url.ts';
import type { TrustedProxies } from './trusted-proxies.ts';

/** The verdict on an address; `at` is the time of the hit in ms since 1970, which visit keys follow. */
export type Identify = (siteId: number, addressText: string | null, at: number) => Verdict;

export type HitDoorParts = {
  readonly sites: SiteDirectory;
  readonly identify: Identify;
  readonly recorder: VisitRecorder;
  readonly trustedProxies: TrustedProxies;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly log: { error(line: { readonly code: string }): void };
  /**
   * For an evaluation alone: the address as which a request counts, null for one that cannot be told, undefined to
   * read it from the request as always. Never set it where real visitors come.
   */
  readonly addressOverride?: (request: IncomingMessage) => string | null | undefined;
};

export type HitDoor = {
  /** Answers a hit and returns true; false when the request is not for this door. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
};

type Refusal = ObjectionReason | RefusalReason;

/** Codes of this door's problems (docs/errors.md). */
type ProblemCode = HitFault | 'HIT_METHOD' | 'RECORDER_FULL' | 'HIT_INTERNAL';

const PROBLEMS: { readonly [code in ProblemCode]: readonly [status: number, title: string] } = {
  HIT_NOT_JSON: [400, 'The body is not JSON.'],
  HIT_NOT_UTF8: [400, 'The body is not UTF-8.'],
  HIT_SHAPE: [400, 'The body is not a hit: site, name and url are needed as text.'],
  HIT_TOO_LARGE: [413, 'A hit has 8192 bytes at most.'],
  HIT_METHOD: [405, 'This address takes hits only.'],
  RECORDER_FULL: [503, 'Too many hits at once.'],
  HIT_INTERNAL: [500, 'The hit could not be recorded.'],
};

/** Any site's pages may send hits. Credentials are not allowed, so that no browser adds a cookie. */
const CORS = ['access-control-allow-origin', '*'] as const;
const ACCEPTED = [...CORS, 'content-length', '0'];
const PREFLIGHT = [
  ...CORS,
  'access-control-allow-methods',
  'POST',
  'access-control-allow-headers',
  'content-type',
  'access-control-max-age',
  '86400',
  'content-length',
  '0',
];

/** One transparent pixel, 43 bytes. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
const PIXEL_HEADERS = ['content-type', 'image/gif', 'cache-control', 'no-store', 'content-length', `${PIXEL.length}`];

const NO_BYTES = new Uint8Array(0);

const EVENT_PATH = '/api/event';
const PIXEL_PATH = '/t.gif';

/**
 * The door for hits on plain `node:http`: `POST /api/event`, its CORS preflight and `GET /t.gif?site=SITE`, under any
 * prefix (a site may give the tracker a path on its own origin). Statuses as in interfaces.md: 202 when the hit is
 * durable or refused (`x-hit-refused`, only for reasons known before the address is read), 400 and 413 with problem
 * details for what cannot be read, 503 with `retry-after` when the recorder is full. No answer carries a cookie, an
 * ETag or a Last-Modified, and none repeats what was sent.
 */
export function createHitDoor(parts: HitDoorParts): HitDoor {
  const { recorder, sites } = parts;

  /** Objection, refusal, verdict, record: a refusal at once, else a promise that resolves when the hit is durable. */
  function take(read: ReadHit, request: IncomingMessage): Refusal | Promise<void> {
    const at = parts.clock();
    const site = sites.byDomain(read.site);
    if (site === undefined) {
      recorder.countForInstallation('unknown-site', at);
      return 'unknown-site';
    }
    const objection = objectionIn(request.headers, site);
    if (objection !== null) {
      recorder.countForInstallation(objection, at);
      return objection;
    }
    const refusal = reasonToRefuse(read, request.headers, site);
    if (refusal !== null) {
      recorder.countRefusal(site, refusal, at);
      return refusal;
    }
    // Without a hit there is a refusal: the page's URL could not be read.
    return read.hit === null ? 'unreadable-url' : record(read.hit, site, request, at);
  }

  function record(hit: Hit, site: Site, request: IncomingMessage, at: number): Promise<void> {
    const override = parts.addressOverride?.(request);
    const address = override === undefined ? addressTextOf(request, parts.trustedProxies) : override;
    const verdict = parts.identify(site.id, address, at);
    return verdict.kind === 'company'
      ? recorder.recordVisit(hit, site, verdict, at)
      : recorder.recordMiss(hit, site, verdict.reason, at);
  }

  function fail(response: ServerResponse, error: unknown): void {
    const code = codeOf(error);
    if (code === 'RECORDER_FULL') return sendProblem(response, code);
    parts.log.error({ code: code ?? 'HIT_INTERNAL' });
    sendProblem(response, 'HIT_INTERNAL');
  }

  function answer(
    read: ReadHit,
    request: IncomingMessage,
    response: ServerResponse,
    send: (response: ServerResponse, refusal: Refusal | null) => void,
  ): void {
    try {
      const taken = take(read, request);
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
    const read = readHit(body);
    if (read.ok) answer(read.value, request, response, sendAccepted);
    else sendProblem(response, read.fault);
  }

  function takeEvent(request: IncomingMessage, response: ServerResponse): void {
    const length = request.headers['content-length'];
    if (length !== undefined && Number(length) > LONGEST_BODY_BYTES) return refuseBody(request, response);
    let body: Buffer | null = null;
    let done = false;
    request.on('data', (chunk: Buffer) => {
      if (done) return;
      if (body !== null && body.length + chunk.length > LONGEST_BODY_BYTES) {
        done = true;
        return refuseBody(request, response);
      }
      // A hit nearly always comes in one piece, which needs no copy.
      body = body === null ? chunk : Buffer.concat([body, chunk]);
    });
    request.on('end', () => {
      if (!done) takeBody(body ?? NO_BYTES, request, response);
    });
  }

  function takePixel(request: IncomingMessage, response: ServerResponse, query: string): void {
    const site = readParameter(query, 'site') ?? '';
    answer(readPageView(site, 'pageview', request.headers.referer ?? '', ''), request, response, sendPixel);
  }

  return {
    handle(request, response) {
      const url = request.url ?? '';
      const question = url.indexOf('?');
      const path = question < 0 ? url : url.slice(0, question);
      const { method } = request;
      if (path.endsWith(EVENT_PATH)) {
        if (method === 'POST') takeEvent(request, response);
        else if (method === 'OPTIONS') response.writeHead(204, PREFLIGHT).end();
        else sendProblem(response, 'HIT_METHOD', ['allow', 'POST, OPTIONS']);
        return true;
      }
      if (path.endsWith(PIXEL_PATH)) {
        if (method === 'GET') takePixel(request, response, question < 0 ? '' : url.slice(question));
        else sendProblem(response, 'HIT_METHOD', ['allow', 'GET']);
        return true;
      }
      return false;
    },
  };
}

function sendAccepted(response: ServerResponse, refusal: Refusal | null): void {
  const headers = refusal === null ? ACCEPTED : [...ACCEPTED, 'x-hit-refused', refusal];
  response.writeHead(202, headers).end();
}

function sendPixel(response: ServerResponse, refusal: Refusal | null): void {
  const headers = refusal === null ? PIXEL_HEADERS : [...PIXEL_HEADERS, 'x-hit-refused', refusal];
  response.writeHead(200, headers).end(PIXEL);
}

/** The rest of a body that is too long is not waited for. */
function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  request.pause();
  response.once('finish', () => request.destroy());
  sendProblem(response, 'HIT_TOO_LARGE', ['connection', 'close']);
}

/** Problem details (RFC 9457): ours from end to end, nothing of the request in it. */
function sendProblem(response: ServerResponse, code: ProblemCode, more: readonly string[] = []): void {
  if (response.headersSent) return;
  const [status, title] = PROBLEMS[code];
  const body = JSON.stringify({ type: 'about:blank', title, status, code });
  response
    .writeHead(status, [
      ...CORS,
      'content-type',
      'application/problem+json',
      'cache-control',
      'no-store',
      'content-length',
      String(Buffer.byteLength(body)),
      ...(status === 503 ? ['retry-after', '1'] : []),
      ...more,
    ])
    .end(body);
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
