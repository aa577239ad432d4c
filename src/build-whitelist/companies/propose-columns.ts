import { type IndustryScheme, industryOf } from '../../company/industries.ts';
import { readPeople } from '../../company/people-range.ts';
import { revenueClassOf } from '../../company/revenue-class.ts';
import { webDomain } from '../../company/web-domain.ts';
import { words } from '../../company/words.ts';
import type { ListField } from '../../contracts/company-source.ts';
import { fault, ok, type Result } from '../../contracts/result.ts';
import { countryByCode, countryByName } from '../read/country-names.ts';
import { arePersonal, isPersonalHead, mayBePersonal } from './personal-columns.ts';
import type { TableHead } from './table-head.ts';

/** What a column of a list seems to hold. */
export type ColumnProposal = {
  readonly name: string;
  /** null: it is not read. */
  readonly field: ListField | null;
  /** It seems to name or reach persons: it is never read, and no value of it is shown. */
  readonly isPersonal: boolean;
  /** At most three values; none of a personal column. */
  readonly examples: readonly string[];
};

/**
 * Heads as lists write them in German, English and French, by field, the surest first; compared without case, accents,
 * blanks and signs.
 */
const HEADS: Readonly<Record<ListField, string>> = {
  name: 'firmenname firma firma1 firmenname1 firmierung unternehmensname unternehmen companyname company accountname organisation organization organizationname raisonsociale denomination denominationsociale societe entreprise nomentreprise legalname handelsname name1 name',
  legal_form:
    'rechtsform rechtsformtext legalform formejuridique rechtsformbezeichnung companytype unternehmensform gesellschaftsform',
  street:
    'strasse strassehausnummer strassehausnr strassenr strasseundhausnummer strasse1 street streetaddress address addressline1 address1 adresse adresse1 anschrift rue voie billingstreet firmenstrasse',
  house_number: 'hausnummer hausnr hsnr hnr housenumber housenr numerovoie',
  postcode:
    'plz postleitzahl postcode postalcode zip zipcode zippostalcode codepostal cp plzort plzundort postleitzahlort billingpostalcode billingzip firmenplz',
  city: 'ort stadt wohnort sitz firmensitz city town ville commune locality place seat gemeinde billingcity firmenort',
  country: 'land country pays countrycode laendercode landercode lkz landkz staat isocountry codepays billingcountry',
  employees:
    'mitarbeiter mitarbeiterzahl mitarbeiteranzahl anzahlmitarbeiter anzahlbeschaftigte beschaftigte beschaeftigte beschaftigtenzahl employees employeecount numberofemployees numemployees headcount staff effectif effectifs salaries nombredesalaries',
  size_class:
    'mitarbeiterklasse mitarbeitergroessenklasse mitarbeitergrossenklasse grossenklasse groessenklasse beschaftigtengrossenklasse beschaftigtenklasse mitarbeiterklassevonbis mitarbeitervonbis employeerange employeesrange sizeclass sizerange companysize size tranchedeffectif trancheeffectif',
  industry_code:
    'wz2008 wz wzcode wz2008code branchencode wirtschaftszweig hauptbranchecode nace nacecode nacerev2 naces2 sic siccode uksic ussic naics naicscode codenaf naf ape codeape industrycode',
  industry:
    'branche hauptbranche branchenbezeichnung branchentext wirtschaftszweigtext industry industryname sector secteur activite secteurdactivite tatigkeit gegenstand',
  revenue:
    'umsatz umsatzklasse jahresumsatz umsatzinmio umsatzinmioeur umsatzmioeur umsatzteur umsatzineur umsatzintsdeur revenue annualrevenue turnover chiffredaffaires ca',
  domain:
    'website webseite internet internetadresse homepage domain url web www siteweb siteinternet companywebsite webadresse',
  register_authority: 'registergericht amtsgericht gericht court registrar register registerort greffe',
  register_number:
    'registernummer handelsregisternummer hrnummer hrb hrnr registernr handelsregister registernumber companynumber companyregistrationnumber registrationnumber siren crn',
  lei: 'lei leicode legalentityidentifier',
  date: 'stand datum standdatum aktualisiert letzteaenderung letzteanderung lastupdate lastupdated updated updatedat modified lastmodified datadate',
};

