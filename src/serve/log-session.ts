import { importLog, type LogImport } from '../collect/import-log.ts';
import { createLogReader } from '../collect/log-reader.ts';
import type { TrustedProxies } from '../collect/trusted-proxies.ts';
import type { Site } from '../contracts/hit.ts';
import { identifyHit } from '../identify/identify-hit.ts';
import { createVisitRecorder } from '../record/visit-recorder.ts';
import type { DurableLog } from '../store/hit-log/durable-log.ts';
import { createVisitKeySecrets, LONGEST_SECRET_AGE_MS } from '../visitor/visit-key.ts';
import type { JudgedWhitelist } from '../whitelist/judged-whitelist.ts';

export type LogChoices = {
  /** Also take lines that are older than the site's retention. */
  readonly keepOld: boolean;
  /** The site has confirmed that objections which the format does not carry stay unknown. */
  readonly objectionsMayBeUnknown: boolean;
};

/** A log of one site, read in one or many parts: its visits go on from part to part, by the times of the log. */
export type LogSession = {
  read(lines: AsyncIterable<Uint8Array>, choices: LogChoices): Promise<LogImport>;
  /** Ends its visits and forgets their keys. */
  close(): Promise<void>;
};

/** Visits are kept for 13 months by default (privacy.md, row 12): a log's older lines would be purged at once. */
const RETENTION_MONTHS = 13;

export function openLogSession(parts: {
  readonly site: Site;
  readonly log: DurableLog;
  readonly judgedFor: (siteId: number) => JudgedWhitelist;
  readonly trustedProxies: TrustedProxies;
}): LogSession {
  const { site, log, judgedFor, trustedProxies } = parts;
  const secrets = createVisitKeySecrets({ maxAgeMs: LONGEST_SECRET_AGE_MS });
  // Without a clock the recorder follows the times of the log.
  const recorder = createVisitRecorder({ log });
  const reader = createLogReader();
  return {
    read: (lines, { keepOld, objectionsMayBeUnknown }) =>
      importLog({
        lines,
        site,
        recorder,
        reader,
        trustedProxies,
        objectionsMayBeUnknown,
        identify: (siteId, addressText, at) => identifyHit(siteId, addressText, judgedFor(siteId), secrets, at),
        keepOldBefore: keepOld ? null : monthsBefore(Date.now(), RETENTION_MONTHS),
      }),
    async close() {
      secrets.forget();
      await recorder.close();
    },
  };
}

function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.getTime();
}
