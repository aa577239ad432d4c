import { fault, ok, type Result } from '../contracts/result.ts';
import { readSiteName } from './site-name.ts';

const LONGEST_SITE = 253;
const LONGEST_NAME = 64;
/** A day in front of a page is longer than any visit. */
const LONGEST_SECONDS = 43_200;

/** A JSON object as it was sent, or the fields of a compatible door. */
export type Fields = { readonly [field: string]: unknown };

/** A hit as it was sent: checked in shape, nothing of it read yet. Texts may hold anything; only the body's length bounds them. */
export type HitMessage = {
  /** The site's name, in lower case and ASCII as in the URL of a page. */
  readonly site: string;
  readonly name: string;
  readonly url: string;
  readonly referrer: string;
  readonly target: string | null;
  /** 0 to 43,200. */
  readonly seconds: number | null;
  readonly pageName: string | null;
  readonly pageGroup: string | null;
  readonly props: Fields | null;
  /** Phrase of an internal search that a message tells by itself, beside what the page's URL tells. */
  readonly phrase: string | null;
};

/** A page view that tells nothing beside its page. */
export const PLAIN_PAGE_VIEW = {
  name: 'pageview',
  target: null,
  seconds: null,
  pageName: null,
  pageGroup: null,
  props: null,
  phrase: null,
} as const;

/**
 * Checks the fields of a hit: site, name, url, referrer, props, target, seconds, page, group, or their short forms
 * s, n, u, r, p, t, d, l, g. Only the first three are needed; null is as good as nothing. Other fields are not looked at.
 *
 * @param longestName of the event, in letters; it is cut after masking
 */
export function readFields(fields: Fields, longestName = LONGEST_NAME): Result<HitMessage, 'HIT_SHAPE'> {
  const site = fields.site ?? fields.s;
  const name = fields.name ?? fields.n;
  const url = fields.url ?? fields.u;
  const referrer = fields.referrer ?? fields.r ?? '';
  const props = fields.props ?? fields.p ?? null;
  const target = fields.target ?? fields.t ?? null;
  const seconds = fields.seconds ?? fields.d ?? null;
  const pageName = fields.page ?? fields.l ?? null;
  const pageGroup = fields.group ?? fields.g ?? null;
  if (typeof site !== 'string' || site.length === 0 || site.length > LONGEST_SITE) return fault('HIT_SHAPE');
  if (typeof name !== 'string' || name.length === 0 || name.length > longestName) return fault('HIT_SHAPE');
  if (typeof url !== 'string' || typeof referrer !== 'string') return fault('HIT_SHAPE');
  if (!isFields(props) || !isText(target) || !isText(pageName) || !isText(pageGroup)) return fault('HIT_SHAPE');
  if (seconds !== null && !(typeof seconds === 'number' && seconds >= 0)) return fault('HIT_SHAPE');
  return ok({
    site: readSiteName(site),
    name,
    url,
    referrer,
    target,
    seconds: seconds === null ? null : Math.min(LONGEST_SECONDS, Math.round(seconds)),
    pageName,
    pageGroup,
    props,
    phrase: null,
  });
}

function isText(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

/** A JSON object, or null. */
export function isFields(value: unknown): value is Fields | null {
  return typeof value === 'object' && !Array.isArray(value);
}
