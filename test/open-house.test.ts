import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_COMPANY } from '../fixtures/site-and-company.ts';
import type { Company } from '../src/contracts/company.ts';
import { NOTHING_TOLD } from '../src/contracts/hit.ts';
import { openHouse, type House } from '../src/serve/open-house.ts';
import { openOperatorDoor, operatorSocket } from '../src/serve/operator-door.ts';
import type { Settings } from '../src/settings/read-settings.ts';
import { readSettings } from '../src/settings/read-settings.ts';
import { openVisitStore } from '../src/store/duckdb/visit-store.ts';
import { doorplate, newDataFolder } from './doorplate-process.ts';

let data = '';
let settings: Settings;
const quiet = { info() {}, warn() {}, error() {} };

beforeEach(() => {
  data = newDataFolder();
  const read = readSettings({ data }, {}, data);
  if (!read.ok) throw new Error(read.fault.code);
  settings = read.value;
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

function open(): Promise<House> {
  return openHouse(settings, { log: quiet, onProgress: () => {} });
}

const goneCompany: Company = {
  ...EXAMPLE_COMPANY,
  id: 'company-of-an-earlier-whitelist',
  name: 'Beispielwerke GmbH',
};

test('a house that cannot be opened leaves no store open', async () => {
  writeFileSync(join(data, 'workspace.db'), 'this is no database, whatever its name says');
  await expect(open()).rejects.toBeInstanceOf(Error);
  const visits = await openVisitStore(data);
  await visits.close();
});

test('a house closes its workspace although its visits cannot be closed as they should', async () => {
  const house = await open();
  await house.visits.close();
  house.recorder.countForInstallation('dnt', Date.now());
  await expect(house.close()).rejects.toMatchObject({ code: 'STORE_CLOSED' });
  expect(() => house.workspace.customers()).toThrow(Error);
});

test('a company that a new whitelist does not release is hidden, also when its hit came a moment before', async () => {
  const house = await open();
  try {
    const added = house.customer()?.addSite({ domain: 'shop.example' });
    const site = house.workspace.sitesByDomain.byDomain('shop.example');
    if (added?.ok !== true || site === undefined) throw new Error('no site');
    const campaign = { source: null, medium: null, name: null };
    await house.recorder.recordVisit(
      {
        site: site.domain,
        name: 'pageview',
        host: site.domain,
        path: '/',
        referrerHost: null,
        campaign,
        ...NOTHING_TOLD,
      },
      site,
      {
        kind: 'company',
        companyId: goneCompany.id,
        company: goneCompany,
        whitelistVersion: 'earlier',
        visitKey: 'key',
      },
      Date.now(),
    );
    await house.reloadWhitelist();
    const seen = (): Promise<readonly { shown: boolean }[]> => house.visits.ask('select shown from company_seen');
    while ((await seen()).length === 0) await wait(10);
    expect(await seen()).toEqual([{ shown: false }]);
  } finally {
    await house.close();
  }
});

test('the operator’s door closes after what one command has begun is done', async () => {
  const house = await open();
  try {
    house.customer()?.addSite({ domain: 'shop.example' });
    const door = await openOperatorDoor(house, 'http://127.0.0.1:8080');
    const importing = request({
      socketPath: operatorSocket(data),
      method: 'POST',
      agent: false,
      path: '/import-logs?site=shop.example&keepOld=0',
      headers: { 'content-type': 'application/octet-stream' },
    });
    const status = new Promise<number | undefined>((resolve, reject) => {
      importing.on('response', (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode));
      });
      importing.on('error', reject);
    });
    status.catch(() => {});
    const begun = new Promise((resolve) => door.server.once('request', resolve));
    importing.write('no line of a log\n');
    await begun;
    const closed = door.close();
    await wait(20);
    importing.end('nor this\n');
    expect(await status).toBe(200);
    await closed;
  } finally {
    await house.close();
  }
});

test('a data folder whose path no socket can have is refused, and the command ends', () => {
  const long = join(data, 'a'.repeat(100));
  cpSync(join(data, 'whitelist'), join(long, 'whitelist'), { recursive: true });
  const run = doorplate(long, ['serve', '--port', '0']);
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('too long');
  expect(existsSync(join(long, 'doorplate.sock'))).toBe(false);
});
