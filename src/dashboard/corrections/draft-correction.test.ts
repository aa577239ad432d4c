import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CORRECTION_ACTIONS, CorrectionChange } from '../../contracts/corrections.ts';
import { type CorrectedCompany, draftOf, readDraft, readWhole } from './draft-correction.ts';

const COMPANY: CorrectedCompany = {
  id: 'aaaaaaaaaaaaa',
  name: 'Papierfabrik Köhler GmbH',
  street: 'Am Wehr 1',
  postcode: '73430',
  city: 'Aalen',
  country: 'DE',
  location_evidence: 'organisation',
  size: { class: null, range: null, evidence: 'two-registers' },
};
const OTHER = { id: 'bbbbbbbbbbbbb', name: 'Köhler Papier AG' };
const draft = (change: object) => ({ ...draftOf(COMPANY, 'rename'), reason: 'Handelsregister', ...change });

describe('what is typed becomes a correction', () => {
  test.each([
    ['rename', { name: ' Köhler Papier AG ' }, { action: 'rename', name: 'Köhler Papier AG' }],
    [
      'move',
      { street: '', postcode: '70435', city: 'Stuttgart' },
      { action: 'move', street: null, postcode: '70435', city: 'Stuttgart', country: 'DE' },
    ],
    ['size', { employees: '1.200', source: 'Website' }, { action: 'size', employees: 1200, source: 'Website' }],
    ['merge', { into: OTHER }, { action: 'merge', into: OTHER.id }],
    ['hide', {}, { action: 'hide' }],
    ['mark-provider', {}, { action: 'mark-provider', provider_type: null }],
    ['mark-provider', { providerType: 'cloud' }, { action: 'mark-provider', provider_type: 'cloud' }],
  ] as const)('%s with %o', (action, typed, change) => {
    expect(readDraft(action, draft(typed), COMPANY)).toEqual({ change, faults: {} });
  });

  test('whatever is typed, what comes out has the shape that the server takes', () => {
    const typed = fc.record({
      name: fc.string({ maxLength: 200 }),
      street: fc.string({ maxLength: 200 }),
      postcode: fc.string({ maxLength: 20 }),
      city: fc.string({ maxLength: 120 }),
      country: fc.constantFrom('', 'DE', 'AT'),
      employees: fc.oneof(fc.string(), fc.integer().map(String)),
      source: fc.string({ maxLength: 300 }),
      into: fc.constantFrom(null, OTHER, COMPANY),
      providerType: fc.constantFrom('', 'isp', 'nonsense'),
      reason: fc.string(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...CORRECTION_ACTIONS), typed, (action, fields) => {
        const { change, faults } = readDraft(action, fields, COMPANY, 'opaque');
        if (change) expect(CorrectionChange.safeParse(change).success).toBe(true);
        else expect(Object.keys(faults)).not.toEqual([]);
      }),
    );
  });
});

describe('what is missing or wrong is named at its field', () => {
  test.each([
    ['rename', { name: ' ' }, { name: 'wrong.fault.name' }],
    ['rename', {}, { name: 'wrong.fault.nameSame' }],
    [
      'move',
      { postcode: '', city: '', country: '' },
      { postcode: 'wrong.fault.postcode', city: 'wrong.fault.city', country: 'wrong.fault.country' },
    ],
    ['move', {}, { city: 'wrong.fault.placeSame' }],
    ['size', {}, { employees: 'wrong.fault.employees', source: 'wrong.fault.source' }],
    ['size', { employees: '0', source: 'x' }, { employees: 'wrong.fault.employees' }],
    ['merge', {}, { into: 'wrong.fault.into' }],
    ['merge', { into: COMPANY }, { into: 'wrong.fault.into' }],
  ] as const)('%s with %o', (action, typed, faults) => {
    expect(readDraft(action, draft(typed), COMPANY)).toEqual({ change: null, faults });
  });

  test('a correction without a reason can be looked at, but not made', () => {
    expect(readDraft('hide', draft({ reason: ' x ' }), COMPANY)).toEqual({
      change: { action: 'hide' },
      faults: { reason: 'wrong.fault.reason' },
    });
  });
});

test('a place that only the network names can be confirmed as it is', () => {
  const company = { ...COMPANY, location_evidence: 'network-registration' as const };
  expect(readDraft('move', draft({}), company).change).toMatchObject({ action: 'move', city: 'Aalen' });
});

test('a release begins without a name, everything else with what is known', () => {
  expect(draftOf(COMPANY, 'release').name).toBe('');
  expect(draftOf(COMPANY, 'move')).toMatchObject({ name: COMPANY.name, postcode: '73430', country: 'DE' });
});

test('a release names the organisation only where nobody knew it', () => {
  expect(readDraft('release', draft({}), COMPANY, 'provider').change).toMatchObject({ name: null });
  expect(readDraft('release', draft({}), COMPANY, 'opaque').change).toMatchObject({ name: COMPANY.name });
  expect(readDraft('release', draft({ name: '' }), COMPANY, 'opaque').faults).toEqual({ name: 'wrong.fault.name' });
});

test.each([
  ['12', 12],
  [' 1.200 ', 1200],
  ['1,200', 1200],
  ['1 200 000', 1_200_000],
  ['1.5', null],
  ['12.34', null],
  ['-3', null],
  ['etwa 40', null],
  ['', null],
])('"%s" is the number %s', (text, number) => {
  expect(readWhole(text)).toBe(number);
});
