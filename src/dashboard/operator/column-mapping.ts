import type { ApiCompanyUpload } from '../../contracts/api.ts';
import { LIST_FIELDS, type ListField } from '../../contracts/company-source.ts';

type Column = ApiCompanyUpload['columns'][number];

/** Field by the place of its column; null: the column is not read. Names of columns can stand twice in a file. */
export type ColumnMapping = readonly (ListField | null)[];

/** Without these no row is a company. */
export const REQUIRED_FIELDS: readonly ListField[] = ['name'];

export function proposedMapping(columns: readonly Column[]): ColumnMapping {
  return columns.map(({ field, personal }) => (personal ? null : field));
}

export function changeColumn(mapping: ColumnMapping, place: number, field: string): ColumnMapping {
  const chosen = LIST_FIELDS.find((one) => one === field) ?? null;
  return mapping.map((before, at) => (at === place ? chosen : before));
}

export type MappingFaults = { readonly missing: readonly ListField[]; readonly twice: readonly ListField[] };

export function mappingFaults(mapping: ColumnMapping): MappingFaults {
  const count = (field: ListField) => mapping.filter((one) => one === field).length;
  return {
    missing: REQUIRED_FIELDS.filter((field) => count(field) === 0),
    twice: LIST_FIELDS.filter((field) => count(field) > 1),
  };
}

/** As the API takes it: field by the name of the column. */
export function mappingToSend(columns: readonly Column[], mapping: ColumnMapping): Record<string, ListField> {
  return Object.fromEntries(
    columns.flatMap(({ name, personal }, at) => {
      const field = mapping[at];
      return field && !personal ? [[name, field] as const] : [];
    }),
  );
}

/** The format of a file by the end of its name; null for one that has to be imported on the server. */
export function formatOfFile(name: string): 'csv' | 'xlsx' | null {
  if (/\.xlsx$/i.test(name)) return 'xlsx';
  return /\.(?:csv|tsv|txt)(?:\.gz)?$/i.test(name) ? 'csv' : null;
}

/** A name for a list that is taken from the name of its file. */
export function listName(fileName: string): string {
  return fileName
    .replace(/(?:\.(?:csv|tsv|txt|xlsx|gz))+$/i, '')
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
    .slice(0, 60);
}
