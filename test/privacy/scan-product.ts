import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import { openVisitStore } from '../../src/store/duckdb/visit-store.ts';
import { doorplate, newDataFolder, startDoorplate, type DoorplateProcess } from '../doorplate-process.ts';
import { drawCanaries, type Canaries } from './canaries.ts';
import { createTraceFinder, filesBelow, type Finding, type TableValue } from './find-traces.ts';

const EACH = 8;
const SITE = 'canary.example';
/** Forms of four bytes are found by chance in megabytes: only an excess of several canaries is a leak. */
const CHANCE = 2;
const SHORT_FORM = /^(raw bytes|raw bytes, reversed|integer value)$/;

export type Leak = { readonly place: string; readonly form: string; readonly canaries: number };
export type ScanReport = {
  readonly leaks: readonly Leak[];
  /** So that a scan which looked at nothing cannot pass. */
  readonly scanned: {
    readonly files: number;
    readonly bytes: number;
    readonly values: number;
    readonly answers: number;
  };
  /** Hits by outcome as the funnel counted them: proof that the canaries took the roads that they were meant to. */
  readonly outcomes: Readonly<Record<string, number>>;
};

/**
 * Runs the product with marked addresses on every road, then searches everything that it wrote or said for them,
 * beside an equal control set that was never sent (privacy.md, row 2).
 */
export async function scanProduct(program?: string): Promise<ScanReport> {
  const data = newDataFolder();
  const sent = drawCanaries(data, EACH);
  const control = drawCanaries(data, EACH);
  const whitelistBefore = hashOfFolder(join(data, 'whitelist'));
  const said: { place: string; bytes: Buffer }[] = [];
  const start = (): Promise<DoorplateProcess> =>
    startDoorplate({
      data,
      environment: { DOORPLATE_TRUSTED_PROXIES: '127.0.0.1', DOORPLATE_ORGANISATION_PAGE: 'on' },
      ...(program !== undefined && { program }),
    });

  // First run: hits on every road, killed in the middle, so that journals and logs lie about as they were.
  const first = await start();
  execDoorplate(data, ['site', 'add', SITE]);
  const key = execDoorplate(data, ['key', 'add', '--scope', 'read']).trim();
  const peers = loopbackPeers(EACH);
  for (const answer of await sendEverything(first.origin, sent, peers)) said.push(answer);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const outcomes = await outcomesOf(first.origin, key);
  for (const path of ['companies', 'funnel', 'statistics'])
    said.push(await ask(first.origin, `/api/v1/${path}?site=${SITE}`, key));
  for (const answer of await askAboutAddresses(first.origin, sent, first.setupToken())) said.push(answer);
  said.push(await ask(first.origin, '/metrics', key));
  await first.kill();
  const crashed = [...filesBelow(data)].map(({ place, bytes }) => ({ place: `after a kill: ${place}`, bytes }));

  // Second run: replay, an import with the same addresses, a backup, an orderly end.
  const second = await start();
  said.push(
    commandAnswer(
      'import-logs',
      doorplate(data, ['import-logs', '-', '--site', SITE, '--yes', '--keep-old'], logOf(sent)),
    ),
  );
  const backup = join(data, 'copy.tar.gz');
  said.push(commandAnswer('backup', doorplate(data, ['backup', backup])));
  await second.stop();

  const files = [...crashed, ...filesBelow(data), ...unpacked(backup)].filter(
    ({ place }) => !/(^|\/| )whitelist\//.test(place),
  );
  said.push({ place: 'output of the first run', bytes: Buffer.from(first.printed()) });
  said.push({ place: 'output of the second run', bytes: Buffer.from(second.printed()) });
  const values = await tableValues(data);
  const whitelistAfter = hashOfFolder(join(data, 'whitelist'));
  rmSync(data, { recursive: true, force: true });

  const sentAddresses = [...Object.values(sent).flat(), ...peers.sent];
  const controlAddresses = [...Object.values(control).flat(), ...peers.control];
  const search = (addresses: readonly string[]): Finding[] => {
    const finder = createTraceFinder(addresses);
    return [
      ...[...files, ...said].flatMap(({ place, bytes }) => finder.inBytes(place, bytes)),
      ...finder.inValues(values),
    ];
  };
  const leaks = excess(search(sentAddresses), search(controlAddresses));
  if (whitelistAfter !== whitelistBefore)
    leaks.push({ place: 'whitelist', form: 'changed while hits came', canaries: 0 });
  return {
    leaks,
    scanned: {
      files: files.length,
      bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
      values: values.length,
      answers: said.length,
    },
    outcomes,
  };
}

/** Canaries found at a place in a form, beyond what the control set shows there by chance. */
function excess(sent: readonly Finding[], control: readonly Finding[]): Leak[] {
  const count = (findings: readonly Finding[]): Map<string, Set<number>> => {
    const byPlace = new Map<string, Set<number>>();
    for (const { place, form, canary } of findings) {
      const name = JSON.stringify([place, form]);
      byPlace.set(name, (byPlace.get(name) ?? new Set()).add(canary));
    }
    return byPlace;
  };
  const byChance = count(control);
  return [...count(sent)].flatMap(([name, canaries]) => {
    // The names are those that were made two lines above.
    const [place, form] = JSON.parse(name) as [string, string];
    const allowed = (byChance.get(name)?.size ?? 0) + (SHORT_FORM.test(form) ? CHANCE : 0);
    return canaries.size > allowed ? [{ place, form, canaries: canaries.size }] : [];
  });
}

