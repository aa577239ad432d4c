import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { companyId } from '../company/company-id.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import type {
  ApiCompanyDetail,
  ApiCompanyList,
  ApiCorrection,
  ApiCorrectionList,
  ApiLookedUp,
  ApiObjectionList,
  ApiOrganisation,
  ApiSiteRelease,
  ApiStatistics,
  Problem,
} from '../contracts/api.ts';
import type { CorrectionChange } from '../contracts/corrections.ts';
import { CorrectionFile } from '../contracts/corrections.ts';
import type { CustomerWorkspace } from '../store/sqlite/workspace.ts';
import { COMPANIES, openReportFixture, PASSWORD, type ReportFixture } from './report-fixture.ts';

type Changes = Partial<Omit<CompanyRecord, 'company'>> & { company?: Partial<CompanyRecord['company']> };

function idOf(name: string): string {
  return companyId({ name, legalForm: 'gmbh', country: 'DE', place: '73430' });
}

function like(base: CompanyRecord, name: string, { company, ...changes }: Changes): CompanyRecord {
  return { ...base, ...changes, company: { ...base.company, ...company, id: idOf(name) } };
}

const MILL = COMPANIES.mill.company.id;
const CRANE = COMPANIES.crane.company.id;
const PROVIDER = like(COMPANIES.mill, 'providerxxxxx', { kind: 'provider', company: { name: 'Netzwerke Süd GmbH' } });
const UNSURE = like(COMPANIES.mill, 'unsurexxxxxxx', { confidence: 0.4, company: { name: 'Unsichere Werke GmbH' } });
const SMALL = like(COMPANIES.mill, 'smallxxxxxxxx', {
  company: { name: 'Kleinbau GmbH', size: { class: '1-4', range: null, employees: 4, evidence: 'stated' } },
});
const PERSON = like(COMPANIES.mill, 'personxxxxxxx', { kind: 'person', company: { name: 'Hans Meier' } });
const SCHOOL = like(COMPANIES.mill, 'schoolxxxxxxx', { kind: 'education', company: { name: 'Hochschule Aalen' } });

let fixture: ReportFixture;
/** Of the first person: an operator, at the customer Amber. */
let operator: string;
let colleague: string;
let stranger: string;

async function open(): Promise<void> {
  fixture = await openReportFixture({ more: [PROVIDER, UNSURE, SMALL, PERSON, SCHOOL] });
  operator = await signedIn(fixture.amber, 'operator@amber.example');
  colleague = await signedIn(fixture.amber, 'colleague@amber.example');
  stranger = await signedIn(fixture.birch, 'somebody@birch.example');
  const at = Date.UTC(2026, 1, 1);
  const { site, secondSite, foreignSite } = fixture;
  let visitId = 0n;
  for (const where of [site, secondSite, foreignSite]) {
    for (const company of [COMPANIES.mill, COMPANIES.crane, SCHOOL]) {
      await fixture.visit({ site: where, company, visitId: (visitId += 1n), at, steps: [[0, '/']] });
    }
  }
  await fixture.absorb();
}

/** Opening takes a while: what changes nothing shares one. */
function afresh(): void {
  beforeEach(open);
  afterEach(() => fixture.close());
}
function shared(): void {
  beforeAll(open);
  afterAll(() => fixture.close());
}

async function signedIn(customer: CustomerWorkspace, email: string): Promise<string> {
  const person = customer.addPerson(email);
  if (!person.ok) throw new Error(person.fault);
  await customer.setPassword(person.value.id, PASSWORD);
  const session = await fixture.workspace.signIn(email, PASSWORD);
  if (!session.ok) throw new Error(session.fault);
  return session.value.token;
}

function ask(token: string, method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) {
  return fixture.inject({
    method,
    url,
    headers: { cookie: `doorplate=${token}`, 'sec-fetch-site': 'same-origin' },
    ...(payload && { payload }),
  });
}

function correct(token: string, companyId: string, change: CorrectionChange) {
  return ask(token, 'POST', '/api/v1/corrections', { company_id: companyId, change, reason: 'seen on their website' });
}

async function namesOn(site: string, token = operator): Promise<string[]> {
  const answer = await ask(token, 'GET', `/api/v1/companies?site=${site}&sort=name`);
  return answer.json<ApiCompanyList>().data.map(({ name }) => name);
}

async function listed(token: string): Promise<ApiCorrection[]> {
  const answer = await ask(token, 'GET', '/api/v1/corrections');
  return answer.json<ApiCorrectionList>().data;
}

