import { releaseReason, type ReleaseRules } from '../../company/release-rules.ts';
import type { CompanyRecord, Kind } from '../../contracts/company.ts';
import type { WithheldReason } from '../../contracts/reasons.ts';
import { ADDRESS_BYTES, readAddress } from '../../visitor/read-address.ts';
import type { Whitelist } from '../../whitelist/open-whitelist.ts';
import { isSameName, isSameText } from './is-same-name.ts';
import type { TruthKind, TruthRow } from './read-truth.ts';

/** What an evaluation needs of a whitelist. */
type EvaluatedWhitelist = Pick<Whitelist, 'find4' | 'find6' | 'record'> & {
  readonly manifest: Pick<Whitelist['manifest'], 'version'>;
};

export type Identified = {
  /** Kind right, and of companies, public bodies and education the name too. */
  right: number;
  wrong: number;
  /** Not listed, special-purpose or opaque. */
  none: number;
};

export type KindEvaluation = {
  rows: number;
  /** Before the release rules. */
  readonly identified: Identified;
  /** The kinds that were found; `none` for not listed. */
  readonly found: Partial<Record<Kind | 'none', number>>;
  /** After the release rules: what a customer would see. `notListed` rows have no record to be withheld. */
  readonly shown: {
    rightName: number;
    wrongName: number;
    notListed: number;
    readonly withheld: Partial<Record<WithheldReason, number>>;
  };
};

export type FieldEvaluation = {
  right: number;
  wrong: number;
  /** Stated in the row, not in the record (or no record). */
  none: number;
  /** In the record, though the row says that there is none. */
  invented: number;
};

/** The answer of `doorplate whitelist evaluate` (docs/whitelist.md, "Measuring it"). */
export type Evaluation = {
  readonly whitelist: string;
  readonly rows: number;
  /** Rows whose first and last address lead to different records: they count by the first. */
  readonly endsDiffer: number;
  readonly kinds: Readonly<Record<TruthKind, KindEvaluation>>;
  /** Over rows of companies, public bodies and education; what a record tells of a person is invented. */
  readonly fields: Readonly<Record<'name' | 'kind' | 'postcode' | 'city' | 'country', FieldEvaluation>>;
};

/** Compares each row with what the whitelist holds at the first address of its range. */
export function evaluateTruth(
  rows: readonly TruthRow[],
  whitelist: EvaluatedWhitelist,
  rules: ReleaseRules,
): Evaluation {
  const kinds: Record<TruthKind, KindEvaluation> = {
    company: noRows(),
    public: noRows(),
    education: noRows(),
    provider: noRows(),
    person: noRows(),
  };
  const fields = { name: noFields(), kind: noFields(), postcode: noFields(), city: noFields(), country: noFields() };
  let endsDiffer = 0;
  for (const row of rows) {
    const index = find(row.start, whitelist);
    if (row.end !== row.start && find(row.end, whitelist) !== index) endsDiffer += 1;
    const record = index < 0 ? null : whitelist.record(index);
    count(row, record, kinds[row.kind], rules);
    countFields(row, record, fields);
  }
  return { whitelist: whitelist.manifest.version, rows: rows.length, endsDiffer, kinds, fields };
}

function count(row: TruthRow, record: CompanyRecord | null, into: KindEvaluation, rules: ReleaseRules): void {
  into.rows += 1;
  const found = record?.kind ?? 'none';
  into.found[found] = (into.found[found] ?? 0) + 1;
  into.identified[identified(row, record)] += 1;
  const reason = record === null ? null : releaseReason(record, rules);
  if (record === null) into.shown.notListed += 1;
  else if (reason !== null) into.shown.withheld[reason] = (into.shown.withheld[reason] ?? 0) + 1;
  else into.shown[isNamedRight(row, record) ? 'rightName' : 'wrongName'] += 1;
}

function identified(row: TruthRow, record: CompanyRecord | null): keyof Identified {
  if (record === null || record.kind === 'opaque') return 'none';
  if (record.kind !== row.kind) return 'wrong';
  return !isOrganisation(row) || isNamedRight(row, record) ? 'right' : 'wrong';
}

/** What is shown of a provider or a person is wrong, however it is called; a name that the row does not know is not judged. */
function isNamedRight(row: TruthRow, { company }: CompanyRecord): boolean {
  return isOrganisation(row) && (row.name === '' || isSameName(row.name, company.name, row.country || company.country));
}

/** Someone that the product is to name. */
function isOrganisation({ kind }: TruthRow): boolean {
  return kind !== 'provider' && kind !== 'person';
}

function countFields(row: TruthRow, found: CompanyRecord | null, fields: Evaluation['fields']): void {
  const record = found?.kind === 'opaque' ? null : found;
  fields.kind[record === null ? 'none' : record.kind === row.kind ? 'right' : 'wrong'] += 1;
  if (row.kind === 'provider') return;
  // Of somebody whom nobody names there is nothing that could be said: '' in every column.
  const stated =
    row.kind === 'person' ? { name: '', postcode: '', city: '', country: null } : { ...row, name: row.name || null };
  const company = record !== null && isNaming(record) ? record.company : null;
  const country = row.country || (company?.country ?? null);
  countField(fields.name, stated.name, company?.name, (one, other) => isSameName(one, other, country));
  countField(fields.postcode, stated.postcode, company?.postcode, isSamePostcode);
  countField(fields.city, stated.city, company?.city, isSameText);
  countField(fields.country, stated.country, company?.country, (one, other) => one.toUpperCase() === other);
}

/** A provider's record names the carrier, not the end organisation. */
function isNaming({ kind }: CompanyRecord): boolean {
  return kind === 'company' || kind === 'public' || kind === 'education';
}

/** `stated`: null where the file has no such column, '' where it says that there is none. */
function countField(
  into: FieldEvaluation,
  stated: string | null,
  found: string | null | undefined,
  isSame: (one: string, other: string) => boolean,
): void {
  if (stated === null) return;
  const isFound = found !== null && found !== undefined && found !== '';
  if (stated === '') into.invented += isFound ? 1 : 0;
  else if (!isFound) into.none += 1;
  else into[isSame(stated, found) ? 'right' : 'wrong'] += 1;
}

function isSamePostcode(one: string, other: string): boolean {
  return barePostcode(one) === barePostcode(other);
}

function barePostcode(text: string): string {
  return text.replaceAll(/[\s-]/g, '').toUpperCase();
}

function find(address: string, whitelist: EvaluatedWhitelist): number {
  const bytes = new Uint8Array(ADDRESS_BYTES);
  const family = readAddress(address, bytes);
  return family === 4 ? whitelist.find4(new DataView(bytes.buffer).getUint32(0)) : whitelist.find6(bytes);
}

function noRows(): KindEvaluation {
  return {
    rows: 0,
    identified: { right: 0, wrong: 0, none: 0 },
    found: {},
    shown: { rightName: 0, wrongName: 0, notListed: 0, withheld: {} },
  };
}

function noFields(): FieldEvaluation {
  return { right: 0, wrong: 0, none: 0, invented: 0 };
}
