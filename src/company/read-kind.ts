import type { Kind } from '../contracts/company.ts';
import { isCompanyBrand } from './company-brands.ts';
import { COMPANY_PARTS, COMPANY_WORDS } from './company-words.ts';
import type { NameParts } from './legal-forms.ts';
import {
  EDUCATION_PARTS,
  EDUCATION_WORDS,
  PUBLIC_PHRASES,
  PUBLIC_WORDS,
  WEAK_EDUCATION_WORDS,
  WEAK_PUBLIC_WORDS,
} from './organisation-words.ts';
import { isProviderBrand } from './provider-brands.ts';
import {
  ENDING_EXCEPTIONS,
  PROVIDER_ENDINGS,
  PROVIDER_PARTS,
  PROVIDER_PHRASES,
  PROVIDER_WORDS,
  WEAK_PROVIDER_PARTS,
  WEAK_PROVIDER_WORDS,
} from './provider-words.ts';

/** What a name alone tells of the kind of an organisation, and how sure it is. */
export type KindByName = {
  readonly kind: Extract<Kind, 'company' | 'provider' | 'public' | 'education'>;
  /** `brand` and `word` are sure; `weak-word` is not; `trade`: a word of an industry; `none`: the name says nothing. */
  readonly because: 'brand' | 'word' | 'company-brand' | 'weak-word' | 'trade' | 'none';
};

/** Reads the kind from a name without its legal form. Brands first, then sure words, then words that may mislead. */
export function kindByName({ core, form }: NameParts): KindByName {
  const text = ` ${core.join(' ')} `;
  const has = (table: ReadonlySet<string>): boolean => core.some((word) => table.has(word));
  const says = (phrases: readonly string[]): boolean => phrases.some((phrase) => text.includes(` ${phrase} `));
  if (isProviderBrand(core)) return { kind: 'provider', because: 'brand' };
  const named = isCompanyBrand(core);
  const isCorporation = form?.shape === 'corporation';
  if (has(EDUCATION_WORDS) || core.some((word) => EDUCATION_PARTS.some((part) => word.includes(part))))
    return { kind: 'education', because: 'word' };
  if (has(PUBLIC_WORDS) || says(PUBLIC_PHRASES)) return { kind: 'public', because: 'word' };
  if (named && !core.some(isProviderWord) && !says(PROVIDER_PHRASES))
    return { kind: 'company', because: 'company-brand' };
  if (core.some(isProviderWord) || says(PROVIDER_PHRASES)) return { kind: 'provider', because: 'word' };
  if (!isCorporation && has(WEAK_EDUCATION_WORDS)) return { kind: 'education', because: 'weak-word' };
  if (!isCorporation && has(WEAK_PUBLIC_WORDS)) return { kind: 'public', because: 'weak-word' };
  if (has(WEAK_PROVIDER_WORDS) || core.some((word) => WEAK_PROVIDER_PARTS.some((part) => word.includes(part)))) {
    return { kind: 'provider', because: 'weak-word' };
  }
  const trade = has(COMPANY_WORDS) || core.some((word) => COMPANY_PARTS.some((part) => word.includes(part)));
  return { kind: 'company', because: trade ? 'trade' : 'none' };
}

function isProviderWord(word: string): boolean {
  if (PROVIDER_WORDS.has(word) || PROVIDER_PARTS.some((part) => word.includes(part))) return true;
  return word.length >= 5 && !ENDING_EXCEPTIONS.has(word) && PROVIDER_ENDINGS.some((ending) => word.endsWith(ending));
}
