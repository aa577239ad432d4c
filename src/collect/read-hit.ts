import { isAscii, isUtf8 } from 'node:buffer';
import type { Hit, HitFault, Site } from '../contracts/hit.ts';
import { fault, ok, type Result } from '../contracts/result.ts';
import { type Fields, type HitMessage, PLAIN_PAGE_VIEW } from './hit-message.ts';
import { maskPersonalData } from './mask-personal-data.ts';
import { pageRulesOf } from './page-rules.ts';
import { maskedText, readPage, readReferrerHost, readTargetHost, readTargetPath } from './scrub-url.ts';

/** Longest body of a hit in bytes (interfaces.md, `POST /api/event`). */
export const LONGEST_BODY_BYTES = 8192;
const LONGEST_NAME = 64;
const LONGEST_TARGET = 256;
const LONGEST_LABEL = 64;
const LONGEST_PROPERTY = 64;
const MOST_PROPERTIES = 10;

/** A hit as it was sent, read and scrubbed as the site has set it up. */
export type ReadHit = {
  /** Host of the page as it was sent, to judge where the hit comes from; null where the URL cannot be read. */
  readonly pageHost: string | null;
  /** null where the URL of the page cannot be read. */
  readonly hit: Hit | null;
  /** What else a page view says by its URL: an internal search, milestones. */
  readonly further: readonly Hit[];
};

type Json = Fields | unknown[] | string | number | boolean | null;

/** Reads the body of `POST /api/event` as a JSON object; what stands in it is not looked at. */
export function readBody(body: Uint8Array): Result<Fields, HitFault> {
  if (body.length > LONGEST_BODY_BYTES) return fault('HIT_TOO_LARGE');
  const text = readUtf8(body);
  if (text === null) return fault('HIT_NOT_UTF8');
  let fields: Json;
  try {
    fields = JSON.parse(text);
  } catch {
    return fault('HIT_NOT_JSON');
  }
  return typeof fields === 'object' && fields !== null && !Array.isArray(fields) ? ok(fields) : fault('HIT_SHAPE');
}

const NO_HITS: readonly Hit[] = [];
const UNREADABLE: ReadHit = { pageHost: null, hit: null, further: NO_HITS };

/**
 * The hit that a message tells of its site. What the URLs hold beyond the page is gone from the result, and personal
 * data is masked in what stays (privacy promise 10); what the site has not set up is not read.
 */
export function readHit(message: HitMessage, site: Site): ReadHit {
  const page = readPage(message.url, site);
  if (page === null) return UNREADABLE;
  const { name, referrer } = message;
  const referrerHost = referrer === '' ? null : readReferrerHost(referrer);
  const rules = pageRulesOf(site.collection);
  const hit: Hit = {
    site: site.domain,
    name: name === 'pageview' ? name : maskPersonalData(name).slice(0, LONGEST_NAME),
    host: page.host,
    path: page.path,
    referrerHost: referrerHost === page.host ? null : referrerHost,
    campaign: page.campaign,
    target: message.target === null ? null : (TARGETS.get(name)?.(message.target) ?? null),
    seconds: name === 'leave' ? message.seconds : null,
    pageName: label(message.pageName),
    pageGroup: label(message.pageGroup) ?? rules.groupOf(page.path)?.slice(0, LONGEST_LABEL) ?? null,
    props: message.props === null ? null : allowedProperties(message.props, name, site),
  };
  if (name !== 'pageview') return { pageHost: page.rawHost, hit, further: NO_HITS };
  const phrase = message.phrase === null ? page.phrase : maskedText(message.phrase, LONGEST_TARGET);
  const milestones = rules.milestonesOf(page.path);
  const further = phrase === null && milestones.length === 0 ? NO_HITS : furtherHits(hit, phrase, milestones);
  return { pageHost: page.rawHost, hit, further };
}

/** A page view from its page and referrer: a line of a log. */
export function readPageView(site: Site, url: string, referrer: string): ReadHit {
  return readHit({ ...PLAIN_PAGE_VIEW, site: site.domain, url, referrer }, site);
}

function furtherHits(pageView: Hit, phrase: string | null, milestones: readonly string[]): readonly Hit[] {
  const search = phrase === null ? [] : [{ ...pageView, name: 'search', target: phrase, props: null }];
  const reached = milestones.map((milestone) => ({
    ...pageView,
    name: 'milestone',
    target: milestone.slice(0, LONGEST_TARGET),
    props: null,
  }));
  return [...search, ...reached];
}

/** Kinds of contact, as a scheme of a link names them or as they are kept. */
const CONTACTS: ReadonlyMap<string, string> = new Map([
  ['mailto:', 'mail'],
  ['mail', 'mail'],
  ['tel:', 'phone'],
  ['phone', 'phone'],
]);

const freeText = (text: string) => maskedText(text, LONGEST_TARGET);

/** What each event may tell of what it is about (contracts/hit.ts); the site's own events tell it in properties. */
const TARGETS: ReadonlyMap<string, (text: string) => string | null> = new Map([
  ['download', (text: string) => readTargetPath(text, LONGEST_TARGET)],
  ['outlink', (text: string) => readTargetHost(text)],
  ['contact', (text: string) => CONTACTS.get(text) ?? null],
  ['form', freeText],
  ['search', freeText],
  ['milestone', freeText],
]);

function label(text: string | null): string | null {
  return text === null ? null : maskedText(text, LONGEST_LABEL);
}

/** The properties that the site allows this event to have; no other one is looked at. */
function allowedProperties(props: Fields, event: string, { collection }: Site): Hit['props'] {
  if (!Object.hasOwn(collection.eventProperties, event)) return null;
  const kept: [string, string][] = [];
  for (const name of collection.eventProperties[event] ?? []) {
    if (kept.length === MOST_PROPERTIES) break;
    const text = Object.hasOwn(props, name) ? propertyText(props[name]) : null;
    if (text !== null) kept.push([name, text]);
  }
  return kept.length === 0 ? null : Object.fromEntries(kept);
}

function propertyText(value: unknown): string | null {
  if (typeof value === 'string') return maskedText(value, LONGEST_PROPERTY);
  return typeof value === 'number' || typeof value === 'boolean' ? maskedText(String(value), LONGEST_PROPERTY) : null;
}

/** null where the bytes are not UTF-8 (RFC 8259, 8.1 asks for it). */
export function readUtf8(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAscii(buffer)) return buffer.toString('latin1');
  return isUtf8(buffer) ? buffer.toString('utf8') : null;
}
