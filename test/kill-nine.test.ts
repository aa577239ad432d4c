import { build } from 'esbuild';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startRecording } from '../src/record/start-recording.ts';
import { openVisitStore } from '../src/store/duckdb/visit-store.ts';
import { packageRoot, shippedFile } from '../src/settings/package-root.ts';

/** A process under load is killed without warning; then the store must hold what was acknowledged, once. */

const KILLS = 20;
const CONNECTIONS = 24;
const SERVER = shippedFile('dist', 'test', 'recording-server.js');

let folder = '';
let running: ChildProcess | null = null;

beforeAll(async () => {
  await build({
    absWorkingDir: packageRoot(),
    entryPoints: ['test/recording-server.ts'],
    outfile: SERVER,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorplate-kill-'));
});

afterEach(async () => {
  running?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

test('every acknowledged hit is there exactly once after 20 kills under load', async () => {
  const load = newLoad();
  for (let kill = 1; kill <= KILLS; kill += 1) await loadUntilKilled('durable', load, 20 + Math.random() * 500);
  const stored = await readStore();

  // Otherwise nothing has been tested.
  expect(load.acknowledged.size).toBeGreaterThan(KILLS * CONNECTIONS);
  expect(missing(load, stored)).toEqual([]);
  expect([...stored].filter(([, times]) => times !== 1)).toEqual([]);
  expect([...stored.keys()].filter((path) => !load.sent.has(path))).toEqual([]);
});

test('the same check finds the loss when hits are acknowledged before they are written', async () => {
  const load = newLoad();
  await loadUntilKilled('acknowledge-early', load, 200);
  const stored = await readStore();

  expect(load.acknowledged.size).toBeGreaterThan(CONNECTIONS);
  expect(missing(load, stored).length).toBeGreaterThan(0);
});

type Load = { readonly sent: Set<string>; readonly acknowledged: Set<string>; number: number };

function newLoad(): Load {
  return { sent: new Set(), acknowledged: new Set(), number: 0 };
}

function missing(load: Load, stored: ReadonlyMap<string, number>): string[] {
  return [...load.acknowledged].filter((path) => !stored.has(path));
}

/** Starts the server on the folder, keeps all connections busy, and kills it so long after the first answer. */
async function loadUntilKilled(mode: string, load: Load, killAfterMs: number): Promise<void> {
  const server = spawn(process.execPath, [SERVER, folder, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
  running = server;
  const ended = once(server, 'exit');
  const [line] = await Promise.race([
    once(server.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('the server ended before it was ready'))),
  ]);
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const port = Number(String(line));
  const first = await send(agent, port, load);
  expect(first).toBe(true);
  const connections = Array.from({ length: CONNECTIONS }, async () => {
    while (await send(agent, port, load));
  });
  await wait(killAfterMs);
  server.kill('SIGKILL');
  await Promise.all([...connections, ended]);
  agent.destroy();
  running = null;
}

/** Sends one hit with a path of its own. False when the server has gone. */
async function send(agent: Agent, port: number, load: Load): Promise<boolean> {
  load.number += 1;
  const path = load.number % 3 === 0 ? `/visit/${load.number}` : `/miss/${load.number}`;
  load.sent.add(path);
  return new Promise((resolve) => {
    const sent = request({ agent, port, path, method: 'POST', host: '127.0.0.1' }, (response) => {
      if (response.statusCode === 202) load.acknowledged.add(path);
      response.resume();
      response.on('end', () => resolve(true));
      response.on('error', () => resolve(false));
    });
    sent.on('error', () => resolve(false));
    sent.end();
  });
}

/** How often each path stands in the store, after everything left in the log has been absorbed. */
async function readStore(): Promise<Map<string, number>> {
  const visits = await openVisitStore(folder);
  const damaged: number[] = [];
  const recording = await startRecording({
    logFolder: join(folder, 'log'),
    visits,
    report: { onFault: () => undefined, onDamage: (bytes) => damaged.push(bytes) },
  });
  const rows = await visits.ask<{ path: string; times: number }>(
    `select path, count(*) as times from page_view group by path
     union all select value, sum(hits) from anonymous_count where dimension = 'path' group by value`,
  );
  const outcomes = await visits.ask<{ hits: number }>(
    `select sum(hits) as hits from anonymous_count where dimension = 'outcome'`,
  );
  await recording.close();
  await visits.close();
  expect(damaged).toEqual([]);
  expect(outcomes[0]?.hits ?? 0).toBe(rows.reduce((sum, row) => sum + row.times, 0));
  return new Map(rows.map((row) => [row.path, row.times]));
}
