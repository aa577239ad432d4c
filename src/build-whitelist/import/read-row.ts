import { industryOfText } from '../../company/industries.ts';
import { readPeople } from '../../company/people-range.ts';
import { webDomain } from '../../company/web-domain.ts';
import type { CompanySize } from '../../contracts/company.ts';
import { fault, type Result } from '../../contracts/result.ts';
import { type BoundsFault, readBounds, readNumericRange, readRange } from './read-bounds.ts';
import { asnOf, countryOf } from './read-values.ts';
import type { Bounds, ImportFormat, NetworkObject } from './registry-objects.ts';
import type { StatedFacts } from './stated-facts.ts';
import { type Row, statedType, type StatedType } from './table-fields.ts';

/** Signs that stand for nothing in tables. */
const NOTHING = /^(?:-+|n\/?a|null|none|unknown|\?)?$/i;

/** No cell has more letters; what goes beyond is cut, so that no record outgrows its line. */
const LONGEST_CELL = 1000;

/** A cell's text; null where it says nothing. */
export function valueIn(row: Row, field: keyof Row): string | null {
  const value = (row[field] ?? '').slice(0, LONGEST_CELL);
  return NOTHING.test(value) ? null : value;
}

/** The range of a row: first and last, as text or decimal number, or a prefix. */
export function boundsIn(row: Row): Result<Bounds, BoundsFault> {
  const { cidr, first, last } = row;
  if (first !== undefined && first !== '') {
    const end = last === undefined || last === '' ? first : last;
    return /^\d+$/.test(first) ? readNumericRange(first, end) : readRange(first, end);
  }
  return cidr === undefined ? fault('UNREADABLE_RANGE') : readBounds(cidr);
}

/** A row as a network whose user has to be read. */
export function networkOfRow(format: ImportFormat, bounds: Bounds, row: Row, name: string): NetworkObject {
  const isOwn = format === 'own';
  const placeLine = [valueIn(row, 'postcode'), valueIn(row, 'city')].filter((part) => part !== null).join(' ');
  const address = isOwn ? [valueIn(row, 'street') ?? '', placeLine].filter((line) => line !== '') : [];
  return {
    format,
    bounds,
    netname: '',
    descr: name === '' ? [] : [name],
    remarks: [],
    address,
    postcode: isOwn ? valueIn(row, 'postcode') : null,
    country: countryOf([row.country ?? '']),
    organisation: null,
    status: '',
    maintainers: [],
    asn: asnOf(row.asn ?? ''),
    date: null,
  };
}

const IS_TRUE = /^(?:true|1|yes|y)$/i;

/** The type in a source's own words: a flag of an anonymity list first, then its types; a known one wins. */
export function typeIn(row: Row): StatedType {
  for (const flag of ['relay', 'vpn', 'hosting'] as const) {
    if (IS_TRUE.test(row[flag] ?? '')) return { kind: 'provider', providerType: flag };
  }
  if (IS_TRUE.test(row.mobile ?? '')) return { kind: 'provider', providerType: 'mobile' };
  return statedType(row.type ?? '');
}

/** What a row states in fields of its own. */
export function factsIn(row: Row): StatedFacts {
  const { kind, providerType } = row.kind === undefined ? typeIn(row) : statedType(row.kind);
  return {
    kind: row.kind?.toLowerCase() === 'company' ? 'company' : kind,
    providerType,
    asn: asnOf(row.asn ?? ''),
    domain: webDomain(valueIn(row, 'domain') ?? ''),
    industry: industryOfText('WZ2008', valueIn(row, 'industry') ?? ''),
    size: sizeIn(row),
  };
}

/** The headcount, else the class or range of people. */
function sizeIn(row: Row): CompanySize | null {
  return readPeople(valueIn(row, 'employees') ?? '') ?? readPeople(valueIn(row, 'sizeClass') ?? '');
}
