import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { z } from 'zod';
import { fault, ok, type Result } from '../contracts/result.ts';
import { cidrList } from './cidr-list.ts';

/**
 * Settings come from flags over environment (`DOORPLATE_*`) over `doorplate.toml` over defaults, are read once,
 * and an unknown one is refused by name. This room is the only reader of process.env.
 */
export type Settings = {
  readonly host: string;
  readonly port: number;
  /** Absolute path of the data folder. */
  readonly data: string;
  /** Origin under which visitors reach this installation, without a trailing slash; null: the request's own. */
  readonly baseUrl: string | null;
  /** CIDRs whose forwarding headers count; nobody else's do. */
  readonly trustedProxies: readonly string[];
  readonly adminEmail: string | null;
  readonly adminPassword: string | null;
  /** How much of the location must be known from the organisation's own data (identification.md, release rules). */
  readonly location: 'full' | 'city' | 'country';
  /** `presumed` accepts named presumptions of five people or more; `stated` only figures. */
  readonly sizeEvidence: 'presumed' | 'stated';
  /** The smallest organisation that is shown, in people; never below 5. */
  readonly minimumEmployees: number;
  /** Records below this confidence are withheld; 0 to 1. */
  readonly minimumConfidence: number;
  /** UDP port on 127.0.0.1 for a web server's messages of syslog; null: none. */
  readonly syslogPort: number | null;
  /** Absolute path of a Unix socket on which web servers write lines; null: none. */
  readonly lineSocket: string | null;
  /** `on`: a public page tells an organisation what is held about it, and takes its objection. */
  readonly organisationPage: 'on' | 'off';
  /** Where each setting came from, for `doorplate doctor`. */
  readonly origins: Readonly<Record<string, SettingOrigin>>;
};

export type SettingOrigin = 'flag' | 'environment' | 'file' | 'default';

export type SettingsFault = {
  readonly code: 'SETTING_UNKNOWN' | 'SETTING_INVALID' | 'SETTING_FILE_UNREADABLE';
  /** The setting's name (never its value). */
  readonly setting: string;
};

const BASE_URL = z
  .url({ protocol: /^https?$/ })
  .max(512)
  .transform((text) => new URL(text).origin);

type Declaration = {
  /** The name in doorplate.toml and, with dashes, of the flag; the environment's is DOORPLATE_ and capitals. */
  readonly name: string;
  readonly schema: z.ZodType;
  readonly fallback: unknown;
  /** A secret can come from a file (`DOORPLATE_NAME_FILE`) and is masked wherever settings are printed. */
  readonly secret?: boolean;
};

const DECLARATIONS = {
  host: { name: 'host', schema: z.string().min(1).max(253), fallback: '127.0.0.1' },
  port: { name: 'port', schema: z.coerce.number().int().min(0).max(65_535), fallback: 8080 },
  data: { name: 'data', schema: z.string().min(1).max(4096), fallback: './data' },
  baseUrl: { name: 'base_url', schema: BASE_URL, fallback: null },
  trustedProxies: { name: 'trusted_proxies', schema: cidrList, fallback: [] },
  adminEmail: { name: 'admin_email', schema: z.email().max(254), fallback: null },
  adminPassword: { name: 'admin_password', schema: z.string().min(12).max(1024), fallback: null, secret: true },
  location: { name: 'location', schema: z.enum(['full', 'city', 'country']), fallback: 'full' },
  sizeEvidence: { name: 'size_evidence', schema: z.enum(['presumed', 'stated']), fallback: 'presumed' },
  minimumEmployees: {
    name: 'minimum_employees',
    schema: z.coerce.number().int().min(5).max(100_000),
    fallback: 5,
  },
  organisationPage: { name: 'organisation_page', schema: z.enum(['on', 'off']), fallback: 'off' },
  syslogPort: { name: 'syslog_port', schema: z.coerce.number().int().min(1).max(65_535), fallback: null },
  lineSocket: { name: 'line_socket', schema: z.string().startsWith('/').max(103), fallback: null },
  minimumConfidence: { name: 'minimum_confidence', schema: z.coerce.number().min(0).max(1), fallback: 0.7 },
} as const satisfies Record<string, Declaration>;

