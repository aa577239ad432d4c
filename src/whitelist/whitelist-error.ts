/** What can be wrong with a whitelist on disk (docs/errors.md). None of them carries a path, a range or a record. */
export type WhitelistErrorCode =
  /** No whitelist has been built in this folder. */
  | 'WHITELIST_MISSING'
  /** A file is cut short, altered, or does not belong to its manifest. */
  | 'WHITELIST_CORRUPT'
  /** Written by a version of the product with another file format. */
  | 'WHITELIST_FORMAT'
  /** Another import, build, removal or rollback of this data folder is at work. */
  | 'WHITELIST_BUSY';

const SENTENCES: Record<WhitelistErrorCode, string> = {
  WHITELIST_MISSING: 'No whitelist has been built yet.',
  WHITELIST_CORRUPT: 'The whitelist is damaged: build it again.',
  WHITELIST_FORMAT: 'The whitelist has another file format: build it again.',
  WHITELIST_BUSY: 'Another import or build of this data folder is at work: wait until it ends.',
};

export type WhitelistError = Error & { readonly code: WhitelistErrorCode };

export function whitelistError(code: WhitelistErrorCode): WhitelistError {
  return Object.assign(new Error(SENTENCES[code]), { code });
}
