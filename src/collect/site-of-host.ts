import type { Site, SiteDirectory } from '../contracts/hit.ts';

/** The site of a host: of its own name, or of the nearest domain above it. */
export function siteOfHost(host: string | null, sites: SiteDirectory): Site | undefined {
  let name = host ?? '';
  for (;;) {
    const site = sites.byDomain(name);
    if (site !== undefined) return site;
    const dot = name.indexOf('.');
    if (dot < 0) return undefined;
    name = name.slice(dot + 1);
  }
}