/** Peers of their own on loopback: addresses that a forwarding header cannot have made. */
function loopbackPeers(each: number): { readonly sent: readonly string[]; readonly control: readonly string[] } {
  const draw = (): string => {
    const [a = 0, b = 0, c = 0] = createHash('sha256').update(`${Math.random()}`).digest();
    return `127.${1 + (a % 254)}.${b}.${1 + (c % 254)}`;
  };
  const list = (): string[] => Array.from({ length: each }, draw);
  return { sent: list(), control: list() };
}

type Sent = { readonly place: string; readonly bytes: Buffer };

/** Every road a request can take with an address on it: accepted, refused, malformed, unknown, too large, signed out. */
async function sendEverything(
  origin: string,
  canaries: Canaries,
  peers: { readonly sent: readonly string[] },
): Promise<Sent[]> {
  const answers: Sent[] = [];
  const post = async (
    what: string,
    headers: Record<string, string>,
    body: string,
    from = '127.0.0.1',
  ): Promise<void> => {
    answers.push(
      await send(what, origin, '/api/event', {
        method: 'POST',
        headers: { 'user-agent': BROWSER, ...headers },
        body,
        from,
      }),
    );
  };
  const hit = JSON.stringify({
    site: SITE,
    name: 'pageview',
    url: `https://${SITE}/prices?utm_source=mail`,
    referrer: 'https://example.org/',
  });
  for (const [group, addresses] of Object.entries(canaries)) {
    for (const address of addresses) {
      const forwarded = { 'x-forwarded-for': address };
      await post(`hit, ${group}`, forwarded, hit);
      await post(`chain, ${group}`, { 'x-forwarded-for': `${address}, ${address}` }, hit);
      await post(
        `forwarded, ${group}`,
        { forwarded: `for="${address.includes(':') ? `[${address}]` : address}"` },
        hit,
      );
      await post(`malformed header, ${group}`, { 'x-forwarded-for': `${address}x, <${address}>` }, hit);
      await post(`not JSON, ${group}`, forwarded, '{"site":');
      await post(`not a hit, ${group}`, forwarded, '{"site":7}');
      await post(`unknown site, ${group}`, forwarded, hit.replace(SITE, 'unknown.example'));
      await post(`foreign page, ${group}`, forwarded, hit.replace(`https://${SITE}`, 'https://foreign.example'));
      await post(`unreadable URL, ${group}`, forwarded, hit.replace('https://', 'nothing://'));
      await post(`bot, ${group}`, { ...forwarded, 'user-agent': 'Googlebot/2.1' }, hit);
      await post(`objection, ${group}`, { ...forwarded, dnt: '1' }, hit);
      await post(`too large, ${group}`, forwarded, 'x'.repeat(9_000));
      const headers = { ...forwarded, 'user-agent': BROWSER, referer: `https://${SITE}/pixel` };
      for (const path of [
        `/t.gif?site=${SITE}`,
        '/t.js',
        '/nothing-here',
        '/api/v1/companies',
        '/%',
        `/${'x'.repeat(20_000)}`,
      ]) {
        answers.push(await send(`GET ${path.slice(0, 20)}, ${group}`, origin, path, { method: 'GET', headers }));
      }
      const signIn = { ...headers, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
      const body = JSON.stringify({ email: 'nobody@example.com', password: 'wrong password' });
      answers.push(
        await send(`sign-in, ${group}`, origin, '/api/v1/session', { method: 'POST', headers: signIn, body }),
      );
      answers.push(await sendRubbish(origin, `GET / HTTP/1.1\r\nX-Forwarded-For: ${address}\r\nbroken header\r\n\r\n`));
    }
  }
  for (const peer of peers.sent) {
    await post('hit from a peer', {}, hit, peer);
    await post('forged header from a peer', { 'x-forwarded-for': canaries.company4[0] ?? '' }, hit, peer);
  }
  return answers;
}

/** Of each group: the public page is throttled for everybody together. */
const LOOK_UPS_OF_GROUP = 3;

/** The roads on which somebody asks about an address: the public page and its objection, and the operator's look-up. */
async function askAboutAddresses(origin: string, canaries: Canaries, setupToken: string): Promise<Sent[]> {
  const answers: Sent[] = [];
  const fromOurPage = { 'user-agent': BROWSER, 'sec-fetch-site': 'same-origin' };
  const json = { ...fromOurPage, 'content-type': 'application/json' };
  const setup = JSON.stringify({ token: setupToken, password: 'a long enough password' });
  const session = await send('setup', origin, '/api/v1/setup', { method: 'POST', headers: json, body: setup });
  const cookie = /doorplate=[\w-]+/.exec(session.bytes.toString())?.[0];
  if (cookie === undefined) throw new Error('the operator could not sign in');
  for (const [group, addresses] of Object.entries(canaries)) {
    for (const address of addresses) {
      for (const body of [
        JSON.stringify({ address }),
        JSON.stringify({ address: `${address}x` }),
        `{"address":"${address}`,
      ]) {
        const options = { method: 'POST', headers: { ...json, cookie }, body };
        answers.push(await send(`look-up, ${group}`, origin, '/api/v1/operator/look-up', options));
      }
    }
    for (const address of addresses.slice(0, LOOK_UPS_OF_GROUP)) {
      const headers = { ...fromOurPage, 'x-forwarded-for': address };
      const page = await send(`organisation, ${group}`, origin, '/organisation', { method: 'GET', headers });
      const company = /name="company" value="(\w+)"/.exec(page.bytes.toString())?.[1] ?? '';
      const objection = await send(`objection, ${group}`, origin, '/organisation/objection', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: `company=${company}`,
      });
      answers.push(page, objection);
    }
  }
  const told = answers
    .filter(({ bytes }) => bytes.toString().startsWith('200'))
    .map(({ place }) => place.split(',', 1)[0]);
  if (new Set(told).size !== 3) throw new Error('a road on which somebody asks about an address was closed');
  return answers;
}

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

