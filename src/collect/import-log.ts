import type { Company } from '../contracts/company.ts';
import type { Hit, Site } from '../contracts/hit.ts';
import type { VisitRecorder } from '../contracts/recorder.ts';
import type { ExclusionReason, ObjectionReason, ReleaseReason } from '../contracts/reasons.ts';
import type { Verdict } from '../contracts/verdict.ts';
import { addressText } from './address-text.ts';
import { hitOfLog, type LogRefusal } from './hit-of-log.ts';
import { createLogReader, type LogReader } from './log-reader.ts';
import type { IgnoredReason } from './page-view-of-log.ts';
import { splitLines } from './split-lines.ts';
import type { Identify } from './take-hit.ts';
import type { TrustedProxies } from './trusted-proxies.ts';

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
  readonly trustedProxies: TrustedProxies;
  /** The site has confirmed that objections which the format does not carry stay unknown (privacy.md, mode A). */
  readonly objectionsMayBeUnknown: boolean;
  /** Of a log that comes in parts: the reader of the parts before. */
  readonly reader?: LogReader;
  readonly onProgress?: (progress: { readonly bytes: number; readonly lines: number }) => void;
  /** Lines before this time (ms since 1970) are refused as `beyond-retention`; null keeps them. */
  readonly keepOldBefore: number | null;
};

/** What became of the lines of a log. `lines` is the sum of page views, ignored, objected and refused lines. */
export type LogImport = {
  readonly lines: number;
  /** Lines that were taken as page views; the sum of `outcomes`. */
  readonly pageViews: number;
  readonly ignored: { readonly [reason in IgnoredReason]?: number };
  /** Page views whose visitor objects; counted for the installation alone. */
  readonly objected: { readonly [reason in ObjectionReason]?: number };
  readonly refused: { readonly [reason in LogRefusal]?: number };
  readonly outcomes: { readonly [outcome in 'company' | ReleaseReason]?: number };
  /** Most page views first. */
  readonly companies: readonly LogCompany[];
  /** Times of the first and the last page view, ms since 1970; null without any. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
};

/** What the site has not excluded. */
type CountedVerdict = Exclude<Verdict, { readonly kind: 'excluded' }>;

export type LogCompany = {
  readonly company: Company;
  readonly pageViews: number;
  readonly firstAt: number;
  readonly lastAt: number;
};

/**
 * Reads a web server's log as page views of a site; the time of a line is the time of its hit. A page view of which the
 * format does not say whether its visitor objects is refused, unless the site has confirmed that (privacy.md, mode A).
 * @throws what the stream throws, and what the recorder rejects with unless it was full for a moment
 */
export async function importLog(parts: LogImportParts): Promise<LogImport> {
  const { site, recorder, identify } = parts;
  const readLine = parts.reader ?? createLogReader();
  const ignored: { [reason in IgnoredReason]?: number } = {};
  const refused: { [reason in LogRefusal]?: number } = {};
  const objected: { [reason in ObjectionReason]?: number } = {};
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

  function keep(hit: Hit, verdict: CountedVerdict, at: number): Promise<void> {
    return verdict.kind === 'company'
      ? recorder.recordVisit(hit, site, verdict, at)
      : recorder.recordMiss(hit, site, verdict.reason, at);
  }

  async function keepWhenRoom(hit: Hit, verdict: CountedVerdict, at: number): Promise<void> {
    for (;;) {
      try {
        return await keep(hit, verdict, at);
      } catch (error) {
        if (!isFull(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, WAIT_WHEN_FULL_MS));
      }
    }
  }

  function ignore(reason: IgnoredReason): void {
    ignored[reason] = (ignored[reason] ?? 0) + 1;
  }

  function exclude(reason: ExclusionReason, at: number): void {
    refused[reason] = (refused[reason] ?? 0) + 1;
    recorder.countForInstallation(reason, at);
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
    const read = line === null ? null : readLine(line);
    if (line !== null && read === null) return;
    lines += 1;
    if (read === null) return ignore('too-long-line');
    if (!read.ok) return ignore(read.fault);
    const { entry, client } = read.value;
    const { at } = entry;
    const judged = hitOfLog(entry, site, parts);
    if (judged.kind === 'ignored') return ignore(judged.reason);
    if (judged.kind === 'objected') {
      objected[judged.reason] = (objected[judged.reason] ?? 0) + 1;
      return recorder.countForInstallation(judged.reason, at);
    }
    if (judged.kind === 'excluded') return exclude(judged.reason, at);
    if (judged.kind === 'refused') {
      refused[judged.reason] = (refused[judged.reason] ?? 0) + 1;
      if (judged.outcome !== null) recorder.countRefusal(site, judged.outcome, at);
      return;
    }
    const verdict = identify(site.id, addressText(client.peer, client.forwardedFor, parts.trustedProxies), at);
    if (verdict.kind === 'excluded') return exclude(verdict.reason, at);
    const outcome = verdict.kind === 'company' ? 'company' : verdict.reason;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    pageViews += 1;
    span.firstAt = Math.min(span.firstAt, at);
    span.lastAt = Math.max(span.lastAt, at);
    if (verdict.kind === 'company') noteCompany(verdict.company, at);
    for (const hit of judged.hits) {
      waiting.push(keepWhenRoom(hit, verdict, at).catch((error: unknown) => void failures.push(error)));
    }
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
    objected,
    refused,
    outcomes,
    companies: [...companies.values()].sort((one, other) => other.pageViews - one.pageViews),
    firstAt: pageViews === 0 ? null : span.firstAt,
    lastAt: pageViews === 0 ? null : span.lastAt,
  };
}

const WAIT_WHEN_FULL_MS = 20;

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
