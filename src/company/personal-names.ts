import { lengthOfCompanyBrand } from './company-brands.ts';
import { type NameParts, readLegalForm } from './legal-forms.ts';
import {
  DOUBTFUL_FIRST_NAMES,
  FIRST_NAMES,
  LEADING_SURNAMES,
  MILD_FIRST_NAMES,
  SURNAME_ENDINGS,
  SURNAMES,
} from './name-lists.ts';
import { EDUCATION_PARTS, EDUCATION_WORDS, PUBLIC_WORDS } from './organisation-words.ts';
import {
  DOUBTFUL_TITLES,
  FAMILY_WORDS,
  KINSHIP,
  PARTICLES,
  PRACTICE,
  PRACTICE_PHRASES,
  PRIVATE_PHRASES,
  PROFESSIONAL_BODY,
  SAINTS,
  TITLES,
} from './practice-words.ts';
import { lengthOfProviderBrand } from './provider-brands.ts';
import { isProviderWord } from './read-kind.ts';
import { INSTITUTION_WORDS, PLACE_WORDS, SURNAME_TRADES, TRADE_PARTS, TRADE_WORDS } from './trade-words.ts';
import { words } from './words.ts';

/** Forms that one person founds for a business of his own. */
const ONE_PERSON_FAMILIES = new Set(
  'llc ltd gmbh ug srl doo ood sl bv sarl sas ou sro spzoo ltda lda eirl aps as jdoo kft sia mb pvtltd ptyltd'.split(
    ' ',
  ),
);

/** What one word of a name may be. */
type Role = 'first' | 'mild' | 'doubtful' | 'surname' | 'initial' | 'trade' | 'place' | 'institution' | 'unknown';

/**
 * Whether a holder's name reads as a natural person or as a practice or business under a person's name; `perhaps` for
 * a corporation that is named after somebody ("Dan Smith LLC"), for a partnership in which a person's name stands
 * among others, and for a trade beside a surname without any form ("Elektro Huber"). `written` is the name as the source has it, `parts` what readLegalForm made of it. Wide on purpose: a
 * company taken for a person is lost, a person shown is a harm.
 */
export function readsAsPerson(written: string, { core, form }: NameParts): 'yes' | 'perhaps' | 'no' {
  if (form?.shape === 'sole-trader') return 'yes';
  const said = words(written);
  const text = ` ${said.join(' ')} `;
  const name = nameWords(core);
  const isCorporation = form?.shape === 'corporation' && !isBareAndCo(written, form.form);
  if (isCorporation || form?.shape === 'association') {
    if (tradesAs(text)) return 'yes';
    return isCorporation && namesFounder(name, form?.family ?? '') ? 'perhaps' : 'no';
  }
  if (isLargeCompany(core)) return 'no';
  if (PRIVATE_PHRASES.test(text) && !PROFESSIONAL_BODY.test(text)) return 'yes';
  if (TRADES_AS.test(text) && (tradesAs(text) || !name.some((word) => isTrade(word) || isInstitution(word))))
    return 'yes';
  if (/\bc\/o\b/i.test(written) && !name.some(isInstitution)) return 'yes';
  if (isPractice(text, said)) return 'yes';
  const person =
    readsAsName(written, name) ||
    (form === null && otherReadings(written).some((other) => readsAsName(written, other)));
  if (form?.shape === 'partnership') {
    // "Hans Meier KG" is Hans Meier's; "Brauerei Hans Meier KG" a firm with his name in it.
    // Of "Musterbau S.a.s. di Mario Rossi & C." only what stands before the form is the firm's name.
    const [firm = ''] = written.split(/\bS\.?\s?[AN]\.?\s?[SC]\.?\s+D(?:I|EI|EL|ELLA|A)\s/i);
    const own = firm.length < written.length ? readsAsName(firm, nameWords(words(firm))) : person;
    if (person && own) return name.some(isTrade) || form.family === 'llp' || form.family === 'lp' ? 'perhaps' : 'yes';
    return person || name.some((word) => FIRST_NAMES.has(word)) ? 'perhaps' : 'no';
  }
  if (person) return 'yes';
  return isSurnameAndTrade(name) ? 'perhaps' : 'no';
}

