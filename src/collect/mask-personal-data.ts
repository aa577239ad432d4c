import { isIP } from 'node:net';
import { unwrapEncodings } from './unwrap-encodings.ts';

/**
 * What stands in place of personal data (privacy promise 10). Words instead of stars, so that a page list still reads
 * as one: `/reset/:token`.
 */
const MASKS = {
  email: ':email',
  address: ':address',
  iban: ':iban',
  phone: ':phone',
  number: ':number',
  token: ':token',
};

/** Path segments after which a short secret stands: `/reset/a81kq2`. */
const WORDS_BEFORE_SECRETS: ReadonlySet<string> = new Set(
  (
    'token reset verify verification activate activation confirm confirmation invite invitation unsubscribe session ' +
    'sid key apikey api-key auth otp code secret magic magic-link login-link password passwort einladung abmelden'
  ).split(' '),
);

const HYPHEN = 45;
const FULL_STOP = 46;
const SLASH = 47;
const UNDERSCORE = 95;

/** Digits a text may have before it has to be looked at closely: a phone number has more. */
const HARMLESS_DIGITS = 5;
/** Letters and digits in a row that cannot yet be a token. */
const HARMLESS_RUN = 9;
/** Lower-case letters in a row that may still be one word; German compounds are long. */
const LONGEST_WORD = 39;

/**
 * True for text of plain words, in which nothing has to be masked: most paths, told in one pass. Everything encoded,
 * every `@`, many digits and long mixed runs make it false.
 */
function isPlain(text: string): boolean {
  let digits = 0;
  let run = 0;
  let isLowerRun = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) {
      run++;
    } else if (code === SLASH || code === HYPHEN || code === FULL_STOP || code === UNDERSCORE) {
      run = 0;
      isLowerRun = true;
    } else {
      if (code >= 48 && code <= 57) digits++;
      else if (code < 65 || code > 90) return false;
      isLowerRun = false;
      run++;
    }
    if (run > HARMLESS_RUN && (!isLowerRun || run > LONGEST_WORD)) return false;
  }
  return digits <= HARMLESS_DIGITS;
}

/**
 * Text with e-mail addresses, userinfo, phone numbers, IBANs, network addresses, tokens and long digit and hex runs
 * masked, however they are encoded. Text in which there is nothing to mask comes back as it was, but for characters
 * that no store takes (controls, halves of surrogate pairs); otherwise the decoded text comes back. Linear in the
 * length of the text.
 */
export function maskPersonalData(text: string): string {
  if (isPlain(text)) return text;
  const plain = unwrapEncodings(text);
  const masked = maskUnwrapped(plain);
  return (masked === plain ? text : masked).replaceAll(/[\p{Cc}\p{Cs}]/gu, '\uFFFD');
}

/** A path with each segment masked as above and matrix parameters (`;jsessionid=…`) cut off; starts with `/`. */
export function maskPath(path: string): string {
  if (isPlain(path) && !(/\d/.test(path) && hasSecretWord(path))) return path;
  const segments = path.split('/');
  return segments.map((segment, position) => maskSegment(segment, segments[position - 1] ?? '')).join('/');
}

/** The value of a query parameter, masked; a short secret is told by the parameter's name as by a segment before it. */
export function maskParameter(name: string, value: string): string {
  return isSecretBehind(name, value) ? MASKS.token : maskPersonalData(value);
}

function isSecretBehind(word: string, text: string): boolean {
  return text.length >= 4 && /\d/.test(text) && WORDS_BEFORE_SECRETS.has(word.toLowerCase());
}

function maskSegment(segment: string, before: string): string {
  const semicolon = segment.indexOf(';');
  const bare = semicolon < 0 ? segment : segment.slice(0, semicolon);
  if (isSecretBehind(before, bare)) return MASKS.token;
  const masked = maskPersonalData(bare);
  return masked === bare ? bare : encodeSegment(masked);
}

