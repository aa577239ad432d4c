import { domainToASCII } from 'node:url';

/** Names of sites are domains: lower case, and ASCII as in the URL of a page. */
export function readSiteName(site: string): string {
  for (let at = 0; at < site.length; at++) {
    const code = site.charCodeAt(at);
    if (code > 127) return domainToASCII(site);
    if (code >= 65 && code <= 90) return readSiteName(site.toLowerCase());
  }
  return site;
}
