import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { createFormats } from '../format/formats.ts';
import { chooseLanguage, chooseLocale } from './choose-language.ts';
import { readRemembered, remember } from '../url-state/remembered.ts';
import type { Language } from './catalogue.ts';
import { translateInto } from './translate.ts';
import { WordsContext } from './words-context.ts';

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    chooseLanguage(readRemembered('language'), navigator.languages),
  );
  const [timeZone, setTimeZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const words = useMemo(
    () => ({
      language,
      setLanguage: (next: Language) => {
        remember('language', next);
        setLanguage(next);
      },
      t: translateInto(language),
      formats: createFormats(chooseLocale(language, navigator.languages), timeZone),
      setTimeZone,
    }),
    [language, timeZone],
  );
  return <WordsContext value={words}>{children}</WordsContext>;
}
