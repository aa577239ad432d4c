import { afterAll, describe, expect, test } from 'vitest';
import { COMPANY_RECORD, whitelistInMemory } from '../fixtures/whitelist-in-memory.ts';
import { readLegalForm } from '../src/company/legal-forms.ts';
import { DEFAULT_RELEASE_RULES, type ReleaseRules, rulesOfSite } from '../src/company/release-rules.ts';
import { words } from '../src/company/words.ts';
import { type CompanyRecord, type CompanySize, KINDS } from '../src/contracts/company.ts';
import { identifyHit } from '../src/identify/identify-hit.ts';
import { createVisitKeySecrets } from '../src/visitor/visit-key.ts';
import { judgeWhitelist, NOTHING_SAID } from '../src/whitelist/judged-whitelist.ts';

const NOON = Date.UTC(2026, 4, 17, 12);
const secrets = createVisitKeySecrets({ maxAgeMs: 3_600_000 });
afterAll(() => secrets.forget());

/** What the table asks of a record; a new row changes one thing. */
type Row = {
  readonly form: string | null;
  /** A headcount, or null for unknown; `presumed`: two registers speak for five. */
  readonly people: number | null | 'presumed';
  readonly location: keyof typeof LOCATIONS;
  readonly kind: CompanyRecord['kind'];
  readonly rules: keyof typeof RULES;
};

const LOCATIONS = {
  full: {},
  'no postcode': { postcode: null },
  'no city': { city: null },
  'no country': { country: null },
  'no name': { name: '' },
  'the network’s country': { postcode: null, city: null, street: null, locationEvidence: 'network-registration' },
} as const;

const FORMS = {
  corporation: ['GmbH', 'AG', 'GmbH & Co. KG', 'Ltd.'],
  small: ['KG', 'OHG', 'GbR', 'e.K.', 'LLP'],
  other: ['e.V.', null],
} as const;

const RULES: Readonly<Record<string, Partial<ReleaseRules>>> = {
  default: {},
  'city is enough': { location: 'city' },
  'country is enough': { location: 'country' },
  'only stated sizes': { sizeEvidence: 'stated' },
  'six people': { minimumEmployees: 6 },
  'public bodies too': { kinds: ['company', 'public'] },
  'very sure': { minimumConfidence: 0.99 },
};

const PEOPLE = [null, 0, 1, 4, 5, 6, 'presumed'] as const;

const TABLE: readonly Row[] = Object.values(FORMS)
  .flat()
  .flatMap((form) =>
    PEOPLE.flatMap((people) =>
      Object.keys(LOCATIONS).flatMap((location) =>
        KINDS.flatMap((kind) =>
          Object.keys(RULES).map((rules) => ({
            form,
            people,
            location: location as keyof typeof LOCATIONS,
            kind,
            rules,
          })),
        ),
      ),
    ),
  );

function recordOf({ form, people, location, kind }: Row, index: number): CompanyRecord {
  const size: CompanySize =
    people === 'presumed'
      ? { class: null, range: null, employees: null, evidence: 'two-registers' }
      : { class: null, range: null, employees: people, evidence: people === null ? null : 'stated' };
  const id = `a${index.toString(36).replaceAll(/[018-9]/g, (digit) => 'wxyz'[Number(digit) % 4] ?? 'w')}`.padEnd(
    12,
    'q',
  );
  return {
    ...COMPANY_RECORD,
    kind,
    company: { ...COMPANY_RECORD.company, id: `${id}${index}`, legalForm: form, size, ...LOCATIONS[location] },
  };
}

