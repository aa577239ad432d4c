/**
 * Invented companies for the benchmark of matching: each is a pure function of the seed and its number, so that a list of
 * millions needs no memory, and whoever invents networks can ask for any company of it again.
 */
import { readLegalForm } from '../src/company/legal-forms.ts';
import { words } from '../src/company/words.ts';
import { randomNumbers } from './addresses.ts';
import {
  BRAND_CODAS,
  BRAND_ENDINGS,
  BRAND_ONSETS,
  BRAND_VOWELS,
  COUNTRIES,
  type CountryTable,
  type FormRow,
  type Pattern,
} from './companies-tables.ts';

export type City = {
  readonly name: string;
  /** As networks often write it; the same where it has no tail. */
  readonly short: string;
  readonly postcodes: readonly string[];
};

export type PartRole = 'surname' | 'first' | 'trade' | 'coined' | 'initials' | 'region' | 'place' | 'and' | 'sister';
export type Part = { readonly text: string; readonly role: PartRole };

export type InventedCompany = {
  readonly index: number;
  readonly table: CountryTable;
  readonly pattern: Pattern;
  /** The name without its legal form, in full. */
  readonly core: readonly Part[];
  readonly form: FormRow;
  /** As the list writes it. */
  readonly name: string;
  /** The list writes words of it short. */
  readonly isShort: boolean;
  readonly street: string;
  readonly postcode: string;
  readonly city: City;
  readonly employees: number;
};

export type Random = () => number;
export const pick = <Item>(list: readonly Item[], random: Random): Item => {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
};

/** Of a hundred companies so many are near-duplicates of one before them. */
const SISTERS = 0.1;
/** Most names of a register are written in capitals in some countries. */
const IN_CAPITALS: Readonly<Record<string, number>> = {
  GB: 0.6,
  FR: 0.4,
  IT: 0.4,
  ES: 0.4,
  PL: 0.4,
  US: 0.15,
  NL: 0.05,
};
const LISTED_SHORT = 0.12;
const LISTED_WITH_OTHER_FORM = 0.06;

export type CompanyMaker = {
  readonly company: (index: number) => InventedCompany;
  readonly tableAt: (random: Random) => CountryTable;
  readonly cityOf: (table: CountryTable, random: Random) => City;
  readonly postcodeIn: (table: CountryTable, city: City, random: Random) => string;
  readonly surname: (table: CountryTable, random: Random) => string;
};

export function createCompanyMaker(seed: number): CompanyMaker {
  const cities = new Map(COUNTRIES.map((table, position) => [table, inventCities(table, mix(seed, position, 7))]));
  const totalShare = COUNTRIES.reduce((sum, { share }) => sum + share, 0);

  const tableAt = (random: Random): CountryTable => weighted(COUNTRIES, ({ share }) => share, totalShare, random);
  const cityOf = (table: CountryTable, random: Random): City => skewed(cities.get(table) ?? [], 2.5, random);

  const root = (index: number): InventedCompany => {
    const random = randomNumbers(mix(seed, index, 1));
    const table = tableAt(random);
    const city = cityOf(table, random);
    const { core, pattern } = inventCore(table, city, random);
    const form = formFor(table, pattern, random);
    return {
      index,
      table,
      pattern,
      core,
      form,
      ...listedName(table, core, form, random),
      street: streetIn(table, random),
      postcode: postcodeIn(table, city, random),
      city,
      employees: headcount(random),
    };
  };

  /** Sisters of one base at one address, under another form, in another city … */
  const sister = (index: number, base: InventedCompany): InventedCompany => {
    const random = randomNumbers(mix(seed, index, 2));
    const { table } = base;
    const kind = random();
    // No register enters two companies of one name and form at one place.
    const otherForm = (): Partial<InventedCompany> => {
      const form = formFor(table, base.pattern, random);
      return familyOf(form, table) === familyOf(base.form, table) ? asSister() : { form };
    };
    const asSister = (): Partial<InventedCompany> => ({
      core: [...base.core, { text: pick(table.sisters, random), role: 'sister' }],
    });
    const changed: Partial<InventedCompany> =
      kind < 0.3
        ? otherForm()
        : kind < 0.7
          ? asSister()
          : kind < 0.8
            ? { core: otherTrade(table, base.core, random) }
            : { ...elsewhere(table, random) };
    const { core, form, ...rest } = { ...base, ...changed };
    return { ...rest, index, core, form, ...listedName(table, core, form, random), employees: headcount(random) };
  };
  const elsewhere = (table: CountryTable, random: Random): Pick<InventedCompany, 'city' | 'postcode' | 'street'> => {
    const city = cityOf(table, random);
    return { city, postcode: postcodeIn(table, city, random), street: streetIn(table, random) };
  };

  const isSister = (index: number): boolean => index > 0 && mix(seed, index, 3) / 2 ** 32 < SISTERS;
  const company = (index: number): InventedCompany => {
    if (!isSister(index)) return root(index);
    let base = index - 1;
    while (isSister(base)) base -= 1;
    return sister(index, root(base));
  };
  return { company, tableAt, cityOf, postcodeIn, surname };
}

