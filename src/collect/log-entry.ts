import type { IncomingHttpHeaders } from 'node:http';
import { OPT_OUT_COOKIE } from '../contracts/opt-out.ts';
import type { ObjectionReason } from '../contracts/reasons.ts';
import type { Site } from '../contracts/hit.ts';

/** What a format tells about the browser's objections; null where it does not carry the signal at all. */
export type LogSignals = {
  /** The header `DNT`; empty where none was sent. */
  readonly dnt: string | null;
  /** The header `Sec-GPC`; empty where none was sent. */
  readonly gpc: string | null;
  /** Whether the opt-out cookie of the site's own origin came along. */
  readonly optOut: boolean | null;
};

/** The combined format and its like. */
export const NO_SIGNALS: LogSignals = { dnt: null, gpc: null, optOut: null };

/** A request as a web server logged it. The client's address is not part of it. */
export type LogEntry = {
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Virtual host, lower case, without port; null where the format has none. */
  readonly virtualHost: string | null;
  readonly method: string;
  /** Request target as sent: path and query, or an absolute URL. */
  readonly target: string;
  readonly status: number;
  /** Empty where none was sent. */
  readonly referrer: string;
  /** undefined where none was sent. */
  readonly userAgent: string | undefined;
  readonly signals: LogSignals;
  /** `Sec-Purpose` (or its forerunner `Purpose`); empty where none was sent or the format does not carry it. */
  readonly purpose: string;
  /** `Sec-Fetch-Dest`: what the browser wanted; empty where none was sent or the format does not carry it. */
  readonly destination: string;
};

/** Who asked, as the web server saw it: for `addressText`, which alone judges forwarding headers. */
export type LogClient = { readonly peer: string; readonly forwardedFor: string | undefined };

/** A line that was read. `site` is the site's name where the format names it. */
export type ReadLine = { readonly entry: LogEntry; readonly client: LogClient; readonly site: string | null };

/** `unreadable-line`: not a line of these formats; `unreadable-request`: the client sent no HTTP request. */
export type LogLineFault = 'unreadable-line' | 'unreadable-request';

/** The headers of the request, as far as the line tells them: the questions of the hit door are asked with these. */
export function headersOf({ signals, userAgent, purpose }: LogEntry): IncomingHttpHeaders {
  return {
    ...(userAgent !== undefined && { 'user-agent': userAgent }),
    ...(signals.dnt && { dnt: signals.dnt }),
    ...(signals.gpc && { 'sec-gpc': signals.gpc }),
    ...(signals.optOut === true && { cookie: `${OPT_OUT_COOKIE}=1` }),
    ...(purpose !== '' && { 'sec-purpose': purpose }),
  };
}

/** The objections that a site honours and that the format does not carry (privacy promises 8 and 9). */
export function untoldObjections(
  { dnt, gpc, optOut }: LogSignals,
  site: Pick<Site, 'honoursDnt' | 'honoursGpc'>,
): readonly ObjectionReason[] {
  const untold: ObjectionReason[] = [];
  if (site.honoursDnt && dnt === null) untold.push('dnt');
  if (site.honoursGpc && gpc === null) untold.push('gpc');
  if (optOut === null) untold.push('opt-out');
  return untold;
}

/** Bytes beyond ASCII are UTF-8 nearly always; where they are not, the replacement character says so. */
export function asUtf8(latin1: string): string {
  return /[\x80-\xff]/.test(latin1) ? Buffer.from(latin1, 'latin1').toString('utf8') : latin1;
}

/** A host as a server logs it: lower case, without port; null where there is none. */
export function hostWithoutPort(text: string): string | null {
  const host = text.toLowerCase().replace(/:\d{1,5}$/, '');
  return host === '' || host === '-' ? null : host;
}
