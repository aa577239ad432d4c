import { BOOLEAN, DOUBLE, VARCHAR } from '@duckdb/node-api';
import { nameKeys } from '../../../company/match/match-keys.ts';
import { cityKey, postcodeKey } from '../../../company/match/place-keys.ts';
import { registerKey } from '../../../company/match/register-key.ts';
import type { ListedCompany } from '../../../company/listed-company.ts';
import type { Column } from '../append-rows.ts';

/** A company and the keys by which it is found. */
export type KeyedCompany = {
  readonly company: ListedCompany;
  readonly name: ReturnType<typeof nameKeys>;
  readonly postcode: string;
  readonly city: string;
  readonly register: string;
};

export function keyedCompany(company: ListedCompany): KeyedCompany {
  const { name, legalForm, country, city, postcode, register } = company;
  return {
    company,
    name: nameKeys(name, legalForm, country, city),
    postcode: postcodeKey(postcode, country),
    city: cityKey(city),
    register: registerKey(register),
  };
}

/**
 * The columns of a company list's Parquet file: what its source states, then the keys. The file holds no other: no name
 * of a person has a column.
 */
export const LIST_COLUMNS = {
  name: [VARCHAR, ({ company }) => company.name],
  legal_form: [VARCHAR, ({ company }) => company.legalForm],
  street: [VARCHAR, ({ company }) => company.street],
  postcode: [VARCHAR, ({ company }) => company.postcode],
  city: [VARCHAR, ({ company }) => company.city],
  country: [VARCHAR, ({ company }) => company.country],
  industry_scheme: [VARCHAR, ({ company }) => company.industry?.scheme ?? null],
  industry_code: [VARCHAR, ({ company }) => company.industry?.code ?? null],
  industry_de: [VARCHAR, ({ company }) => company.industry?.label.de ?? null],
  industry_en: [VARCHAR, ({ company }) => company.industry?.label.en ?? null],
  size_class: [VARCHAR, ({ company }) => company.size.class],
  size_from: [DOUBLE, ({ company }) => company.size.range?.from ?? null],
  size_to: [DOUBLE, ({ company }) => company.size.range?.to ?? null],
  employees: [DOUBLE, ({ company }) => company.size.employees],
  size_evidence: [VARCHAR, ({ company }) => company.size.evidence],
  revenue: [VARCHAR, ({ company }) => company.revenue],
  domain: [VARCHAR, ({ company }) => company.domain],
  register_authority: [VARCHAR, ({ company }) => company.register?.authority ?? null],
  register_number: [VARCHAR, ({ company }) => company.register?.number ?? null],
  lei: [VARCHAR, ({ company }) => company.lei],
  date: [VARCHAR, ({ company }) => company.date],
  key_words: [VARCHAR, ({ name }) => name.words.join(' ')],
  key_sorted: [VARCHAR, ({ name }) => name.sorted],
  key_family: [VARCHAR, ({ name }) => name.family],
  key_written_out: [BOOLEAN, ({ name }) => name.isWrittenOut],
  key_postcode: [VARCHAR, ({ postcode }) => postcode],
  key_city: [VARCHAR, ({ city }) => city],
  key_register: [VARCHAR, ({ register }) => register],
} satisfies Readonly<Record<string, Column<KeyedCompany>>>;
