import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Site, SiteDirectory } from '../contracts/hit.ts';
import { sendBody } from './hit-answers.ts';
import { readParameter } from './scrub-url.ts';
import { readSiteName } from './site-name.ts';
import type { LineOutcome, TakeLine } from './take-line.ts';
import { takeLines } from './take-lines.ts';

export type ConnectorDoorParts = {
  readonly sites: SiteDirectory;
  readonly take: TakeLine;
  readonly count: (outcome: LineOutcome) => void;
  /** The customer whose key of the scope `collect` this is; null for every other text. */
  readonly customerOfKey: (token: string) => number | null;
  readonly log: { error(line: { readonly code: string }): void };
};

export type ConnectorDoor = {
  /** Answers a batch of lines and returns true; false when the request is not for this door. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
};

const PATH = '/api/v1/connector';
const LONGEST_BODY_BYTES = 1024 * 1024;
/** Batches at once. One more is refused before it is read, so that its sender may send it again. */
const MOST_BATCHES = 8;

/** Codes of this door's problems (docs/errors.md). */
const PROBLEMS = {
  CREDENTIALS_MISSING: [401, 'A key of the scope collect is needed.'],
  SITE_UNKNOWN: [404, 'There is no such site.'],
  CONNECTOR_METHOD: [405, 'This address takes POST only.'],
  CONNECTOR_TOO_LARGE: [413, 'A batch has 1 MiB at most.'],
  CONNECTOR_INTERNAL: [500, 'The lines could not be recorded.'],
  CONNECTOR_FULL: [503, 'Too many batches at once.'],
} as const;
type ProblemCode = keyof typeof PROBLEMS;

/**
 * `POST /api/v1/connector?site=SITE` with a key of the scope `collect`: lines of the shipped format, one JSON object
 * each. 202 with the counts when all of them are durable; nothing of a batch is taken when the answer is another one, but
 * after 500. The counts tell nothing of the whitelist.
 */
export function createConnectorDoor(parts: ConnectorDoorParts): ConnectorDoor {
  let batches = 0;

  async function takeBatch(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    if (body === null) return sendProblem(response, 'CONNECTOR_TOO_LARGE');
    const counts = await takeLines(oneChunk(body), parts.take, { site, objectionsMayBeUnknown: false }, parts.count);
    send(response, 202, 'application/json', JSON.stringify({ lines: counts }));
  }

  function answer(request: IncomingMessage, response: ServerResponse, query: string): void {
    if (request.method !== 'POST') return sendProblem(response, 'CONNECTOR_METHOD');
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const customerId = token === undefined ? null : parts.customerOfKey(token);
    if (customerId === null) return sendProblem(response, 'CREDENTIALS_MISSING');
    const site = parts.sites.byDomain(readSiteName(readParameter(query, 'site') ?? ''));
    if (site?.customerId !== customerId) return sendProblem(response, 'SITE_UNKNOWN');
    if (batches >= MOST_BATCHES) return sendProblem(response, 'CONNECTOR_FULL');
    batches += 1;
    takeBatch(site, request, response)
      .catch(() => {
        parts.log.error({ code: 'CONNECTOR_FAILED' });
        sendProblem(response, 'CONNECTOR_INTERNAL');
      })
      .finally(() => (batches -= 1));
  }

  return {
    handle(request, response) {
      const url = request.url ?? '';
      if (url !== PATH && !url.startsWith(`${PATH}?`)) return false;
      answer(request, response, url.slice(PATH.length));
      return true;
    },
  };
}

/** The whole body; null when it is longer than allowed: what is left of it is not waited for. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  // The connection must outlive the loop: the answer goes out on it.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    const bytes: Buffer = part;
    size += bytes.length;
    if (size > LONGEST_BODY_BYTES) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function sendProblem(response: ServerResponse, code: ProblemCode): void {
  const [status, title] = PROBLEMS[code];
  const body = JSON.stringify({ type: 'about:blank', title, status, code });
  // The rest of a body that nobody reads would stand in front of the next request.
  send(response, status, 'application/problem+json', body, ['connection', 'close']);
}

/** To nobody, where the client has gone or was answered while the body was read. */
const send: typeof sendBody = (response, ...answer) => {
  if (!response.headersSent && !response.destroyed) sendBody(response, ...answer);
};
