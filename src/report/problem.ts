import type { FastifyReply } from 'fastify';
import type { Problem } from '../contracts/api.ts';

/**
 * Every fault that the REST API answers with, as problem details (RFC 9457). The text is ours alone: nothing of a
 * request is ever repeated. docs/errors.md explains each code to people.
 */
export const PROBLEMS = {
  QUERY_SITE: { status: 400, title: 'The parameter site is missing or no domain' },
  QUERY_FROM: { status: 400, title: 'The parameter from is no RFC 3339 time and no date' },
  QUERY_TO: { status: 400, title: 'The parameter to is no RFC 3339 time and no date' },
  QUERY_PERIOD: { status: 400, title: 'The period ends before it begins' },
  QUERY_SORT: { status: 400, title: 'The parameter sort names nothing that this list can be sorted by' },
  QUERY_FILTER: { status: 400, title: 'The parameter filter is too long' },
  QUERY_LIMIT: { status: 400, title: 'The parameter limit is no whole number from 1 to 200' },
  QUERY_CURSOR: { status: 400, title: 'The parameter cursor was not given out for this question' },
  QUERY_PARAMETER: { status: 400, title: 'A parameter is unknown here or was given twice' },
  REQUEST_UNREADABLE: { status: 400, title: 'The request cannot be read' },
  BODY_NOT_JSON: { status: 400, title: 'The body is no JSON' },
  BODY_SHAPE: { status: 400, title: 'The body has not the shape that is asked for' },
  DOMAIN_INVALID: { status: 400, title: 'This is no domain of a website' },
  TIME_ZONE_UNKNOWN: { status: 400, title: 'The time zone is not known' },
  PASSWORD_TOO_SHORT: { status: 400, title: 'The password has fewer than 12 characters' },
  PASSWORD_TOO_LONG: { status: 400, title: 'The password has more than 1024 characters' },
  KEY_LABEL_INVALID: { status: 400, title: 'The label of a key has 1 to 100 characters' },
  KEY_SCOPE_UNKNOWN: { status: 400, title: 'The scope of a key is not known' },
  KEY_EXPIRY_INVALID: { status: 400, title: 'A key ends at a time in the future' },
  OBJECTION_REASON_MISSING: { status: 400, title: 'Whoever switches a signal off says why' },
  EXCLUSION_RANGE: { status: 400, title: 'This is no address, no CIDR range and no first-last' },
  EXCLUSION_VALUE: { status: 400, title: 'This is no pattern of pages or hosts, or no id of a company' },
  EXCLUSION_REASON_MISSING: { status: 400, title: 'So small a range may be one person: say why it is excluded' },
  CORRECTION_NAME_PERSONAL: { status: 400, title: 'The new name reads as the name of a person' },
  CORRECTION_NAME_MISSING: { status: 400, title: 'Nobody could tell a name here: the release has to state one' },
  CORRECTION_MERGE_ITSELF: { status: 400, title: 'A company cannot be merged into itself' },
  CORRECTION_MERGE_TARGET: { status: 400, title: 'The company to merge into is not known' },
  UPLOAD_FORMAT: { status: 400, title: 'The file is of no format that can be imported' },
  COLUMNS_UNKNOWN: { status: 400, title: 'The file has no line with names of columns' },
  XLSX_UNREADABLE: { status: 400, title: 'The file is no Excel workbook, or damaged or protected' },
  XLSX_TOO_LARGE: { status: 400, title: 'The workbook is larger than Excel itself allows' },
  CREDENTIALS_MISSING: { status: 401, title: 'Sign in or send a key' },
  SIGN_IN_FAILED: { status: 401, title: 'E-mail address and password do not belong together' },
  SETUP_LINK_INVALID: { status: 403, title: 'The link has been used, has expired or was never given out' },
  SESSION_NEEDED: { status: 403, title: 'Only a person who has signed in may do this' },
  OPERATOR_NEEDED: { status: 403, title: 'Only an operator of this installation may do this' },
  CORRECTION_NOT_ALLOWED: { status: 403, title: 'Nobody may overturn why this is withheld' },
  SCOPE_TOO_SMALL: { status: 403, title: 'The scope of this key does not include this' },
  CROSS_SITE: { status: 403, title: 'Changes are taken from pages of this installation or with a key only' },
  NOT_FOUND: { status: 404, title: 'There is nothing here' },
  SITE_UNKNOWN: { status: 404, title: 'There is no such site' },
  COMPANY_UNKNOWN: { status: 404, title: 'There is no such company on this site in this period' },
  KEY_UNKNOWN: { status: 404, title: 'There is no such key' },
  ORGANISATION_UNKNOWN: { status: 404, title: 'No such company is known, or nothing may be said about it' },
  CORRECTION_UNKNOWN: { status: 404, title: 'There is no such correction in force' },
  EXCLUSION_UNKNOWN: { status: 404, title: 'The site has no such exclusion' },
  OBJECTION_UNKNOWN: { status: 404, title: 'There is no such objection' },
  COMPANY_LIST_UNKNOWN: { status: 404, title: 'There is no such list of companies' },
  COMPANY_IMPORT_UNKNOWN: { status: 404, title: 'There is no such import' },
  UPLOAD_UNKNOWN: { status: 404, title: 'There is no such upload: it was imported, or is older than a day' },
  COMPANY_IMPORT_BUSY: { status: 409, title: 'Another import is at work' },
  CORRECTION_RELEASE_REASON: { status: 409, title: 'This is not why the company is withheld' },
  CORRECTION_MERGE_CIRCLE: { status: 409, title: 'The merges would form a circle or a chain that is too long' },
  EXCLUSION_KNOWN: { status: 409, title: 'The site excludes this already' },
  EXCLUSION_LIMIT: { status: 409, title: 'The site has 1000 exclusions: join some of them' },
  DOMAIN_TAKEN: { status: 409, title: 'This domain is already set up in this installation' },
  BODY_TOO_LARGE: { status: 413, title: 'The body is larger than 8 KiB' },
  UPLOAD_TOO_LARGE: { status: 413, title: 'The file is larger than 1 GiB' },
  ADDRESS_TOO_LONG: { status: 414, title: 'A part of the path is too long' },
  BODY_MEDIA_TYPE: { status: 415, title: 'The body is not application/json' },
  SIGN_IN_THROTTLED: { status: 429, title: 'Too many attempts: wait a minute' },
  INTERNAL: { status: 500, title: 'Something is broken here' },
  STORE_UNAVAILABLE: { status: 503, title: 'The store does not answer at the moment' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;
export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

export function problemOf(code: ProblemCode): Problem {
  const { status, title } = PROBLEMS[code];
  return { type: `urn:doorplate:problem:${code.toLowerCase().replaceAll('_', '-')}`, title, status, code };
}

/** Answers with the problem of a code; headers that its status asks for included (RFC 9110, 11.6.1 and 10.2.3). */
export function sendProblem(reply: FastifyReply, code: ProblemCode): FastifyReply {
  const problem = problemOf(code);
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  if (problem.status === 429) reply.header('retry-after', '60');
  if (problem.status === 503) reply.header('retry-after', '5');
  return reply.code(problem.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));
}
