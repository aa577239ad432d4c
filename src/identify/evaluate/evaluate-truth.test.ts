import { describe, expect, test } from 'vitest';
import { DEFAULT_RELEASE_RULES } from '../../company/release-rules.ts';
import type { CompanyRecord, Kind } from '../../contracts/company.ts';
import { COMPANY_RECORD, whitelistInMemory } from '../../../fixtures/whitelist-in-memory.ts';
import { type Evaluation, evaluateTruth } from './evaluate-truth.ts';
import type { TruthRow } from './read-truth.ts';

function record(kind: Kind, company: Partial<CompanyRecord['company']> = {}): CompanyRecord {
  return { ...COMPANY_RECORD, kind, company: { ...COMPANY_RECORD.company, ...company } };
}

const UNNAMED = { name: '', street: null, postcode: null, city: null, country: null };

const WHITELIST = whitelistInMemory([
  ['192.0.2.0/28', record('company')],
  ['192.0.2.16/28', record('provider')],
  ['192.0.2.32/28', record('person', UNNAMED)],
  ['192.0.2.48/28', record('opaque', UNNAMED)],
  ['192.0.2.64/28', record('public')],
  ['192.0.2.80/28', record('company', { postcode: null })],
  ['2001:db8::/48', record('company')],
]);

function row(start: string, kind: TruthRow['kind'], further: Partial<TruthRow> = {}): TruthRow {
  const name = kind === 'person' || kind === 'provider' ? '' : 'Muster Maschinen GmbH';
  return { start, end: start, kind, name, postcode: null, city: null, country: null, ...further };
}

function evaluate(...rows: TruthRow[]): Evaluation {
  return evaluateTruth(rows, WHITELIST, DEFAULT_RELEASE_RULES);
}

describe('before the release rules', () => {
  test.each([
    ['a company under its name', row('192.0.2.1', 'company'), 'right'],
    ['a company on IPv6', row('2001:db8::1', 'company'), 'right'],
    ['a company under another name', row('192.0.2.1', 'company', { name: 'Beispiel AG' }), 'wrong'],
    ['a company that is taken for a carrier', row('192.0.2.17', 'company'), 'wrong'],
    ['a company of which nothing is known', row('192.0.2.49', 'company'), 'none'],
    ['a company that is not listed', row('192.0.2.200', 'company'), 'none'],
    ['a carrier', row('192.0.2.17', 'provider'), 'right'],
    ['a carrier that is taken for a company', row('192.0.2.1', 'provider'), 'wrong'],
    ['a person', row('192.0.2.33', 'person'), 'right'],
    ['a person who is taken for a company', row('192.0.2.1', 'person'), 'wrong'],
    ['a public body', row('192.0.2.65', 'public'), 'right'],
  ] as const)('%s', (_what, truth, outcome) => {
    const { identified, rows } = evaluate(truth).kinds[truth.kind];
    expect(identified).toEqual({ right: 0, wrong: 0, none: 0, [outcome]: 1 });
    expect(rows).toBe(1);
  });
});

test('after the release rules: the right name, a wrong name, withheld by reason, not listed', () => {
  const { kinds } = evaluate(
    row('192.0.2.1', 'company'),
    row('192.0.2.1', 'company', { name: 'Beispiel AG' }),
    row('192.0.2.17', 'company'),
    row('192.0.2.81', 'company'),
    row('192.0.2.200', 'company'),
    row('192.0.2.1', 'person'),
    row('192.0.2.33', 'person'),
    row('192.0.2.65', 'public'),
  );
  expect(kinds.company.shown).toEqual({
    rightName: 1,
    wrongName: 1,
    notListed: 1,
    withheld: { provider: 1, 'incomplete-location': 1 },
  });
  expect(kinds.company.found).toEqual({ company: 3, provider: 1, none: 1 });
  expect(kinds.person.shown).toMatchObject({ wrongName: 1, withheld: { 'personal-name': 1 } });
  expect(kinds.public.shown.withheld).toEqual({ 'kind-not-chosen': 1 });
});

test('fields are right, wrong, missing or invented; a column that is not there is not judged', () => {
  const there = { postcode: '70 435', city: 'STUTTGART', country: 'de' };
  const { fields } = evaluate(
    row('192.0.2.1', 'company', there),
    row('192.0.2.1', 'company', { ...there, postcode: '70436', city: 'Ulm' }),
    row('192.0.2.81', 'company', there),
    row('192.0.2.1', 'company', { postcode: '', city: '', country: 'DE' }),
    row('192.0.2.200', 'company', there),
    row('192.0.2.1', 'company'),
  );
  expect(fields).toEqual({
    name: { right: 5, wrong: 0, none: 1, invented: 0 },
    kind: { right: 5, wrong: 0, none: 1, invented: 0 },
    postcode: { right: 1, wrong: 1, none: 2, invented: 1 },
    city: { right: 2, wrong: 1, none: 1, invented: 1 },
    country: { right: 4, wrong: 0, none: 1, invented: 0 },
  });
});

test('what is told of a person is invented, and a carrier’s name is nobody else’s', () => {
  const { fields } = evaluate(
    row('192.0.2.1', 'person', { name: 'somebody' }),
    row('192.0.2.33', 'person'),
    row('192.0.2.17', 'provider', { name: 'Muster Maschinen GmbH' }),
    row('192.0.2.17', 'company'),
  );
  expect(fields.name).toEqual({ right: 0, wrong: 0, none: 1, invented: 1 });
  expect(fields.postcode.invented).toBe(1);
});

test('a row whose ends lead to different records counts by the first, and is counted as such', () => {
  const evaluation = evaluate(row('192.0.2.15', 'company', { end: '192.0.2.16' }), row('192.0.2.1', 'company'));
  expect(evaluation.endsDiffer).toBe(1);
  expect(evaluation.kinds.company.identified.right).toBe(2);
});
