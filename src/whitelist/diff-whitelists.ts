import { mayBeListed } from '../company/may-be-listed.ts';
import { companyIdFromBits } from '../company/company-id.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import { companyIdWords } from './company-id-words.ts';
import type { ListedRanges } from './listed-ranges.ts';
import type { Whitelist } from './open-whitelist.ts';

/** One of the two versions to be compared. */
export type DiffSide = {
  readonly whitelist: Pick<Whitelist, 'record' | 'recordCount'>;
  readonly ranges: ListedRanges;
};

export type ComparedField =
  | 'kind'
  | 'name'
  | 'legalForm'
  | 'street'
  | 'postcode'
  | 'city'
  | 'country'
  | 'domain'
  | 'industry'
  | 'size'
  | 'confidence'
  | 'ranges';

/** Parts of a record that are compared, in the order in which they are told. */
const COMPARED: readonly (readonly [ComparedField, of: (record: CompanyRecord) => Value])[] = [
  ['kind', ({ kind }) => kind],
  ['name', ({ company }) => company.name],
  ['legalForm', ({ company }) => company.legalForm],
  ['street', ({ company }) => company.street],
  ['postcode', ({ company }) => company.postcode],
  ['city', ({ company }) => company.city],
  ['country', ({ company }) => company.country],
  ['domain', ({ company }) => company.domain],
  ['industry', ({ company }) => (company.industry ? `${company.industry.scheme} ${company.industry.code}` : null)],
  ['size', ({ company: { size } }) => size.employees ?? size.class ?? size.evidence],
  ['confidence', ({ confidence }) => confidence],
];

type Value = string | number | null;

export type DiffSample = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly ranges: number;
};

export type ChangeSample = Pick<DiffSample, 'id' | 'name'> & {
  readonly fields: Partial<Record<ComparedField, readonly [before: Value, after: Value]>>;
};

export type WhitelistDiff = {
  /** Organisations by their ids; one that moves or is called otherwise vanishes and appears. */
  readonly organisations: { appeared: number; changed: number; vanished: number; same: number };
  /** Of all records; `unnamed` are those that lead to nobody who may be named. */
  readonly ranges: Record<'before' | 'after', { named: number; unnamed: number }>;
  readonly changedFields: Partial<Record<ComparedField, number>>;
  /** The first ones in the order of their ids. */
  readonly samples: {
    readonly appeared: DiffSample[];
    readonly changed: ChangeSample[];
    readonly vanished: DiffSample[];
  };
};

/** What changed from one version to another, organisation by organisation. Persons and what is too small are only counted. */
export function diffWhitelists(before: DiffSide, after: DiffSide, mostSamples: number): WhitelistDiff {
  const old = summarise(before);
  const now = summarise(after);
  const diff: WhitelistDiff = {
    organisations: { appeared: 0, changed: 0, vanished: 0, same: 0 },
    ranges: { before: old.counts, after: now.counts },
    changedFields: {},
    samples: { appeared: [], changed: [], vanished: [] },
  };
  const { organisations, samples } = diff;
  let left = 0;
  let right = 0;
  while (left < old.ids.length || right < now.ids.length) {
    const oldId = old.ids[left];
    const newId = now.ids[right];
    if (newId === undefined || (oldId !== undefined && oldId < newId)) {
      organisations.vanished += 1;
      if (samples.vanished.length < mostSamples) samples.vanished.push(sampleOf(before, old, left));
      left += 1;
    } else if (oldId === undefined || newId < oldId) {
      organisations.appeared += 1;
      if (samples.appeared.length < mostSamples) samples.appeared.push(sampleOf(after, now, right));
      right += 1;
    } else {
      const changes = changesOf(before, old, left, after, now, right);
      organisations[changes.length > 0 ? 'changed' : 'same'] += 1;
      for (const [field] of changes) diff.changedFields[field] = (diff.changedFields[field] ?? 0) + 1;
      if (changes.length > 0 && samples.changed.length < mostSamples) {
        const { id, name } = sampleOf(after, now, right);
        samples.changed.push({ id, name, fields: Object.fromEntries(changes) });
      }
      left += 1;
      right += 1;
    }
  }
  return diff;
}

/** Organisations in the order of their ids: of each the first record that is listed, and its ranges. */
type Summary = {
  readonly ids: BigUint64Array;
  readonly records: Uint32Array;
  readonly ranges: Uint32Array;
  readonly counts: { named: number; unnamed: number };
};

function summarise({ whitelist, ranges }: DiffSide): Summary {
  const rangesOf = new Uint32Array(whitelist.recordCount);
  for (const { record } of ranges.four()) rangesOf[record] = (rangesOf[record] ?? 0) + 1;
  for (const { record } of ranges.six()) rangesOf[record] = (rangesOf[record] ?? 0) + 1;

  const idOf = new BigUint64Array(whitelist.recordCount);
  const counts = { named: 0, unnamed: 0 };
  const listed: number[] = [];
  for (const [index, count] of rangesOf.entries()) {
    if (count === 0) continue;
    const record = whitelist.record(index);
    const words = record.company.name === '' || !mayBeListed(record) ? null : companyIdWords(record.company.id);
    counts[words === null ? 'unnamed' : 'named'] += count;
    if (words === null) continue;
    idOf[index] = (BigInt(words[0]) << 32n) | BigInt(words[1]);
    listed.push(index);
  }
  const inOrder = Uint32Array.from(listed).sort((one, other) => {
    const first = idOf[one] ?? 0n;
    const second = idOf[other] ?? 0n;
    return first === second ? one - other : first < second ? -1 : 1;
  });

  const isFirst = (index: number, position: number): boolean =>
    position === 0 || idOf[inOrder[position - 1] ?? 0] !== idOf[index];
  const records = inOrder.filter(isFirst);
  const sums = new Uint32Array(records.length);
  let organisation = -1;
  for (const [position, index] of inOrder.entries()) {
    if (isFirst(index, position)) organisation += 1;
    sums[organisation] = (sums[organisation] ?? 0) + (rangesOf[index] ?? 0);
  }
  return { ids: BigUint64Array.from(records, (index) => idOf[index] ?? 0n), records, ranges: sums, counts };
}

function sampleOf({ whitelist }: DiffSide, summary: Summary, at: number): DiffSample {
  const { kind, company } = whitelist.record(summary.records[at] ?? 0);
  const { name, postcode, city, country } = company;
  return {
    id: companyIdFromBits(summary.ids[at] ?? 0n),
    kind,
    name,
    postcode,
    city,
    country,
    ranges: summary.ranges[at] ?? 0,
  };
}

type Change = readonly [field: ComparedField, values: readonly [before: Value, after: Value]];

function changesOf(
  before: DiffSide,
  old: Summary,
  left: number,
  after: DiffSide,
  now: Summary,
  right: number,
): Change[] {
  const earlier = before.whitelist.record(old.records[left] ?? 0);
  const later = after.whitelist.record(now.records[right] ?? 0);
  const compared: Change[] = [
    ...COMPARED.map(([field, of]): Change => [field, [of(earlier), of(later)]]),
    ['ranges', [old.ranges[left] ?? 0, now.ranges[right] ?? 0]],
  ];
  return compared.filter(([, [one, other]]) => one !== other);
}
