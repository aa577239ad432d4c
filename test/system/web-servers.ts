import { spawn, type ChildProcess } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { join } from 'node:path';
import { packageRoot } from '../../src/settings/package-root.ts';

/** A web server of the distribution, with the shipped pieces of `connectors/` in its configuration. */
export type WebServer = { stop(): Promise<void>; printed(): string };

/** A shipped piece with its addresses and folders replaced by those of the test. */
export function shippedPiece(path: string, replaced: Readonly<Record<string, string>>): string {
  let text = readFileSync(join(packageRoot(), 'connectors', path), 'utf8');
  for (const [from, to] of Object.entries(replaced)) {
    if (!text.includes(from)) throw new Error(`${path} no longer says ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

export function freeTcpPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

export function freeUdpPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

async function start(command: string, args: readonly string[], port: number, folder: string): Promise<WebServer> {
  const child: ChildProcess = spawn(command, args, {
    cwd: folder,
    env: { PATH: process.env['PATH'], HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout?.on('data', (text: Buffer) => (printed += text.toString()));
  child.stderr?.on('data', (text: Buffer) => (printed += text.toString()));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.once('error', (error) => (printed += error.message));
  while (!(await answers(port))) {
    if (child.exitCode !== null || child.pid === undefined) throw new Error(`${command} ended: ${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    printed: () => printed,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

export type VirtualHost = { readonly name: string; readonly root: string; readonly directives: string };

export function startNginx(
  folder: string,
  port: number,
  http: string,
  hosts: readonly VirtualHost[],
): Promise<WebServer> {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, name)};`)
    .join('\n');
  const servers = hosts.map(
    ({ name, root, directives }) =>
      `server { listen 127.0.0.1:${port}; server_name ${name}; root ${root}; ${directives}\n}`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `user root;\ndaemon off;\nworker_processes 1;\npid ${join(folder, 'nginx.pid')};\nevents {}\nhttp {\n${temporary}\n` +
      `types { text/html html; }\n${http}\n${servers.join('\n')}\n}\n`,
  );
  return start('nginx', ['-e', join(folder, 'logs', 'start.log'), '-c', join(folder, 'nginx.conf')], port, folder);
}

export function startCaddy(
  folder: string,
  port: number,
  pieces: { readonly global: string; readonly snippets: string },
  hosts: readonly VirtualHost[],
): Promise<WebServer> {
  mkdirSync(join(folder, 'logs'), { recursive: true });
  writeFileSync(join(folder, 'Caddyfile.global'), pieces.global);
  writeFileSync(join(folder, 'Caddyfile.doorplate'), pieces.snippets);
  const sites = hosts.map(
    ({ name, root, directives }) =>
      `http://${name}:${port} {\nbind 127.0.0.1\nroot * ${root}\n${directives}\nfile_server\n}`,
  );
  writeFileSync(
    join(folder, 'Caddyfile'),
    `{\nadmin off\nauto_https off\nimport Caddyfile.global\n}\nimport Caddyfile.doorplate\n${sites.join('\n')}\n`,
  );
  return start('caddy', ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')], port, folder);
}
