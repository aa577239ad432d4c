import { tidyCapitals } from '../../company/tidy-capitals.ts';
import { words } from '../../company/words.ts';
import { readLegalForm } from '../../company/legal-forms.ts';
import { readsAsPerson } from '../../company/personal-names.ts';
import type { OrganisationObject } from '../import/registry-objects.ts';
import { isFiller, POSTCODE_FORMS, type PostcodeForm } from './address-forms.ts';
import { ADDRESS_REGIONS, INLINE_REGIONS } from './address-regions.ts';
import { isKnownCity } from './city-names.ts';
import { countryByCode, countryByName, isPlainCountry, LONGEST_COUNTRY } from './country-names.ts';
import { NOISE_WORDS, STREET_ENDINGS, STREET_WORDS } from './street-words.ts';

export type AddressReading = {
  readonly street: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2: of a country line, otherwise the one that was expected. */
  readonly country: string | null;
  /** Indexes of the lines that are part of the address, ascending. */
  readonly used: readonly number[];
};

/** A piece of a line between separators. */
type Part = {
  readonly line: number;
  /** Whether it is the whole line. */
  readonly whole: boolean;
  /** What is left of it: a country or a region at its end is taken off. */
  text: string;
  role: 'open' | 'country' | 'region' | 'postcode' | 'city' | 'noise';
  /** A country or a region was taken off its end. */
  closed: boolean;
};

/**
 * Reads street, postcode and city out of the lines of a registry object, in any order. Only what is sure is read: a
 * postcode in the form of the country that stands by its city, a city that is known or stands where a city stands.
 * `country` is the one that the object states beside the lines; a country among the lines is taken first.
 */
export function readAddressLines(lines: readonly string[], country: string | null): AddressReading {
  const parts = lines.flatMap(partsOf);
  const land = takeCountry(parts, country);
  takeRegions(parts, land);
  const found = takePostcode(parts, land);
  const city = found?.city ?? takeCity(parts, land, found);
  const used = new Set(parts.filter(({ role }) => role !== 'open' && role !== 'noise').map(({ line }) => line));
  const anchored = found !== null || city !== null;
  const street = readStreet(lines, parts, used, anchored);
  for (const line of street.used) used.add(line);
  const somewhere = anchored || street.text !== null;
  return {
    street: street.text,
    postcode: found?.postcode ?? null,
    city,
    country: land,
    used: somewhere || used.size > 0 ? [...used].toSorted((left, right) => left - right) : [],
  };
}

/**
 * The address of an organisation. Parts with an attribute of their own are taken as they are, when their form is
 * right; of an address that a carrier has masked as a whole nothing is used.
 */
export function readOrganisationAddress(organisation: OrganisationObject): AddressReading {
  const { address, city, country, postcode } = organisation;
  if (city === null && postcode === null) return readAddressLines(address, country);
  const none = { street: null, postcode: null, city: null, country, used: [] };
  if (address.some((line) => PRIVATE.test(line.trim()))) return none;
  const open = address.filter((line) => !isMaskedAddress(line));
  const form = country === null ? undefined : POSTCODE_FORMS.get(country);
  const code = form && postcode !== null ? wholePostcode(postcode, form) : null;
  const place = city === null ? null : statedCity(city, organisation.region, country);
  const street = open.map(tidyText).filter((line) => line !== '' && !sameWords(line, place) && !isNoise(line));
  return {
    street: street.length > 0 && street.some(hasStreetSign) ? tidyStreet(street.join(', ')) : null,
    postcode: code,
    city: place,
    country,
    used: address.map((_line, position) => position),
  };
}

/** A carrier hides the customer's address and puts its own city and postcode in its place. */
const PRIVATE = /^\W*private\W*(?:address|residence|customer|party|user|individual)?\W*$/i;
/** Hidden, with the customer's own city and postcode left. */
const MASKED =
  /^\W*(?:\d* ?unavailable(?: street| address)?|not available|n ?\/ ?a|n\.a\.?|na|none|null|nil|np|unknown|undisclosed|withheld|redacted(?: for privacy)?|confidential|hidden|masked|dummy address.*|no address|address|street|not applicable|not provided|tbd|test|x{2,}|0+|same|same as above|as above)\W*$/i;

