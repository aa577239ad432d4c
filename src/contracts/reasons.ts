/**
 * Every reason that stops a hit, as closed lists. Each has a counter, a sentence in both languages
 * and a test through the real pipeline.
 */

/** Signals of the browser; decided before the address is read (privacy promise 8). Counted per installation and day. */
export const OBJECTION_REASONS = ['dnt', 'gpc', 'opt-out'] as const;
export type ObjectionReason = (typeof OBJECTION_REASONS)[number];

/**
 * The site has excluded it (contracts/exclusion.ts). `excluded-page` and `excluded-host` are known before the address is
 * read. Counted per installation and day, like objections (privacy promises 1 and 8).
 */
export const EXCLUSION_REASONS = ['excluded-range', 'excluded-page', 'excluded-host', 'excluded-company'] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/**
 * A machine sent it: `prefetch`: a browser, ahead of a visit that may never come; `scanner`: security and link-preview
 * services, browsers without a screen; `monitor`: asks whether the page answers; `bot`: every other one.
 */
export const MACHINE_REASONS = ['bot', 'prefetch', 'scanner', 'monitor'] as const;
export type MachineReason = (typeof MACHINE_REASONS)[number];

/** Faults of a hit that are known without the address. `unknown-site` is counted for the installation only. */
export const REFUSAL_REASONS = [
  'unknown-site',
  'unreadable-url',
  'foreign-origin',
  ...MACHINE_REASONS,
  'referrer-spam',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** The address led nowhere: it cannot be read, is special, or no range on the whitelist holds it. */
export const UNKNOWN_REASONS = ['unknown-address', 'special-purpose', 'not-listed'] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/** A record was found but may not be shown: the release rules, in the order in which they are asked. */
export const WITHHELD_REASONS = [
  'provider',
  'opaque',
  'personal-name',
  'kind-not-chosen',
  'organisation-objected',
  'hidden',
  'incomplete-location',
  'too-small',
  'unknown-size',
  'low-confidence',
] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** Why an address did not lead to a company name. */
export type ReleaseReason = UnknownReason | WithheldReason;

/** What became of a hit that a site's funnel counts. Objections are counted for the installation alone. */
export const SITE_OUTCOMES = [
  'company',
  ...UNKNOWN_REASONS,
  ...WITHHELD_REASONS,
  ...MACHINE_REASONS,
  'referrer-spam',
  'foreign-origin',
  'unreadable-url',
] as const;
export type SiteOutcome = (typeof SITE_OUTCOMES)[number];

/** Counted once per day for the whole installation, without site, path or hour (privacy promise 8). */
export type InstallationOutcome = ObjectionReason | ExclusionReason | 'unknown-site';
