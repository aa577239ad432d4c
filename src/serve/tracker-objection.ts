import type { IncomingHttpHeaders } from 'node:http';
import { objectionIn } from '../collect/objection.ts';
import { siteOfHost } from '../collect/site-of-host.ts';
import { readSiteName } from '../collect/site-name.ts';
import type { SiteDirectory } from '../contracts/hit.ts';
import type { ObjectionReason } from '../contracts/reasons.ts';

/** The parts of a request for a script that tell whether its browser objects. */
export type ScriptRequest = { readonly headers: IncomingHttpHeaders; readonly query: unknown };

/** Why a browser gets no tracking script; null: it gets one. */
export type ScriptObjection = (request: ScriptRequest) => ObjectionReason | null;

/** Where nobody can tell for which site a script is, both signals are honoured. */
const HONOURS_BOTH = { honoursDnt: true, honoursGpc: true };

/**
 * Whether a browser objects that asks for the script (privacy promise 9). The site is the one that the script's address
 * names, else that of the page that asks for it, else that of the host under which it was asked for.
 */
export function scriptObjection(sites: SiteDirectory): ScriptObjection {
  return ({ headers, query }) => {
    const named = typeof query === 'object' && query !== null && 'site' in query ? query.site : null;
    const site =
      typeof named === 'string'
        ? sites.byDomain(readSiteName(named))
        : (siteOfHost(hostIn(headers.referer ?? ''), sites) ?? siteOfHost(hostIn(`http://${headers.host}`), sites));
    return objectionIn(headers, site ?? HONOURS_BOTH);
  };
}

function hostIn(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname : null;
}
