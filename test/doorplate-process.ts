import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { packageRoot } from '../src/settings/package-root.ts';

/** A data folder of its own, with the embedded whitelist in it. */
export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'doorplate-test-'));
  cpSync(join(inject('whitelistFolder'), 'whitelist'), join(folder, 'whitelist'), { recursive: true });
  return folder;
}

export type DoorplateProcess = {
  readonly origin: string;
  readonly data: string;
  /** Everything that the process has printed so far, standard output and standard error. */
  printed(): string;
  /** The one-time token of the first person's setup link. */
  setupToken(): string;
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it and deletes its data. */
  end(): Promise<void>;
};

type Options = {
  readonly data?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Another bundle than the product's own. */
  readonly program?: string;
};

/** Starts the built product as its user does, on a free port of loopback, and waits until it serves. */
export async function startDoorplate(options: Options = {}): Promise<DoorplateProcess> {
  const data = options.data ?? newDataFolder();
  const child = spawn(process.execPath, [options.program ?? 'bin/doorplate.js', 'serve'], {
    cwd: packageRoot(),
    env: { ...cleanEnvironment(), DOORPLATE_DATA: data, DOORPLATE_PORT: '0', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  child.stderr.on('data', (text: Buffer) => (printed += text.toString()));
  const origin = await waitFor(
    () => /Doorplate serves (http:\S+)/.exec(printed)?.[1],
    child,
    () => printed,
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const signal = async (name: NodeJS.Signals): Promise<void> => {
    child.kill(name);
    await gone;
  };
  return {
    origin,
    data,
    printed: () => printed,
    setupToken() {
      const token = /#token=(\S+)/.exec(printed)?.[1];
      if (token === undefined) throw new Error('no setup link was printed');
      return token;
    },
    kill: () => signal('SIGKILL'),
    stop: () => signal('SIGTERM'),
    async end() {
      await signal('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Runs one command of the command line to its end. */
export function doorplate(
  data: string,
  args: readonly string[],
  input?: string | Buffer,
  environment: Readonly<Record<string, string>> = {},
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  return spawnSync(process.execPath, ['bin/doorplate.js', ...args], {
    cwd: packageRoot(),
    env: { ...cleanEnvironment(), DOORPLATE_DATA: data, ...environment },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 120_000,
    ...(input !== undefined && { input }),
  });
}

/**
 * A command holds this process up while it runs. Connections that the server has closed meanwhile are noticed in the next
 * turn: to be awaited between a long command and a request.
 */
export function noticeClosedConnections(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('DOORPLATE_')));
}

async function waitFor(look: () => string | undefined, child: ChildProcess, printed: () => string): Promise<string> {
  for (;;) {
    const found = look();
    if (found !== undefined) return found;
    if (child.exitCode !== null) throw new Error(`the server ended: ${printed()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
