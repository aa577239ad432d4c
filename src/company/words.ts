/** Letters that Unicode does not take apart into a base letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ħ: 'h',
};

/**
 * A name as comparable words: lower case, without accents, "&" and "+" as `and`, abbreviations without dots
 * ("S.p.A." is `spa`, "s. r. o." is `s r o`), everything else that is no letter or digit a gap.
 */
export function words(text: string): string[] {
  // Only the capitals tell a mutual insurer ("auf Gegenseitigkeit") from a stock corporation ("A.G.").
  const plain = text.includes('a.') ? text.replace(MUTUAL, ' VVaG') : text;
  return isAscii(plain) ? asciiWords(plain) : unicodeWords(plain);
}

const MUTUAL = /(?<!\p{L})a\. ?G\.?(?!\p{L})/u;

function unicodeWords(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ßøłđðþæœıħ]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/\b(?:\p{L}\.){2,}(?:\p{L}\b)?/gu, (dotted) => `${dotted.replaceAll('.', '')} `)
    .replaceAll(/['’`´]/g, '')
    .replaceAll(/[&+]/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const LOWER_A = 97;
const LOWER_Z = 122;
const ZERO = 48;
const NINE = 57;
const DOT = 46;
/** Characters that go without leaving a gap: ' and `. */
const APOSTROPHES = new Set([39, 96]);
/** & and +. */
const CONJUNCTIONS = new Set([38, 43]);

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

const isLetter = (code: number): boolean => code >= LOWER_A && code <= LOWER_Z;
const isWordCharacter = (code: number): boolean => isLetter(code) || (code >= ZERO && code <= NINE);

/** The same for ASCII in one pass: nearly all names of an import are, and this runs several times for each. */
function asciiWords(written: string): string[] {
  const text = written.toLowerCase();
  const found: string[] = [];
  /** What stands before an apostrophe inside a word. */
  let begun = '';
  let from = -1;
  const end = (to: number): void => {
    const word = from < 0 ? begun : begun + text.slice(from, to);
    if (word !== '') found.push(word);
    begun = '';
    from = -1;
  };
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isWordCharacter(code)) {
      const after = from < 0 && isLetter(code) ? endOfDotted(text, at) : at;
      if (after > at) {
        begun += text.slice(at, after).replaceAll('.', '');
        at = after;
        end(at);
        continue;
      }
      if (from < 0) from = at;
    } else if (APOSTROPHES.has(code)) {
      if (from >= 0) begun += text.slice(from, at);
      from = -1;
    } else {
      end(at);
      if (CONJUNCTIONS.has(code)) found.push('and');
    }
    at += 1;
  }
  end(text.length);
  return found;
}

/** Where an abbreviation of single letters with dots ends ("s.p.a."); `at` where none begins. */
function endOfDotted(text: string, at: number): number {
  let position = at;
  while (isLetter(text.charCodeAt(position)) && text.charCodeAt(position + 1) === DOT) position += 2;
  if (position - at < 4) return at;
  const last = text.charCodeAt(position);
  const next = text.charCodeAt(position + 1);
  return isLetter(last) && !isWordCharacter(next) && next !== 95 ? position + 1 : position;
}
