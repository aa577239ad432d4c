import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { shippedFile } from './package-root.ts';

/** The tracking script of this release. */
export type Tracker = {
  readonly bytes: Buffer;
  /** File name that only these bytes have: `t.0123456789ab.js`. */
  readonly pinnedName: string;
  /** For the attribute `integrity` of a script (W3C Subresource Integrity). */
  readonly integrity: string;
};

const PINNED_LETTERS = 12;

let shipped: Tracker | null = null;

/** Reads the script at the first question. Throws where the product has not been built. */
export function shippedTracker(): Tracker {
  return (shipped ??= describeTracker(readFileSync(shippedFile('dist', 'track', 't.js'))));
}

export function describeTracker(bytes: Buffer): Tracker {
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, PINNED_LETTERS);
  const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
  return { bytes, pinnedName: `t.${name}.js`, integrity };
}
