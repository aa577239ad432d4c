import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readLegalForm } from '../../company/legal-forms.ts';
import { chooseMatch, type Choice } from '../../company/match/choose-match.ts';
import { nameKeys } from '../../company/match/match-keys.ts';
import { cityKey, postcodeKey } from '../../company/match/place-keys.ts';
import type { NetworkName } from '../../company/match/score-candidate.ts';
import { uniteRows } from '../../company/match/unite-rows.ts';
import { readsAsPerson } from '../../company/personal-names.ts';
import { words } from '../../company/words.ts';
import { MATCH_MISSES } from '../../contracts/company-match.ts';
import type { Company, CompanyRecord } from '../../contracts/company.ts';
import type { ListedRow, NameCandidates, NameJoin } from '../../store/duckdb/company-list/join-names.ts';
import { growBytes, growWords } from '../../whitelist/growing-column.ts';
import type { Manifest } from '../../whitelist/manifest.ts';
import { decodeRecord, encodeRecord } from '../../whitelist/record-codec.ts';
import { companyListError } from '../companies/company-list-error.ts';
import type { CompanyListManifest } from '../companies/company-list-manifest.ts';
import { companyListFile, companyListsInForce } from '../companies/company-lists-in-force.ts';
import { countCodes } from './count-codes.ts';
import { createHashIndex, hashText, type TextHash } from './hash-index.ts';
import { createMatchFile, type MatchFile } from './match-file.ts';

/** What the company lists know of the holders of all records. */
export type HolderMatches = {
  /** The company of the lists as a record (join-company.ts); null for a record whose holder was not matched. */
  readonly of: (layer: number, record: number) => CompanyRecord | null;
  /** What the manifest says of it; `matchedRecords` is counted by whoever writes the records. */
  readonly counts: Omit<NonNullable<Manifest['companies']>, 'matchedRecords'>;
  readonly close: () => void;
};

/** Companies of a layer's records, as they are to be written but for the lists: their positions in the layer. */
export type LayerHolders = {
  readonly recordCount: number;
  /** In parts, so that others may work in between. */
  readonly parts: Iterable<readonly (readonly [position: number, record: CompanyRecord])[]>;
};

/** How names were answered, beside the positions in MATCH_MISSES. */
const MATCHED = 255;

/**
 * Matches the holders of all layers' records to the company lists: exact names first, then typing errors of those that
 * have no match. `lists` stand in the order in which they win.
 * @throws CompanyListError COMPANY_LIST_CORRUPT, StoreError STORE_FAILED
 */
export async function matchHolders(
  folder: string,
  lists: readonly CompanyListManifest[],
  layers: readonly LayerHolders[],
): Promise<HolderMatches> {
  const files = listFiles(folder, lists);
  // Asked for here alone: a merge without lists needs no engine.
  const { openNameJoin } = await import('../../store/duckdb/company-list/join-names.ts');
  const names = await openNameJoin(files, join(folder, 'companies', 'matching'));
  try {
    const { numbers, count, hasCountry } = await addNames(names, layers);
    const answers = await answerNames(names, hasCountry);
    const file = createMatchFile(join(folder, 'whitelist', `next.matches.${process.pid}.unfinished`), count);
    try {
      const namesOfLists = await writeMatches(names, answers, lists, file);
      const codes = answers.codes;
      return {
        of: (layer, record) => readMatch(file, (numbers[layer]?.[record] ?? 0) - 1, lists),
        counts: {
          lists: lists.map(({ id, source, counts: { kept } }, at) => ({
            id,
            sourceId: source.id,
            rows: kept,
            names: namesOfLists[at] ?? 0,
          })),
          names: count,
          matchedNames: codes.reduce((sum, code) => sum + (code === MATCHED ? 1 : 0), 0),
          misses: countCodes(codes, (code) => MATCH_MISSES[code]),
        },
        close: () => file.close(),
      };
    } catch (cause) {
      file.close();
      throw cause;
    }
  } finally {
    await names.close();
  }
}

