import type { CompanyField } from '../../contracts/company.ts';
import { companyId } from '../company-id.ts';
import { formByName, readLegalForm } from '../legal-forms.ts';
import type { ListedCompany } from '../listed-company.ts';
import { statedPeople } from '../release-rules.ts';
import { words } from '../words.ts';

export type UnitedCompany = {
  /** As the whitelist names companies (company-id.ts): from the best row's name, legal form, country and place. */
  readonly id: string;
  readonly company: Omit<ListedCompany, 'date'>;
  /** Which of the rows states each part; a part that none states is not named. */
  readonly stated: Readonly<Partial<Record<CompanyField, number>>>;
};

/**
 * The facts of several rows that describe one company, best list first: for each part the first row that states it.
 * Street, postcode, city and country come from one row. null for no rows.
 */
export function uniteRows(rows: readonly ListedCompany[]): UnitedCompany | null {
  const [first] = rows;
  if (!first) return null;
  const stated: Partial<Record<CompanyField, number>> = { name: 0 };
  const firstWith = <Part>(field: CompanyField, part: (row: ListedCompany) => Part | null): Part | null => {
    const at = rows.findIndex((row) => part(row) !== null);
    const row = rows[at];
    if (!row) return null;
    stated[field] = at;
    return part(row);
  };
  const legalForm = firstWith('legalForm', legalFormOf);
  const place =
    firstWith('location', (row) => (row.postcode !== null && row.city !== null ? row : null)) ??
    firstWith('location', (row) => (row.city === null ? null : row));
  const company = {
    name: first.name,
    legalForm,
    street: place?.street ?? null,
    postcode: place?.postcode ?? null,
    city: place?.city ?? null,
    country: first.country,
    industry: firstWith('industry', ({ industry }) => industry),
    size: firstWith('size', ({ size }) => (statedPeople(size) === null ? null : size)) ?? first.size,
    revenue: firstWith('revenue', ({ revenue }) => revenue),
    domain: firstWith('domain', ({ domain }) => domain),
    register: firstWith('register', ({ register }) => register),
    lei: firstWith('lei', ({ lei }) => lei),
  };
  return { id: idOf(company), company, stated };
}

function legalFormOf({ legalForm, name, country }: ListedCompany): string | null {
  return legalForm ?? readLegalForm(words(name), country).form?.form ?? null;
}

function idOf({ name, legalForm, country, postcode, city }: UnitedCompany['company']): string {
  const { core, form } = readLegalForm(words(name), country);
  const known = form ?? (legalForm === null ? null : formByName(legalForm, country));
  return companyId({
    name: core.join(' '),
    legalForm: known?.family ?? '',
    country,
    place: postcode ?? city ?? '',
  });
}
