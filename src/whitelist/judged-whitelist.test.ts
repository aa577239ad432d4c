import { expect, test } from 'vitest';
import { DEFAULT_RELEASE_RULES, releaseReason } from '../company/release-rules.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import type { CorrectionInForce } from '../contracts/corrections.ts';
import { DEFAULT_SITE_RELEASE } from '../contracts/hit.ts';
import { COMPANY_RECORD, whitelistInMemory } from '../../fixtures/whitelist-in-memory.ts';
import { judgeWhitelist, NOTHING_SAID } from './judged-whitelist.ts';
import { createJudges } from './judges.ts';

const RECORDS: readonly CompanyRecord[] = [
  COMPANY_RECORD,
  { ...COMPANY_RECORD, kind: 'provider' },
  { ...COMPANY_RECORD, kind: 'opaque' },
  { ...COMPANY_RECORD, kind: 'person' },
  { ...COMPANY_RECORD, kind: 'education' },
  { ...COMPANY_RECORD, company: { ...COMPANY_RECORD.company, postcode: null } },
  {
    ...COMPANY_RECORD,
    company: { ...COMPANY_RECORD.company, size: { class: '1-4', range: null, employees: 3, evidence: 'stated' } },
  },
  {
    ...COMPANY_RECORD,
    company: { ...COMPANY_RECORD.company, size: { class: null, range: null, employees: null, evidence: null } },
  },
  { ...COMPANY_RECORD, confidence: 0.1 },
];

test('the judge answers as the release rules do, each time, and reads a record once', () => {
  const whitelist = whitelistInMemory(RECORDS.map((record, at) => [`203.0.${113 + at}.0/24`, record]));
  const read: number[] = [];
  const judge = judgeWhitelist(
    {
      ...whitelist,
      record(index) {
        read.push(index);
        return whitelist.record(index);
      },
    },
    DEFAULT_RELEASE_RULES,
    NOTHING_SAID,
  );
  const expected = RECORDS.map((record) => releaseReason(record, DEFAULT_RELEASE_RULES));
  expect(new Set(expected).size).toBe(RECORDS.length);
  for (const _round of [1, 2, 3]) expect(RECORDS.map((_record, index) => judge.reasonOf(index))).toEqual(expected);
  expect(read).toEqual(RECORDS.map((_record, index) => index));
});

const MUSTER = COMPANY_RECORD;
const OTHER: CompanyRecord = {
  ...COMPANY_RECORD,
  company: { ...COMPANY_RECORD.company, id: 'bbbbbbbbbbbbb', name: 'Andere Werke AG', legalForm: 'AG' },
};
const LIST = whitelistInMemory([
  ['203.0.113.0/25', MUSTER],
  ['203.0.113.128/25', OTHER],
]);

function said(
  companyId: string,
  change: CorrectionInForce['change'],
  customerId: number | null = null,
): CorrectionInForce {
  return { id: 1, companyId, customerId, change, at: '2026-11-23T10:00:00.000Z' };
}

const judgedBy = (...corrections: CorrectionInForce[]): ReturnType<typeof judgeWhitelist> =>
  judgeWhitelist(LIST, DEFAULT_RELEASE_RULES, { corrections, objected: new Set() });

test('a merged company is shown as the other one and keeps the id under which its visits are stored', () => {
  const judge = judgedBy(said(MUSTER.company.id, { action: 'merge', into: OTHER.company.id }));
  expect(judge.judged(0)).toEqual({ companyId: MUSTER.company.id, record: OTHER, reason: null });
  expect(judge.ofCompany(OTHER.company.id)).toEqual({ companyId: OTHER.company.id, record: OTHER, reason: null });
});

test.each<[string, CorrectionInForce[], unknown]>([
  ['the other one is hidden', [said(OTHER.company.id, { action: 'hide' })], 'hidden'],
  ['it is hidden itself', [said(MUSTER.company.id, { action: 'hide' })], 'hidden'],
  ['it is a provider', [said(MUSTER.company.id, { action: 'mark-provider', provider_type: null })], 'provider'],
])('a merge releases nothing: %s', (_what, corrections, reason) => {
  const merge = said(MUSTER.company.id, { action: 'merge', into: OTHER.company.id });
  expect(judgedBy(merge, ...corrections).judged(0).reason).toBe(reason);
});

