import { expect, test } from 'vitest';
import type { ApiCompanyUpload } from '../../contracts/api.ts';
import {
  changeColumn,
  formatOfFile,
  listName,
  mappingFaults,
  mappingToSend,
  proposedMapping,
} from './column-mapping.ts';

const COLUMNS: ApiCompanyUpload['columns'] = [
  { name: 'Firma', field: 'name', personal: false, examples: ['Papierfabrik Köhler GmbH'] },
  { name: 'PLZ', field: 'postcode', personal: false, examples: ['73430'] },
  { name: 'Ansprechpartner', field: null, personal: true, examples: [] },
  { name: 'Notiz', field: null, personal: false, examples: ['neu'] },
];

test('what is proposed can be sent as it is, without the columns that are not read', () => {
  const mapping = proposedMapping(COLUMNS);
  expect(mappingFaults(mapping)).toEqual({ missing: [], twice: [] });
  expect(mappingToSend(COLUMNS, mapping)).toEqual({ Firma: 'name', PLZ: 'postcode' });
});

test('a column of persons is never sent, whatever is said of it', () => {
  const mapping = changeColumn(proposedMapping(COLUMNS), 2, 'city');
  expect(mappingToSend(COLUMNS, mapping)).toEqual({ Firma: 'name', PLZ: 'postcode' });
  const proposed = COLUMNS.map((column) => ({ ...column, field: column.personal ? ('name' as const) : column.field }));
  expect(proposedMapping(proposed)[2]).toBe(null);
});

test('a list without names, and a field that stands twice, are told', () => {
  const withoutName = changeColumn(proposedMapping(COLUMNS), 0, '');
  expect(mappingFaults(withoutName)).toEqual({ missing: ['name'], twice: [] });
  const twice = changeColumn(proposedMapping(COLUMNS), 3, 'postcode');
  expect(mappingFaults(twice)).toEqual({ missing: [], twice: ['postcode'] });
});

test.each([
  ['firmen.csv', 'csv', 'firmen'],
  ['CRM_Vertrieb 2026.XLSX', 'xlsx', 'CRM Vertrieb 2026'],
  ['liste.csv.gz', 'csv', 'liste'],
  ['golden-copy.zip', null, 'golden-copy.zip'],
  ['xlsx', null, 'xlsx'],
])('the file %s is read as %s and proposed as "%s"', (file, format, name) => {
  expect(formatOfFile(file)).toBe(format);
  expect(listName(file)).toBe(name);
});
