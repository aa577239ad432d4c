import type { SiteCollection } from '../contracts/hit.ts';
import { compilePagePattern, type PagePattern } from './page-rules.ts';

/** What of a page is known before the address is read. */
export type ExcludedPage = 'excluded-page' | 'excluded-host';

type Patterns = { readonly pages: readonly PagePattern[]; readonly hosts: readonly PagePattern[] };

const compiled = new WeakMap<SiteCollection, Patterns>();

/**
 * Whether the site excludes the page or the host on which it stands; null where it counts. Patterns are those of
 * contracts/hit.ts PageRule; a host is compared as if it were a path, so that `*` stands for any letters.
 */
export function exclusionOf(host: string, path: string, collection: SiteCollection): ExcludedPage | null {
  if (collection.excludedHosts.length === 0 && collection.excludedPages.length === 0) return null;
  const { pages, hosts } = patternsOf(collection);
  if (hosts.some((matches) => matches(`/${host}`))) return 'excluded-host';
  return pages.some((matches) => matches(path)) ? 'excluded-page' : null;
}

function patternsOf(collection: SiteCollection): Patterns {
  const known = compiled.get(collection);
  if (known !== undefined) return known;
  const patterns = {
    pages: collection.excludedPages.map((pattern) => compilePagePattern(pattern)),
    hosts: collection.excludedHosts.map((pattern) => compilePagePattern(`/${pattern}`)),
  };
  compiled.set(collection, patterns);
  return patterns;
}
