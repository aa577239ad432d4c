import type { SiteDirectory } from '../contracts/hit.ts';
import { type Fields, type HitMessage, PLAIN_PAGE_VIEW } from './hit-message.ts';
import { readUrl } from './read-url.ts';
import { readParameter } from './scrub-url.ts';
import { readSiteName } from './site-name.ts';

/** Parameters that mark what is no page view and no event of ours: heartbeats, goals, content, media, forms. */
const OTHER_MESSAGES = ['ping', 'idgoal', 'c_n', 'ma_id', 'fa_vid'] as const;
const LONGEST_NAME = 120;

/**
 * Reads a request of Matomo's Tracking HTTP API: idsite, url, urlref, action_name, link, download, search, e_c, e_a, e_n
 * and e_v. Only these are searched for; `_id`, `uid`, `cip` and every other parameter are never decoded.
 * @param query parameters of the URL or of the body; the first of a name counts
 * @param referer page of the request, for one that names none
 * @returns null where there is nothing to record
 */
export function readMatomo(query: string, referer: string, sites: SiteDirectory): HitMessage | null {
  for (const name of OTHER_MESSAGES) if (readParameter(query, name) !== null) return null;
  const url = readParameter(query, 'url') ?? referer;
  return {
    ...PLAIN_PAGE_VIEW,
    ...eventOf(query),
    site: siteNameOf(readParameter(query, 'idsite') ?? '', url, sites),
    url,
    referrer: readParameter(query, 'urlref') ?? '',
    pageName: readParameter(query, 'action_name'),
    phrase: readParameter(query, 'search'),
  };
}

/** What the message is, where it is no page view. */
function eventOf(query: string): Partial<Pick<HitMessage, 'name' | 'target' | 'props'>> {
  const download = readParameter(query, 'download');
  if (download !== null) return { name: 'download', target: download };
  const link = readParameter(query, 'link');
  if (link !== null) return { name: 'outlink', target: link };
  const category = readParameter(query, 'e_c');
  const action = readParameter(query, 'e_a');
  if (category === null || action === null) return {};
  const props: Fields = { name: readParameter(query, 'e_n'), value: readParameter(query, 'e_v') };
  return { name: `${category}: ${action}`.slice(0, LONGEST_NAME), props };
}

/** Sites have no numbers here: the name in `idsite`, or the site on whose host or parent host the page stands. */
function siteNameOf(idSite: string, url: string, sites: SiteDirectory): string {
  const named = readSiteName(idSite);
  if (sites.byDomain(named) !== undefined) return named;
  const host = readUrl(url)?.hostname ?? '';
  for (let name = host; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    if (sites.byDomain(name) !== undefined) return name;
  }
  return host;
}
