export type CountryChoice = { readonly value: string; readonly label: string };

/** Codes that name no country: unions, the United Nations, and what is kept for private use. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const LETTERS = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));

/** Every country of ISO 3166-1 that the browser can name, by name. */
export function countryChoices(locale: string): readonly CountryChoice[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const order = new Intl.Collator(locale);
  return LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => {
      const value = first + second;
      // A country that is no more (DD) is known to the browser by the code of its successor.
      const isCurrent = Intl.getCanonicalLocales(`und-${value}`)[0] === `und-${value}`;
      const label = isCurrent && !NO_COUNTRY.has(value) ? names.of(value) : undefined;
      return label ? [{ value, label }] : [];
    }),
  ).sort((one, other) => order.compare(one.label, other.label));
}
