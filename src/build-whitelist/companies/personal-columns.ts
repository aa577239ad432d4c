import { readLegalForm } from '../../company/legal-forms.ts';
import { FIRST_NAMES } from '../../company/name-lists.ts';
import { readsAsPerson } from '../../company/personal-names.ts';
import { words } from '../../company/words.ts';

/** Words of heads that name or reach persons, wherever they stand in the head ("GF 1", "Kontakt E-Mail", "Phone (direct)"). */
const WORDS = new Set(
  (
    'ansprechpartner ansprechpartnerin geschaftsfuhrer geschaeftsfuehrer geschaftsfuhrung geschaeftsfuehrung gf inhaber inhaberin kontakt kontakte contact contacts ' +
    'vorname nachname familienname zuname rufname firstname lastname surname forename givenname fullname middlename prenom patronyme ' +
    'email mail emails mailadresse courriel telefon tel telephon telefax fax phone phones telephone mobil mobile mobilnummer handy cell cellphone durchwahl rufnummer telefonnummer faxnummer portable tel1 tel2 telefon1 telefon2 phone1 phone2 email1 email2 ' +
    'anrede titel title salutation civilite gender geschlecht owner owners officer officers director directors ceo cfo cto coo proprietor partner partners dirigeant dirigeants gerant gerante prokurist prokura vorstand aufsichtsrat gesellschafter shareholder shareholders beneficial ' +
    'geburtsdatum geburtstag geburtsname birthday birthdate birth dob geb person personen persons betreuer sachbearbeiter assistant assistenz rep representative manager ' +
    'position funktion jobtitle linkedin xing skype twitter whatsapp psc careof'
  ).split(' '),
);

/** Parts of German words that stand together ("GeschaeftsfuehrerVorname", "Telefonzentrale"). */
const PARTS =
  /ansprechp|kontaktp|geschaftsf|geschaeftsf|inhaber|vorname|nachname|familienname|telefon|telefax|handynu|mobilnu|mobilfu|email|phone|mobile|firstname|lastname|surname|fullname|contact|birth|geburt|anrede|salutation/;

/** Heads of several words. */
const PHRASES =
  / (?:first|last|given|family|full|middle|display) name | name (?:of )?(?:contact|owner)| e mail| care of | job title | nom de famille /;

/** Whether a column's head says that it names or reaches persons. */
export function isPersonalHead(head: string): boolean {
  const whole = words(head.replaceAll('_', ' '));
  const parted = words(head.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('_', ' '));
  const joined = whole.join('');
  return (
    [...whole, ...parted].some((word) => WORDS.has(word)) || PARTS.test(joined) || PHRASES.test(` ${parted.join(' ')} `)
  );
}

const MAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
/** Telephone numbers begin with +, 0 or a bracket and have nine digits or more; dates and register numbers do not. */
const PHONE = /^(?:tel\.?:?\s*)?(?:\+|00|\(?\+?0)[\d\s()./-]{7,}$/i;
const SALUTATION =
  /^(?:herrn?|frau|hr\.?|fr\.?|mr\.?|mrs\.?|ms\.?|miss|m\.|mme|mlle|dr\.?|prof\.?(?: dr\.?)?|monsieur|madame)$/i;

/** Whether the values of a column are those of persons. `isOfPlaces`: its head says that it holds places. */
export function arePersonal(values: readonly string[], isOfPlaces: boolean): boolean {
  const filled = values.filter((value) => value !== '');
  if (filled.length === 0) return false;
  const share = (test: (value: string) => boolean): number => filled.filter(test).length / filled.length;
  if (share((value) => MAIL.test(value)) >= 0.1) return true;
  if (share(isPhone) >= 0.5 || share((value) => SALUTATION.test(value)) >= 0.5) return true;
  // Streets and cities are called after persons.
  if (isOfPlaces) return false;
  if (share((value) => FIRST_NAMES.has(words(value)[0] ?? '') && words(value).length === 1) >= 0.5) return true;
  return share(isPersonsName) >= 0.5;
}

/** Whether a single value had better not be shown as an example of its column. */
export function mayBePersonal(value: string, isOfPlaces: boolean): boolean {
  if (MAIL.test(value) || isPhone(value) || SOMEBODY.test(value)) return true;
  return !isOfPlaces && readsAsPerson(value, readLegalForm(words(value), null)) !== 'no';
}

const SOMEBODY = /\bc\s?\/\s?o\b|\battn\b|\bz\.?\s?hd\b/i;

function isPhone(value: string): boolean {
  const digits = value.replaceAll(/\D/g, '').length;
  return PHONE.test(value) && digits >= 9 && digits <= 16;
}

function isPersonsName(value: string): boolean {
  return !/\d/.test(value) && readsAsPerson(value, readLegalForm(words(value), null)) === 'yes';
}
