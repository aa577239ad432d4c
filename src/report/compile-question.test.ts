import { expect, test } from 'vitest';
import { COMPANY_SORT_KEYS } from '../contracts/api.ts';
import {
  compileActivityQuestion,
  compileCompaniesQuestion,
  compileCompanyQuestion,
  compileFunnelQuestion,
  compileKnownCompanyQuestion,
  compileTopQuestion,
  compileTotalsQuestion,
  compileVisitsQuestion,
  type CompiledQuestion,
} from './compile-question.ts';

const SITE = { id: 7, customerId: 3, timeZone: 'Europe/Berlin' };
const PERIOD = { from: 1000, to: 2000 };
const CURSOR = { ...PERIOD, watermark: 99, key: 5, id: '17' };
const COMPANIES = { site: SITE, period: PERIOD, downwards: true, filter: null, limit: 50, after: null, asked: [] };
const VISITS = { site: SITE, companyId: 'aaaaaaaaaaaaa', period: PERIOD, limit: 20, asked: [] };

/** Every question as it reaches the engine, so that a review sees a changed query. */
const QUESTIONS: readonly (readonly [string, CompiledQuestion])[] = [
  ...COMPANY_SORT_KEYS.map(
    (sort) => [`companies by ${sort}`, compileCompaniesQuestion({ ...COMPANIES, sort })] as const,
  ),
  [
    'companies searched, upwards, the next page',
    compileCompaniesQuestion({ ...COMPANIES, sort: 'visits', downwards: false, filter: 'mill', after: CURSOR }),
  ],
  ['a company', compileCompanyQuestion(SITE, PERIOD, 'aaaaaaaaaaaaa')],
  ['whether a company is known', compileKnownCompanyQuestion(SITE, 'aaaaaaaaaaaaa')],
  ['visits', compileVisitsQuestion({ ...VISITS, downwards: true, after: null })],
  ['visits upwards, the next page', compileVisitsQuestion({ ...VISITS, downwards: false, after: CURSOR })],
  ['funnel', compileFunnelQuestion(SITE, PERIOD)],
  ['activity', compileActivityQuestion(SITE)],
  ['totals', compileTotalsQuestion(SITE, PERIOD)],
  ['top pages', compileTopQuestion(SITE, PERIOD, 'pages')],
  ['top referrers', compileTopQuestion(SITE, PERIOD, 'referrers')],
  ['top campaigns', compileTopQuestion(SITE, PERIOD, 'campaigns')],
];

test.each(QUESTIONS)('%s: the SQL is the one that was reviewed', (_name, question) => {
  expect(`${question.sql}\n-- ${JSON.stringify(question.parameters)}`).toMatchSnapshot();
});

test.each(QUESTIONS)('%s: asks for one customer and one site', (_name, { sql, parameters }) => {
  expect(sql).toMatch(/customer_id = cast\(\$1 as integer\)/);
  expect(sql).toMatch(/site_id = cast\(\$2 as integer\)/);
  expect(parameters.slice(0, 2)).toEqual([SITE.customerId, SITE.id]);
});

test.each(QUESTIONS.filter(([, { sql }]) => sql.includes('from page_view')))(
  '%s: leaves out companies that are not shown',
  (_name, { sql }) => {
    expect(sql).toContain('company_seen.shown');
  },
);
