import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { KEY_SCOPES, type KeyScope } from '../../contracts/api.ts';
import type { CorrectionInForce } from '../../contracts/corrections.ts';
import type { Site, SiteCollection, SiteDirectory, SiteRelease } from '../../contracts/hit.ts';
import { fault, ok, type Result } from '../../contracts/result.ts';
import { correctionsInForce, openCorrectionShelf, type CorrectionShelf } from './correction-table.ts';
import {
  type ExclusionShelf,
  type ExclusionsOfSite,
  exclusionsOfSites,
  openExclusionShelf,
} from './exclusion-table.ts';
import { expireObjections, objectedCompanies, openObjectionShelf, type ObjectionShelf } from './objection-table.ts';
import { openObjectionSwitchShelf, type ObjectionSwitchShelf } from './objection-switch-table.ts';
import { hashOfPassword, passwordMatches, type PasswordFault } from './password.ts';
import { hashOfToken, newSecretToken } from './secret-token.ts';
import { createSignInThrottle } from './sign-in-throttle.ts';
import { readDomain, readHost } from './site-domain.ts';
import { openSqliteFile, type SqliteFile } from './sqlite-file.ts';
import { ownTimeZone, readTimeZone } from './time-zone.ts';

export type Customer = { readonly id: number; readonly name: string; readonly createdAt: string };
export type StoredSite = Site & { readonly createdAt: string };
export type Person = {
  readonly id: number;
  readonly email: string;
  readonly createdAt: string;
  /** A password has been chosen. */
  readonly canSignIn: boolean;
  readonly isOperator: boolean;
};
export type ApiKeyEntry = {
  readonly id: number;
  readonly label: string;
  readonly scope: KeyScope;
  readonly createdAt: string;
  readonly expiresAt: string | null;
};

/** Who asks, by a session: a person of one customer, and perhaps an operator of the installation. */
export type SessionHolder = {
  readonly personId: number;
  readonly customerId: number;
  readonly email: string;
  readonly isOperator: boolean;
};
/** Who asks, by a key: one customer. */
export type KeyHolder = { readonly customerId: number; readonly scope: KeyScope };

/** The token is shown or sent once; only its hash is stored. */
export type NewSession = { readonly token: string; readonly holder: SessionHolder; readonly expiresAt: string };
export type NewSetupLink = { readonly token: string; readonly expiresAt: string };

export type SiteFault = 'DOMAIN_INVALID' | 'DOMAIN_TAKEN' | 'TIME_ZONE_UNKNOWN';
export type PersonFault = 'EMAIL_INVALID' | 'EMAIL_TAKEN';
export type KeyFault = 'KEY_LABEL_INVALID' | 'KEY_SCOPE_UNKNOWN' | 'KEY_EXPIRY_INVALID';
export type SignInFault = 'SIGN_IN_FAILED' | 'SIGN_IN_THROTTLED';
export type SetupFault = 'SETUP_LINK_INVALID' | PasswordFault;

const HOUR = 3_600_000;

/** How long what is given out stays valid, in milliseconds. */
export const LIFETIMES = {
  sessionIdleMs: 12 * HOUR,
  sessionLongestMs: 30 * 24 * HOUR,
  /** A session's use is written down at most this often: every write waits for the disk. */
  sessionTouchMs: 10 * 60_000,
  setupLinkMs: 48 * HOUR,
} as const;

/**
 * Everything of one customer, and nothing of another: each statement behind it carries the customer's id, and no
 * function takes one.
 */
