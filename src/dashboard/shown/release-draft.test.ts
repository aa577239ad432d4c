import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ApiReleaseChange, ApiReleaseRules, type ApiSiteRelease } from '../../contracts/api.ts';
import { leastPercent, readRelease, releaseChange, releaseDraftOf } from './release-draft.ts';

const operator: ApiSiteRelease['operator'] = {
  location: 'full',
  size_evidence: 'presumed',
  minimum_employees: 5,
  minimum_confidence: 0.7,
};
const release: ApiSiteRelease = {
  rules: { kinds: ['company'], size_evidence: 'presumed', minimum_employees: 5, minimum_confidence: 0.7 },
  operator,
};

test('what is in force can be saved as it is', () => {
  expect(readRelease(releaseDraftOf(release), operator).rules).toEqual(release.rules);
});

test('where a site asks for no more than the operator, it goes on following him', () => {
  expect(releaseChange(release.rules, operator)).toEqual({
    kinds: ['company'],
    size_evidence: null,
    minimum_employees: null,
    minimum_confidence: null,
  });
  const stricter = { ...release.rules, minimum_employees: 50, size_evidence: 'stated' as const };
  expect(releaseChange(stricter, operator)).toMatchObject({ size_evidence: 'stated', minimum_employees: 50 });
});

test.each([
  [{ employees: '4' }, { employeesWrong: true }],
  [{ employees: '' }, { employeesWrong: true }],
  [{ employees: '100001' }, { employeesWrong: true }],
  [{ confidence: '69' }, { confidenceWrong: true }],
  [{ confidence: '101' }, { confidenceWrong: true }],
])('%o is refused', (typed, faults) => {
  expect(readRelease({ ...releaseDraftOf(release), ...typed }, operator)).toMatchObject({ rules: null, ...faults });
});

test('whatever is typed, what is sent has the shape of the API and is never laxer than the operator', () => {
  const typed = fc.record({
    public: fc.boolean(),
    education: fc.boolean(),
    sizeEvidence: fc.constantFrom('presumed' as const, 'stated' as const),
    employees: fc.oneof(fc.integer({ min: 0, max: 200_000 }).map(String), fc.string()),
    confidence: fc.oneof(fc.integer({ min: 0, max: 120 }).map(String), fc.string()),
  });
  const limits = fc.record({
    location: fc.constant('full' as const),
    size_evidence: fc.constantFrom('presumed' as const, 'stated' as const),
    minimum_employees: fc.integer({ min: 5, max: 1000 }),
    minimum_confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(typed, limits, (draft, limit) => {
      const { rules } = readRelease(draft, limit);
      if (!rules) return;
      expect(ApiReleaseRules.safeParse(rules).success).toBe(true);
      expect(ApiReleaseChange.safeParse(releaseChange(rules, limit)).success).toBe(true);
      expect(rules.minimum_employees).toBeGreaterThanOrEqual(limit.minimum_employees);
      expect(rules.minimum_confidence).toBeGreaterThanOrEqual(limit.minimum_confidence - 1e-9);
      if (limit.size_evidence === 'stated') expect(rules.size_evidence).toBe('stated');
    }),
  );
});

test.each([
  [0.7, 70],
  [0.705, 71],
  [0.29, 29],
])('of %d at least %d per cent are asked for', (minimum, percent) => {
  expect(leastPercent({ ...operator, minimum_confidence: minimum })).toBe(percent);
});