const BY_HEAD: ReadonlyMap<string, { readonly field: ListField; readonly rank: number }> = new Map(
  entriesOf(HEADS).flatMap(([field, heads]) => heads.split(' ').map((head, rank) => [head, { field, rank }] as const)),
);

function entriesOf<Key extends string, Value>(record: Readonly<Record<Key, Value>>): [Key, Value][] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record has no keys but its own
  return Object.entries(record) as [Key, Value][];
}

function plain(head: string): string {
  return words(head)
    .filter((word) => word !== 'and')
    .join('');
}

/** Words that mean a field also where others stand beside them ("Anzahl Mitarbeiter (2025)", "Adresse: PLZ"); their rank is behind all. */
const SPEAKING = new Set(
  'firma firmenname unternehmen rechtsform strasse hausnummer plz postleitzahl postcode zip ort stadt city land country mitarbeiter beschaftigte employees headcount branche industry wz wz2008 nace naics sic umsatz revenue turnover website homepage domain internetadresse registergericht handelsregisternummer lei'.split(
    ' ',
  ),
);
const BEHIND_ALL = 1000;

/** The field that a head names as a whole, else by the one speaking word in it. */
function fieldOfHead(head: string): { readonly field: ListField; readonly rank: number } | null {
  const whole = BY_HEAD.get(plain(head));
  if (whole) return whole;
  const fields = new Map(
    words(head.replaceAll('_', ' '))
      .filter((word) => SPEAKING.has(word))
      .flatMap((word) => {
        const found = BY_HEAD.get(word);
        return found ? [[found.field, { field: found.field, rank: BEHIND_ALL + found.rank }] as const] : [];
      }),
  );
  const [only, ...others] = fields.values();
  return only !== undefined && others.length === 0 ? only : null;
}

/** Fields whose values tell at once whether a head is right: how such a value looks. */
const LOOKS: Readonly<Partial<Record<ListField, (value: string) => boolean>>> = {
  postcode: (value) => /^(?:[A-Z]{1,3}-)?(?=[^\d]{0,3}\d)[A-Z\d][A-Z\d -]{2,9}(?:\s+\p{L}.*)?$/iu.test(value),
  city: (value) => /^\p{L}[^\d@]*$/u.test(value),
  country: (value) => countryByCode(value.toUpperCase(), null, true) !== null || countryByName(words(value)) !== null,
  employees: (value) => /^0+$/.test(value) || readPeople(value) !== null,
  size_class: (value) => /^0+$/.test(value) || readPeople(value) !== null,
  industry_code: (value) => /^[A-U]?\s?\d/i.test(value),
  industry: (value) => /\p{L}{2}/u.test(value),
  revenue: (value) => /^0+$/.test(value) || /\d/.test(value) || revenueClassOf(value) !== null,
  domain: (value) => webDomain(value) !== null,
  name: (value) => /\p{L}/u.test(value),
  street: (value) => /\p{L}{2}/u.test(value),
  house_number: (value) => /^\d/.test(value),
  register_number: (value) => /\d/.test(value),
  lei: (value) => /^[0-9A-Z]{18}\d{2}$/i.test(value),
  date: (value) => /\d{4}/.test(value),
};

