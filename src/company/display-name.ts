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
  if (!form && knownForm) return `${restoreCapitals(text, country)} ${knownForm.form}`;
  if (!form || atEnd === null) return restoreCapitals(text, country);
  const closed = atEnd.split('(').length > atEnd.split(')').length ? `${atEnd})` : atEnd;
  return `${restoreCapitals(closed, country)} ${formAsWritten(form, text.slice(atEnd.length))}`;
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
  return CUSTOMARY[plain] ?? (ACRONYMS.has(plain.toUpperCase()) ? plain.toUpperCase() : form.form);
}

const CUSTOMARY: Readonly<Record<string, string>> = {
  mbh: 'mbH',
  'mit beschrankter haftung': 'mit beschränkter Haftung',
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
  'company ltd': 'Company Ltd.',
  'corporation limited': 'Corporation Limited',
  'corporation ltd': 'Corporation Ltd.',
  'corp ltd': 'Corp. Ltd.',
  'corp limited': 'Corp. Limited',
  'inc ltd': 'Inc. Ltd.',
  'malaysia sdn bhd': '(Malaysia) Sdn. Bhd.',
  'm sdn bhd': '(M) Sdn. Bhd.',
  'uk ltd company': 'UK Ltd.',
  'ltd uk': 'Ltd. (UK)',
  'fz llc': 'FZ-LLC',
  'fz co': 'FZ Co.',
  aktiengesellschaft: 'Aktiengesellschaft',
  'ab publ': 'AB',
};

function restoreCapitals(text: string, country: string | null): string {
  const letters = text.replaceAll(/[^\p{L}]/gu, '');
  if (letters.length <= 3 || (letters.length === 4 && !/\s/.test(text) && isAbbreviation(text))) return text;
  if (letters === letters.toLowerCase() && !text.includes(' ')) return text;
  // Mixed case is the owner's choice.
  if (letters !== letters.toUpperCase() && letters !== letters.toLowerCase()) return text;
  const shouts = letters === letters.toUpperCase();
  return text
    .split(/(\s+|-|\/|\.|\(|,|_)/)
    .map((word, position) => {
      if (word === '') return word;
      const form = shouts ? FORMS_IN_CAPITALS[word] : undefined;
      if (form !== undefined) return form;
      if (position > 0 && country === 'PL' && POLISH_SMALL.has(word.toLowerCase())) return word.toLowerCase();
      if (isAbbreviation(word)) return word.toUpperCase();
      return capitalised(word, position === 0);
    })
    .join('');
}

/** Forms that stand elsewhere than at the end of a name in capitals. */
const FORMS_IN_CAPITALS: Readonly<Record<string, string>> = {
  GMBH: 'GmbH',
  INC: 'Inc',
  LTD: 'Ltd',
  LTDA: 'Ltda',
  CORP: 'Corp',
  CO: 'Co',
  PTY: 'Pty',
  PVT: 'Pvt',
  PTE: 'Pte',
  SDN: 'Sdn',
  BHD: 'Bhd',
  KFT: 'Kft',
  ZRT: 'Zrt',
  APS: 'ApS',
  OYJ: 'Oyj',
};

const POLISH_SMALL = new Set('w z i na ze we pod nad im ul'.split(' '));

/** Forms and other abbreviations of four and more letters, and such of three as read like words. */
const ACRONYMS = new Set(
  (
    'BVBA SPRL CVBA SARL SASU EURL PPHU PPUH PJSC CJSC OJSC PRJSC JSC ZAO OAO PAO OOO EOOD EAD OOD DMCC FZCO FZC FZE KSCC KSCP QPSC SAOG SAOC SICAV SELARL SCRL IKEA NASA NATO AUDI SEAT FIAT LEGO ADAC DEKRA UEFA FIFA UNICEF ALDI AXA BASF EDEKA REWE IBM SAP NEC BIC HUK TUV ' +
    'DIN GIS CAD VAT RAI SOS LUX GEA DSM NTT TNT DHL UPS ABB MAN OMV SEB KIK TUI USA UAE PET HIV ZOO LED LCD GPS CNC OEM IT TV PR HR AI BMW VW'
  ).split(' '),
);

/** Short words that are no words of a language, words without vowels, and those that are known to be abbreviations. */
function isAbbreviation(word: string): boolean {
  const letters = word.toUpperCase().replaceAll(/[^A-Z0-9&]/g, '');
  if (letters === '' || letters.length < word.replaceAll(/[^\p{L}\d&]/gu, '').length) return false;
  if (ACRONYMS.has(letters)) return letters !== 'ZOO' && letters !== 'PET' && letters !== 'LUX';
  if (/^[B-DF-HJ-NP-TV-Z]{2,5}$/.test(letters)) return !SHORT_WORDS.has(letters);
  if (!/^[A-Z0-9&]{1,3}$/.test(letters) || SHORT_WORDS.has(letters)) return false;
  // "TEC", "PRO", "VAN" read as words, "IPG", "AEG" do not.
  return !/^[BCDFGHJKLMNPQRSTVWXYZ]{1,2}[AEIOUY][BCDFGHJKLMNPQRSTVWXYZ]?$/.test(letters) || letters.length < 3;
}

const SHORT_WORDS = new Set(
  'SUB AND DE DI DA DO DU LA LE EL VON OF ON THE FOR UND DER DIE IN AT TO NEW OLD RED SUN SKY BIG AIR CAR OIL GAS SEA BAY SAN ST LOS LAS BY ET Y E MR DR BOX BUS INN LAB ART ICE KEY TOP ONE TWO SIX TEN EN IS AM AU AUX IL LO GLI OUT OUR ALL AND ANY ACE AGE ARC ARK ASH EGG ELM END EYE OAK ODD OFF OWL OWN USE ABI ADA EVA IDA INA UTA ECO BIO DUO TRIO NEO GEO AQUA MY WE GO SO UP NO AN AS OR BE ZUM ZUR VOM BEI MIT AUS AUF EIN UNO DUE TRE UN UNE DES LES SUR CON PER MRS STE OY AB ES IM AN NA DEL DEI DEN VAN TER ALS PAR COM POR DAY WAY JOY ZOO PUB SPA GYM TEA PEN BEE FOX CAT DOG COW PIG HEN IVY ROW WAR PAN CUP POT JAR BAG MAP NET WEB FAN HUB FIG NUT PIE RYE SOY TAX TOY TUB WAX WIG YES ALT BAU BAD EIS ERZ HOF HUT KUH NEU OEL ORT RAD SEE TAL TEE TOR UHR WEG ZUG BEL BON CHE PIU BOA RIO SOL PAZ REY MAR'.split(
    ' ',
  ),
);
