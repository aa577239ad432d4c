import { formByName, type LegalForm, type NameParts, readLegalForm } from '../legal-forms.ts';
import { listed } from '../listed.ts';
import { words } from '../words.ts';
import { writeOut } from './abbreviations.ts';
import { foldLetters } from './fold-letters.ts';

/** A name taken apart so that two spellings of it are the same text. */
export type NameKeys = {
  /** What distinguishes the name, in its order: folded, written out, without legal form and joining words. */
  readonly words: readonly string[];
  /** The words in order without gaps: "Papier-Fabrik" and "Papierfabrik" are the same. */
  readonly letters: string;
  /** The words by the alphabet with blanks between them: their order does not matter. */
  readonly sorted: string;
  /** Family of the legal form (legal-forms.ts); null where none is known. */
  readonly family: string | null;
  /** An abbreviation was written out. */
  readonly isWrittenOut: boolean;
};

/** Words that one writer sets and another leaves out or translates. */
const JOINING_WORDS = new Set('and und et en og och the'.split(' '));

/** Single letters that join two words in some countries: elsewhere they are initials ("E. Muster"). */
const JOINING_LETTERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['u', listed('DE AT CH LI LU')],
  ['e', listed('IT PT BR CH')],
  ['y', listed('ES MX AR CO CL PE EC UY BO VE PY CR')],
  ['i', listed('PL HR RS BA SI ME')],
  ['a', listed('CZ SK')],
]);

/** Written with a dot inside, which words.ts takes for a gap. */
const FRATELLI = /\bf\.\s?lli\b/gi;

/** Stand before a name and mean nothing ("Fa. Muster"). */
const LEADING_WORDS = new Set(['fa', 'firma', 'ditta', 'messrs']);

/** Of these the place follows ("Muster GmbH Niederlassung Köln"). */
const BRANCHES = listed(
  'niederlassung zweigniederlassung zwnl standort filiale geschaftsstelle betriebsstatte branch succursale filial sucursal vestiging oddzial',
);

/** What may stand behind a legal form and names no other company. */
const BEHIND_FORM = new Set(
  (
    'niederlassung nl zweigniederlassung zwnl standort werk filiale geschaftsstelle betriebsstatte hauptsitz zentrale buro vertriebsburo ' +
    'branch office site headquarters hq head plant agence succursale siege filial sede sucursal vestiging oddzial ' +
    'in im i il ia liquidation liqu liq insolvenz'
  ).split(' '),
);

/** The form inside a compound ("Beteiligungsaktiengesellschaft"). */
const AG_ENDING = /^(.{3,})aktiengesellschaft$/;

/** "Handelsgesellschaft mbH" and "Handels-GmbH" are two ways to write one name. */
const COMPANY_ENDING = /^(.{3,})gesellschaft$/;

/**
 * The comparable forms of a name. `legalForm` is what a source states beside the name, by its name in the list of legal
 * forms; one that stands in the name itself comes first. `city` is the company's own: behind the legal form it is no
 * part of the name ("Muster GmbH, Köln").
 */
export function nameKeys(
  name: string,
  legalForm: string | null,
  country: string | null,
  city: string | null = null,
): NameKeys {
  const said = words(name.replaceAll(FRATELLI, 'fratelli'));
  const { core, form, formWords } = partsOf(said, country);
  const named = (formWords.inside ?? 0) > 0 ? withoutBranch(said, core, formWords.inside ?? 0, city) : core;
  const stated = legalForm === null ? null : (formByName(legalForm, country)?.family ?? null);
  const known = form?.family ?? stated;
  const distinguishing = initialsJoined(withoutJoiners(named, country)).map(foldLetters);
  const writtenOut = distinguishing.map((word) => writeOut(word, country));
  const stem = known === null ? AG_ENDING.exec(writtenOut.at(-1) ?? '')?.[1] : undefined;
  const kept = stem === undefined ? withoutCompanyEnding(writtenOut) : [...writtenOut.slice(0, -1), stem];
  return {
    words: kept,
    letters: kept.join(''),
    sorted: kept.toSorted().join(' '),
    family: stem === undefined ? known : 'ag',
    isWrittenOut: writtenOut.some((word, at) => word !== distinguishing[at]),
  };
}

/** A word or initials before the name that are a legal form in other countries alone are no form here ("TOV Muster S.p.A."). */
function partsOf(said: readonly string[], country: string | null): NameParts {
  const parts = readLegalForm(said, country);
  const { form, formWords } = parts;
  const isForeign = formWords.atStart > 0 && country !== null && form !== null && !isAtHome(form, country);
  if (!isForeign) return parts;
  const behind = readLegalForm([NO_WORD, ...said], country);
  return { ...behind, core: behind.core.slice(1) };
}

/** Stands before a name so that nothing of it is at the start. */
const NO_WORD = '-';

function isAtHome({ countries }: LegalForm, country: string): boolean {
  return countries.length === 0 || countries.includes(country);
}

function withoutBranch(
  said: readonly string[],
  core: readonly string[],
  formLength: number,
  city: string | null,
): readonly string[] {
  const at = said.findIndex((word, position) => word !== core[position]);
  const before = said.slice(0, at);
  const behind = said.slice(at + formLength);
  if (behind.every((word) => BEHIND_FORM.has(word)) || BRANCHES.has(behind[0] ?? '')) return before;
  if (city === null) return core;
  const own = new Set(words(city));
  return behind.every((word) => BEHIND_FORM.has(word) || own.has(word)) ? before : core;
}

function withoutJoiners(core: readonly string[], country: string | null): readonly string[] {
  const kept = core.filter((word, at) => {
    if (at === 0 && core.length > 1 && LEADING_WORDS.has(word)) return false;
    if (JOINING_WORDS.has(word)) return false;
    const isBetween = at > 0 && at < core.length - 1;
    return !(isBetween && country !== null && (JOINING_LETTERS.get(word)?.has(country) ?? false));
  });
  return kept.length > 0 ? kept : core;
}

/** "S A P" is "SAP": letters that stand alone beside each other are one word. */
function initialsJoined(names: readonly string[]): string[] {
  const joined: string[] = [];
  let run = '';
  for (const word of names) {
    if (word.length === 1) {
      run += word;
      continue;
    }
    if (run !== '') joined.push(run);
    run = '';
    joined.push(word);
  }
  if (run !== '') joined.push(run);
  return joined;
}

function withoutCompanyEnding(names: readonly string[]): readonly string[] {
  if (names.length < 2) return names;
  // "Gesellschaft für Muster mbH" begins with it.
  return names.flatMap((word, at) =>
    word === 'gesellschaft' && at > 0 ? [] : [COMPANY_ENDING.exec(word)?.[1] ?? word],
  );
}

/** Words with digits, single letters and roman numerals: two names that differ in one are two companies. */
export function marksOf(names: readonly string[]): string {
  return names.filter((word) => word.length === 1 || /\d/.test(word) || /^[ivx]+$/.test(word)).join(' ');
}
