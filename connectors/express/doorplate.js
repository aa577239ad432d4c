import { request as requestOverHttp } from 'node:http';
import { request as requestOverHttps } from 'node:https';

const OPT_OUT = /(?:^|;\s*)doorplate_opt_out=1(?:;|$)/;
const RETRY_AFTER_MS = 1_000;
const ANSWER_WITHIN_MS = 10_000;

/**
 * Tells Doorplate of every request that a Node server answers (mode A). Works as a middleware of Express and Connect, and
 * by hand in front of a handler of `node:http`: `tell(request, response, () => {})`. It needs no package, never waits for
 * Doorplate and never throws into the site.
 *
 * A request is told when its answer has been sent. Until a batch is taken, its lines wait in memory, with the client's
 * address in them: `batchMs` as a rule, longer while Doorplate is away. When `mostWaiting` lines wait, each further one is
 * dropped and counted.
 *
 * @param {object} options
 * @param {string} options.url where Doorplate is, such as `https://doorplate.example.com`
 * @param {string} options.site the site's name there
 * @param {string} options.key a key of the scope `collect`
 * @param {number} [options.batchMs] how long lines wait for company; 500
 * @param {number} [options.mostBatch] lines in a batch; 200
 * @param {number} [options.mostWaiting] lines that may wait; 5,000
 * @returns the middleware; `counts` tells how many lines were sent, dropped and refused, `flush()` sends what waits
 */
export function doorplate({ url, site, key, batchMs = 500, mostBatch = 200, mostWaiting = 5_000 }) {
  const target = new URL(`/api/v1/connector?site=${encodeURIComponent(site)}`, url);
  const ask = target.protocol === 'https:' ? requestOverHttps : requestOverHttp;
  const counts = { sent: 0, dropped: 0, refused: 0 };
  /** @type {string[]} */
  const waiting = [];
  let timer;
  let sending;

  function schedule(afterMs) {
    // A site that ends is not held up by what waits.
    timer ??= setTimeout(() => {
      timer = undefined;
      void send();
    }, afterMs).unref();
  }

  function send() {
    sending ??= sendWaiting().finally(() => (sending = undefined));
    return sending;
  }

  async function sendWaiting() {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostBatch);
      const outcome = await post(batch.join('\n'));
      if (outcome === 'taken') counts.sent += batch.length;
      else if (outcome === 'later') {
        // Nothing of it was taken; what has come meanwhile must not push the limit.
        const room = Math.max(0, mostWaiting - waiting.length);
        waiting.unshift(...batch.slice(0, room));
        counts.dropped += Math.max(0, batch.length - room);
        return schedule(RETRY_AFTER_MS);
      } else counts.refused += batch.length;
    }
  }

  /** `later` only where nothing can have been taken: a batch counts once or not at all, never twice. */
  function post(body) {
    return new Promise((resolve) => {
      const outgoing = ask(
        target,
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${key}`,
            'content-type': 'application/x-ndjson',
            'content-length': Buffer.byteLength(body),
          },
          timeout: ANSWER_WITHIN_MS,
        },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode === 202 ? 'taken' : answer.statusCode === 503 ? 'later' : 'refused');
        },
      );
      outgoing.on('timeout', () => outgoing.destroy());
      outgoing.on('error', (error) => resolve(error.code === 'ECONNREFUSED' ? 'later' : 'refused'));
      outgoing.end(body);
    });
  }

  function note(request, response) {
    if (waiting.length >= mostWaiting) {
      counts.dropped += 1;
      return;
    }
    const { headers } = request;
    waiting.push(
      JSON.stringify({
        time: Date.now(),
        host: headers.host ?? '',
        method: request.method,
        // Express cuts the path of a mounted router off `url`.
        target: request.originalUrl ?? request.url,
        status: response.statusCode,
        referrer: headers.referer ?? '',
        agent: headers['user-agent'] ?? '',
        client: request.socket?.remoteAddress ?? '',
        forwarded: headers['x-forwarded-for'] ?? '',
        dnt: headers.dnt ?? '',
        gpc: headers['sec-gpc'] ?? '',
        opt_out: OPT_OUT.test(headers.cookie ?? '') ? '1' : '',
        purpose: headers['sec-purpose'] ?? headers.purpose ?? '',
        dest: headers['sec-fetch-dest'] ?? '',
      }),
    );
    if (waiting.length >= mostBatch) void send();
    else schedule(batchMs);
  }

  function middleware(request, response, next) {
    response.once('finish', () => {
      try {
        note(request, response);
      } catch {
        counts.dropped += 1;
      }
    });
    next();
  }
  return Object.assign(middleware, { counts, flush: send });
}
