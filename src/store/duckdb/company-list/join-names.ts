import { BOOLEAN, type DuckDBValue, UINTEGER, VARCHAR } from '@duckdb/node-api';
import type { ListedCompany } from '../../../company/listed-company.ts';
import { cityHead } from '../../../company/match/place-keys.ts';
import type { Candidate, NetworkName } from '../../../company/match/score-candidate.ts';
import { REVENUE_CLASSES, SIZE_CLASSES, SIZE_EVIDENCE } from '../../../contracts/company.ts';
import { storeError } from '../../store-error.ts';
import { appendRows, type Column } from '../append-rows.ts';
import { openListDatabase, quoted } from './list-database.ts';

/** A network's holder and what the lists hold of that name. */
export type NameCandidates = {
  /** Its position in the order in which names were added. */
  readonly number: number;
  readonly name: NetworkName;
  readonly candidates: readonly Candidate[];
  /** There are more of that name; of those at other places none is among the candidates. */
  readonly isCrowded: boolean;
};

/** A row of a list that a name was matched to. */
export type ListedRow = { readonly list: number; readonly row: number; readonly company: ListedCompany };

export type NameJoin = {
  /** Adds names; they are numbered in their order. */
  readonly add: (names: readonly NetworkName[]) => Promise<void>;
  /** Words of the names that several companies of the lists share, and those that are cities there. */
  readonly commonWords: () => Promise<ReadonlySet<string>>;
  /** Each name that the lists hold, by its number: the same words, or the same letters. */
  readonly sameNames: () => AsyncGenerator<NameCandidates>;
  /** The names with these numbers that are like one of the lists at the same place, by their numbers. */
  readonly similarNames: (numbers: Uint32Array) => AsyncGenerator<NameCandidates>;
  /** Rows that were chosen, by the number of the name, in the order in which they are given. */
  readonly rowsOf: (
    chosen: ChosenRows,
  ) => AsyncGenerator<{ readonly number: number; readonly rows: readonly ListedRow[] }>;
  /** Deletes what lies in the work folder. */
  readonly close: () => Promise<void>;
};

/** One entry for each row: the name's number, the list and the row. */
export type ChosenRows = { readonly numbers: Uint32Array; readonly lists: Uint32Array; readonly rows: Uint32Array };

/** More companies of one name than this are compared only at the name's place. */
const CROWD = 40;
/** Rows of one list row's block (place and four letters) above which typing errors are not looked for in it. */
const LARGEST_BLOCK = 5_000;
/** A word that stands in more names than this, for each list, is common. */
const RARE = 3;
/** Rows with one word above which it tells nothing. */
const MOST_OF_A_RARE_WORD = 12;

const NAME_COLUMNS: Readonly<Record<string, Column<{ readonly number: number; readonly name: NetworkName }>>> = {
  number: [UINTEGER, ({ number }) => number],
  words: [VARCHAR, ({ name }) => name.words.join(' ')],
  letters: [VARCHAR, ({ name }) => name.letters],
  sorted: [VARCHAR, ({ name }) => name.sorted],
  family: [VARCHAR, ({ name }) => name.family],
  written_out: [BOOLEAN, ({ name }) => name.isWrittenOut],
  country: [VARCHAR, ({ name }) => name.country],
  postcode: [VARCHAR, ({ name }) => name.postcode],
  city: [VARCHAR, ({ name }) => name.city],
  city_head: [VARCHAR, ({ name }) => cityHead(name.city)],
};

/**
 * Joins names of networks' holders to company lists: the engine finds candidates, the caller judges them. `files` are
 * Parquet files of company-list-writer.ts, the best rank first; `workFolder` is emptied now and deleted at the end.
 * @throws StoreError STORE_FAILED, at the opening and at each question
 */
