import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LIFETIMES, openWorkspace, type CustomerWorkspace, type Workspace } from './workspace.ts';

const MINUTE = 60_000;
const PASSWORD = 'a long enough password';

let folder: string;
let now: number;
let workspace: Workspace;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doorplate-workspace-'));
  now = Date.UTC(2026, 0, 5, 12);
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

function newPerson(customer: CustomerWorkspace, email: string): number {
  const person = customer.addPerson(email);
  if (!person.ok) throw new Error(person.fault);
  return person.value.id;
}

async function signedIn(customer: CustomerWorkspace, email: string): Promise<string> {
  await customer.setPassword(newPerson(customer, email), PASSWORD);
  const session = await workspace.signIn(email, PASSWORD);
  if (!session.ok) throw new Error(session.fault);
  return session.value.token;
}

/** Everything that stands on the disk, the journal included. */
function bytesOnDisk(): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('');
}

describe('sites', () => {
  test('a site is found by its domain at once, and again after a restart', () => {
    const customer = newCustomer('Agency');
    const added = customer.addSite({ domain: 'Shop.Example', timeZone: 'Europe/Vienna', otherHosts: ['m.example'] });
    expect(added).toMatchObject({
      ok: true,
      value: {
        domain: 'shop.example',
        timeZone: 'Europe/Vienna',
        otherHosts: ['m.example'],
        honoursDnt: true,
        honoursGpc: true,
        customerId: customer.id,
      },
    });
    expect(workspace.sitesByDomain.byDomain('shop.example')?.customerId).toBe(customer.id);
    workspace.close();
    workspace = openWorkspace(folder, () => now);
    expect(workspace.sitesByDomain.byDomain('shop.example')?.customerId).toBe(customer.id);
  });

  test('a domain belongs to one site of the installation', () => {
    newCustomer('First').addSite({ domain: 'shop.example' });
    expect(newCustomer('Second').addSite({ domain: 'SHOP.example' })).toEqual({ ok: false, fault: 'DOMAIN_TAKEN' });
  });

  test.each([
    ['no domain', { domain: 'not a domain' }, 'DOMAIN_INVALID'],
    ['a host that is none', { domain: 'shop.example', otherHosts: ['192.0.2.1'] }, 'DOMAIN_INVALID'],
    ['an unknown zone', { domain: 'shop.example', timeZone: 'Europe/Atlantis' }, 'TIME_ZONE_UNKNOWN'],
    ['an offset as zone', { domain: 'shop.example', timeZone: '+02:00' }, 'TIME_ZONE_UNKNOWN'],
  ])('%s is refused by its code', (_what, site, code) => {
    const customer = newCustomer('Agency');
    expect(customer.addSite(site)).toEqual({ ok: false, fault: code });
    expect(customer.sites()).toEqual([]);
  });
});

describe('isolation', () => {
  test('a customer reaches nothing of another through its own workspace', async () => {
    const mine = newCustomer('Mine');
    const other = newCustomer('Other');
    other.addSite({ domain: 'other.example' });
    const otherPerson = newPerson(other, 'someone@other.example');
    await other.setPassword(otherPerson, PASSWORD);
    const otherSession = await workspace.signIn('someone@other.example', PASSWORD);
    const otherKey = other.addKey({ label: 'theirs', scope: 'read' });
    if (!otherKey.ok || !otherSession.ok) throw new Error('the other customer could not be set up');

    expect(mine.sites()).toEqual([]);
    expect(mine.site('other.example')).toBeNull();
    expect(mine.site('missing.example')).toBeNull();
    expect(mine.people()).toEqual([]);
    expect(mine.createSetupLink(otherPerson)).toBeNull();
    expect(await mine.setPassword(otherPerson, 'another long password')).toEqual({
      ok: false,
      fault: 'PERSON_UNKNOWN',
    });
    mine.endSessionsOf(otherPerson);
    expect(mine.keys()).toEqual([]);
    expect(mine.removeKey(otherKey.value.key.id)).toBe(false);

    expect(workspace.sessionOf(otherSession.value.token)?.customerId).toBe(other.id);
    expect(workspace.keyOf(otherKey.value.token)).toEqual({ customerId: other.id, scope: 'read' });
    expect(await workspace.signIn('someone@other.example', PASSWORD)).toMatchObject({ ok: true });
  });

  test('there is no customer behind an unknown number', () => {
    expect(workspace.customer(99)).toBeNull();
  });
});

