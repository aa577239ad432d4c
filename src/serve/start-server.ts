import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import { createServer } from 'node:http';
import { addressTextOf } from '../collect/address-text.ts';
import { createHitDoor } from '../collect/hit-door.ts';
import { identifyHit } from '../identify/identify-hit.ts';
import { lookUpAddress } from '../identify/look-up-address.ts';
import { organisationDoor } from '../privacy/organisation-door.ts';
import { ANY_SITE } from '../report/correction-desk.ts';
import { isCrossSiteRequest } from '../report/is-cross-site-request.ts';
import { problemCodeOf } from '../report/problem-of-error.ts';
import { sendProblem } from '../report/problem.ts';
import { restApi } from '../report/rest-api.ts';
import { serverOptions } from '../report/server-options.ts';
import { shippedFile } from '../settings/package-root.ts';
import type { Settings } from '../settings/read-settings.ts';
import { codeOf } from './command-fault.ts';
import { createCompanyImports } from './company-imports.ts';
import { createConnectors, type Connectors } from './connectors.ts';
import { DEMO_SITE } from './demo/demo-pages.ts';
import { choosePersonas } from './demo/demo-personas.ts';
import { addressOfPersona, demoSite } from './demo/demo-site.ts';
import { welcomeFirstPerson } from './first-person.ts';
import { createLog } from './log.ts';
import { openHouse, type House } from './open-house.ts';
import { openOperatorDoor } from './operator-door.ts';
import { COMMON_HEADERS } from './security-headers.ts';
import { siteOptOut } from './site-opt-out.ts';
import { reportBuildProgress, say } from './terminal.ts';
import { scriptObjection } from './tracker-objection.ts';
import { dashboardPage, webPages } from './web-pages.ts';

export type RunningServer = {
  /** Where it listens, as an origin. */
  readonly origin: string;
  /** Stops taking hits, makes everything taken durable, closes the stores. */
  stop(): Promise<void>;
  /** Resolves when the server has stopped; rejects when a store ended by itself. */
  readonly stopped: Promise<void>;
};

/** Answers of the largest pages take well under this; a slow reader must not hold the stop for ever. */
const STOP_PATIENCE_MS = 5_000;

/** Opens the house, prepares what a first start needs, and listens. */
export async function startServer(settings: Settings): Promise<RunningServer> {
  const started = performance.now();
  const log = createLog();
  const house = await openHouse(settings, { log, onProgress: reportBuildProgress() });
  const connectors = createConnectors(house);
  const doors: FastifyInstance[] = [];
  try {
    if (house.isEvaluation) addDemoSite(house);
    const web = await buildWebServer(house, connectors);
    // They close with the web server, before the stores.
    web.addHook('onClose', () => connectors.close());
    doors.push(web);
    const listening = await web.listen({ host: settings.host, port: settings.port });
    const origin = settings.baseUrl ?? listening;
    doors.push(await openOperatorDoor(house, origin));
    await connectors.listen();
    log.info({ code: 'SERVER_STARTED', ms: Math.round(performance.now() - started) });
    say(`Doorplate serves ${listening}`);
    await welcomeFirstPerson(house, origin);
    if (house.isEvaluation) say(`Try it out, as whomever you like:\n  ${listening}/demo/`);
    return running(house, listening, doors);
  } catch (error) {
    await closeDoors(doors);
    await house.close();
    throw error;
  }
}

async function closeDoors(doors: readonly FastifyInstance[]): Promise<void> {
  for (const door of doors) {
    const late = setTimeout(() => door.server.closeAllConnections(), STOP_PATIENCE_MS);
    await door.close();
    clearTimeout(late);
  }
}

function running(house: House, origin: string, doors: readonly FastifyInstance[]): RunningServer {
  const end = async (): Promise<void> => {
    await closeDoors(doors);
    await house.close();
    house.log.info({ code: 'SERVER_STOPPED' });
  };
  let stopping: Promise<void> | null = null;
  const stop = (): Promise<void> => (stopping ??= end());
  const watch = async (): Promise<void> => {
    const error = await house.visits.stopped;
    if (error === null) return stop();
    // Nothing is lost: what was acknowledged stands in the log and is absorbed by the next start.
    house.log.error({ code: error.code });
    await closeDoors(doors);
    throw error;
  };
  return { origin, stop, stopped: watch() };
}

