/**
 * Slows down guessing without knowing an address: per account the wait doubles with every failure, and the whole
 * installation has a budget of attempts. Nothing is stored; a restart forgets it.
 */
export type ThrottleRules = {
  /** Failures of one account that cost nothing. */
  readonly freeFailures: number;
  readonly firstWaitMs: number;
  /** Longest wait, so that a stranger who keeps failing cannot lock a person out for long. */
  readonly longestWaitMs: number;
  /** Failures of an account are forgotten after this time without another. */
  readonly forgetMs: number;
  /** Attempts of the whole installation: a burst, then one every `refillMs`. */
  readonly burst: number;
  readonly refillMs: number;
  /** Accounts that are remembered at most. */
  readonly accounts: number;
};

export const THROTTLE_RULES: ThrottleRules = {
  freeFailures: 5,
  firstWaitMs: 1000,
  longestWaitMs: 60_000,
  forgetMs: 15 * 60_000,
  burst: 60,
  refillMs: 500,
  accounts: 10_000,
};

export type SignInThrottle = {
  /** 0: go ahead (and the attempt is counted). Otherwise the milliseconds to wait. */
  askToTry(account: string, now: number): number;
  failed(account: string, now: number): void;
  succeeded(account: string): void;
};

type Failures = { count: number; lastAt: number };

export function createSignInThrottle(rules: ThrottleRules = THROTTLE_RULES): SignInThrottle {
  const failuresOf = new Map<string, Failures>();
  let budget = rules.burst;
  let budgetAt = Number.NEGATIVE_INFINITY;

  const refill = (now: number) => {
    const gained = budgetAt === Number.NEGATIVE_INFINITY ? 0 : Math.floor((now - budgetAt) / rules.refillMs);
    if (gained > 0 && budget < rules.burst) {
      budget = Math.min(rules.burst, budget + gained);
      budgetAt += gained * rules.refillMs;
    }
    if (budget === rules.burst) budgetAt = now;
  };

  return {
    askToTry(account, now) {
      const failures = failuresOf.get(account);
      if (failures !== undefined) {
        const left = failures.lastAt + waitAfter(failures.count, rules) - now;
        if (left > 0) return left;
        if (now - failures.lastAt >= rules.forgetMs) failuresOf.delete(account);
      }
      refill(now);
      if (budget === 0) return budgetAt + rules.refillMs - now;
      budget -= 1;
      return 0;
    },
    failed(account, now) {
      const count = (failuresOf.get(account)?.count ?? 0) + 1;
      // Set anew, so that the map keeps the order of the last failure and its first entry is the stalest.
      failuresOf.delete(account);
      failuresOf.set(account, { count, lastAt: now });
      for (const [stale, { lastAt }] of failuresOf) {
        if (failuresOf.size <= rules.accounts && now - lastAt < rules.forgetMs) break;
        failuresOf.delete(stale);
      }
    },
    succeeded(account) {
      failuresOf.delete(account);
    },
  };
}

/** The wait in milliseconds that `failures` failures in a row have earned. */
export function waitAfter(failures: number, rules: ThrottleRules): number {
  const beyond = failures - rules.freeFailures;
  if (beyond <= 0) return 0;
  return Math.min(rules.longestWaitMs, rules.firstWaitMs * 2 ** (beyond - 1));
}
