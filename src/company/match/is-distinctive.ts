import { COMPANY_WORDS } from '../company-words.ts';
import { listed } from '../listed.ts';
import {
  DOUBTFUL_FIRST_NAMES,
  FIRST_NAMES,
  LEADING_SURNAMES,
  MILD_FIRST_NAMES,
  SURNAME_ENDINGS,
  SURNAMES,
} from '../name-lists.ts';
import { EDUCATION_WORDS, PUBLIC_WORDS } from '../organisation-words.ts';
import { PROVIDER_WORDS, WEAK_PROVIDER_WORDS } from '../provider-words.ts';
import { INSTITUTION_WORDS, PLACE_WORDS, TRADE_PARTS, TRADE_WORDS } from '../trade-words.ts';
import { foldLetters } from './fold-letters.ts';

/** Words and letters that many founders find by themselves. */
const FAVOURITES = listed(`
  adler aktiv alfa alliance alpha apex apollo aqua arco argo argus atlas aurora avanti avantgarde avalon basis beta blau blue bright castor
  centum cento champion classic clever comfort compass complete concept conti corona cosmos creativ crystal delta diamant diamond digital direkt direct
  dynamic dynamik eagle echo edel effect elan elite emerald energy eos epsilon eternal euro evergreen evolution excellent expert express facto falcon
  favorit felix first focus fokus fortuna forum fusion future galaxy gamma gemini genesis gold gross grand green grun helios hera hermes horizon horizont ideal
  idea impuls impulse infinity inform initiative innova inno insight inspire integra inter invent invest janus juno jupiter kappa karat komet konzept kosmos
  leader legend libra life linea lion logic logo lotus luna lux magna magnum mars matrix maxi maxima medius mega mercur merkur meteor metro mini mobil modern
  momentum mondo nautilus neptun nexus next nobel norm north nova novo novum oasis objekt omega omni omnia one open optima optimal optimum orbit orion pallas
  panorama paragon passion pegasus perfect perfekt phoenix phonix pilot pionier planet plato plus polar polaris prima primo primus prime pro profi project projekt
  prisma progress prometheus pulsar quality quantum quadrat quick rapid real regent regio region royal rubin safe sapphire saturn secure select senator sentinel service sigma
  silver sirius smart solar solid solution solutions sonne spectrum speed spirit standard star stella stern studio summit sun super supra swift sys system systems
  tau team tech technik techno tempo terra theta titan top total tower trade trans trend tri trias trident trinity triton tri turbo twin ultra uni union unique unity
  universal urban value vario vega venus veritas vertex victor victoria viktoria vision vista vita vital viva vivo voyager vulcan wave welt wind wise world
  xtra young zeta zenit zenith zentral deutsche deutscher deutsches allgemeine neue neuer neues erste erster alte alter bayerische badische sachsische rheinische
  westfalische hessische norddeutsche suddeutsche westdeutsche ostdeutsche mitteldeutsche nordwest nordost sudwest sudost nord sud ost west mitte
  verwaltungs beteiligungs vermogens vermogensverwaltungs grundstucks besitz objekt immobilien gesellschaft gebr gebruder sohne sohn tochter nachfolger erben haus hauser hof
  mittelstand familien stadt land berg tal see wald stein feld dorf brucke burg park garten platz strasse weg tor turm schloss kirche
  fruhling sommer herbst winter morgen abend himmel erde feuer wasser luft licht kraft werk punkt raum zeit kreis linie ring form farbe bild ton wort
  eins zwei drei vier funf sechs sieben acht neun zehn hundert tausend two three four five six seven eight nine ten
`);

const GENERAL: ReadonlySet<string> = new Set(
  [
    COMPANY_WORDS,
    FIRST_NAMES,
    MILD_FIRST_NAMES,
    DOUBTFUL_FIRST_NAMES,
    SURNAMES,
    LEADING_SURNAMES,
    PUBLIC_WORDS,
    EDUCATION_WORDS,
    PROVIDER_WORDS,
    WEAK_PROVIDER_WORDS,
    INSTITUTION_WORDS,
    PLACE_WORDS,
    TRADE_WORDS,
    FAVOURITES,
  ].flatMap((list) => Array.from(list, foldLetters)),
);

const NAMES_OF_PERSONS: ReadonlySet<string> = new Set(
  [FIRST_NAMES, MILD_FIRST_NAMES, DOUBTFUL_FIRST_NAMES, SURNAMES, LEADING_SURNAMES].flatMap((list) =>
    Array.from(list, foldLetters),
  ),
);

/** Whether a name is made of names of persons and initials alone: without a legal form it may be a person's. */
export function isPersonal(names: readonly string[]): boolean {
  return names.every((word) => word.length <= 2 || NAMES_OF_PERSONS.has(word) || SURNAME_ENDINGS.test(word));
}

/** Letters between the parts of a German compound. */
const LINKS = ['', 's', 'n', 'en', 'es', 'e', 'er'];

const LEAST_PART = 3;

/** A word that hardly two companies find by themselves has at least so many letters; standing alone it needs more. */
const LEAST_BESIDE_OTHERS = 5;
const LEAST_ALONE = 8;
/** Of these forms there are so few in a country that a shorter word tells one. */
const LEAST_ALONE_IN_FEW = 5;
const FEW_OF_FORM: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['ag', listed('DE AT')],
  ['kgaa', listed('DE')],
  ['vvag', listed('DE AT')],
  ['se', listed('DE AT FR NL BE LU PL CZ SK HU IE NO FI SE DK CY EE LV LT MT ES IT LI')],
]);

/**
 * Whether a name tells one company from all others in a country without its place: one of its words is no name of a
 * person, no place, no trade, no ordinary word and no compound of such, and is not among `common`: what several names
 * in the company lists share. Strict on purpose: the lists may hold only a part of the country's companies.
 */
export function isDistinctive(
  { words: names, family, country }: { words: readonly string[]; family: string | null; country: string | null },
  common: ReadonlySet<string>,
): boolean {
  const isOfFew = family !== null && country !== null && (FEW_OF_FORM.get(family)?.has(country) ?? false);
  const leastAlone = isOfFew ? LEAST_ALONE_IN_FEW : LEAST_ALONE;
  const least = names.length > 1 ? LEAST_BESIDE_OTHERS : leastAlone;
  return names.some(
    (word) =>
      word.length >= least &&
      !/\d/.test(word) &&
      !common.has(word) &&
      !TRADE_PARTS.test(word) &&
      !SURNAME_ENDINGS.test(word) &&
      !isGeneral(word),
  );
}

/** Whether a word is of those that many names hold, or put together of them, perhaps with an ending behind. */
export function isGeneral(word: string): boolean {
  return GENERAL.has(word) || isCompound(word, LINKS);
}

/** The same without an ending: "elektrotech" is a word of its own, "elektrotechn" is cut short. */
export function isWholeWord(word: string): boolean {
  return GENERAL.has(word) || isCompound(word, ['']);
}

function isCompound(word: string, endings: readonly string[]): boolean {
  // reached[n]: the first n letters are general words, perhaps with a linking letter behind each.
  const reached = new Uint8Array(word.length + 1);
  reached[0] = 1;
  for (let from = 0; from < word.length; from += 1) {
    if (reached[from] !== 1) continue;
    for (let to = from + LEAST_PART; to <= word.length; to += 1) {
      if (!GENERAL.has(word.slice(from, to))) continue;
      for (const link of LINKS) {
        const end = to + link.length;
        if (word.startsWith(link, to) && (end < word.length || endings.includes(link))) reached[end] = 1;
      }
    }
  }
  return reached[word.length] === 1;
}
