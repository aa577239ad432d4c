import { isUtf8 } from 'node:buffer';

/** Bytes 0x80 to 0x9f in Windows-1252, which is what files said to be latin-1 are written in; 0 for none. */
const WINDOWS_1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];
const BYTE_OF: ReadonlyMap<number, number> = new Map(
  WINDOWS_1252.flatMap((code, position) => (code === 0 ? [] : [[code, 0x80 + position] as const])),
);

/** No value of a registry is longer; what is, is cut. */
const LONGEST_VALUE = 1000;

/** Text of a value: UTF-8 where it is valid, else Windows-1252; blanks around are cut off, mojibake is repaired. */
export function decodeValue(bytes: Buffer, from: number, to: number): string {
  let end = to;
  if (end - from > LONGEST_VALUE) {
    end = from + LONGEST_VALUE;
    // Not in the middle of a letter.
    while (end > from && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  }
  const text = bytes.toString('latin1', from, end).trim();
  if (isAscii(text)) return text;
  const value = bytes.subarray(from, end);
  return repairEncoding(isUtf8(value) ? value.toString() : fromWindows1252(text)).trim();
}

/** Windows-1252 of text that was read as latin-1. Node's own decoder takes the one for the other. */
export function fromWindows1252(latin1: string): string {
  return latin1.replaceAll(/[\u0080-\u009f]/g, (letter) =>
    String.fromCharCode(WINDOWS_1252[letter.charCodeAt(0) - 0x80] || 0x20),
  );
}

function isAscii(text: string): boolean {
  for (let position = 0; position < text.length; position += 1) {
    if (text.charCodeAt(position) > 126) return false;
  }
  return true;
}

/** How often a text may have been read wrongly. */
const MOST_ROUNDS = 3;

/**
 * Repairs UTF-8 that was read as latin-1 or Windows-1252, once or several times: `RechtsanwÃ¤lte`, `BlÃƒÂ¥`. Only
 * sequences that are valid UTF-8 and lead to a letter or sign which is usual in names are changed, so that what is
 * right beside them stays. Control characters become blanks.
 */
export function repairEncoding(text: string): string {
  let repaired = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const better = repaired.replaceAll(SEQUENCES, (sequence) => decodeSequence(sequence) ?? sequence);
    if (better === repaired) break;
    repaired = better;
  }
  return repaired.replaceAll(CONTROLS, ' ');
}

const TAIL = `[\\u0080-\\u00bf${String.fromCodePoint(...BYTE_OF.keys())}]`;
/**
 * Accented letters and signs (C2 to C5), punctuation (E2 80, E2 82, E2 84) alone; other scripts, whose first bytes are
 * frequent letters of their own (Ñ, Ð, Î), only where several stand together.
 */
const SEQUENCES = new RegExp(
  `[\\u00c2-\\u00c5]${TAIL}|\\u00e2[\\u0080\\u20ac]${TAIL}|\\u00e2[\\u0082\\u201a\\u0084\\u201e]${TAIL}` +
    `|(?:[\\u00ce-\\u00d4]${TAIL}[ .-]?){2,}|(?:[\\u00e0-\\u00ef]${TAIL}{2}){2,}`,
  'gu',
);

// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\ufffd]+/gu;

const FATAL = new TextDecoder('utf-8', { fatal: true });

/** null where the characters are no bytes, or these are no UTF-8. */
function decodeSequence(sequence: string): string | null {
  const bytes = new Uint8Array(sequence.length);
  for (let position = 0; position < sequence.length; position += 1) {
    const code = sequence.charCodeAt(position);
    const byte = code < 0x100 ? code : BYTE_OF.get(code);
    if (byte === undefined) return null;
    bytes[position] = byte;
  }
  try {
    return FATAL.decode(bytes);
  } catch {
    return null;
  }
}
