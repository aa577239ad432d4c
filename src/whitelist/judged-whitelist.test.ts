import { expect, test } from 'vitest';
import { DEFAULT_RELEASE_RULES, releaseReason } from '../company/release-rules.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import { COMPANY_RECORD, whitelistInMemory } from '../../fixtures/whitelist-in-memory.ts';
import { judgeWhitelist, NOTHING_SAID } from './judged-whitelist.ts';

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