export type CustomerWorkspace = CorrectionShelf &
  ObjectionSwitchShelf &
  ExclusionShelf & {
    readonly id: number;
    readonly name: string;
    sites(): readonly StoredSite[];
    /** The customer's own site; another customer's looks exactly like a missing one. */
    site(domain: string): StoredSite | null;
    /** Domains are unique in the installation, because a hit names nothing else. Time zone: the machine's by default. */
    addSite(site: {
      readonly domain: string;
      readonly timeZone?: string | undefined;
      readonly otherHosts?: readonly string[] | undefined;
    }): Result<StoredSite, SiteFault>;
    /** What the site chooses of the release rules. null: the customer has no such site. */
    setSiteRelease(domain: string, release: SiteRelease): StoredSite | null;
    /** What the site sets up about collecting; its excluded pages and hosts stand in a table of their own. null: no such site. */
    setSiteCollection(domain: string, collection: SetUpCollection): StoredSite | null;
    people(): readonly Person[];
    /** null: nobody here has this e-mail address. */
    person(email: string): Person | null;
    /**
     * The person can sign in once a setup link has been used or a password was set. The first person of an installation
     * is an operator.
     */
    addPerson(email: string): Result<Person, PersonFault>;
    /** A one-time link for a person of this customer; earlier ones of the same person end. null: no such person here. */
    createSetupLink(personId: number): NewSetupLink | null;
    /** Sets a password without a link and ends the person's sessions. */
    setPassword(personId: number, password: string): Promise<Result<Person, 'PERSON_UNKNOWN' | PasswordFault>>;
    /** Signs a person out everywhere. */
    endSessionsOf(personId: number): void;
    keys(): readonly ApiKeyEntry[];
    /** `expiresAt`: RFC 3339, in the future. */
    addKey(key: {
      readonly label: string;
      readonly scope: string;
      readonly expiresAt?: string | undefined;
    }): Result<{ readonly token: string; readonly key: ApiKeyEntry }, KeyFault>;
    /** False when the customer has no such key. */
    removeKey(keyId: number): boolean;
  };

/** What the operator alone changes, because it holds for all customers: only an operator's session and command do it. */
export type InstallationWorkspace = CorrectionShelf &
  ObjectionShelf & {
    /** False: no such person. */
    makeOperator(personId: number): boolean;
    /** What the steps write stays only when they do not throw; they are synchronous and nest nothing. */
    allOrNothing<Value>(steps: () => Value): Value;
  };

/** The workspace store: customers and what belongs to them. */
export type Workspace = {
  readonly installation: InstallationWorkspace;
  /** The corrections of all customers and of the operator that have not been undone, the oldest first. */
  correctionsInForce(): readonly CorrectionInForce[];
  /** Companies that nobody may see because the organisation objected: confirmed, or pending for at most 14 days. */
  objectedCompanies(): ReadonlySet<string>;
  /** Ends objections that were pending for 14 days; returns how many. */
  expireObjections(): number;
  /** From memory, like `sitesByDomain`. */
  readonly siteById: (siteId: number) => Site | undefined;
  /** The sites of all customers as the hit path asks for them: from memory, up to date with every change made here. */
  readonly sitesByDomain: SiteDirectory;
  customers(): readonly Customer[];
  addCustomer(name: string): Customer;
  /** null: no such customer. */
  customer(customerId: number): CustomerWorkspace | null;
  signIn(email: string, password: string): Promise<Result<NewSession, SignInFault>>;
  /** Uses up a one-time link: sets the password, ends the person's earlier sessions, signs in. */
  redeemSetupLink(token: string, password: string): Promise<Result<NewSession, SetupFault>>;
  sessionOf(token: string): SessionHolder | null;
  endSession(token: string): void;
  keyOf(token: string): KeyHolder | null;
  /** Deletes sessions, setup links and keys whose time is over; returns how many. */
  forgetExpired(): number;
  /** A consistent copy of the store in a new file. Throws when the file exists. */
  backUpTo(path: string): void;
  close(): void;
};

const EMAIL = z.email().max(254);
const HOSTS = z.array(z.string());
/** What of a site's collection stands in its row. */
export type SetUpCollection = Omit<SiteCollection, 'excludedPages' | 'excludedHosts'>;

