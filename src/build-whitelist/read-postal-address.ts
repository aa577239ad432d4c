import { words } from '../company/words.ts';
import { ADDRESS_COUNTRIES, type AddressCountry } from './address-countries.ts';
import { tidyCapitals } from '../company/tidy-capitals.ts';

export type PostalAddress = {
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
};

/** The register writes countries as Unicode CLDR does ("Hong Kong SAR China"), and so does Node. */
const CODE_BY_NAME: ReadonlyMap<string, string> = codesByName();

function codesByName(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const codes = new Map<string, string>();
  for (let position = 0; position < 26 * 26; position += 1) {
    const code = String.fromCharCode(65 + Math.floor(position / 26), 65 + (position % 26));
    // Withdrawn codes (DD, FX, SU) carry the name of their successor.
    const name = new Intl.Locale(`und-${code}`).region === code ? names.of(code) : undefined;
    if (name !== undefined) codes.set(name.toLowerCase(), code);
  }
  return codes;
}

/** ISO 3166-1 alpha-2 of an English country name; null when it is none. */
export function countryCode(name: string): string | null {
  return CODE_BY_NAME.get(name.trim().toLowerCase()) ?? null;
}

/**
 * Reads the lines after the name: street (one line or more), "city region postcode", country. What cannot be read
 * for sure stays null: a wrong city is worse than none.
 */
export function readPostalAddress(lines: readonly string[]): PostalAddress {
  const country = countryCode(lines.at(-1) ?? '');
  const place = (lines.length >= 3 ? lines.at(-2) : '') ?? '';
  const street = lines.slice(0, -2).join(', ');
  const form = country === null ? undefined : ADDRESS_COUNTRIES.get(country);
  if (country === null || !form) return { street: tidyStreet(street), postcode: null, city: null, country };
  return { street: tidyStreet(street), ...readPlace(place, country, form), country };
}

function readPlace(
  text: string,
  country: string,
  form: AddressCountry,
): { postcode: string | null; city: string | null } {
  const line = text
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s,.;-]+$/, '')
    .trim();
  const found = form.postcode.exec(line);
  // Some write the postcode before the city, or in its middle: that is no form we can trust.
  if (!found) return { postcode: null, city: null };
  const groups = found.slice(1).filter((group) => group !== undefined);
  const postcode = groups.join(form.join).toUpperCase();
  if (/^0+$/.test(postcode)) return { postcode: null, city: null };
  const city = cityOf(line.slice(0, found.index), country, form);
  return { postcode: city === null ? null : postcode, city };
}

function cityOf(text: string, country: string, form: AddressCountry): string | null {
  const metropolis = (METROPOLISES[country] ?? []).find((city) => words(text).includes(city.toLowerCase()));
  if (metropolis) return metropolis;
  let rest = tidyEnd(text.replace(/\bN\/?A\b\.?/g, ''));
  for (let shorter = withoutRegion(rest, form); shorter !== null; shorter = withoutRegion(rest, form)) rest = shorter;
  rest = withoutRepetition(tidyEnd(rest.split(',')[0] ?? ''));
  const city = tidyCapitals(CUT_SHORT[rest.toLowerCase()] ?? rest);
  const names = words(city);
  // "Germany", "LA" and "345 Main St" are no cities.
  const shortest = SHORT_NAMES.has(country) ? 2 : 3;
  const good =
    !/\d|\b[A-Z]{2}$/.test(rest) &&
    city.length >= shortest &&
    city.length <= 40 &&
    names.length <= 5 &&
    countryCode(city) === null;
  return (good && !OWN_NAMES.has(names.join(' '))) || CITY_STATES.has(country) ? city : null;
}

/** Cities whose districts stand in the place of a city. */
const METROPOLISES: Readonly<Record<string, readonly string[]>> = {
  KR: ['Seoul', 'Busan', 'Incheon', 'Daegu', 'Daejeon', 'Gwangju', 'Ulsan'],
  CN: ['Beijing', 'Shanghai', 'Tianjin', 'Chongqing', 'Shenzhen', 'Guangzhou', 'Hangzhou'],
  SG: ['Singapore'],
  IN: ['Mumbai', 'Pune', 'Bangalore', 'Bengaluru', 'Hyderabad', 'Chennai', 'Noida', 'Gurgaon', 'Gurugram', 'Kolkata'],
};

/** The register cuts its third line after a number of letters. */
const CUT_SHORT: Readonly<Record<string, string>> = {
  jakar: 'Jakarta',
  'kuala lump': 'Kuala Lumpur',
  istanb: 'Istanbul',
  scha: 'Schaan',
};

/** Countries with cities of two letters, and those that are a city. */
const SHORT_NAMES = new Set(['NO', 'SE', 'DK', 'FI', 'FR', 'JP']);
const CITY_STATES = new Set(['SG', 'LU', 'MC']);
/** Other names of countries. */
const OWN_NAMES = new Set([
  'korea',
  'p r china',
  'pr china',
  'prc',
  'usa',
  'uk',
  'england',
  'holland',
  'taiwan r o c',
  'roc',
]);

/** Takes one region off the end; null when there is none, or nothing would be left. */
function withoutRegion(text: string, form: AddressCountry): string | null {
  const plain = words(text);
  for (const ending of form.regions) {
    const from = plain.length - ending.length;
    if (from > 0 && ending.every((word, position) => plain[from + position] === word)) {
      const kept = keepWords(text, from);
      // "New Delhi" and "Monastier di Treviso" lose no half.
      if (kept !== null && !UNFINISHED.has(words(kept).at(-1) ?? '')) return kept;
    }
  }
  return null;
}

const UNFINISHED = new Set(
  'new san santa sant st saint los las el la le les north south east west fort port mount bad ho navi di de del della al am an der im do da sur sous en en by upon on of the van aan den'.split(
    ' ',
  ),
);

/** The beginning of a text that holds its first `count` words. */
function keepWords(text: string, count: number): string | null {
  for (let end = text.length - 1; end > 0; end -= 1) {
    if (/[\s,.\-/()]/.test(text[end] ?? '') && words(text.slice(0, end)).length === count) {
      return tidyEnd(text.slice(0, end));
    }
  }
  return null;
}

/** "Shanghai Shanghai" is one Shanghai. */
function withoutRepetition(text: string): string {
  const parts = text.split(' ');
  const half = parts.length / 2;
  const [left, right] = [parts.slice(0, half).join(' '), parts.slice(half).join(' ')];
  return Number.isInteger(half) && left.toLowerCase() === right.toLowerCase() ? left : text;
}

function tidyEnd(text: string): string {
  return text
    .replace(/[\s,.;:\-–/()]+$/, '')
    .replace(/^[\s,.;:\-–/()]+/, '')
    .trim();
}

function tidyStreet(text: string): string | null {
  const street = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ,/g, ',')
    .replace(/^[\s,;]+|[\s,;]+$/g, '');
  return street.length < 3 || /^N\/?A$/i.test(street) ? null : tidyCapitals(street);
}
