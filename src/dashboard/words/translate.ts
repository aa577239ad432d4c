import { createInstance } from 'i18next';
import { catalogueDe } from './catalogue-de.ts';
import { catalogueEn } from './catalogue-en.ts';
import type { Language, WordKey } from './catalogue.ts';

/** `count` chooses the plural form; what is printed is `number`, already in the language's format. */
export type WordValues = Readonly<Record<string, string | number>>;
export type Translate = (key: WordKey, values?: WordValues) => string;

const catalogues = createInstance({
  resources: { de: { translation: catalogueDe }, en: { translation: catalogueEn } },
  lng: 'de',
  fallbackLng: false,
  initAsync: false,
  // React escapes what it prints; escaping twice would show entities.
  interpolation: { escapeValue: false, skipOnVariables: true },
});
void catalogues.init();

/** Sentences of one language. */
export function translateInto(language: Language): Translate {
  const t = catalogues.getFixedT(language);
  return (key, values) => t(key, values ?? {});
}

/** True where the catalogue has this key: for codes that come from the server. */
export function isWordKey(key: string): key is WordKey {
  return catalogues.exists(key, { lng: 'de' });
}