describe('people, links and sessions', () => {
  test('a setup link sets the password, signs in, and works once', async () => {
    const customer = newCustomer('Agency');
    const personId = newPerson(customer, ' Anna@Agency.Example ');
    expect(await workspace.signIn('anna@agency.example', PASSWORD)).toEqual({ ok: false, fault: 'SIGN_IN_FAILED' });
    const link = customer.createSetupLink(personId);
    const token = link?.token ?? '';
    const [first, second] = await Promise.all([
      workspace.redeemSetupLink(token, PASSWORD),
      workspace.redeemSetupLink(token, 'somebody else was faster'),
    ]);
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1);
    expect([first, second]).toContainEqual({ ok: false, fault: 'SETUP_LINK_INVALID' });
    expect(await workspace.redeemSetupLink(token, PASSWORD)).toEqual({ ok: false, fault: 'SETUP_LINK_INVALID' });
  });

  test('a short password leaves the link open', async () => {
    const customer = newCustomer('Agency');
    const token = customer.createSetupLink(newPerson(customer, 'anna@agency.example'))?.token ?? '';
    expect(await workspace.redeemSetupLink(token, 'elevenchars')).toEqual({ ok: false, fault: 'PASSWORD_TOO_SHORT' });
    expect(await workspace.redeemSetupLink(token, 'twelve chars')).toMatchObject({ ok: true });
  });

  test('a new link ends the earlier one, and time ends each', async () => {
    const customer = newCustomer('Agency');
    const personId = newPerson(customer, 'anna@agency.example');
    const earlier = customer.createSetupLink(personId)?.token ?? '';
    const later = customer.createSetupLink(personId)?.token ?? '';
    expect(await workspace.redeemSetupLink(earlier, PASSWORD)).toEqual({ ok: false, fault: 'SETUP_LINK_INVALID' });
    now += LIFETIMES.setupLinkMs;
    expect(await workspace.redeemSetupLink(later, PASSWORD)).toEqual({ ok: false, fault: 'SETUP_LINK_INVALID' });
  });

  test('an e-mail address belongs to one person, whatever its case', () => {
    const customer = newCustomer('Agency');
    newPerson(customer, 'anna@agency.example');
    expect(customer.addPerson('ANNA@agency.example')).toEqual({ ok: false, fault: 'EMAIL_TAKEN' });
    expect(customer.addPerson('nobody')).toEqual({ ok: false, fault: 'EMAIL_INVALID' });
  });

  test.each([
    ['the right password', 'anna@agency.example', PASSWORD, true],
    ['the right password with an address in capitals', 'ANNA@AGENCY.EXAMPLE', PASSWORD, true],
    ['a wrong password', 'anna@agency.example', 'not the right one', false],
    ['an unknown address', 'bert@agency.example', PASSWORD, false],
    ['an empty password', 'anna@agency.example', '', false],
  ])('%s: signing in is decided by both', async (_what, email, password, signsIn) => {
    await signedIn(newCustomer('Agency'), 'anna@agency.example');
    expect((await workspace.signIn(email, password)).ok).toBe(signsIn);
  });

  test('the same password counts however its umlaut is composed', async () => {
    const customer = newCustomer('Agency');
    await customer.setPassword(newPerson(customer, 'anna@agency.example'), 'gr\u00fcne Wiesen im Mai');
    expect(await workspace.signIn('anna@agency.example', 'gru\u0308ne Wiesen im Mai')).toMatchObject({ ok: true });
  });

  test('a session ends when idle for 12 hours, and after 30 days in any case', async () => {
    const token = await signedIn(newCustomer('Agency'), 'anna@agency.example');
    const end = now + LIFETIMES.sessionLongestMs;
    while (now + 11 * 60 * MINUTE < end) {
      now += 11 * 60 * MINUTE;
      expect(workspace.sessionOf(token)?.email).toBe('anna@agency.example');
    }
    now = end;
    expect(workspace.sessionOf(token)).toBeNull();

    const idle = await workspace.signIn('anna@agency.example', PASSWORD);
    if (!idle.ok) throw new Error(idle.fault);
    now += LIFETIMES.sessionIdleMs - 1;
    expect(workspace.sessionOf(idle.value.token)).not.toBeNull();
    now += LIFETIMES.sessionIdleMs;
    expect(workspace.sessionOf(idle.value.token)).toBeNull();
    expect(workspace.forgetExpired()).toBe(2);
  });

  test('signing out, a new password and the administrator each end a session', async () => {
    const customer = newCustomer('Agency');
    const first = await signedIn(customer, 'anna@agency.example');
    workspace.endSession(first);
    expect(workspace.sessionOf(first)).toBeNull();

    const personId = customer.people()[0]?.id ?? 0;
    const open = async () => {
      const session = await workspace.signIn('anna@agency.example', PASSWORD);
      if (!session.ok) throw new Error(session.fault);
      return session.value.token;
    };
    const second = await open();
    customer.endSessionsOf(personId);
    expect(workspace.sessionOf(second)).toBeNull();

    const third = await open();
    await customer.setPassword(personId, 'a new long password');
    expect(workspace.sessionOf(third)).toBeNull();
  });

  test('guessing is slowed down, and a person who waits can still sign in', async () => {
    const customer = newCustomer('Agency');
    await customer.setPassword(newPerson(customer, 'anna@agency.example'), PASSWORD);
    for (let attempt = 0; attempt < 6; attempt += 1) await workspace.signIn('anna@agency.example', 'wrong guess 123');
    expect(await workspace.signIn('anna@agency.example', PASSWORD)).toEqual({ ok: false, fault: 'SIGN_IN_THROTTLED' });
    now += MINUTE;
    expect(await workspace.signIn('anna@agency.example', PASSWORD)).toMatchObject({ ok: true });
  });
});

