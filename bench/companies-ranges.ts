/**
 * Invented networks of invented companies, and the truth about them: which company of the list uses the network, or
 * none; and by what its name was disturbed.
 *
 * Shares (`SHARES`): three fifths of the networks are used by a company of the list; that many of a carrier's business
 * customers stand in a good commercial list. A quarter are used by companies that do not stand there, half of them
 * with names chosen to mislead: a sister under another form or as a holding, the same name in another city, a surname
 * or a trade beside a listed one. Providers and persons are the rest. Of the listed ones a fifth is written as in the
 * list; capitals, umlauts, a missing form and abbreviations are what registry objects show most, a typing error in one
 * of ten, a move in one of twenty. Place: 9 to 43 % of registry objects hold a postcode, most a city, some nothing.
 *
 * What not even a careful reader with the whole list at hand could tell is `none`, whoever the network was invented
 * for: several companies that fit what is written equally well (`ambiguous`); a name that many bear and that stands
 * without a place (`name-alone`) or in a city in which the list has none (`other-city`), for it might be anybody's, and
 * a list never holds everybody. A coined name tells by itself: alone, or in another city (`moved`). What is between the two,
 * of which one might say this or that, is not drawn: other names without their place, and coined ones whose legal form
 * is missing too or that are mistyped. Firms that are one person are `none`
 * (`personal-form`): the product does not name them; partnerships that are called after persons, and names of persons
 * without their legal form, are not drawn.
 */
import { dotted, randomNumbers } from './addresses.ts';
import {
  abbreviated,
  type City,
  coinedWord,
  type CompanyMaker,
  expectedBearers,
  familyOf,
  type InventedCompany,
  keyOf,
  mix,
  nameOf,
  otherTrade,
  type Part,
  pick,
  plainOf,
  type Random,
} from './companies-list.ts';
import type { ListIndex } from './companies-index.ts';
import { type CountryTable, PROVIDER_WORDS } from './companies-tables.ts';

export type Shares = Readonly<Record<Disturbance, number>>;

/** Weights. */
export const SHARES = {
  exact: 12,
  capitals: 8,
  umlauts: 5,
  abbreviation: 7,
  'form-otherwise': 4,
  'form-missing': 7,
  'word-order': 5,
  'typing-error': 6,
  moved: 3,
  combined: 5,
  'not-listed': 12,
  'sister-not-listed': 6,
  'other-city': 4,
  'other-surname': 1,
  'other-trade': 3,
  provider: 7,
  person: 5,
} as const;
export type Disturbance = keyof typeof SHARES;

/** What a network of a listed company turns out to be where nobody could, or the product must not, name it. */
type Doubt = 'ambiguous' | 'name-alone' | 'personal-form';

/** The same networks with more that misleads and less that is easy, to see that the figures do not hang on the shares. */
export const HARDER_SHARES: Shares = {
  exact: 6,
  capitals: 5,
  umlauts: 5,
  abbreviation: 8,
  'form-otherwise': 4,
  'form-missing': 10,
  'word-order': 6,
  'typing-error': 9,
  moved: 4,
  combined: 8,
  'not-listed': 8,
  'sister-not-listed': 9,
  'other-city': 7,
  'other-surname': 2,
  'other-trade': 4,
  provider: 3,
  person: 2,
};

const PLACES = ['none', 'city', 'postcode'] as const;
export type PlaceGiven = (typeof PLACES)[number];

/** A network as the list of ranges and the truth have it. */
export type InventedRange = {
  readonly cidr: string;
  readonly holder: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly disturbance: Disturbance | Doubt;
  readonly place: PlaceGiven;
  /** The company of the list that uses it; null for none. */
  readonly truth: InventedCompany | null;
};

/** What is known of a network before it is written. */
type Draft = {
  readonly disturbance: Disturbance | Doubt;
  readonly table: CountryTable;
  readonly holder: string;
  readonly city: City | null;
  readonly postcode: string;
  readonly street: string;
  readonly truth: InventedCompany | null;
  /** Capitals and umlauts of the name are those of the city too. */
  readonly write: (text: string) => string;
};

