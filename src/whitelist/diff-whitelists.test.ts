import { expect, test } from 'vitest';
import { companyId } from '../company/company-id.ts';
import type { CompanyRecord, Kind } from '../contracts/company.ts';
import { type DiffSide, diffWhitelists } from './diff-whitelists.ts';

type Company = CompanyRecord['company'];

function record(kind: Kind, name: string, company: Partial<Company> = {}): CompanyRecord {
  return {
    kind,
    providerType: null,
    company: {
      id: companyId({ name: name.toLowerCase(), legalForm: '', country: 'DE', place: '70999' }),
      name,
      legalForm: null,
      street: null,
      postcode: '70999',
      city: 'Musterstadt',
      country: 'DE',
      locationEvidence: 'organisation',
      industry: null,
      size: { class: null, range: null, employees: null, evidence: null },
      revenue: null,
      domain: null,
      register: null,
      lei: null,
      ...company,
    },
    holder: name,
    asn: null,
    confidence: 0.93,
    confidenceReasons: [],
    evidence: [],
    fieldEvidence: {},
    match: null,
  };
}

/** Each record has the ranges whose number stands beside it, alternately IPv4 and IPv6. */
function side(...records: readonly (readonly [CompanyRecord, ranges: number])[]): DiffSide {
  const numbered = records.flatMap(([, ranges], index) => Array<number>(ranges).fill(index));
  return {
    whitelist: {
      recordCount: records.length,
      record(index) {
        const found = records[index]?.[0];
        if (!found) throw new RangeError('no such record');
        return found;
      },
    },
    ranges: {
      *four() {
        for (const [at, index] of numbered.entries()) if (at % 2 === 0) yield { first: at, last: at, record: index };
      },
      *six() {
        for (const [at, index] of numbered.entries()) {
          if (at % 2 === 1) yield { first: BigInt(at), last: BigInt(at), record: index };
        }
      },
    },
  };
}

const PERSON = record('person', '', { postcode: null, city: null, country: null });
const SMALL = record('company', 'Karla Klein', { legalForm: 'e.K.' });

test('what appeared, changed and vanished, by organisation', () => {
  const before = side(
    [record('company', 'Gleich'), 2],
    [record('company', 'Anders'), 1],
    [record('company', 'Verschwunden'), 3],
    [record('company', 'Ohne Netz'), 0],
    [PERSON, 4],
  );
  const after = side(
    [record('company', 'Neu'), 5],
    [record('provider', 'Anders', { street: 'Am Beispiel 1' }), 1],
    [record('company', 'Gleich'), 1],
    [record('company', 'Gleich', { street: 'Am Beispiel 2' }), 1],
  );
  const diff = diffWhitelists(before, after, 10);
  expect(diff.organisations).toEqual({ appeared: 1, changed: 1, vanished: 1, same: 1 });
  expect(diff.ranges).toEqual({ before: { named: 6, unnamed: 4 }, after: { named: 8, unnamed: 0 } });
  expect(diff.changedFields).toEqual({ kind: 1, street: 1 });
  expect(diff.samples.appeared).toMatchObject([{ name: 'Neu', kind: 'company', ranges: 5, city: 'Musterstadt' }]);
  expect(diff.samples.vanished).toMatchObject([{ name: 'Verschwunden', ranges: 3 }]);
  expect(diff.samples.changed).toEqual([
    {
      id: record('company', 'Anders').company.id,
      name: 'Anders',
      fields: { kind: ['company', 'provider'], street: [null, 'Am Beispiel 1'] },
    },
  ]);
});

test('more ranges of one organisation are a change', () => {
  const one = record('company', 'Gleich');
  const diff = diffWhitelists(side([one, 2]), side([one, 2], [one, 1]), 10);
  expect(diff.samples.changed).toMatchObject([{ fields: { ranges: [2, 3] } }]);
});

test('persons and what is too small are never named', () => {
  const there = side([PERSON, 1], [SMALL, 1]);
  for (const diff of [diffWhitelists(there, side(), 10), diffWhitelists(side(), there, 10)]) {
    expect(diff.organisations).toEqual({ appeared: 0, changed: 0, vanished: 0, same: 0 });
    expect(JSON.stringify(diff)).not.toContain('Karla');
  }
  expect(diffWhitelists(there, side(), 10).ranges.before).toEqual({ named: 0, unnamed: 2 });
});

test('only so many samples are told, all are counted', () => {
  const many = Array.from({ length: 30 }, (_, number) => [record('company', `Muster ${number}`), 1] as const);
  const diff = diffWhitelists(side(), side(...many), 3);
  expect(diff.organisations.appeared).toBe(30);
  expect(diff.samples.appeared).toHaveLength(3);
});