/** Columns by names of their own: those of one name are counted, those without one are called after their place. */
function distinct(columns: readonly string[]): string[] {
  const counts = new Map<string, number>();
  return columns.map((column, at) => {
    const name = column.trim().slice(0, LONGEST_COLUMN) || `(${at + 1})`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

const LONGEST_COLUMN = 190;

/** Of the values that stand in a column so many have to look like what its head says. */
const LEAST_SHARE = 0.6;

const OF_PLACES: ReadonlySet<string> = new Set(['street', 'city', 'country', 'postcode', 'register_authority']);

/** What each column seems to hold, by its head and by its first values. Of several columns for a field the surest is taken. */
export function proposeColumns({ columns, samples }: TableHead): ColumnProposal[] {
  const names = distinct(columns);
  const read = names.map((name, at) => {
    const values = samples.flatMap((row) => {
      const value = (row[at] ?? '').trim();
      return value === '' ? [] : [value];
    });
    const found = fieldOfHead(name);
    const isOfPlaces = found !== null && OF_PLACES.has(found.field);
    const isPersonal = isPersonalHead(name) || arePersonal(values, isOfPlaces);
    const looks = found === null ? undefined : LOOKS[found.field];
    const fits =
      looks === undefined || values.length === 0 || values.filter(looks).length >= values.length * LEAST_SHARE;
    return { name, values, isOfPlaces, isPersonal, found: isPersonal || !fits ? null : found };
  });
  const best = new Map<ListField, { readonly at: number; readonly rank: number }>();
  read.forEach(({ found }, at) => {
    if (found !== null && found.rank < (best.get(found.field)?.rank ?? Infinity)) {
      best.set(found.field, { at, rank: found.rank });
    }
  });
  return read.map(({ name, values, isOfPlaces, isPersonal, found }, at) => ({
    name,
    field: found !== null && best.get(found.field)?.at === at ? found.field : null,
    isPersonal,
    examples: isPersonal ? [] : examplesOf(values, isOfPlaces),
  }));
}

function examplesOf(values: readonly string[], isOfPlaces: boolean): string[] {
  const shown = new Set<string>();
  for (const value of values) {
    if (shown.size === MOST_EXAMPLES) break;
    if (!mayBePersonal(value, isOfPlaces)) shown.add(value.slice(0, LONGEST_EXAMPLE));
  }
  return [...shown];
}

const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 60;

export type MappingFault = 'COLUMN_UNKNOWN' | 'COLUMN_PERSONAL' | 'FIELD_TWICE' | 'NAME_NOT_MAPPED';

/**
 * The field of each column (null: not read). Columns that are mapped by hand replace what is proposed for their fields;
 * a mapping that is `whole` replaces the proposal. A column that seems to be a person's cannot be mapped.
 */
export function fieldsOfColumns(
  proposals: readonly ColumnProposal[],
  mapping: Readonly<Record<string, ListField>>,
  isWhole: boolean,
): Result<(ListField | null)[], MappingFault> {
  const mapped = new Map(Object.entries(mapping).map(([name, field]) => [name.trim(), field]));
  const names = new Set(proposals.map(({ name }) => name));
  for (const name of mapped.keys()) if (!names.has(name)) return fault('COLUMN_UNKNOWN');
  if (proposals.some(({ name, isPersonal }) => isPersonal && mapped.has(name))) return fault('COLUMN_PERSONAL');
  const taken = [...mapped.values()];
  if (new Set(taken).size < taken.length) return fault('FIELD_TWICE');
  const fields = proposals.map(({ name, field }) => {
    const byHand = mapped.get(name);
    if (byHand !== undefined) return byHand;
    return isWhole || field === null || taken.includes(field) ? null : field;
  });
  return fields.includes('name') ? ok(fields) : fault('NAME_NOT_MAPPED');
}

/** The classification of a column of codes: by its head, else by its values. */
export function schemeOfColumn(head: string, values: readonly string[]): IndustryScheme {
  const name = plain(head);
  if (name.includes('naics')) return 'NAICS';
  if (name.includes('sic')) {
    const isBritish = name.includes('uk') || values.some((value) => /^\d{5}(?:\D|$)/.test(value));
    return isBritish && !name.includes('us') ? 'UKSIC2007' : 'SIC1987';
  }
  if (name.includes('wz') || values.some((value) => industryOf('NACE2', value) === null)) return 'WZ2008';
  return /nace|naf|ape/.test(name) ? 'NACE2' : 'WZ2008';
}
