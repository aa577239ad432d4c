import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CorrectionChange } from '../../contracts/corrections.ts';
import { DEFAULT_SITE_RELEASE } from '../../contracts/hit.ts';
import { missingScripts, shippedMigrations } from '../run-migrations.ts';
import type { NewCorrection } from './correction-table.ts';
import { openWorkspace, type CustomerWorkspace, type Workspace } from './workspace.ts';

const DAY = 24 * 3_600_000;
const START = Date.UTC(2026, 0, 5, 12);
const COMPANY = { id: 'aaaaaaaaaaaaa', name: 'Muster GmbH', postcode: '70435', city: 'Stuttgart', country: 'DE' };

let folder: string;
let now: number;
let workspace: Workspace;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-corrections-'));
  now = START;
  workspace = openWorkspace(folder, () => now);
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

function newCustomer(name: string): CustomerWorkspace {
  const customer = workspace.customer(workspace.addCustomer(name).id);
  if (customer === null) throw new Error('the customer was just added');
  return customer;
}

function said(change: CorrectionChange, author: NewCorrection['author'] = null): NewCorrection {
  return { company: COMPANY, change, reason: 'seen on their website', author };
}

const HIDE: CorrectionChange = { action: 'hide' };
const RENAME: CorrectionChange = { action: 'rename', name: 'Muster Holding AG' };

describe('corrections', () => {
  test('are kept with author, reason, date and company, and survive a restart', () => {
    const customer = newCustomer('Agency');
    const person = customer.addPerson('anna@agency.example');
    if (!person.ok) throw new Error(person.fault);
    customer.addCorrection(said(RENAME, { personId: person.value.id, email: person.value.email }));
    workspace.close();
    workspace = openWorkspace(folder, () => now);
    expect(workspace.customer(customer.id)?.corrections()).toEqual([
      {
        id: expect.any(Number),
        companyId: COMPANY.id,
        customerId: customer.id,
        company: COMPANY,
        change: RENAME,
        reason: 'seen on their website',
        author: 'anna@agency.example',
        at: '2026-01-05T12:00:00.000Z',
        undoneAt: null,
        undoneBy: null,
      },
    ]);
  });

  test('of all customers and of the operator are in force, the oldest first', () => {
    const [first, second] = [newCustomer('First'), newCustomer('Second')];
    first.addCorrection(said(RENAME));
    workspace.installation.addCorrection(said(HIDE));
    second.addCorrection(said(HIDE));
    expect(workspace.correctionsInForce().map(({ customerId, change }) => [customerId, change.action])).toEqual([
      [first.id, 'rename'],
      [null, 'hide'],
      [second.id, 'hide'],
    ]);
  });

  test('that are undone stay written down, with who took them back, and can be undone once', () => {
    const customer = newCustomer('Agency');
    const { id } = customer.addCorrection(said(HIDE));
    now += DAY;
    expect(customer.undoCorrection(id, 'anna@agency.example')).toMatchObject({ id, undoneBy: 'anna@agency.example' });
    now += DAY;
    expect(customer.undoCorrection(id, 'ben@agency.example')).toBeNull();
    expect(workspace.correctionsInForce()).toEqual([]);
    expect(customer.corrections()).toMatchObject([{ id, undoneAt: '2026-01-06T12:00:00.000Z' }]);
  });

  test('of another customer, and the operator’s, look like missing ones', () => {
    const [mine, other] = [newCustomer('Mine'), newCustomer('Other')];
    const theirs = other.addCorrection(said(HIDE));
    const operators = workspace.installation.addCorrection(said(HIDE));
    expect(mine.corrections()).toEqual([]);
    for (const id of [theirs.id, operators.id, 99]) expect(mine.undoCorrection(id, 'me@mine.example')).toBeNull();
    expect(workspace.installation.undoCorrection(theirs.id, 'me@mine.example')).toBeNull();
    expect(workspace.installation.corrections()).toHaveLength(1);
    expect(workspace.correctionsInForce()).toHaveLength(2);
  });
});

describe('operators', () => {
  test('are the first person of the installation and whoever was made one', async () => {
    const [first, second] = [newCustomer('First'), newCustomer('Second')];
    expect(first.addPerson('anna@first.example')).toMatchObject({ ok: true, value: { isOperator: true } });
    const ben = second.addPerson('ben@second.example');
    if (!ben.ok) throw new Error(ben.fault);
    expect(ben.value.isOperator).toBe(false);
    expect(workspace.installation.makeOperator(99)).toBe(false);
    expect(workspace.installation.makeOperator(ben.value.id)).toBe(true);
    await second.setPassword(ben.value.id, 'a long enough password');
    const session = await workspace.signIn('ben@second.example', 'a long enough password');
    if (!session.ok) throw new Error(session.fault);
    expect(session.value.holder.isOperator).toBe(true);
    expect(workspace.sessionOf(session.value.token)?.isOperator).toBe(true);
  });

  test('of an installation that is older than they are: the oldest person', () => {
    const older = mkdtempSync(join(tmpdir(), 'doorplate-older-'));
    const file = new Database(join(older, 'workspace.db'));
    file.exec(
      'create table schema_migration (number integer primary key, file text not null, content_hash text not null)',
    );
    file.exec(missingScripts(shippedMigrations('sqlite').slice(0, 1), [])[0] ?? '');
    file.exec(`insert into customer values (1, 'Agency', '2026-01-01T00:00:00.000Z');
      insert into site (customer_id, domain, time_zone, created_at) values (1, 'shop.example', 'UTC', '2026-01-01');
      insert into person (id, customer_id, email, created_at) values (4, 1, 'b@a.example', '2026'), (3, 1, 'a@a.example', '2026')`);
    file.close();
    const opened = openWorkspace(older);
    expect(
      opened
        .customer(1)
        ?.people()
        .map(({ id, isOperator }) => [id, isOperator]),
    ).toEqual([
      [3, true],
      [4, false],
    ]);
    expect(opened.sitesByDomain.byDomain('shop.example')?.release).toEqual(DEFAULT_SITE_RELEASE);
    opened.close();
    rmSync(older, { recursive: true });
  });
});