describe('keys', () => {
  test('a key opens its customer until it expires or is removed', () => {
    const customer = newCustomer('Agency');
    const expiring = customer.addKey({ label: 'a week', scope: 'read', expiresAt: '2026-01-12T12:00:00+00:00' });
    const lasting = customer.addKey({ label: 'CRM', scope: 'manage' });
    if (!expiring.ok || !lasting.ok) throw new Error('keys were refused');
    expect(workspace.keyOf(expiring.value.token)).toEqual({ customerId: customer.id, scope: 'read' });
    now = Date.UTC(2026, 0, 12, 12);
    expect(workspace.keyOf(expiring.value.token)).toBeNull();
    expect(workspace.keyOf(lasting.value.token)).toEqual({ customerId: customer.id, scope: 'manage' });
    expect(customer.removeKey(lasting.value.key.id)).toBe(true);
    expect(workspace.keyOf(lasting.value.token)).toBeNull();
  });

  test.each([
    ['no label', { label: '  ', scope: 'read' }, 'KEY_LABEL_INVALID'],
    ['an unknown scope', { label: 'CRM', scope: 'everything' }, 'KEY_SCOPE_UNKNOWN'],
    ['an end in the past', { label: 'CRM', scope: 'read', expiresAt: '2026-01-05T11:59:59Z' }, 'KEY_EXPIRY_INVALID'],
    ['an end that is no time', { label: 'CRM', scope: 'read', expiresAt: 'tomorrow' }, 'KEY_EXPIRY_INVALID'],
  ])('a key with %s is refused', (_what, key, code) => {
    expect(newCustomer('Agency').addKey(key)).toEqual({ ok: false, fault: code });
  });
});

describe('the file', () => {
  test('no token and no password stands on the disk, and only the owner may read it', async () => {
    const customer = newCustomer('Agency');
    const session = await signedIn(customer, 'anna@agency.example');
    const link = customer.createSetupLink(customer.people()[0]?.id ?? 0)?.token ?? '';
    const key = customer.addKey({ label: 'CRM', scope: 'read' });
    if (!key.ok) throw new Error(key.fault);
    const bytes = bytesOnDisk();
    expect(bytes).toContain('anna@agency.example');
    for (const secret of [session, link, key.value.token, PASSWORD]) expect(bytes).not.toContain(secret);
    expect(statSync(join(folder, 'workspace.db')).mode & 0o077).toBe(0);
  });

  test('a backup opens as a workspace of its own', () => {
    newCustomer('Agency').addSite({ domain: 'shop.example' });
    const copy = mkdtempSync(join(tmpdir(), 'doorplate-workspace-copy-'));
    workspace.backUpTo(join(copy, 'workspace.db'));
    const restored = openWorkspace(copy);
    expect(restored.sitesByDomain.byDomain('shop.example')).toBeDefined();
    restored.close();
    rmSync(copy, { recursive: true, force: true });
  });
});
