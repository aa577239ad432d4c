import type { CompanySortKey } from '../../contracts/api.ts';
import { isDay, type Period, PERIOD_NAMES, type PeriodName } from './period.ts';

/** What the list can be sorted by; `-` before it means descending (as in the API). */
export const SORT_KEYS = ['name', 'visits', 'page_views', 'last_seen'] as const satisfies readonly CompanySortKey[];
export type SortKey = (typeof SORT_KEYS)[number];
export type Sort = SortKey | `-${SortKey}`;

/** State that is in the URL of every page: a link shows a colleague the same. Absent means the default. */
export type PageSearch = {
  readonly site?: string;
  readonly period?: PeriodName;
  readonly from?: string;
  readonly to?: string;
};

export type CompaniesSearch = PageSearch & { readonly sort?: Sort; readonly q?: string };

const LONGEST_SEARCH = 100;
/** As contracts/corrections.ts has it; its module would bring a validator into the browser. */
const COMPANY_ID = /^[a-z2-7]{13}$/;

/** The router reads `?q=1` as a number. */
function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

const isOneOf = <Member extends string>(list: readonly Member[], value: string | null): value is Member =>
  list.some((member) => member === value);

/** Reads the URL's search; whatever is not understood is left out, never an error. */
export function readPageSearch(search: Readonly<Record<string, unknown>>): PageSearch {
  const site = text(search['site']);
  const period = text(search['period']);
  const from = text(search['from']);
  const to = text(search['to']);
  const days = period === 'custom' && from && to && isDay(from) && isDay(to) && from <= to ? { from, to } : null;
  const named = isOneOf(PERIOD_NAMES, period) && (period !== 'custom' || days) ? { period } : {};
  return { ...(site && site.length <= 253 ? { site } : {}), ...named, ...days };
}

export function readCompaniesSearch(search: Readonly<Record<string, unknown>>): CompaniesSearch {
  const sort = text(search['sort']);
  const q = text(search['q'])?.slice(0, LONGEST_SEARCH);
  return { ...readPageSearch(search), ...(isSort(sort) ? { sort } : {}), ...(q ? { q } : {}) };
}

/** Which corrections are listed; absent: all. */
export const CORRECTION_STATES = ['in-force', 'undone'] as const;
export type CorrectionsSearch = PageSearch & { readonly state?: (typeof CORRECTION_STATES)[number] };

export function readCorrectionsSearch(search: Readonly<Record<string, unknown>>): CorrectionsSearch {
  const state = text(search['state']);
  return { ...readPageSearch(search), ...(isOneOf(CORRECTION_STATES, state) ? { state } : {}) };
}

/** The import that one looks at; its id is the server's. */
export type ListsSearch = PageSearch & { readonly import?: string };

export function readListsSearch(search: Readonly<Record<string, unknown>>): ListsSearch {
  const id = text(search['import']);
  return { ...readPageSearch(search), ...(id && /^[\w-]{1,64}$/.test(id) ? { import: id } : {}) };
}

/** The organisation that the operator looks at. An address never stands here. */
export type LookUpSearch = PageSearch & { readonly organisation?: string };

export function readLookUpSearch(search: Readonly<Record<string, unknown>>): LookUpSearch {
  const id = text(search['organisation']);
  return { ...readPageSearch(search), ...(id && COMPANY_ID.test(id) ? { organisation: id } : {}) };
}

function isSort(value: string | null): value is Sort {
  return isOneOf(SORT_KEYS, value?.replace(/^-/, '') ?? null);
}

export const DEFAULT_SORT: Sort = '-last_seen';

export function periodOf(search: PageSearch): Period {
  if (search.period === 'custom' && search.from && search.to) {
    return { name: 'custom', from: search.from, to: search.to };
  }
  return { name: search.period === 'today' || search.period === 'month' ? search.period : 'week' };
}

export function sortParts(sort: Sort): { readonly key: SortKey; readonly descending: boolean } {
  const descending = sort.startsWith('-');
  const key = SORT_KEYS.find((one) => one === sort.replace(/^-/, '')) ?? 'last_seen';
  return { key, descending };
}

/** The next sort when a column's heading is pressed: figures start with the largest, names with A; then turned round. */
export function sortAfterPress(current: Sort, pressed: SortKey): Sort {
  const { key, descending } = sortParts(current);
  if (key !== pressed) return pressed === 'name' ? pressed : `-${pressed}`;
  return descending ? pressed : `-${pressed}`;
}
