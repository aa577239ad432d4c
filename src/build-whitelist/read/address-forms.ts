/**
 * Postcodes by country as they are written: the countries with postcodes of the Universal Postal Union's addressing
 * guides. A country that is missing has none, or none that can be told from another number.
 */

/** Where the postcode stands to its city: before (`1010 Wien`), after (`Berne, IN 46711`) or on either side. */
export type PostcodePlace = 'before' | 'after' | 'either';

export type PostcodeForm = {
  readonly place: PostcodePlace;
  /** The groups of the pattern are joined by this in the form that is shown. */
  readonly join: string;
  /** Pattern of the bare postcode, without anchors; every group is a part that is shown. */
  readonly body: string;
  /** No house number, telephone or customer number looks like it. */
  readonly distinctive: boolean;
  /** The postcode and nothing else; its groups are those of the body. */
  readonly whole: RegExp;
  /** Followed by the rest of the text, the last group. */
  readonly leading: RegExp;
  /** After other text, the first group. */
  readonly trailing: RegExp;
  /** Between a street, the first group, and a rest, the last. */
  readonly between: RegExp;
  /** Anywhere, apart from other letters and digits. */
  readonly anywhere: RegExp;
};

type Row = readonly [place: PostcodePlace, body: string, join?: string, prefix?: string, distinctive?: boolean];

const THREE = String.raw`(\d{3})`;
const FOUR = String.raw`([1-9]\d{3})`;
const FOUR_ZERO = String.raw`(\d{4})`;
const FIVE = String.raw`(\d{5})`;
const FIVE_NO_ZERO = String.raw`([1-9]\d{4})`;
const SIX = String.raw`([1-9]\d{5})`;
const THREE_TWO = String.raw`(\d{3})[ ]?(\d{2})`;

