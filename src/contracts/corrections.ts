/**
 * What people say against the whitelist, as local overrides: each with author, reason, date and undo; they survive a
 * rebuild, because they name a company and not a range (identification.md, "Overlaps, time, correction").
 */
import { z } from 'zod';
import { PROVIDER_TYPES } from './company.ts';

const Text = (most: number) => z.string().trim().min(1).max(most);

/** Reasons that `release` may overturn. `unknown-size` is overturned by `size`, `incomplete-location` by `move`. */
export const RELEASABLE_REASONS = ['provider', 'opaque', 'low-confidence'] as const;
export type ReleasableReason = (typeof RELEASABLE_REASONS)[number];

export const COMPANY_ID = /^[a-z2-7]{13}$/;

export const CorrectionChange = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('rename'), name: Text(200) }),
  /** The whole address: parts that are left out are unknown. */
  z.strictObject({
    action: z.literal('move'),
    street: Text(200).nullable(),
    postcode: Text(20),
    city: Text(120),
    country: z.string().regex(/^[A-Z]{2}$/),
  }),
  /** People who work there, and where that figure is from. Below five hides the company; it never shows one that is too small. */
  z.strictObject({ action: z.literal('size'), employees: z.number().int().min(1).max(10_000_000), source: Text(300) }),
  z.strictObject({ action: z.literal('merge'), into: z.string().regex(COMPANY_ID) }),
  z.strictObject({ action: z.literal('hide') }),
  z.strictObject({ action: z.literal('mark-provider'), provider_type: z.enum(PROVIDER_TYPES).nullable() }),
  /** A name is needed where nobody could tell one (`opaque`). */
  z.strictObject({ action: z.literal('release'), overturns: z.enum(RELEASABLE_REASONS), name: Text(200).nullable() }),
]);
export type CorrectionChange = z.infer<typeof CorrectionChange>;

export const CORRECTION_ACTIONS = ['rename', 'move', 'size', 'merge', 'hide', 'mark-provider', 'release'] as const;
export type CorrectionAction = (typeof CORRECTION_ACTIONS)[number];

/** A correction that has not been undone. `customerId` null: the operator's, in force for all customers. */
export type CorrectionInForce = {
  readonly id: number;
  readonly companyId: string;
  readonly customerId: number | null;
  readonly change: CorrectionChange;
  /** RFC 3339, UTC. */
  readonly at: string;
};

/** Corrections in one file, at most: what a person has said by hand is never near that. */
export const MOST_CORRECTIONS_IN_FILE = 5_000;

/**
 * Corrections as a file that can be offered to whoever keeps the source, or read into another installation: what was
 * said of which company, why and when; never who said it (docs/corrections.md).
 */
export const CorrectionFile = z.strictObject({
  format: z.literal('doorplate-corrections'),
  version: z.literal(1),
  exported_at: z.iso.datetime(),
  /** The oldest first: the latest word counts. */
  corrections: z
    .array(
      z.strictObject({
        company: z.strictObject({
          id: z.string().regex(COMPANY_ID),
          name: z.string().max(500),
          postcode: z.string().max(50).nullable(),
          city: z.string().max(200).nullable(),
          country: z.string().max(2).nullable(),
        }),
        change: CorrectionChange,
        reason: Text(500),
        /** When it was made. */
        date: z.iso.datetime(),
      }),
    )
    .max(MOST_CORRECTIONS_IN_FILE),
});
export type CorrectionFile = z.infer<typeof CorrectionFile>;

/** An objection of an organisation hides it for this long, unless the operator decides earlier. */
export const OBJECTION_PENDING_DAYS = 14;

export const OBJECTION_STATES = ['pending', 'confirmed', 'declined', 'expired'] as const;
export type ObjectionState = (typeof OBJECTION_STATES)[number];
