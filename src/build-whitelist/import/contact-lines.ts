/**
 * Lines of descriptions and remarks that tell how to reach somebody: telephone, e-mail, contact person, where to
 * report abuse. They are data of persons and say nothing about who uses a network, so they end here.
 */

/** Words that name a way to reach somebody, in the languages of the registries. */
const LABELS = (
  'contact|contacts|contact person|contact name|contact info|contact information|contact details|contact no|' +
  'contact number|person|name of contact|attn|attention|att|c\\/o person|responsible|responsable|' +
  'phone|phones|phone no|phone number|ph|ph no|tel|tel no|tél|telephone|telephone no|telefon|telefono|teléfono|' +
  'telefone|téléphone|tel\\/fax|phone\\/fax|puh|tlf|fone|' +
  'fax|fax no|telefax|faks|mobile|mobile no|mobile phone|mob|cell|cellphone|cell phone|handy|gsm|mobil|celular|' +
  'e-?mail|e-?mail id|e-?mail address|mail|mailto|correo|correo electrónico|courriel|icq|skype|whatsapp|' +
  'abuse|abuse contact|abuse e-?mail|abuse mailbox|abuse report|abuse reports|abuse reporting|spam|noc|noc contact|' +
  'support contact|technical contact|tech contact|tech person|technical person|admin contact|administrative contact|' +
  'admin-c|tech-c|billing contact|sales contact|network contact|security contact|' +
  'ansprechpartner|ansprechpartnerin|kontakt|kontaktperson|contatto|referente|contacto|contato|contactpersoon|' +
  'osoba kontaktowa|kontakt osoba|yhteyshenkilö|kontaktní osoba'
).replaceAll(' ', '[ ._-]?');

/** Labels behind which the name of a person stands, and that cut a line in the middle. */
const PERSON_LABELS =
  'contact (?:person|name)|contacts?|attn|attention|ansprechpartner(?:in)?|kontaktperson|contactpersoon|referente|technical contact|tech(?:nical)? person'.replaceAll(
    ' ',
    '[ ._-]?',
  );

const LABEL_FIRST = new RegExp(
  `^[\\s*#>.(-]*(?:${LABELS})\\.?\\s*(?:[:=]|\\s[-–]+\\s|[.:]?\\s*\\(?\\+?\\d[\\d\\s()./-]{4,}$)`,
  'iu',
);
/** Words in front of a name that need no sign behind them. */
const TO_THE_HANDS_OF = /^[\s*#>.(-]*(?:attn|z\.? ?hd|zu h(?:ä|ae)nden)[.:\s]+/iu;
const PERSON_LABEL_ONLY = new RegExp(`^[\\s*#>.(-]*(?:${PERSON_LABELS})\\.?\\s*[:=]\\s*$`, 'iu');
const PERSON_INSIDE = new RegExp(`[\\s,;/(-]+(?:${PERSON_LABELS})\\.?\\s*[:=].*$`, 'iu');

const MAIL = /[^\s<>()[\],;:"@]+\s?(?:@|\(at\)|\[at\]|\{at\})\s?[\w-]+(?:\s?(?:\.|\(dot\)|\[dot\])\s?[\w-]+)+/giu;
const MAIL_IN_WORDS = /\b[\w.+-]+ at [\w-]+(?: dot [\w-]+)+/iu;

const NUMBER = '\\+?\\(?\\d[\\d\\s()./-]{5,}\\d';
const NUMBER_INSIDE = new RegExp(
  `[\\s,;/(-]*(?:\\b(?:tel|tél|phone|ph|fon|fax|telefon|telefax|telefono|teléfono|telefone|mobile?|mob|cell|gsm|handy)\\b[.:\\s]*(?:no)?[.:\\s]*${NUMBER}|(?<![\\w.:/])\\+\\(?\\d{1,3}\\)?[\\s()./-]*\\d[\\d\\s()./-]{5,}\\d)\\)?`,
  'giu',
);
const NUMBER_ALONE = /^[+(\d][\d\s()./-]*$/u;
/** A number of so many digits on a line of its own is a telephone's, not a postcode. */
const LEAST_DIGITS = 9;

/** Sentences that ask to report something, in which abuse stands beside a way to do so. */
const REPORTS =
  /\b(?:abuse|spam|hacking|intrusions?|scans?|security incidents?|copyright|complaints?)\b.*\b(?:e-?mails?|send|contact|report|reports|reported|please|to|inquiries|complaints?|issues|problems?|matters)\b|\b(?:please|report|send|contact|direct|for|all)\b.*\b(?:abuse|spam|complaints?|incidents?)\b/iu;

/**
 * The line without data that leads to a person; '' when nothing else stands in it.
 * Idempotent: what it answers it leaves alone.
 */
export function withoutContactData(line: string): string {
  if (TO_THE_HANDS_OF.test(line)) return '';
  const suspicion = suspicionOf(line);
  if (suspicion === 'none') return line;
  if (LABEL_FIRST.test(line)) return '';
  if (suspicion === 'label') return line;
  if (REPORTS.test(line) || MAIL_IN_WORDS.test(line)) return '';
  if (NUMBER_ALONE.test(line) && line.replaceAll(/\D/g, '').length >= LEAST_DIGITS) return '';
  const rest = line.replace(PERSON_INSIDE, '').replaceAll(MAIL, '').replaceAll(NUMBER_INSIDE, '');
  if (rest === line) return line;
  const tidy = rest
    .replaceAll(/[<([]\s*[>)\]]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s,;:/(<-]+$/, '')
    .trim();
  // What is left of "mail: x@y" or "Tel. 1, Fax 2" is no description.
  return /\p{L}{2}/u.test(tidy) && !LEFT_OVER.test(tidy) ? withoutContactData(tidy) : '';
}

/**
 * Sorts out nearly all lines before any pattern is tried on them. A few digits may be a house's and a postcode's: they
 * are a telephone's only behind a label. `any`: a sign, so many digits, or a word for what is to be reported.
 */
function suspicionOf(line: string): 'none' | 'label' | 'any' {
  let digits = 0;
  for (let position = 0; position < line.length; position += 1) {
    const code = line.charCodeAt(position);
    if (code >= 48 && code <= 57) digits += 1;
    else if (code > 127 || SIGNS[code] === 1) return 'any';
  }
  if (digits >= TELEPHONE_DIGITS || REPORTED.test(line)) return 'any';
  return digits > 0 ? 'label' : 'none';
}

/** The fewest digits of a number inside a line, and fewer than a postcode and a house have together in most countries. */
const TELEPHONE_DIGITS = 7;

/** `@ : = + [ {`, the bracket of `(at)` and the hyphen behind a label. */
const SIGNS = Uint8Array.from({ length: 128 }, (_, code) => ('@:=+[{('.includes(String.fromCharCode(code)) ? 1 : 0));
const REPORTED = / - | dot |abus|spam|hack|compla|incid|intrus|scan|copyr/i;

const LEFT_OVER = new RegExp(`^(?:(?:${LABELS}|to|at|via|or|and|please|send)\\W*)+$`, 'iu');

/** Lines in order without contact data; those of which nothing is left are left out. */
export function withoutContactLines(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let isNameNext = false;
  for (const line of lines) {
    const rest = withoutContactData(line);
    const isPersonLabel = PERSON_LABEL_ONLY.test(line);
    // "Contact person:" with nothing behind it: the name may stand in the next line.
    if (rest !== '' && !isNameNext) kept.push(rest);
    isNameNext = isPersonLabel;
  }
  return kept;
}