const ROWS: Readonly<Record<string, Row>> = {
  AD: ['either', String.raw`(AD\d{3})`, '', '', true],
  AF: ['either', FOUR],
  AL: ['either', FOUR],
  AM: ['before', FOUR_ZERO],
  AR: ['either', String.raw`([A-HJ-NP-Z]?[1-9]\d{3}(?:[A-Z]{3})?)`, '', 'CP|C\\.P\\.'],
  AT: ['before', FOUR, '', 'A|AUT|Ö|OE'],
  AU: ['after', FOUR_ZERO, '', 'NSW|VIC|QLD|WA|SA|TAS|ACT|NT'],
  AX: ['before', String.raw`(22\d{3})`, '', 'FI|FIN'],
  AZ: ['either', String.raw`(?:AZ[- ]?)?([1-9]\d{3})`, '', 'AZ'],
  BA: ['before', FIVE_NO_ZERO],
  BB: ['after', String.raw`(BB\d{5})`, '', '', true],
  BD: ['after', FOUR],
  BE: ['before', FOUR, '', 'B|BEL'],
  BG: ['before', FOUR],
  BH: ['either', String.raw`(\d{3,4})`],
  BM: ['after', String.raw`([A-Z]{2}) (\d{2}|[A-Z]{2})`, ' '],
  BN: ['after', String.raw`([BKTP][A-Z]\d{4})`, '', '', true],
  BR: ['either', String.raw`(\d{2})\.?(\d{3})-?(\d{3})`, '-', 'CEP:?'],
  BY: ['either', String.raw`(2[1-4]\d{4})`],
  CA: ['after', String.raw`([ABCEGHJ-NPR-TVXY]\d[A-Z])[- ]{0,2}(\d[A-Z]\d)`, ' ', '', true],
  CH: ['before', FOUR, '', 'CHE'],
  CL: ['either', String.raw`([1-9]\d{2})[- .]?(\d{4})`, ''],
  CN: ['either', String.raw`(\d{6})`, '', 'P\\.?C\\.?:?'],
  CO: ['either', String.raw`(\d{6})`],
  CR: ['either', String.raw`([1-7]\d{4})`],
  CU: ['before', FIVE_NO_ZERO],
  CY: ['before', FOUR],
  CZ: ['before', THREE_TWO, ' '],
  DE: ['before', String.raw`(\d{5})`, '', 'D|GER'],
  DK: ['before', FOUR_ZERO, ''],
  DO: ['either', FIVE_NO_ZERO],
  DZ: ['either', FIVE],
  EC: ['either', String.raw`(\d{6})`, '', 'EC'],
  EE: ['before', FIVE_NO_ZERO],
  EG: ['either', FIVE_NO_ZERO],
  ES: ['before', String.raw`((?:0[1-9]|[1-4]\d|5[0-2])\d{3})`, '', 'E|CP|C\\.P\\.'],
  ET: ['either', FOUR],
  FI: ['before', FIVE, '', 'FIN|SF'],
  FO: ['before', THREE],
  FR: ['before', String.raw`(\d{2})[ ]?(\d{3})`, '', 'F|FRA'],
  GB: [
    'after',
    String.raw`(GIR|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRV-Y]))[ ]{0,2}(\d[ABD-HJLNP-UW-Z]{2})`,
    ' ',
    '',
    true,
  ],
  GE: ['before', FOUR_ZERO],
  GF: ['before', String.raw`(973\d{2})`],
  GG: ['after', String.raw`(GY\d{1,2})[ ]?(\d[A-Z]{2})`, ' ', '', true],
  GI: ['after', String.raw`(GX11)[ ]?(1AA)`, ' ', '', true],
  GL: ['before', String.raw`(39\d{2})`, '', 'DK'],
  GP: ['before', String.raw`(971\d{2})`],
  GR: ['before', THREE_TWO, ' ', 'G|EL|TK|T\\.K\\.'],
  GT: ['before', String.raw`(0[1-9]\d{3}|[12]\d{4})`],
  GU: ['after', String.raw`(969\d{2})(?:-\d{4})?`],
  HN: ['before', FIVE_NO_ZERO],
  HR: ['before', FIVE_NO_ZERO],
  HT: ['before', FOUR, '', 'HT'],
  HU: ['either', FOUR, '', 'H'],
  ID: ['after', FIVE_NO_ZERO],
  IE: ['after', String.raw`([AC-FHKNPRTV-Y]\d[0-9W])[ ]?([0-9AC-FHKNPRTV-Y]{4})`, ' ', '', true],
  IL: ['either', String.raw`([1-9]\d{6}|[1-9]\d{4})`],
  IM: ['after', String.raw`(IM\d{1,2})[ ]?(\d[A-Z]{2})`, ' ', '', true],
  IN: ['after', String.raw`([1-8]\d{2})[ ]?(\d{3})`, '', 'PIN(?: ?CODE)?[-: ]*|[A-Z]{2}'],
  IQ: ['after', FIVE_NO_ZERO],
  IR: ['either', String.raw`([1-9]\d{4})-?(\d{5})`, ''],
  IS: ['before', String.raw`([1-9]\d{2})`],
  IT: ['before', FIVE, '', 'I|ITA'],
  JE: ['after', String.raw`(JE\d)[ ]?(\d[A-Z]{2})`, ' ', '', true],
  JO: ['after', FIVE_NO_ZERO],
  JP: ['either', String.raw`(\d{3})[-‐−](\d{4})`, '-', '〒', true],
  KE: ['either', FIVE],
  KG: ['before', String.raw`(7[12]\d{4})`],
  KH: ['after', String.raw`([1-2]\d{4,5})`],
  KR: ['either', String.raw`(\d{5}|\d{3}-\d{3})`],
  KW: ['either', FIVE_NO_ZERO],
  KZ: ['either', String.raw`(0\d{5}|[A-Z]\d{2}[A-Z]\d[A-Z]\d)`],
  LA: ['before', String.raw`(\d{5})`],
  LB: ['after', String.raw`(\d{4})[ ](\d{4})`, ' '],
  LI: ['before', String.raw`(94[89]\d)`, '', 'FL|CH'],
  LK: ['after', FIVE],
  LT: ['either', FIVE, ''],
  LU: ['before', FOUR, '', 'L'],
  LV: ['either', FOUR, ''],
  MA: ['before', FIVE_NO_ZERO],
  MC: ['before', String.raw`(980\d{2})`, '', 'MC|F'],
  MD: ['either', FOUR, ''],
  ME: ['before', String.raw`(8[1-5]\d{3})`],
  MG: ['before', String.raw`([1-6]\d{2})`],
  MK: ['before', FOUR],
  MM: ['after', String.raw`(\d{5})`],
  MN: ['after', String.raw`(\d{5,6})`],
  MQ: ['before', String.raw`(972\d{2})`],
  MT: ['after', String.raw`([A-Z]{3})[ ]?(\d{4}|\d{2})`, ' ', '', true],
  MU: ['after', String.raw`([1-9A]\d{4})`],
  MV: ['after', FIVE],
  MX: ['before', FIVE, '', 'CP|C\\.P\\.'],
  MY: ['before', FIVE],
  MZ: ['either', FOUR_ZERO],
  NA: ['after', String.raw`(1[0-3]\d{3}|9000)`],
  NC: ['before', String.raw`(988\d{2})`],
  NE: ['before', FOUR],
  NG: ['after', SIX],
  NI: ['before', FIVE_NO_ZERO],
  NL: ['before', String.raw`([1-9]\d{3})[ ]{0,2}(?!SA|SD|SS)([A-Z]{2})`, ' ', 'NLD?', true],
  NO: ['before', FOUR_ZERO, '', 'N'],
  NP: ['after', FIVE_NO_ZERO],
  NZ: ['after', FOUR_ZERO],
  OM: ['after', THREE],
  PA: ['either', FOUR_ZERO],
  PE: ['either', String.raw`(\d{5})`],
  PF: ['before', String.raw`(987\d{2})`],
  PG: ['after', THREE],
  PH: ['either', FOUR_ZERO],
  PK: ['after', FIVE_NO_ZERO],
  PL: ['before', String.raw`(\d{2})[- ]?(\d{3})`, '-', 'PL'],
  PR: ['after', String.raw`(00[679]\d{2})(?:-\d{4})?`],
  PS: ['after', String.raw`(P\d{7})`, '', '', true],
  PT: ['before', String.raw`([1-9]\d{3})(?:[ ]?-[ ]?(\d{3}))?`, '-', 'P'],
  PY: ['before', FOUR],
  RE: ['before', String.raw`(974\d{2})`],
  RO: ['either', String.raw`(\d{6})`, '', 'RO'],
  RS: ['before', String.raw`([1-3]\d{4})`],
  RU: ['either', SIX],
  SA: ['after', FIVE_NO_ZERO],
  SD: ['either', FIVE_NO_ZERO],
  SE: ['before', String.raw`([1-9]\d{2})[ ]?(\d{2})`, ' ', 'S|SWE'],
  SG: ['after', String.raw`(\d{6})`, '', 'S|SGP'],
  SI: ['before', FOUR, '', 'SLO'],
  SK: ['before', THREE_TWO, ' '],
  SM: ['before', String.raw`(4789\d)`],
  SN: ['before', FIVE_NO_ZERO],
  SV: ['before', FOUR],
  TH: ['after', FIVE_NO_ZERO],
  TJ: ['before', String.raw`(73\d{4})`],
  TM: ['before', String.raw`(74\d{4})`],
  TN: ['before', FOUR],
  TR: ['either', String.raw`((?:0[1-9]|[1-7]\d|8[01])\d{3})`],
  TT: ['after', String.raw`(\d{6})`],
  TW: ['either', String.raw`([1-9]\d{2}(?:\d{2,3})?)`],
  TZ: ['after', FIVE_NO_ZERO],
  UA: ['either', FIVE, '', ''],
  US: ['after', String.raw`(\d{5})(?:[- ]?(\d{4}))?`, '-', '[A-Z]{2}'],
  UY: ['before', FIVE_NO_ZERO],
  UZ: ['before', String.raw`(1\d{5})`],
  VE: ['either', FOUR],
  VI: ['after', String.raw`(008\d{2})(?:-\d{4})?`],
  VN: ['after', String.raw`([1-9]\d{4,5})`],
  XK: ['before', String.raw`([1-7]0000)`],
  ZA: ['after', FOUR_ZERO],
  ZM: ['either', FIVE_NO_ZERO],
};

