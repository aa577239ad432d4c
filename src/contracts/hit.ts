/** A hit as it travels through the house: read, checked, scrubbed. It has no field for an address. */

/** utm_source, utm_medium, utm_campaign of the page's URL, scrubbed; null where absent. */
export type Campaign = {
  readonly source: string | null;
  readonly medium: string | null;
  readonly name: string | null;
};

export type Hit = {
  /** The site's public name as in `data-site`: its domain in lower case. */
  readonly site: string;
  /** `pageview`, or the name of an event (at most 64 characters). */
  readonly name: string;
  /** Host of the page, lower case, without port. */
  readonly host: string;
  /** Path of the page with personal data masked (privacy promise 10); starts with `/`, at most 512 characters. */
  readonly path: string;
  /** Host of the referrer when it is another host than the page's; never its path or query. */
  readonly referrerHost: string | null;
  readonly campaign: Campaign;
};

/** What cannot be read at all: 400 with a coded problem. */
export type HitFault = 'HIT_NOT_JSON' | 'HIT_NOT_UTF8' | 'HIT_SHAPE' | 'HIT_TOO_LARGE';

/** What a site chose of the release rules; null: what the operator asks for. */
export type SiteRelease = {
  /** `company`, and perhaps `public` and `education`. */
  readonly kinds: readonly ('company' | 'public' | 'education')[];
  readonly sizeEvidence: 'presumed' | 'stated' | null;
  readonly minimumEmployees: number | null;
  readonly minimumConfidence: number | null;
};

/** What a new site has. */
export const DEFAULT_SITE_RELEASE: SiteRelease = {
  kinds: ['company'],
  sizeEvidence: null,
  minimumEmployees: null,
  minimumConfidence: null,
};

/** A site as the hit path needs it. */
export type Site = {
  readonly id: number;
  readonly customerId: number;
  /** Public name: the domain. */
  readonly domain: string;
  /** Further hosts on which the site's pages stand, lower case; sub-domains of `domain` need no entry. */
  readonly otherHosts: readonly string[];
  /** IANA time zone, for reports. */
  readonly timeZone: string;
  readonly honoursDnt: boolean;
  readonly honoursGpc: boolean;
  readonly release: SiteRelease;
};

/** The sites as the hit path asks for them; answers from memory. */
export type SiteDirectory = {
  byDomain(domain: string): Site | undefined;
};
