import type { IncomingHttpHeaders } from 'node:http';
import type { Site } from '../contracts/hit.ts';
import type { ObjectionReason } from '../contracts/reasons.ts';

/**
 * Whether the browser objects and the site honours it: Do Not Track (W3C Tracking Preference Expression, 5.2) and
 * Global Privacy Control (W3C GPC, 3.1). Ask this before the address is read (privacy promise 8).
 */
export function objectionIn(
  headers: IncomingHttpHeaders,
  site: Pick<Site, 'honoursDnt' | 'honoursGpc'>,
): ObjectionReason | null {
  if (site.honoursDnt && headers.dnt === '1') return 'dnt';
  if (site.honoursGpc && headers['sec-gpc'] === '1') return 'gpc';
  return null;
}
