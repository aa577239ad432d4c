// npm run bench: the limits of docs and design, each beside a baseline measured in the same run.
// Usage: node bench/run.js [--rounds N] [--seconds N] [--patience SECONDS] [--large] [--seed N]
// A round in which other processes took more than a tenth of a core says little: it is measured again while the
// patience lasts (default 60 s), then used as it is, and the table says how much the others took.
import { build } from 'esbuild';
import { spawn, spawnSync, fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hitRequests, SITE } from './hit-requests.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = `${root}dist/bench`;
const dataFolder = `${scratch}/data`;
const CONNECTIONS = 64;
const OPEN_LOOP_RATE = 10_000;
const WARM_UP_SECONDS = 3;
const rounds = numberOption('--rounds', 5);
const seconds = numberOption('--seconds', 4);
const patience = { leftMs: 1000 * numberOption('--patience', 60) };
const QUIET_CORES = 0.1;

/** One row of the table; `target` is [words, test of the row]. */
const rows = [];
const row = (name, figure, unit, baseline, target = null) => rows.push({ name, figure, unit, baseline, target });
const atLeast = (ratio) => [`>= ${ratio} x`, (it) => it.figure / it.baseline >= ratio];
const step = (text) => process.stderr.write(`bench: ${text}\n`);

await prepare();
const companies = runJson('company-addresses.js');
const requests = hitRequests(companies);
step(`${companies.length} companies of the whitelist in force among the visitors`);

measureLookups();
measureRanges();
measureAbsorbing();
measureImport();
measureCompanies();
await measureStartUp();
await measureHitPath();
print();

