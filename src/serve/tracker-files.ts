import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedFile } from '../settings/package-root.ts';
import { describeTracker, shippedTracker, type Tracker } from '../settings/shipped-tracker.ts';
import type { ScriptObjection, ScriptRequest } from './tracker-objection.ts';

/** Browsers ask again after an hour; no validator is sent, because an ETag could mark a browser (privacy promise 4). */
const NEWEST_CACHE = 'public, max-age=3600';
const PINNED_CACHE = 'public, max-age=31536000, immutable';
const PINNED_NAME = /^t\.[0-9a-f]{12}\.js$/;
const NO_SCRIPT = '';
/** Stands in src/track/opt-out-block.ts where the signal goes that the browser sends. */
const SIGNAL_PLACE = '__DOORPLATE_SIGNAL__';

/**
 * Scripts that sites may have pinned, by file name: this release's and those of earlier ones, which the data folder
 * keeps, so that an update breaks no page. A kept file whose name does not fit its bytes is left out.
 */
export function pinnedTrackers(dataFolder: string): ReadonlyMap<string, Tracker> {
  const folder = join(dataFolder, 'trackers');
  const shipped = shippedTracker();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, shipped.pinnedName);
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, shipped.bytes);
    renameSync(`${file}.new`, file);
  }
  const kept = readdirSync(folder)
    .filter((name) => PINNED_NAME.test(name))
    .map((name) => [name, describeTracker(readFileSync(join(folder, name)))] as const)
    .filter(([name, tracker]) => name === tracker.pinnedName);
  return new Map([...kept, [shipped.pinnedName, shipped]]);
}

/**
 * `/t.js`, `/t.<hash>.js` and `/opt-out.js`, also behind a first segment that a site gives them on its own origin
 * (`/d/t.js`). A browser that objects gets an empty script (privacy promise 9); where the page names the integrity of a
 * pinned one the browser then refuses it, which comes to the same.
 */
export function trackerFiles(
  server: FastifyInstance,
  pinned: ReadonlyMap<string, Tracker>,
  objectionTo: ScriptObjection,
): void {
  const [beforeSignal = '', afterSignal = ''] = readFileSync(shippedFile('dist', 'track', 'opt-out.js'), 'utf8').split(
    SIGNAL_PLACE,
  );
  for (const prefix of ['', '/:prefix']) {
    server.get(`${prefix}/t.js`, (request, reply) => sendTracker(request, reply, objectionTo));
    server.get<{ Params: { hash: string } }>(`${prefix}/t.:hash(^[0-9a-f]{12}).js`, (request, reply) => {
      const tracker = pinned.get(`t.${request.params.hash}.js`);
      if (tracker === undefined) return reply.callNotFound();
      if (objectionTo(request) !== null) return sendScript(reply, NO_SCRIPT, 'no-store');
      return sendScript(reply, tracker.bytes, PINNED_CACHE);
    });
    server.get(`${prefix}/opt-out.js`, (request, reply) => {
      const reason = objectionTo(request);
      const signal = reason === 'opt-out' ? '' : (reason ?? '');
      return sendScript(reply, `${beforeSignal}${signal}${afterSignal}`, 'no-store');
    });
  }
}

/** Sends the script of this release under a name that stays the same; an empty one to a browser that objects. */
export function sendTracker(request: ScriptRequest, reply: FastifyReply, objectionTo: ScriptObjection): FastifyReply {
  if (objectionTo(request) !== null) return sendScript(reply, NO_SCRIPT, 'no-store');
  return sendScript(reply, shippedTracker().bytes, NEWEST_CACHE);
}

/** With nothing that could mark a browser; readable from any origin, as a check of its integrity needs. */
function sendScript(reply: FastifyReply, script: Buffer | string, cache: string): FastifyReply {
  return reply
    .headers({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': cache,
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    })
    .send(script);
}
