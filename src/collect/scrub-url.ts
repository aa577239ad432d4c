import { isIP } from 'node:net';
import type { Campaign } from '../contracts/hit.ts';
import { maskPath, maskPersonalData } from './mask-personal-data.ts';

/** Longest URL that is looked at; a body of a hit cannot hold a longer one. */
const LONGEST_URL = 8192;
/** A longer path is no page of anybody's site; cutting it could cut through what has to be masked. */
const LONGEST_RAW_PATH = 2048;
const LONGEST_PATH = 512;
const LONGEST_HOST = 253;
const LONGEST_CAMPAIGN_VALUE = 128;

const NO_CAMPAIGN: Campaign = { source: null, medium: null, name: null };

export type Page = {
  /** Lower case, without port, as sent: to compare with, not to keep. */
  readonly rawHost: string;
  /** The same, masked. */
  readonly host: string;
  /** Masked; starts with `/`, at most 512 characters. */
  readonly path: string;
  readonly campaign: Campaign;
};

/**
 * Reads the URL of a page and drops what privacy promise 10 names: userinfo, fragment and query (but the three
 * campaign parameters), with personal data masked in what stays. null where it is no http or https URL.
 * @param site name of the site in lower case; labels of other hosts are masked too
 */
export function readPage(text: string, site: string): Page | null {
  const url = readUrl(text);
  if (url === null || url.pathname.length > LONGEST_RAW_PATH) return null;
  const host = url.hostname;
  return {
    rawHost: host,
    host: host === site ? host : maskHost(host),
    path: maskPath(url.pathname).slice(0, LONGEST_PATH),
    campaign: url.search.includes('utm_') ? readCampaign(url.search) : NO_CAMPAIGN,
  };
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

/** Host of an `Origin` header, lower case, without port; null for `null` and for everything unreadable. */
export function readOriginHost(text: string): string | null {
  return readUrl(text)?.hostname ?? null;
}

function readUrl(text: string): URL | null {
  if (text.length > LONGEST_URL) return null;
  // No browser sends a backslash in a path; the parser would take it for a slash and tear apart what it escapes.
  const plain = text.includes('\\') ? text.replaceAll('\\', '%5C') : text;
  if (!URL.canParse(plain)) return null;
  const url = new URL(plain);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return url.hostname.length > LONGEST_HOST ? null : url;
}

/** Labels in front of a site's name may be a customer's number or a name: those that look personal are masked. */
function maskHost(host: string): string {
  if (isIP(host) !== 0) return host;
  const masked = maskPersonalData(host);
  return masked === host ? host : masked.replaceAll(':', '-').replace(/^-/, '');
}

function readCampaign(search: string): Campaign {
  const source = campaignValue(search, 'utm_source');
  const medium = campaignValue(search, 'utm_medium');
  const name = campaignValue(search, 'utm_campaign');
  return source === null && medium === null && name === null ? NO_CAMPAIGN : { source, medium, name };
}

function campaignValue(search: string, name: string): string | null {
  const value = readParameter(search, name);
  return value === null ? null : maskPersonalData(value).slice(0, LONGEST_CAMPAIGN_VALUE).trim() || null;
}

/** First value of a query parameter, decoded; null where it is absent. */
export function readParameter(search: string, name: string): string | null {
  let from = search.startsWith('?') ? 1 : 0;
  while (from < search.length) {
    const next = search.indexOf('&', from);
    const to = next < 0 ? search.length : next;
    if (search.startsWith(name, from) && search[from + name.length] === '=') {
      return decode(search.slice(from + name.length + 1, to).replaceAll('+', ' '));
    }
    from = to + 1;
  }
  return null;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