const WITH_PLACE: ReadonlySet<Disturbance> = new Set(['form-missing', 'typing-error']);
const AS_IT_IS = (text: string): string => text;
/** With this many more companies of the name to be expected in as many again, it is anybody's. */
const MANY_BEARERS = 0.5;
/** Shorter brands that stand alone are found twice. */
const SHORT_BRAND = 7;
/** How often another company is drawn for a disturbance that does not fit the one before. */
const DRAWS = 400;
/** Of those that are used by a company of the list. */
const COUNTRY_ONLY = 0.1;
const POSTCODE_AND_CITY = 0.4;
/** First address: a block of 16 million that belongs to no hoster; a /29 each. */
const FIRST_ADDRESS = 28 * 2 ** 24;

export type RangeMaker = (nth: number) => InventedRange;

export function createRangeMaker(
  seed: number,
  { maker, list, shares }: { readonly maker: CompanyMaker; readonly list: ListIndex; readonly shares: Shares },
): RangeMaker {
  const disturbances = Object.entries(shares).flatMap(([name, weight]) =>
    isDisturbance(name) ? [[name, weight] as const] : [],
  );
  const total = disturbances.reduce((sum, [, weight]) => sum + weight, 0);

  return (nth) => {
    const random = randomNumbers(mix(seed, nth, 11));
    let rest = random() * total;
    const [disturbance] = disturbances.find(([, weight]) => (rest -= weight) < 0) ?? ['exact' as const];
    const place = placeFor(random);
    const draft = drawFor(disturbance, place, random);
    const length = random() < 0.5 ? 29 : 30;
    return finished(draft, `${dotted(FIRST_ADDRESS + nth * 8)}/${length}`, random);
  };

  function drawFor(disturbance: Disturbance, place: PlaceGiven, random: Random): Draft {
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const draft = draftOf(disturbance, place, random);
      if (draft !== null) return draft;
    }
    return drawFor('exact', 'city', random);
  }

  function draftOf(disturbance: Disturbance, place: PlaceGiven, random: Random): Draft | null {
    switch (disturbance) {
      case 'provider':
        return provider(random);
      case 'person':
        return person(random);
      case 'not-listed':
        return notListed(place, random);
      case 'sister-not-listed':
      case 'other-trade':
      case 'other-surname':
        return besideListed(disturbance, place, random);
      case 'other-city':
      case 'moved':
        return elsewhere(disturbance, place, random);
      default:
        return listed(disturbance, place, random);
    }
  }

  function anyListed(random: Random): InventedCompany {
    return maker.company(Math.floor(random() * list.count));
  }

  function listed(disturbance: Disturbance, given: PlaceGiven, random: Random): Draft | null {
    const company = anyListed(random);
    // With the form or a letter missing as well, not enough is left to be sure.
    const place = given === 'none' && WITH_PLACE.has(disturbance) ? 'city' : given;
    if (isPersonal(company)) {
      if (disturbance !== 'exact') return null;
      const holder = company.name;
      return { ...at(company, place), disturbance: 'personal-form', holder, truth: null, write: AS_IT_IS };
    }
    if (mayBePersonal(company)) return null;
    const written = disturbed(company, disturbance, random);
    if (written === null) return null;
    const tells = place === 'none' ? tellsByItself(company) : 'yes';
    if (tells === 'perhaps') return null;
    if (place === 'none' && !written.hasForm) return null;
    // "Hans Meier", and "Meier Bau", read as a person without their form: those are not named.
    if (!written.hasForm && company.core.some(({ role }) => role === 'surname')) return null;
    const rival = list.hasRival(company, written.hasForm, place);
    if (rival === 'perhaps') return null;
    const doubt = tells === 'no' ? 'name-alone' : rival === 'yes' ? 'ambiguous' : null;
    return {
      ...at(company, place),
      disturbance: doubt ?? disturbance,
      holder: written.holder,
      truth: doubt === null ? company : null,
      write: written.write,
    };
  }

  /** Whether a name tells its company without the place. */
  function tellsByItself(company: InventedCompany): 'yes' | 'no' | 'perhaps' {
    if (isCoined(company)) {
      return company.core.length > 1 || keyOf(company.core).length >= SHORT_BRAND ? 'yes' : 'perhaps';
    }
    // A name that holds its city says more.
    const isBoundToPlace = company.core.some(({ role }) => role === 'place');
    return !isBoundToPlace && expectedBearers(company) * list.count > MANY_BEARERS ? 'no' : 'perhaps';
  }

  type Written = { readonly holder: string; readonly hasForm: boolean; readonly write: (text: string) => string };

  function disturbed(company: InventedCompany, disturbance: Disturbance, random: Random): Written | null {
    const { core, form, name, table } = company;
    const [usual, , otherwise] = form;
    const hasForm = true;
    switch (disturbance) {
      case 'capitals': {
        const holder = capitals(name);
        return holder === name ? null : { holder, hasForm, write: capitals };
      }
      case 'umlauts': {
        const holder = umlautsAsTwo(nameOf(core, usual));
        return table.writesUmlautsAsTwo && holder !== nameOf(core, usual)
          ? { holder, hasForm, write: umlautsAsTwo }
          : null;
      }
      case 'abbreviation': {
        const [full, short] = [nameOf(core, usual), nameOf(abbreviated(core, table), usual)];
        if (full === short) return null;
        // Where the list has the short one, the network has it in full.
        const holder = name === short ? full : short;
        return { holder, hasForm, write: AS_IT_IS };
      }
      case 'form-otherwise':
        return otherwise === ''
          ? null
          : { holder: nameOf(core, pick(otherwise.split('|'), random)), hasForm, write: AS_IT_IS };
      case 'form-missing':
        return { holder: nameOf(core, ''), hasForm: false, write: AS_IT_IS };
      case 'word-order': {
        const turned = inOtherOrder(core);
        return turned === null || list.hasExactly(table, keyOf(turned))
          ? null
          : { holder: nameOf(turned, usual), hasForm, write: AS_IT_IS };
      }
      case 'typing-error': {
        const slipped = withSlip(company, random);
        return slipped === null ? null : { holder: nameOf(slipped, usual), hasForm, write: AS_IT_IS };
      }
      case 'combined': {
        const short = random() < 0.5 ? abbreviated(core, table) : core;
        const isWithout = random() < 0.5;
        const write =
          table.writesUmlautsAsTwo && random() < 0.5 ? (text: string) => capitals(umlautsAsTwo(text)) : capitals;
        return { holder: write(nameOf(short, isWithout ? '' : usual)), hasForm: !isWithout, write };
      }
      default:
        return { holder: name, hasForm, write: AS_IT_IS };
    }
  }

  /** One letter too many, too few, another or two in the wrong order, in a word that stays none of the list's. */
  function withSlip({ core, table }: InventedCompany, random: Random): readonly Part[] | null {
    const long = core.flatMap(({ text, role }, position) =>
      role !== 'and' && role !== 'initials' && text.length >= 5 && !text.includes(' ') ? [position] : [],
    );
    if (long.length === 0 || keyOf(core).length < 7) return null;
    const position = pick(long, random);
    const word = core[position]?.text ?? '';
    const slipped = slip(word, random);
    if (plainOf(slipped) === plainOf(word)) return null;
    const changed = core.map((part, other) => (other === position ? { ...part, text: slipped } : part));
    const isKnown = [...table.surnames, ...table.trades].some((known) => plainOf(known) === plainOf(slipped));
    return isKnown || list.hasExactly(table, keyOf(changed)) ? null : changed;
  }

  /** A company that nobody listed; its name may look like anything. */
  function notListed(place: PlaceGiven, random: Random): Draft | null {
    const company = maker.company(list.count + Math.floor(random() * list.count));
    if (mayBePersonal(company)) return null;
    const isPlaceless = place === 'none' && !isCoined(company);
    const city = isCoined(company) ? null : company.city.name;
    if (!isPlaceless && list.has(company.table, keyOf(company.core), null, city)) return null;
    return {
      ...at(company, place),
      disturbance: 'not-listed',
      holder: random() < 0.3 ? capitals(company.name) : random() < 0.2 ? nameOf(company.core, '') : company.name,
      truth: null,
      write: AS_IT_IS,
    };
  }

  /** In the city of a listed company, called almost like it. */
  function besideListed(disturbance: Disturbance, given: PlaceGiven, random: Random): Draft | null {
    const company = anyListed(random);
    if (mayBePersonal(company)) return null;
    const { table, form } = company;
    const place = given === 'none' ? 'city' : given;
    let { core } = company;
    let otherForm = form;
    if (disturbance === 'sister-not-listed') {
      if (random() < 0.4) otherForm = pick(table.forms, random);
      else core = [...core, { text: pick(table.sisters, random), role: 'sister' }];
      if (otherForm[3] === 'sole-trader' || (otherForm[3] === 'partnership' && form[3] === 'corporation')) return null;
    } else if (disturbance === 'other-trade') {
      core = otherTrade(table, core, random);
    } else {
      core = withOtherSurname(table, core, random);
    }
    const isOtherForm = familyOf(otherForm, table) !== familyOf(form, table);
    if (keyOf(core) === keyOf(company.core) && !isOtherForm) return null;
    const city = isCoined(company) ? null : company.city.name;
    if (list.has(table, keyOf(core), isOtherForm ? otherForm : null, city)) return null;
    const holder = nameOf(core, otherForm[0]);
    return { ...at(company, place), disturbance, holder, truth: null, write: AS_IT_IS };
  }

  /** In a city where the list has no company of the name: a coined name has moved, another is somebody else's. */
  function elsewhere(disturbance: 'moved' | 'other-city', given: PlaceGiven, random: Random): Draft | null {
    const company = anyListed(random);
    const { table } = company;
    if (mayBePersonal(company) || tellsByItself(company) !== (disturbance === 'moved' ? 'yes' : 'no')) return null;
    const city = maker.cityOf(table, random);
    const key = keyOf(company.core);
    if (city.name === company.city.name || list.has(table, key, null, city.name)) return null;
    // The name of the old city in that of the company would say where it is.
    if (company.core.some(({ role }) => role === 'place')) return null;
    const isAmbiguous = disturbance === 'moved' && list.hasRival(company, false, 'none') !== 'no';
    return {
      table,
      disturbance: isAmbiguous ? 'ambiguous' : disturbance,
      holder: company.name,
      city,
      postcode: given === 'postcode' ? maker.postcodeIn(table, city, random) : '',
      street: '',
      truth: disturbance === 'moved' && !isAmbiguous ? company : null,
      write: AS_IT_IS,
    };
  }

  function provider(random: Random): Draft {
    const table = maker.tableAt(random);
    const core = `${random() < 0.7 ? coinedWord(random) : maker.surname(table, random)} ${pick(PROVIDER_WORDS, random)}`;
    const holder = random() < 0.5 ? `${core} ${table.forms[0]?.[0] ?? ''}` : core;
    return { ...anywhere(table, random), disturbance: 'provider', holder, truth: null, write: AS_IT_IS };
  }

  function person(random: Random): Draft {
    const table = maker.tableAt(random);
    const title = random() < 0.1 ? 'Dr. ' : '';
    const holder = `${title}${pick(table.firstNames, random)} ${maker.surname(table, random)}`;
    return { ...anywhere(table, random), disturbance: 'person', holder, truth: null, write: AS_IT_IS };
  }

  function anywhere(table: CountryTable, random: Random): Pick<Draft, 'table' | 'city' | 'postcode' | 'street'> {
    const city = maker.cityOf(table, random);
    return { table, city, postcode: random() < 0.4 ? maker.postcodeIn(table, city, random) : '', street: '' };
  }
}