function isSurname(word: string): boolean {
  if (isTrade(word) || isPlace(word) || isInstitution(word)) return false;
  return SURNAMES.has(word) || SURNAMES.has(plain(word)) || SURNAME_ENDINGS.test(word);
}

function sells(word: string): boolean {
  return isTrade(word) && !isInstitution(word);
}

/** "Elektro Musterhuber", "Gasthof Huber": a business under a surname, perhaps of a firm that leaves its form out. */
function isSurnameAndTrade(name: readonly string[]): boolean {
  const [first = '', second = ''] = name;
  if (name.length !== 2) return false;
  return (sells(first) && isSurname(second)) || (sells(second) && isSurname(first));
}

/**
 * Whether a name without a legal form might be a person's though nothing proves it: up to four words, none of which
 * speaks for an organisation. Where such a name stands alone nobody can tell whose it is.
 */
export function mightBePerson(written: string, { core, form }: NameParts): boolean {
  if (form && form.shape !== 'partnership' && !isBareAndCo(written, form.form)) return false;
  const name = nameWords(core).filter((word) => !PARTICLES.has(word));
  if (name.length === 0 || name.length > 4 || isLargeCompany(core)) return false;
  if (lengthOfProviderBrand(name) > 0 || name.some(isProviderWord)) return false;
  const roles = name.map(roleOf);
  if (roles.some((role) => role === 'institution' || role === 'trade' || role === 'place')) return false;
  return name.every((word) => /^\p{L}+$/u.test(word)) && (name.length > 1 || (name[0]?.length ?? 0) >= 5);
}