describe('what a site chooses', () => {
  const STRICT = {
    kinds: ['company', 'public'],
    sizeEvidence: 'stated',
    minimumEmployees: 50,
    minimumConfidence: 0.9,
  } as const;

  test('holds at once for hits, by domain and by number, and after a restart', () => {
    const customer = newCustomer('Agency');
    const site = customer.addSite({ domain: 'shop.example' });
    if (!site.ok) throw new Error(site.fault);
    expect(site.value.release).toEqual(DEFAULT_SITE_RELEASE);
    expect(customer.setSiteRelease('Shop.Example', STRICT)?.release).toEqual(STRICT);
    for (const _round of ['at once', 'after a restart']) {
      expect(workspace.sitesByDomain.byDomain('shop.example')?.release).toEqual(STRICT);
      expect(workspace.siteById(site.value.id)?.release).toEqual(STRICT);
      workspace.close();
      workspace = openWorkspace(folder, () => now);
    }
    expect(workspace.siteById(99)).toBeUndefined();
  });

  test('is nothing that another customer can set', () => {
    newCustomer('Other').addSite({ domain: 'other.example' });
    expect(newCustomer('Mine').setSiteRelease('other.example', STRICT)).toBeNull();
    expect(workspace.sitesByDomain.byDomain('other.example')?.release).toEqual(DEFAULT_SITE_RELEASE);
  });
});

describe('objections', () => {
  const file = () => workspace.installation.fileObjection(COMPANY);

  test('hide the company at once, for 14 days and no longer', () => {
    expect(file()).toMatchObject({
      companyId: COMPANY.id,
      companyName: COMPANY.name,
      state: 'pending',
      filedAt: '2026-01-05T12:00:00.000Z',
      hiddenUntil: '2026-01-19T12:00:00.000Z',
      decidedAt: null,
    });
    now = START + 14 * DAY - 1;
    expect([...workspace.objectedCompanies()]).toEqual([COMPANY.id]);
    expect(workspace.expireObjections()).toBe(0);
    now += 1;
    expect([...workspace.objectedCompanies()]).toEqual([]);
    expect(workspace.expireObjections()).toBe(1);
    expect(workspace.installation.objections()).toMatchObject([{ state: 'expired' }]);
    expect(workspace.expireObjections()).toBe(0);
  });

  test('that are confirmed hide for good', () => {
    const { id } = file();
    expect(workspace.installation.decideObjection(id, 'confirm', 'anna@agency.example')?.state).toBe('confirmed');
    now += 400 * DAY;
    expect(workspace.expireObjections()).toBe(0);
    expect([...workspace.objectedCompanies()]).toEqual([COMPANY.id]);
    expect(file()).toMatchObject({ id, state: 'confirmed' });
  });

  test('that are declined hide nothing any more, and the operator may change his mind', () => {
    const { id } = file();
    workspace.installation.decideObjection(id, 'decline', 'anna@agency.example');
    expect([...workspace.objectedCompanies()]).toEqual([]);
    workspace.installation.decideObjection(id, 'confirm', 'anna@agency.example');
    expect([...workspace.objectedCompanies()]).toEqual([COMPANY.id]);
    expect(workspace.installation.decideObjection(99, 'confirm', 'anna@agency.example')).toBeNull();
  });

  test('filed twice are one, with one token', () => {
    const first = file();
    now += DAY;
    expect(file()).toEqual(first);
    expect(workspace.installation.objections()).toHaveLength(1);
    expect(first.token).toMatch(/^doorplate-[0-9a-f]{20}$/);
  });

  test.each([
    ['declined', 89, false],
    ['declined', 90, true],
    ['expired', 89, false],
    ['expired', 90, true],
  ] as const)('filed again after one was %s, %i days later: hides again %s', (end, days, hides) => {
    const { id } = file();
    if (end === 'declined') workspace.installation.decideObjection(id, 'decline', 'anna@agency.example');
    else now += 14 * DAY;
    workspace.expireObjections();
    now += days * DAY;
    const again = file();
    expect(again).toMatchObject({
      state: 'pending',
      hiddenUntil: hides ? expect.not.stringMatching(again.filedAt) : again.filedAt,
    });
    expect(workspace.objectedCompanies().has(COMPANY.id)).toBe(hides);
  });

  test('that hid nothing prolong nothing', () => {
    file();
    now += 14 * DAY;
    const ended = now;
    for (const day of [20, 40, 60, 80]) {
      now = ended + day * DAY;
      expect(file().hiddenUntil).toBe(new Date(now).toISOString());
      now += 14 * DAY;
      workspace.expireObjections();
    }
    now = ended + 95 * DAY;
    file();
    expect(workspace.objectedCompanies().has(COMPANY.id)).toBe(true);
  });
});
