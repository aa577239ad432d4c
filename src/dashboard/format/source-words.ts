import type { ApiCompanyDetail } from '../../contracts/api.ts';
import type { Words } from '../words/words-context.ts';

type EvidenceLine = ApiCompanyDetail['evidence'][number];

/** Title that the server gives to what people have corrected, and to lists of the operator's own. */
const CORRECTION = 'Correction';
const OWN_LIST = /^(?:Own list|Company list(?: \(Excel\))?)(?:: (?<name>.+))?$/;
/** Licences that are words and no names; all others stand as their publishers write them. */
const LICENCES = {
  own: 'evidence.licences.own',
  'own, or your contract': 'evidence.licences.contract',
  'public register': 'evidence.licences.public',
} as const;

/** A source's title in the language: names stay as they are, what is our own word is translated. */
export function sourceTitle(source: string, t: Words['t']): string {
  if (source === CORRECTION) return t('evidence.correction');
  const own = OWN_LIST.exec(source);
  if (!own) return source;
  const name = own.groups?.['name'];
  return name === undefined ? t('evidence.ownList') : t('evidence.ownListNamed', { name });
}

export function licenceWords(licence: string, t: Words['t']): string {
  const isWord = (one: string): one is keyof typeof LICENCES => Object.hasOwn(LICENCES, one);
  return isWord(licence) ? t(LICENCES[licence]) : licence;
}

/** The source of a part of the company: what is not named comes from the first one; null where there is none. */
export function evidenceOf(
  { evidence, field_evidence: positions }: Pick<ApiCompanyDetail, 'evidence' | 'field_evidence'>,
  field: keyof ApiCompanyDetail['field_evidence'],
): (EvidenceLine & { readonly position: number }) | null {
  const position = positions[field] ?? 0;
  const line = evidence[position];
  return line ? { ...line, position } : null;
}
