import type { Site, SiteDirectory } from '../contracts/hit.ts';
import type { ObjectionReason } from '../contracts/reasons.ts';
import type { VisitRecorder } from '../contracts/recorder.ts';
import { addressText } from './address-text.ts';
import { hitOfLog, type LogRefusal } from './hit-of-log.ts';
import { type LogReader } from './log-reader.ts';
import type { IgnoredReason } from './page-view-of-log.ts';
import { siteOfHost } from './site-of-host.ts';
import type { Identify } from './take-hit.ts';
import type { TrustedProxies } from './trusted-proxies.ts';

/** What became of a line of a stream. `off-clock`: its time is not the present, so it belongs into an import. */
export type LineOutcome = 'taken' | IgnoredReason | ObjectionReason | LogRefusal | 'unknown-site' | 'off-clock';

/** `record` writes down what the line told, and resolves when that is durable; null where there is nothing to write. */
export type TakenLine = { readonly outcome: LineOutcome; readonly record: (() => Promise<unknown>) | null };

export type LineTakerParts = {
  readonly sites: SiteDirectory;
  readonly identify: Identify;
  readonly recorder: VisitRecorder;
  readonly trustedProxies: TrustedProxies;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
};

/** Whose lines they are: a site's, or null where each line says so itself, by its field `site` or its host. */
export type LineOrigin = { readonly site: Site | null; readonly objectionsMayBeUnknown: boolean };

/** Takes one line of a stream; null for a directive of the format. */
export type TakeLine = (line: string | null, read: LogReader, origin: LineOrigin) => TakenLine | null;

/** How far the clocks of a web server and of this one may differ, with the time that a line waits in buffers. */
const CLOCK_TOLERANCE_MS = 10 * 60_000;

/**
 * The way of a request that a web server tells at once (privacy.md, mode A): the questions of the hit door in their order,
 * then the verdict; the address is in one local variable. Nothing of a line is kept or logged.
 */
export function createLineTaker(parts: LineTakerParts): TakeLine {
  const { recorder, sites, identify, trustedProxies } = parts;
  return (line, read, { site: given, objectionsMayBeUnknown }) => {
    if (line === null) return { outcome: 'too-long-line', record: null };
    const told = read(line);
    if (told === null) return null;
    if (!told.ok) return { outcome: told.fault, record: null };
    const { entry, client, site: name } = told.value;
    const now = parts.clock();
    const site = given ?? siteOfHost(name ?? entry.virtualHost, sites);
    if (site === undefined) {
      recorder.countForInstallation('unknown-site', now);
      return { outcome: 'unknown-site', record: null };
    }
    if (Math.abs(entry.at - now) > CLOCK_TOLERANCE_MS) return { outcome: 'off-clock', record: null };
    const at = Math.min(entry.at, now);
    const judged = hitOfLog(entry, site, { keepOldBefore: null, objectionsMayBeUnknown });
    if (judged.kind === 'ignored') return { outcome: judged.reason, record: null };
    if (judged.kind === 'objected' || judged.kind === 'excluded') {
      recorder.countForInstallation(judged.reason, at);
      return { outcome: judged.reason, record: null };
    }
    if (judged.kind === 'refused') {
      if (judged.outcome !== null) recorder.countRefusal(site, judged.outcome, at);
      return { outcome: judged.reason, record: null };
    }
    const verdict = identify(site.id, addressText(client.peer, client.forwardedFor, trustedProxies), at);
    if (verdict.kind === 'excluded') {
      recorder.countForInstallation(verdict.reason, at);
      return { outcome: verdict.reason, record: null };
    }
    let left = judged.hits.map(
      (hit) => () =>
        verdict.kind === 'company'
          ? recorder.recordVisit(hit, site, verdict, at)
          : recorder.recordMiss(hit, site, verdict.reason, at),
    );
    return {
      outcome: 'taken',
      // What was recorded is not recorded again when the caller tries once more.
      record: async () => {
        for (const keep of left) {
          await keep();
          left = left.slice(1);
        }
      },
    };
  };
}
