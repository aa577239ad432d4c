/** Layers of encoding that are taken off; two are promised (privacy promise 10). */
const LAYERS = 4;
/** Compatibility forms may grow in normalisation; more than this is cut off. */
const LONGEST = 4096;

/** Escapes in which a character may hide: percent, `%uXXXX`, JavaScript, HTML, quoted-printable after a percent decode. */
const ESCAPES =
  /%u([\da-f]{4})|\\u([\da-f]{4})|\\u\{([\da-f]{1,6})\}|\\x([\da-f]{2})|&#x([\da-f]{1,6});?|&#(\d{1,7});?|&(commat|plus|period|lowbar|sol|colon|num);/gi;
const PERCENT_RUN = /(?:%[\da-f]{2})+/gi;
const ENTITIES: { readonly [name: string]: string } = {
  commat: '@',
  plus: '+',
  period: '.',
  lowbar: '_',
  sol: '/',
  colon: ':',
  num: '#',
};

/**
 * Text with up to four layers of percent encoding and other escapes taken off, compatibility forms (full-width letters,
 * other scripts' digits) written in ASCII, and invisible characters left out. For looking into, not for showing.
 */
export function unwrapEncodings(text: string): string {
  let plain = text;
  for (let layer = 0; layer < LAYERS; layer++) {
    const before = plain;
    if (plain.includes('%')) plain = plain.replaceAll(PERCENT_RUN, readPercentRun);
    if (/[%\\&]/.test(plain)) plain = plain.replaceAll(ESCAPES, readEscape);
    if (plain === before) break;
  }
  // oxlint-disable-next-line no-control-regex -- the range is all of ASCII
  if (/^[\x00-\x7f]*$/.test(plain)) return plain;
  return plain
    .normalize('NFKC')
    .slice(0, LONGEST)
    .replaceAll(/[\p{Cf}\p{Mn}]/gu, '')
    .replaceAll(/\p{Nd}/gu, asciiDigit);
}

function readPercentRun(run: string): string {
  return Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8');
}

function readEscape(escape: string, ...groups: readonly unknown[]): string {
  const [percent, script, braces, byte, hexEntity, entity, name] = groups;
  if (typeof name === 'string') return ENTITIES[name.toLowerCase()] ?? escape;
  const hex = percent ?? script ?? braces ?? byte ?? hexEntity;
  const code = typeof hex === 'string' ? Number.parseInt(hex, 16) : Number(entity);
  return code <= 0x10ffff ? String.fromCodePoint(code) : escape;
}

/** Decimal digits of every script stand in runs of ten from their zero on (Unicode, Nd). */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return String(value);
}
