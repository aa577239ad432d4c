import type { FastifyError } from 'fastify';
import { QUERY_FAULTS } from './read-question.ts';
import type { ProblemCode } from './problem.ts';

/** What the server says about requests that it cannot take, and what the stores say, by their own codes. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BODY_NOT_JSON',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BODY_NOT_JSON',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'REQUEST_UNREADABLE',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'BODY_MEDIA_TYPE',
  FST_ERR_BAD_URL: 'REQUEST_UNREADABLE',
  FST_ERR_MAX_PARAM_LENGTH: 'ADDRESS_TOO_LONG',
  FST_ERR_NOT_FOUND: 'NOT_FOUND',
  STORE_CLOSED: 'STORE_UNAVAILABLE',
  STORE_STOPPED: 'STORE_UNAVAILABLE',
  SQLITE_BUSY: 'STORE_UNAVAILABLE',
};

/** The code with which an error is answered. Only its own code and the place of a fault are looked at. */
export function problemCodeOf(error: FastifyError): ProblemCode {
  if (error.validation !== undefined) return codeOfFault(error);
  const known = CODES[error.code];
  if (known !== undefined) return known;
  return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
    ? 'REQUEST_UNREADABLE'
    : 'INTERNAL';
}

function codeOfFault({ validation, validationContext }: FastifyError): ProblemCode {
  if (validationContext === 'body') return 'BODY_SHAPE';
  // Whoever asks for something by a name that nothing can have is told that it is not there.
  if (validationContext === 'params') return 'NOT_FOUND';
  const parameter = validation?.[0]?.instancePath.split('/')[1] ?? '';
  return QUERY_FAULTS[parameter] ?? 'QUERY_PARAMETER';
}
