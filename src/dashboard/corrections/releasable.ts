import type { ReleasableReason } from '../../contracts/corrections.ts';
import type { WithheldReason } from '../../contracts/reasons.ts';

// The values of contracts/corrections.ts would bring its validator into the browser: only its types are imported.
const RELEASABLE: Readonly<Record<ReleasableReason, true>> = { provider: true, opaque: true, 'low-confidence': true };

const isReleasable = (reason: WithheldReason): reason is ReleasableReason => Object.hasOwn(RELEASABLE, reason);

/** The reason itself where a release may overturn it, else null. */
export function releasable(reason: WithheldReason | null): ReleasableReason | null {
  return reason !== null && isReleasable(reason) ? reason : null;
}
