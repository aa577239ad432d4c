import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_RELEASE_RULES } from '../company/release-rules.ts';
import { CorrectionFile, type CorrectionChange } from '../contracts/corrections.ts';
import { createJudges } from '../whitelist/judges.ts';
import { ANY_SITE } from './correction-desk.ts';
import { correctionFile } from './correction-file.ts';
import { importCorrections } from './import-corrections.ts';
import { COMPANIES, NOW, openReportFixture, type ReportFixture } from './report-fixture.ts';

const MILL = COMPANIES.mill.company;
const CRANE = COMPANIES.crane.company;
const BAKERY = COMPANIES.bakery.company;

let fixture: ReportFixture;
beforeEach(async () => {
  fixture = await openReportFixture();
});
afterEach(() => fixture.close());

function fileOf(...lines: readonly (readonly [typeof MILL, CorrectionChange])[]): CorrectionFile {
  return CorrectionFile.parse({
    format: 'doorplate-corrections',
    version: 1,
    exported_at: '2026-01-05T12:00:00.000Z',
    corrections: lines.map(([{ id, name, postcode, city, country }, change]) => ({
      date: '2026-01-04T12:00:00.000Z',
      reason: 'seen on their website',
      change,
      company: { id, name, postcode, city, country },
    })),
  });
}

function take(file: CorrectionFile) {
  const { workspace, whitelist } = fixture;
  return importCorrections(file, workspace, () =>
    createJudges(whitelist, DEFAULT_RELEASE_RULES, workspace).forSite(ANY_SITE),
  );
}

const PROVIDER: CorrectionChange = { action: 'mark-provider', provider_type: 'hosting' };
const RELEASE: CorrectionChange = { action: 'release', overturns: 'provider', name: null };

test('a file is taken once, for all customers, and nobody is its author', () => {
  const file = fileOf([MILL, { action: 'rename', name: 'Neue Mühle GmbH' }], [CRANE, PROVIDER], [CRANE, RELEASE]);
  expect(take(file)).toEqual({ added: 3, known: 0, refused: [] });
  expect(fixture.workspace.correctionsInForce().map(({ customerId }) => customerId)).toEqual([null, null, null]);
  expect(fixture.workspace.installation.corrections().map(({ author }) => author)).toEqual([null, null, null]);
  expect(take(file)).toEqual({ added: 0, known: 3, refused: [] });
});

test('what was exported is known, in whatever order its fields are written', () => {
  take(fileOf([MILL, { action: 'size', employees: 40, source: 'annual report' }]));
  const exported = correctionFile(fixture.workspace.installation.corrections(), NOW);
  const [line] = exported.corrections;
  const turned = { ...line, change: { source: 'annual report', employees: 40, action: 'size' } };
  expect(take(CorrectionFile.parse({ ...exported, corrections: [turned] }))).toEqual({
    added: 0,
    known: 1,
    refused: [],
  });
});

test('each line passes the checks of a correction made by hand, with the lines before it', () => {
  const unknown = { ...MILL, id: 'aaaaaaaaaaaba' };
  const file = fileOf(
    [MILL, { action: 'merge', into: CRANE.id }],
    [CRANE, { action: 'merge', into: MILL.id }],
    [MILL, { action: 'rename', name: 'Hans Meier' }],
    [BAKERY, { action: 'rename', name: 'Hans Meier' }],
    [BAKERY, RELEASE],
    [unknown, { action: 'hide' }],
  );
  expect(take(file)).toEqual({
    added: 1,
    known: 0,
    refused: [
      { code: 'CORRECTION_MERGE_CIRCLE', count: 1 },
      { code: 'CORRECTION_NAME_PERSONAL', count: 2 },
      { code: 'CORRECTION_RELEASE_REASON', count: 1 },
      { code: 'ORGANISATION_UNKNOWN', count: 1 },
    ],
  });
});

test('a customer’s own correction does not stand in the way of the same one for all', () => {
  const { id, name, postcode, city, country } = MILL;
  fixture.amber.addCorrection({
    company: { id, name, postcode, city, country },
    change: { action: 'hide' },
    reason: 'no customer of ours',
    author: null,
  });
  expect(take(fileOf([MILL, { action: 'hide' }]))).toMatchObject({ added: 1 });
});