describe('a correction', () => {
  afresh();

  test('of a customer is his own: at once, with author and date, and gone when it is undone', async () => {
    const made = await correct(colleague, MILL, { action: 'rename', name: 'Neue Mühle GmbH' });
    expect([made.statusCode, made.json<ApiCorrection>()]).toEqual([
      201,
      {
        id: expect.any(Number),
        company_id: MILL,
        company_name: 'Ärmelmühle',
        change: { action: 'rename', name: 'Neue Mühle GmbH' },
        reason: 'seen on their website',
        author: 'colleague@amber.example',
        scope: 'customer',
        created_at: '2026-02-02T12:00:00.000Z',
        undone_at: null,
        undone_by: null,
        applies: true,
      },
    ]);
    expect(await namesOn('amber.example')).toEqual(['Cranewerk', 'Neue Mühle GmbH']);
    expect(await namesOn('second.amber.example')).toEqual(['Cranewerk', 'Neue Mühle GmbH']);
    expect(await namesOn('birch.example', stranger)).toEqual(['Ärmelmühle', 'Cranewerk']);

    const { id } = made.json<ApiCorrection>();
    const foreign = await ask(stranger, 'DELETE', `/api/v1/corrections/${id}`);
    expect([foreign.statusCode, foreign.json<Problem>().code]).toEqual([404, 'CORRECTION_UNKNOWN']);
    const undone = await ask(operator, 'DELETE', `/api/v1/corrections/${id}`);
    expect(undone.json()).toMatchObject({ id, undone_by: 'operator@amber.example', undone_at: expect.any(String) });
    expect(await namesOn('amber.example')).toEqual(['Ärmelmühle', 'Cranewerk']);
    expect(await listed(colleague)).toMatchObject([{ id, undone_by: 'operator@amber.example' }]);
    expect((await ask(colleague, 'DELETE', `/api/v1/corrections/${id}`)).statusCode).toBe(404);
  });

  test('of an operator holds for all customers, who see what and why, not who', async () => {
    const made = await correct(operator, MILL, { action: 'rename', name: 'Neue Mühle GmbH' });
    expect(made.json()).toMatchObject({ scope: 'installation', author: 'operator@amber.example' });
    expect(await namesOn('birch.example', stranger)).toEqual(['Cranewerk', 'Neue Mühle GmbH']);
    const page = async (token: string, site: string) => {
      const answer = await ask(token, 'GET', `/api/v1/companies/${MILL}?site=${site}`);
      return answer.json<ApiCompanyDetail>().corrections;
    };
    expect(await page(stranger, 'birch.example')).toMatchObject([{ scope: 'installation', author: null }]);
    expect(await page(operator, 'amber.example')).toMatchObject([{ author: 'operator@amber.example' }]);
    expect(await listed(stranger)).toEqual([]);
    const { id } = made.json<ApiCorrection>();
    expect((await ask(stranger, 'DELETE', `/api/v1/corrections/${id}`)).statusCode).toBe(404);
    expect((await ask(colleague, 'DELETE', `/api/v1/corrections/${id}`)).statusCode).toBe(404);
    expect((await ask(operator, 'DELETE', `/api/v1/corrections/${id}`)).statusCode).toBe(200);
  });

  test('of the headcount to four makes the company vanish from page, list, counts and search, until it is undone', async () => {
    const made = await correct(colleague, MILL, { action: 'size', employees: 4, source: 'annual report' });
    expect(await namesOn('amber.example')).toEqual(['Cranewerk']);
    const page = await ask(colleague, 'GET', `/api/v1/companies/${MILL}?site=amber.example`);
    expect([page.statusCode, page.json<Problem>().code]).toEqual([404, 'COMPANY_UNKNOWN']);
    const search = await ask(colleague, 'GET', '/api/v1/companies?site=amber.example&filter=rmel');
    expect(search.json<ApiCompanyList>().data).toEqual([]);
    const numbers = await ask(colleague, 'GET', '/api/v1/statistics?site=amber.example');
    expect(numbers.json<ApiStatistics>()).toMatchObject({ identified: { companies: 1 } });
    // The one who said so can say otherwise, though he is not shown the company any more.
    expect((await correct(colleague, MILL, { action: 'size', employees: 40, source: 'telephone' })).statusCode).toBe(
      201,
    );
    expect(await namesOn('amber.example')).toEqual(['Ärmelmühle', 'Cranewerk']);
    const { id } = made.json<ApiCorrection>();
    await ask(colleague, 'DELETE', `/api/v1/corrections/${id}`);
    expect(await namesOn('amber.example')).toEqual(['Ärmelmühle', 'Cranewerk']);
  });

  test('that merges two companies is found on the page of what they became', async () => {
    await correct(colleague, MILL, { action: 'merge', into: CRANE });
    expect(await namesOn('amber.example')).toEqual(['Cranewerk']);
    const page = await ask(colleague, 'GET', `/api/v1/companies/${CRANE}?site=amber.example`);
    expect(page.json<ApiCompanyDetail>()).toMatchObject({
      visits: 2,
      corrections: [{ company_id: MILL, change: { action: 'merge', into: CRANE } }],
    });
    const back = await correct(colleague, CRANE, { action: 'merge', into: MILL });
    expect([back.statusCode, back.json<Problem>().code]).toEqual([409, 'CORRECTION_MERGE_CIRCLE']);
  });

  test('by an operator releases what was withheld', async () => {
    const look = async () =>
      (await ask(operator, 'GET', `/api/v1/operator/organisations/${UNSURE.company.id}`)).json<ApiOrganisation>();
    expect(await look()).toMatchObject({ name: 'Unsichere Werke GmbH', reason: 'low-confidence', corrections: [] });
    const made = await correct(operator, UNSURE.company.id, {
      action: 'release',
      overturns: 'low-confidence',
      name: null,
    });
    expect(made.statusCode).toBe(201);
    expect(await look()).toMatchObject({ reason: null, corrections: [{ author: 'operator@amber.example' }] });
  });

  test('read with a key names no author', async () => {
    await correct(colleague, MILL, { action: 'hide' });
    const answer = await fixture.get('/api/v1/corrections');
    expect(answer.json<ApiCorrectionList>().data).toMatchObject([{ company_id: MILL, author: null }]);
    const other = await fixture.get(`/api/v1/corrections?company_id=${CRANE}`);
    expect(other.json<ApiCorrectionList>().data).toEqual([]);
  });

  test('is exported with company, change, reason and date, and without its author', async () => {
    const undone = await correct(operator, MILL, { action: 'hide' });
    await ask(operator, 'DELETE', `/api/v1/corrections/${undone.json<ApiCorrection>().id}`);
    await correct(operator, MILL, { action: 'rename', name: 'Neue Mühle GmbH' });
    await correct(operator, CRANE, { action: 'mark-provider', provider_type: 'hosting' });
    await correct(colleague, CRANE, { action: 'hide' });
    const answer = await ask(operator, 'GET', '/api/v1/corrections/export');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="corrections.json"');
    const file = CorrectionFile.parse(answer.json());
    expect(file.corrections.map(({ company, change }) => [company.name, change.action])).toEqual([
      ['Ärmelmühle', 'rename'],
      ['Cranewerk', 'mark-provider'],
    ]);
    expect(answer.body).not.toContain('@');
  });
});

