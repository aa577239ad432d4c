import { type LegalForm, readLegalForm } from './legal-forms.ts';
import { capitalised } from './tidy-capitals.ts';
import { words } from './words.ts';

/**
 * A name as it is shown: blanks and quotes tidied, capitals restored, the legal form as the list writes it. `knownForm`
 * is added where another source knows a form and this spelling has none.
 */
export function displayName(written: string, country: string | null, knownForm: LegalForm | null): string {
  const text = written
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[«»“”"]/g, '')
    .replaceAll(/\(publ\)/gi, '')
    .trim();
  const { form, formWords } = readLegalForm(words(text), country);
  const atEnd = form && formWords.atEnd > 0 && formWords.atStart === 0 ? beforeLast(text, formWords.atEnd) : null;
  if (!form && knownForm) return `${restoreCapitals(text)} ${knownForm.form}`;
  if (!form || atEnd === null) return restoreCapitals(text);
  return `${restoreCapitals(atEnd)} ${formAsWritten(form, text.slice(atEnd.length))}`;
}

/** Of several spellings of one name the one that is best to read: not shouting, with its own accents. */
export function bestSpelling(spellings: readonly string[]): string {
  return spellings.reduce(
    (best, spelling) => (legibility(spelling) > legibility(best) ? spelling : best),
    spellings[0] ?? '',
  );
}

function legibility(text: string): number {
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  const shouts = (text.match(/\p{Lu}{5,}/gu) ?? []).length;
  const mixed = letters !== letters.toUpperCase() && letters !== letters.toLowerCase();
  const small = /^\p{Ll}/u.test(text) ? 0.5 : 0;
  return (mixed ? 4 : 0) - shouts - small + (/[^\x20-\x7e]/.test(text) ? 1 : 0);
}

/** The text before its last `count` words, without the punctuation between; null where it cannot be cut. */
function beforeLast(text: string, count: number): string | null {
  const wanted = words(text).length - count;
  for (let end = text.length - 1; end > 0; end -= 1) {
    const before = text.slice(0, end);
    if (/[\s,.(-]/.test(text[end] ?? '') && words(before).length === wanted) {
      const kept = before.replace(/[\s,&+(-]+$/, '');
      // A dot that ends an abbreviation stays ("Co."), one that only ends the name goes.
      return kept === '' ? null : kept;
    }
  }
  return null;
}

/** The list's spelling, except where the source uses another customary one. */
function formAsWritten(form: LegalForm, written: string): string {
  const plain = words(written).join(' ');
  return CUSTOMARY[plain] ?? form.form;
}

const CUSTOMARY: Readonly<Record<string, string>> = {
  corporation: 'Corporation',
  incorporated: 'Incorporated',
  limited: 'Limited',
  company: 'Company',
  'and company': '& Company',
  'and co': '& Co.',
  'co inc': 'Co., Inc.',
  'company inc': 'Company, Inc.',
  'private limited': 'Private Limited',
  'company limited': 'Company Limited',
  aktiengesellschaft: 'Aktiengesellschaft',
  'ab publ': 'AB',
};

function restoreCapitals(text: string): string {
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  if (letters.length <= 4) return text;
  if (letters === letters.toLowerCase() && !text.includes(' ')) return text;
  if (letters !== letters.toUpperCase() && letters !== letters.toLowerCase()) {
    // Mixed case is the owner's choice, but a single shouted long word in it is not.
    return text;
  }
  return text
    .split(/(\s+|-|\/|\.)/)
    .map((word, position) => (isAbbreviation(word) ? word.toUpperCase() : capitalised(word, position === 0)))
    .join('');
}

/** Short words without vowels, and those that are known to be abbreviations. */
function isAbbreviation(word: string): boolean {
  const letters = word.toUpperCase();
  return /^[A-Z0-9&]{1,3}$/.test(letters) && !SHORT_WORDS.has(letters)
    ? true
    : /^[B-DF-HJ-NP-TV-Z]{2,5}$/.test(letters);
}

const SHORT_WORDS = new Set(
  'SUB AND DE DI DA DO DU LA LE EL VON OF ON THE FOR UND DER DIE IN AT TO NEW OLD RED SUN SKY BIG AIR CAR OIL GAS SEA BAY SAN ST LOS LAS BY ET Y E MR DR BOX BUS INN LAB ART ICE KEY TOP ONE TWO SIX TEN DEL DEI DEN DES VAN TER ALS AUF AUS BEI MIT ZUR ZUM VOM AUX SUR LES PAR COM POR CON ALL OUR DAY WAY JOY ZOO PUB SPA GYM TEA PEN EYE BEE FOX CAT DOG COW PIG HEN OAK ELM ASH IVY ROW END AGE WAR PAN CUP POT JAR BAG MAP NET WEB FAN HUB EGG FIG NUT PIE RYE SOY TAX TOY TUB WAX WIG YES ALT BAU BAD EIN EIS ERZ HOF HUT KUH NEU OEL ORT RAD SEE TAL TEE TOR UHR WEG ZUG BEL BON CHE DUE PER PIU TRE UNO BOA RIO SOL PAZ REY MAR'.split(
    ' ',
  ),
);
