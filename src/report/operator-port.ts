import type { ReleaseRules } from '../company/release-rules.ts';
import type { AddressLookedUp } from '../whitelist/address-looked-up.ts';
import type { JudgedWhitelist } from '../whitelist/judged-whitelist.ts';

/** What the operator's routes need of the rest of the house. */
export type OperatorPort = {
  readonly rules: ReleaseRules;
  /** The whitelist in force by the operator's rules and corrections alone. */
  readonly judged: () => JudgedWhitelist;
  /** Looks up an address that the operator typed, by the same rules. */
  readonly lookUp: (addressText: string) => AddressLookedUp;
};
