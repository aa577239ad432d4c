import type { LogEntry, LogLineFault } from './log-entry.ts';

/** Why a line of a log is no page view (interfaces.md, "From a log"). */
export const IGNORED_REASONS = [
  'too-long-line',
  'unreadable-line',
  'unreadable-request',
  'other-method',
  'redirect',
  'error-status',
  'other-status',
  'asset',
  'feed',
] as const;
export type IgnoredReason = (typeof IGNORED_REASONS)[number] | LogLineFault;

/** `Sec-Fetch-Dest` of what stands in a window or a frame (Fetch Metadata, 2.1). */
const PAGE_DESTINATIONS: ReadonlySet<string> = new Set(['document', 'iframe', 'frame']);
/** Endings of files that are pages; every other ending is an asset or a download. */
const PAGE_ENDINGS: ReadonlySet<string> = new Set(
  'html htm xhtml shtml php php5 phtml asp aspx jsp jspx jsf do action cgi pl cfm md'.split(' '),
);
/** Last path segments under which feeds are served, and query parameters that ask for one. */
const FEED_SEGMENTS: ReadonlySet<string> = new Set(['feed', 'feeds', 'rss', 'rss2', 'atom']);
const FEED_QUERY = /[?&](?:feed|flav|format)=(?:rss|atom|rdf)/i;
/** An ending starts with a letter: `/docs/1.2` has none. */
const ENDING = /\.([a-z][a-z\d]{0,9})$/i;

/** null when the entry is a page view: a GET answered 200 or 304 whose path looks like a page. */
export function reasonToIgnore(entry: LogEntry): IgnoredReason | null {
  if (entry.method !== 'GET') return 'other-method';
  if (entry.status !== 200 && entry.status !== 304) return ignoredStatus(entry.status);
  // A browser that says what it wants leaves nothing to guess: a script's question is no page, whatever its path.
  if (entry.destination !== '' && !PAGE_DESTINATIONS.has(entry.destination)) return 'asset';
  const query = entry.target.search(/[?#]/);
  const path = query < 0 ? entry.target : entry.target.slice(0, query);
  const segments = path.replace(/\/$/, '').split('/');
  const last = segments.at(-1) ?? '';
  if (FEED_SEGMENTS.has(last.toLowerCase()) || (query >= 0 && FEED_QUERY.test(entry.target.slice(query))))
    return 'feed';
  const ending = path.endsWith('/') ? undefined : ENDING.exec(last)?.[1];
  return ending === undefined || PAGE_ENDINGS.has(ending.toLowerCase()) ? null : 'asset';
}

function ignoredStatus(status: number): IgnoredReason {
  if (status >= 300 && status < 400) return 'redirect';
  return status >= 400 ? 'error-status' : 'other-status';
}
