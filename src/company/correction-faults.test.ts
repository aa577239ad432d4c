import { describe, expect, test } from 'vitest';
import { COMPANY_RECORD } from '../../fixtures/whitelist-in-memory.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import type { CorrectionChange } from '../contracts/corrections.ts';
import { WITHHELD_REASONS, type WithheldReason } from '../contracts/reasons.ts';
import { correctionFault, type CorrectionSubject } from './correction-faults.ts';

type Changes = Partial<Omit<CompanyRecord, 'company'>> & { company?: Partial<CompanyRecord['company']> };

function record({ company, ...changes }: Changes = {}): CompanyRecord {
  return { ...COMPANY_RECORD, ...changes, company: { ...COMPANY_RECORD.company, ...company } };
}

function subject(raw: CompanyRecord, reason: WithheldReason | null = null): CorrectionSubject {
  return { raw, record: raw, reason };
}

const OTHER = record({ company: { id: 'bbbbbbbbbbbbb', name: 'Beispiel Werke AG', legalForm: 'AG' } });
const THIRD = record({ company: { id: 'ccccccccccccc', name: 'Cranewerk GmbH' } });
const FOUR = record({ company: { size: { class: '1-4', range: null, employees: 4, evidence: 'stated' } } });
const PARTNERSHIP = record({
  company: { name: 'Muster KG', legalForm: 'KG', size: { class: null, range: null, employees: null, evidence: null } },
});
const NAMELESS = record({ kind: 'opaque', company: { name: '', legalForm: null } });

function faultOf(
  of: CorrectionSubject,
  change: CorrectionChange,
  more: {
    isOperator?: boolean;
    target?: CorrectionSubject | null;
    merges?: Readonly<Record<string, string>>;
  } = {},
) {
  const { isOperator = true, target = null, merges = {} } = more;
  return correctionFault({ change, subject: of, isOperator, target, mergedInto: (id) => merges[id] ?? null });
}

const rename = (name: string): CorrectionChange => ({ action: 'rename', name });
const size = (employees: number): CorrectionChange => ({ action: 'size', employees, source: 'annual report' });
const merge = (into: string): CorrectionChange => ({ action: 'merge', into });
const release = (
  overturns: 'provider' | 'opaque' | 'low-confidence',
  name: string | null = null,
): CorrectionChange => ({ action: 'release', overturns, name });
const EVERY_CHANGE: readonly CorrectionChange[] = [
  rename('Muster Holding GmbH'),
  { action: 'move', street: null, postcode: '80331', city: 'München', country: 'DE' },
  size(250),
  size(3),
  merge(OTHER.company.id),
  { action: 'hide' },
  { action: 'mark-provider', provider_type: 'hosting' },
  release('provider'),
  release('opaque', 'Muster GmbH'),
  release('low-confidence'),
];

describe('what nobody can overturn', () => {
  test.each([
    ['a person', subject(record({ kind: 'person' }), 'personal-name')],
    ['a company of four', subject(FOUR, 'too-small')],
    [
      'a company of four without a place',
      subject(record({ company: { ...FOUR.company, postcode: null } }), 'incomplete-location'),
    ],
    ['a provider of four', subject({ ...FOUR, kind: 'provider' }, 'provider')],
    ['a partnership of unknown size', subject(PARTNERSHIP, 'too-small')],
    ['an organisation that has objected', subject(record(), 'organisation-objected')],
  ])('%s, whatever an operator says', (_what, of) => {
    for (const change of EVERY_CHANGE) {
      expect(faultOf(of, change, { target: subject(OTHER) })).toBe('CORRECTION_NOT_ALLOWED');
    }
  });

  test('one that was made too small by a correction alone can be corrected again', () => {
    const of = { raw: record(), record: FOUR, reason: 'too-small' } as const;
    expect(faultOf(of, size(250))).toBeNull();
  });
});