const NAMES = z.array(z.string());
const PAGE_RULES = z.array(z.object({ pattern: z.string(), label: z.string() }));
const COLLECTION = z.object({
  keptParameters: NAMES.default([]),
  searchParameters: NAMES.default([]),
  campaignParameters: NAMES.default([]),
  milestones: PAGE_RULES.default([]),
  pageGroups: PAGE_RULES.default([]),
  eventProperties: z.record(z.string(), NAMES).default({}),
});
const SHOWN_KINDS = z.array(z.enum(['company', 'public', 'education']));

type SiteRow = {
  id: number;
  customer_id: number;
  domain: string;
  other_hosts: string;
  time_zone: string;
  honours_dnt: number;
  honours_gpc: number;
  shown_kinds: string;
  size_evidence: SiteRelease['sizeEvidence'];
  minimum_employees: number | null;
  minimum_confidence: number | null;
  collection: string;
  created_at: string;
};
type PersonRow = { id: number; email: string; created_at: string; can_sign_in: number; is_operator: number };
type HolderRow = { personId: number; customerId: number; email: string; isOperator: number };
type KeyRow = { id: number; label: string; scope: KeyScope; created_at: string; expires_at: string | null };

const PERSON_COLUMNS = 'id, email, created_at, password_hash is not null as can_sign_in, is_operator';
const HOLDER_COLUMNS =
  'person.id as personId, person.customer_id as customerId, person.email, person.is_operator as isOperator';
const SITE_COLUMNS =
  'id, customer_id, domain, other_hosts, time_zone, honours_dnt, honours_gpc, shown_kinds, size_evidence, minimum_employees, minimum_confidence, collection, created_at';