export async function openNameJoin(files: readonly string[], workFolder: string): Promise<NameJoin> {
  const { connection, close } = await openListDatabase(workFolder, files);
  const run = async (sql: string): Promise<void> => {
    await connection.run(sql).catch(failed);
  };
  const declared = Object.entries(NAME_COLUMNS).map(([column, [type]]) => `${column} ${type.toString()}`);
  let added = 0;

  async function* rowsOfQuery(sql: string): AsyncGenerator<readonly DuckDBValue[]> {
    const result = await connection.stream(sql).catch(failed);
    for (;;) {
      const chunk = await result.fetchChunk().catch(failed);
      if (chunk === null || chunk.rowCount === 0) return;
      yield* chunk.getRows();
    }
  }
  async function* grouped(sql: string): AsyncGenerator<NameCandidates> {
    let open: { number: number; name: NetworkName; candidates: Candidate[]; isCrowded: boolean } | null = null;
    for await (const row of rowsOfQuery(sql)) {
      const number = Number(row[0]);
      if (open !== null && open.number !== number) yield open;
      if (open === null || open.number !== number) {
        open = { number, name: nameIn(row), candidates: [], isCrowded: row[8] === true };
      }
      open.candidates.push(candidateIn(row));
    }
    if (open !== null) yield open;
  }

  try {
    await run(`create table name (${declared.join(', ')})`);
    await run(`create view listed as ${files.map(listedOf).join(' union all ')}`);
  } catch (cause) {
    await close();
    throw cause;
  }
  return {
    close,
    async add(names) {
      const numbered = names.map((name, at) => ({ number: added + at, name }));
      await appendRows(connection, 'name', null, Object.values(NAME_COLUMNS), numbered).catch(failed);
      added += names.length;
    },
    async commonWords() {
      const common = new Set<string>();
      for await (const [word] of rowsOfQuery(commonWords(files.length))) if (typeof word === 'string') common.add(word);
      return common;
    },
    async *sameNames() {
      await run(KNOWN);
      await run(CROWDS);
      yield* grouped(SAME_NAMES);
      await run('drop table known; drop table crowd');
    },
    async *similarNames(numbers) {
      await run('create or replace table wanted (number uinteger)');
      await appendRows(connection, 'wanted', null, [[UINTEGER, (number: number) => number]], Array.from(numbers));
      await run(UNSETTLED);
      await run('create or replace table alike (number uinteger, list uinteger, "row" uinteger)');
      for (const block of BLOCKS) await run(similarIn(block));
      for (const place of ['postcode', 'city_head'] as const) await run(shortenedIn(place));
      await run(PLACELESS);
      await run(BY_RARE_WORD);
      yield* grouped(SIMILAR_NAMES);
    },
    async *rowsOf({ numbers, lists, rows }) {
      await run('create or replace table chosen (number uinteger, position uinteger, list uinteger, "row" uinteger)');
      const columns: Column<number>[] = [
        [UINTEGER, (at) => numbers[at] ?? 0],
        [UINTEGER, (at) => at],
        [UINTEGER, (at) => lists[at] ?? 0],
        [UINTEGER, (at) => rows[at] ?? 0],
      ];
      for (let from = 0; from < numbers.length; from += CHOSEN_AT_ONCE) {
        const length = Math.min(CHOSEN_AT_ONCE, numbers.length - from);
        const positions = Array.from({ length }, (_, at) => from + at);
        await appendRows(connection, 'chosen', null, columns, positions).catch(failed);
      }
      let open: { number: number; rows: ListedRow[] } | null = null;
      for await (const row of rowsOfQuery(chosenRows(files))) {
        const number = Number(row[0]);
        if (open !== null && open.number !== number) yield open;
        if (open === null || open.number !== number) open = { number, rows: [] };
        open.rows.push({ list: Number(row[1]), row: Number(row[2]), company: companyIn(row.slice(3)) });
      }
      if (open !== null) yield open;
    },
  };
}

const CHOSEN_AT_ONCE = 100_000;

function failed(): never {
  throw storeError('STORE_FAILED');
}

/** The keys of a list as rows, with what tells two rows of one company. */
function listedOf(path: string, list: number): string {
  return `select ${list}::uinteger as list, file_row_number::uinteger as "row", country, key_words as words,
    replace(key_words, ' ', '') as letters, key_sorted as sorted, key_family as family, key_written_out as written_out,
    key_postcode as postcode, key_city as city, split_part(key_city, ' ', 1) as city_head, coalesce(lei, '') as lei,
    key_register as register, coalesce(date, '') as date
    from read_parquet(${quoted(path)}, file_row_number = true) where country is not null and key_words <> ''`;
}

const commonWords = (lists: number): string => `
  with wanted as materialized (select distinct unnest(string_split(words, ' ')) as word from name),
  said as (select unnest(string_split(words, ' ')) as word from listed)
  select word from said where word in (select word from wanted) group by word having count(*) > ${RARE * lists}
  union select word from wanted where word in (select city_head from listed)`;

