/** Words of several languages that stay small inside a name or a street. */
const SMALL = new Set(
  'am an auf bei der des die im in und von vor zu zum zur a de del della di do da dos das du e el et la le les los of on the and upon en op aan van den het lez sous sur'.split(
    ' ',
  ),
);

/** Restores capitals where the source shouts or whispers: "SAN JOSE" is San Jose; mixed case stays as it is. */
export function tidyCapitals(text: string): string {
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  const shouts = letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  const whispers = letters !== '' && letters === letters.toLowerCase();
  if (!shouts && !whispers) return text;
  return text
    .split(/(\s+|-|\/|\()/)
    .map((word, position) => capitalised(word, position === 0))
    .join('');
}

/** One word with a capital, or small where it is one of the small words and not the first. */
export function capitalised(word: string, first: boolean): string {
  const small = word.toLowerCase();
  if (!first && SMALL.has(small)) return small;
  if (/\d/.test(word)) return word;
  return small
    .replace(/\p{L}/u, (letter) => letter.toUpperCase())
    .replace(/^Mc(\p{L})(?=\p{L}{3,})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/(?<=^(?:[ODL]|Dell|Dall|All|Nell|Sull)['’])\p{L}/u, (letter) => letter.toUpperCase());
}