describe('a correction that is refused', () => {
  shared();

  test.each([
    ['a name of a person', MILL, { action: 'rename', name: 'Hans Meier' }, 400, 'CORRECTION_NAME_PERSONAL'],
    ['a release', MILL, { action: 'release', overturns: 'low-confidence', name: null }, 403, 'OPERATOR_NEEDED'],
    ['a merge with nothing', MILL, { action: 'merge', into: idOf('nobody') }, 400, 'CORRECTION_MERGE_TARGET'],
    [
      'a merge with what is withheld',
      MILL,
      { action: 'merge', into: UNSURE.company.id },
      400,
      'CORRECTION_MERGE_TARGET',
    ],
    ['a merge with itself', MILL, { action: 'merge', into: MILL }, 400, 'CORRECTION_MERGE_ITSELF'],
    ['an unknown company', idOf('nobody'), { action: 'hide' }, 404, 'ORGANISATION_UNKNOWN'],
    ['a provider', PROVIDER.company.id, { action: 'hide' }, 404, 'ORGANISATION_UNKNOWN'],
    ['one of low confidence', UNSURE.company.id, { action: 'hide' }, 404, 'ORGANISATION_UNKNOWN'],
    ['one that is too small', SMALL.company.id, { action: 'hide' }, 404, 'ORGANISATION_UNKNOWN'],
    ['a person', PERSON.company.id, { action: 'hide' }, 404, 'ORGANISATION_UNKNOWN'],
  ] as const)('of %s by a customer is refused', async (_what, id, change, status, code) => {
    const answer = await correct(colleague, id, change);
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code]);
    expect(await listed(operator)).toEqual([]);
  });

  test.each([
    [
      'too small',
      SMALL.company.id,
      { action: 'size', employees: 50, source: 'telephone' },
      403,
      'CORRECTION_NOT_ALLOWED',
    ],
    ['a person', PERSON.company.id, { action: 'rename', name: 'Meier GmbH' }, 403, 'CORRECTION_NOT_ALLOWED'],
    [
      'released for another reason',
      UNSURE.company.id,
      { action: 'release', overturns: 'provider', name: null },
      409,
      'CORRECTION_RELEASE_REASON',
    ],
  ] as const)('of what is %s by an operator is refused', async (_what, id, change, status, code) => {
    const answer = await correct(operator, id, change);
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([status, code]);
  });

  test('cannot be made with a key, and its shape is checked', async () => {
    const key = await fixture.inject({
      method: 'POST',
      url: '/api/v1/corrections',
      headers: fixture.amberKey,
      payload: { company_id: MILL, change: { action: 'hide' }, reason: 'because' },
    });
    expect([key.statusCode, key.json<Problem>().code]).toEqual([403, 'SESSION_NEEDED']);
    for (const body of [
      { company_id: MILL, change: { action: 'hide' }, reason: 'x' },
      { company_id: 'no id', change: { action: 'hide' }, reason: 'because' },
      { company_id: MILL, change: { action: 'destroy' }, reason: 'because' },
      { company_id: MILL, change: { action: 'size', employees: 0, source: 'x' }, reason: 'because' },
    ]) {
      const answer = await ask(operator, 'POST', '/api/v1/corrections', body);
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, 'BODY_SHAPE']);
    }
  });
});

