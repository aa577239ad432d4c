import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { takeLines } from '../collect/take-lines.ts';
import { OBJECTION_REASONS } from '../contracts/reasons.ts';
import type { Site } from '../contracts/hit.ts';
import { readDomain } from '../store/sqlite/site-domain.ts';
import { createConnectors } from './connectors.ts';
import { writeBookmark } from './log-bookmark.ts';
import { LOG_WAYS, noteLogConfirmation } from './log-confirmations.ts';
import type { LogSession } from './log-session.ts';
import type { House } from './open-house.ts';

const Flag = z.enum(['0', '1']);
const SiteName = z.string().max(253);
const Connect = z.strictObject({ site: SiteName, mayBeUnknown: Flag });
const Follow = z.strictObject({
  site: SiteName,
  mayBeUnknown: Flag,
  keepOld: Flag,
  file: z.string().min(1).max(4096),
  inode: z.string().max(32),
  size: z.coerce.number().int().min(0),
  offset: z.coerce.number().int().min(0),
});
const Confirmation = z.strictObject({
  site: SiteName,
  way: z.enum(LOG_WAYS),
  missing: z.array(z.enum(OBJECTION_REASONS)).max(3),
  logDays: z.number().int().min(0).max(100_000).nullable(),
});

/** A part of a followed log is read whole before a line of it is taken: a follower that dies meanwhile sends it again. */
const LONGEST_PART_BYTES = 2 * 1024 * 1024;
/** Idle minutes that end a visit end the session too: its keys are forgotten (privacy promise 3). */
const SESSION_IDLE_MS = 30 * 60_000;

type Following = { readonly session: LogSession; last: Promise<unknown>; forgetting: NodeJS.Timeout | null };

/** What `doorplate connect` and `doorplate follow` say to the operator's door. */
export function connectorRoutes(door: FastifyInstance, house: House): void {
  const connectors = createConnectors(house);
  const followings = new Map<string, Following>();
  const siteOf = (name: string): Site | undefined => house.workspace.sitesByDomain.byDomain(readDomain(name) ?? '');

  door.post<{ Body: Readable }>('/connect', async (request, reply) => {
    const read = Connect.safeParse(request.query);
    if (!read.success) return refuse(reply, 'BODY_SHAPE');
    const site = siteOf(read.data.site);
    if (site === undefined) return refuse(reply, 'SITE_UNKNOWN');
    const origin = { site, objectionsMayBeUnknown: read.data.mayBeUnknown === '1' };
    return reply.send({ lines: await takeLines(request.body, connectors.take, origin, connectors.count) });
  });

  door.post('/log-confirmations', async (request, reply) => {
    const read = Confirmation.safeParse(request.body);
    if (!read.success) return refuse(reply, 'BODY_SHAPE');
    const site = siteOf(read.data.site);
    if (site === undefined) return refuse(reply, 'SITE_UNKNOWN');
    noteLogConfirmation(house.settings.data, { ...read.data, site: site.domain, at: new Date().toISOString() });
    return reply.send({});
  });

  door.post<{ Body: Readable }>('/follow', async (request, reply) => {
    const read = Follow.safeParse(request.query);
    if (!read.success) return refuse(reply, 'BODY_SHAPE');
    const { file, inode, size, offset, keepOld, mayBeUnknown } = read.data;
    const site = siteOf(read.data.site);
    if (site === undefined) return refuse(reply, 'SITE_UNKNOWN');
    const bytes = await readPart(request.body);
    if (bytes === null) return refuse(reply, 'BODY_SHAPE');
    const following = followingOf(site, file);
    const choices = { keepOld: keepOld === '1', objectionsMayBeUnknown: mayBeUnknown === '1' };
    const reading = following.last.then(async () => {
      const result = await following.session.read(oneChunk(bytes), choices);
      // After the lines are durable and before the answer: what was acknowledged is never read again.
      writeBookmark(house.settings.data, site.domain, file, { inode, size, offset });
      return result;
    });
    following.last = reading.catch(() => {});
    const { companies: _companies, ...counts } = await reading;
    return reply.send(counts);
  });

  function followingOf(site: Site, file: string): Following {
    const key = `${site.id} ${file}`;
    const following: Following = followings.get(key) ?? {
      session: house.openLogSession(site),
      last: Promise.resolve(),
      forgetting: null,
    };
    followings.set(key, following);
    if (following.forgetting !== null) clearTimeout(following.forgetting);
    following.forgetting = setTimeout(() => {
      followings.delete(key);
      following.session.close().catch(() => house.log.error({ code: 'CONNECTOR_FAILED' }));
    }, SESSION_IDLE_MS).unref();
    return following;
  }

  door.addHook('onClose', async () => {
    for (const { session, forgetting, last } of followings.values()) {
      if (forgetting !== null) clearTimeout(forgetting);
      await last;
      await session.close();
    }
    followings.clear();
  });
}

async function readPart(body: Readable): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    const bytes: Buffer = part;
    size += bytes.length;
    if (size > LONGEST_PART_BYTES) return null;
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function refuse(reply: FastifyReply, code: string): FastifyReply {
  return reply.code(422).send({ code });
}