/** Opens `workspace.db` in the folder and creates what is missing. Times come from `clock`, in milliseconds. */
export function openWorkspace(folder: string, clock: () => number = Date.now): Workspace {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = openSqliteFile(join(folder, 'workspace.db'));
  const throttle = createSignInThrottle();
  const now = () => new Date(clock()).toISOString();
  const after = (ms: number) => new Date(clock() + ms).toISOString();

  let byDomain = new Map<string, Site>();
  let byId = new Map<number, Site>();
  let excluded: ReadonlyMap<number, ExclusionsOfSite> = new Map();
  const excludedBy = (siteId: number) => excluded.get(siteId);
  const refreshDirectory = () => {
    excluded = exclusionsOfSites(file);
    const sites = file.all<SiteRow>(`select ${SITE_COLUMNS} from site`).map((row) => storedSite(row, excludedBy));
    byDomain = new Map(sites.map((site) => [site.domain, site]));
    byId = new Map(sites.map((site) => [site.id, site]));
  };
  refreshDirectory();

  const startSession = (holder: SessionHolder): NewSession => {
    const token = newSecretToken();
    const expiresAt = after(LIFETIMES.sessionLongestMs);
    file.run(
      'insert into session (token_hash, person_id, created_at, used_at, expires_at) values (?, ?, ?, ?, ?)',
      hashOfToken(token),
      holder.personId,
      now(),
      now(),
      expiresAt,
    );
    return { token, holder, expiresAt };
  };

  return {
    sitesByDomain: { byDomain: (domain) => byDomain.get(domain) },
    siteById: (siteId) => byId.get(siteId),

    installation: {
      ...openCorrectionShelf(file, null, now),
      ...openObjectionShelf(file, clock),
      allOrNothing: (steps) => file.transaction(steps),
      makeOperator: (personId) => file.run('update person set is_operator = 1 where id = ?', personId) === 1,
    },
    correctionsInForce: () => correctionsInForce(file),
    objectedCompanies: () => objectedCompanies(file, now()),
    expireObjections: () => expireObjections(file, clock()),

    customers: () => file.all<Customer>('select id, name, created_at as createdAt from customer order by id'),

    addCustomer: (name) =>
      only(
        file.all<Customer>(
          'insert into customer (name, created_at) values (?, ?) returning id, name, created_at as createdAt',
          name.trim().slice(0, 200),
          now(),
        ),
      ),

    customer(customerId) {
      const [row] = file.all<Customer>('select id, name from customer where id = ?', customerId);
      return row === undefined ? null : openCustomer(file, row, { now, after, clock, refreshDirectory, excludedBy });
    },

    async signIn(email, password) {
      const account = accountName(email);
      if (throttle.askToTry(account, clock()) > 0) return fault('SIGN_IN_THROTTLED');
      const [row] = file.all<HolderRow & { passwordHash: string | null }>(
        `select ${HOLDER_COLUMNS}, password_hash as passwordHash from person where email = ?`,
        account,
      );
      if (!(await passwordMatches(row?.passwordHash ?? null, password)) || row === undefined) {
        throttle.failed(account, clock());
        return fault('SIGN_IN_FAILED');
      }
      throttle.succeeded(account);
      return ok(startSession(holderOf(row)));
    },

    async redeemSetupLink(token, password) {
      const link = hashOfToken(token);
      const isOpen = () => file.all('select 1 from setup_link where token_hash = ? and expires_at > ?', link, now());
      // Asked before the costly hash, so that a stranger's guesses cost little.
      if (isOpen().length === 0) return fault('SETUP_LINK_INVALID');
      const passwordHash = await hashOfPassword(password);
      if (!passwordHash.ok) return passwordHash;
      return file.transaction(() => {
        const [holder] = file.all<HolderRow>(
          `select ${HOLDER_COLUMNS}
           from setup_link join person on person.id = setup_link.person_id
           where setup_link.token_hash = ? and setup_link.expires_at > ?`,
          link,
          now(),
        );
        if (holder === undefined) return fault('SETUP_LINK_INVALID');
        file.run('delete from setup_link where person_id = ?', holder.personId);
        file.run('delete from session where person_id = ?', holder.personId);
        file.run('update person set password_hash = ? where id = ?', passwordHash.value, holder.personId);
        return ok(startSession(holderOf(holder)));
      });
    },

    sessionOf(token) {
      const session = hashOfToken(token);
      const [row] = file.all<HolderRow & { usedAt: string }>(
        `select ${HOLDER_COLUMNS}, session.used_at as usedAt
         from session join person on person.id = session.person_id
         where session.token_hash = ? and session.expires_at > ? and session.used_at > ?`,
        session,
        now(),
        after(-LIFETIMES.sessionIdleMs),
      );
      if (row === undefined) return null;
      if (row.usedAt <= after(-LIFETIMES.sessionTouchMs)) {
        file.run('update session set used_at = ? where token_hash = ?', now(), session);
      }
      return holderOf(row);
    },

    endSession(token) {
      file.run('delete from session where token_hash = ?', hashOfToken(token));
    },

    keyOf(token) {
      const [row] = file.all<KeyHolder>(
        'select customer_id as customerId, scope from api_key where token_hash = ? and (expires_at is null or expires_at > ?)',
        hashOfToken(token),
        now(),
      );
      return row ?? null;
    },

    forgetExpired: () =>
      file.transaction(
        () =>
          file.run(
            'delete from session where expires_at <= ? or used_at <= ?',
            now(),
            after(-LIFETIMES.sessionIdleMs),
          ) +
          file.run('delete from setup_link where expires_at <= ?', now()) +
          file.run('delete from api_key where expires_at <= ?', now()),
      ),

    backUpTo(path) {
      file.run('vacuum into ?', path);
    },

    close: () => file.close(),
  };
}

type Surroundings = {
  readonly now: () => string;
  readonly after: (ms: number) => string;
  readonly clock: () => number;
  readonly refreshDirectory: () => void;
  readonly excludedBy: ExcludedBy;
};