test('a merge makes nothing larger that its sources say is too small', () => {
  const size = { class: '1-4', range: null, employees: 4, evidence: 'stated' } as const;
  const small = { ...MUSTER, company: { ...MUSTER.company, size } };
  const list = whitelistInMemory([
    ['203.0.113.0/25', small],
    ['203.0.113.128/25', OTHER],
  ]);
  const corrections = [said(MUSTER.company.id, { action: 'merge', into: OTHER.company.id })];
  const judge = judgeWhitelist(list, DEFAULT_RELEASE_RULES, { corrections, objected: new Set() });
  expect(judge.judged(0)).toEqual({ companyId: MUSTER.company.id, record: small, reason: 'too-small' });
});

test('companies that were merged in a circle, or into one that is gone, end somewhere', () => {
  const circle = judgedBy(
    said(MUSTER.company.id, { action: 'merge', into: OTHER.company.id }),
    said(OTHER.company.id, { action: 'merge', into: MUSTER.company.id }),
  );
  expect(circle.judged(0).reason).toBeNull();
  const gone = judgedBy(said(MUSTER.company.id, { action: 'merge', into: 'ccccccccccccc' }));
  expect(gone.judged(0)).toEqual({ companyId: MUSTER.company.id, record: MUSTER, reason: null });
});

test('what was said of a company under an earlier id holds for it under its present one', () => {
  const earlier = 'zzzzzzzzzzzzz';
  const renamed = { ...LIST, indexOfCompany: (id: string) => (id === earlier ? 0 : LIST.indexOfCompany(id)) };
  const spoken = { corrections: [said(earlier, { action: 'hide' })], objected: new Set<string>() };
  expect(judgeWhitelist(renamed, DEFAULT_RELEASE_RULES, spoken).reasonOf(0)).toBe('hidden');
  const objection = { corrections: [], objected: new Set([earlier]) };
  const judge = judgeWhitelist(renamed, DEFAULT_RELEASE_RULES, objection);
  expect([judge.reasonOf(0), judge.reasonOf(1)]).toEqual(['organisation-objected', null]);
  expect(judge.ofCompany(earlier)?.record.company.id).toBe(MUSTER.company.id);
});

test('no correction brings back a company that has objected', () => {
  const everything = {
    corrections: [
      said(MUSTER.company.id, { action: 'release', overturns: 'low-confidence', name: null }),
      said(MUSTER.company.id, { action: 'merge', into: OTHER.company.id }),
    ],
    objected: new Set([MUSTER.company.id]),
  };
  expect(judgeWhitelist(LIST, DEFAULT_RELEASE_RULES, everything).reasonOf(0)).toBe('organisation-objected');
});

test('a customer’s corrections hold for his sites alone, an operator’s for all', () => {
  const release = DEFAULT_SITE_RELEASE;
  const workspace = {
    correctionsInForce: () => [
      said(MUSTER.company.id, { action: 'hide' }, 1),
      said(OTHER.company.id, { action: 'rename', name: 'Neue Werke AG' }),
    ],
    objectedCompanies: () => new Set<string>(),
  };
  const judges = createJudges(LIST, DEFAULT_RELEASE_RULES, workspace);
  const seen = [
    judges.forSite({ customerId: 1, release }),
    judges.forSite({ customerId: 2, release }),
    judges.forOperator(),
  ];
  expect(seen.map((judge) => judge.reasonOf(0))).toEqual(['hidden', null, null]);
  expect(seen.map((judge) => judge.judged(1).record.company.name)).toEqual(Array(3).fill('Neue Werke AG'));
});

test('sites with rules of their own are judged by them', () => {
  const workspace = { correctionsInForce: () => [], objectedCompanies: () => new Set<string>() };
  const judges = createJudges(LIST, DEFAULT_RELEASE_RULES, workspace);
  const strict = { ...DEFAULT_SITE_RELEASE, minimumEmployees: 500 };
  expect(judges.forSite({ customerId: 1, release: strict }).reasonOf(0)).toBe('too-small');
  expect(judges.forSite({ customerId: 1, release: DEFAULT_SITE_RELEASE }).reasonOf(0)).toBeNull();
});
