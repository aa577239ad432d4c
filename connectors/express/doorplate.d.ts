import type { IncomingMessage, ServerResponse } from 'node:http';

export type DoorplateOptions = {
  readonly url: string;
  readonly site: string;
  readonly key: string;
  readonly batchMs?: number;
  readonly mostBatch?: number;
  readonly mostWaiting?: number;
};

export type DoorplateMiddleware = {
  (request: IncomingMessage, response: ServerResponse, next: () => void): void;
  readonly counts: { readonly sent: number; readonly dropped: number; readonly refused: number };
  flush(): Promise<void>;
};

export function doorplate(options: DoorplateOptions): DoorplateMiddleware;
