import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { explainAddress } from '../identify/explain-address.ts';
import { ok } from '../contracts/result.ts';
import { CommandFault } from './command-fault.ts';
import { setupLink } from './first-person.ts';
import type { House } from './open-house.ts';

/**
 * The operator's door: a socket in the data folder that only its user may open. The command line speaks through it
 * to a running server, or to a house that it opened itself. Addresses travel in bodies, never in URLs.
 */
export function operatorSocket(dataFolder: string): string {
  return join(dataFolder, 'doorplate.sock');
}

/** Longer ones are cut without a word, and the socket would lie elsewhere (104 bytes on macOS, 108 on Linux, with a final 0). */
const LONGEST_SOCKET_PATH = 103;

/** What the door answers instead of a result; the command line has a sentence for each code. */
export const Refusal = z.object({ code: z.string() });
export type Refusal = z.infer<typeof Refusal>;

const Addresses = z.strictObject({ addresses: z.array(z.string().max(128)).max(10_000) });
const Customer = z.string().max(200).optional();
const NewCustomer = z.strictObject({ name: z.string().trim().min(1).max(200) });
const NewSite = z.strictObject({
  customer: Customer,
  domain: z.string().max(253),
  timeZone: z.string().max(64).optional(),
  otherHosts: z.array(z.string().max(253)).max(20).optional(),
});
const NewPerson = z.strictObject({ customer: Customer, email: z.string().max(254) });
const NewKey = z.strictObject({
  customer: Customer,
  label: z.string().max(100),
  scope: z.string().max(20),
  expiresAt: z.string().max(40).optional(),
});
const Import = z.strictObject({ site: z.string().max(253), keepOld: z.enum(['0', '1']) });
const BackupFolder = z.strictObject({ folder: z.string().max(4096) });

/** Opens the door; `origin` is where the web server is reached. A socket that a killed process left behind is replaced: the stores' own locks keep a second house out. */
export async function openOperatorDoor(house: House, origin: string): Promise<FastifyInstance> {
  const socket = operatorSocket(house.settings.data);
  if (Buffer.byteLength(socket) > LONGEST_SOCKET_PATH) {
    throw new CommandFault('the path of the data folder is too long: 88 bytes are possible');
  }
  // A house that one command opened may serve another one too: what that has begun is finished before the door closes.
  const door = Fastify({ logger: false, bodyLimit: 4 * 1024 * 1024, forceCloseConnections: 'idle' });
  door.setErrorHandler((_error, _request, reply) => {
    house.log.error({ code: 'OPERATOR_DOOR_FAILED' });
    return reply.code(500).send({ code: 'INTERNAL' } satisfies Refusal);
  });
  // A log is read as it comes, however long it is.
  door.addContentTypeParser('application/octet-stream', (_request, payload, done) => {
    done(null, payload);
  });

  door.get('/status', () => {
    const { manifest } = house.whitelist.current();
    return { pid: process.pid, origin, whitelist: { version: manifest.version, builtAt: manifest.builtAt } };
  });
  door.post('/identify', (request, reply) => {
    const read = Addresses.safeParse(request.body);
    if (!read.success) return refuse(reply, 'BODY_SHAPE');
    const whitelist = house.whitelist.current();
    return reply.send(read.data.addresses.map((address) => explainAddress(address, whitelist, house.rules)));
  });
  door.post('/customers', (request, reply) => {
    const read = NewCustomer.safeParse(request.body);
    if (!read.success) return refuse(reply, 'BODY_SHAPE');
    if (house.customer(read.data.name) !== null) return refuse(reply, 'CUSTOMER_TAKEN');
    return reply.send(house.workspace.addCustomer(read.data.name));
  });
  door.post('/sites', (request, reply) => {
    const read = NewSite.safeParse(request.body);
    if (!read.success) return refuse(reply, 'BODY_SHAPE');
    const customer = house.customer(read.data.customer);
    if (customer === null) return refuse(reply, 'CUSTOMER_UNKNOWN');
    const site = customer.addSite(read.data);
    if (!site.ok) return refuse(reply, site.fault);
    return reply.send({ domain: site.value.domain, timeZone: site.value.timeZone, origin });
  });
  door.post('/people', (request, reply) => {
    const read = NewPerson.safeParse(request.body);
    if (!read.success) return refuse(reply, 'BODY_SHAPE');
    const customer = house.customer(read.data.customer);
    if (customer === null) return refuse(reply, 'CUSTOMER_UNKNOWN');
    const known = customer.people().find(({ email }) => email === read.data.email.trim().toLowerCase());
    const person = known === undefined ? customer.addPerson(read.data.email) : ok(known);
    if (!person.ok) return refuse(reply, person.fault);
    const link = customer.createSetupLink(person.value.id);
    if (link === null) return refuse(reply, 'PERSON_UNKNOWN');
    return reply.send({ email: person.value.email, link: setupLink(origin, link.token), expiresAt: link.expiresAt });
  });
  door.post('/keys', (request, reply) => {
    const read = NewKey.safeParse(request.body);
    if (!read.success) return refuse(reply, 'BODY_SHAPE');
    const customer = house.customer(read.data.customer);
    if (customer === null) return refuse(reply, 'CUSTOMER_UNKNOWN');
    const key = customer.addKey(read.data);
    return key.ok ? reply.send({ token: key.value.token, ...key.value.key }) : refuse(reply, key.fault);
  });
  door.post('/whitelist/reload', async (_request, reply) => reply.send({ version: await house.reloadWhitelist() }));
  door.post('/backup', async (request, reply) => {
    const read = BackupFolder.safeParse(request.body);
    if (!read.success) return refuse(reply, 'BODY_SHAPE');
    await house.backUpTo(read.data.folder);
    return reply.send({});
  });
  door.post<{ Body: Readable }>('/import-logs', async (request, reply) => {
    const read = Import.safeParse(request.query);
    if (!read.success) return refuse(reply, 'BODY_SHAPE');
    const site = house.workspace.sitesByDomain.byDomain(domainToASCII(read.data.site));
    if (site === undefined) return refuse(reply, 'SITE_UNKNOWN');
    const result = await house.importLog(site, request.body, read.data.keepOld === '1');
    const dates = house.whitelist.current().manifest.sources.map(({ date }) => date);
    return reply.send({ ...result, whitelistDate: dates.sort().at(-1) ?? '' });
  });

  rmSync(socket, { force: true });
  await door.listen({ path: socket });
  chmodSync(socket, 0o600);
  return door;
}

function refuse(reply: FastifyReply, code: string): FastifyReply {
  return reply.code(422).send({ code } satisfies Refusal);
}
