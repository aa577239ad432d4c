import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { OBJECTION_REASONS } from '../contracts/reasons.ts';

/** How a log comes in whose format does not carry every objection. */
export const LOG_WAYS = ['import', 'follow', 'pipe'] as const;

/**
 * What somebody confirmed for a site: that these objections cannot be honoured from its log (privacy.md, mode A). A notice
 * has to say so, and for how many days the log itself keeps addresses (null: unknown).
 */
const LogConfirmation = z.strictObject({
  site: z.string(),
  way: z.enum(LOG_WAYS),
  missing: z.array(z.enum(OBJECTION_REASONS)),
  logDays: z.number().int().nullable(),
  /** RFC 3339. */
  at: z.string(),
});
export type LogConfirmation = z.infer<typeof LogConfirmation>;

function confirmationsFile(dataFolder: string): string {
  return join(dataFolder, 'connector', 'confirmations.json');
}

/** In the order in which they were given; one a site and way, the latest. */
export function readLogConfirmations(dataFolder: string): LogConfirmation[] {
  let text: string;
  try {
    text = readFileSync(confirmationsFile(dataFolder), 'utf8');
  } catch {
    return [];
  }
  return z.array(LogConfirmation).parse(JSON.parse(text));
}

export function noteLogConfirmation(dataFolder: string, confirmation: LogConfirmation): void {
  const { site, way } = confirmation;
  const others = readLogConfirmations(dataFolder).filter((one) => one.site !== site || one.way !== way);
  const path = confirmationsFile(dataFolder);
  mkdirSync(join(dataFolder, 'connector'), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, JSON.stringify([...others, confirmation], null, 2), { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}
