/**
 * A server of this test alone: real log, recorder and store behind node:http, started as a process that can be killed.
 * Arguments: data folder; `durable` or `acknowledge-early`. Prints its port when it is ready.
 *
 * `POST /visit/N` records a page view of a company with that path, `POST /miss/N` an anonymous hit; 202 acknowledges.
 */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { EXAMPLE_COMPANY, EXAMPLE_SITE } from '../fixtures/site-and-company.ts';
import type { Company } from '../src/contracts/company.ts';
import { NOTHING_TOLD, type Site } from '../src/contracts/hit.ts';
import { startRecording } from '../src/record/start-recording.ts';
import { FILE_DISK, type LogDisk } from '../src/store/hit-log/durable-log.ts';
import { openVisitStore } from '../src/store/duckdb/visit-store.ts';

const EARLY_MS = 60_000;

/** What the product must not do: says that bytes are durable and writes them later. */
const earlyDisk: LogDisk = {
  commit(file, bytes, position, done) {
    const copy = Buffer.from(bytes);
    setTimeout(() => FILE_DISK.commit(file, copy, position, () => undefined), EARLY_MS).unref();
    done(null);
  },
};

const site: Site = { ...EXAMPLE_SITE, id: 1, domain: 'shop.example', timeZone: 'Europe/Berlin' };
const company: Company = { ...EXAMPLE_COMPANY, id: 'company-1', name: 'Beispiel Pumpen GmbH' };

const [folder = '', mode = 'durable'] = process.argv.slice(2);
const early = mode === 'acknowledge-early';
const fail = (): void => {
  process.exitCode = 1;
};
const visits = await openVisitStore(folder);
const recording = await startRecording({
  logFolder: join(folder, 'log'),
  visits,
  report: { onFault: fail, onDamage: fail },
  clock: Date.now,
  // Often, so that many kills meet a transaction; never, where nothing has been written that could be read.
  absorbEveryMs: early ? EARLY_MS : 20,
  ...(early ? { disk: earlyDisk } : {}),
});

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const hit = {
    site: site.domain,
    name: 'pageview',
    host: site.domain,
    path,
    referrerHost: null,
    campaign: { source: null, medium: null, name: null },
    ...NOTHING_TOLD,
  };
  const at = Date.now();
  const verdict = {
    kind: 'company',
    companyId: company.id,
    company,
    whitelistVersion: 'test',
    visitKey: 'key',
  } as const;
  const durable = path.startsWith('/visit/')
    ? recording.recorder.recordVisit(hit, site, verdict, at)
    : recording.recorder.recordMiss(hit, site, 'not-listed', at);
  durable.then(
    () => response.writeHead(202).end(),
    () => response.writeHead(503).end(),
  );
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