function postcodeIn(table: CountryTable, city: City, random: Random): string {
  return filled(pick(city.postcodes, random), table.postcode, random);
}

/** A name as comparable letters: two companies of one key are called the same but for the legal form. */
export function keyOf(core: readonly Part[]): string {
  return core.map(({ text, role }) => (role === 'and' ? 'and' : plainOf(text))).join(' ');
}

const plainTexts = new Map<string, string>();
const MOST_KEPT = 1 << 16;

export function plainOf(text: string): string {
  const known = plainTexts.get(text);
  if (known !== undefined) return known;
  const plain = words(text).join(' ');
  if (plainTexts.size < MOST_KEPT) plainTexts.set(text, plain);
  return plain;
}

const families = new Map<FormRow, string>();

/** Forms of one family are one form in two spellings ("LTD", "LIMITED"). */
export function familyOf(form: FormRow, { country }: CountryTable): string {
  const known = families.get(form);
  if (known !== undefined) return known;
  const family = readLegalForm(['x', ...words(form[0])], country).form?.family ?? form[0];
  families.set(form, family);
  return family;
}

export function nameOf(core: readonly Part[], form: string): string {
  const text = core.map((part) => part.text).join(' ');
  return form === '' ? text : `${text} ${form}`;
}

/** Words of the core that have an abbreviation, written short. */
export function abbreviated(core: readonly Part[], { abbreviations }: CountryTable): readonly Part[] {
  return core.map((part) => {
    const short = abbreviations.find(([full]) => part.text === full)?.[1];
    if (short !== undefined) return { ...part, text: short };
    const [first = '', ...rest] = part.text.split(' ');
    const shortFirst = rest.length > 0 ? abbreviations.find(([full]) => first === full)?.[1] : undefined;
    return shortFirst === undefined ? part : { ...part, text: [shortFirst, ...rest].join(' ') };
  });
}

/** The same core with another trade; unchanged where it has none. */
export function otherTrade(table: CountryTable, core: readonly Part[], random: Random): readonly Part[] {
  const at = core.findIndex(({ role }) => role === 'trade');
  return core.map((part, position) => (position === at ? { ...part, text: pick(table.trades, random) } : part));
}