function openCustomer(
  file: SqliteFile,
  customer: { readonly id: number; readonly name: string },
  { now, after, clock, refreshDirectory, excludedBy }: Surroundings,
): CustomerWorkspace {
  const { id } = customer;
  const personHere = (personId: number) =>
    file.all<PersonRow>(`select ${PERSON_COLUMNS} from person where customer_id = ? and id = ?`, id, personId)[0];

  return {
    ...openCorrectionShelf(file, id, now),
    ...openObjectionSwitchShelf(file, id, { now, refreshDirectory }),
    ...openExclusionShelf(file, id, { now, refreshDirectory }),
    id,
    name: customer.name,

    sites: () =>
      file
        .all<SiteRow>(`select ${SITE_COLUMNS} from site where customer_id = ? order by domain`, id)
        .map((row) => storedSite(row, excludedBy)),

    site(domain) {
      const asked = readDomain(domain);
      if (asked === null) return null;
      const [row] = file.all<SiteRow>(
        `select ${SITE_COLUMNS} from site where customer_id = ? and domain = ?`,
        id,
        asked,
      );
      return row === undefined ? null : storedSite(row, excludedBy);
    },

    addSite(site) {
      const domain = readDomain(site.domain);
      const otherHosts = (site.otherHosts ?? []).map((host) => readHost(host));
      if (domain === null || otherHosts.includes(null)) return fault('DOMAIN_INVALID');
      const timeZone = site.timeZone === undefined ? ownTimeZone() : readTimeZone(site.timeZone);
      if (timeZone === null) return fault('TIME_ZONE_UNKNOWN');
      const [row] = file.all<SiteRow>(
        `insert into site (customer_id, domain, other_hosts, time_zone, created_at) values (?, ?, ?, ?, ?)
         on conflict (domain) do nothing returning ${SITE_COLUMNS}`,
        id,
        domain,
        JSON.stringify(otherHosts),
        timeZone,
        now(),
      );
      if (row === undefined) return fault('DOMAIN_TAKEN');
      refreshDirectory();
      return ok(storedSite(row, excludedBy));
    },

    setSiteRelease(domain, { kinds, sizeEvidence, minimumEmployees, minimumConfidence }) {
      const [row] = file.all<SiteRow>(
        `update site set shown_kinds = ?, size_evidence = ?, minimum_employees = ?, minimum_confidence = ?
         where customer_id = ? and domain = ? returning ${SITE_COLUMNS}`,
        JSON.stringify(kinds),
        sizeEvidence,
        minimumEmployees,
        minimumConfidence,
        id,
        readDomain(domain) ?? '',
      );
      if (row === undefined) return null;
      refreshDirectory();
      return storedSite(row, excludedBy);
    },

    setSiteCollection(domain, collection) {
      const [row] = file.all<SiteRow>(
        `update site set collection = ? where customer_id = ? and domain = ? returning ${SITE_COLUMNS}`,
        JSON.stringify(COLLECTION.parse(collection)),
        id,
        readDomain(domain) ?? '',
      );
      if (row === undefined) return null;
      refreshDirectory();
      return storedSite(row, excludedBy);
    },

    people: () =>
      file
        .all<PersonRow>(`select ${PERSON_COLUMNS} from person where customer_id = ? order by email`, id)
        .map((row) => personOf(row)),

    person(email) {
      const [row] = file.all<PersonRow>(
        `select ${PERSON_COLUMNS} from person where customer_id = ? and email = ?`,
        id,
        accountName(email),
      );
      return row === undefined ? null : personOf(row);
    },

    addPerson(email) {
      const address = EMAIL.safeParse(accountName(email));
      if (!address.success) return fault('EMAIL_INVALID');
      const [row] = file.all<PersonRow>(
        `insert into person (customer_id, email, created_at, is_operator)
         values (?, ?, ?, (select count(*) from person) = 0)
         on conflict (email) do nothing returning ${PERSON_COLUMNS}`,
        id,
        address.data,
        now(),
      );
      return row === undefined ? fault('EMAIL_TAKEN') : ok(personOf(row));
    },

    createSetupLink: (personId) =>
      file.transaction(() => {
        if (personHere(personId) === undefined) return null;
        const token = newSecretToken();
        const expiresAt = after(LIFETIMES.setupLinkMs);
        file.run('delete from setup_link where person_id = ?', personId);
        file.run(
          'insert into setup_link (token_hash, person_id, expires_at) values (?, ?, ?)',
          hashOfToken(token),
          personId,
          expiresAt,
        );
        return { token, expiresAt };
      }),

    async setPassword(personId, password) {
      const passwordHash = await hashOfPassword(password);
      if (!passwordHash.ok) return passwordHash;
      return file.transaction(() => {
        const row = personHere(personId);
        if (row === undefined) return fault('PERSON_UNKNOWN');
        file.run('update person set password_hash = ? where id = ?', passwordHash.value, personId);
        file.run('delete from session where person_id = ?', personId);
        file.run('delete from setup_link where person_id = ?', personId);
        return ok(personOf(row));
      });
    },

    endSessionsOf(personId) {
      file.run(
        'delete from session where person_id in (select id from person where customer_id = ? and id = ?)',
        id,
        personId,
      );
    },

    keys: () =>
      file
        .all<KeyRow>(
          'select id, label, scope, created_at, expires_at from api_key where customer_id = ? order by id',
          id,
        )
        .map((row) => keyEntry(row)),

    addKey({ label, scope, expiresAt }) {
      const name = label.trim();
      if (name.length === 0 || name.length > 100) return fault('KEY_LABEL_INVALID');
      const known = KEY_SCOPES.find((one) => one === scope);
      if (known === undefined) return fault('KEY_SCOPE_UNKNOWN');
      const end = expiresAt === undefined ? null : Date.parse(expiresAt);
      if (end !== null && !(end > clock())) return fault('KEY_EXPIRY_INVALID');
      // The prefix lets scanners for leaked secrets recognise a key.
      const token = `dp_${newSecretToken()}`;
      const row = only(
        file.all<KeyRow>(
          `insert into api_key (token_hash, customer_id, label, scope, created_at, expires_at) values (?, ?, ?, ?, ?, ?)
           returning id, label, scope, created_at, expires_at`,
          hashOfToken(token),
          id,
          name,
          known,
          now(),
          end === null ? null : new Date(end).toISOString(),
        ),
      );
      return ok({ token, key: keyEntry(row) });
    },

    removeKey: (keyId) => file.run('delete from api_key where customer_id = ? and id = ?', id, keyId) === 1,
  };
}

