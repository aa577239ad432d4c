import { describe, expect, test } from 'vitest';
import { COMPANY_RECORD } from '../../fixtures/whitelist-in-memory.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import type { CorrectionChange, CorrectionInForce } from '../contracts/corrections.ts';
import { CORRECTION_SOURCE, correctRecord } from './correct-record.ts';
import { DEFAULT_RELEASE_RULES, releaseReason } from './release-rules.ts';

type Changes = Partial<Omit<CompanyRecord, 'company'>> & { company?: Partial<CompanyRecord['company']> };

function record({ company, ...changes }: Changes = {}): CompanyRecord {
  return { ...COMPANY_RECORD, ...changes, company: { ...COMPANY_RECORD.company, ...company } };
}

function said(...changes: readonly CorrectionChange[]): CorrectionInForce[] {
  return changes.map((change, index) => ({
    id: index + 1,
    companyId: COMPANY_RECORD.company.id,
    customerId: null,
    change,
    at: `2026-11-2${index}T10:00:00.000Z`,
  }));
}

/** The reason after the corrections, by the default rules. */
function reasonAfter(before: CompanyRecord, ...changes: readonly CorrectionChange[]): ReturnType<typeof releaseReason> {
  const { record: after, hiding } = correctRecord(before, said(...changes));
  return releaseReason(after, DEFAULT_RELEASE_RULES, hiding);
}

const people = (employees: number): CorrectionChange => ({ action: 'size', employees, source: 'annual report' });
const release = (
  overturns: 'provider' | 'opaque' | 'low-confidence',
  name: string | null = null,
): CorrectionChange => ({
  action: 'release',
  overturns,
  name,
});
const move: CorrectionChange = {
  action: 'move',
  street: 'Werkstraße 7',
  postcode: '80331',
  city: 'München',
  country: 'DE',
};
const unknownSize = { class: null, range: null, employees: null, evidence: null } as const;
const fourPeople = { class: null, range: null, employees: 4, evidence: 'stated' } as const;
const noPostcode = { postcode: null } as const;

describe('what corrections change', () => {
  test('a new name with the form that it carries, and who says so since when', () => {
    const { record: after } = correctRecord(record(), said({ action: 'rename', name: 'Muster Holding AG' }));
    expect(after.company).toMatchObject({ id: COMPANY_RECORD.company.id, name: 'Muster Holding AG', legalForm: 'AG' });
    expect(after.evidence.at(-1)).toEqual({
      source: CORRECTION_SOURCE,
      object: '',
      date: '2026-11-20',
      licence: 'own',
    });
    expect(after.fieldEvidence).toEqual({ name: 1, legalForm: 1 });
  });

  test('a name without a form keeps the one that was known', () => {
    const { record: after } = correctRecord(record(), said({ action: 'rename', name: 'Muster Maschinenbau' }));
    expect(after.company).toMatchObject({ name: 'Muster Maschinenbau', legalForm: 'GmbH' });
  });

  test('the whole address, never a part of it', () => {
    const { record: after } = correctRecord(record(), said({ ...move, street: null }));
    expect(after.company).toMatchObject({ street: null, postcode: '80331', city: 'München', country: 'DE' });
  });

  test('the latest word counts', () => {
    const { record: after } = correctRecord(
      record(),
      said({ action: 'rename', name: 'Eins GmbH' }, { action: 'rename', name: 'Zwei GmbH' }),
    );
    expect(after.company.name).toBe('Zwei GmbH');
    expect(reasonAfter(record(), people(4), people(40))).toBeNull();
    expect(reasonAfter(record(), people(40), people(4))).toBe('too-small');
  });

  test('a merge says into which company, and leaves the record alone', () => {
    const corrected = correctRecord(record(), said({ action: 'merge', into: 'bbbbbbbbbbbbb' }));
    expect(corrected).toEqual({ record: record(), hiding: null, mergedInto: 'bbbbbbbbbbbbb' });
  });
});

describe('what may be overturned, and what never', () => {
  test.each<[string, CompanyRecord, CorrectionChange[], ReturnType<typeof releaseReason>]>([
    ['a company', record(), [], null],
    ['hidden', record(), [{ action: 'hide' }], 'hidden'],
    ['marked as a provider', record(), [{ action: 'mark-provider', provider_type: 'hosting' }], 'provider'],
    ['four people', record(), [people(4)], 'too-small'],
    ['five people', record(), [people(5)], null],
    ['a provider released', record({ kind: 'provider' }), [release('provider')], null],
    ['a provider is no opaque range', record({ kind: 'provider' }), [release('opaque', 'Muster GmbH')], 'provider'],
    ['an opaque holder with a name', record({ kind: 'opaque' }), [release('opaque', 'Muster GmbH')], null],
    [
      'the record of all opaque ranges',
      record({ kind: 'opaque', company: { name: '' } }),
      [release('opaque', 'Muster GmbH')],
      'opaque',
    ],
    ['little confidence', record({ confidence: 0.2 }), [], 'low-confidence'],
    ['little confidence, released', record({ confidence: 0.2 }), [release('low-confidence')], null],
    ['an unknown size', record({ company: { size: unknownSize } }), [], 'unknown-size'],
    ['an unknown size, stated', record({ company: { size: unknownSize } }), [people(12)], null],
    ['an unknown size, stated as four', record({ company: { size: unknownSize } }), [people(4)], 'too-small'],
    ['no postcode', record({ company: noPostcode }), [], 'incomplete-location'],
    ['no postcode, added', record({ company: noPostcode }), [move], null],
    ['four people known, said to be forty', record({ company: { size: fourPeople } }), [people(40)], 'too-small'],
    ['a KG said to have forty', record({ company: { legalForm: 'KG', size: unknownSize } }), [people(40)], 'too-small'],
    [
      'a KG with a postcode added',
      record({ company: { legalForm: 'KG', size: unknownSize, ...noPostcode } }),
      [move, people(40)],
      'too-small',
    ],
    [
      'a person',
      record({ kind: 'person' }),
      [release('provider'), release('opaque', 'Muster GmbH'), move, people(40)],
      'personal-name',
    ],
    ['a person merged', record({ kind: 'person' }), [{ action: 'merge', into: 'bbbbbbbbbbbbb' }], 'personal-name'],
  ])('%s', (_what, before, changes, reason) => {
    expect(reasonAfter(before, ...changes)).toBe(reason);
  });

  test('nothing that is said changes a single field of a person’s record', () => {
    const person = record({ kind: 'person' });
    const everything = said(release('opaque', 'Muster GmbH'), move, people(40), {
      action: 'rename',
      name: 'Muster GmbH',
    });
    expect(correctRecord(person, everything)).toEqual({ record: person, hiding: null, mergedInto: null });
  });
});
