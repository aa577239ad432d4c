import type { Company } from '../contracts/company.ts';
import type { Hit, Site } from '../contracts/hit.ts';
import type { VisitRecorder } from '../contracts/recorder.ts';
import type { RefusalReason, ReleaseReason } from '../contracts/reasons.ts';
import type { Verdict } from '../contracts/verdict.ts';
import type { Identify } from './hit-door.ts';
import { isBotAgent } from './is-machine.ts';
import { readLogLine, type LogEntry } from './log-line.ts';
import { reasonToIgnore, type IgnoredReason } from './page-view-of-log.ts';
import { readPageView } from './read-hit.ts';
import { isHostOf } from './reason-to-refuse.ts';
import { splitLines } from './split-lines.ts';

/** Hits that may wait for the recorder at once: enough for its group commit, little enough for any queue. */
const LARGEST_BATCH = 512;

export type LogImportParts = {
  /** The log's bytes, unpacked. */
  readonly lines: AsyncIterable<Uint8Array>;
  readonly site: Site;
  /** With visit keys of its own, which follow the log's clock. */
  readonly identify: Identify;
  /** A recorder of its own: the log's times are not the server's. Not closed by the import. */
  readonly recorder: VisitRecorder;
  readonly onProgress?: (progress: { readonly bytes: number; readonly lines: number }) => void;
  /** Lines before this time (ms since 1970) are refused as `beyond-retention`; null keeps them. */
  readonly keepOldBefore: number | null;
};

export type LogRefusal = Exclude<RefusalReason, 'unknown-site'> | 'beyond-retention';

/** What became of the lines of a log. `lines` is the sum of page views, ignored and refused lines. */
export type LogImport = {
  readonly lines: number;
  /** Lines that were taken as page views; the sum of `outcomes`. */
  readonly pageViews: number;
  readonly ignored: { readonly [reason in IgnoredReason]?: number };
  readonly refused: { readonly [reason in LogRefusal]?: number };
  readonly outcomes: { readonly [outcome in 'company' | ReleaseReason]?: number };
  /** Most page views first. */
  readonly companies: readonly LogCompany[];
  /** Times of the first and the last page view, ms since 1970; null without any. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
};

export type LogCompany = {
  readonly company: Company;
  readonly pageViews: number;
  readonly firstAt: number;
  readonly lastAt: number;
};

/**
 * Reads a web server's log as page views of a site; the time of a line is the time of its hit. A log of these formats
 * carries no objection (DNT, GPC, opt-out): whoever imports one has confirmed that (interfaces.md).
 * @throws what the stream throws, and what the recorder rejects with unless it was full for a moment
 */
export async function importLog(parts: LogImportParts): Promise<LogImport> {
  const { site, recorder, identify } = parts;
  const ignored: { [reason in IgnoredReason]?: number } = {};
  const refused: { [reason in LogRefusal]?: number } = {};
  const outcomes: { [outcome in 'company' | ReleaseReason]?: number } = {};
  const companies = new Map<string, { company: Company; pageViews: number; firstAt: number; lastAt: number }>();
  const span = { firstAt: Number.POSITIVE_INFINITY, lastAt: Number.NEGATIVE_INFINITY };
  let bytes = 0;
  let lines = 0;
  let pageViews = 0;
  let waiting: Promise<void>[] = [];
  const failures: unknown[] = [];

  async function settle(): Promise<void> {
    const batch = waiting;
    waiting = [];
    await Promise.all(batch);
    if (failures.length > 0) throw failures[0];
  }

  function keep(hit: Hit, verdict: Verdict, at: number): Promise<void> {
    return verdict.kind === 'company'
      ? recorder.recordVisit(hit, site, verdict, at)
      : recorder.recordMiss(hit, site, verdict.reason, at);
  }

  async function keepWhenRoom(hit: Hit, verdict: Verdict, at: number): Promise<void> {
    for (;;) {
      try {
        return await keep(hit, verdict, at);
      } catch (error) {
        if (!isFull(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, WAIT_WHEN_FULL_MS));
      }
    }
  }

  function refuse(reason: LogRefusal, at: number): void {
    refused[reason] = (refused[reason] ?? 0) + 1;
    if (reason !== 'beyond-retention') recorder.countRefusal(site, reason, at);
  }

  function ignore(reason: IgnoredReason): void {
    ignored[reason] = (ignored[reason] ?? 0) + 1;
  }

  function noteCompany(company: Company, at: number): void {
    const known = companies.get(company.id);
    if (known === undefined) {
      companies.set(company.id, { company, pageViews: 1, firstAt: at, lastAt: at });
      return;
    }
    known.pageViews += 1;
    known.firstAt = Math.min(known.firstAt, at);
    known.lastAt = Math.max(known.lastAt, at);
  }

  function takeLine(line: string | null): void {
    lines += 1;
    if (line === null) return ignore('too-long-line');
    const read = readLogLine(line);
    if (!read.ok) return ignore(read.fault);
    const { entry, addressText } = read.value;
    const reason = reasonToIgnore(entry);
    if (reason !== null) return ignore(reason);
    const hit = readLogHit(entry, site, parts.keepOldBefore);
    if (typeof hit === 'string') return refuse(hit, entry.at);
    const verdict = identify(site.id, addressText, entry.at);
    const outcome = verdict.kind === 'company' ? 'company' : verdict.reason;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    pageViews += 1;
    span.firstAt = Math.min(span.firstAt, entry.at);
    span.lastAt = Math.max(span.lastAt, entry.at);
    if (verdict.kind === 'company') noteCompany(verdict.company, entry.at);
    waiting.push(keepWhenRoom(hit, verdict, entry.at).catch((error: unknown) => void failures.push(error)));
  }

  for await (const batch of splitLines(countBytes(parts.lines, (size) => (bytes += size)))) {
    for (const line of batch) {
      takeLine(line);
      if (waiting.length >= LARGEST_BATCH) await settle();
    }
    parts.onProgress?.({ bytes, lines });
  }
  await settle();

  return {
    lines,
    pageViews,
    ignored,
    refused,
    outcomes,
    companies: [...companies.values()].sort((one, other) => other.pageViews - one.pageViews),
    firstAt: pageViews === 0 ? null : span.firstAt,
    lastAt: pageViews === 0 ? null : span.lastAt,
  };
}

const WAIT_WHEN_FULL_MS = 20;

/** The hit of a page view in a log, or why it is refused: the same questions as at the door, as far as a log answers them. */
function readLogHit(entry: LogEntry, site: Site, keepOldBefore: number | null): Hit | LogRefusal {
  if (keepOldBefore !== null && entry.at < keepOldBefore) return 'beyond-retention';
  const { pageHost, hit } = readPageView(site.domain, 'pageview', pageUrl(entry, site), entry.referrer);
  if (pageHost !== null && !isHostOf(site, pageHost)) return 'foreign-origin';
  if (hit === null) return 'unreadable-url';
  if (entry.userAgent === undefined || isBotAgent(entry.userAgent)) return 'bot';
  // Without virtual hosts nobody knows on which of the site's hosts a page stood: all of them count as the page's own.
  return hit.referrerHost !== null && isHostOf(site, hit.referrerHost) ? { ...hit, referrerHost: null } : hit;
}

function pageUrl(entry: LogEntry, site: Site): string {
  if (!entry.target.startsWith('/')) return entry.target;
  return `http://${entry.virtualHost ?? site.domain}${entry.target}`;
}

async function* countBytes(
  chunks: AsyncIterable<Uint8Array>,
  count: (size: number) => void,
): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'RECORDER_FULL';
}
