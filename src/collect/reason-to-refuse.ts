import type { IncomingHttpHeaders } from 'node:http';
import type { Site } from '../contracts/hit.ts';
import type { RefusalReason } from '../contracts/reasons.ts';
import { machineIn } from './machine-in.ts';
import type { ReadHit } from './read-hit.ts';
import { REFERRER_SPAM_HOSTS } from './referrer-spam-hosts.ts';
import { readOriginHost } from './scrub-url.ts';

/**
 * Why a hit of a known site is refused before the address is read; null when it is taken. The first reason counts:
 * 1. `foreign-origin`: the page stands on no host of the site, or the `Origin` header names another host than the page
 * 2. `unreadable-url`: the URL of the page cannot be read
 * 3. a machine: `bot`, `prefetch`, `scanner`, `monitor`
 * 4. `referrer-spam`
 * Before it comes `unknown-site` (there is no site to ask), then the objection (objection.ts).
 */
export function reasonToRefuse(
  read: ReadHit,
  headers: IncomingHttpHeaders,
  site: Site,
): Exclude<RefusalReason, 'unknown-site'> | null {
  if (isForeign(read.pageHost, headers.origin, site)) return 'foreign-origin';
  if (read.hit === null) return 'unreadable-url';
  return machineIn(headers) ?? (isReferrerSpam(read.hit.referrerHost) ? 'referrer-spam' : null);
}

/** The host itself, or one below it. */
function isReferrerSpam(host: string | null): boolean {
  for (let rest = host ?? ''; rest !== '';) {
    if (REFERRER_SPAM_HOSTS.has(rest)) return true;
    const dot = rest.indexOf('.');
    rest = dot < 0 ? '' : rest.slice(dot + 1);
  }
  return false;
}

function isForeign(pageHost: string | null, origin: string | undefined, site: Site): boolean {
  if (pageHost !== null && !isHostOf(site, pageHost)) return true;
  if (origin === undefined) return false;
  const originHost = readOriginHost(origin);
  return originHost === null || (pageHost === null ? !isHostOf(site, originHost) : originHost !== pageHost);
}

/** The site's domain, a sub-domain of it, or one of its further hosts. */
export function isHostOf(site: Pick<Site, 'domain' | 'otherHosts'>, host: string): boolean {
  if (host === site.domain) return true;
  const cut = host.length - site.domain.length;
  if (cut > 1 && host.endsWith(site.domain) && host[cut - 1] === '.') return true;
  return site.otherHosts.includes(host);
}
