/** The site that is shown: named by the URL, else the one looked at last, else the first; null when there is none. */
export function chooseSite<Site extends { readonly domain: string }>(
  sites: readonly Site[],
  named: string | undefined,
  remembered: string | null,
): Site | null {
  const byDomain = (domain: string | null | undefined) => sites.find((site) => site.domain === domain);
  return byDomain(named) ?? byDomain(remembered) ?? sites[0] ?? null;
}