function placeFor(random: Random): PlaceGiven {
  const part = random();
  return part < COUNTRY_ONLY ? 'none' : part < COUNTRY_ONLY + POSTCODE_AND_CITY ? 'postcode' : 'city';
}

/** What a network says of the place of a company. */
function at(company: InventedCompany, place: PlaceGiven): Pick<Draft, 'table' | 'city' | 'postcode' | 'street'> {
  return {
    table: company.table,
    city: place === 'none' ? null : company.city,
    postcode: place === 'postcode' ? company.postcode : '',
    street: place === 'postcode' ? company.street : '',
  };
}

function finished(draft: Draft, cidr: string, random: Random): InventedRange {
  const { city, write } = draft;
  const cityName = city === null ? '' : random() < 0.3 ? city.short : city.name;
  return {
    cidr,
    holder: draft.holder,
    street: random() < 0.3 ? write(draft.street) : '',
    postcode: draft.postcode,
    city: write(cityName),
    country: draft.table.country,
    disturbance: draft.disturbance,
    place: city === null ? 'none' : draft.postcode === '' ? 'city' : 'postcode',
    truth: draft.truth,
  };
}

function isDisturbance(name: string): name is Disturbance {
  return name in SHARES;
}

function isCoined({ core }: InventedCompany): boolean {
  return core[0]?.role === 'coined';
}

