import type { IncomingMessage } from 'node:http';
import type { Hit, Site, SiteDirectory } from '../contracts/hit.ts';
import type { VisitRecorder } from '../contracts/recorder.ts';
import type { ObjectionReason, RefusalReason } from '../contracts/reasons.ts';
import type { Verdict } from '../contracts/verdict.ts';
import { addressTextOf } from './address-text.ts';
import { type ExcludedPage, exclusionOf } from './exclusion-of.ts';
import type { HitMessage } from './hit-message.ts';
import { objectionIn } from './objection.ts';
import { readHit } from './read-hit.ts';
import { isHostOf, reasonToRefuse } from './reason-to-refuse.ts';
import type { TrustedProxies } from './trusted-proxies.ts';

/** The verdict on an address; `at` is the time of the hit in ms since 1970, which visit keys follow. */
export type Identify = (siteId: number, addressText: string | null, at: number) => Verdict;

export type HitTakerParts = {
  readonly sites: SiteDirectory;
  readonly identify: Identify;
  readonly recorder: VisitRecorder;
  readonly trustedProxies: TrustedProxies;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /**
   * For an evaluation alone: the address as which a request counts, null for one that cannot be told, undefined to
   * read it from the request as always. Never set it where real visitors come.
   */
  readonly addressOverride?: (request: IncomingMessage) => string | null | undefined;
};

/** Why a hit is not taken; all of it is known before the address is read. */
export type Refusal = ObjectionReason | ExcludedPage | RefusalReason;

/** A refusal at once, else a promise that resolves when everything that the hit tells is durable. */
export type TakeHit = (message: HitMessage, request: IncomingMessage) => Refusal | Promise<unknown>;

const NOTHING: Promise<void> = Promise.resolve();

/** Objection, reading, refusal, verdict, record: the way of every hit, whatever door it came through. */
export function createHitTaker(parts: HitTakerParts): TakeHit {
  const { recorder, sites } = parts;

  function record(
    hit: Hit,
    further: readonly Hit[],
    site: Site,
    request: IncomingMessage,
    at: number,
  ): Promise<unknown> {
    if (isOwnLink(hit, site)) return NOTHING;
    const override = parts.addressOverride?.(request);
    const address = override === undefined ? addressTextOf(request, parts.trustedProxies) : override;
    const verdict = parts.identify(site.id, address, at);
    if (verdict.kind === 'excluded') {
      if (hit.name !== 'leave') recorder.countForInstallation(verdict.reason, at);
      return NOTHING;
    }
    if (hit.name === 'leave') {
      return verdict.kind === 'company' && hit.seconds !== null
        ? recorder.recordLeave(hit, site, verdict, at)
        : NOTHING;
    }
    const keep = (told: Hit) =>
      verdict.kind === 'company'
        ? recorder.recordVisit(told, site, verdict, at)
        : recorder.recordMiss(told, site, verdict.reason, at);
    return further.length === 0 ? keep(hit) : Promise.all([hit, ...further].map(keep));
  }

  return (message, request) => {
    const at = parts.clock();
    const site = sites.byDomain(message.site);
    // The page view that a closing message ends has been counted already, whatever became of it.
    const isCounted = message.name !== 'leave';
    if (site === undefined) {
      if (isCounted) recorder.countForInstallation('unknown-site', at);
      return 'unknown-site';
    }
    const objection = objectionIn(request.headers, site);
    if (objection !== null) {
      if (isCounted) recorder.countForInstallation(objection, at);
      return objection;
    }
    const read = readHit(message, site);
    const excluded = read.hit && exclusionOf(read.pageHost ?? read.hit.host, read.hit.path, site.collection);
    if (excluded !== null) {
      if (isCounted) recorder.countForInstallation(excluded, at);
      return excluded;
    }
    // Without a hit there is a reason: the page's URL could not be read.
    const refusal = reasonToRefuse(read, request.headers, site);
    if (refusal !== null || read.hit === null) {
      const reason = refusal ?? 'unreadable-url';
      if (isCounted) recorder.countRefusal(site, reason, at);
      return reason;
    }
    return record(read.hit, read.further, site, request, at);
  };
}

/** A link to another host of the same site leads nowhere else. */
function isOwnLink({ name, target }: Hit, site: Site): boolean {
  return name === 'outlink' && target !== null && isHostOf(site, target);
}