/** The company lists of a data folder, the one that wins first: by rank, then the younger one. */
export function listsByRank(folder: string): CompanyListManifest[] {
  return companyListsInForce(folder).toSorted(
    (one, other) => one.rank - other.rank || other.source.date.localeCompare(one.source.date),
  );
}

/** Their Parquet files. @throws CompanyListError COMPANY_LIST_CORRUPT */
export function listFiles(folder: string, lists: readonly CompanyListManifest[]): string[] {
  return lists.map((list) => {
    const path = companyListFile(folder, list);
    if (!existsSync(path) || statSync(path).size !== list.file.bytes) throw companyListError('COMPANY_LIST_CORRUPT');
    return path;
  });
}

/** How a company is compared to the lists. */
export function networkName(company: Company): NetworkName {
  const { name, legalForm, postcode, city, country } = company;
  return {
    ...nameKeys(name, legalForm, country, city),
    country,
    postcode: postcodeKey(postcode, country),
    city: cityKey(city),
  };
}

/** Answers for each layer's records the number of the name plus one; 0 for a record that names no company. */
async function addNames(
  join: NameJoin,
  layers: readonly LayerHolders[],
): Promise<{ numbers: Uint32Array[]; count: number; hasCountry: Uint8Array }> {
  const index = createHashIndex();
  const hash: TextHash = { high: 0, low: 0 };
  const numbers: Uint32Array[] = [];
  const hasCountry = growBytes();
  let count = 0;
  for (const { recordCount, parts } of layers) {
    const own = new Uint32Array(recordCount);
    for (const part of parts) {
      const added: NetworkName[] = [];
      for (const [position, { company }] of part) {
        const { name, legalForm, postcode, city, country } = company;
        const text = [name, legalForm ?? '', postcode ?? '', city ?? '', country ?? ''].join('\n');
        const number = index.findOrKeep(hashText(text, hash), count);
        own[position] = number + 1;
        if (number < count) continue;
        count += 1;
        hasCountry.push(country === null ? 0 : 1);
        added.push(networkName(company));
      }
      await join.add(added);
    }
    numbers.push(own);
  }
  return { numbers, count, hasCountry: hasCountry.numbers() };
}

/** What became of each name, by its number. */
type Answers = {
  /** MATCHED, or a position in MATCH_MISSES. */
  readonly codes: Uint8Array;
  /** Hundredths. */
  readonly scores: Uint8Array;
  /** Positions in `reasonLists`: there are few different ones. */
  readonly reasons: Uint16Array;
  readonly reasonLists: readonly (readonly string[])[];
  /** One entry for each row that was chosen, in the order of the numbers within each pass. */
  readonly chosen: { readonly numbers: Uint32Array; readonly lists: Uint32Array; readonly rows: Uint32Array };
};

/** @param hasCountry of each name, by its number; without one nothing is looked for */
async function answerNames(join: NameJoin, hasCountry: Uint8Array): Promise<Answers> {
  const count = hasCountry.length;
  const common = await join.commonWords();
  const codes = hasCountry.map((known) => MATCH_MISSES.indexOf(known === 1 ? 'no-candidate' : 'country-unknown'));
  const scores = new Uint8Array(count);
  const reasons = new Uint16Array(count);
  /** 1: what stands at its place is not to be looked through again. */
  const settled = new Uint8Array(count);
  const reasonNumbers = new Map<string, number>();
  const chosen = { numbers: growWords(), lists: growWords(), rows: growWords() };

  const note = (number: number, { match, miss }: Choice): void => {
    if (match === null) {
      codes[number] = MATCH_MISSES.indexOf(miss ?? 'no-candidate');
      return;
    }
    codes[number] = MATCHED;
    settled[number] = 1;
    scores[number] = Math.round(match.score * 100);
    const said = match.reasons.join(' ');
    const known = reasonNumbers.get(said) ?? reasonNumbers.size;
    reasonNumbers.set(said, known);
    reasons[number] = known;
    for (const { list, row } of match.rows) {
      chosen.numbers.push(number);
      chosen.lists.push(list);
      chosen.rows.push(row);
    }
  };
  const choose = ({ name, candidates, isCrowded }: NameCandidates): Choice =>
    chooseMatch(name, candidates, { common, isCrowded });

  for await (const found of join.sameNames()) {
    const choice = choose(found);
    note(found.number, choice);
    if (isAtPlace(choice)) settled[found.number] = 1;
  }
  const unsettled = growWords();
  for (let number = 0; number < count; number += 1) if (settled[number] === 0) unsettled.push(number);
  for await (const found of join.similarNames(unsettled.numbers())) {
    const choice = choose(found);
    const isFirstAnswer = codes[found.number] === MATCH_MISSES.indexOf('no-candidate');
    if (choice.match !== null || isFirstAnswer) note(found.number, choice);
  }
  return {
    codes,
    scores,
    reasons,
    reasonLists: [...reasonNumbers.keys()].map((said) => said.split(' ')),
    chosen: { numbers: chosen.numbers.numbers(), lists: chosen.lists.numbers(), rows: chosen.rows.numbers() },
  };
}