/** Firms that are one person: the product does not name them. */
function isPersonal({ form, pattern }: InventedCompany): boolean {
  const [, , , shape] = form;
  return shape === 'sole-trader' || (shape === 'partnership' && pattern === 'person');
}

/** Called after persons who are liable: whether the product names them is no question of matching. */
function mayBePersonal({ form, pattern }: InventedCompany): boolean {
  const [, , , shape] = form;
  return shape === 'sole-trader' || (shape === 'partnership' && AFTER_PERSONS.has(pattern));
}
const AFTER_PERSONS = new Set(['person', 'surname', 'two-surnames', 'brothers', 'surname-trade', 'trade-surname']);

function inOtherOrder(core: readonly Part[]): readonly Part[] | null {
  const [first, ...rest] = core;
  const isTurnable = core.length === 2 && core.every(({ role }) => role !== 'and' && role !== 'sister');
  return first === undefined || !isTurnable ? null : [...rest, first];
}

/** With a surname that differs by a letter and is one itself ("Meier", "Meyer"); unchanged where there is none. */
function withOtherSurname(table: CountryTable, core: readonly Part[], random: Random): readonly Part[] {
  const at = core.findIndex(({ role, text }) => role === 'surname' && (alikeIn(table).get(text) ?? []).length > 0);
  const alike = alikeIn(table).get(core[at]?.text ?? '') ?? [];
  return core.map((part, position) => (position === at ? { ...part, text: pick(alike, random) } : part));
}