type SettingKey = keyof typeof DECLARATIONS;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a constant table
const KEYS = Object.keys(DECLARATIONS) as SettingKey[];

export type SettingFlags = Partial<Readonly<Record<SettingKey, string | undefined>>>;

/** Reads the settings in force. `folder` is where `doorplate.toml` and relative paths start from. */
export function readSettings(
  flags: SettingFlags,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  folder: string = process.cwd(),
): Result<Settings, SettingsFault> {
  const fromFile = readFileSettings(resolve(folder, 'doorplate.toml'));
  if (!fromFile.ok) return fromFile;
  const fromEnvironment = readEnvironment(environment);
  if (!fromEnvironment.ok) return fromEnvironment;

  const values: Record<string, unknown> = {};
  const origins: Record<string, SettingOrigin> = {};
  for (const key of KEYS) {
    const { name, schema, fallback }: Declaration = DECLARATIONS[key];
    const candidates: readonly (readonly [SettingOrigin, unknown])[] = [
      ['flag', flags[key]],
      ['environment', fromEnvironment.value[name]],
      ['file', fromFile.value[name]],
    ];
    const given = candidates.find(([, value]) => value !== undefined);
    if (!given) {
      values[key] = fallback;
      origins[key] = 'default';
      continue;
    }
    const read = schema.safeParse(given[1]);
    if (!read.success) return fault({ code: 'SETTING_INVALID', setting: name });
    values[key] = read.data;
    origins[key] = given[0];
  }
  // Each value has passed the schema that its declaration names, so the record has the shape of Settings.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as the line above says
  const settings = { ...values, origins } as unknown as Settings;
  return ok({ ...settings, data: resolve(folder, settings.data) });
}

/** The settings as rows for people: secrets are masked. */
export function describeSettings(settings: Settings): { name: string; value: string; origin: SettingOrigin }[] {
  return KEYS.map((key) => {
    const { name, secret }: Declaration = DECLARATIONS[key];
    const value = settings[key];
    const text = value === null || (Array.isArray(value) && value.length === 0) ? '–' : String(value);
    return { name, value: secret && value !== null ? '********' : text, origin: settings.origins[key] ?? 'default' };
  });
}

/** True where nothing says that this is more than somebody trying the product out on his own machine. */
export function isEvaluation(settings: Settings): boolean {
  return isLoopback(settings.host) && settings.baseUrl === null && settings.adminEmail === null;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function readFileSettings(path: string): Result<Record<string, unknown>, SettingsFault> {
  if (!existsSync(path)) return ok({});
  let table: Record<string, unknown>;
  try {
    table = parseToml(readFileSync(path, 'utf8'));
  } catch {
    return fault({ code: 'SETTING_FILE_UNREADABLE', setting: 'doorplate.toml' });
  }
  const known = new Set<string>(KEYS.map((key) => DECLARATIONS[key].name));
  const unknown = Object.keys(table).find((name) => !known.has(name));
  return unknown === undefined ? ok(table) : fault({ code: 'SETTING_UNKNOWN', setting: unknown.slice(0, 64) });
}

/** Variables of the environment that belong to tools around the product, not to its settings. */
const NOT_SETTINGS = new Set(['DOORPLATE_CHROMIUM']);

function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Record<string, string>, SettingsFault> {
  const values: Record<string, string> = {};
  const byVariable = new Map<string, Declaration>();
  for (const key of KEYS) byVariable.set(`DOORPLATE_${DECLARATIONS[key].name.toUpperCase()}`, DECLARATIONS[key]);
  for (const [variable, value] of Object.entries(environment)) {
    if (!variable.startsWith('DOORPLATE_') || NOT_SETTINGS.has(variable) || value === undefined) continue;
    const direct = byVariable.get(variable);
    if (direct) {
      values[direct.name] = value;
      continue;
    }
    const secret = variable.endsWith('_FILE') ? byVariable.get(variable.slice(0, -'_FILE'.length)) : undefined;
    if (!secret?.secret) return fault({ code: 'SETTING_UNKNOWN', setting: variable.slice(0, 64) });
    try {
      values[secret.name] = readFileSync(value, 'utf8').replace(/\r?\n$/, '');
    } catch {
      return fault({ code: 'SETTING_FILE_UNREADABLE', setting: variable });
    }
  }
  return ok(values);
}