/** The rules said once more, as a reader of the design would decide one row: step by step, without sharing code. */
function decide({ form, people, location, kind, rules }: Row): string | null {
  if (kind === 'provider') return 'provider';
  if (kind === 'opaque') return 'opaque';
  if (kind === 'person') return 'personal-name';
  if (kind === 'education' || (kind === 'public' && rules !== 'public bodies too')) return 'kind-not-chosen';

  const suffices: Readonly<Record<string, readonly string[]>> = {
    'city is enough': ['full', 'no postcode'],
    'country is enough': ['full', 'no postcode', 'no city', 'the network’s country'],
  };
  if (!(suffices[rules] ?? ['full']).includes(location)) return 'incomplete-location';

  const least = rules === 'six people' ? 6 : 5;
  const isKnown = typeof people === 'number' && people > 0;
  if (isKnown && people < least) return 'too-small';
  if (!isKnown) {
    if (['KG', 'OHG', 'GbR', 'e.K.', 'LLP'].includes(form ?? '')) return 'too-small';
    if (people !== 'presumed' || rules === 'only stated sizes' || rules === 'six people') return 'unknown-size';
  }
  return rules === 'very sure' ? 'low-confidence' : null;
}

describe('the truth table of the release rules', () => {
  const records = TABLE.map(recordOf);
  const addressOf = (index: number): string => `2001:db8::${index.toString(16)}`;

  test('has a row for each combination', () => {
    expect(TABLE).toHaveLength(11 * 7 * 6 * 6 * 7);
    expect(new Set(TABLE.map(decide)).size).toBe(9);
  });

  test.each(Object.keys(RULES))('when a hit is identified and when it is read, under the rules “%s”', (rules) => {
    const rows = TABLE.flatMap((row, index) => (row.rules === rules ? [{ row, index }] : []));
    const listed = rows.map(({ index }) => records[index]).filter((record) => record !== undefined);
    const whitelist = {
      ...whitelistInMemory([]),
      // The last eight digits of the address are the record's number: thousands of ranges in one test.
      find6: (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset).getUint32(12),
      recordCount: listed.length,
      record: (index: number) => listed[index] ?? COMPANY_RECORD,
      indexOfCompany: (companyId: string) => listed.findIndex(({ company }) => company.id === companyId),
    };
    const judge = judgeWhitelist(whitelist, { ...DEFAULT_RELEASE_RULES, ...RULES[rules] }, NOTHING_SAID);
    for (const [position, { row }] of rows.entries()) {
      const expected = decide(row);
      const verdict = identifyHit(7, addressOf(position), judge, secrets, NOON);
      expect([row, verdict.kind === 'company' ? null : verdict.reason]).toEqual([row, expected]);
      const read = judge.ofCompany(listed[position]?.company.id ?? '');
      expect([row, read?.reason]).toEqual([row, expected]);
    }
  });
});

