import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { explainAddress } from '../identify/explain-address.ts';
import { fault, ok, type Result } from '../contracts/result.ts';
import { CorrectionFile } from '../contracts/corrections.ts';
import { ANY_SITE } from '../report/correction-desk.ts';
import { correctionFile } from '../report/correction-file.ts';
import { importCorrections } from '../report/import-corrections.ts';
import { nameable } from '../report/nameable.ts';
import { readDomain } from '../store/sqlite/site-domain.ts';
import type { CustomerWorkspace } from '../store/sqlite/workspace.ts';
import { createJudges } from '../whitelist/judges.ts';
import { CommandFault } from './command-fault.ts';
import { connectorRoutes } from './connector-routes.ts';
import { findOrAddPerson, setupLink } from './first-person.ts';
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

type Answer = Result<object, string>;

const Nothing = z.strictObject({});
const Addresses = z.strictObject({ addresses: z.array(z.string().max(128)).max(10_000) });
const Customer = z.string().max(200).optional();
const NewCustomer = z.strictObject({ name: z.string().trim().min(1).max(200) });
const NewSite = z.strictObject({
  customer: Customer,
  domain: z.string().max(253),
  timeZone: z.string().max(64).optional(),
  otherHosts: z.array(z.string().max(253)).max(20).optional(),
});
const NewPerson = z.strictObject({ customer: Customer, email: z.string().max(254), operator: z.boolean().optional() });
const NewKey = z.strictObject({
  customer: Customer,
  label: z.string().max(100),
  scope: z.string().max(20),
  expiresAt: z.string().max(40).optional(),
});
const Import = z.strictObject({
  site: z.string().max(253),
  keepOld: z.enum(['0', '1']),
  mayBeUnknown: z.enum(['0', '1']).default('0'),
});
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

  const post = <Body>(path: string, shape: z.ZodType<Body>, answer: (body: Body) => Answer | Promise<Answer>): void => {
    door.post(path, async (request, reply) => {
      const read = shape.safeParse(request.body);
      return send(reply, read.success ? await answer(read.data) : fault('BODY_SHAPE'));
    });
  };
  const ofCustomer = (name: string | undefined, answer: (customer: CustomerWorkspace) => Answer): Answer => {
    const customer = house.customer(name);
    return customer === null ? fault('CUSTOMER_UNKNOWN') : answer(customer);
  };

  door.get('/status', () => {
    const { manifest } = house.whitelist.current();
    return { pid: process.pid, origin, whitelist: { version: manifest.version, builtAt: manifest.builtAt } };
  });
  post('/identify', Addresses, ({ addresses }) => {
    const whitelist = house.whitelist.current();
    const judge = house.judges().forOperator();
    return ok(addresses.map((address) => explainAddress(address, whitelist, judge)));
  });
  post('/customers', NewCustomer, ({ name }) =>
    house.customer(name) === null ? ok(house.workspace.addCustomer(name)) : fault('CUSTOMER_TAKEN'),
  );
  post('/sites', NewSite, (given) =>
    ofCustomer(given.customer, (customer) => {
      const site = customer.addSite(given);
      return site.ok ? ok({ domain: site.value.domain, timeZone: site.value.timeZone, origin }) : site;
    }),
  );
  post('/people', NewPerson, (given) =>
    ofCustomer(given.customer, (customer) => {
      const person = findOrAddPerson(customer, given.email);
      if (!person.ok) return person;
      if (given.operator) house.workspace.installation.makeOperator(person.value.id);
      const link = customer.createSetupLink(person.value.id);
      if (link === null) return fault('PERSON_UNKNOWN');
      return ok({ email: person.value.email, link: setupLink(origin, link.token), expiresAt: link.expiresAt });
    }),
  );
  post('/keys', NewKey, (given) =>
    ofCustomer(given.customer, (customer) => {
      const key = customer.addKey(given);
      return key.ok ? ok({ token: key.value.token, ...key.value.key }) : key;
    }),
  );
  post('/corrections/export', Nothing, () => {
    const isNameable = nameable(house.whitelist.current(), house.workspace.objectedCompanies());
    const corrections = house.workspace.installation.corrections();
    return ok(
      correctionFile(
        corrections.filter(({ companyId }) => isNameable(companyId)),
        Date.now(),
      ),
    );
  });
  post('/corrections/import', CorrectionFile, async (file) => {
    const { workspace, rules, whitelist } = house;
    const imported = importCorrections(file, workspace, () =>
      createJudges(whitelist.current(), rules, workspace).forSite(ANY_SITE),
    );
    await house.judgeAnew();
    return ok(imported);
  });
  post('/whitelist/reload', Nothing, async () => ok({ version: await house.reloadWhitelist() }));
  post('/backup', BackupFolder, async ({ folder }) => {
    await house.backUpTo(folder);
    return ok({});
  });
  door.post<{ Body: Readable }>('/import-logs', async (request, reply) => {
    const read = Import.safeParse(request.query);
    if (!read.success) return send(reply, fault('BODY_SHAPE'));
    const site = house.workspace.sitesByDomain.byDomain(readDomain(read.data.site) ?? '');
    if (site === undefined) return send(reply, fault('SITE_UNKNOWN'));
    const result = await house.importLog(site, request.body, {
      keepOld: read.data.keepOld === '1',
      objectionsMayBeUnknown: read.data.mayBeUnknown === '1',
    });
    const dates = house.whitelist.current().manifest.sources.map(({ date }) => date);
    return send(reply, ok({ ...result, whitelistDate: dates.sort().at(-1) ?? '' }));
  });
  connectorRoutes(door, house);

  rmSync(socket, { force: true });
  await door.listen({ path: socket });
  chmodSync(socket, 0o600);
  return door;
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  return answer.ok ? reply.send(answer.value) : reply.code(422).send({ code: answer.fault } satisfies Refusal);
}
