import { words } from '../words.ts';
import { foldLetters } from './fold-letters.ts';

/** Names of one city in several languages, the first one for all of them; as words.ts writes them. */
const EXONYMS: readonly string[] = [
  'koln|koeln|cologne|colonia',
  'munchen|muenchen|munich|monaco di baviera',
  'nurnberg|nuernberg|nuremberg',
  'hannover|hanover',
  'braunschweig|brunswick',
  'wien|vienna|vienne',
  'zurich|zuerich|zurigo',
  'genf|geneve|geneva|ginevra',
  'basel|bale|basle|basilea',
  'bern|berne|berna',
  'luzern|lucerne|lucerna',
  'freiburg|fribourg',
  'mailand|milano|milan',
  'rom|roma|rome',
  'turin|torino',
  'venedig|venezia|venice',
  'florenz|firenze|florence',
  'neapel|napoli|naples',
  'genua|genova|genoa|genes',
  'bozen|bolzano',
  'prag|praha|prague',
  'warschau|warszawa|warsaw',
  'krakau|krakow|cracow',
  'breslau|wroclaw',
  'danzig|gdansk',
  'lissabon|lisboa|lisbon|lisbonne',
  'brussel|bruxelles|brussels|bruessel',
  'antwerpen|anvers|antwerp',
  'gent|gand|ghent',
  'luttich|luettich|liege|luik',
  'lowen|leuven|louvain',
  'den haag|the hague|s gravenhage|sgravenhage|la haye',
  'den bosch|s hertogenbosch|shertogenbosch',
  'kopenhagen|kobenhavn|copenhagen',
  'goteborg|goeteborg|gothenburg',
  'helsinki|helsingfors',
  'sevilla|seville',
  'strassburg|strasbourg',
  'luxemburg|luxembourg',
  'bukarest|bucuresti|bucharest',
  'moskau|moskva|moscow',
  'athen|athina|athens',
  'belgrad|beograd|belgrade',
];

const ONE_CITY: ReadonlyMap<string, string> = new Map(
  EXONYMS.flatMap((row) => {
    const names = row.split('|');
    return names.map((name) => [name.split(' ').map(foldLetters).join(' '), foldLetters(names[0] ?? '')] as const);
  }),
);

/** Words between the parts of a city's name. */
const SMALL_WORDS = new Set(
  'am an a d in im i der dem den die das b bei v vor ob of o ot le la les sur sous upon on the de del di do da van aan zee cedex'.split(
    ' ',
  ),
);

/**
 * A city's name as comparable words: folded, exonyms as one, without small words ("Frankfurt a. M." is `frankfurt m`).
 * '' where none is known.
 */
export function cityKey(city: string | null): string {
  if (city === null) return '';
  const said = words(city.replaceAll(/[()/,]/g, ' '))
    .filter((word) => !/^\d+$/.test(word))
    .map(foldLetters);
  const whole = ONE_CITY.get(said.join(' '));
  if (whole !== undefined) return whole;
  const kept = said.filter((word, at) => at === 0 || !SMALL_WORDS.has(word));
  const [first = '', ...rest] = kept;
  return [ONE_CITY.get(first) ?? (first === 'sankt' || first === 'saint' ? 'st' : first), ...rest].join(' ');
}

/**
 * Whether two cities may be one: equal, or one names more ("Frankfurt" and "Frankfurt am Main", "Berlin" and
 * "Berlin-Adlershof"); parts may be cut short ("Frankfurt/M."). Not where both name more and differ ("Frankfurt (Oder)").
 */
export function agreeingCities(one: string, other: string): 'equal' | 'may-be' | 'no' {
  if (one === '' || other === '') return 'no';
  if (one === other) return 'equal';
  const [left, right] = [one.split(' '), other.split(' ')];
  if (left[0] !== right[0] || (left[0] ?? '').length < 3) return 'no';
  const shared = Math.min(left.length, right.length);
  for (let at = 1; at < shared; at += 1) {
    const [a = '', b = ''] = [left[at], right[at]];
    if (!a.startsWith(b) && !b.startsWith(a)) return 'no';
  }
  // "Bad", "Neu", "St" begin the names of many cities.
  if (shared === 1 && BEGINNINGS.has(left[0] ?? '')) return 'no';
  return 'may-be';
}

const BEGINNINGS = new Set(
  'bad neu st san santa los las el la le new old alt gross klein ober unter hohen markt port saint san sao villa castel mont'.split(
    ' ',
  ),
);

/** The first word of a city's name: what a search by city groups by. '' where none is known. */
export function cityHead(key: string): string {
  return key.split(' ', 1)[0] ?? '';
}

/** A postcode without blanks, hyphens and the country before it; '' where none is known. */
export function postcodeKey(postcode: string | null, country: string | null): string {
  if (postcode === null) return '';
  const bare = postcode
    .toUpperCase()
    .trim()
    .replace(/^[A-Z]{1,3}\s*-\s*(?=\d)/, '')
    .replaceAll(/[^A-Z0-9]/g, '');
  return country === 'US' ? bare.slice(0, 5) : bare;
}
