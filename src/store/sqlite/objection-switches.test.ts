import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorkspace, type CustomerWorkspace, type Workspace } from './workspace.ts';

const START = Date.UTC(2026, 0, 5, 12);
const OFF = { honoursDnt: false, honoursGpc: true, reason: 'our works council asked', author: 'anna@agency.example' };

let folder: string;
let now: number;
let workspace: Workspace;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-switches-'));
  now = START;
  workspace = openWorkspace(folder, () => now);
});
afterEach(() => {
  workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

function newSite(domain: string): { readonly customer: CustomerWorkspace; readonly siteId: number } {
  const customer = workspace.customer(workspace.addCustomer(domain).id);
  const site = customer?.addSite({ domain, timeZone: 'UTC' });
  if (customer == null || site?.ok !== true) throw new Error('the site could not be added');
  return { customer, siteId: site.value.id };
}

test('a new site honours both signals, and nothing has been changed', () => {
  const { customer, siteId } = newSite('agency.example');
  expect(workspace.siteById(siteId)).toMatchObject({ honoursDnt: true, honoursGpc: true });
  expect(customer.objectionSwitchChanges(siteId)).toEqual([]);
});

test('a change holds at once for the hit path, and is kept with reason, author and date over restarts', () => {
  const { customer, siteId } = newSite('agency.example');
  expect(customer.setObjectionSwitches(siteId, OFF)).toBe(true);
  expect(workspace.sitesByDomain.byDomain('agency.example')).toMatchObject({ honoursDnt: false, honoursGpc: true });
  now += 60_000;
  const on = { ...OFF, honoursDnt: true, reason: null, author: 'ben@agency.example' };
  customer.setObjectionSwitches(siteId, on);
  workspace.close();
  workspace = openWorkspace(folder, () => now);
  expect(workspace.siteById(siteId)).toMatchObject({ honoursDnt: true, honoursGpc: true });
  expect(workspace.customer(customer.id)?.objectionSwitchChanges(siteId)).toEqual([
    { ...on, at: '2026-01-05T12:01:00.000Z' },
    { ...OFF, at: '2026-01-05T12:00:00.000Z' },
  ]);
});

test('another customer neither changes nor reads them', () => {
  const { customer, siteId } = newSite('agency.example');
  const { customer: stranger } = newSite('stranger.example');
  customer.setObjectionSwitches(siteId, OFF);
  expect(stranger.setObjectionSwitches(siteId, { ...OFF, honoursDnt: true })).toBe(false);
  expect(stranger.objectionSwitchChanges(siteId)).toEqual([]);
  expect(customer.objectionSwitchChanges(siteId)).toHaveLength(1);
  expect(workspace.siteById(siteId)?.honoursDnt).toBe(false);
});

test('what was written down can be neither changed nor deleted, but goes with its site', () => {
  const { customer, siteId } = newSite('agency.example');
  customer.setObjectionSwitches(siteId, OFF);
  const file = new Database(join(folder, 'workspace.db'));
  file.pragma('foreign_keys = ON');
  expect(() => file.exec("update site_objection_switch set reason = 'another'")).toThrow('never changed');
  expect(() => file.exec('delete from site_objection_switch')).toThrow('never deleted');
  expect(customer.objectionSwitchChanges(siteId)).toMatchObject([{ reason: OFF.reason }]);
  file.exec('delete from site');
  expect(file.prepare('select count(*) as n from site_objection_switch').all()).toMatchObject([{ n: 0 }]);
  file.close();
});
