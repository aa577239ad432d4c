import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseMatch, type Choice, type Weighed } from '../../company/match/choose-match.ts';
import { nameKeys } from '../../company/match/match-keys.ts';
import { cityKey, postcodeKey } from '../../company/match/place-keys.ts';
import { uniteRows } from '../../company/match/unite-rows.ts';
import type { ListedCompany } from '../../company/listed-company.ts';
import type { MatchMiss, MatchReason } from '../../contracts/company-match.ts';
import type { ListedRow, NameCandidates, NameJoin } from '../../store/duckdb/company-list/join-names.ts';
import { isPerson, listFiles, listsByRank } from './match-holders.ts';

/** What somebody asks of the company lists. */
export type CompanyQuestion = {
  readonly name: string;
  readonly postcode: string | null;
  readonly city: string | null;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string | null;
};

export type ExplainedCandidate = {
  /** Id of its list. */
  readonly list: string;
  readonly company: ListedCompany;
  /** 0 to 1; null where it is no match by itself. */
  readonly score: number | null;
  readonly reasons: readonly MatchReason[];
  readonly miss: MatchMiss | null;
  /** It is one of the rows that describe the company that was chosen. */
  readonly isChosen: boolean;
};

export type CompanyExplanation = {
  readonly match: { readonly score: number; readonly reasons: readonly MatchReason[] } | null;
  readonly miss: MatchMiss | null;
  /** The best first; of very many the first ones. */
  readonly candidates: readonly ExplainedCandidate[];
};

const MOST_CANDIDATES = 10;

/**
 * Which company of the lists a network's holder of this name would be matched to, and why; or why to none. Asks as the
 * merge of a whitelist does. @throws CompanyListError COMPANY_LIST_CORRUPT, StoreError STORE_FAILED
 */
export async function explainCompany(folder: string, question: CompanyQuestion): Promise<CompanyExplanation> {
  const lists = listsByRank(folder);
  if (lists.length === 0) return { match: null, miss: 'no-source', candidates: [] };
  if (question.country === null) return { match: null, miss: 'country-unknown', candidates: [] };
  const workFolder = await mkdtemp(join(tmpdir(), 'doorplate-explain-'));
  const { openNameJoin } = await import('../../store/duckdb/company-list/join-names.ts');
  const names = await openNameJoin(listFiles(folder, lists), workFolder);
  try {
    const { name, country, postcode, city } = question;
    await names.add([
      {
        ...nameKeys(name, null, country, city),
        country,
        postcode: postcodeKey(postcode, country),
        city: cityKey(city),
      },
    ]);
    const choice = await choose(names);
    const weighed = choice.weighed.toSorted((one, other) => scoreOf(other) - scoreOf(one)).slice(0, MOST_CANDIDATES);
    const rows = await rowsOf(names, weighed);
    const chosen = choice.match?.rows ?? [];
    const candidates = rows.map(({ list, company }, at): ExplainedCandidate => {
      const { candidate, outcome } = weighed[at] ?? {};
      return {
        list: lists[list]?.id ?? '',
        company,
        score: outcome?.ok === true ? outcome.value.score : null,
        reasons: outcome?.ok === true ? outcome.value.reasons : [],
        miss: outcome?.ok === false ? outcome.fault : null,
        isChosen: candidate !== undefined && chosen.includes(candidate),
      };
    });
    const united = uniteRows(candidates.filter(({ isChosen }) => isChosen).map(({ company }) => company));
    if (united !== null && isPerson(united.company.name, country))
      return { match: null, miss: 'no-candidate', candidates: [] };
    const { match, miss } = choice;
    return { match: match && { score: match.score, reasons: match.reasons }, miss, candidates };
  } finally {
    await names.close();
    await rm(workFolder, { recursive: true, force: true });
  }
}

/** As match-holders.ts does it: the same name first, what is like it only where that is no match. */
async function choose(names: NameJoin): Promise<Choice> {
  const common = await names.commonWords();
  const judge = ({ name, candidates, isCrowded }: NameCandidates): Choice =>
    chooseMatch(name, candidates, { common, isCrowded });
  let first: Choice = { match: null, miss: 'no-candidate', weighed: [] };
  for await (const found of names.sameNames()) first = judge(found);
  const isAtPlace = first.weighed.some(({ outcome }) => outcome.ok && outcome.value.place === 'agrees');
  if (first.match !== null || isAtPlace || first.miss === 'country-unknown') return first;
  let second: Choice | null = null;
  for await (const found of names.similarNames(Uint32Array.of(0))) second = judge(found);
  if (second === null) return first;
  if (second.match !== null || first.miss === 'no-candidate') return second;
  return { ...first, weighed: [...first.weighed, ...second.weighed] };
}

function scoreOf({ outcome }: Weighed): number {
  if (outcome.ok) return outcome.value.score;
  return outcome.fault === 'too-different' ? -1 : 0;
}

async function rowsOf(names: NameJoin, weighed: readonly Weighed[]): Promise<readonly ListedRow[]> {
  const chosen = {
    numbers: new Uint32Array(weighed.length),
    lists: Uint32Array.from(weighed, ({ candidate }) => candidate.list),
    rows: Uint32Array.from(weighed, ({ candidate }) => candidate.row),
  };
  for await (const { rows } of names.rowsOf(chosen)) return rows;
  return [];
}