describe('partnerships and sole traders of ten countries need five people who are known', () => {
  test.each([
    ['DE', 'Muster Handel KG'],
    ['DE', 'Muster Handel OHG'],
    ['DE', 'Muster Handel GbR'],
    ['DE', 'Muster Handel e.K.'],
    ['DE', 'Muster Handel PartG mbB'],
    ['AT', 'Muster Handel OG'],
    ['AT', 'Muster Handel KG'],
    ['AT', 'Muster Handel e.U.'],
    ['CH', 'Muster Handel Kollektivgesellschaft'],
    ['CH', 'Muster Handel KlG'],
    ['CH', 'Muster Handel KmG'],
    ['FR', 'Exemple Commerce SNC'],
    ['FR', 'Exemple Commerce SCS'],
    ['FR', 'Exemple Commerce EI'],
    ['FR', 'SCI Exemple Commerce'],
    ['IT', 'Esempio Commercio S.n.c.'],
    ['IT', 'Esempio Commercio S.a.s.'],
    ['IT', 'Ditta individuale Esempio Commercio'],
    ['NL', 'Voorbeeld Handel V.O.F.'],
    ['NL', 'Voorbeeld Handel C.V.'],
    ['NL', 'Voorbeeld Handel Eenmanszaak'],
    ['NL', 'Voorbeeld Handel Maatschap'],
    ['GB', 'Example Trading LLP'],
    ['GB', 'Example Trading LP'],
    ['GB', 'Example Trading Partnership'],
    ['GB', 'Example Trading Sole Trader'],
    ['US', 'Example Trading LLP'],
    ['US', 'Example Trading L.P.'],
    ['US', 'Example Trading General Partnership'],
    ['US', 'Example Trading Sole Proprietorship'],
    ['PL', 'Przykład Handel Sp. j.'],
    ['PL', 'Przykład Handel Sp. k.'],
    ['PL', 'Przykład Handel s.c.'],
    ['PL', 'Przykład Handel sp. p.'],
    ['PL', 'Przykład Handel jednoosobowa działalność gospodarcza'],
    ['ES', 'Ejemplo Comercio S.C.'],
    ['ES', 'Ejemplo Comercio C.B.'],
    ['ES', 'Ejemplo Comercio S. Com.'],
    ['ES', 'Ejemplo Comercio Autónomo'],
  ])('%s: %s', (country, name) => {
    const { form } = readLegalForm(words(name), country);
    expect(['partnership', 'sole-trader']).toContain(form?.shape);
    expect(reasonOf(form?.form ?? null, country, null)).toBe('too-small');
    expect(reasonOf(form?.form ?? null, country, 4)).toBe('too-small');
    expect(reasonOf(form?.form ?? null, country, 5)).toBeNull();
  });

  test.each([
    ['DE', 'Muster Handel GmbH & Co. KG'],
    ['AT', 'Muster Handel GmbH & Co KG'],
    ['DE', 'Muster Handel UG (haftungsbeschränkt) & Co. KG'],
    ['CH', 'Muster Handel AG'],
    ['FR', 'Exemple Commerce SAS'],
    ['IT', 'Esempio Commercio S.r.l.'],
    ['NL', 'Voorbeeld Handel B.V.'],
    ['GB', 'Example Trading Ltd'],
    ['US', 'Example Trading Inc.'],
    ['PL', 'Przykład Handel Sp. z o.o.'],
    ['PL', 'Przykład Handel Sp. z o.o. Sp. k.'],
    ['ES', 'Ejemplo Comercio S.L.'],
  ])('a corporation is asked for evidence of its size, and no more: %s: %s', (country, name) => {
    const { form } = readLegalForm(words(name), country);
    expect(form?.shape).toBe('corporation');
    expect(reasonOf(form?.form ?? null, country, null)).toBe('unknown-size');
    expect(reasonOf(form?.form ?? null, country, 5)).toBeNull();
  });
});

function reasonOf(legalForm: string | null, country: string, employees: number | null): string | null | undefined {
  const size: CompanySize = { class: null, range: null, employees, evidence: employees === null ? null : 'stated' };
  const record = { ...COMPANY_RECORD, company: { ...COMPANY_RECORD.company, legalForm, country, size } };
  const judge = judgeWhitelist(whitelistInMemory([['203.0.113.0/24', record]]), DEFAULT_RELEASE_RULES, NOTHING_SAID);
  const verdict = identifyHit(7, '203.0.113.9', judge, secrets, NOON);
  expect(judge.ofCompany(record.company.id)?.reason ?? null).toBe(verdict.kind === 'company' ? null : verdict.reason);
  return verdict.kind === 'company' ? null : verdict.reason;
}

test('a site may be stricter than the operator, and never laxer', () => {
  const operator: ReleaseRules = {
    ...DEFAULT_RELEASE_RULES,
    sizeEvidence: 'stated',
    minimumEmployees: 20,
    minimumConfidence: 0.8,
  };
  const laxer = { kinds: ['company'], sizeEvidence: 'presumed', minimumEmployees: 5, minimumConfidence: 0.1 } as const;
  expect(rulesOfSite(operator, laxer)).toEqual(operator);
  const stricter = {
    kinds: ['company', 'public'],
    sizeEvidence: 'stated',
    minimumEmployees: 50,
    minimumConfidence: 0.9,
  } as const;
  expect(rulesOfSite(DEFAULT_RELEASE_RULES, stricter)).toEqual({ ...stricter, location: 'full' });
});
