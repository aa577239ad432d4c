/** A hit as it travels through the house: read, checked, scrubbed. It has no field for an address. */
import type { SiteExclusions } from './exclusion.ts';

/** utm_source, utm_medium, utm_campaign of the page's URL, scrubbed; null where absent. */
export type Campaign = {
  readonly source: string | null;
  readonly medium: string | null;
  readonly name: string | null;
};

/**
 * Names of what the tracker notices by itself. `leave` is the closing message of a page. Every other name is an event of
 * the site's own.
 */
export const NOTICED = ['pageview', 'leave', 'download', 'outlink', 'contact', 'form', 'search', 'milestone'] as const;

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
  /**
   * What an event is about, masked, at most 256 characters: the path of a downloaded file, the host of an outbound link,
   * `mail` or `phone` of a contact, the name that a page gives its form, the phrase of an internal search, the label of
   * a milestone; null elsewhere.
   */
  readonly target: string | null;
  /** Of `leave`: how long the page was open, in whole seconds; null elsewhere. */
  readonly seconds: number | null;
  /** Name and group that the page or a rule of the site gives it, at most 64 characters. */
  readonly pageName: string | null;
  readonly pageGroup: string | null;
  /** Properties of an event that the site allows, masked; null without any. */
  readonly props: Readonly<Record<string, string>> | null;
};

/** A hit that tells nothing beyond its page. */
export const NOTHING_TOLD = { target: null, seconds: null, pageName: null, pageGroup: null, props: null } as const;

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

/**
 * A rule on pages: a path, with `*` for any letters but `/` and `**` for any letters at all; without one at its end it
 * names this page alone. Upper and lower case are the same.
 */
export type PageRule = { readonly pattern: string; readonly label: string };

/** What a site's owner has set up about collecting. */
export type SiteCollection = {
  /** Query parameters that are kept as part of the page (privacy promise 10: the site's allow-list). */
  readonly keptParameters: readonly string[];
  /** Query parameters in which the site's own search carries its phrase. */
  readonly searchParameters: readonly string[];
  /** Query parameters beside utm_* whose value is the name of a campaign. */
  readonly campaignParameters: readonly string[];
  readonly milestones: readonly PageRule[];
  readonly pageGroups: readonly PageRule[];
  /** Patterns of pages, as in PageRule, and hosts, that are not counted. */
  readonly excludedPages: readonly string[];
  readonly excludedHosts: readonly string[];
  /** Properties that are kept, by the name of the event. */
  readonly eventProperties: Readonly<Record<string, readonly string[]>>;
};

/** What a new site has. */
export const DEFAULT_SITE_COLLECTION: SiteCollection = {
  keptParameters: [],
  searchParameters: [],
  campaignParameters: [],
  milestones: [],
  pageGroups: [],
  excludedPages: [],
  excludedHosts: [],
  eventProperties: {},
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
  readonly collection: SiteCollection;
  /** What it excludes by the address or the company; pages and hosts stand in `collection`. Absent: nothing. */
  readonly exclusions?: SiteExclusions;
};

/** The sites as the hit path asks for them; answers from memory. */
export type SiteDirectory = {
  byDomain(domain: string): Site | undefined;
};
