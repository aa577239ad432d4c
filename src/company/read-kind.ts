import type { Kind } from '../contracts/company.ts';
import type { NameParts } from './legal-forms.ts';
import { EDUCATION_WORDS, PUBLIC_WORDS } from './organisation-words.ts';
import {
  ENDING_EXCEPTIONS,
  PROVIDER_ENDINGS,
  PROVIDER_PARTS,
  PROVIDER_PHRASES,
  PROVIDER_WORDS,
} from './provider-words.ts';

/** Kind of an organisation as far as its name tells. */
export function kindByName({ core }: NameParts): Kind {
  const text = ` ${core.join(' ')} `;
  if (core.some((word) => EDUCATION_WORDS.has(word))) return 'education';
  if (core.some((word) => PUBLIC_WORDS.has(word))) return 'public';
  if (core.some(isProviderWord) || PROVIDER_PHRASES.some((phrase) => text.includes(` ${phrase} `))) return 'provider';
  return 'company';
}

function isProviderWord(word: string): boolean {
  if (PROVIDER_WORDS.has(word) || PROVIDER_PARTS.some((part) => word.includes(part))) return true;
  return word.length >= 5 && !ENDING_EXCEPTIONS.has(word) && PROVIDER_ENDINGS.some((ending) => word.endsWith(ending));
}
