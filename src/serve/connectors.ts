import { createConnectorDoor, type ConnectorDoor } from '../collect/connector-door.ts';
import { openStreamDoor, openSyslogDoor, type ConnectorSocket } from '../collect/connector-sockets.ts';
import { createLineTaker, type LineOutcome, type TakeLine } from '../collect/take-line.ts';
import { identifyHit } from '../identify/identify-hit.ts';
import type { House } from './open-house.ts';

/** The doors for web servers that tell of their requests (privacy.md, mode A); docs/connectors.md. */
export type Connectors = {
  readonly door: ConnectorDoor;
  readonly take: TakeLine;
  readonly count: (outcome: LineOutcome | 'dropped') => void;
  /** Opens the syslog port and the stream socket, where the settings name them. */
  listen(): Promise<void>;
  close(): Promise<void>;
};

export function createConnectors(house: House): Connectors {
  const { settings, workspace, metrics, log } = house;
  const take = createLineTaker({
    sites: workspace.sitesByDomain,
    identify: (siteId, addressText, at) => identifyHit(siteId, addressText, house.judgedFor(siteId), house.secrets, at),
    recorder: house.recorder,
    trustedProxies: house.trustedProxies,
    clock: Date.now,
  });
  const count = (outcome: LineOutcome | 'dropped'): void => metrics.countLine(outcome);
  const sockets: ConnectorSocket[] = [];
  return {
    take,
    count,
    door: createConnectorDoor({
      sites: workspace.sitesByDomain,
      take,
      count,
      log,
      customerOfKey(token) {
        const key = workspace.keyOf(token);
        return key?.scope === 'collect' ? key.customerId : null;
      },
    }),
    async listen() {
      const { syslogPort, lineSocket } = settings;
      if (syslogPort !== null) sockets.push(await openSyslogDoor(syslogPort, { take, count, log }));
      if (lineSocket !== null) sockets.push(await openStreamDoor(lineSocket, { take, count, log }));
    },
    async close() {
      for (const socket of sockets.splice(0)) await socket.close();
    },
  };
}
