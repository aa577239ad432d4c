import { isAscii, isUtf8 } from 'node:buffer';
import { domainToASCII } from 'node:url';
import { type Hit, type HitFault, NOTHING_TOLD } from '../contracts/hit.ts';
import { fault, ok, type Result } from '../contracts/result.ts';
import { maskPersonalData } from './mask-personal-data.ts';
import { readPage, readReferrerHost } from './scrub-url.ts';

/** Longest body of a hit in bytes (interfaces.md, `POST /api/event`). */
export const LONGEST_BODY_BYTES = 8192;
const LONGEST_SITE = 253;
const LONGEST_NAME = 64;

/** A hit as it was sent, read and scrubbed. */
export type ReadHit = {
  /** The site's name as sent, in lower case. */
  readonly site: string;
  /** Host of the page as it was sent, to judge where the hit comes from; null where the URL cannot be read. */
  readonly pageHost: string | null;
  /** null where the URL of the page cannot be read. */
  readonly hit: Hit | null;
};

type Message = { readonly [field: string]: unknown };
type Json = Message | unknown[] | string | number | boolean | null;

/**
 * Reads the body of `POST /api/event`: JSON with the fields site, name, url, referrer, props or their short forms
 * s, n, u, r, p (interfaces.md). `props` must be an object and is not kept. What the URLs hold beyond the page is
 * gone from the result (privacy promise 10).
 */
export function readHit(body: Uint8Array): Result<ReadHit, HitFault> {
  if (body.length > LONGEST_BODY_BYTES) return fault('HIT_TOO_LARGE');
  const text = readUtf8(body);
  if (text === null) return fault('HIT_NOT_UTF8');
  let message: Json;
  try {
    message = JSON.parse(text);
  } catch {
    return fault('HIT_NOT_JSON');
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return fault('HIT_SHAPE');
  return readMessage(message);
}

function readMessage(message: Message): Result<ReadHit, HitFault> {
  const site = message.site ?? message.s;
  const name = message.name ?? message.n;
  const url = message.url ?? message.u;
  const referrer = message.referrer ?? message.r ?? '';
  const props = message.props ?? message.p ?? null;
  if (typeof site !== 'string' || site.length === 0 || site.length > LONGEST_SITE) return fault('HIT_SHAPE');
  if (typeof name !== 'string' || name.length === 0 || name.length > LONGEST_NAME) return fault('HIT_SHAPE');
  if (typeof url !== 'string' || typeof referrer !== 'string') return fault('HIT_SHAPE');
  if (typeof props !== 'object' || Array.isArray(props)) return fault('HIT_SHAPE');
  return ok(readPageView(site, name, url, referrer));
}

/** A hit from its parts: the body of an event, a pixel and its page, a line of a log. */
export function readPageView(site: string, name: string, url: string, referrer: string): ReadHit {
  const siteName = readSiteName(site);
  const page = readPage(url, siteName);
  if (page === null) return { site: siteName, pageHost: null, hit: null };
  const referrerHost = referrer === '' ? null : readReferrerHost(referrer);
  return {
    site: siteName,
    pageHost: page.rawHost,
    hit: {
      site: siteName,
      name: name === 'pageview' ? name : maskPersonalData(name).slice(0, LONGEST_NAME),
      host: page.host,
      path: page.path,
      referrerHost: referrerHost === page.host ? null : referrerHost,
      campaign: page.campaign,
      ...NOTHING_TOLD,
    },
  };
}

/** Names of sites are domains: lower case, and ASCII as in the URL of a page. */
function readSiteName(site: string): string {
  for (let at = 0; at < site.length; at++) {
    const code = site.charCodeAt(at);
    if (code > 127) return domainToASCII(site);
    if (code >= 65 && code <= 90) return readSiteName(site.toLowerCase());
  }
  return site;
}

/** null where the bytes are not UTF-8 (RFC 8259, 8.1 asks for it). */
export function readUtf8(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return buffer.toString('latin1');
  return isUtf8(buffer) ? buffer.toString('utf8') : null;
}
