/** Writes an invented list of companies, invented networks and the truth about them as files. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { randomNumbers } from './addresses.ts';
import { createListIndex } from './companies-index.ts';
import { createCompanyMaker, type InventedCompany, keyOf, mix, pick } from './companies-list.ts';
import { createRangeMaker, HARDER_SHARES, type InventedRange, SHARES } from './companies-ranges.ts';

export type InventOptions = {
  readonly folder: string;
  readonly seed: number;
  readonly companies: number;
  readonly ranges: number;
  /** More that misleads, less that is easy. */
  readonly harder?: boolean;
};

export type InventedFiles = { readonly list: string; readonly ranges: string; readonly truth: string };

/** What is true of a network, as the file of truths holds it. */
export type Truth = {
  readonly cidr: string;
  readonly disturbance: string;
  readonly place: string;
  /** null: no company of the list, or nobody could tell which. */
  readonly registerNumber: string | null;
  readonly holder: string;
  /** Country, postcode and city, as far as the network has them. */
  readonly where: string;
  /** Of the true company; '' for none. */
  readonly listedName: string;
};

const LIST_HEAD =
  'name,street,postcode,city,country,employees,size_class,industry_code,domain,register,register_number\n';
const RANGES_HEAD = 'cidr,name,street,postcode,city,country\n';
const ROWS_AT_ONCE = 4096;

export function inventFiles({ folder, seed, companies, ranges, harder }: InventOptions): InventedFiles {
  const files = {
    list: join(folder, 'companies.csv'),
    ranges: join(folder, 'ranges.csv'),
    truth: join(folder, 'truth.tsv'),
  };
  const maker = createCompanyMaker(seed);
  const index = createListIndex(companies, maker);
  const list = openRows(files.list, LIST_HEAD);
  for (let number = 0; number < companies; number += 1) {
    const company = maker.company(number);
    index.add(company);
    list.write(listRow(company, seed));
  }
  list.close();

  const shares = harder === true ? HARDER_SHARES : SHARES;
  const rangeAt = createRangeMaker(seed, { maker, list: index.finish(), shares });
  const networks = openRows(files.ranges, RANGES_HEAD);
  const truths = openRows(files.truth, '');
  for (let nth = 0; nth < ranges; nth += 1) {
    const range = rangeAt(nth);
    networks.write(csvRow([range.cidr, range.holder, range.street, range.postcode, range.city, range.country]));
    truths.write(truthRow(range));
  }
  networks.close();
  truths.close();
  return files;
}

export function* readTruths(path: string): Generator<Truth> {
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const [cidr = '', disturbance = '', place = '', number = '', holder = '', where = '', listedName = ''] =
      line.split('\t');
    yield { cidr, disturbance, place, registerNumber: number === '' ? null : number, holder, where, listedName };
  }
}

function truthRow({ cidr, disturbance, place, truth, holder, postcode, city, country }: InventedRange): string {
  const where = [country, postcode, city].filter((part) => part !== '').join(' ');
  const number = truth === null ? '' : registerNumber(truth);
  return `${[cidr, disturbance, place, number, holder, where, truth?.name ?? ''].join('\t')}\n`;
}

function registerNumber({ index }: InventedCompany): string {
  return String(10_000_000 + index);
}

const SIZE_CLASSES: readonly (readonly [string, number])[] = [
  ['1-4', 4],
  ['5-9', 9],
  ['10-19', 19],
  ['20-49', 49],
  ['50-99', 99],
  ['100-249', 249],
  ['250-499', 499],
  ['500-999', 999],
  ['1000+', Number.POSITIVE_INFINITY],
];
const INDUSTRIES = ['43.21', '25.11', '10.71', '46.90', '62.01', '68.20', '70.22', '49.41', '56.10', '41.20', '28.99'];

function listRow(company: InventedCompany, seed: number): string {
  const { index, table, employees } = company;
  const random = randomNumbers(mix(seed, index, 5));
  const stated = random();
  const sizeClass = SIZE_CLASSES.find(([, most]) => employees <= most)?.[0] ?? '';
  const domain = random() < 0.6 ? `${keyOf(company.core).replaceAll(/[^a-z0-9]+/g, '-')}.${table.domain}` : '';
  return csvRow([
    company.name,
    company.street,
    company.postcode,
    company.city.name,
    table.country,
    stated < 0.5 ? String(employees) : '',
    stated >= 0.5 && stated < 0.8 ? sizeClass : '',
    random() < 0.7 ? pick(INDUSTRIES, random) : '',
    domain,
    `${table.country} register`,
    registerNumber(company),
  ]);
}

function csvRow(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}

function openRows(path: string, head: string): { readonly write: (row: string) => void; readonly close: () => void } {
  const file = openSync(path, 'w');
  let rows: string[] = [head];
  const flush = (): void => {
    writeSync(file, rows.join(''));
    rows = [];
  };
  return {
    write(row) {
      rows.push(row);
      if (rows.length >= ROWS_AT_ONCE) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}