describe('a new name', () => {
  test.each([
    ['Muster Holding AG', null],
    ['Papierfabrik am Wehr', null],
    ['Hans Meier', 'CORRECTION_NAME_PERSONAL'],
    ['Dr. med. Hans Meier', 'CORRECTION_NAME_PERSONAL'],
    ['Rechtsanwalt Hans Meier', 'CORRECTION_NAME_PERSONAL'],
    ['Hans Meier e.K.', 'CORRECTION_NAME_PERSONAL'],
    ['Hans Meier KG', 'CORRECTION_NAME_PERSONAL'],
    // A corporation may be called after somebody; it is only called so with its form.
    ['Hans Meier GmbH', null],
  ])('%s: %s', (name, expected) => {
    expect(faultOf(subject(record()), rename(name))).toBe(expected);
  });

  test('a trade beside a surname is a name for a corporation alone', () => {
    expect(faultOf(subject(record()), rename('Elektro Huber'))).toBeNull();
    expect(faultOf(subject(record({ company: { legalForm: null } })), rename('Elektro Huber'))).toBe(
      'CORRECTION_NAME_PERSONAL',
    );
  });
});

describe('a merge', () => {
  const of = subject(record());
  const [own, other, third] = [COMPANY_RECORD.company.id, OTHER.company.id, THIRD.company.id];

  test.each([
    ['into another', merge(other), subject(OTHER), {}, null],
    ['into itself', merge(own), subject(record()), {}, 'CORRECTION_MERGE_ITSELF'],
    ['into an earlier id of itself', merge('zzzzzzzzzzzzz'), subject(record()), {}, 'CORRECTION_MERGE_ITSELF'],
    ['into nothing that is known', merge(other), null, {}, 'CORRECTION_MERGE_TARGET'],
    ['into a person', merge(other), subject({ ...OTHER, kind: 'person' }), {}, 'CORRECTION_MERGE_TARGET'],
    ['into who has objected', merge(other), subject(OTHER, 'organisation-objected'), {}, 'CORRECTION_MERGE_TARGET'],
    ['into one that is merged on', merge(other), subject(OTHER), { [other]: third }, null],
    ['back to itself', merge(other), subject(OTHER), { [other]: own }, 'CORRECTION_MERGE_CIRCLE'],
    ['back through a third', merge(other), subject(OTHER), { [other]: third, [third]: own }, 'CORRECTION_MERGE_CIRCLE'],
    [
      'into others in a circle',
      merge(other),
      subject(OTHER),
      { [other]: third, [third]: other },
      'CORRECTION_MERGE_CIRCLE',
    ],
  ])('%s', (_what, change, target, merges, expected) => {
    expect(faultOf(of, change, { target, merges })).toBe(expected);
  });
});

describe('a release', () => {
  test.each(WITHHELD_REASONS)('is for the reason that is really in force, not for %s', (reason) => {
    if (reason === 'organisation-objected') return;
    const kind = reason === 'provider' || reason === 'opaque' ? reason : 'company';
    const allowed = (['provider', 'opaque', 'low-confidence'] as const).filter(
      (overturns) => faultOf(subject(record({ kind }), reason), release(overturns, 'Muster GmbH')) === null,
    );
    expect(allowed).toEqual(['provider', 'opaque', 'low-confidence'].filter((one) => one === reason));
  });

  test('of what is shown is refused', () => {
    expect(faultOf(subject(record()), release('low-confidence'))).toBe('CORRECTION_RELEASE_REASON');
  });

  test('is an operator’s alone', () => {
    const of = subject(record({ kind: 'provider' }), 'provider');
    expect(faultOf(of, release('provider'), { isOperator: false })).toBe('OPERATOR_NEEDED');
    expect(faultOf(of, release('provider'))).toBeNull();
  });

  test('names what nobody could tell, and no person', () => {
    const of = subject(record({ kind: 'opaque' }), 'opaque');
    expect(faultOf(of, release('opaque'))).toBe('CORRECTION_NAME_MISSING');
    expect(faultOf(of, release('opaque', 'Hans Meier'))).toBe('CORRECTION_NAME_PERSONAL');
    expect(faultOf(of, release('opaque', 'Muster Holding GmbH'))).toBeNull();
    expect(faultOf(subject(NAMELESS, 'opaque'), release('opaque', 'Muster GmbH'))).toBe('CORRECTION_NOT_ALLOWED');
  });

  test('does not show a provider whose own name reads as a person’s', () => {
    const of = subject(record({ kind: 'provider', company: { name: 'Hans Meier', legalForm: null } }), 'provider');
    expect(faultOf(of, release('provider'))).toBe('CORRECTION_NAME_PERSONAL');
  });
});