/** Characters that would end a segment or a path become percent-encoded again. */
function encodeSegment(text: string): string {
  return text.replaceAll(/[^\w.~!$'()*+,=:@-]/gu, (character) => encodeURIComponent(wellFormed(character)));
}

function wellFormed(character: string): string {
  return /^[\uD800-\uDFFF]$/.test(character) ? '\uFFFD' : character;
}

function hasSecretWord(path: string): boolean {
  for (const segment of path.split('/')) if (WORDS_BEFORE_SECRETS.has(segment.toLowerCase())) return true;
  return false;
}

function maskUnwrapped(text: string): string {
  let masked = maskMailAddresses(text.replaceAll(/ ?[([{<] ?at ?[)\]}>] ?/gi, '@'));
  masked = masked.replaceAll(NETWORK_ADDRESS, (run) => maskNetworkAddress(run));
  masked = masked.replaceAll(FOUR_NUMBERS, (run) => (isIP(run.replaceAll(/[-_]/g, '.')) ? MASKS.address : run));
  masked = masked.replaceAll(DEVICE_ADDRESS, MASKS.token);
  masked = masked.replaceAll(UUID, MASKS.token);
  masked = masked.replaceAll(IBAN, (run) => (countDigits(run) >= 10 ? MASKS.iban : run));
  masked = masked.replaceAll(WORD_RUN, (run) => maskTokens(run));
  masked = masked.replaceAll(PHONE, (run) => maskPhone(run));
  return masked.replaceAll(LONG_NUMBER, (run) => (isRecentDay(run) ? run : MASKS.number));
}

/** Candidates are told by `isIP`; a port may follow. */
const NETWORK_ADDRESS = /(?<![\da-f:.])[\da-f:.]{3,51}(?![\da-f:.])/gi;
/** The dotted notation as it stands in host names of dial-in lines. */
const FOUR_NUMBERS = /(?<!\d)\d{1,3}([-_.])\d{1,3}\1\d{1,3}\1\d{1,3}(?!\d)/g;
const DEVICE_ADDRESS = /(?<![\da-f])[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}(?![\da-f])/gi;
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;
/** ISO 13616: country, two check digits, 11 to 30 more characters, often in groups. */
const IBAN = /(?<![a-z\d])[a-z]{2} ?\d{2}(?:[ .\-_]?[a-z\d]){11,30}(?![a-z\d])/gi;
const WORD_RUN = /[A-Za-z\d_-]{10,}/g;
const PHONE = /(?<!\d)(?:\+ ?)?\(?\d(?:[ ().\-_/]{0,3}\d){6,}/g;
const LONG_NUMBER = /\d{7,}/g;

/** Characters at which a mail address or userinfo ends, on both sides. */
const MAIL_ENDS: ReadonlySet<string> = new Set(' \t\r\n/\\=&?;,<>()[]{}|#');

function maskMailAddresses(text: string): string {
  let at = text.indexOf('@');
  if (at < 0) return text;
  let masked = '';
  let done = 0;
  while (at >= 0) {
    // A quoted local part may hold anything: nothing of the text before it is kept.
    let from = at;
    if (text[at - 1] === '"' || text[at - 1] === "'") from = done;
    else while (from > done && !MAIL_ENDS.has(text.charAt(from - 1))) from--;
    let to = at + 1;
    while (to < text.length && !MAIL_ENDS.has(text.charAt(to))) to++;
    // `@scope` at the start of a segment names a package, not a mailbox.
    masked += from === at ? text.slice(done, to) : text.slice(done, from) + MASKS.email;
    done = to;
    at = text.indexOf('@', to);
  }
  return masked + text.slice(done);
}

function maskNetworkAddress(run: string): string {
  const bare = run.replace(/[.:]$/, '');
  if (isIP(bare) !== 0) return MASKS.address;
  return isIP(bare.replace(/:\d{1,5}$/, '')) === 0 ? run : MASKS.address;
}

/** Masks the words of a run that look random, or the whole run where its separators are part of a token. */
function maskTokens(run: string): string {
  const masked = run.replaceAll(/[A-Za-z\d]{10,}/g, (word) => (looksRandom(word) ? MASKS.token : word));
  return masked === run && looksRandom(run) ? MASKS.token : masked;
}

/**
 * Whether a run of letters and digits changes between lower case, upper case and digits more often than words do.
 * A capital that starts a word is no change.
 */
function looksRandom(run: string): boolean {
  let length = 0;
  let changes = 0;
  let digits = 0;
  let hexes = 0;
  let lowers = 0;
  let word = 0;
  let longest = 0;
  let last = 0;
  let beforeLast = 0;
  for (let at = 0; at < run.length; at++) {
    const code = run.charCodeAt(at);
    if (code === HYPHEN || code === UNDERSCORE) {
      last = 0;
      beforeLast = 0;
      word = 0;
      continue;
    }
    const isDigit = code <= 57;
    const isUpper = !isDigit && code <= 90;
    const kind = isDigit ? 1 : isUpper ? 2 : 3;
    if (isDigit) digits++;
    if (kind === 3) lowers++;
    if (isDigit || (code | 32) <= 102) hexes++;
    const startsWord = kind === 3 && last === 2 && beforeLast !== 2;
    if (last !== 0 && last !== kind && !startsWord) changes++;
    beforeLast = last;
    last = kind;
    length++;
    word++;
    longest = Math.max(longest, word);
  }
  if (digits === length) return false;
  if (longest > LONGEST_WORD) return true;
  if (length >= 12 && hexes === length && digits > 0 && word === length) return true;
  if (length >= 16 && lowers === 0 && digits > 0 && word === length) return true;
  return (length >= 10 && changes > length / 3) || (length >= 16 && changes > length / 4);
}

function maskPhone(run: string): string {
  const digits = countDigits(run);
  const startsLikePhone = /^(?:\+|\(?0)/.test(run);
  if (isDate(run)) return run;
  if (!startsLikePhone && digits < 9) return run;
  return MASKS.phone;
}

/** Days and months as blogs write them into paths: `2026-05-17`, `17.05.2026`. */
function isDate(run: string): boolean {
  return (
    /^(?:(?:19|20)\d{2}([-._/])\d{1,2}\1\d{1,2}|\d{1,2}([-._/])\d{1,2}\2(?:19|20)\d{2})$/.test(run) || isRecentDay(run)
  );
}

function isRecentDay(run: string): boolean {
  return /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(run);
}

function countDigits(text: string): number {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
  }
  return digits;
}
