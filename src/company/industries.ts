import type { Industry } from '../contracts/company.ts';
import { INDUSTRY_NAMES, NACE_ROWS, NAICS, SIC_1987 } from './industry-rows.ts';
import { words } from './words.ts';

/** Classifications whose codes are read. `NACE2` is NACE Rev. 2, on which WZ 2008 and UK SIC 2007 are built. */
export const INDUSTRY_SCHEMES = ['WZ2008', 'NACE2', 'UKSIC2007', 'SIC1987', 'NAICS'] as const;
export type IndustryScheme = (typeof INDUSTRY_SCHEMES)[number];

type Label = Industry['label'];

const LABELS: ReadonlyMap<string, Label> = new Map(NACE_ROWS.map(([code, de, en]) => [code, { de, en }]));

const BY_PREFIX: Readonly<Record<'SIC1987' | 'NAICS', ReadonlyMap<string, string>>> = {
  SIC1987: naceByPrefix(SIC_1987),
  NAICS: naceByPrefix(NAICS),
};

function naceByPrefix(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([nace, prefixes]) => prefixes.split(' ').map((prefix) => [prefix, nace] as const)),
  );
}

const BY_NAME: ReadonlyMap<string, string> = new Map(
  Object.entries(INDUSTRY_NAMES).flatMap(([code, names]) =>
    names.split('|').map((name) => [words(name).join(' '), code] as const),
  ),
);

/**
 * The industry of a code; null where the classification has no such code. Codes of WZ 2008 and NACE may have dots and
 * the letter of their section; deeper ones keep their code and take the label of their division. Codes of UK SIC 2007,
 * SIC 1987 and NAICS become the NACE division (or section) that they lie in.
 */
export function industryOf(scheme: IndustryScheme, written: string): Industry | null {
  switch (scheme) {
    case 'UKSIC2007': {
      const digits = /^\d{4,5}(?=$|\D)/.exec(written.trim())?.[0].padStart(5, '0') ?? '';
      return labelled('NACE2', digits.slice(0, 2));
    }
    case 'SIC1987':
    case 'NAICS':
      return labelled('NACE2', naceOfPrefix(BY_PREFIX[scheme], /^\d{2,6}(?=$|\D)/.exec(written.trim())?.[0] ?? ''));
    default:
      return naceIndustry(scheme, written);
  }
}

function naceOfPrefix(table: ReadonlyMap<string, string>, digits: string): string {
  for (let length = Math.min(4, digits.length); length >= 2; length -= 1) {
    const code = table.get(digits.slice(0, length));
    if (code !== undefined) return code;
  }
  return '';
}

const LETTER = /^[A-U]$/i;
const CODE = /^(?:[A-U]\s?[.-]?\s?)?(\d{1,2})(?:[. ]?(\d)(\d)?(?:[. ]?(\d{1,2}))?)?$/i;

function naceIndustry(scheme: 'WZ2008' | 'NACE2', text: string): Industry | null {
  const written = text.trim().replace(/[.,]$/, '');
  if (LETTER.test(written)) return labelled(scheme, written.toUpperCase());
  const parts = CODE.exec(written);
  if (!parts) return null;
  const [, division = '', group = '', ofGroup = '', below = ''] = parts;
  const padded = division.padStart(2, '0');
  const label = LABELS.get(padded);
  if (!label) return null;
  const code = group === '' ? padded : `${padded}.${group}${ofGroup}${below === '' ? '' : `.${below}`}`;
  return { scheme, code, label };
}

function labelled(scheme: string, code: string): Industry | null {
  const label = LABELS.get(code);
  return label ? { scheme, code, label } : null;
}

const LONGEST_WORDS = 200;

/** The industry of a name ("Maschinenbau", "information technology and services"): a division, else the words as they are. */
export function industryOfWords(text: string): Industry | null {
  const written = text.trim().slice(0, LONGEST_WORDS);
  if (written === '') return null;
  const code = BY_NAME.get(words(written).join(' '));
  return (
    (code === undefined ? null : labelled('NACE2', code)) ?? {
      scheme: 'own',
      code: '',
      label: { de: written, en: written },
    }
  );
}

/** A cell that holds a code, a name, or both ("62.01 Programmierung", "62020 - IT consultancy"): the code counts. */
export function industryOfText(scheme: IndustryScheme, text: string): Industry | null {
  const written = text.trim();
  const code = /^(?:[A-U]\s?[.-]?\s?)?\d[\d.]*|^[A-U](?=\s*[-–:]|$)/i.exec(written)?.[0] ?? '';
  const byCode = code === '' ? null : industryOf(scheme, code);
  if (byCode) return byCode;
  const named = written.slice(code.length).replace(/^[\s:–-]+/, '');
  return code !== '' && named === '' ? null : industryOfWords(named === '' ? written : named);
}