/** Rows of the lists that share a name with a network's holder. */
const KNOWN = `create or replace table known as select * from listed
  where hash(country, letters) in (select hash(country, letters) from name)
  or hash(country, sorted) in (select hash(country, sorted) from name)`;

const CROWDS = `create or replace table crowd as
  select country, sorted as key, count(*) as companies from known group by all having count(*) > ${CROWD}
  union select country, letters, count(*) from known group by all having count(*) > ${CROWD}`;

const NAME_FIELDS = 'n.words, n.sorted, n.family, n.written_out, n.country, n.postcode, n.city';
const LISTED_FIELDS =
  'l.words, l.sorted, l.family, l.written_out, l.country, l.postcode, l.city, l.lei, l.register, l.list, l."row", l.date';

const IS_NEAR = `((n.postcode <> '' and n.postcode = l.postcode) or (n.city_head <> '' and n.city_head = l.city_head))`;

const SAME_NAMES = `
  select n.number, ${NAME_FIELDS}, c.companies is not null as crowded, ${LISTED_FIELDS}
  from name n join known l on l.country = n.country and l.letters = n.letters
  left join crowd c on c.country = n.country and c.key = n.letters
  where c.companies is null or ${IS_NEAR}
  union all
  select n.number, ${NAME_FIELDS}, c.companies is not null, ${LISTED_FIELDS}
  from name n join known l on l.country = n.country and l.sorted = n.sorted
  left join crowd c on c.country = n.country and c.key = n.sorted
  where l.letters <> n.letters and (c.companies is null or ${IS_NEAR})
  order by number, list, "row"`;

/** Holders whose place and legal form are known, and whose name is long enough for a typing error (compare-words.ts). */
const UNSETTLED = `create or replace table unsettled as select * from name
  where number in (select number from wanted) and country is not null and family is not null and length(letters) >= 6
  and (postcode <> '' or city <> '')`;

/** Holders without a place: what one of their words tells may be found by it (compare-words.ts). */
const PLACELESS = `create or replace table placeless as
  select number, country, family, unnest(string_split(words, ' ')) as word from name
  where number in (select number from wanted) and country is not null and postcode = '' and city = ''`;

/** Rows that share a rare word with a holder without a place. */
const BY_RARE_WORD = `
  insert into alike
  with said as (select list, "row", country, family, unnest(string_split(words, ' ')) as word from listed),
  shared as materialized (
    select * from said where length(word) >= 5 and hash(country, word) in (select hash(country, word) from placeless)
  ),
  rare as materialized (select country, word from shared group by all having count(*) <= ${MOST_OF_A_RARE_WORD})
  select p.number, s.list, s."row" from placeless p
  join rare r on r.country = p.country and r.word = p.word
  join shared s on s.country = p.country and s.word = p.word
  where s.family = p.family or s.family is null or p.family is null`;

/** A typing error leaves the beginning or the end of a name as it is. */
const BLOCKS = [
  ['postcode', 'left'],
  ['postcode', 'right'],
  ['city_head', 'left'],
  ['city_head', 'right'],
] as const;

function similarIn([place, side]: (typeof BLOCKS)[number]): string {
  const block = (table: string): string => `hash(${table}.country, ${table}.${place}, ${side}(${table}.letters, 4))`;
  return `
    insert into alike
    with block as materialized (select distinct ${block('unsettled')} as block from unsettled where ${place} <> ''),
    near as materialized (
      select list, "row", letters, family, ${block('listed')} as block from listed
      where ${place} <> '' and family is not null and ${block('listed')} in (select block from block)
    ),
    large as materialized (select block from near group by block having count(*) > ${LARGEST_BLOCK})
    select n.number, l.list, l."row"
    from near l join unsettled n on ${block('n')} = l.block and n.family = l.family
    where n.${place} <> '' and l.letters <> n.letters and abs(length(l.letters) - length(n.letters)) <= 2
    and l.block not in (select block from large)
    and damerau_levenshtein(l.letters, n.letters) <= 2`;
}