describe('the rules of a site', () => {
  afresh();

  const rules = async (token = operator) =>
    (await ask(token, 'GET', '/api/v1/sites/amber.example/release')).json<ApiSiteRelease>();

  test('are what the operator asks for, until it asks for more', async () => {
    expect(await rules()).toEqual({
      rules: { kinds: ['company'], size_evidence: 'presumed', minimum_employees: 5, minimum_confidence: 0.7 },
      operator: { location: 'full', size_evidence: 'presumed', minimum_employees: 5, minimum_confidence: 0.7 },
    });
    const changed = await ask(colleague, 'PATCH', '/api/v1/sites/amber.example/release', {
      kinds: ['education', 'company', 'company'],
      minimum_employees: 100,
    });
    expect(changed.json<ApiSiteRelease>().rules).toEqual({
      kinds: ['company', 'education'],
      size_evidence: 'presumed',
      minimum_employees: 100,
      minimum_confidence: 0.7,
    });
    expect(await namesOn('amber.example')).toEqual(['Ärmelmühle', 'Cranewerk', 'Hochschule Aalen']);
    expect(await namesOn('second.amber.example')).toEqual(['Ärmelmühle', 'Cranewerk']);
    await ask(colleague, 'PATCH', '/api/v1/sites/amber.example/release', {
      kinds: ['company'],
      minimum_employees: 301,
    });
    expect(await namesOn('amber.example')).toEqual([]);
    await ask(colleague, 'PATCH', '/api/v1/sites/amber.example/release', { minimum_employees: null });
    expect(await namesOn('amber.example')).toEqual(['Ärmelmühle', 'Cranewerk']);
  });

  test('are never laxer than the operator’s', async () => {
    await ask(operator, 'PATCH', '/api/v1/sites/amber.example/release', { minimum_confidence: 0.1 });
    expect((await rules()).rules.minimum_confidence).toBe(0.7);
  });
});

describe('rules that are refused', () => {
  shared();

  test.each([
    [{}],
    [{ kinds: [] }],
    [{ kinds: ['provider'] }],
    [{ minimum_employees: 4 }],
    [{ minimum_employees: 5.5 }],
    [{ minimum_confidence: 1.1 }],
    [{ size_evidence: 'none' }],
    [{ location: 'country' }],
  ])('refuse nonsense: %o', async (body) => {
    const answer = await ask(operator, 'PATCH', '/api/v1/sites/amber.example/release', body);
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([400, 'BODY_SHAPE']);
  });

  test('of another customer’s site are unknown', async () => {
    expect((await ask(stranger, 'GET', '/api/v1/sites/amber.example/release')).statusCode).toBe(404);
    expect(
      (await ask(stranger, 'PATCH', '/api/v1/sites/amber.example/release', { kinds: ['public'] })).statusCode,
    ).toBe(404);
    expect(fixture.workspace.sitesByDomain.byDomain('amber.example')?.release.kinds).toEqual(['company']);
  });
});

