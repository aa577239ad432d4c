import type { catalogueDe } from './catalogue-de.ts';

type Widened<Words> = { readonly [Key in keyof Words]: Words[Key] extends string ? string : Widened<Words[Key]> };

/** The shape every language has; German is the pattern. */
export type Catalogue = Widened<typeof catalogueDe>;

type Paths<Words> = {
  [Key in keyof Words & string]: Words[Key] extends string ? Key : `${Key}.${Paths<Words[Key]>}`;
}[keyof Words & string];

type WithoutPlural<Path extends string> = Path extends `${infer Base}_one` | `${infer Base}_other` ? Base : Path;

/** A sentence's place in the catalogue, without the ending of its plural form. */
export type WordKey = WithoutPlural<Paths<Catalogue>>;

export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
