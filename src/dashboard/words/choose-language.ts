import { LANGUAGES, type Language } from './catalogue.ts';

const isLanguage = (text: string | null): text is Language => LANGUAGES.some((language) => language === text);

/**
 * The language of the page: what the person chose before, else the first of the browser's languages that we speak,
 * else English.
 */
export function chooseLanguage(remembered: string | null, browserLanguages: readonly string[]): Language {
  if (isLanguage(remembered)) return remembered;
  for (const tag of browserLanguages) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return base;
  }
  return 'en';
}

/** The regional variant for numbers and dates: the browser's own where it is of the same language (de-AT, en-US). */
export function chooseLocale(language: Language, browserLanguages: readonly string[]): string {
  const own = browserLanguages.find((tag) => tag.toLowerCase().startsWith(`${language}-`));
  return own ?? (language === 'de' ? 'de-DE' : 'en-GB');
}
