import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { createLogReader } from './log-reader.ts';
import type { LineOutcome, TakeLine } from './take-line.ts';
import { isRecorderFull, takeLines } from './take-lines.ts';

export type ConnectorSocketParts = {
  readonly take: TakeLine;
  readonly count: (outcome: LineOutcome | 'dropped') => void;
  readonly log: { error(line: { readonly code: string }): void };
};

/** A door that listens; `close` stops taking lines and waits for none. */
export type ConnectorSocket = { close(): Promise<void> };

/** Each line says itself whose it is, and must tell the objections: nobody has confirmed anything for it. */
const FROM_ANY_SITE = { site: null, objectionsMayBeUnknown: false } as const;
const LOOPBACK = '127.0.0.1';
/** What the kernel may hold while we are busy; it gives as much as its own limit (`net.core.rmem_max`) allows. */
const RECEIVE_BUFFER_BYTES = 4 * 1024 * 1024;
/** Web servers on one machine are few. */
const MOST_CONNECTIONS = 64;

/**
 * Messages of syslog as UDP datagrams on loopback alone, one line each: nginx speaks syslog to a Unix socket only as
 * datagrams, which Node cannot receive. What arrives faster than it can be recorded is dropped and counted.
 */
export async function openSyslogDoor(port: number, parts: ConnectorSocketParts): Promise<ConnectorSocket> {
  const socket: DatagramSocket = createSocket('udp4');
  const read = createLogReader();
  socket.on('message', (bytes) => {
    const taken = parts.take(bytes.toString('latin1').trimEnd(), read, FROM_ANY_SITE);
    if (taken === null) return;
    if (taken.record === null) return parts.count(taken.outcome);
    taken.record().then(
      () => parts.count('taken'),
      (error: unknown) => {
        parts.count('dropped');
        if (!isRecorderFull(error)) parts.log.error({ code: 'CONNECTOR_FAILED' });
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind({ address: LOOPBACK, port, exclusive: true }, () => {
      socket.off('error', reject);
      resolve();
    });
  });
  socket.on('error', () => parts.log.error({ code: 'CONNECTOR_FAILED' }));
  socket.setRecvBufferSize(RECEIVE_BUFFER_BYTES);
  return { close: () => new Promise((resolve) => void socket.close(() => resolve())) };
}

/**
 * Lines on a Unix stream socket that only its user and group may open (Caddy's `output net`). A sender that is faster than
 * the disk waits.
 */
export async function openStreamDoor(path: string, parts: ConnectorSocketParts): Promise<ConnectorSocket> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    takeLines(socket, parts.take, FROM_ANY_SITE, parts.count)
      .catch(() => parts.log.error({ code: 'CONNECTOR_FAILED' }))
      .finally(() => {
        open.delete(socket);
        socket.destroy();
      });
  });
  server.maxConnections = MOST_CONNECTIONS;
  // What a killed process left behind; the data folder's lock keeps a second server out.
  rmSync(path, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve());
  });
  chmodSync(path, 0o660);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
