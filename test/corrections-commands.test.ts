import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLE_COMPANY } from '../fixtures/site-and-company.ts';
import { companyId } from '../src/company/company-id.ts';
import { CorrectionFile } from '../src/contracts/corrections.ts';
import { openWorkspace } from '../src/store/sqlite/workspace.ts';
import { writeSmallWhitelist } from '../src/whitelist/small-whitelist.ts';
import { doorplate } from './doorplate-process.ts';

const ID = companyId({ name: 'example', legalForm: 'gmbh', country: 'DE', place: '10115' });
const FILE: CorrectionFile = {
  format: 'doorplate-corrections',
  version: 1,
  exported_at: '2026-01-05T12:00:00.000Z',
  corrections: [
    {
      company: { id: ID, name: 'Example', postcode: null, city: null, country: 'DE' },
      change: { action: 'rename', name: 'Beispiel Holding AG' },
      reason: 'seen on their website',
      date: '2026-01-04T12:00:00.000Z',
    },
    {
      company: { id: ID, name: 'Example', postcode: null, city: null, country: 'DE' },
      change: { action: 'rename', name: 'Hans Meier' },
      reason: 'seen on their website',
      date: '2026-01-04T12:00:00.000Z',
    },
  ],
};

let data = '';
const file = (): string => join(data, 'corrections.json');

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'doorplate-test-'));
  writeSmallWhitelist(data, {
    source: {
      id: 'invented',
      title: 'Invented register',
      version: '1',
      date: '2026-01-01',
      licence: 'CC0',
      attribution: 'nobody',
      url: 'https://example.org',
      rows: 1,
    },
    records: [
      {
        kind: 'company',
        providerType: null,
        company: {
          ...EXAMPLE_COMPANY,
          id: ID,
          size: { class: '50-99', range: null, employees: null, evidence: 'stated' },
        },
        holder: 'EXAMPLE',
        asn: null,
        confidence: 0.95,
        confidenceReasons: [],
        evidence: [],
        fieldEvidence: {},
        match: null,
      },
    ],
    builtAt: new Date('2026-01-02'),
  });
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

const run = (...args: readonly string[]) => doorplate(data, ['company', 'corrections', ...args]);

test('a file of corrections goes in once, with the checks of the API, and comes out as it is in force', () => {
  writeFileSync(file(), JSON.stringify(FILE));
  const first = run('import', file());
  expect([first.status, first.stdout]).toEqual([
    0,
    '1 added, 0 in force already.\n1 refused: The new name reads as the name of a person (CORRECTION_NAME_PERSONAL)\n',
  ]);
  expect(run('import', file()).stdout).toMatch(/^0 added, 1 in force already\./);
  const out = CorrectionFile.parse(JSON.parse(run('export', '-').stdout));
  expect(out.corrections.map(({ change, reason }) => [change, reason])).toEqual([
    [FILE.corrections[0]?.change, 'seen on their website'],
  ]);
  const copy = join(data, 'copy.json');
  expect(run('export', copy).status).toBe(0);
  expect(CorrectionFile.parse(JSON.parse(readFileSync(copy, 'utf8'))).corrections).toEqual(out.corrections);
});

test.each([
  ['no JSON', 'corrections'],
  ['another file', '{"name":"doorplate"}'],
  ['a later version', JSON.stringify({ ...FILE, version: 2 })],
  ['an action that does not exist', JSON.stringify(FILE).replaceAll('rename', 'destroy')],
])('%s is refused as a whole', (_what, text) => {
  writeFileSync(file(), text);
  const refused = run('import', file());
  expect([refused.status, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toContain('CORRECTIONS_UNREADABLE');
  expect(refused.stderr).not.toContain('destroy');
});

test('a person is made an operator, once more for one who was here before', () => {
  for (const args of [['first@x.example'], ['second@x.example'], ['second@x.example', '--operator']]) {
    expect(doorplate(data, ['user', 'add', ...args]).status).toBe(0);
  }
  doorplate(data, ['user', 'add', 'third@x.example']);
  const workspace = openWorkspace(data);
  const [customer] = workspace.customers();
  const people = workspace.customer(customer?.id ?? 0)?.people() ?? [];
  workspace.close();
  expect(people.map(({ email, isOperator }) => [email, isOperator])).toEqual([
    ['first@x.example', true],
    ['second@x.example', true],
    ['third@x.example', false],
  ]);
});
