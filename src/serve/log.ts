import { pino, type Logger } from 'pino';

/**
 * The log speaks in codes and counts, never of a request: nothing that a visitor sent can reach it,
 * because every line is an object of this type (docs/errors.md names the codes); `where` is a file and line of ours.
 */
export type LogLine = { readonly code: string; readonly count?: number; readonly ms?: number; readonly where?: string };

export type Log = {
  info(line: LogLine): void;
  warn(line: LogLine): void;
  error(line: LogLine): void;
};

/** JSON lines on standard output. */
export function createLog(): Log {
  const logger: Logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (line) => logger.info(line),
    warn: (line) => logger.warn(line),
    error: (line) => logger.error(line),
  };
}
