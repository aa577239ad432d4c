import { REVENUE_CLASSES, type RevenueClass } from '../contracts/company.ts';

const MILLION = 1_000_000;

/** Beginning of each class, in euros; a class ends where the next begins. */
const BEGINNINGS: readonly number[] = [0, 1, 2, 5, 10, 50, 100, 500].map((millions) => millions * MILLION);

/** Words and signs behind a number, by what they multiply it with. */
const UNIT_ROWS: readonly (readonly [factor: number, names: string])[] = [
  [1000, 'k t tsd tausend teur t€ keur k€ thousand thd'],
  [MILLION, 'm mio mill mn million millionen millions meur m€ mio€ mioeur'],
  [1000 * MILLION, 'mrd bn b md milliarde milliarden billion billions mrdeur mrd€'],
];
const UNITS: ReadonlyMap<string, number> = new Map(
  UNIT_ROWS.flatMap(([factor, names]) => names.split(' ').map((name) => [name, factor] as const)),
);

/** Other currencies: no rate of exchange is part of the product. */
const OTHER_CURRENCY = /\$|£|¥|\b(?:usd|us-?dollar|gbp|chf|sek|nok|dkk|pln|czk|huf|jpy|cny|sfr|fr)\b/i;

/** What a column's name says of the numbers in it ("Umsatz in Mio. €", "Umsatz (TEUR)"): the factor; 1 where it says nothing. */
export function revenueUnitOf(header: string): number {
  for (const word of header.toLowerCase().split(/[^\p{L}€]+/u)) {
    const factor = word === 'm' || word === 't' || word === 'b' || word === 'k' ? undefined : UNITS.get(word);
    if (factor !== undefined) return factor;
  }
  return 1;
}

const AMOUNT = /(\d[\d.,'’\s]*\d|\d)\s*([a-zäö]*\.?\s?€?)/giu;

/**
 * The class of a yearly revenue in euros: an amount ("2,5 Mio. €", "2500000"), a range that lies inside one class
 * ("€10m-50m"), or a class without an end ("unter 1 Mio", "> 500 Mio. EUR"). null where it cannot be told.
 */
export function revenueClassOf(text: string, unit = 1): RevenueClass | null {
  if (OTHER_CURRENCY.test(text)) return null;
  const known = REVENUE_CLASSES.find((name) => name === text.trim().toLowerCase());
  if (known !== undefined) return known;
  const written = text
    .replaceAll(/[–—−]/g, '-')
    .replaceAll(/\b(?:eur|euro)\b/gi, '€')
    .replaceAll('€', ' ')
    .trim();
  const amounts = [...written.matchAll(AMOUNT)].map(([, number = '', word = '']) => ({
    number: numberIn(number),
    factor: UNITS.get(word.toLowerCase().replaceAll(/[.\s€]/g, '')),
  }));
  const [first, second, ...others] = amounts;
  if (!first || others.length > 0) return null;
  const lastFactor = (second ?? first).factor ?? unit;
  const from = first.number * (first.factor ?? lastFactor);
  if (second) return classBetween(from, second.number * lastFactor);
  if (/^(?:<|≤|unter|bis|under|up to|less than|weniger als|moins de)/i.test(written)) return classBetween(0, from);
  if (/^(?:>|≥|über|ueber|ab|over|more than|mehr als|plus de)|\+$/i.test(written)) return classBetween(from, Infinity);
  return from > 0 ? classBetween(from, from) : null;
}

function classBetween(from: number, to: number): RevenueClass | null {
  const position = BEGINNINGS.findLastIndex((beginning) => from >= beginning);
  const end = BEGINNINGS[position + 1] ?? Infinity;
  const isInside = to <= end && (to > from || to < end);
  return isInside ? (REVENUE_CLASSES[position] ?? null) : null;
}

/** "1.234.567,89", "1,234,567.89", "2,5", "2.500": three digits behind a separator are thousands. */
function numberIn(text: string): number {
  const bare = text.replaceAll(/['’\s]/g, '');
  const whole = /^0[.,]/.test(bare) ? bare : bare.replaceAll(/[.,](?=\d{3}(?!\d))/g, '');
  return Number(whole.replaceAll(',', '.').replaceAll(/\.(?=.*\.)/g, ''));
}