/** Bundles the parts in TypeScript, and gives the server a data folder with the whitelist built once and kept. */
async function prepare() {
  mkdirSync(dataFolder, { recursive: true });
  for (const name of readdirSync(dataFolder)) {
    if (name !== 'whitelist') rmSync(`${dataFolder}/${name}`, { recursive: true });
  }
  await build({
    absWorkingDir: root,
    entryPoints: [
      'bench/lookups.ts',
      'bench/ranges.ts',
      'bench/company-addresses.ts',
      'bench/absorb.ts',
      'bench/import.ts',
      'bench/companies.ts',
    ],
    outdir: scratch,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  if (!existsSync(`${dataFolder}/whitelist/current`)) {
    step('building the whitelist, once');
    doorplate('whitelist', 'build');
  }
  doorplate('site', 'add', SITE);
}

function measureLookups() {
  step('lookups');
  const figures = runJson('lookups.js');
  row(`whitelist opened, ${figures.ranges} IPv4 ranges`, figures.openedMs, 'ms', null, [
    '<= 150',
    (it) => it.figure <= 150,
  ]);
  row('lookup from a number, random', figures.numberRandom, 'ns', null);
  row('lookup from a number, Zipf', figures.numberZipf, 'ns', null);
  const target = ['<= 400 ns, <= 0.30 x', (it) => it.figure <= 400 && it.figure / it.baseline <= 0.3];
  row('lookup from a string, random (maxmind)', figures.textRandom, 'ns', figures.maxmindRandom, target);
  row('lookup from a string, Zipf (maxmind)', figures.textZipf, 'ns', figures.maxmindZipf, target);
}

/** Ten million ranges that nest, where the embedded whitelist has half a million that do not. */
function measureRanges() {
  step('ten million ranges');
  const figures = runJson('ranges.js', `${scratch}/ranges`);
  const { text4, text6, number4, number6 } = figures;
  row('10 M IPv4 ranges flattened, indexed (sorting the starts)', figures.flattened4Ms, 'ms', figures.sortMs, [
    '<= 5,000',
    (it) => it.figure <= 5000,
  ]);
  row('3 M IPv6 ranges flattened, indexed', figures.flattened6Ms, 'ms', null);
  row(
    `${Math.round(figures.fileBytes / 1e6)} MB of both loaded (reading the file)`,
    figures.loadMs,
    'ms',
    figures.readMs,
    ['<= 150', (it) => it.figure <= 150],
  );
  row('memory of the IPv4 index, a range', figures.bytesARange4, 'bytes', null, ['<= 11', (it) => it.figure <= 11]);
  row('memory of the IPv6 index, a range', figures.bytesARange6, 'bytes', null);
  for (const kind of ['random', 'zipf']) {
    row(`10 M ranges: from a number, ${kind} (bisection)`, number4[kind][0], 'ns', number4[kind][1]);
    row(`10 M ranges: from a string, ${kind} (maxmind, half a million)`, text4[kind][0], 'ns', text4[kind][1]);
    row(`3 M IPv6 ranges: from 16 bytes, ${kind}`, number6[kind][0], 'ns', null);
    row(`3 M IPv6 ranges: from a string, ${kind} (maxmind, half a million)`, text6[kind][0], 'ns', text6[kind][1]);
  }
}

function measureAbsorbing() {
  step('log and store');
  const figures = runJson('absorb.js');
  row('append + sync, 64 writers', figures.appendedPerSecond, 'records/s', null);
  row('absorbed: anonymous hits', figures.missesPerSecond, 'records/s', null);
  row('absorbed: page views', figures.visitsPerSecond, 'records/s', null);
  row('store, a page view', figures.bytesPerVisit, 'bytes', null, ['<= 26', (it) => it.figure <= 26]);
}

/** Five million objects take minutes: only with --large. */
function measureImport() {
  step('import of registry data');
  const figures = runJson('import.js', scratch);
  const { readlineMbPerSecond: readline, gzipMbPerSecond: gzip } = figures;
  row('RPSL scan (readline)', figures.scanMbPerSecond, 'MB/s', readline, atLeast(7));
  row('RPSL .gz scan (gzip -dc)', figures.scanPackedMbPerSecond, 'MB/s', gzip, atLeast(1));
  row('RPSL .gz import before names (gzip -dc)', figures.importBeforeMbPerSecond, 'MB/s', gzip, atLeast(1));
  row('RPSL .gz import with names (gzip -dc)', figures.importFullMbPerSecond, 'MB/s', gzip, atLeast(0.4));
  if (!process.argv.includes('--large')) return;
  step('import of five million objects');
  const large = runJson('import.js', scratch, '--large');
  row('peak memory, import of 5 M objects', large.peakMb, 'MB', null, ['< 1,024', (it) => it.figure < 1024]);
}

/** Five million companies and a million networks with --large; without it a fiftieth of both. */
function measureCompanies() {
  step('companies and networks, matched');
  const isLarge = process.argv.includes('--large');
  const [companies, ranges] = isLarge ? [5_000_000, 1_000_000] : [100_000, 20_000];
  const options = ['--companies', companies, '--ranges', ranges, '--seed', numberOption('--seed', 1), '--json'];
  const figures = runJson('companies.js', '--out', `${scratch}/companies`, ...options.map(String));
  row(`${companies.toLocaleString('en')} companies imported and joined`, figures.seconds, 's', null);
  const memory = ['< 2,048', (it) => it.figure < 2048];
  row(`with ${ranges.toLocaleString('en')} ranges: peak memory, all processes`, figures.peakMb, 'MB', null, memory);
  row('matches that are right', 100 * figures.precision, '%', null, ['>= 99', (it) => it.figure >= 99]);
  row('known companies that are matched', 100 * figures.recall, '%', null, ['>= 95', (it) => it.figure >= 95]);
}

async function measureStartUp() {
  step('start-up');
  const product = [];
  const base = [];
  for (let round = 0; round < 3; round += 1) {
    base.push(await timeStart(startBase));
    product.push(await timeStart(startProduct));
  }
  row('start-up until ready', median(product), 'ms', median(base));
}

async function timeStart(start) {
  const started = performance.now();
  const server = await start();
  const ms = performance.now() - started;
  await stop(server);
  return ms;
}

/** Closed loop for requests a second, open loop for latency; product and base take turns, medians of the rounds. */
async function measureHitPath() {
  const runs = { base: [], product: [] };
  const memory = {};
  for (const [name, start] of [
    ['base', startBase],
    ['product', startProduct],
  ]) {
    const server = await start();
    memory[name] = { started: residentMb(server.process.pid) };
    await stop(server);
  }
  for (let round = 1; round <= rounds; round += 1) {
    for (const [name, start] of [
      ['base', startBase],
      ['product', startProduct],
    ]) {
      const server = await start();
      await load(server.port, WARM_UP_SECONDS, null);
      const closed = await undisturbed(() => load(server.port, seconds, null, server.process.pid));
      const open = await undisturbed(() => load(server.port, seconds, OPEN_LOOP_RATE, server.process.pid));
      memory[name].loaded = residentMb(server.process.pid);
      await stop(server);
      if (closed.other + open.other + closed.unanswered > 0) throw new Error(`${String(name)} gave unexpected answers`);
      const run = {
        perSecond: closed.accepted / closed.seconds,
        cpuMicroseconds: (closed.serverCpuMs * 1000) / closed.accepted,
        p50: open.latenciesMs.p50,
        p99: open.latenciesMs.p99,
        refused: closed.refused + open.refused,
        othersCores: Math.max(closed.othersCores, open.othersCores),
      };
      runs[name].push(run);
      step(
        `round ${String(round)} ${String(name)}: ${Math.round(run.perSecond)}/s, ${run.cpuMicroseconds.toFixed(1)} us CPU a hit, ` +
          `open loop p50 ${run.p50.toFixed(2)} p99 ${run.p99.toFixed(2)} ms, others took ${run.othersCores.toFixed(2)} cores`,
      );
    }
  }
  const of = (name, field) => median(runs[name].map((run) => run[field]));
  const pair = (field) => [of('product', field), of('base', field)];
  const [perSecond, basePerSecond] = pair('perSecond');
  row('durable hits, 64 connections', perSecond, 'hits/s', basePerSecond, [
    '>= 0.60 x',
    (it) => it.figure / it.baseline >= 0.6,
  ]);
  const [cpu, baseCpu] = pair('cpuMicroseconds');
  row('CPU time a hit, all threads', cpu, 'us', baseCpu);
  const [p50, baseP50] = pair('p50');
  row('open loop 10,000/s, p50', p50, 'ms', baseP50);
  const [p99, baseP99] = pair('p99');
  row('open loop 10,000/s, p99', p99, 'ms', baseP99, ['<= 1 ms', (it) => it.figure <= 1]);
  row('hits refused under overload', of('product', 'refused'), 'hits', null);
  row('cores taken by other processes', of('product', 'othersCores'), 'cores', of('base', 'othersCores'), [
    '<= 0.1, else repeat',
    (it) => Math.max(it.figure, it.baseline) <= QUIET_CORES,
  ]);
  row('memory after start', memory.product.started, 'MB', memory.base.started);
  row('memory after load', memory.product.loaded, 'MB', memory.base.loaded);
}

function startBase() {
  const server = fork(`${root}bench/base-server.js`, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    server.once('message', ({ port }) => resolve({ process: server, port }));
    server.once('exit', () => reject(new Error('the base server ended')));
  });
}

async function startProduct() {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn(process.execPath, [`${root}bin/doorplate.js`, 'serve'], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: {
      ...process.env,
      DOORPLATE_DATA: dataFolder,
      DOORPLATE_PORT: String(port),
      // Visitors come from many addresses: as behind a proxy.
      DOORPLATE_TRUSTED_PROXIES: '127.0.0.1/32',
      DOORPLATE_BASE_URL: `http://127.0.0.1:${port}`,
    },
  });
  while (server.exitCode === null && server.signalCode === null) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) return { process: server, port };
    await pause(5);
  }
  throw new Error('the server ended before it was ready');
}