function send(
  place: string,
  origin: string,
  path: string,
  options: { method: string; headers: Record<string, string>; body?: string; from?: string },
): Promise<Sent> {
  const { method, headers, body, from } = options;
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const outgoing = request(
      { host: hostname, port, path, method, headers, ...(from !== undefined && { localAddress: from }) },
      (answer) => {
        const parts: Buffer[] = [Buffer.from(`${answer.statusCode} ${answer.rawHeaders.join('\n')}\n\n`)];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('close', () => resolve({ place: `answer: ${place}`, bytes: Buffer.concat(parts) }));
      },
    );
    // A body that is too large ends the connection while it is sent.
    outgoing.on('error', () => resolve({ place: `answer: ${place}`, bytes: Buffer.alloc(0) }));
    outgoing.end(body);
  });
}

function sendRubbish(origin: string, text: string): Promise<Sent> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = createConnection(Number(port), hostname, () => socket.end(text));
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve({ place: 'answer: no HTTP', bytes: Buffer.concat(parts) }));
  });
}

async function ask(origin: string, path: string, key: string): Promise<Sent> {
  const answer = await fetch(`${origin}${path}`, { headers: { authorization: `Bearer ${key}` } });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return { place: `answer: ${path}`, bytes: Buffer.from(await answer.arrayBuffer()) };
}

async function outcomesOf(origin: string, key: string): Promise<Record<string, number>> {
  const { bytes } = await ask(origin, `/api/v1/funnel?site=${SITE}`, key);
  const funnel = JSON.parse(bytes.toString()) as { outcomes: { outcome: string; hits: number }[] };
  return Object.fromEntries(funnel.outcomes.map(({ outcome, hits }) => [outcome, hits]));
}

function logOf(canaries: Canaries): string {
  return Object.values(canaries)
    .flat()
    .map((address) => `${address} - - [05/Oct/2026:10:11:12 +0200] "GET /from-a-log HTTP/1.1" 200 512 "-" "${BROWSER}"`)
    .join('\n');
}

function execDoorplate(data: string, args: readonly string[]): string {
  const run = doorplate(data, args);
  if (run.status !== 0) throw new Error(`doorplate ${args[0]} failed: ${run.stderr}`);
  return run.stdout;
}

function commandAnswer(place: string, run: { status: number | null; stdout: string; stderr: string }): Sent {
  if (run.status !== 0) throw new Error(`${place} failed: ${run.stderr}`);
  return { place: `output of ${place}`, bytes: Buffer.from(run.stdout + run.stderr) };
}

/** What a backup holds, unpacked: the archive compresses it as a whole. */
function unpacked(archive: string): Sent[] {
  const bytes = execFileSync('tar', ['-xOzf', archive, '--exclude=whitelist'], { maxBuffer: 1024 * 1024 * 1024 });
  return [{ place: 'backup, unpacked', bytes }];
}

/** Every value of every table of both stores. */
async function tableValues(data: string): Promise<TableValue[]> {
  const values: TableValue[] = [];
  const add = (table: string, rows: Iterable<object>): void => {
    for (const row of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (column !== '_metadata') values.push({ place: `${table}.${column}`, value });
      }
    }
  };
  const visits = await openVisitStore(data);
  const tables = await visits.ask<{ name: string }>(
    'select table_name as name from information_schema.tables order by 1',
  );
  for (const { name } of tables) add(name, await visits.ask(`select * from "${name}"`));
  await visits.close();

  const workspace = new Database(join(data, 'workspace.db'));
  const names = workspace.prepare("select name from sqlite_schema where type = 'table'").all() as { name: string }[];
  for (const { name } of names) add(name, workspace.prepare(`select * from "${name}"`).all() as object[]);
  workspace.close();
  return values;
}

function hashOfFolder(folder: string): string {
  const hash = createHash('sha256');
  for (const { place, bytes } of filesBelow(folder)) hash.update(place).update(bytes);
  return hash.digest('hex');
}