/** Whether a company of that name stands at the place, also where it could not be told from another one. */
function isAtPlace({ weighed }: Choice): boolean {
  return weighed.some(({ outcome }) => outcome.ok && outcome.value.place === 'agrees');
}

/** Writes the matches to the file; answers for each list how many names were found in it. */
async function writeMatches(
  join: NameJoin,
  answers: Answers,
  lists: readonly CompanyListManifest[],
  file: MatchFile,
): Promise<number[]> {
  const namesOfLists = lists.map(() => 0);
  for await (const { number, rows } of join.rowsOf(answers.chosen)) {
    const joined = joinedRecord(number, rows, answers, lists);
    if (joined === null) {
      // A person's own name: he is nobody's business, and no company was found.
      answers.codes[number] = MATCH_MISSES.indexOf('no-candidate');
      continue;
    }
    file.add(
      number,
      encodeRecord(
        joined,
        lists.map(({ source }) => source),
      ),
    );
    for (const list of new Set(rows.map((row) => row.list))) namesOfLists[list] = (namesOfLists[list] ?? 0) + 1;
  }
  return namesOfLists;
}

function joinedRecord(
  number: number,
  rows: readonly ListedRow[],
  answers: Answers,
  lists: readonly CompanyListManifest[],
): CompanyRecord | null {
  const whole = uniteRows(rows.map(({ company }) => company));
  if (whole === null || isPerson(whole.company.name, whole.company.country)) return null;
  // Rows that tell nothing that a better one does not tell are no evidence.
  const used = rows.filter((_, at) => Object.values(whole.stated).includes(at));
  const united = uniteRows(used.map(({ company }) => company));
  if (united === null) return null;
  return {
    kind: 'company',
    providerType: null,
    company: { ...united.company, id: whole.id, locationEvidence: 'organisation' },
    holder: '',
    asn: null,
    confidence: 0,
    confidenceReasons: [],
    fieldEvidence: united.stated,
    match: {
      score: (answers.scores[number] ?? 0) / 100,
      reasons: answers.reasonLists[answers.reasons[number] ?? 0] ?? [],
    },
    evidence: used.flatMap(({ list, company }) => {
      const source = lists[list]?.source;
      if (!source) return [];
      const object = company.lei ?? company.register?.number ?? '';
      return [{ source: source.title, object, date: company.date ?? source.date, licence: source.licence }];
    }),
  };
}

/** Whether a listed name is a natural person's: nobody is matched to one. */
export function isPerson(name: string, country: string | null): boolean {
  return readsAsPerson(name, readLegalForm(words(name), country)) === 'yes';
}

function readMatch(file: MatchFile, number: number, lists: readonly CompanyListManifest[]): CompanyRecord | null {
  const text = number < 0 ? null : file.read(number);
  return text === null
    ? null
    : decodeRecord(
        text,
        lists.map(({ source }) => source),
      );
}

/** What of a record is matched: companies alone, never a person, a provider or what nobody could tell. */
export function isMatched(record: CompanyRecord): boolean {
  return record.kind === 'company' && record.company.name !== '';
}