/** Whether an address line stands for none: asterisks, dots, "n/a", "Private Address", "1 Unavailable Street". */
export function isMaskedAddress(line: string): boolean {
  const text = line.trim();
  return !/[\p{L}\p{N}]/u.test(text) || /\*{3}/.test(text) || PRIVATE.test(text) || MASKED.test(text);
}

/** "[city]: Vienna", "Postal code: 1200", "Address: Am Beispiel 1". */
const LABEL =
  /^\W{0,2}(?:street address|street|address|adresse|addr|anschrift|location|loc|city|town|place|ort|stadt|postal code|post code|zip code|zip|plz|country|land)\W{0,2}\s*[:=]\s*/i;

/** What no address has: mail, web, telephone, prices, sentences. */
const NOT_AN_ADDRESS =
  /@|https?:|www\.|\b(?:contact person|phone|tel|fax|fon|mobile|e-?mail|attn|attention|vat|uid|ustid|nip|ico|order|contract|customer|kunde|ticket|circuit|invoice|ref)\b\s*(?:no|nr|id)?\.?\s*[:.#]|\+\d{2,3}[ \d(]|\(\+\d|^-{3,}|_{3,}/i;

function isNoise(line: string): boolean {
  return isMaskedAddress(line) || NOT_AN_ADDRESS.test(line);
}

function partsOf(written: string, line: number): Part[] {
  const text = written.replace(LABEL, '').replaceAll(/\s+/g, ' ');
  if (isNoise(text)) return [{ line, whole: true, text: '', role: 'noise', closed: false }];
  const pieces = text
    .split(/[,;|]|(?:^|\s)[-–](?=\s|$)|\s\/\s/)
    .map(tidyText)
    .filter((piece) => piece !== '' && !/^(?:n ?\/ ?a|na|\.+)$/i.test(piece));
  return pieces.map((piece) => ({
    line,
    whole: pieces.length === 1,
    text: piece,
    role: 'open',
    closed: false,
  }));
}

function tidyText(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.,;:\-–"'*#]+(?!s[- ])/, '')
    .replace(/[\s,;:\-–"*]+$/, '')
    .replace(/(?<=\p{L}{4})\.+$/u, '')
    .trim();
}

function sameWords(left: string, right: string | null): boolean {
  return right !== null && words(left).join(' ') === words(right).join(' ');
}

/** Finds the country among the parts, from the end; a country at the end of a part is taken off it. */
function takeCountry(parts: readonly Part[], expected: string | null): string | null {
  let country: string | null = null;
  const last = parts.findLast(({ role }) => role === 'open');
  for (const part of parts.toReversed()) {
    if (part.role !== 'open') continue;
    const plain = words(part.text.replaceAll(/[()]/g, ' '));
    const named =
      countryByName(plain) ??
      (part === last || part.whole ? countryByCode(part.text, expected, part.whole && part === last) : null);
    if (named !== null && !isCityState(plain, named, parts, part) && !ambiguousRegion(plain, expected)) {
      part.role = 'country';
      country ??= named;
    }
  }
  for (const part of parts.toReversed()) {
    if (part.role !== 'open') continue;
    const cut = withoutCountry(part.text);
    if (cut === null) continue;
    const sure =
      cut.country === (country ?? expected) ||
      /\d/.test(cut.rest) ||
      isKnownCity(words(cut.rest), cut.country) ||
      parts.some(({ role, line }) => line < part.line && role === 'country');
    if (!sure || (country !== null && cut.country !== country)) continue;
    if (
      cut.country !== expected &&
      country === null &&
      !/\d/.test(part.text) &&
      !isKnownCity(words(cut.rest), cut.country)
    )
      continue;
    // "Vodafone Portugal" is a name, "Lisboa Portugal" a place.
    if (!/\d/.test(part.text) && !isKnownCity(words(cut.rest), cut.country) && !REGION_OF(cut.country, words(cut.rest)))
      continue;
    part.text = cut.rest;
    part.closed = true;
    country ??= cut.country;
  }
  for (const [position, part] of parts.entries()) {
    const next = parts[position + 1];
    if (part.role === 'open' && next?.role === 'country') part.closed = true;
  }
  return country ?? expected;
}

const CITY_STATES = new Set(['SG', 'LU', 'MC', 'HK', 'MO', 'KW', 'PA', 'GT', 'MX', 'DJ', 'SM', 'GI']);

/** "Singapore" and "Luxembourg" are the city where another line names the country, or none names a city. */
function isCityState(plain: readonly string[], country: string, parts: readonly Part[], part: Part): boolean {
  if (!CITY_STATES.has(country) || !isKnownCity(plain, country)) return false;
  return !parts.some(
    (other) =>
      other !== part &&
      other.role === 'open' &&
      isKnownCity(
        words(other.text).filter((word) => !/\d/.test(word)),
        country,
      ),
  );
}

/** "Georgia" is a state of the USA where these are expected. */
function ambiguousRegion(plain: readonly string[], expected: string | null): boolean {
  const name = plain.join(' ');
  return (
    (!isPlainCountry(plain) && countryByName(plain) !== expected && name.length > 2) ||
    (expected === 'US' && (name === 'georgia' || name === 'new mexico'))
  );
}

const LINKING = new Set('of the de di do da del der von van in im and und et y bank'.split(' '));

function withoutCountry(text: string): { rest: string; country: string } | null {
  const plain = words(text);
  for (let count = Math.min(LONGEST_COUNTRY, plain.length - 1); count > 0; count -= 1) {
    const name = plain.slice(-count);
    const country = isPlainCountry(name) ? countryByName(name) : null;
    if (country === null || LINKING.has(plain.at(-count - 1) ?? '')) continue;
    const rest = keepWords(text, plain.length - count);
    if (rest !== null && rest !== '') return { rest, country };
  }
  return null;
}

/** The beginning of a text that holds its first `count` words; null where no gap ends there. */
function keepWords(text: string, count: number): string | null {
  for (let end = text.length - 1; end > 0; end -= 1) {
    if (/[\s,.\-/()]/.test(text[end] ?? '') && words(text.slice(0, end)).length === count) {
      return tidyText(text.slice(0, end).replace(/[\s(.]+$/, ''));
    }
  }
  return null;
}

function REGION_OF(country: string | null, plain: readonly string[]): boolean {
  return country !== null && (ADDRESS_REGIONS.get(country)?.has(plain.join(' ')) ?? false);
}

/** Marks parts that are a region and takes a region off the end of a part. */
function takeRegions(parts: readonly Part[], country: string | null): void {
  if (country === null) return;
  for (const part of parts) {
    if (part.role !== 'open') continue;
    const plain = words(part.text.replaceAll(/[()]/g, ' ').replaceAll(/\d+/g, ' '));
    if (isRegion(plain, country) && !isKnownCity(plain, country)) part.role = 'region';
  }
  for (const part of parts) {
    if (part.role !== 'open') continue;
    for (let cut = withoutRegion(part.text, country); cut !== null; cut = withoutRegion(part.text, country)) {
      part.text = cut;
      part.closed = true;
    }
  }
  for (const [position, part] of parts.entries()) {
    const next = parts[position + 1];
    if (part.role === 'open' && next?.role === 'region') part.closed = true;
  }
}

const REGION_WORDS =
  /^(?:.+ )?(?:province|provice|prov|region|oblast|obl|krai|kray|kraj|county|prefecture|ken|governorate|voivodeship|lan|do|republic|autonomous region)$/;
const REGION_STARTS =
  /^(?:region|provincia|province of|prov|county|co|state of|republic of|oblast|kraj|okres|judet|jud|comunidad|wojewodztwo|woj|kanton|canton) (?:.+)$/;

function isRegion(plain: readonly string[], country: string): boolean {
  const name = plain.join(' ');
  if (name === '') return false;
  return REGION_OF(country, plain) || REGION_WORDS.test(name) || REGION_STARTS.test(name);
}

/** "Brisbane QLD", "Rho (Milano)", "Beuningen (GLD)", "Conegliano TV". */
function withoutRegion(text: string, country: string): string | null {
  const bracket = /^(.+?)\s*\(([^()]*[^()\d][^()]*)\)\s*(\d*)$/.exec(text);
  const inside = bracket?.[2];
  if (bracket && inside !== undefined && !/\d/.test(inside)) {
    return tidyText(`${bracket[1] ?? ''} ${bracket[3] ?? ''}`);
  }
  if (!INLINE_REGIONS.has(country)) return null;
  const digits = /\s*[-,]?\s*(\d[\d -]*)$/.exec(text);
  const body = digits ? text.slice(0, digits.index) : text;
  const plain = words(body);
  for (let count = Math.min(4, plain.length - 1); count > 0; count -= 1) {
    const ending = plain.slice(-count);
    if (!REGION_OF(country, ending) && !(country === 'IN' && REGION_OF(country, [ending.join('')]))) continue;
    if (UNFINISHED.has(plain.at(-count - 1) ?? '') || isKnownCity(plain, country)) return null;
    // A region that is also a city is taken off only where a city remains.
    const kept = keepWords(`${body} `, plain.length - count);
    if (kept === null || kept === '') return null;
    if (isKnownCity(ending, country) && !isKnownCity(words(kept), country)) return null;
    return digits ? `${kept} ${digits[1] ?? ''}` : kept;
  }
  return null;
}

const UNFINISHED = new Set(
  'new san santa sant santo st saint los las el la le les north south east west fort port mount bad ho navi di de del della dei al am an der im do da dos das sur sous en by upon on of the van aan den os greater central upper lower old'.split(
    ' ',
  ),
);

type Found = {
  readonly postcode: string;
  /** Null where it must be looked for. */
  readonly city: string | null;
  readonly part: Part;
};

type Candidate = Found & { readonly score: number };

function canonical(groups: readonly (string | undefined)[], form: PostcodeForm): string | null {
  const shown = groups.filter((group) => group !== undefined && group !== '');
  // Brazil's two groups before the hyphen are one.
  const code = (shown.length === 3 ? [`${shown[0] ?? ''}${shown[1] ?? ''}`, shown[2]] : shown).join(form.join);
  return isFiller(code) ? null : code.toUpperCase();
}

function withPrefix(form: PostcodeForm): string {
  return `(?:(?:${form.prefix})[- .:]{0,3})?`;
}

function wholePostcode(text: string, form: PostcodeForm): string | null {
  const match = new RegExp(`^${withPrefix(form)}${form.body}$`, 'iu').exec(text.trim().replaceAll(/[()]/g, ''));
  return match ? canonical(match.slice(1), form) : null;
}

/** The postcode that stands surest; null when there is none or two that differ are equally sure. */
function takePostcode(parts: readonly Part[], country: string | null): Found | null {
  const form = country === null ? undefined : POSTCODE_FORMS.get(country);
  if (!form || country === null) return null;
  const candidates = parts.flatMap((part, position) =>
    part.role === 'open' || part.role === 'region' ? candidatesIn(parts, position, form, country) : [],
  );
  const best = Math.max(...candidates.map(({ score }) => score));
  const sure = candidates.filter(({ score }) => score === best);
  const [first] = sure;
  if (!first || sure.some(({ postcode }) => postcode !== first.postcode)) return null;
  const chosen = sure.findLast(({ city }) => city !== null) ?? first;
  for (const { part, postcode } of candidates) {
    if (postcode === chosen.postcode && (part.whole || part === chosen.part)) part.role = 'postcode';
  }
  return chosen;
}

function candidatesIn(parts: readonly Part[], position: number, form: PostcodeForm, country: string): Candidate[] {
  const part = parts[position];
  if (!part) return [];
  const text = part.text.replaceAll(/[()]/g, ' ').replaceAll(/\s+/g, ' ').trim();
  const whole = wholePostcode(text, form);
  if (whole !== null) {
    const follows = cityIn(parts[position + 1], country, false);
    const leads = cityIn(parts[position - 1], country, true);
    const short = whole.replaceAll(/\D/g, '').length < 5 && !form.distinctive;
    const stands = follows !== null || leads !== null;
    if (short && !stands) return [];
    if (!stands && !form.distinctive && parts.length === 1) return [];
    return [{ postcode: whole, city: null, part, score: stands ? 4 : 2 }];
  }
  const candidates: Candidate[] = [];
  const leading = new RegExp(`^${withPrefix(form)}${form.body}(?=[\\s,.]|$)[\\s,.-]*(.+)$`, 'iu').exec(text);
  if (leading) {
    const rest = leading.at(-1) ?? '';
    const postcode = canonical(leading.slice(1, -1), form);
    const city = cityName(stripCountryLead(rest), country);
    const numbered = form.place === 'after' && !form.distinctive && part.line === parts[0]?.line && part.whole;
    if (postcode !== null && city !== null && !numbered) {
      candidates.push({ postcode, city, part, score: form.place === 'after' && !form.distinctive ? 3 : 5 });
    } else if (postcode !== null && form.distinctive && !isStreet(rest)) {
      candidates.push({ postcode, city: null, part, score: 3 });
    }
  }
  const trailing = new RegExp(`^(.*?)(?:[\\s,.-]|(?<=\\p{L})(?=\\d{5}))+${withPrefix(form)}${form.body}$`, 'iu').exec(
    text,
  );
  if (trailing) {
    const before = trailing[1] ?? '';
    const postcode = canonical(trailing.slice(2), form);
    const city = cityName(before, country);
    const known = city !== null && isKnownCity(words(city), country);
    const length = (postcode ?? '').replaceAll(/\W/g, '').length;
    const ending = lastKnownCity(before, country);
    if (postcode !== null && city !== null && (known || form.place !== 'before' || length >= 5 || part.closed)) {
      candidates.push({ postcode, city, part, score: form.place === 'before' && !known ? 3 : 5 });
    } else if (postcode !== null && ending !== null && (length >= 5 || form.place !== 'before')) {
      candidates.push({ postcode, city: ending, part, score: 4 });
    } else if (postcode !== null && (form.distinctive || (length >= 6 && form.place === 'after'))) {
      candidates.push({ postcode, city: null, part, score: 2 });
    }
  }
  if (candidates.length === 0 && (form.distinctive || country === 'IN' || country === 'PL')) {
    candidates.push(...anywhere(text, part, form, country));
  }
  return candidates;
}

/** A postcode that is none of the other numbers of a line, in its middle. */
function anywhere(text: string, part: Part, form: PostcodeForm, country: string): Candidate[] {
  const body = country === 'PL' ? String.raw`(\d{2})-(\d{3})` : form.body;
  const match = new RegExp(`(?<![\\p{L}\\d])${withPrefix(form)}${body}(?![\\p{L}\\d-])`, 'iu').exec(text);
  const postcode = match ? canonical(match.slice(1), form) : null;
  if (!match || postcode === null) return [];
  const after = cityName(text.slice(match.index + match[0].length), country);
  const before = lastKnownCity(text.slice(0, match.index), country);
  const city = form.place === 'after' ? before : (after ?? before);
  return [{ postcode, city, part, score: 2 }];
}

function stripCountryLead(text: string): string {
  const plain = words(text);
  if (plain.length < 2 || !isPlainCountry(plain.slice(0, 1))) return text;
  return text.replace(/^\S+\s+/, '');
}

/** The last words of a text that are a known city. */
function lastKnownCity(text: string, country: string): string | null {
  const plain = words(text);
  for (let count = Math.min(4, plain.length); count > 0; count -= 1) {
    if (!isKnownCity(plain.slice(-count), country)) continue;
    const match = new RegExp(`(?:^|[\\s,.-])((?:[^\\s,]+[\\s-]+){${count - 1}}[^\\s,]+)[\\s,.-]*$`, 'u').exec(text);
    const city = match?.[1];
    if (city !== undefined && isKnownCity(words(city), country)) return tidyCity(city);
  }
  return null;
}

function cityIn(part: Part | undefined, country: string | null, allowClosed: boolean): string | null {
  if (!part || part.role !== 'open' || (!allowClosed && part.text === '')) return null;
  return cityName(part.text, country);
}

/** Endings that number or name a part of a city, or belong to the post. */
const CITY_NOISE: readonly RegExp[] = [
  /\s*\bcedex\b.*$/i,
  /\s*\bsector(?:ul)? ?\d$/i,
  /\s+\d{1,2}(?:\.|\s?(?:district|okres|ker\.?))?$/i,
  /\s+city$/i,
  /^(?:city of|city|gorod|g\.|gor\.|mun\.|municipiul|or\.|m\.)\s+/i,
  /\s+(?:dist|distt|district)\.?$/i,
];

/** Cities whose name ends in "City". */
const NAMED_CITY =
  /^(?:new york|quebec|mexico|kuwait|panama|guatemala|ho chi minh|oklahoma|kansas|salt lake|jersey|iowa|carson|dodge|quezon|cebu|davao|makati|angeles|century|welwyn garden|daly|culver|bossier|michigan|redwood|foster|union|rapid|sioux|johnson|jefferson|ellicott|texas|league|haines|plant|dade|garden|garden grove|national|studio|sun|crescent|benin|vatican|bay|traverse|sterling|ocean|atlantic|elizabeth|morehead|cathedral|lake|bullhead|park|cedar|west valley|yuba|lincoln|nevada|calumet|de forest|del|mason|city|nanaimo|letchworth garden) city$/i;

function withoutNoise(text: string): string {
  let city = tidyText(text);
  for (const noise of CITY_NOISE) {
    if (noise.source.includes('city$') && NAMED_CITY.test(city)) continue;
    city = tidyText(city.replace(noise, ''));
  }
  return city;
}

function tidyCity(text: string): string {
  const city = withoutNoise(text);
  const special = SPELLED[words(city).join(' ')];
  return special ?? tidyCapitals(city);
}

/** Cities whose capitals hide an apostrophe. */
const SPELLED: Readonly<Record<string, string>> = {
  's gravenhage': "'s-Gravenhage",
  sgravenhage: "'s-Gravenhage",
  's hertogenbosch': "'s-Hertogenbosch",
  shertogenbosch: "'s-Hertogenbosch",
  ijsselstein: 'IJsselstein',
  ijmuiden: 'IJmuiden',
};

/** The city that a text is; null when it may be anything else. */
function cityName(text: string, country: string | null): string | null {
  const bare = withoutNoise(text);
  const plain = words(bare);
  const name = plain.join(' ');
  if (isKnownCity(plain, country)) return tidyCity(bare);
  const form = /^[\p{L}\p{M}'’`´. \-/]+$/u.test(bare);
  if (!form || plain.length === 0 || plain.length > 6 || bare.length > 45 || name.replaceAll(' ', '').length < 2)
    return null;
  if (name.length === 2 && !SHORT_NAMES.has(country ?? '')) return null;
  if (isStreet(bare) || plain.some((word) => NOISE_WORDS.has(word))) return null;
  if (countryByName(plain) !== null && !CITY_STATES.has(country ?? '')) return null;
  if (country !== null && isRegion(plain, country)) return null;
  if (readLegalForm(plain, country).form !== null && plain.length > 1) return null;
  return tidyCity(bare);
}

const SHORT_NAMES = new Set(['NO', 'SE', 'DK', 'FI', 'FR', 'JP']);

function isStreet(text: string): boolean {
  const plain = words(text);
  return plain.some((word, position) => {
    // "St Albans", "St. Johann".
    if (word === 'st' && position === 0 && plain.length > 1) return false;
    if (STREET_WORDS.has(word) && !(position === 0 && SAFE_STARTS.has(word))) return true;
    return STREET_ENDINGS.some((ending) => word.length > ending.length + 1 && word.endsWith(ending));
  });
}

/** Street words with which cities begin. */
const SAFE_STARTS = new Set([
  'st',
  'col',
  'al',
  'la',
  'c',
  'ter',
  'no',
  'bar',
  'center',
  'park',
  'plan',
  'mah',
  'han',
  'per',
  'village',
]);

function hasStreetSign(text: string): boolean {
  const letters = /\p{L}{2}/u.test(text);
  return letters && (isStreet(text) || /\p{L}{2}.*\d|\d.*\p{L}{2}/u.test(text));
}

/** Looks for the city beside a postcode, or for one that stands without. */
function takeCity(parts: readonly Part[], country: string | null, found: Found | null): string | null {
  const claim = (part: Part, city: string): string => {
    part.role = 'city';
    return city;
  };
  const at = found === null ? -1 : parts.indexOf(found.part);
  if (found !== null) {
    const form = POSTCODE_FORMS.get(country ?? '');
    const following = parts[at + 1];
    const preceding = parts.slice(0, at).findLast(({ role }) => role !== 'region');
    const order = form?.place === 'after' ? [preceding, following] : [following, preceding];
    // UK and others write either way: a known city decides.
    const known = order.find((part) => {
      const city = cityIn(part, country, true);
      return city !== null && isKnownCity(words(city), country);
    });
    for (const part of [known, following, preceding]) {
      const city = cityIn(part, country, true);
      if (part && city !== null && !(part === preceding && part.line === 0 && part.whole && part !== known))
        return claim(part, city);
    }
  }
  const open = parts.filter(({ role }) => role === 'open');
  const named = open.findLast((part) => country !== null && isKnownCity(words(withoutNoise(part.text)), country));
  if (named) return claim(named, tidyCity(named.text));
  const suffixed = open.findLast(({ text }) => /\bcity\.?$/i.test(text) && cityName(text, country) !== null);
  if (suffixed) return claim(suffixed, tidyCity(suffixed.text));
  const closed = open.findLast((part) => part.closed && cityIn(part, country, true) !== null);
  if (closed) {
    const city = cityIn(closed, country, true);
    if (city !== null && (closed.line > 0 || !closed.whole || parts.length > 1)) return claim(closed, city);
  }
  for (const part of open.toReversed()) {
    const ending = country === null ? null : lastKnownCity(part.text, country);
    if (ending !== null && (part.closed || hasStreetSign(part.text))) return claim(part, ending);
  }
  const after = open.findLast((part) => {
    const before = parts[parts.indexOf(part) - 1];
    return (
      before !== undefined &&
      before.role === 'open' &&
      hasStreetSign(before.text) &&
      cityIn(part, country, true) !== null
    );
  });
  const city = cityIn(after, country, true);
  if (after && city !== null && readsAsPerson(after.text, readLegalForm(words(after.text), country)) === 'no')
    return claim(after, city);
  return null;
}

/** The lines before the place that read as a street. */
function readStreet(
  lines: readonly string[],
  parts: readonly Part[],
  used: ReadonlySet<number>,
  anchored: boolean,
): { text: string | null; used: readonly number[] } {
  const streets: { line: number; text: string }[] = [];
  for (const [line] of lines.entries()) {
    const own = parts.filter((part) => part.line === line);
    const open = own.filter(({ role }) => role === 'open').map(({ text }) => text);
    const text = open.join(', ');
    if (text === '' || own.some(({ role }) => role === 'noise')) continue;
    if (hasStreetSign(text) && (used.has(line) || !words(text).some((word) => NOISE_WORDS.has(word))))
      streets.push({ line, text });
    else if (anchored && line > 0 && used.has(line + 1) && looksLikePlace(text)) streets.push({ line, text });
  }
  if (streets.length === 0) return { text: null, used: [] };
  const text = tidyStreet(streets.map((street) => street.text).join(', '));
  return { text, used: streets.map(({ line }) => line) };
}

function looksLikePlace(text: string): boolean {
  const plain = words(text);
  return (
    plain.length <= 4 &&
    readLegalForm(plain, null).form === null &&
    !plain.some((word) => NOISE_WORDS.has(word)) &&
    readsAsPerson(text, readLegalForm(plain, null)) === 'no'
  );
}

function tidyStreet(text: string): string | null {
  const street = tidyText(text.replaceAll(/ ,/g, ','));
  return street.length < 3 ? null : tidyCapitals(street);
}

/** A city that has an attribute of its own. */
function statedCity(text: string, region: string | null, country: string | null): string | null {
  if (isMaskedAddress(text)) return null;
  let city = tidyText(text.split(',')[0] ?? '');
  const plain = words(city);
  if (region !== null && plain.length > 1 && plain.at(-1) === region.toLowerCase())
    city = keepWords(`${city} `, plain.length - 1) ?? city;
  if (!/^[\p{L}\p{M}'’`´. \-/()&]+$/u.test(city) || city.length < 3 || city.length > 45) return null;
  if (countryByName(words(city)) !== null && !CITY_STATES.has(country ?? '')) return null;
  return tidyCapitals(city);
}