describe('an operator', () => {
  shared();

  test.each([
    ['a provider', PROVIDER.company.id, 'provider'],
    ['one of low confidence', UNSURE.company.id, 'low-confidence'],
    ['a university', SCHOOL.company.id, 'kind-not-chosen'],
    ['one that is shown', MILL, null],
  ])('sees %s and why it is withheld', async (_what, id, reason) => {
    const answer = await ask(operator, 'GET', `/api/v1/operator/organisations/${id}`);
    expect([answer.statusCode, answer.json<ApiOrganisation>()]).toMatchObject([200, { id, reason }]);
    expect(answer.body).not.toMatch(/NETNAME|OBJECT-KEY/);
  });

  test.each([
    ['a person', PERSON.company.id],
    ['what is too small', SMALL.company.id],
    ['what is unknown', idOf('nobody')],
  ])('is told nothing about %s', async (_what, id) => {
    const answer = await ask(operator, 'GET', `/api/v1/operator/organisations/${id}`);
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([404, 'ORGANISATION_UNKNOWN']);
  });

  test('looks up an address, which stands in no answer', async () => {
    const answer = await ask(operator, 'POST', '/api/v1/operator/look-up', { address: '192.0.2.77' });
    expect(answer.json<ApiLookedUp>()).toEqual({ verdict: 'unknown', reason: 'not-listed', organisation: null });
    const unread = await ask(operator, 'POST', '/api/v1/operator/look-up', { address: '192.0.2.77', more: 1 });
    expect(unread.statusCode).toBe(400);
    for (const { body, headers } of [answer, unread]) {
      expect(body + JSON.stringify(headers)).not.toContain('192.0.2.77');
    }
    expect(fixture.logged).toEqual([]);
  });
});

describe('an objection', () => {
  afresh();

  test('hides the organisation everywhere, even what was said about it, until it is declined', async () => {
    await correct(operator, MILL, { action: 'rename', name: 'Neue Mühle GmbH' });
    const { id } = fixture.workspace.installation.fileObjection({ id: MILL, name: 'Neue Mühle GmbH' });
    // As the public page does it after filing.
    const confirmed = await ask(operator, 'POST', `/api/v1/objections/${id}`, { decision: 'confirm' });
    expect(confirmed.json()).toMatchObject({ id, company_id: MILL, state: 'confirmed' });
    expect(await namesOn('amber.example')).toEqual(['Cranewerk']);
    expect(await namesOn('birch.example', stranger)).toEqual(['Cranewerk']);
    expect((await ask(operator, 'GET', `/api/v1/companies/${MILL}?site=amber.example`)).statusCode).toBe(404);
    expect((await ask(operator, 'GET', `/api/v1/operator/organisations/${MILL}`)).statusCode).toBe(404);
    expect(await listed(operator)).toEqual([]);
    expect((await ask(operator, 'GET', '/api/v1/corrections/export')).json<CorrectionFile>().corrections).toEqual([]);
    const refused = await correct(operator, MILL, { action: 'rename', name: 'Mühle GmbH' });
    expect(refused.json<Problem>().code).toBe('CORRECTION_NOT_ALLOWED');
    expect((await correct(colleague, MILL, { action: 'hide' })).json<Problem>().code).toBe('ORGANISATION_UNKNOWN');

    const list = await ask(operator, 'GET', '/api/v1/objections');
    expect(list.json<ApiObjectionList>().data).toMatchObject([
      { id, state: 'confirmed', decided_at: expect.any(String) },
    ]);
    await ask(operator, 'POST', `/api/v1/objections/${id}`, { decision: 'decline' });
    expect(await namesOn('amber.example')).toEqual(['Cranewerk', 'Neue Mühle GmbH']);
  });

  test('that nobody filed is unknown, and only an operator decides', async () => {
    const unknown = await ask(operator, 'POST', '/api/v1/objections/99', { decision: 'confirm' });
    expect([unknown.statusCode, unknown.json<Problem>().code]).toEqual([404, 'OBJECTION_UNKNOWN']);
    const refused = await ask(colleague, 'POST', '/api/v1/objections/99', { decision: 'confirm' });
    expect([refused.statusCode, refused.json<Problem>().code]).toEqual([403, 'OPERATOR_NEEDED']);
  });
});
