import { readLegalForm } from '../../company/legal-forms.ts';
import { readsAsPerson } from '../../company/personal-names.ts';
import { tidyCapitals } from '../../company/tidy-capitals.ts';
import { words as readWords } from '../../company/words.ts';
import type { OrganisationObject } from '../import/registry-objects.ts';
import { isFiller, POSTCODE_FORMS, type PostcodeForm } from './address-forms.ts';
import { ADDRESS_REGIONS, INLINE_REGIONS } from './address-regions.ts';
import { isKnownCity } from './city-names.ts';
import { countryByCode, countryByName, countryBySign, isPlainCountry, LONGEST_COUNTRY } from './country-names.ts';
import { NOISE_WORDS, STREET_ENDINGS, STREET_WORDS } from './street-words.ts';

/** Registry lines repeat, and every part is asked for its words many times. */
const WORDS = new Map<string, readonly string[]>();
const REMEMBERED_WORDS = 4096;

function words(text: string): readonly string[] {
  const known = WORDS.get(text);
  if (known !== undefined) return known;
  if (WORDS.size >= REMEMBERED_WORDS) WORDS.clear();
  const read = readWords(text);
  WORDS.set(text, read);
  return read;
}

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
  /** What is left of it for postcode and city: a country or a region at its end is taken off. */
  text: string;
  /** What is left of it for the street. */
  left: string;
  role: 'open' | 'country' | 'region' | 'postcode' | 'city' | 'noise';
  /** Whether a country or a region follows it. */
  closed: boolean;
};

/**
 * Reads street, postcode and city out of the lines of a registry object, in any order; the name may be among them.
 * Only what is sure is read: a postcode in the form of the country that stands by its city, a city that is known or
 * stands where a city stands. `country` is the one that the object states beside the lines; a country among the
 * lines goes before it.
 */
export function readAddressLines(lines: readonly string[], country: string | null): AddressReading {
  return readLines(lines, country, false);
}

function readLines(lines: readonly string[], expected: string | null, nothingElse: boolean): AddressReading {
  const parts = lines.flatMap(partsOf);
  const country = takeCountry(parts, expected) ?? countrySigned(parts);
  takeRegions(parts, country);
  const placed = takePlaceLine(lines, parts, country);
  const found = placed ?? takePostcode(parts, country);
  const city = found?.city ?? takeCity(parts, country, found, nothingElse);
  const anchored = found !== null || city !== null;
  const used = new Set(parts.filter(({ role }) => role === 'postcode' || role === 'city').map(({ line }) => line));
  const street = readStreet(parts, used, { anchored, nothingElse, city, country });
  for (const line of street.used) used.add(line);
  for (const { role, line, whole, closed } of parts) {
    const alone = role === 'country' && whole;
    if (alone || ((role === 'country' || role === 'region') && used.size > 0 && (whole || closed || used.has(line))))
      used.add(line);
  }
  return {
    street: street.text,
    postcode: found?.postcode ?? null,
    city,
    country,
    used: [...used].toSorted((left, right) => left - right),
  };
}

/**
 * The address of an organisation. Parts with an attribute of their own are taken as they are, when their form is
 * right; of an address that a carrier has masked as a whole nothing is used.
 */
export function readOrganisationAddress(organisation: OrganisationObject): AddressReading {
  const { address, city, country, postcode } = organisation;
  if (city === null && postcode === null) return readLines(address, country, true);
  const none = { street: null, postcode: null, city: null, country, used: [] };
  if (address.some(isPrivate) || (city !== null && isPrivate(city))) return none;
  const form = country === null ? undefined : POSTCODE_FORMS.get(country);
  const place = city === null ? null : statedCity(city, organisation.region, country);
  const street = address
    .filter((line) => !isNoise(line))
    .map(tidyText)
    .filter((line) => line !== '' && !sameWords(line, place));
  return {
    street: street.some((line) => hasStreetSign(line) || /\d/.test(line)) ? tidyStreet(street.join(', ')) : null,
    postcode: form && postcode !== null ? wholePostcode(postcode, form) : null,
    city: place,
    country,
    used: address.map((_line, position) => position),
  };
}

/** A carrier hides the customer's address and puts its own city and postcode in its place. */
const PRIVATE = /^\W*private\W*(?:(?:address|residence|customer|party|user|individual)\b.*)?$/i;
/** Hidden, with the customer's own city and postcode left. */
const MASKED =
  /^\W*(?:\d* ?unavailable(?: street| address)?|not available|n ?\/ ?a|n\.a\.?|na|none|null|nil|np|unknown|undisclosed|withheld|redacted(?: for privacy)?|confidential|hidden|masked|dummy address.*|no address|address|street|not applicable|not provided|tbd|test|x{2,}|0+|same|same as above|as above)\W*$/i;

function isPrivate(line: string): boolean {
  return PRIVATE.test(line.trim());
}

/** Whether an address line stands for none: asterisks, dots, "n/a", "Private Address", "1 Unavailable Street". */
export function isMaskedAddress(line: string): boolean {
  const text = line.trim();
  return !/[\p{L}\p{N}]/u.test(text) || /\*{3}/.test(text) || PRIVATE.test(text) || MASKED.test(text);
}

/** "[city]: Vienna", "Postal code: 1200", "Address: Am Beispiel 1". */
const LABEL =
  /^\W{0,2}(?:street address|street|address|adresse|addr|anschrift|location|loc|city|town|place|ort|stadt|postal code|post code|zip code|zip|plz|country|land)\W{0,2}\s*[:=]\s*/i;

