import type { LogExtent, LogPosition } from '../hit-log/log-segment.ts';

/** What the main thread and the store's thread say to each other. */

/** What a question may be given. Whole numbers arrive as BIGINT, others as DOUBLE, lists as LIST. */
export type Parameter = string | number | bigint | boolean | null | readonly string[] | readonly number[];

/**
 * A value of an answer: numbers (whole numbers beyond 2^53 stay bigint), texts, booleans, null; dates and timestamps
 * are milliseconds since 1970, UTC; lists are arrays, structs are objects.
 */
export type AnswerValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly AnswerValue[]
  | { readonly [name: string]: AnswerValue };
export type AnswerRow = { readonly [column: string]: AnswerValue };

/** A company that was seen on a site, as it is shown there; `shown` is what the site's release rules say now. */
export type SeenCompany = {
  readonly customerId: number;
  readonly siteId: number;
  readonly companyId: string;
  /** Id of the company as which it is shown: another one where people merged two. */
  readonly shownAs: string;
  readonly name: string;
  readonly legalForm: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly shown: boolean;
};

export type Absorption = {
  /** The store holds everything up to here. */
  readonly position: LogPosition;
  /** Records taken now. */
  readonly records: number;
  /** Bytes that could not be read although they had been durable: the disk damaged them. */
  readonly damagedBytes: number;
};

export type StoreSettings = {
  /** The data folder. */
  readonly folder: string;
  readonly memoryLimitMb: number;
  readonly threads: number;
};

/** What the store's thread can be asked for: name, argument, answer. */
export type StoreCalls = {
  absorb: { argument: { logFolder: string; extents: readonly LogExtent[] }; answer: Absorption };
  ask: { argument: { sql: string; parameters: readonly Parameter[] }; answer: readonly AnswerRow[] };
  rememberCompanies: { argument: readonly SeenCompany[]; answer: null };
  foldClosedHours: { argument: number; answer: number };
  checkpoint: { argument: null; answer: null };
  backupTo: { argument: string; answer: null };
  close: { argument: null; answer: null };
};

/** `never`: what an argument and an answer are, the name of the call decides (StoreCalls). */
export type StoreRequest = { readonly id: number; readonly name: keyof StoreCalls; readonly argument: never };
export type StoreReply =
  | { readonly id: number; readonly ok: true; readonly answer: never }
  | { readonly id: number; readonly ok: false; readonly code: string; readonly detail: string | undefined };

/** The id of the reply that tells how opening went; its answer is the absorbed position. */
export const OPENED = 0;