const alikeByTable = new Map<CountryTable, ReadonlyMap<string, readonly string[]>>();

function alikeIn(table: CountryTable): ReadonlyMap<string, readonly string[]> {
  const known = alikeByTable.get(table);
  if (known !== undefined) return known;
  const alike = new Map(
    table.surnames.map(
      (one) => [one, table.surnames.filter((other) => differByOne(plainOf(one), plainOf(other)))] as const,
    ),
  );
  alikeByTable.set(table, alike);
  return alike;
}

function differByOne(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let from = 0;
  while (from < one.length && one[from] === other[from]) from += 1;
  const [restOne, restOther] = [one.slice(from), other.slice(from)];
  if (one.length === other.length) return restOne.slice(1) === restOther.slice(1);
  return one.length > other.length ? restOne.slice(1) === restOther : restOne === restOther.slice(1);
}

const ALPHABET = Array.from('abcdefghijklmnoprstuvwz');

function slip(word: string, random: Random): string {
  const at = Math.floor(random() * word.length);
  const isCapital = word === word.toUpperCase();
  const letter = isCapital ? pick(ALPHABET, random).toUpperCase() : pick(ALPHABET, random);
  const kind = random();
  if (kind < 0.25) return word.slice(0, at) + word.slice(at + 1);
  if (kind < 0.5) return word.slice(0, at) + letter + word.slice(at);
  if (kind < 0.75) return word.slice(0, at) + letter + word.slice(at + 1);
  const first = Math.min(at, word.length - 2);
  return word.slice(0, first) + (word[first + 1] ?? '') + (word[first] ?? '') + word.slice(first + 2);
}

const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', Ł: 'L', ø: 'o', æ: 'ae', œ: 'oe', '’': "'" };

function capitals(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßłŁøæœ’]/g, (letter) => LETTERS[letter] ?? letter)
    .toUpperCase();
}

const AS_TWO: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
};

function umlautsAsTwo(text: string): string {
  return text.replaceAll(/[äöüÄÖÜß]/g, (letter) => AS_TWO[letter] ?? letter);
}
