import { createContext, useContext } from 'react';
import type { Formats } from '../format/formats.ts';
import type { Language } from './catalogue.ts';
import type { Translate } from './translate.ts';

export type Words = {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly t: Translate;
  /** Numbers, dates and countries; dates in the site's time zone once a site is known. */
  readonly formats: Formats;
  readonly setTimeZone: (timeZone: string) => void;
};

export const WordsContext = createContext<Words | null>(null);

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('WORDS_CONTEXT_MISSING');
  return words;
}
