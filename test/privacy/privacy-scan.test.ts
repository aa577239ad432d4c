import { describe, expect, test } from 'vitest';
import { buildLeaky, type Plant } from './plant-leak.ts';
import { scanProduct } from './scan-product.ts';

const IDENTIFY = 'identifyHit(siteId, addressText, house.judgedFor(siteId), secrets, at)';
const START_SERVER = '/serve/start-server.ts';

const LEAKS: readonly (readonly [what: string, place: RegExp, plants: readonly Plant[]])[] = [
  [
    'a log line',
    /^output of/,
    [
      {
        file: START_SERVER,
        text: IDENTIFY,
        leaky: `(log.info({ code: 'HIT', where: addressText ?? '' }), ${IDENTIFY})`,
      },
    ],
  ],
  [
    'an error message',
    /^answer: hit/,
    [
      { file: START_SERVER, text: IDENTIFY, leaky: '(() => { throw new Error(`no company at ${addressText}`); })()' },
      {
        file: '/collect/hit-door.ts',
        text: "sendProblem(response, 'HIT_INTERNAL');",
        leaky: 'response.writeHead(500).end(String(error));',
      },
    ],
  ],
  [
    'a text column',
    /^page_view\.whitelist_version$/,
    [
      {
        file: START_SERVER,
        text: IDENTIFY,
        leaky: `((verdict) => verdict.kind === 'company' ? { ...verdict, whitelistVersion: String(addressText) } : verdict)(${IDENTIFY})`,
      },
    ],
  ],
  [
    'an integer column',
    /^page_view\.visit_id$/,
    [
      {
        file: START_SERVER,
        text: IDENTIFY,
        leaky: `((verdict) => verdict.kind === 'company' ? { ...verdict, visitKey: String(addressText) } : verdict)(${IDENTIFY})`,
      },
      {
        file: '/record/visit-recorder.ts',
        text: 'rules, newVisitId)',
        leaky: `rules, verdict.visitKey.includes('.')
          ? () => BigInt(verdict.visitKey.split('.').reduce((sum, part) => sum * 256 + Number(part), 0))
          : newVisitId)`,
      },
    ],
  ],
  [
    'an objection',
    /^organisation_objection\.company_name$/,
    [
      {
        file: '/privacy/organisation-door.ts',
        text: 'objections.fileObjection({ id, name })',
        leaky: "objections.fileObjection({ id, name: `${name} at ${String(request.headers['x-forwarded-for'])}` })",
      },
    ],
  ],
];

describe('no visitor’s address is kept anywhere', () => {
  test('in files, tables, logs and answers, on every road', async () => {
    const report = await scanProduct();
    expect(report.leaks).toEqual([]);
    // The scan saw something, and the canaries took all roads.
    expect(report.scanned.files).toBeGreaterThan(5);
    expect(report.scanned.bytes).toBeGreaterThan(100_000);
    expect(report.scanned.values).toBeGreaterThan(1_000);
    expect(report.scanned.answers).toBeGreaterThan(500);
    for (const outcome of [
      'company',
      'provider',
      'not-listed',
      'special-purpose',
      'unknown-address',
      'bot',
      'foreign-origin',
      'unreadable-url',
    ]) {
      expect(report.outcomes[outcome], outcome).toBeGreaterThan(0);
    }
  }, 180_000);

  test.each(LEAKS)(
    'the scan finds an address in %s',
    async (what, place, plants) => {
      const program = await buildLeaky(what.replaceAll(' ', '-'), plants);
      const { leaks } = await scanProduct(program);
      expect(leaks.map((leak) => leak.place).filter((found) => place.test(found))).not.toEqual([]);
    },
    180_000,
  );
});
