import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Settings } from '../settings/read-settings.ts';
import { createLog } from './log.ts';
import { expectedOrigin } from './origin.ts';
import { openHouse } from './open-house.ts';
import { openOperatorDoor, operatorSocket, Refusal } from './operator-door.ts';
import { reportBuildProgress } from './terminal.ts';

/** What the command line says to the operator's door, whether a server stands behind it or a house opened for one command. */
export type Operator = {
  get<Answer>(path: string): Promise<Answer>;
  /** Posts JSON, or a stream of bytes as it comes. @throws OperatorRefusal with the door's code */
  post<Answer>(path: string, body: Readable | object): Promise<Answer>;
  close(): Promise<void>;
};

/** The door understood and said no; `code` is one of docs/errors.md. */
export class OperatorRefusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Does one command's work at the operator's door and leaves it as it was. */
export async function atTheDoor<T>(settings: Settings, work: (operator: Operator) => Promise<T>): Promise<T> {
  const operator = await reachOperator(settings);
  try {
    return await work(operator);
  } finally {
    await operator.close();
  }
}

/** The same with a running server alone: nothing is opened where there is none. @throws ECONNREFUSED, ENOENT */
export function throughServer<T>(
  settings: Settings,
  work: (operator: Pick<Operator, 'get' | 'post'>) => Promise<T>,
): Promise<T> {
  return work(speakThrough(operatorSocket(settings.data)));
}

/** Speaks to the server that has the data folder open; without one, opens the house for as long as the command runs. */
async function reachOperator(settings: Settings): Promise<Operator> {
  if (await isAnswering(settings)) return { ...speakThrough(operatorSocket(settings.data)), close: async () => {} };
  const house = await openHouse(settings, { log: createLog(), onProgress: reportBuildProgress() });
  const door = await openOperatorDoor(house, expectedOrigin(settings)).catch(async (error: unknown) => {
    await house.close();
    throw error;
  });
  return {
    ...speakThrough(operatorSocket(settings.data)),
    async close() {
      await door.close();
      await house.close();
    },
  };
}

/** Does a server have the data folder open? */
export async function isAnswering(settings: Settings): Promise<boolean> {
  try {
    await speakThrough(operatorSocket(settings.data)).get('/status');
    return true;
  } catch {
    return false;
  }
}

function speakThrough(socketPath: string): Pick<Operator, 'get' | 'post'> {
  return {
    get: (path) => call(socketPath, 'GET', path, null),
    post: (path, body) => call(socketPath, 'POST', path, body),
  };
}

function call<Answer>(
  socketPath: string,
  method: string,
  path: string,
  body: Readable | object | null,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const type = body instanceof Readable ? 'application/octet-stream' : 'application/json';
    const outgoing = request(
      // A connection of its own: one that is kept for later would keep a closing door from closing.
      { socketPath, method, path, agent: false, headers: body === null ? {} : { 'content-type': type } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString('utf8');
          if (answer.statusCode === 200) {
            // The door is this same program: what it answers has the shape that its route declares.
            // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the line above says
            resolve(JSON.parse(text) as Answer);
            return;
          }
          const refusal = Refusal.safeParse(parseJson(text));
          reject(new OperatorRefusal(refusal.success ? refusal.data.code : 'OPERATOR_DOOR_FAILED'));
        });
      },
    );
    outgoing.on('error', reject);
    if (body instanceof Readable) pipeline(body, outgoing).catch(reject);
    else outgoing.end(body === null ? undefined : JSON.stringify(body));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