export const POSTCODE_FORMS: ReadonlyMap<string, PostcodeForm> = new Map(
  Object.entries(ROWS).map(([country, row]) => [country, postcodeForm(country, row)]),
);

function postcodeForm(country: string, [place, body, join = '', prefix = '', distinctive = false]: Row): PostcodeForm {
  const letters = [country, ...prefix.split('|').filter((part) => part !== '')].join('|');
  const code = String.raw`(?:(?:${letters})[- .:]{0,3})?${body}`;
  return {
    place,
    body,
    join,
    distinctive,
    whole: new RegExp(`^${code}$`, 'iu'),
    leading: new RegExp(String.raw`^${code}(?=[\s,.]|$)[\s,.-]*(\D.*)$`, 'iu'),
    trailing: new RegExp(String.raw`^(.*?)(?:[\s,.-]|(?<=\p{L})(?=\d{5}))+${code}$`, 'iu'),
    between: new RegExp(String.raw`^(.*[\p{L}\d].*?)[\s,]+${code}[\s,-]+(\D+)$`, 'iu'),
    anywhere: new RegExp(String.raw`(?<![\p{L}\d])${code}(?![\p{L}\d-])`, 'iu'),
  };
}

/** Numbers that stand where a postcode is asked for and none is known. */
const FILLERS = new Set(['12345', '123456', '1234', '99999', '999999', '9999', '11111', '111111', '1111']);

/** Whether a postcode stands for none: zeros, ones, nines, "12345". */
export function isFiller(postcode: string): boolean {
  const digits = postcode.replaceAll(/[^\p{L}\p{N}]/gu, '');
  return FILLERS.has(digits) || /^0+$/.test(digits);
}

/** Whether a text is a postcode of the country in the form that is shown. */
export function isPostcodeOf(text: string, country: string): boolean {
  const form = POSTCODE_FORMS.get(country);
  return form !== undefined && form.whole.test(text) && !isFiller(text);
}