/** Words cut short keep their first letters, and some word stays whole. */
function shortenedIn(place: 'postcode' | 'city_head'): string {
  const block = (table: string): string => `hash(${table}.country, ${table}.${place}, ${beginnings(table)})`;
  return `
    insert into alike
    with asked as materialized (
      select *, ${block('name')} as block from name
      where number in (select number from wanted) and country is not null and ${place} <> '' and words like '% %'
    ),
    near as materialized (
      select list, "row", letters, family, ${block('listed')} as block from listed
      where ${place} <> '' and words like '% %' and ${block('listed')} in (select block from asked)
    )
    select a.number, l.list, l."row" from near l join asked a on a.block = l.block
    where l.letters <> a.letters and (l.family = a.family or l.family is null or a.family is null)`;
}

function beginnings(table: string): string {
  return `list_aggregate(list_transform(string_split(${table}.words, ' '), lambda word: left(word, 3)), 'string_agg', ' ')`;
}

/** What has the same name was judged with all others of that name (SAME_NAMES). */
const SIMILAR_NAMES = `
  select n.number, ${NAME_FIELDS}, false, ${LISTED_FIELDS}
  from (select distinct * from alike) s join name n on n.number = s.number
  join listed l on l.list = s.list and l."row" = s."row"
  where l.letters <> n.letters and l.sorted <> n.sorted
  order by n.number, l.list, l."row"`;

function chosenRows(files: readonly string[]): string {
  const fields = `name, legal_form, street, postcode, city, country, industry_scheme, industry_code, industry_de, industry_en,
    size_class, size_from, size_to, employees, size_evidence, revenue, domain, register_authority, register_number, lei, date`;
  const each = files.map(
    (path, list) => `select c.number, c.list, c."row", ${fields}, c.position
      from read_parquet(${quoted(path)}, file_row_number = true) l
      join chosen c on c.list = ${list} and c."row" = l.file_row_number`,
  );
  return `select * exclude (position) from (${each.join(' union all ')}) order by number, position`;
}

function nameIn(row: readonly DuckDBValue[]): NetworkName {
  return { ...keysIn(row, 1), country: textIn(row[5]), postcode: textIn(row[6]) ?? '', city: textIn(row[7]) ?? '' };
}

function candidateIn(row: readonly DuckDBValue[]): Candidate {
  const at = (position: number): string => textIn(row[position]) ?? '';
  return {
    ...keysIn(row, 9),
    country: at(13),
    postcode: at(14),
    city: at(15),
    lei: at(16),
    register: at(17),
    list: Number(row[18]),
    row: Number(row[19]),
    date: at(20),
  };
}

function keysIn(
  row: readonly DuckDBValue[],
  from: number,
): Pick<NetworkName, 'words' | 'letters' | 'sorted' | 'family' | 'isWrittenOut'> {
  const words = (textIn(row[from]) ?? '').split(' ');
  return {
    words,
    letters: words.join(''),
    sorted: textIn(row[from + 1]) ?? '',
    family: textIn(row[from + 2]),
    isWrittenOut: row[from + 3] === true,
  };
}

function companyIn(row: readonly DuckDBValue[]): ListedCompany {
  const [name, legalForm, street, postcode, city, country, scheme, code, de, en, ...rest] = row;
  const [sizeClass, from, to, employees, evidence, revenue, domain, authority, number, lei, date] = rest;
  return {
    name: textIn(name) ?? '',
    legalForm: textIn(legalForm),
    street: textIn(street),
    postcode: textIn(postcode),
    city: textIn(city),
    country: textIn(country),
    industry:
      textIn(code) === null
        ? null
        : {
            scheme: textIn(scheme) ?? '',
            code: textIn(code) ?? '',
            label: { de: textIn(de) ?? '', en: textIn(en) ?? '' },
          },
    size: {
      class: SIZE_CLASSES.find((one) => one === sizeClass) ?? null,
      range: typeof from === 'number' ? { from, to: typeof to === 'number' ? to : null } : null,
      employees: typeof employees === 'number' ? employees : null,
      evidence: SIZE_EVIDENCE.find((one) => one === evidence) ?? null,
    },
    revenue: REVENUE_CLASSES.find((one) => one === revenue) ?? null,
    domain: textIn(domain),
    register: textIn(number) === null ? null : { authority: textIn(authority), number: textIn(number) ?? '' },
    lei: textIn(lei),
    date: textIn(date),
  };
}

function textIn(found: DuckDBValue | undefined): string | null {
  return typeof found === 'string' ? found : null;
}
