import { isRequestFault } from '../api/request.ts';
import type { WordKey } from './catalogue.ts';
import { isWordKey } from './translate.ts';

const BY_STATUS: Readonly<Record<number, WordKey>> = {
  0: 'errors.offline',
  400: 'errors.invalid',
  401: 'errors.unauthorised',
  403: 'errors.forbidden',
  404: 'errors.notFound',
  409: 'errors.conflict',
  410: 'errors.notFound',
  422: 'errors.invalid',
  429: 'errors.tooMany',
  503: 'errors.busy',
};

export type FaultWords = { readonly sentence: WordKey; readonly code: string };

/** A fault of the server in words: by its code where the catalogue knows it, else by its status. */
export function faultWords(error: unknown): FaultWords {
  if (!isRequestFault(error)) return { sentence: 'errors.unexpected', code: 'PAGE_FAULT' };
  const byCode = `errors.codes.${error.code}`;
  if (isWordKey(byCode)) return { sentence: byCode, code: error.code };
  const byStatus = BY_STATUS[error.status];
  if (byStatus) return { sentence: byStatus, code: error.code };
  return { sentence: error.status >= 500 ? 'errors.server' : 'errors.unexpected', code: error.code };
}
