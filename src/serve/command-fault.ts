/** What a command tells a person instead of a stack: a sentence of ours, never the input. */
export class CommandFault extends Error {
  /** Wrong usage (exit 2) or a failure (exit 1). */
  readonly isUsage: boolean;
  constructor(message: string, kind: 'usage' | 'failure' = 'failure') {
    super(message);
    this.isUsage = kind === 'usage';
  }
}

/** Sentences for the codes that reach the command line; docs/errors.md has them all. */
export const SENTENCES: Readonly<Record<string, string>> = {
  DOMAIN_INVALID: 'that is no domain name (DOMAIN_INVALID)',
  DOMAIN_TAKEN: 'a site with that domain exists already (DOMAIN_TAKEN)',
  TIME_ZONE_UNKNOWN: 'that is no IANA time zone, such as Europe/Berlin (TIME_ZONE_UNKNOWN)',
  EMAIL_INVALID: 'that is no e-mail address (EMAIL_INVALID)',
  EMAIL_TAKEN: 'that person belongs to another customer (EMAIL_TAKEN)',
  KEY_SCOPE_UNKNOWN: 'the scope of a key is read, manage or collect (KEY_SCOPE_UNKNOWN)',
  KEY_EXPIRY_INVALID: 'a key expires at a time in the future, as 2027-01-31T00:00:00Z (KEY_EXPIRY_INVALID)',
  KEY_LABEL_INVALID: 'a key needs a label of 1 to 100 characters (KEY_LABEL_INVALID)',
  SITE_UNKNOWN: 'there is no such site; add it with: doorplate site add DOMAIN (SITE_UNKNOWN)',
  CUSTOMER_UNKNOWN: 'there is no such customer; add it with: doorplate customer add NAME (CUSTOMER_UNKNOWN)',
  STORE_IN_USE: 'another process has the data folder open, but does not answer on its socket (STORE_IN_USE)',
  STORE_FAILED: 'the visit store could not be opened or written (STORE_FAILED)',
  MIGRATION_FROM_LATER_VERSION:
    'the data folder was written by a later version of Doorplate (MIGRATION_FROM_LATER_VERSION)',
  WHITELIST_MISSING: 'there is no whitelist yet; build it with: doorplate whitelist build (WHITELIST_MISSING)',
  WHITELIST_CORRUPT: 'the whitelist file is damaged; build it anew with: doorplate whitelist build (WHITELIST_CORRUPT)',
  WHITELIST_FORMAT:
    'the whitelist was built by another version; build it anew with: doorplate whitelist build (WHITELIST_FORMAT)',
  LAYER_UNKNOWN: 'there is no such layer; doorplate whitelist show lists them (LAYER_UNKNOWN)',
  WHITELIST_BUSY:
    'another import, build or rollback is at work in this data folder; try again when it has ended (WHITELIST_BUSY)',
  IMPORT_EMPTY: 'the files hold nothing of this format that could be kept (IMPORT_EMPTY)',
  IMPORT_FAULTY:
    'over 1 % of the objects or rows are wrong: probably the files are damaged or of another format (IMPORT_FAULTY)',
  IMPORT_SHRUNK:
    'this is over 20 % less than the last import of this source held; --accept-shrink takes them all the same (IMPORT_SHRUNK)',
  IMPORT_NAME: 'a name needs a letter or a digit (IMPORT_NAME)',
  GZIP_TRUNCATED: 'the file ends before its end: it was cut short on the way (GZIP_TRUNCATED)',
  GZIP_CORRUPT: 'the file is damaged and cannot be unpacked (GZIP_CORRUPT)',
  COLUMNS_UNKNOWN: 'the file has no columns that this format needs (COLUMNS_UNKNOWN)',
  JSON_UNREADABLE: 'the file is no JSON list (JSON_UNREADABLE)',
  MMDB_UNREADABLE: 'the file is no MaxMind DB, or damaged (MMDB_UNREADABLE)',
  LAYER_CORRUPT:
    'the layer of an import is damaged; import its source again, or take it out with: doorplate whitelist remove (LAYER_CORRUPT)',
  LAYER_FORMAT: 'the layer of an import was written by another version; import its source again (LAYER_FORMAT)',
  COLUMN_UNKNOWN: 'the file has no column of a name that --map gives (COLUMN_UNKNOWN)',
  COLUMN_PERSONAL: 'a column of --map seems to name or reach persons: such columns are never read (COLUMN_PERSONAL)',
  FIELD_TWICE: 'two columns are mapped to one field (FIELD_TWICE)',
  NAME_NOT_MAPPED: 'no column seems to hold names of companies; say which with --map COLUMN=name (NAME_NOT_MAPPED)',
  TABLE_UNREADABLE: 'the file cannot be read as a table; save it as CSV in UTF-8 (TABLE_UNREADABLE)',
  XLSX_UNREADABLE: 'the file is no Excel workbook, or damaged or protected (XLSX_UNREADABLE)',
  XLSX_TOO_LARGE: 'the workbook is larger than Excel itself allows; save it as CSV (XLSX_TOO_LARGE)',
  COMPANY_LIST_UNKNOWN: 'there is no such list; doorplate company sources names them (COMPANY_LIST_UNKNOWN)',
  COMPANY_LIST_CORRUPT:
    'an imported list of companies is damaged; import it again, or take it out with: doorplate company remove (COMPANY_LIST_CORRUPT)',
  EADDRINUSE: 'the port is in use; choose another with --port or DOORPLATE_PORT (EADDRINUSE)',
  EACCES: 'a file or port may not be opened by this user (EACCES)',
  ENOENT: 'a file does not exist (ENOENT)',
  ENOSPC: 'the disk is full (ENOSPC)',
};

/** A sentence for any error: by its code where it has one; else only that something broke, because a message may hold input. */
export function explainFault(error: unknown): string {
  const code = codeOf(error);
  if (code === null) return `something broke inside Doorplate (INTERNAL)${placesOf(error)}`;
  return explainCode(code);
}

/** A sentence for a code of docs/errors.md. */
export function explainCode(code: string): string {
  return SENTENCES[code] ?? `failed (${code})`;
}

/** The machine-readable code of an error; null where it has none. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  const { code } = error;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : null;
}

const MOST_PLACES = 4;

/** Where in our files it broke: the stack without the message, which may hold input. */
function placesOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = stack.split('\n').flatMap((line) => /^\s+at .*?([\w.-]+\.[jt]s:\d+:\d+)\)?$/.exec(line)?.[1] ?? []);
  return places
    .slice(0, MOST_PLACES)
    .map((place) => `\n  at ${place}`)
    .join('');
}
