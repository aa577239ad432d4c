/** Faults of the stores that an operator can act on; each has its sentence in docs/errors.md. */
export type StoreFault =
  /** Another process has opened the store. */
  | 'STORE_IN_USE'
  /** The store has been closed. */
  | 'STORE_CLOSED'
  /** The thread that owns the store ended by itself. */
  | 'STORE_STOPPED'
  /** A question's SQL or its parameters were refused by the engine. */
  | 'STORE_QUESTION'
  /** The engine failed for another reason (disk full, damaged file …). */
  | 'STORE_FAILED'
  /** A migration that was applied here has been edited since. */
  | 'MIGRATION_EDITED'
  /** The store was written by a later version of the program. */
  | 'MIGRATION_FROM_LATER_VERSION'
  /** The shipped migrations are not numbered 1, 2, 3 … */
  | 'MIGRATION_NUMBERING';

/** An error that carries a code and never the input that caused it. */
export type CodedError = Error & { readonly code: string };

/** `detail` must be one of our own names (a migration's file, a table), never anything that was received. */
export function storeError(code: StoreFault, detail?: string): CodedError {
  return Object.assign(new Error(detail === undefined ? code : `${code}: ${detail}`), { code });
}
