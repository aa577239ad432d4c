import { isIP } from 'node:net';
import type { Campaign } from '../contracts/hit.ts';
import { readUrl } from './read-url.ts';
import { maskPath, maskPersonalData } from './mask-personal-data.ts';

/** A longer path is no page of anybody's site; cutting it could cut through what has to be masked. */
const LONGEST_RAW_PATH = 2048;
const LONGEST_PATH = 512;
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
  return maskPersonalData(valueAt(search, from)).slice(0, LONGEST_CAMPAIGN_VALUE).trim() || null;
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