type ExcludedBy = (siteId: number) => ExclusionsOfSite | undefined;

function storedSite(row: SiteRow, excludedBy: ExcludedBy): StoredSite {
  const excluded = excludedBy(row.id);
  return {
    id: row.id,
    customerId: row.customer_id,
    domain: row.domain,
    otherHosts: HOSTS.parse(JSON.parse(row.other_hosts)),
    timeZone: row.time_zone,
    honoursDnt: row.honours_dnt === 1,
    honoursGpc: row.honours_gpc === 1,
    release: {
      kinds: SHOWN_KINDS.parse(JSON.parse(row.shown_kinds)),
      sizeEvidence: row.size_evidence,
      minimumEmployees: row.minimum_employees,
      minimumConfidence: row.minimum_confidence,
    },
    collection: {
      ...COLLECTION.parse(JSON.parse(row.collection)),
      excludedPages: excluded?.pages ?? [],
      excludedHosts: excluded?.hosts ?? [],
    },
    ...(excluded?.byAddress && { exclusions: excluded.byAddress }),
    createdAt: row.created_at,
  };
}

function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    email: row.email,
    createdAt: row.created_at,
    canSignIn: row.can_sign_in === 1,
    isOperator: row.is_operator === 1,
  };
}

function holderOf({ personId, customerId, email, isOperator }: HolderRow): SessionHolder {
  return { personId, customerId, email, isOperator: isOperator === 1 };
}

function keyEntry(row: KeyRow): ApiKeyEntry {
  return {
    id: row.id,
    label: row.label,
    scope: row.scope,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

/** E-mail addresses are compared without regard to case and to blanks around them. */
function accountName(email: string): string {
  return email.trim().toLowerCase();
}

/** The one row that `insert … returning` gives. */
function only<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('a returning statement gave no row');
  return row;
}
