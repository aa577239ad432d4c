import type { SiteExclusions } from '../contracts/exclusion.ts';
import type { Site } from '../contracts/hit.ts';
import { currentId, type JudgedWhitelist } from './judged-whitelist.ts';

/** Made once for what a site excludes, and again when the whitelist or what is said about it changes. */
const made = new WeakMap<SiteExclusions, { readonly from: JudgedWhitelist; readonly excluding: JudgedWhitelist }>();

/** A judged whitelist with what a site excludes: for hits alone. */
export function excludedFor({ exclusions }: Pick<Site, 'exclusions'>, judged: JudgedWhitelist): JudgedWhitelist {
  if (exclusions === undefined) return judged;
  const known = made.get(exclusions);
  if (known?.from === judged) return known.excluding;
  const companies = [...exclusions.companies].flatMap((id) => [id, currentId(judged.whitelist, id)]);
  const excluding = { ...judged, excluded: { ranges: exclusions.ranges, companies: new Set(companies) } };
  made.set(exclusions, { from: judged, excluding });
  return excluding;
}