async function stop(server) {
  server.process.removeAllListeners('exit');
  const ended = new Promise((resolve) => {
    server.process.once('exit', resolve);
  });
  server.process.kill('SIGTERM');
  await ended;
}

async function load(port, duration, ratePerSecond, serverPid = process.pid) {
  const generator = fork(`${root}bench/load.js`);
  const figures = new Promise((resolve, reject) => {
    generator.once('message', resolve);
    generator.once('exit', () => reject(new Error('the load generator ended')));
  });
  generator.send({ port, requests, connections: CONNECTIONS, seconds: duration, ratePerSecond });
  // Connecting and reading the requests take a moment; the ends of both clocks differ by less than that.
  const before = { server: cpuMs(serverPid), machine: machineCpuMs() };
  const answer = await figures;
  const serverCpuMs = cpuMs(serverPid) - before.server;
  const othersMs = machineCpuMs() - before.machine - serverCpuMs - answer.cpuMs;
  generator.removeAllListeners('exit');
  generator.kill();
  return { ...answer, serverCpuMs, othersCores: Math.max(0, othersMs) / (duration * 1000) };
}

/** Repeats a measurement that others disturbed, while the patience lasts. */
async function undisturbed(measure) {
  for (;;) {
    const started = performance.now();
    const figures = await measure();
    if (figures.othersCores <= QUIET_CORES || patience.leftMs <= 0) return figures;
    patience.leftMs -= performance.now() - started;
    while (patience.leftMs > 0 && (await coresInUse()) > QUIET_CORES) patience.leftMs -= 500;
  }
}

async function coresInUse() {
  const before = machineCpuMs();
  await pause(500);
  return (machineCpuMs() - before) / 500;
}

/** Time so far in which a core was busy, or was taken by another guest of the same machine. */
function machineCpuMs() {
  const [, user, nice, system, , , interrupts, softInterrupts, stolen] = readFileSync('/proc/stat', 'utf8')
    .split('\n')[0]
    .split(/\s+/)
    .map(Number);
  return (user + nice + system + interrupts + softInterrupts + stolen) * 10;
}

/** User and system time of all threads of a process so far, from the kernel's ticks of 10 ms. */
function cpuMs(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function residentMb(pid) {
  const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return line === null ? Number.NaN : Number(line[1]) / 1024;
}

function runJson(script, ...options) {
  const run = spawnSync(process.execPath, [`${scratch}/${script}`, ...(options.length > 0 ? options : [dataFolder])], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.status !== 0) throw new Error(`${script} failed`);
  return JSON.parse(run.stdout);
}

function doorplate(...args) {
  const run = spawnSync(process.execPath, [`${root}bin/doorplate.js`, ...args, '--data', dataFolder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (run.status !== 0) throw new Error(`doorplate ${args.join(' ')} failed`);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function pause(ms) {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function numberOption(name, otherwise) {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
}

function print() {
  const table = rows.map((it) => [
    it.name,
    `${shown(it.figure)} ${it.unit}`,
    it.baseline === null ? '' : `${shown(it.baseline)} ${it.unit}`,
    it.baseline === null ? '' : `${(it.figure / it.baseline).toFixed(2)} x`,
    it.target === null ? '' : it.target[0],
    it.target === null ? '' : it.target[1](it) ? 'met' : 'MISSED',
  ]);
  const head = ['', 'figure', 'baseline', 'ratio', 'target', ''];
  const widths = head.map((word, column) => Math.max(word.length, ...table.map((cells) => cells[column].length)));
  for (const cells of [head, ...table]) {
    console.log(
      cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    );
  }
}

function shown(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}
