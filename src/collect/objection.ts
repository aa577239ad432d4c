import type { IncomingHttpHeaders } from 'node:http';
import type { Site } from '../contracts/hit.ts';
import { OPT_OUT_COOKIE } from '../contracts/opt-out.ts';
import type { ObjectionReason } from '../contracts/reasons.ts';

/**
 * Whether the browser objects and the site honours it: the opt-out on the site's own origin, which no site can switch
 * off (privacy promise 9), Do Not Track (W3C Tracking Preference Expression, 5.2) and Global Privacy Control (W3C GPC,
 * 3.1). Ask this before the address is read (privacy promise 8).
 */
export function objectionIn(
  headers: IncomingHttpHeaders,
  site: Pick<Site, 'honoursDnt' | 'honoursGpc'>,
): ObjectionReason | null {
  if (hasOptedOut(headers.cookie)) return 'opt-out';
  if (site.honoursDnt && headers.dnt === '1') return 'dnt';
  if (site.honoursGpc && headers['sec-gpc'] === '1') return 'gpc';
  return null;
}

const OPT_OUT_PAIR = `${OPT_OUT_COOKIE}=1`;

/** Looks for the one cookie in the header `Cookie` (RFC 6265, 5.4); no other one is read. */
function hasOptedOut(cookies: string | undefined): boolean {
  if (cookies === undefined || !cookies.includes(OPT_OUT_PAIR)) return false;
  return cookies.split(';').some((pair) => pair.trim() === OPT_OUT_PAIR);
}