/** What no address has: mail, web, telephone, numbers of customers and orders. */
const NOT_AN_ADDRESS =
  /@|https?:|www\.|\b(?:contact person|phone|tel|fax|fon|mobile|e-?mail|attn|attention|vat|uid|ustid|nip|ico|order|contract|customer|kunde|ticket|circuit|invoice|ref)\b\s*(?:no|nr|id)?\.?\s*[:.#]|\+\d{2,3}[ \d(]|\(\+\d|^-{3,}|_{3,}/i;

function isNoise(line: string): boolean {
  return isMaskedAddress(line) || NOT_AN_ADDRESS.test(line);
}

const SEPARATOR = /[,;|]|(?:^|\s)[-–](?=\s|$)|\s\/\s/;

function partsOf(written: string, line: number): Part[] {
  const text = withoutCode(written.replace(LABEL, '').replaceAll(/\s+/g, ' ').trim());
  if (isNoise(text)) return [{ line, whole: true, text: '', left: '', role: 'noise', closed: false }];
  // "IRAN, ISLAMIC REPUBLIC OF"
  const pieces = (text.includes(',') && countryByName(words(text)) !== null ? [text] : text.split(SEPARATOR))
    .map(tidyText)
    .filter((piece) => piece !== '' && !/^(?:n ?\/ ?a|na|\.+)$/i.test(piece));
  const whole = pieces.length === 1;
  return pieces.map((piece) => ({ line, whole, text: piece, left: piece, role: 'open', closed: false }));
}

/** "MUMBAI - MUM": the code of the carrier behind its city. */
function withoutCode(text: string): string {
  const [, name = '', code = ''] = /^(\p{Lu}[\p{Lu} .]+?) ?- ?([A-Z]{3})$/u.exec(text) ?? [];
  return code !== '' && isShortOf(code, name) ? name : text;
}

/** Blanks and marks at both ends go; a full stop stays behind an abbreviation. */
function tidyText(text: string): string {
  let tidy = text.includes('  ') || /[^\S ]/.test(text) ? text.replaceAll(/\s+/g, ' ') : text;
  if (!PLAIN_START.test(tidy)) tidy = tidy.replace(/^[\s.,;:\-–"'*]+(?!s[- ])/, '');
  while (tidy !== '' && UNTIDY_END.has(tidy.charAt(tidy.length - 1))) tidy = tidy.slice(0, -1);
  return tidy.endsWith('.') && LONG_WORD_STOP.test(tidy) ? tidy.replace(/\.+$/, '') : tidy.trim();
}

const PLAIN_START = /^[\p{L}\p{N}]/u;
const UNTIDY_END = new Set(' ,;:-–"*');
const LONG_WORD_STOP = /\p{L}{4}\.+$/u;

function sameWords(left: string, right: string | null): boolean {
  return right !== null && words(left).join(' ') === words(right).join(' ');
}

/** Finds the country among the parts, from the end; a country at the end of a part is taken off it. */
function takeCountry(parts: readonly Part[], expected: string | null): string | null {
  let country: string | null = null;
  const last = parts.findLast(({ role }) => role === 'open');
  for (const [position, part] of [...parts.entries()].toReversed()) {
    if (part.role !== 'open') continue;
    const plain = words(part.text);
    const ends = part.whole || parts[position + 1]?.line !== part.line;
    const code = ends ? countryByCode(part.text, expected, part.whole && part === last) : null;
    const named = countryByName(plain) ?? code;
    if (named === null) continue;
    if (isCityState(plain, named, parts, part)) {
      if (ends) country ??= named;
      continue;
    }
    // "San Martín, 50" is a street, "Armenia" a city of Colombia, "Georgia" a state.
    const against = expected !== null && named !== expected;
    if (against && (!ends || isKnownCity(plain, expected) || !isPlainCountry(plain))) continue;
    if (expected === null && code === null && !isPlainCountry(plain) && !(part.whole && part === last)) continue;
    part.role = 'country';
    part.left = '';
    country ??= named;
  }
  for (const part of parts) {
    if (part.role !== 'open') continue;
    const cut = withoutCountry(part.text, country ?? expected);
    if (cut === null || (country !== null && cut.country !== country)) continue;
    // "Vodafone Portugal" is a name, "Lisboa Portugal" a place.
    const rest = words(cut.rest);
    const place = /\d/.test(part.text) || isKnownCity(rest, cut.country) || isRegionName(rest, cut.country);
    if (!place || (readLegalForm(rest, cut.country).form !== null && !/\d/.test(part.text))) continue;
    part.text = cut.rest;
    part.left = cut.rest;
    part.closed = true;
    country ??= cut.country;
  }
  markClosed(parts, 'country');
  return country ?? expected;
}

/** Marks what stands right before a country or a region. */
function markClosed(parts: readonly Part[], by: 'country' | 'region'): void {
  for (const [position, part] of parts.entries()) {
    if (part.role === 'open' && parts[position + 1]?.role === by) part.closed = true;
  }
}

/** "D-70999", "SE-123 45": the letters are the country's sign. */
function countrySigned(parts: readonly Part[]): string | null {
  for (const { text, role } of parts) {
    const sign = role === 'open' ? /^([A-Z]{1,2})-(?=\d{3})/.exec(text)?.[1] : undefined;
    const country = sign === undefined ? null : countryBySign(sign);
    const form = country === null ? undefined : POSTCODE_FORMS.get(country);
    if (form && (form.whole.test(text) || form.leading.test(text))) return country;
  }
  return null;
}

const CITY_STATES = new Set(['SG', 'LU', 'MC', 'HK', 'MO', 'KW', 'PA', 'GT', 'MX', 'DJ', 'SM', 'GI']);

/** "Singapore" and "Luxembourg" are the city where no other part names one. */
function isCityState(plain: readonly string[], country: string, parts: readonly Part[], part: Part): boolean {
  if (!CITY_STATES.has(country) || !isKnownCity(plain, country)) return false;
  return !parts.some(
    (other) =>
      other !== part && other.role === 'open' && isKnownCity(words(other.text.replaceAll(/\d/g, ' ')), country),
  );
}

const LINKING = new Set('of the de di do da del der von van in im and und et y bank'.split(' '));

function withoutCountry(text: string, expected: string | null): { rest: string; country: string } | null {
  // "Romania RO", "1432 GD NL"
  const coded = /^(.*[\p{L}\d])[\s,]+([A-Z]{2})$/u.exec(text);
  const body = coded?.[1] ?? '';
  if (coded && countryByCode(coded[2] ?? '', expected, false) !== null) {
    const named = withoutCountry(body, null);
    if (named?.country === coded[2]) return named;
    if (coded[2] === expected && /\d/.test(body)) return { rest: body, country: expected };
  }
  const plain = words(text);
  for (let count = Math.min(LONGEST_COUNTRY, plain.length - 1); count > 0; count -= 1) {
    const name = plain.slice(-count);
    const country = isPlainCountry(name) ? countryByName(name) : null;
    if (country === null || LINKING.has(plain.at(-count - 1) ?? '')) continue;
    const rest = keepWords(text, plain.length - count);
    if (rest !== null && rest !== '' && !(CITY_STATES.has(country) && !/\p{L}/u.test(rest))) return { rest, country };
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

function isRegionName(plain: readonly string[], country: string | null): boolean {
  return country !== null && (ADDRESS_REGIONS.get(country)?.has(plain.join(' ')) ?? false);
}

/** Marks parts that are a region and takes a region off the end of a part. */
function takeRegions(parts: readonly Part[], country: string | null): void {
  if (country === null) return;
  for (const [position, part] of parts.entries()) {
    if (part.role !== 'open') continue;
    const plain = words(part.text.replaceAll(/[()]/g, ' '));
    if (!isRegion(plain, country)) continue;
    const before = parts[position - 1];
    const insideLine = before?.line === part.line && isKnownCity(words(before.text), country);
    if (isKnownCity(plain, country) && !insideLine) continue;
    part.role = 'region';
    part.left = '';
  }
  for (const part of parts) {
    if (part.role !== 'open') continue;
    for (let cut = withoutRegion(part.text, country); cut !== null; cut = withoutRegion(part.text, country)) {
      if (!hasStreetSign(part.text)) part.left = cut;
      part.text = cut;
      part.closed = true;
    }
  }
  markClosed(parts, 'region');
}

const REGION_WORDS =
  /^(?:.+ )?(?:okrug|province|provice|prov|region|oblast|obl|krai|kray|kraj|county|prefecture|ken|governorate|voivodeship|lan|do|republic|autonomous region)$/;
const REGION_STARTS =
  /^(?:region|provincia|province of|prov|county|co|state of|republic of|oblast|kraj|okres|judet|jud|comunidad|wojewodztwo|woj|kanton|canton) (?:.+)$/;

function isRegion(plain: readonly string[], country: string): boolean {
  const name = plain.join(' ');
  return name !== '' && (isRegionName(plain, country) || REGION_WORDS.test(name) || REGION_STARTS.test(name));
}

/** "Brisbane QLD", "Rho (Milano)", "Beuningen (GLD)", "Conegliano TV", "MUMBAI-MUM". */
function withoutRegion(text: string, country: string): string | null {
  const bracket = /^(.+?)\s*\(([^()\d]+)\)\s*(\d*)$/.exec(text);
  if (bracket) return tidyText(`${bracket[1] ?? ''} ${bracket[3] ?? ''}`);
  if (!INLINE_REGIONS.has(country)) return null;
  const digits = /\s*[-,]?\s*(\d[\d -]*)$/.exec(text);
  const body = digits ? text.slice(0, digits.index) : text;
  const again = (kept: string): string => (digits ? `${kept} ${digits[1] ?? ''}` : kept);
  const coded = country === 'IN' ? /^([\p{L} .]+?)-([A-Z]{2,4})$/u.exec(body) : null;
  if (coded && isShortOf(coded[2] ?? '', coded[1] ?? '')) return again(coded[1] ?? '');
  const plain = words(body);
  for (let count = Math.min(4, plain.length - 1); count > 0; count -= 1) {
    const ending = plain.slice(-count);
    if (!isRegionName(ending, country)) continue;
    // "Via Carlo Bo" is not in the province of Bologna.
    if (ending.join('').length === 2 && !/\p{Lu}{2}\W*$/u.test(body)) continue;
    if (UNFINISHED.has(plain.at(-count - 1) ?? '') || isKnownCity(plain, country)) return null;
    const kept = keepWords(`${body} `, plain.length - count);
    if (kept === null || kept === '') return null;
    // A region that is also a city goes only where a city remains.
    return isKnownCity(ending, country) && !isKnownCity(words(kept), country) ? null : again(kept);
  }
  return null;
}

/** Whether the letters of a code stand in a name in their order. */
function isShortOf(code: string, name: string): boolean {
  let at = 0;
  const letters = name.toUpperCase();
  return code.split('').every((letter) => {
    at = letters.indexOf(letter, at) + 1;
    return at > 0;
  });
}

const UNFINISHED = new Set(
  'new san santa sant santo st saint los las el la le les north south east west fort port mount bad ho navi di de del della dei al am an der im do da dos das sur sous en by upon on of the van aan den os greater central upper lower old'.split(
    ' ',
  ),
);

type Found = {
  readonly postcode: string | null;
  /** Null where it must be looked for. */
  readonly city: string | null;
  readonly part: Part;
};

type Candidate = Found & {
  readonly postcode: string;
  readonly score: number;
  /** What remains of the part for the street. */
  readonly left: string;
};

function canonical(groups: readonly (string | undefined)[], form: PostcodeForm): string | null {
  const shown = groups.filter((group) => group !== undefined && group !== '');
  // Brazil's two groups before the hyphen are one.
  const code = (shown.length === 3 ? [`${shown[0] ?? ''}${shown[1] ?? ''}`, shown[2]] : shown).join(form.join);
  return isFiller(code) ? null : code.toUpperCase();
}

function wholePostcode(text: string, form: PostcodeForm): string | null {
  const match = form.whole.exec(text.trim().replaceAll(/[()]/g, ''));
  return match ? canonical(match.slice(1), form) : null;
}

/** LACNIC's last line is "postcode - city - region", each of them often empty. */
const PLACE_LINE = /^\s*([A-Z]{0,5}\d{0,9}(?:-\d{3})?|-)\s*-(?:\s*-)?\s+([^\d-][^\d]*?)\s+-(?:\s.*)?$/i;

/** Countries of the registry that writes so. */
const PLACE_LINE_COUNTRIES = new Set(
  'AR BO BR BZ CL CO CR CU CW DO EC GT GY HN HT MX NI PA PE PY SR SV SX TT UY VE AW BQ GF'.split(' '),
);

function takePlaceLine(lines: readonly string[], parts: readonly Part[], country: string | null): Found | null {
  if (country === null || !PLACE_LINE_COUNTRIES.has(country)) return null;
  const at = lines.findLastIndex((line) => PLACE_LINE.test(line));
  const match = PLACE_LINE.exec(lines[at] ?? '');
  const own = parts.filter(({ line, role }) => line === at && role !== 'noise');
  if (!match || own.length === 0) return null;
  const form = POSTCODE_FORMS.get(country);
  const names = (match[2] ?? '').split(',').map((each) => withoutRegion(tidyText(each), country) ?? each);
  const city = names.map((each) => cityName(each, country)).find((each) => each !== null) ?? null;
  if (city === null) return null;
  for (const part of own) {
    part.role = 'postcode';
    part.left = '';
  }
  const part = own[0];
  return part ? { postcode: form ? wholePostcode(match[1] ?? '', form) : null, city, part } : null;
}

/** The postcode that stands surest; null when there is none or two that differ are equally sure. */
function takePostcode(parts: readonly Part[], country: string | null): Found | null {
  const form = country === null ? undefined : POSTCODE_FORMS.get(country);
  if (!form || country === null) return null;
  const candidates = parts.flatMap((part, position) =>
    part.role === 'open' && /\d/.test(part.text) ? candidatesIn(parts, position, form, country) : [],
  );
  const best = Math.max(...candidates.map(({ score }) => score));
  const sure = candidates.filter(({ score }) => score === best);
  const [first] = sure;
  if (!first || sure.some(({ postcode }) => postcode !== first.postcode)) return null;
  const same = candidates.filter(({ postcode }) => postcode === first.postcode);
  for (const { part, left } of same) {
    part.role = 'postcode';
    part.left = left;
  }
  const known = same.find(({ city }) => city !== null && isKnownCity(words(city), country));
  const chosen = known ?? sure.find(({ city }) => city !== null) ?? first;
  // India's lines before the state are the city.
  const line = known || country !== 'IN' ? undefined : parts.findLast((part) => part.whole && part.closed);
  return { ...chosen, city: cityIn(line, country) ?? cityBefore(parts, chosen, country) };
}

/** Countries where a city and the province around it bear one name. */
const NAMESAKES = new Set(['AR', 'ES', 'US', 'IE', 'IT', 'CA', 'MX', 'PT', 'BR']);

/** "Zárate, Buenos Aires 2800": the city stands before the province. */
function cityBefore(parts: readonly Part[], { city, part }: Candidate, country: string): string | null {
  const before = parts[parts.indexOf(part) - 1];
  if (city === null || before?.line !== part.line || !NAMESAKES.has(country)) return city;
  const own = isRegionName(words(city), country) && !hasStreetSign(before.text) ? cityIn(before, country) : null;
  if (own !== null) before.role = 'city';
  if (own !== null) before.left = '';
  return own ?? city;
}

function candidatesIn(parts: readonly Part[], position: number, form: PostcodeForm, country: string): Candidate[] {
  const part = parts[position];
  if (!part) return [];
  const text = part.text.replaceAll(/[()]/g, ' ').replaceAll(/\s+/g, ' ').trim();
  if (!form.distinctive && !/\d{3}/.test(text)) return [];
  if (form.whole.test(text)) return aloneIn(parts, position, form, country, text);
  const candidates: Candidate[] = [];
  const leading = form.leading.exec(text);
  if (leading) {
    const rest = stripCountryLead(leading.at(-1) ?? '');
    const postcode = canonical(leading.slice(1, -1), form);
    const city = cityName(rest, country, true);
    const known = city !== null && isKnownCity(words(city), country);
    const houseNumber = form.place !== 'before' && !form.distinctive && part.line === 0 && !known;
    if (postcode !== null && city !== null && !houseNumber) {
      const score = form.place === 'after' && !form.distinctive ? 3 : 5;
      candidates.push({ postcode, city, part, score, left: '' });
    } else if (postcode !== null && form.distinctive && !isStreet(rest)) {
      candidates.push({ postcode, city: null, part, score: 3, left: rest });
    }
  }
  const trailing = leading && candidates.length > 0 ? null : form.trailing.exec(text);
  const ended = trailing ? endingIn(trailing, form, country, part) : null;
  if (ended) candidates.push(ended);
  const between = candidates.length > 0 || form.place === 'after' ? null : form.between.exec(text);
  if (between) {
    const postcode = canonical(between.slice(2, -1), form);
    const city = cityName(between.at(-1) ?? '', country, true);
    const long = form.distinctive || (postcode ?? '').replaceAll(/\D/g, '').length >= 5;
    const left = between[1] ?? '';
    if (postcode !== null && city !== null && (long || isKnownCity(words(city), country)) && hasStreetSign(left)) {
      candidates.push({ postcode, city, part, score: 4, left });
    }
  }
  if (candidates.length === 0 && (form.distinctive || country === 'IN')) {
    candidates.push(...anywhereIn(text, part, form, country));
  }
  return candidates;
}

/** A postcode that is a line or a part of its own. */
function aloneIn(
  parts: readonly Part[],
  position: number,
  form: PostcodeForm,
  country: string,
  text: string,
): Candidate[] {
  const part = parts[position];
  const postcode = wholePostcode(text, form);
  if (!part || postcode === null) return [];
  const next = parts[position + 1];
  const before = parts.slice(0, position).findLast(({ role }) => role !== 'region');
  const neighbours = [part.whole ? statedIn(next, country) : cityIn(next, country), cityIn(before, country)].filter(
    (city) => city !== null,
  );
  const known = neighbours.some((city) => isKnownCity(words(city), country));
  const short = postcode.replaceAll(/\W/g, '').length < 5 && !form.distinctive;
  // A city that could not be read, in letters that are broken.
  const damaged = part.whole && next?.whole === true && next.role === 'open' && /^\D+$/.test(next.text);
  const stands = neighbours.length > 0 || damaged;
  // "Dorrego, 2520": a house number.
  if (short && (part.whole ? !stands : !known)) return [];
  if (!stands && !form.distinctive && parts.length === 1) return [];
  return [{ postcode, city: null, part, score: stands ? 4 : 2, left: '' }];
}

function endingIn(trailing: RegExpExecArray, form: PostcodeForm, country: string, part: Part): Candidate | null {
  const before = trailing[1] ?? '';
  const postcode = canonical(trailing.slice(2), form);
  if (postcode === null) return null;
  const ending = lastKnownCity(before, country);
  const whole = cityName(before, country);
  // "Exempel Road Sampur"
  const city = ending !== null && ending.rest.includes(' ') ? null : whole;
  const known = city !== null && isKnownCity(words(city), country);
  const length = postcode.replaceAll(/\W/g, '').length;
  if (city !== null && (known || form.place !== 'before' || length >= 5 || part.closed)) {
    return { postcode, city, part, score: form.place === 'before' && !known ? 3 : 5, left: '' };
  }
  if (ending !== null && (length >= 5 || form.place !== 'before')) {
    return { postcode, city: ending.city, part, score: 4, left: ending.rest };
  }
  // "California 94104"
  if (form.place === 'after' && isRegion(words(before), country)) {
    return { postcode, city: null, part, score: 4, left: '' };
  }
  if (form.distinctive || (length >= 6 && form.place === 'after')) {
    return { postcode, city: null, part, score: 2, left: before };
  }
  return null;
}

/** A postcode that is none of the other numbers of a line, in its middle. */
function anywhereIn(text: string, part: Part, form: PostcodeForm, country: string): Candidate[] {
  const match = form.anywhere.exec(text);
  const postcode = match ? canonical(match.slice(1), form) : null;
  if (!match || postcode === null) return [];
  const left = text.slice(0, match.index);
  const after = cityName(text.slice(match.index + match[0].length), country);
  const before = lastKnownCity(left, country);
  if (form.place !== 'after' && after !== null) return [{ postcode, city: after, part, score: 2, left }];
  return [{ postcode, city: before?.city ?? null, part, score: 2, left: before?.rest ?? left }];
}

function stripCountryLead(text: string): string {
  const plain = words(text);
  return plain.length > 1 && isPlainCountry(plain.slice(0, 1)) ? text.replace(/^\S+\s+/, '') : text;
}

/** The last words of a text that are a known city, and what stands before them. */
function lastKnownCity(text: string, country: string): { city: string; rest: string } | null {
  const tokens = withoutNoise(text)
    .split(/[\s,]+/)
    .filter((token) => token !== '');
  for (let count = Math.min(4, tokens.length); count > 0; count -= 1) {
    const ending = tokens.slice(-count).join(' ');
    if (!isKnownCity(words(ending), country)) continue;
    const before = tokens.slice(0, -count).join(' ');
    const again = before === '' ? null : lastKnownCity(before, country);
    // "Warszawa Warszawa": city and county.
    return { city: tidyCity(ending), rest: again && sameWords(again.city, ending) ? again.rest : before };
  }
  return null;
}

/** The line behind a line that is a postcode. */
function statedIn(part: Part | undefined, country: string | null): string | null {
  return part?.role === 'open' ? cityName(part.text, country, true) : null;
}

function cityIn(part: Part | undefined, country: string | null): string | null {
  return part?.role === 'open' ? cityName(part.text, country) : null;
}

/** What numbers or names a part of a city, or belongs to the post. */
const CITY_NOISE: readonly RegExp[] = [
  /\s*\bcedex\b.*$/i,
  /\s*\bsector(?:ul)? ?\d$/i,
  /\s+\d{1,2}(?:\.|\s?(?:district|okres|ker\.?))?$/i,
  /^(?:city of|city|gorod|g\.|gor\.|mun\.|municipiul|or\.|m\.|pgt|pos\.|poselok|selo)\s+/i,
  /\s+(?:dist|distt|district)\.?$/i,
];

/** Cities whose name ends in "City". */
const NAMED_CITY =
  /^(?:new york|quebec|mexico|kuwait|panama|guatemala|belize|ho chi minh|oklahoma|kansas|salt lake|jersey|iowa|carson|dodge|quezon|cebu|davao|makati|angeles|century|welwyn garden|daly|culver|bossier|michigan|redwood|foster|union|rapid|sioux|johnson|jefferson|ellicott|texas|league|haines|plant|dade|garden|national|studio|benin|vatican|bay|traverse|ocean|atlantic|elizabeth|morehead|cathedral|lake|bullhead|park|cedar|west valley|yuba|nevada|calumet|del|mason) city$/i;

function withoutNoise(text: string): string {
  const city = CITY_NOISE.reduce((rest, noise) => tidyText(rest.replace(noise, '')), tidyText(text));
  return NAMED_CITY.test(words(city).join(' ')) ? city : tidyText(city.replace(/\s+city$/i, ''));
}

function tidyCity(text: string): string {
  const city = withoutNoise(text);
  const shouting = /^\p{Lu}{2,3}$/u.test(city) ? city.charAt(0) + city.slice(1).toLowerCase() : city;
  return SPELLED[words(city).join(' ')] ?? tidyCapitals(shouting);
}

/** Cities whose capitals hide an apostrophe. */
const SPELLED: Readonly<Record<string, string>> = {
  's gravenhage': "'s-Gravenhage",
  sgravenhage: "'s-Gravenhage",
  's hertogenbosch': "'s-Hertogenbosch",
  shertogenbosch: "'s-Hertogenbosch",
  ijsselstein: 'IJsselstein',
  ijmuiden: 'IJmuiden',
  caba: 'CABA',
};

const CITY_LETTERS = /^[\p{L}\p{M}'’`´. \-/]+$/u;

/**
 * The city that a text is; null when it may be anything else. Behind a postcode (`stated`) it may hold a word of
 * streets inside ("A Rua de Exemplo").
 */
function cityName(text: string, country: string | null, stated = false): string | null {
  const bare = withoutNoise(text);
  const plain = words(bare);
  if (isKnownCity(plain, country)) return tidyCity(bare);
  const length = plain.join('').length;
  if (!CITY_LETTERS.test(bare) || plain.length === 0 || plain.length > 6 || bare.length > 45) return null;
  if (length < 2 || (length === 2 && !SHORT_NAMES.has(country ?? ''))) return null;
  if (stated ? isStreetAtEnds(plain) : isStreet(bare)) return null;
  if (plain.some((word) => NOISE_WORDS.has(word) || (!stated && isCode(word)))) return null;
  // "BB IBS"
  if (
    !stated &&
    plain.every((word) => word.length <= 3) &&
    (plain.length === 1 || plain.some((word) => !/[aeiouy]/.test(word)))
  )
    return null;
  if (countryByName(plain) !== null || (country !== null && isRegion(plain, country))) return null;
  // "Koebenhavn V" is a part of the city behind a postcode, no form.
  const quarter = stated && (plain.at(-1) ?? '').length <= 2;
  const form = plain.length > 1 && !quarter ? readLegalForm(plain, country).form : null;
  if (form !== null && (form.countries.length === 0 || country === null || form.countries.includes(country)))
    return null;
  return tidyCity(bare);
}

/** Letters that nobody can say. */
function isCode(word: string): boolean {
  return word.length > 3 && !/[aeiouy]|[^a-z]/.test(word);
}

/** Behind a postcode a word of streets counts only at either end ("A Rua de Exemplo"), and few endings do ("Salzweg"). */
function isStreetAtEnds(plain: readonly string[]): boolean {
  const [first = '', last = ''] = [plain[0], plain.at(-1)];
  const opens = STREET_WORDS.has(first) && !(plain.length > 1 && SAFE_STARTS.has(first));
  return opens || STREET_WORDS.has(last) || /.(?:strasse|stra?ße|str|gatan|gasse|straat|utca)$/.test(last);
}

const SHORT_NAMES = new Set(['NO', 'SE', 'DK', 'FI', 'FR', 'JP']);

function isStreet(text: string): boolean {
  const plain = words(text);
  return plain.some((word, position) => {
    // "St Albans", "St. Johann".
    if (position === 0 && SAFE_STARTS.has(word)) return false;
    if (STREET_WORDS.has(word)) return true;
    return STREET_ENDINGS.some((ending) => word.length > ending.length + 1 && word.endsWith(ending));
  });
}

/** Street words with which cities begin. */
const SAFE_STARTS = new Set('st col al la c ter no bar center park plan mah han per village'.split(' '));

/** A word with a house number behind or before it, or a word of streets. */
const NUMBERED =
  /(?:\p{L}{3,}[.,]? ?|\p{L}[.,]* +)(?:n[ro°º]?\.? ?|# ?)?\d{1,5} ?\p{L}?(?![\p{L}\d]|-\p{L})|^\d{1,5}\p{L}?[ ,]+(?:\p{L}\.? )?\p{L}{3}/u;

function hasStreetSign(text: string): boolean {
  return /\p{L}{2}/u.test(text) && (isStreet(text) || NUMBERED.test(text));
}

function withoutNumbers(text: string): string[] {
  return words(text).filter((word) => !/\d/.test(word));
}

/** A word that ends as Dutch places do and no other Dutch word. */
const DUTCH_PLACE =
  /^(?:(?:nieuw|oud|sint|st\.?|noord|zuid|oost|west|den|de|bad|klein|groot)[ -])?\p{L}{2,}(?:dam|dijk|veen|burg|drecht|hoven|wijk|ingen|huizen|kerk|kapelle|meer|voort|broek|dorp|zijl|horst|laar|rade|woude|zand|monde|muiden|waard|rode|sluis|wolde|bergen|oord|beek)$/iu;

/** Countries that write "City" behind a city's name; elsewhere it is a part of one ("Harbour City"). */
const CITY_SUFFIXED = new Set('CN PH VN TW KR MM LA RU UA BY KZ'.split(' '));

/** Looks for the city beside a postcode, or for one that stands without. */
function takeCity(
  parts: readonly Part[],
  country: string | null,
  found: Found | null,
  nothingElse: boolean,
): string | null {
  const claim = (part: Part, city: string, left = ''): string => {
    part.role = 'city';
    part.left = left;
    return city;
  };
  const open = parts.filter(({ role }) => role === 'open');
  const known = (part: Part | undefined): boolean =>
    part?.role === 'open' && isKnownCity(words(withoutNoise(part.text)), country);
  if (found !== null) {
    const at = parts.indexOf(found.part);
    const form = POSTCODE_FORMS.get(country ?? '');
    const following = parts[at + 1];
    const preceding = parts.slice(0, at).findLast(({ role }) => role !== 'region');
    // The British write either way: a known city decides.
    const order = form?.place === 'after' ? [preceding, following] : [following, preceding];
    const closed = preceding?.line === found.part.line && preceding.closed ? preceding : undefined;
    // "Obrero, Panamá City": the city is the last of a line.
    const inLine = parts.slice(at + 1).find((part) => part.line === following?.line && known(part));
    for (const part of [closed, order.find(known), inLine, following, preceding]) {
      const city = part === following && found.part.whole ? statedIn(part, country) : cityIn(part, country);
      const perhapsName = part === preceding && part?.line === 0 && part.whole && !known(part) && !part.closed;
      if (part && city !== null && !perhapsName) return claim(part, city);
    }
  }
  const named = country === null && !open.some(({ text }) => hasStreetSign(text)) ? undefined : open.findLast(known);
  if (named) return claim(named, tidyCity(named.text));
  const suffixed = CITY_SUFFIXED.has(country ?? '')
    ? open.findLast(({ text }) => /\bcity\.?$/i.test(text) && cityName(text, country) !== null)
    : undefined;
  if (suffixed) return claim(suffixed, tidyCity(suffixed.text));
  const closed = open.findLast((part) => part.closed && cityIn(part, country) !== null);
  const closedCity = cityIn(closed, country);
  if (closed && closedCity !== null && parts.length > 1) return claim(closed, closedCity);
  // "Russian Federation, Bryanskaya oblast, Starodub"
  const behind = open.findLast((part) => {
    const position = parts.indexOf(part);
    const before = parts[position - 1];
    const ends = parts[position + 1]?.line !== part.line;
    const inside = before?.line === part.line && (before.role === 'region' || before.role === 'country');
    return ends && inside && cityIn(part, country) !== null;
  });
  const behindCity = cityIn(behind, country);
  if (behind && behindCity !== null) return claim(behind, behindCity);
  for (const part of open.toReversed()) {
    const ending = country === null ? null : (lastKnownCity(part.text, country) ?? firstKnownCity(part.text, country));
    const sure = part.closed || country === 'KR' || (/\d/.test(part.text) && NUMBERED.test(part.text));
    if (ending !== null && ending.rest !== '' && sure) return claim(part, ending.city, ending.rest);
  }
  // "Lagos (80078)": whatever the number is.
  const numbered = open.findLast(({ text, whole }) => whole && isKnownCity(withoutNumbers(text), country));
  if (numbered && country !== null) return claim(numbered, tidyCity(numbered.text.replaceAll(/\(?\d[\d -]*\)?/g, ' ')));
  // "POSTBODE BV", "VOORBEELDERDIJK": the city is the last line.
  const lone = open.findLast(({ whole, text }) => whole && country === 'NL' && DUTCH_PLACE.test(text));
  const loneCity = open.length === 1 || (lone !== undefined && lone.line > 0) ? cityIn(lone, country) : null;
  if (lone && loneCity !== null && parts.every(({ line, role }) => line <= lone.line || role === 'noise'))
    return claim(lone, loneCity);
  // Behind a street with its number.
  const last = open.at(-1);
  const before = last === undefined ? undefined : parts[parts.indexOf(last) - 1];
  const behindStreet = before?.role === 'open' && NUMBERED.test(before.text) && !isNoisy(before.text);
  // An organisation's last line behind masked ones.
  const behindMasks = nothingElse && open.length === 1 && before?.role === 'noise' && last?.whole === true;
  const after = last && (behindStreet || behindMasks) && isAlonePlace(last, country) ? last : undefined;
  const city = cityIn(after, country);
  return after && city !== null ? claim(after, city) : null;
}

/** "Seoul Jung-gu Toegye-ro": Koreans begin with the city. */
function firstKnownCity(text: string, country: string): { city: string; rest: string } | null {
  const [first = '', ...rest] = text.split(' ');
  return country === 'KR' && isKnownCity(words(first), country)
    ? { city: tidyCity(first), rest: rest.join(' ') }
    : null;
}

function isNoisy(text: string): boolean {
  return words(text).some((word) => NOISE_WORDS.has(word));
}

function isAlonePlace(part: Part, country: string | null): boolean {
  const parts = readLegalForm(words(part.text), country);
  return cityIn(part, country) !== null && parts.form === null && readsAsPerson(part.text, parts) === 'no';
}

type StreetContext = {
  /** Whether postcode or city were found. */
  readonly anchored: boolean;
  /** Whether the lines hold nothing but an address. */
  readonly nothingElse: boolean;
  readonly city: string | null;
  readonly country: string | null;
};

/** What reads as a street: by its words and numbers, and by standing right before the place. */
function readStreet(
  parts: readonly Part[],
  placed: ReadonlySet<number>,
  { anchored, nothingElse, city, country }: StreetContext,
): { text: string | null; used: readonly number[] } {
  const streets: { line: number; text: string }[] = [];
  const last = parts.at(-1)?.line ?? -1;
  const belongs = new Set(placed);
  for (let line = last; line >= 0; line -= 1) {
    const own = parts.filter((part) => part.line === line);
    if (own.length === 0 || own.some(({ role }) => role === 'noise')) continue;
    const pieces = own.map(({ left }) => left).filter((piece) => piece !== '' && !sameWords(piece, city));
    const text = pieces.join(', ');
    if (text === '') continue;
    const byWord = hasStreetSign(text) && (belongs.has(line) || isStreetLine(text, country, anchored));
    const byPlace = anchored && belongs.has(line + 1) && (line > 0 || nothingElse) && looksLikePlace(text, country);
    if (!byWord && !byPlace) continue;
    belongs.add(line);
    streets.unshift({ line, text });
  }
  if (streets.length === 0) return { text: null, used: [] };
  const text = tidyStreet([...new Set(streets.map((street) => street.text))].join(', '));
  return { text, used: text === null ? [] : streets.map(({ line }) => line) };
}

function isStreetLine(text: string, country: string | null, anchored: boolean): boolean {
  const plain = words(text);
  if (readLegalForm(plain, country).form !== null && !(isStreet(text) && /\d/.test(text))) return false;
  const numbered = NUMBERED.test(text);
  if (plain.some((word) => NOISE_WORDS.has(word))) return numbered && isStreet(text);
  return isStreet(text) ? numbered || anchored : numbered;
}

function looksLikePlace(text: string, country: string | null): boolean {
  const plain = words(text);
  const parts = readLegalForm(plain, country);
  return (
    plain.length <= 4 &&
    parts.form === null &&
    !isNoisy(text) &&
    readsAsPerson(text, parts) === 'no' &&
    /\p{L}{3}/u.test(text)
  );
}

function tidyStreet(text: string): string | null {
  const street = tidyText(text.replaceAll(/ ,/g, ','));
  return street.length < 3 || !/\p{L}/u.test(street) ? null : tidyCapitals(street);
}

/** Words that the post shortens so. */
const SHORT_WORDS = new Set('twp bch hts spgs spg mtn jct ctr crk'.split(' '));
/** Cities of three letters. */
const SHORT_CITIES = new Set('rye ely ada lee jay opp roy rio gap ola ulm oss ede urk rho val pau'.split(' '));

/** Carriers shorten cities to what fits their forms: "SJ", "VIS", "P BCH GDNS". */
function isAbbreviated(city: string): boolean {
  const plain = words(city);
  const code = /^\p{Lu}{1,3}$/u.test(city) && !SHORT_CITIES.has(plain.join(''));
  return code || plain.some((word) => word.length > 2 && !SHORT_WORDS.has(word) && !/[aeiouy]|[^a-z]/.test(word));
}

/** A city that has an attribute of its own. */
function statedCity(text: string, region: string | null, country: string | null): string | null {
  if (isMaskedAddress(text)) return null;
  const first = tidyText(text.split(',')[0] ?? '');
  const plain = words(first);
  const regionLast = region !== null && plain.length > 1 && plain.at(-1) === region.toLowerCase();
  const city = regionLast ? (keepWords(`${first} `, plain.length - 1) ?? first) : first;
  if (!/^[\p{L}\p{M}'’`´. \-/()&]+$/u.test(city) || city.length < 3 || city.length > 45) return null;
  // "Peru, IL" is a city, "Peru" is not.
  if (region === null && countryByName(words(city)) !== null && !isKnownCity(words(city), country)) return null;
  if (isAbbreviated(city)) return null;
  return tidyCapitals(city);
}