/** "Rossi Mario (Rossinet)" without what stands in brackets, "Hans MusterMetzgerei" as two words more. */
function otherReadings(written: string): readonly (readonly string[])[] {
  const bare = written.includes('(') ? [nameWords(words(written.replaceAll(/\([^)]*\)?/g, ' ')))] : [];
  const parted = /\p{Ll}\p{Lu}/u.test(written)
    ? [nameWords(words(written.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')))].filter((name) =>
        FIRST_NAMES.has(name[0] ?? ''),
      )
    : [];
  return [...bare, ...parted];
}

/** The words of a name that may name somebody: without customer numbers, codes and "and". */
function nameWords(core: readonly string[]): readonly string[] {
  return core.filter((word) => !/\d/.test(word) && word !== 'and' && word !== 'und' && word !== 'et');
}

/** "& Co." behind a name is no legal form. */
function isBareAndCo(written: string, form: string): boolean {
  return form === 'Co.' && /(?:&|\+|\b(?:und|and|et|e|y))\s*(?:co|cie|cia)\.?\s*$/i.test(written);
}

/** "Martin Muster trading as Musterfirma Ltd": the person named first is the holder. */
function tradesAs(text: string): boolean {
  const at = text.search(TRADES_AS);
  if (at < 0) return false;
  if (OWNED_BY.test(text)) return true;
  const before = text.slice(0, at).trim().split(' ');
  return readLegalForm(before, null).form === null && readsAsName('', nameWords(before));
}

const TRADES_AS =
  / (?:trading as|t a|dba|d b a|doing business as|inhaber|inhaberin|inh|proprietor|sole trader|einzelunternehmer) /u;
const OWNED_BY = / (?:inhaber|inhaberin|inh|proprietor|sole trader|einzelunternehmer) /u;

/** A person's name before the form, and nothing else: a corporation called after its founder. */
function namesFounder(name: readonly string[], family: string): boolean {
  const [first = '', last = ''] = name;
  if (name.length !== 2 || !ONE_PERSON_FAMILIES.has(family)) return false;
  if (isFirstName(first)) return !isInstitution(last) && (!isTrade(last) || SURNAME_TRADES.has(last)) && !isPlace(last);
  return SURNAMES.has(first) && FIRST_NAMES.has(last);
}

/** A large company's name, and not a person of the same surname or first name ("Otto Maier", "Linde Anna"). */
function isLargeCompany(name: readonly string[]): boolean {
  const taken = lengthOfCompanyBrand(name);
  if (taken === 0) return false;
  const rest = name.slice(taken);
  if (taken > 1) return true;
  if (rest.some((word) => isTrade(word) || isInstitution(word) || isPlace(word))) return true;
  return rest.length === 0 ? !isFirstName(name[0] ?? '') : !(isPersonal(name[0] ?? '') || rest.some(isPersonal));
}

/** A title, a profession, a practice: somebody who works under the own name. */
function isPractice(text: string, said: readonly string[]): boolean {
  if (PROFESSIONAL_BODY.test(text)) return false;
  const name = nameWords(said);
  const hasPractice = name.some((word) => PRACTICE.test(plain(word))) || PRACTICE_PHRASES.test(text);
  const sureBody = name.filter((word) => isInstitution(word) && !MEDICAL.has(word));
  if (hasPractice) return sureBody.length === 0;
  if (sureBody.length > 0) return false;
  const titled = name.findIndex((word) => TITLES.has(word));
  // A title needs a name behind it; "me" and "md" need one before or behind.
  if (titled >= 0 && name.length > 1) {
    const rest = name.filter((word) => !TITLES.has(word) && !DOUBTFUL_TITLES.has(word));
    const short = SHORT_TITLES.has(name[titled] ?? '');
    if (rest.length > 0 && rest.length <= 6) {
      return short ? rest.some(isPersonal) && !rest.some(isInstitution) : titled === 0 || !rest.every(isTrade);
    }
  }
  if (DOUBTFUL_TITLES.has(name[0] ?? '') && name.length >= 2 && name.length <= 4) {
    const rest = name.slice(1).filter((word) => !DOUBTFUL_TITLES.has(word));
    return (
      rest.length > 0 &&
      !rest.some((word) => isTrade(word) || isPlace(word)) &&
      (rest.some(isPersonal) || (rest.length === 2 && LONE_TITLES.has(name[0] ?? '')))
    );
  }
  if (name.length >= 2 && name.length <= 4 && name.some((word) => FAMILY_WORDS.has(word) && word !== 's')) {
    return !name.some((word) => !FAMILY_WORDS.has(word) && (isTrade(word) || isPlace(word)));
  }
  return false;
}

/** Of the doubtful titles those that need no known name behind them. */
const LONE_TITLES = new Set('mr ms miss ing arch geom avv sra atty'.split(' '));

/** Institutions' words that small practices use too. */
const MEDICAL = new Set(
  'clinica clinic clinique centro centre chamber cabinet residencia stift zoo red cruz municipal camara stadt dom amt club city dom fond'.split(
    ' ',
  ),
);

/** Titles of two letters, which mean other things as well. */
const SHORT_TITLES = new Set('me md sir lady dame doc rer mba cpa phd pastor doctor professor frau sig'.split(' '));

/** Whether the words of a name are those of a person, perhaps with the trade that the person follows. */
function readsAsName(written: string, core: readonly string[]): boolean {
  const all = core.filter((word) => !KINSHIP.has(word));
  const kin = all.length < core.length;
  const name = withoutSaints(all).filter((word) => !PARTICLES.has(word) || isInitial(word, written));
  const roles = name.map(roleOf);
  const count = (role: Role): number => roles.filter((one) => one === role).length;
  if (count('institution') > 0 || name.length === 0 || LARGE_HOUSES.test(` ${core.join(' ')} `)) return false;
  if (all.some((word) => FUNCTION_WORDS.has(word))) return false;
  const trades = roles.filter((role, at) => role === 'trade' && !SURNAME_TRADES.has(name[at] ?? '')).length;
  const places = count('place');
  const known = count('surname');
  const firsts = count('first');
  if (trades + places > 0) return namesTrader(name, roles, trades);
  const length = name.length;
  if (length > (firsts > 1 ? 7 : 5)) return false;
  const others = length - firsts - count('mild') - count('doubtful');
  if (length <= 3 && namesEastAsian(name)) return true;
  if (length <= 4 && INITIALS.test(written)) return true;
  if (length >= 2 && name.some((word) => PATRONYMIC.test(word))) return true;
  if (firsts > 0) return length >= 2 || kin;
  if (count('mild') > 0) return length >= 2 && (others > 0 || count('mild') > 1);
  if (count('doubtful') > 0 && known + count('initial') > 0) return true;
  if (known >= 2) return true;
  if (known === 1 && length <= 3 && roles.at(-1) === 'surname') return length > 1;
  if (known === 1 && (kin || count('initial') > 0)) return true;
  if (kin) return length <= 2 && !isPartnersOnly(core) && !name.some(isProviderWord);
  if (count('initial') > 0 && count('initial') < length && length <= 3) {
    return (
      /(?:^|[\s,])\p{Lu}\.[\s-]*\p{Lu}[\p{Ll}'’]{2,}/u.test(written) || name.some((word) => SURNAME_ENDINGS.test(word))
    );
  }
  if (length === 2 && name.some((word) => SURNAME_ENDINGS.test(word) && !isProviderWord(word))) return true;
  return false;
}

/** Fathers' names, which stand in persons' names alone. */
const PATRONYMIC = /^.{3,}(?:ovich|evich|ovych|evych|ovna|evna|ivna|yivna|ichna|sdottir|dottir)$/u;

/** "M. Müller", "K.-H. Müller", "H.J. van Dijk": initials with dots, then one capitalised name. */
const INITIALS =
  /^(?:\p{Lu}\.[\s-]*){1,4}(?:(?:van|von|de|der|den|te|ten|du|di|da|vd|v\.d\.)\s+)*\p{Lu}[\p{Ll}'’]{2,}(?:-\p{Lu}\p{Ll}+)?$/u;

/** What is too large to be one person's, whoever gave it the name. */
const LARGE_HOUSES =
  / (?:health|medical|cancer|research|community|care|cultural|sports|convention|shopping|data|business|training|conference|information|technology) (?:center|centre|centers|system|systems|network|park|plan|alliance|partners|services) /u;

/** Words between the words of a company's name, and in no person's. */
const FUNCTION_WORDS = new Set('of the for at in with our your on by from und et'.split(' '));

/** A trade and a full name beside it: "Gasthof Maria Huber", "Mario Rossi Impianti", "Maria Huber Wien". */
function namesTrader(name: readonly string[], roles: readonly Role[], trades: number): boolean {
  const [, second = ''] = name;
  if (name.length === 2 && (roles[0] === 'first' || roles[0] === 'mild')) {
    // "David Park", and a name that only contains a trade ("Martin Reisenhofer").
    if (SURNAME_TRADES.has(second)) return true;
    if (roles[0] === 'first' && roles[1] === 'trade' && !TRADE_WORDS.has(second) && !TRADE_WORDS.has(plain(second)))
      return true;
  }
  if (trades > 3 || name.length > 6) return false;
  return roles.some((role, at) => {
    if (role !== 'first' && role !== 'mild') return false;
    const neighbours = [at - 1, at + 1].filter((other) => other >= 0 && other < name.length);
    return neighbours.some((other) => {
      const beside = roles[other];
      const isSurname = beside === 'surname' || SURNAME_ENDINGS.test(name[other] ?? '');
      if (role === 'mild') return isSurname;
      return (
        isSurname ||
        beside === 'initial' ||
        (beside === 'unknown' && trades <= 2 && (name[other]?.length ?? 0) > 2 && !isProviderWord(name[other] ?? ''))
      );
    });
  });
}

/** "Avantum Partners" is a firm, "Deppe & Partner" two persons' practice. */
function isPartnersOnly(core: readonly string[]): boolean {
  const last = core.at(-1) ?? '';
  return last === 'partners' || last === 'associates' || last === 'partenaires';
}

function namesEastAsian(name: readonly string[]): boolean {
  const [surname = '', ...given] = name;
  if (given.length === 0) return false;
  if (LEADING_SURNAMES.has(surname) && given.every((word) => PINYIN.test(word))) return true;
  // "Xiaoming Zhang": written the western way, with a given name of two syllables.
  const front = name.slice(0, -1);
  return (
    LEADING_SURNAMES.has(name.at(-1) ?? '') && front.every((word) => PINYIN.test(word)) && front.join('').length >= 4
  );
}

/** One or two syllables of Chinese, Korean or Vietnamese names as they are transliterated. */
const PINYIN =
  /^(?:(?:b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w|th|tr|ph|kh|ng|nh|gi)?(?:a|ai|an|ang|ao|e|ei|en|eng|er|i|ia|ian|iang|iao|ie|in|ing|iong|iu|o|ong|ou|u|ua|uai|uan|uang|ue|ui|un|uo|ae|eo|eon|eong|eun|eui|oa|oan|uong|uyen|uy|oc|at|et|yu|yun|young|yeon|yeong|ju|joo|hee|soo|oo|ee|uk|ok|il|ul|eok|ik|am|im|um|om|oon|eow|oei)){1,2}$/u;

/** A name after a saint is a place or a church. */
function withoutSaints(name: readonly string[]): readonly string[] {
  return name.filter((word, at) => !SAINTS.has(word) && !SAINTS.has(name[at - 1] ?? ''));
}

/** A letter that stands for a first name: "M. Müller"; the letters e, y, d, o join names as well. */
function isInitial(word: string, written: string): boolean {
  return word.length === 1 && new RegExp(`(?:^|\\s)${word}\\.`, 'iu').test(written);
}

function roleOf(word: string): Role {
  if (word.length === 1) return 'initial';
  if (isInstitution(word)) return 'institution';
  if (TRADE_WORDS.has(word)) return 'trade';
  if (FIRST_NAMES.has(word)) return 'first';
  if (MILD_FIRST_NAMES.has(word) && !isPlace(word)) return 'mild';
  if (SURNAMES.has(word)) return 'surname';
  if (isPlace(word)) return 'place';
  if (MILD_FIRST_NAMES.has(word)) return 'mild';
  if (DOUBTFUL_FIRST_NAMES.has(word)) return 'doubtful';
  const german = plain(word);
  if (SURNAMES.has(word) || SURNAMES.has(german)) return 'surname';
  if (FIRST_NAMES.has(german)) return 'first';
  // "Istvánné": the wife of István.
  if (word.endsWith('ne') && FIRST_NAMES.has(word.slice(0, -2))) return 'first';
  return isTrade(word) || isProviderWord(word) ? 'trade' : 'unknown';
}

function isFirstName(word: string): boolean {
  return FIRST_NAMES.has(word) || MILD_FIRST_NAMES.has(word) || FIRST_NAMES.has(plain(word));
}

function isPersonal(word: string): boolean {
  return isFirstName(word) || SURNAMES.has(word) || SURNAMES.has(plain(word)) || SURNAME_ENDINGS.test(word);
}

function isInstitution(word: string): boolean {
  return (
    INSTITUTION_WORDS.has(word) ||
    PUBLIC_WORDS.has(word) ||
    EDUCATION_WORDS.has(word) ||
    EDUCATION_PARTS.some((part) => word.includes(part))
  );
}

function isPlace(word: string): boolean {
  return PLACE_WORDS.has(word);
}

function isTrade(word: string): boolean {
  return TRADE_WORDS.has(word) || TRADE_WORDS.has(plain(word)) || (TRADE_PARTS.test(plain(word)) && word.length > 6);
}

/** The German way to write umlauts without them: "Buero" is "buro" (words.ts takes the dots of "Büro" away). */
function plain(word: string): string {
  return UMLAUT.test(word) ? word.replaceAll('ae', 'a').replaceAll('oe', 'o').replaceAll('ue', 'u') : word;
}

const UMLAUT = /[aou]e/;