/** The demo's site belongs to the first customer, like any other. */
function addDemoSite(house: House): void {
  const customer = house.customer();
  if (customer === null || customer.site(DEMO_SITE) !== null) return;
  const added = customer.addSite({ domain: DEMO_SITE, otherHosts: ['localhost', '127.0.0.1', '[::1]'] });
  if (!added.ok) throw Object.assign(new Error('the demo site could not be added'), { code: added.fault });
}

/**
 * One port: hits go past the framework to the hit door, everything else through it. The framework logs nothing,
 * and its own answers for errors and unknown paths are replaced, because they would repeat the request.
 */
async function buildWebServer(house: House, connectors: Connectors): Promise<FastifyInstance> {
  const { settings, log, metrics, recorder, secrets, workspace } = house;
  const personas = once(() => choosePersonas(house.whitelist.current(), house.rules));
  const hitDoor = createHitDoor({
    sites: workspace.sitesByDomain,
    identify: (siteId, addressText, at) => identifyHit(siteId, addressText, house.judgedFor(siteId), secrets, at),
    recorder,
    trustedProxies: house.trustedProxies,
    clock: Date.now,
    log,
    ...(house.isEvaluation && { addressOverride: addressOfPersona(personas) }),
  });
  const server = Fastify({
    ...serverOptions(),
    logger: false,
    forceCloseConnections: true,
    serverFactory: (handler) =>
      createServer((request, response) => {
        if (!hitDoor.handle(request, response) && !connectors.door.handle(request, response))
          handler(request, response);
      }),
    clientErrorHandler(_error, socket) {
      // Bytes that are no HTTP: the framework's own handler would log the error.
      if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    },
  });
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(COMMON_HEADERS);
    done();
  });
  const sendPage = dashboardPage();
  server.setNotFoundHandler((request, reply) =>
    isPersonAt(request) ? sendPage(reply, 404) : sendProblem(reply, 'NOT_FOUND'),
  );
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const code = problemCodeOf(error);
    if (code === 'INTERNAL') log.error({ code: codeOf(error) ?? code });
    return sendProblem(reply, code);
  });

  server.get('/healthz', (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    await house.visits.ask('select 1 as ready');
    return reply.header('cache-control', 'no-store').send({ status: 'ready' });
  });
  server.get('/metrics', async (_request, reply) =>
    reply.headers({ 'content-type': metrics.contentType, 'cache-control': 'no-store' }).send(await metrics.text()),
  );
  const objectionTo = scriptObjection(workspace.sitesByDomain);
  await server.register(webPages, { sendPage, dataFolder: settings.data, objectionTo });
  await server.register(siteOptOut(workspace.sitesByDomain, settings.baseUrl));
  if (settings.organisationPage === 'on') {
    await server.register(
      organisationDoor({
        lookUpRequester: (request) =>
          lookUpAddress(addressTextOf(request, house.trustedProxies), house.judges().forSite(ANY_SITE)),
        isFromOwnPage: (request) => !isCrossSiteRequest(request, settings.baseUrl, false),
        objections: workspace.installation,
        judgeAnew: () => house.judgeAnew(),
        clock: Date.now,
      }),
    );
  }
  if (house.isEvaluation) {
    demoSite(server, personas, objectionTo);
    // They take a second or two: made while the newcomer still reads what the terminal says.
    server.addHook('onListen', (done) => {
      setImmediate(personas);
      done();
    });
  }
  const companyImports = createCompanyImports({
    folder: settings.data,
    program: [process.execPath, shippedFile('bin', 'doorplate.js')],
  });
  server.addHook('onClose', () => companyImports.close());
  await server.register(
    restApi({
      workspace,
      visits: house.visits,
      whitelist: () => house.whitelist.current(),
      judgedFor: (site) => house.judges().forSite(site),
      judgeAnew: () => house.judgeAnew(),
      operator: {
        rules: house.rules,
        judged: () => house.judges().forOperator(),
        lookUp: (addressText) => lookUpAddress(addressText, house.judges().forOperator()),
      },
      companyLists: companyImports,
      evaluation: house.isEvaluation,
      baseUrl: settings.baseUrl,
      clock: Date.now,
      log,
    }),
  );
  return server;
}

/** Somebody who typed an address into a browser is told in words; programs get a problem. */
function isPersonAt(request: FastifyRequest): boolean {
  return (
    request.method === 'GET' && !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
  );
}

/** Computes a value at the first question and keeps it. */
function once<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | null = null;
  return () => (kept ??= { value: compute() }).value;
}
