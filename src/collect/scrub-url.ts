import { isIP } from 'node:net';
import type { Campaign, Site, SiteCollection } from '../contracts/hit.ts';
import { readUrl } from './read-url.ts';
import { maskParameter, maskPath, maskPersonalData } from './mask-personal-data.ts';

/** A longer path is no page of anybody's site; cutting it could cut through what has to be masked. */
const LONGEST_RAW_PATH = 2048;
const LONGEST_PATH = 512;
const LONGEST_CAMPAIGN_VALUE = 128;
const LONGEST_KEPT_VALUE = 64;
const LONGEST_PHRASE = 256;

const NO_CAMPAIGN: Campaign = { source: null, medium: null, name: null };

export type Page = {
  /** Lower case, without port, as sent: to compare with, not to keep. */
  readonly rawHost: string;
  /** The same, masked. */
  readonly host: string;
  /** Masked; starts with `/`, at most 512 characters; ends with the parameters that the site keeps, `?a=b&c=d`. */
  readonly path: string;
  readonly campaign: Campaign;
  /** What the site's own search was asked for, masked; null where the URL is of no search. */
  readonly phrase: string | null;
};

/**
 * Reads the URL of a page and drops what privacy promise 10 names: userinfo, fragment and query (but the three
 * campaign parameters and those that the site has set up), with personal data masked in what stays, labels of hosts
 * other than the site's own included. null where it is no http or https URL.
 */
export function readPage(text: string, { domain, collection }: Pick<Site, 'domain' | 'collection'>): Page | null {
  const url = readUrl(text);
  if (url === null || url.pathname.length > LONGEST_RAW_PATH) return null;
  const { hostname, search } = url;
  const host = hostname === domain ? hostname : maskHost(hostname);
  const path = maskPath(url.pathname).slice(0, LONGEST_PATH);
  if (search === '') return { rawHost: hostname, host, path, campaign: NO_CAMPAIGN, phrase: null };
  return {
    rawHost: hostname,
    host,
    path: collection.keptParameters.length === 0 ? path : withKeptParameters(path, search, collection),
    campaign: campaignIn(search, collection),
    phrase: maskedParameter(search, collection.searchParameters, LONGEST_PHRASE),
  };
}

/** The page with the parameters that the site keeps, in the site's order, so that each page has one name. */
function withKeptParameters(path: string, search: string, { keptParameters }: SiteCollection): string {
  let kept = path;
  for (const name of keptParameters) {
    const value = parameterNamed(search, name);
    if (value === null) continue;
    const masked = maskParameter(name, value).slice(0, LONGEST_KEPT_VALUE);
    const pair = `${kept === path ? '?' : '&'}${encoded(name)}=${encoded(masked)}`;
    // A part of a value would be another page.
    if (kept.length + pair.length <= LONGEST_PATH) kept += pair;
  }
  return kept;
}

/** Percent-encoded as in a query, but for the colon of a mask. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\uFFFD')).replaceAll('%3A', ':');
}

function campaignIn(search: string, { campaignParameters }: SiteCollection): Campaign {
  const campaign = search.includes('utm_') ? readCampaign(search) : NO_CAMPAIGN;
  if (campaign.name !== null || campaignParameters.length === 0) return campaign;
  return { ...campaign, name: maskedParameter(search, campaignParameters, LONGEST_CAMPAIGN_VALUE) };
}

/** The first of these parameters that says something, masked. */
function maskedParameter(search: string, names: readonly string[], longest: number): string | null {
  for (const name of names) {
    const value = parameterNamed(search, name);
    const masked = value === null ? null : maskedText(value, longest);
    if (masked !== null) return masked;
  }
  return null;
}

/** Free text with personal data masked; null where nothing is said. */
export function maskedText(text: string, longest: number): string | null {
  return maskPersonalData(text).slice(0, longest).trim() || null;
}

/**
 * Host of a referrer, lower case, without port; null where it is no http or https URL. A host that is a network
 * address is left out: it may be a person's.
 */
export function readReferrerHost(text: string): string | null {
  const url = readUrl(text);
  if (url === null) return null;
  const host = url.hostname;
  return isIP(host) !== 0 || host.startsWith('[') ? null : maskHost(host);
}

/** Host of an outbound link, from its URL or as it is; as of a referrer. What looks personal is no host. */
export function readTargetHost(text: string): string | null {
  if (text.includes('://')) return readReferrerHost(text);
  return maskPersonalData(text) === text ? readReferrerHost(`https://${text}`) : null;
}

/** Path of a file, from its URL or as it is, masked; null where it cannot be read. */
export function readTargetPath(text: string, longest: number): string | null {
  const url = readUrl(text.startsWith('/') ? `https://host${text}` : text);
  return url === null || url.pathname.length > LONGEST_RAW_PATH ? null : maskPath(url.pathname).slice(0, longest);
}

/** Host of an `Origin` header, lower case, without port; null for `null` and for everything unreadable. */
export function readOriginHost(text: string): string | null {
  return readUrl(text)?.hostname ?? null;
}

/** Labels in front of a site's name may be a customer's number or a name: those that look personal are masked. */
function maskHost(host: string): string {
  if (isIP(host) !== 0) return host;
  const masked = maskPersonalData(host);
  return masked === host ? host : masked.replaceAll(':', '-').replace(/^-/, '');
}

/** The three parameters of a campaign in one pass; of a parameter that stands there twice the first counts. */
function readCampaign(search: string): Campaign {
  let source: string | null = null;
  let medium: string | null = null;
  let name: string | null = null;
  for (let at = search.indexOf('utm_'); at > 0; at = search.indexOf('utm_', at + 4)) {
    const before = search.charCodeAt(at - 1);
    if (before !== AMPERSAND && before !== QUESTION_MARK) continue;
    if (search.startsWith('source=', at + 4)) source ??= campaignValue(search, at + 11);
    else if (search.startsWith('medium=', at + 4)) medium ??= campaignValue(search, at + 11);
    else if (search.startsWith('campaign=', at + 4)) name ??= campaignValue(search, at + 13);
  }
  return source === null && medium === null && name === null ? NO_CAMPAIGN : { source, medium, name };
}

const AMPERSAND = 38;
const QUESTION_MARK = 63;

function campaignValue(search: string, from: number): string | null {
  return maskedText(valueAt(search, from), LONGEST_CAMPAIGN_VALUE);
}

/** First value of a parameter that a site names, as it is or as browsers write brackets and the like into a query. */
function parameterNamed(search: string, name: string): string | null {
  const value = readParameter(search, name);
  return value !== null || /^[\w.~-]*$/.test(name) ? value : readParameter(search, encoded(name));
}

/** First value of a query parameter, decoded; null where it is absent. */
export function readParameter(search: string, name: string): string | null {
  let from = search.startsWith('?') ? 1 : 0;
  while (from < search.length) {
    if (search.startsWith(name, from) && search[from + name.length] === '=') {
      return valueAt(search, from + name.length + 1);
    }
    const next = search.indexOf('&', from);
    from = next < 0 ? search.length : next + 1;
  }
  return null;
}

/** Value of a query parameter that starts at a position, decoded as forms are (`+` is a space). */
function valueAt(search: string, from: number): string {
  const end = search.indexOf('&', from);
  const value = search.slice(from, end < 0 ? search.length : end);
  if (!value.includes('%') && !value.includes('+')) return value;
  const spaced = value.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
