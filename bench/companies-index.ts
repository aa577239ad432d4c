/**
 * The names of an invented list, to be asked whether a name stands there: hashes of country and name, and of country,
 * name and city, each sorted with the number of the company behind it. A hash that fits is checked against the company.
 */
import { type CompanyMaker, familyOf, type InventedCompany, keyOf } from './companies-list.ts';
import type { CountryTable, FormRow } from './companies-tables.ts';

export type ListIndex = {
  readonly count: number;
  /** Is a company of these words in the list, in any order; of this form, in this city, where they are given? */
  readonly has: (table: CountryTable, key: string, form: FormRow | null, city: string | null) => boolean;
  /** The same for the words in their order. */
  readonly hasExactly: (table: CountryTable, key: string) => boolean;
  /**
   * Does what is written of a company fit another of the list as well? `perhaps` where the list writes the other's name
   * shorter or longer.
   */
  readonly hasRival: (
    company: InventedCompany,
    isFormGiven: boolean,
    place: 'none' | 'city' | 'postcode',
  ) => 'yes' | 'perhaps' | 'no';
};

/** 30 bits of a hash before 23 of a number, which a double holds. */
const NUMBERS = 2 ** 23;
/** With so many companies of one name nobody could tell. */
const MOST_ASKED = 200;

export function createListIndex(
  count: number,
  { company }: Pick<CompanyMaker, 'company'>,
): {
  readonly add: (company: InventedCompany) => void;
  readonly finish: () => ListIndex;
} {
  if (count > NUMBERS) throw new RangeError('too many companies');
  const byName = new Float64Array(count);
  const byCity = new Float64Array(count);

  function* named(table: CountryTable, key: string, city: string | null): Generator<InventedCompany> {
    const sorted = city === null ? byName : byCity;
    const anyOrder = inAnyOrder(key);
    const hash = hashOf(table, anyOrder, city);
    let asked = 0;
    for (let at = firstOf(sorted, hash * NUMBERS); Math.floor((sorted[at] ?? -1) / NUMBERS) === hash; at += 1) {
      const found = company((sorted[at] ?? 0) % NUMBERS);
      const fits = found.table === table && (city === null || found.city.name === city);
      if (fits && inAnyOrder(keyOf(found.core)) === anyOrder) yield found;
      asked += 1;
      if (asked === MOST_ASKED) return;
    }
  }

  const index: ListIndex = {
    count,
    has(table, key, form, city) {
      for (const found of named(table, key, city)) {
        if (form === null || familyOf(found.form, table) === familyOf(form, table)) return true;
      }
      return false;
    },
    hasExactly(table, key) {
      for (const found of named(table, key, null)) if (keyOf(found.core) === key) return true;
      return false;
    },
    hasRival(company, isFormGiven, place) {
      const { table, form } = company;
      const key = keyOf(company.core);
      let rival: 'perhaps' | 'no' = 'no';
      for (const found of named(table, key, place === 'none' ? null : company.city.name)) {
        if (found.index === company.index) continue;
        if (isFormGiven && familyOf(found.form, table) !== familyOf(form, table)) continue;
        if (place === 'postcode' && found.postcode !== company.postcode) continue;
        if (keyOf(found.core) === key && found.isShort === company.isShort) return 'yes';
        rival = 'perhaps';
      }
      return rival;
    },
  };
  return {
    add(one) {
      const { index: number, table, city } = one;
      const key = inAnyOrder(keyOf(one.core));
      byName[number] = hashOf(table, key, null) * NUMBERS + number;
      byCity[number] = hashOf(table, key, city.name) * NUMBERS + number;
    },
    finish() {
      byName.sort();
      byCity.sort();
      return index;
    },
  };
}

function inAnyOrder(key: string): string {
  return key.split(' ').toSorted().join(' ');
}

function firstOf(sorted: Float64Array, least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** FNV-1a, 30 bits of it. */
function hashOf({ country }: CountryTable, key: string, city: string | null): number {
  let hash = 0x811c_9dc5;
  for (const text of [country, key, city ?? '']) {
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
    hash = Math.imul(hash ^ 0x1f, 0x0100_0193);
  }
  hash ^= hash >>> 15;
  return (hash >>> 2) & 0x3fff_ffff;
}
