import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MOST_EXCLUSIONS, type NewExclusion } from './exclusion-table.ts';
import { openWorkspace, type CustomerWorkspace, type Workspace } from './workspace.ts';

const OFFICE: NewExclusion = {
  kind: 'range',
  value: '203.0.113.0/24',
  reason: 'our office',
  author: 'anna@agency.example',
};
const PAGE: NewExclusion = { kind: 'page', value: '/internal/**', reason: null, author: null };

let folder: string;
let workspace: Workspace;

function open(): void {
  workspace = openWorkspace(folder, () => Date.UTC(2026, 0, 5, 12));
}
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-exclusions-'));
  open();
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

/** 203.0.113.9 as a number. */
const IN_OFFICE = 0xcb007109;

test('a new site excludes nothing', () => {
  const { customer, siteId } = newSite('agency.example');
  expect(customer.exclusions(siteId)).toEqual([]);
  expect(workspace.siteById(siteId)?.exclusions).toBeUndefined();
});

test('what is excluded holds at once for the hit path, over restarts, until it is removed', () => {
  const { customer, siteId } = newSite('agency.example');
  customer.addExclusions(siteId, [
    OFFICE,
    PAGE,
    { ...PAGE, kind: 'host', value: 'staging.*' },
    { ...PAGE, kind: 'company', value: 'aaaaaaaaaaaaa' },
  ]);
  for (let opened = 0; opened < 2; opened++) {
    const sites = [
      workspace.siteById(siteId),
      workspace.sitesByDomain.byDomain('agency.example'),
      workspace.customer(customer.id)?.site('agency.example'),
    ];
    for (const site of sites) {
      expect([site?.exclusions?.ranges.has4(IN_OFFICE), site?.exclusions?.ranges.has4(IN_OFFICE + 256)]).toEqual([
        true,
        false,
      ]);
      expect(site?.exclusions?.companies).toEqual(new Set(['aaaaaaaaaaaaa']));
      expect(site?.collection).toMatchObject({ excludedPages: ['/internal/**'], excludedHosts: ['staging.*'] });
    }
    workspace.close();
    open();
  }
  const again = workspace.customer(customer.id);
  const [first, ...others] = again?.exclusions(siteId) ?? [];
  expect(first).toEqual({ ...OFFICE, id: 1, at: '2026-01-05T12:00:00.000Z' });
  for (const { id } of [first, ...others].flatMap((one) => one ?? [])) again?.removeExclusion(siteId, id);
  expect(workspace.siteById(siteId)?.exclusions).toBeUndefined();
  expect(workspace.siteById(siteId)?.collection.excludedPages).toEqual([]);
});

test('what is excluded already is not added again', () => {
  const { customer, siteId } = newSite('agency.example');
  customer.addExclusions(siteId, [OFFICE]);
  expect(customer.addExclusions(siteId, [{ ...OFFICE, reason: 'another' }, PAGE])?.added).toMatchObject([PAGE]);
  expect(customer.exclusions(siteId)).toMatchObject([OFFICE, PAGE]);
});

test('a site has its limit', () => {
  const { customer, siteId } = newSite('agency.example');
  const many = Array.from({ length: MOST_EXCLUSIONS + 1 }, (_, number) => ({ ...PAGE, value: `/${number}` }));
  const result = customer.addExclusions(siteId, many);
  expect([result?.added.length, result?.full]).toEqual([MOST_EXCLUSIONS, true]);
  expect(customer.addExclusions(siteId, [OFFICE])).toEqual({ added: [], full: true });
});

test('another customer neither adds, nor removes, nor reads', () => {
  const { customer, siteId } = newSite('agency.example');
  const { customer: stranger, siteId: strangersSite } = newSite('stranger.example');
  const added = customer.addExclusions(siteId, [OFFICE]);
  const id = added?.added[0]?.id ?? 0;
  expect(stranger.addExclusions(siteId, [PAGE])).toBeNull();
  expect(stranger.exclusions(siteId)).toEqual([]);
  expect([stranger.removeExclusion(siteId, id), stranger.removeExclusion(strangersSite, id)]).toEqual([false, false]);
  expect(customer.removeExclusion(siteId, id)).toBe(true);
});
