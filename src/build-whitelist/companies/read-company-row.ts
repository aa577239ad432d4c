import { displayName } from '../../company/display-name.ts';
import { industryOfText, industryOfWords } from '../../company/industries.ts';
import { formByName, type LegalForm, type NameParts, readLegalForm } from '../../company/legal-forms.ts';
import type { ListedCompany } from '../../company/listed-company.ts';
import { readPeople } from '../../company/people-range.ts';
import { readsAsPerson } from '../../company/personal-names.ts';
import { revenueClassOf } from '../../company/revenue-class.ts';
import { tidyCapitals } from '../../company/tidy-capitals.ts';
import { webDomain } from '../../company/web-domain.ts';
import { words } from '../../company/words.ts';
import type { CompanySize, Industry, RegisterEntry } from '../../contracts/company.ts';
import { fault, ok, type Result } from '../../contracts/result.ts';
import { withoutContactData } from '../import/contact-lines.ts';
import { repairEncoding } from '../import/repair-encoding.ts';
import { dateOf } from '../import/read-values.ts';
import { POSTCODE_FORMS } from '../read/address-forms.ts';
import { countryByCode, countryByName } from '../read/country-names.ts';
import { readAddressLines } from '../read/read-address-lines.ts';
import type { CompanyRow, IgnoredReason, RowGrammar } from './company-row.ts';
import { ELF_FORMS } from './elf-forms.ts';

const LONGEST_NAME = 300;
const LONGEST_PART = 200;
/** An e-mail address; "Muster @ work GmbH" is a name. */
const MAIL = /[^\s@]@[\w-]+\.[a-z]{2,}/i;
const NO_SIZE: CompanySize = { class: null, range: null, employees: null, evidence: null };

/**
 * A row as a company, or why it is none. Sole traders and names that read as persons end here; what leads to a person
 * in the other parts (c/o, contact data) is cut off. What cannot be read stays null.
 */
export function readCompanyRow(row: CompanyRow, grammar: RowGrammar): Result<ListedCompany, IgnoredReason> {
  const written = repairEncoding(row.name ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (!/\p{L}/u.test(written) || written.length > LONGEST_NAME || MAIL.test(written)) return fault('no-name');
  for (const { field, when, reason } of grammar.ignore) if (when.test(row[field] ?? '')) return fault(reason);

  const location = locationOf(row, grammar);
  const parts = readLegalForm(words(written), location.country);
  const stated = statedForm(row, location.country);
  if (isPerson(written, parts, stated)) return fault('person');
  const form = parts.form === null || parts.form.form === 'Co.' ? (stated ?? parts.form) : parts.form;
  return ok({
    name: grammar.keepsSpelling ? written : displayName(written, location.country, null),
    legalForm: form?.form ?? null,
    ...location,
    industry: industryOf(row, grammar),
    size: readPeople(row.employees ?? '') ?? readPeople(row.size_class ?? '') ?? NO_SIZE,
    revenue: row.revenue === undefined ? null : revenueClassOf(row.revenue, grammar.revenueUnit),
    domain: webDomain(row.domain ?? ''),
    register: registerOf(row, grammar),
    lei: /^[0-9A-Z]{18}\d{2}$/.exec((row.lei ?? '').trim().toUpperCase())?.[0] ?? null,
    date: isoDate(row.date ?? ''),
  });
}

/** A sole trader, or a name that is a person's and of no corporation. */
function isPerson(written: string, parts: NameParts, stated: LegalForm | null): boolean {
  if (parts.form?.shape === 'sole-trader' || stated?.shape === 'sole-trader') return true;
  // A form that stands in a column of its own belongs to the name.
  const known = parts.form === null && stated !== null ? { ...parts, form: stated } : parts;
  const verdict = readsAsPerson(written, known);
  return verdict === 'yes' || (verdict === 'perhaps' && known.form?.shape !== 'corporation');
}

/** Words of columns that say a legal form and are none of its spellings. */
const FORM_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:einzel(?:unternehm|firma|kauf)|freiberuf|sole (?:trader|proprietor)|selbst(?:ä|ae)ndig)/i, 'e.K.'],
  [/^private limited company$|^pri\/|^private limited by guarantee/i, 'Ltd.'],
  [/^public limited company$/i, 'PLC'],
  [/^limited liability partnership$/i, 'LLP'],
  [/^limited partnership$/i, 'L.P.'],
  [/^private unlimited/i, 'Unlimited'],
  [/^scottish partnership$/i, 'Partnership'],
  [/^community interest company$/i, 'CIC'],
  [/^charitable incorporated organisation$/i, 'CIO'],
];

/** The legal form that a row states beside the name: by its ELF code, else in words. */
function statedForm(row: CompanyRow, country: string | null): LegalForm | null {
  const elf = ELF_FORMS.get((row.elf ?? '').trim());
  if (elf) return formByName(elf.form, elf.country);
  const text = (row.legal_form ?? row.category ?? '').trim();
  if (text === '') return null;
  const named = FORM_WORDS.find(([pattern]) => pattern.test(text))?.[1];
  if (named !== undefined) return formByName(named, country);
  // A form is read at the end of a name: any name will do.
  return readLegalForm(['x', ...words(text)], country).form;
}

type Location = Pick<ListedCompany, 'street' | 'postcode' | 'city' | 'country'>;