export function coinedWord(random: Random): string {
  const syllables = random() < 0.35 ? 1 : 2;
  let word = '';
  for (let syllable = 0; syllable < syllables; syllable += 1) {
    word += pick(BRAND_ONSETS, random) + pick(BRAND_VOWELS, random) + pick(BRAND_CODAS, random);
  }
  word += (/[aeiouy]$/.test(word) ? pick(BRAND_ONSETS, random) : '') + pick(BRAND_ENDINGS, random);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** How many companies of exactly this name one among all that are invented is to be expected to meet: its probability. */
export function expectedBearers({ table, pattern, core, city }: InventedCompany): number {
  const chances = core.map(({ text, role }): number => {
    switch (role) {
      case 'coined':
        return 1e-8;
      case 'surname':
        return chanceOfSurname(table, text);
      case 'trade':
        return chanceOf(table.trades.indexOf(text), table.trades.length, TRADE_SKEW);
      case 'first':
        return text === table.brothers ? 1 : 1 / table.firstNames.length;
      case 'initials':
        return text.length === 2 ? 0.3 / LETTERS.length ** 2 : 0.7 / LETTERS.length ** 3;
      case 'region':
        return 1 / table.regions.length;
      case 'place':
        return city.postcodes.length > 5 ? 0.02 : 0.001;
      case 'sister':
        return SISTERS / table.sisters.length;
      default:
        return 1;
    }
  });
  const ofPattern = (table.patterns[pattern] / 100) * (table.share / 100);
  return chances.reduce((product, chance) => product * chance, ofPattern);
}

function chanceOfSurname({ surnames, stems, endings }: CountryTable, text: string): number {
  const rank = surnames.indexOf(text);
  const composed = (1 - KNOWN_SURNAMES) / (stems.length * endings.length);
  return rank < 0 ? composed : KNOWN_SURNAMES * chanceOf(rank, surnames.length, SURNAME_SKEW);
}

/** Of one rank where `skewed` draws. */
function chanceOf(rank: number, count: number, skew: number): number {
  return ((rank + 1) / count) ** (1 / skew) - (rank / count) ** (1 / skew);
}

const KNOWN_SURNAMES = 0.55;
const SURNAME_SKEW = 1.5;
const TRADE_SKEW = 1.4;

function inventCore(
  table: CountryTable,
  city: City,
  random: Random,
): { readonly core: readonly Part[]; readonly pattern: Pattern } {
  const pattern = patternAt(table, random);
  const trade = (): Part => ({ text: skewed(table.trades, TRADE_SKEW, random), role: 'trade' });
  const family = (): Part => ({ text: surname(table, random), role: 'surname' });
  const and = (): Part => ({ text: random() < 0.7 ? '&' : table.and, role: 'and' });
  const coined = (): Part => {
    const word = coinedWord(random);
    return { text: random() < 0.2 ? word.toUpperCase() : word, role: 'coined' };
  };
  const tradeLast = !ROMANCE.has(table.country);
  switch (pattern) {
    case 'surname-trade':
      return { pattern, core: [family(), trade(), ...(random() < 0.15 ? [and(), trade()] : [])] };
    case 'trade-surname':
      return { pattern, core: [trade(), family()] };
    case 'coined-trade':
      return { pattern, core: [coined(), trade()] };
    case 'coined':
      return { pattern, core: [coined()] };
    case 'two-surnames':
      return { pattern, core: [family(), and(), family(), ...(random() < 0.5 ? [trade()] : [])] };
    case 'person': {
      const first: Part = { text: pick(table.firstNames, random), role: 'first' };
      return { pattern, core: [first, family(), ...(random() < 0.3 ? [trade()] : [])] };
    }
    case 'initials-trade': {
      const letters = Array.from({ length: random() < 0.3 ? 2 : 3 }, () => pick(LETTERS, random)).join('');
      return { pattern, core: [{ text: letters, role: 'initials' }, trade()] };
    }
    case 'region-trade': {
      const region: Part = { text: pick(table.regions, random), role: 'region' };
      return { pattern, core: tradeLast ? [region, trade()] : [trade(), region] };
    }
    case 'brothers': {
      const brothers: Part = { text: table.brothers, role: 'first' };
      const family2 = [family(), ...(random() < 0.5 ? [trade()] : [])];
      return { pattern, core: BROTHERS_BEHIND.has(table.country) ? behind(family2, brothers) : [brothers, ...family2] };
    }
    case 'place-trade': {
      const place: Part = { text: city.short, role: 'place' };
      return { pattern, core: random() < 0.5 ? [trade(), place] : [place, trade()] };
    }
    default:
      return { pattern, core: [family()] };
  }
}

const ROMANCE = new Set(['FR', 'IT', 'ES', 'PL']);
const BROTHERS_BEHIND = new Set(['GB', 'US', 'FR', 'ES']);
const LETTERS = Array.from('ABCDEFGHIJKLMNOPRSTVWZ');

function behind([first, ...rest]: readonly Part[], brothers: Part): readonly Part[] {
  return first === undefined ? [brothers] : [first, brothers, ...rest];
}

function surname(table: CountryTable, random: Random): string {
  if (random() < KNOWN_SURNAMES) return skewed(table.surnames, SURNAME_SKEW, random);
  return pick(table.stems, random) + pick(table.endings, random);
}

function patternAt({ patterns }: CountryTable, random: Random): Pattern {
  let rest = random() * 100;
  for (const [pattern, weight] of patternRows(patterns)) {
    rest -= weight;
    if (rest < 0) return pattern;
  }
  return 'coined-trade';
}

const rowsOfPatterns = new Map<CountryTable['patterns'], readonly (readonly [Pattern, number])[]>();

function patternRows(patterns: CountryTable['patterns']): readonly (readonly [Pattern, number])[] {
  const known = rowsOfPatterns.get(patterns);
  if (known !== undefined) return known;
  const rows: (readonly [Pattern, number])[] = [];
  let pattern: Pattern;
  for (pattern in patterns) rows.push([pattern, patterns[pattern]]);
  rowsOfPatterns.set(patterns, rows);
  return rows;
}

/** Coined brands are rarely a sole trader's; names of persons are rarely a stock company's. */
function formFor(table: CountryTable, pattern: Pattern, random: Random): FormRow {
  const form = weightedForm(table, random);
  const isBrand = pattern === 'coined' || pattern === 'coined-trade';
  return isBrand && form[3] === 'sole-trader' ? weightedForm(table, random) : form;
}

function weightedForm({ forms }: CountryTable, random: Random): FormRow {
  return weighted(forms, ([, weight]) => weight, 100, random);
}

function listedName(
  table: CountryTable,
  core: readonly Part[],
  form: FormRow,
  random: Random,
): Pick<InventedCompany, 'name' | 'isShort'> {
  const [usual, , otherwise] = form;
  const others = otherwise === '' ? [] : otherwise.split('|');
  const written = others.length > 0 && random() < LISTED_WITH_OTHER_FORM ? pick(others, random) : usual;
  const full = nameOf(core, written);
  const listed = random() < LISTED_SHORT ? nameOf(abbreviated(core, table), written) : full;
  const name = random() < (IN_CAPITALS[table.country] ?? 0.03) ? listed.toUpperCase() : listed;
  return { name, isShort: listed !== full };
}

function streetIn(table: CountryTable, random: Random): string {
  const street = pick(table.streets, random);
  const house = String(1 + Math.floor(random() * 180));
  return table.houseFirst ? `${house} ${street}` : `${street} ${house}`;
}

/** Half of the firms of a register are very small. */
function headcount(random: Random): number {
  return Math.max(1, Math.floor(1.2 / (1.0001 - random()) ** 1.1));
}

function inventCities(table: CountryTable, seed: number): readonly City[] {
  const random = randomNumbers(seed);
  const count = 300 + table.share * 80;
  const seen = new Set<string>();
  return Array.from({ length: count }, (_none, rank) => {
    const stem = pick(table.cityStems, random);
    const middle = random() < 0.5 ? pick(table.cityEndings, random) : '';
    let plain = stem + middle + pick(table.cityEndings, random);
    // A name that two cities share is the exception.
    while (seen.has(plain) && random() < 0.9)
      plain = stem + pick(table.cityEndings, random) + pick(table.cityEndings, random);
    seen.add(plain);
    const [long, short] = random() < 0.08 ? pick(table.cityTails, random) : ['', ''];
    const name = long === '' ? plain : long.startsWith('-') ? plain + long : `${plain} ${long}`;
    const shortName = short === '' ? plain : short.startsWith(' ') ? plain + short : `${plain} ${short}`;
    const own = postcodeStem(table.postcode, random);
    const postcodes = Array.from({ length: 1 + Math.floor(60 / (rank + 1)) + (random() < 0.2 ? 1 : 0) }, (_code, nth) =>
      nth === 0 ? own : neighbour(own, nth),
    );
    return { name, short: shortName, postcodes };
  });
}

/** The part of a postcode that a whole place shares: up to the blank, or all of it. */
function postcodeStem(pattern: string, random: Random): string {
  return filled('', pattern.split(' ')[0] ?? pattern, random);
}

function neighbour(stem: string, nth: number): string {
  const [, front = '', digits = '0'] = /^(.*?)(\d+)$/.exec(stem) ?? [];
  return front + String((Number(digits) + 2 * nth) % 10 ** digits.length).padStart(digits.length, '0');
}

/** Fills a pattern from behind what is already there. */
function filled(stem: string, pattern: string, random: Random): string {
  let text = stem;
  for (const sign of pattern.slice(stem.length)) {
    if (sign === '#') text += text === '' ? String(1 + Math.floor(random() * 9)) : String(Math.floor(random() * 10));
    else text += sign === '@' ? pick(LETTERS, random) : sign;
  }
  return text;
}

/** Earlier items are more frequent, as surnames and cities are. */
function skewed<Item>(list: readonly Item[], skew: number, random: Random): Item {
  const item = list[Math.floor(list.length * random() ** skew)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

function weighted<Item>(list: readonly Item[], weightOf: (item: Item) => number, total: number, random: Random): Item {
  let rest = random() * total;
  for (const item of list) {
    rest -= weightOf(item);
    if (rest < 0) return item;
  }
  return pick(list, random);
}

/** A number of 32 bits from three; neighbours lead far apart (the mixing of MurmurHash3). */
export function mix(seed: number, index: number, purpose: number): number {
  let hash =
    Math.imul(seed ^ 0x9e37_79b9, 0x85eb_ca6b) ^ Math.imul(index + 1, 0xc2b2_ae35) ^ Math.imul(purpose, 0x27d4_eb2f);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
