import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HitFault } from '../contracts/hit.ts';
import type { Refusal } from './take-hit.ts';

/** Codes of the problems of these doors (docs/errors.md). */
export type ProblemCode = HitFault | 'HIT_METHOD' | 'RECORDER_FULL' | 'HIT_INTERNAL';

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

/** Says that a hit was taken, or why it was refused. */
export type SendOutcome = (response: ServerResponse, refusal: Refusal | null) => void;

export const sendAccepted: SendOutcome = (response, refusal) => {
  response.writeHead(202, withRefusal(ACCEPTED, refusal)).end();
};

export const sendPixel: SendOutcome = (response, refusal) => {
  response.writeHead(200, withRefusal(PIXEL_HEADERS, refusal)).end(PIXEL);
};

export const sendNothing: SendOutcome = (response, refusal) => {
  response.writeHead(204, withRefusal([...CORS, 'cache-control', 'no-store'], refusal)).end();
};

/** The body that Plausible's scripts know. */
export const sendOk: SendOutcome = (response, refusal) => {
  response
    .writeHead(202, withRefusal([...CORS, 'content-type', 'text/plain', 'content-length', '2'], refusal))
    .end('ok');
};

export function sendJson(response: ServerResponse, answer: object): void {
  sendBody(response, 200, 'application/json', JSON.stringify(answer), CORS);
}

export function sendPreflight(response: ServerResponse): void {
  response.writeHead(204, PREFLIGHT).end();
}

function withRefusal(headers: string[], refusal: Refusal | null): string[] {
  return refusal === null ? headers : [...headers, 'x-hit-refused', refusal];
}

/** The rest of a body that is too long is not waited for. */
export function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  request.pause();
  response.once('finish', () => request.destroy());
  sendProblem(response, 'HIT_TOO_LARGE', ['connection', 'close']);
}

/** Problem details (RFC 9457): ours from end to end, nothing of the request in it. */
export function sendProblem(response: ServerResponse, code: ProblemCode, more: readonly string[] = []): void {
  if (response.headersSent) return;
  const [status, title] = PROBLEMS[code];
  const body = JSON.stringify({ type: 'about:blank', title, status, code });
  sendBody(response, status, 'application/problem+json', body, [...CORS, ...more]);
}

/** Sends a text that nobody keeps; a full queue (503) is asked again after a second. */
export function sendBody(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  more: readonly string[] = [],
): void {
  response
    .writeHead(status, [
      'content-type',
      type,
      'cache-control',
      'no-store',
      'content-length',
      String(Buffer.byteLength(body)),
      ...(status === 503 ? ['retry-after', '1'] : []),
      ...more,
    ])
    .end(body);
}
