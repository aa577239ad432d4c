import type { ExclusionKind, SiteExclusions } from '../../contracts/exclusion.ts';
import { addressRanges, rangeBounds, readRange, type WrittenRange } from '../../whitelist/address-ranges.ts';
import type { SqliteFile } from './sqlite-file.ts';

/** Enough for every office and test system of a group; each hit is compared with the patterns one by one. */
export const MOST_EXCLUSIONS = 1000;

export type NewExclusion = {
  readonly kind: ExclusionKind;
  /** Of a range: what `rangeText` writes. */
  readonly value: string;
  /** null: without a comment. */
  readonly reason: string | null;
  /** E-mail address of whoever adds it; null: a program with a key. */
  readonly author: string | null;
};

export type StoredExclusion = NewExclusion & {
  readonly id: number;
  /** RFC 3339, UTC. */
  readonly at: string;
};

/** Of a list that was added at once. `full`: the site has as many as it may have; nothing more was added. */
export type AddedExclusions = { readonly added: readonly StoredExclusion[]; readonly full: boolean };

export type ExclusionShelf = {
  /** What a site excludes, in the order in which it was added; empty where the site is not the customer's. */
  exclusions(siteId: number): readonly StoredExclusion[];
  /** Adds what is not there yet; it holds at once. null: the customer has no such site. */
  addExclusions(siteId: number, wanted: readonly NewExclusion[]): AddedExclusions | null;
  /** False: no such exclusion of this site. What was not counted meanwhile stays uncounted. */
  removeExclusion(siteId: number, exclusionId: number): boolean;
};

/** What a site excludes as the hit path asks for it; null: nothing of that sort. */
export type ExclusionsOfSite = {
  readonly byAddress: SiteExclusions | null;
  readonly pages: readonly string[];
  readonly hosts: readonly string[];
};

type ExclusionRow = {
  id: number;
  kind: ExclusionKind;
  value: string;
  reason: string | null;
  author: string | null;
  created_at: string;
};
const COLUMNS = 'id, kind, value, reason, author, created_at';

/** The exclusions of one customer's sites; each statement carries the customer, and no function takes one. */
export function openExclusionShelf(
  file: SqliteFile,
  customerId: number,
  { now, refreshDirectory }: { readonly now: () => string; readonly refreshDirectory: () => void },
): ExclusionShelf {
  const isOwn = (siteId: number): boolean =>
    file.all('select 1 from site where customer_id = ? and id = ?', customerId, siteId).length > 0;

  function add(siteId: number, { kind, value, reason, author }: NewExclusion): StoredExclusion | null {
    const range = kind === 'range' ? readRange(value) : null;
    const bounds = range === null ? null : rangeBounds(range);
    const [row] = file.all<ExclusionRow>(
      `insert into site_exclusion (site_id, kind, value, first, last, reason, author, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning ${COLUMNS}`,
      siteId,
      kind,
      value,
      bounds?.first ?? null,
      bounds?.last ?? null,
      reason,
      author,
      now(),
    );
    return row === undefined ? null : stored(row);
  }

  return {
    exclusions: (siteId) =>
      file
        .all<ExclusionRow>(
          `select ${COLUMNS} from site_exclusion
           where site_id = (select id from site where customer_id = ? and id = ?) order by id`,
          customerId,
          siteId,
        )
        .map((row) => stored(row)),

    addExclusions(siteId, wanted) {
      const result = file.transaction((): AddedExclusions | null => {
        if (!isOwn(siteId)) return null;
        const [counted] = file.all<{ count: number }>(
          'select count(*) as count from site_exclusion where site_id = ?',
          siteId,
        );
        const added: StoredExclusion[] = [];
        for (const one of wanted) {
          if ((counted?.count ?? 0) + added.length >= MOST_EXCLUSIONS) return { added, full: true };
          const row = add(siteId, one);
          if (row !== null) added.push(row);
        }
        return { added, full: false };
      });
      if (result !== null && result.added.length > 0) refreshDirectory();
      return result;
    },

    removeExclusion(siteId, exclusionId) {
      const removed = file.run(
        'delete from site_exclusion where id = ? and site_id = (select id from site where customer_id = ? and id = ?)',
        exclusionId,
        customerId,
        siteId,
      );
      if (removed > 0) refreshDirectory();
      return removed > 0;
    },
  };
}

/** By the site's id; sites that exclude nothing are left out. */
export function exclusionsOfSites(file: SqliteFile): ReadonlyMap<number, ExclusionsOfSite> {
  const rows = file.all<{ siteId: number; kind: ExclusionKind; value: string }>(
    'select site_id as siteId, kind, value from site_exclusion order by id',
  );
  const siteIds = new Set(rows.map(({ siteId }) => siteId));
  return new Map([...siteIds].map((id) => [id, compileExclusions(rows.filter(({ siteId }) => siteId === id))]));
}

function compileExclusions(
  rows: readonly { readonly kind: ExclusionKind; readonly value: string }[],
): ExclusionsOfSite {
  const valuesOf = (asked: ExclusionKind): readonly string[] =>
    rows.filter(({ kind }) => kind === asked).map(({ value }) => value);
  const ranges = valuesOf('range').flatMap((value): readonly WrittenRange[] => {
    const range = readRange(value);
    return range === null ? [] : [range];
  });
  const companies = new Set(valuesOf('company'));
  return {
    byAddress: ranges.length + companies.size === 0 ? null : { ranges: addressRanges(ranges), companies },
    pages: valuesOf('page'),
    hosts: valuesOf('host'),
  };
}

function stored({ id, kind, value, reason, author, created_at }: ExclusionRow): StoredExclusion {
  return { id, kind, value, reason, author, at: created_at };
}