function locationOf(row: CompanyRow, grammar: RowGrammar): Location {
  const country = countryOf(row.country) ?? grammar.country;
  const hqCountry = countryOf(row.hq_country);
  // Headquarters say where people work; abroad they belong to another legal world than name and register.
  if (hqCountry !== null && hqCountry === country && row.hq_postcode !== undefined && row.hq_city !== undefined) {
    return tidyLocation(row.hq_street, row.hq_postcode, row.hq_city, hqCountry);
  }
  if (row.address !== undefined) {
    const read = readAddressLines(row.address.replace(/[.\s]+$/, '').split(/,\s*|\n/), country);
    if (read.postcode !== null && read.city !== null)
      return tidyLocation(read.street ?? undefined, read.postcode, read.city, read.country);
  }
  if (row.city === undefined && row.place !== undefined) return placeOf(row.place, country);
  const street = [row.street, row.house_number].filter((part) => part !== undefined).join(' ');
  return tidyLocation(street === '' ? undefined : street, row.postcode, row.city, country);
}

/** "stuttgart, baden-württemberg, germany": the city stands first. */
function placeOf(place: string, country: string | null): Location {
  const parts = place.split(/,\s*/);
  const last = parts.length > 1 ? countryOf(parts.at(-1)) : null;
  return tidyLocation(undefined, undefined, parts[0], country ?? last);
}

function tidyLocation(
  street: string | undefined,
  postcode: string | undefined,
  city: string | undefined,
  country: string | null,
): Location {
  const byCode = apart(postcode ?? '');
  const byCity = apart(city ?? '');
  return {
    street: streetOf(street ?? ''),
    postcode: postcodeOf(byCode?.postcode ?? postcode ?? byCity?.postcode ?? '', country),
    city: cityOf(byCity?.city ?? city ?? byCode?.city ?? ''),
    country,
  };
}

/** "70435 Stuttgart" in a column of postcodes or of cities; null for anything else. */
function apart(text: string): { readonly postcode: string; readonly city: string } | null {
  const [, postcode, city] = /^\s*((?:[A-Z]{1,3}-)?\d{3,6})\s+(\p{L}.*)$/u.exec(text) ?? [];
  return postcode === undefined || city === undefined ? null : { postcode, city };
}

const TO_SOMEBODY =
  /\bc\s?\/\s?o\b|\bz\.?\s?h(?:d|änden|aenden)\b|\bzu h(?:ä|ae)nden\b|\battn\b|\batt\b[.:]|\battention\b|\bcare of\b|\bp\.\s?a\.|\bchez\b|\bpresso\b/i;

/** A street without contact data; null where it leads to somebody ("c/o …") or reads as a person's name. */
function streetOf(text: string): string | null {
  const tidy = withoutContactData(repairEncoding(text).replaceAll(/\s+/g, ' ').trim());
  if (tidy === '' || tidy.length > LONGEST_PART || TO_SOMEBODY.test(tidy) || /@/.test(tidy)) return null;
  if (!/\d/.test(tidy) && readsAsPerson(tidy, { core: words(tidy), form: null, formWords: NO_FORM_WORDS }) === 'yes') {
    return null;
  }
  return tidyCapitals(tidy);
}

const NO_FORM_WORDS = { atStart: 0, atEnd: 0 };

function cityOf(text: string): string | null {
  const tidy = repairEncoding(text)
    .replaceAll(/\s+/g, ' ')
    .replace(/[\s,;.-]+$/, '')
    .trim();
  if (!/\p{L}{2}/u.test(tidy) || tidy.length > 80 || /[@\d]/.test(tidy)) return null;
  return tidyCapitals(tidy);
}

/** The postcode in the form of its country; of countries whose form is not known as it is written. */
function postcodeOf(text: string, country: string | null): string | null {
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/^[A-Z]{1,2}-(?=\d)/, '');
  // Spreadsheets take the zero away from the east of Germany.
  const written = country === 'DE' && /^\d{4}$/.test(bare) ? `0${bare}` : bare;
  if (!/\d/.test(written) || /^0+$/.test(written)) return null;
  const form = country === null ? undefined : POSTCODE_FORMS.get(country);
  if (!form) return /^[0-9A-Z][0-9A-Z -]{1,9}$/.test(written) ? written : null;
  const found = form.whole.exec(written);
  return found === null
    ? null
    : found
        .slice(1)
        .filter((group) => group !== undefined)
        .join(form.join);
}

function countryOf(text: string | undefined): string | null {
  const written = (text ?? '').trim();
  if (written === '') return null;
  return countryByCode(written.toUpperCase(), null, true) ?? countryByName(words(written));
}

function industryOf(row: CompanyRow, grammar: RowGrammar): Industry | null {
  const byCode = row.industry_code === undefined ? null : industryOfText(grammar.scheme, row.industry_code);
  if (byCode !== null && byCode.scheme !== 'own') return byCode;
  return industryOfWords(repairEncoding(row.industry ?? '')) ?? byCode;
}

const LONGEST_NUMBER = 60;

function registerOf(row: CompanyRow, grammar: RowGrammar): RegisterEntry | null {
  const [, court, kind] = /^(.*\S)\s+((?:HRA|HRB|GNR|PR|VR|GSR)\s*\S.*)$/i.exec(row.register_entry ?? '') ?? [];
  if (court !== undefined && kind !== undefined) {
    return { authority: `Amtsgericht ${court}`, number: kind.slice(0, LONGEST_NUMBER) };
  }
  const number = (row.register_number ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_NUMBER);
  if (!/\d/.test(number) || /@/.test(number)) return null;
  const authority = repairEncoding(row.register_authority ?? '').trim();
  return { authority: authority === '' ? grammar.registerAuthority : authority.slice(0, LONGEST_PART), number };
}

/** ISO date of "2026-01-31", "2026-01-31T08:00:00Z", "31.01.2026"; null for none. */
function isoDate(text: string): string | null {
  const [, day = '', month = '', year = ''] = /^\s*(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)/.exec(text) ?? [];
  return dateOf(year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
