import { words } from '../../company/words.ts';

/** Names of countries that no locale of Node writes: short, older and misspelt ones. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  AE: 'uae|u a e|emirates',
  BA: 'bosnia|bih',
  BY: 'republic of belarus|belorussia|respublika belarus',
  CD: 'dr congo|drc|democratic republic of congo|congo democratic republic',
  CH: 'che|switzerland|suisse|svizzera|die schweiz',
  CN: 'prc|p r china|pr china|p r c|peoples republic of china|mainland china|china mainland',
  CZ: 'czech republic|the czech republic|czech rep|ceska republika|cesko|tschechische republik|republica checa',
  DE: 'deu|germany|deutschland|federal republic of germany|brd|germany eu|alemania',
  DK: 'danmark',
  DO: 'dominican republic|republica dominicana|rep dominicana',
  EE: 'eesti',
  ES: 'esp|espana|spain',
  FI: 'suomi',
  GB: 'uk|u k|united kingdom|great britain|england|scotland|wales|northern ireland|gbr|united kingdom of great britain and northern ireland',
  GE: 'republic of georgia|sakartvelo',
  GR: 'hellas|greece',
  HK: 'hong kong|hongkong|hong kong sar|hk sar|hong kong china',
  HR: 'hrvatska|republic of croatia',
  HU: 'magyarorszag',
  ID: 'republic of indonesia',
  IE: 'republic of ireland|eire',
  IR: 'iran|islamic republic of iran|iran islamic republic of',
  KG: 'kyrgyz republic|kyrgyzstan',
  KR: 'korea|south korea|republic of korea|korea republic of|rok',
  KZ: 'republic of kazakhstan',
  LA: 'laos|lao pdr|lao p d r',
  LT: 'lietuva|republic of lithuania',
  LV: 'latvija|republic of latvia',
  MD: 'moldova|republic of moldova|moldova republic of',
  MK: 'macedonia|north macedonia|fyrom|republic of macedonia|macedonia the former yugoslav republic of',
  MM: 'myanmar|burma',
  MO: 'macau|macao',
  NL: 'holland|the netherlands|netherlands|nederland|nld',
  PL: 'polska|poland|pol',
  PS: 'palestine|palestinian territory occupied|palestinian territory',
  RO: 'romania|roumania',
  RS: 'serbia|republic of serbia|srbija|serbia and montenegro',
  RU: 'russia|russian federation|the russian federation|rossiya|rf|r f|rus|russian fed',
  SA: 'ksa|saudi|kingdom of saudi arabia',
  SC: 'seychelles|republic of seychelles',
  SI: 'slovenija',
  SK: 'slovakia|slovak republic|slovensko|slovenska republika',
  SY: 'syria|syrian arab republic',
  TR: 'turkey|turkiye|turkiye cumhuriyeti|turk',
  TW: 'taiwan|taiwan roc|taiwan r o c|r o c|roc|republic of china|taiwan province of china',
  TZ: 'tanzania|united republic of tanzania|tanzania united republic of',
  UA: 'ukraine|ukraina',
  AT: 'aut|oesterreich',
  BE: 'bel',
  FR: 'fra',
  IT: 'ita',
  SE: 'swe',
  US: 'usa|u s a|us of a|united states|united states of america|the united states|the united states of america|u s|estados unidos|vereinigte staaten',
  UZ: 'republic of uzbekistan',
  VE: 'venezuela|venezuela bolivarian republic of',
  VG: 'bvi|british virgin islands|virgin islands british',
  VN: 'vietnam|viet nam|socialist republic of vietnam',
  ZA: 'rsa|south africa|republic of south africa',
};

const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'nb', 'fi', 'cs', 'hu', 'tr', 'ro', 'hr'];

/** Codes of unions and of parts of countries, and private ones. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

/** Names that are as often something else: a state of the USA, a person, a word. */
const AMBIGUOUS = new Set([
  'georgia',
  'jordan',
  'chad',
  'mali',
  'togo',
  'niger',
  'guinea',
  'jersey',
  'man',
  'india pvt',
]);

const BY_NAME: ReadonlyMap<string, string> = byName();

function byName(): Map<string, string> {
  const codes = new Map<string, string>();
  for (const locale of LOCALES) {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
    for (const code of isoCodes()) {
      const name = names.of(code);
      const plain = name === undefined ? '' : words(name).join(' ');
      if (plain.length > 3 && !codes.has(plain)) codes.set(plain, code);
    }
  }
  for (const [code, names] of Object.entries(OTHER_NAMES)) {
    for (const name of names.split('|')) codes.set(name, code);
  }
  return codes;
}

/** Codes of CLDR without withdrawn ones (DD, SU), which it takes for their successors. */
function isoCodes(): string[] {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_letter, position) => String.fromCharCode(65 + position));
  return letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .filter((code) => names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code)
    .filter((code) => !NO_COUNTRIES.has(code));
}

const ISO_CODES: ReadonlySet<string> = new Set(isoCodes());

/** Letters of motor vehicles that stood before postcodes; the rest are ISO codes. */
const SIGNS: Readonly<Record<string, string>> = {
  D: 'DE',
  A: 'AT',
  F: 'FR',
  I: 'IT',
  B: 'BE',
  L: 'LU',
  S: 'SE',
  N: 'NO',
};

/** States of the USA and Canada, provinces and the like whose abbreviation is also a country's code. */
const ALSO_REGIONS = new Set(
  'AL AR AZ CA CO DE GA ID IL IN KY LA MA MD ME MN MO MS MT NC NE PA PR SC SD TN VA BC NL PE SK NT SA BE FR GL SG SO VS TO MI BO BR PA AT CH'.split(
    ' ',
  ),
);

/** The longest name of a country has so many words. */
export const LONGEST_COUNTRY = 9;

/** ISO 3166-1 alpha-2 of a name of a country in one of the languages of Europe; null when it is none. */
export function countryByName(name: readonly string[]): string | null {
  if (name.length === 0 || name.length > LONGEST_COUNTRY) return null;
  return BY_NAME.get(name.join(' ')) ?? null;
}

/** Whether the name means a country and nothing else. */
export function isPlainCountry(name: readonly string[]): boolean {
  return countryByName(name) !== null && !AMBIGUOUS.has(name.join(' '));
}

/**
 * The country that a code in capitals stands for. A code that is also a region's (`CA`, `DE`) counts only `alone` on
 * the last line, and none against a country that is known.
 */
export function countryByCode(text: string, expected: string | null, alone: boolean): string | null {
  const code = text.trim();
  if (alone && expected === null && code.length === 1) return SIGNS[code] ?? null;
  const known = code.toUpperCase() === 'UK' ? 'GB' : code.toUpperCase();
  if (!/^[A-Z]{2}$/.test(known) || !ISO_CODES.has(known)) return null;
  if (known === expected) return known;
  if (code !== code.toUpperCase() || expected !== null) return null;
  return alone || !ALSO_REGIONS.has(known) ? known : null;
}

/** The country whose sign stands before a postcode with a hyphen. */
export function countryBySign(sign: string): string | null {
  return SIGNS[sign] ?? (ISO_CODES.has(sign) ? sign : null);
}
