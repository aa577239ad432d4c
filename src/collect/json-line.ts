import { fault, ok, type Result } from '../contracts/result.ts';
import { asUtf8, hostWithoutPort, type LogLineFault, type LogSignals, type ReadLine } from './log-entry.ts';
import { isMethod, readRequestLine, readTime } from './log-line.ts';

type Field =
  | 'time'
  | 'host'
  | 'request'
  | 'method'
  | 'target'
  | 'query'
  | 'status'
  | 'referrer'
  | 'agent'
  | 'client'
  | 'forwarded'
  | 'dnt'
  | 'gpc'
  | 'optOut'
  | 'purpose'
  | 'destination'
  | 'site';

/**
 * Names of fields in flat JSON lines: the shipped format (the first name each) and the variables of nginx under the names
 * that its users give them. The first that is there counts.
 */
const NAMES: { readonly [field in Field]: readonly string[] } = {
  time: ['time', 'msec', 'time_iso8601', '@timestamp', 'timestamp', 'time_local', 'ts', 'date'],
  host: ['host', 'http_host', 'server_name', 'vhost', 'domain'],
  request: ['request', 'request_line'],
  method: ['method', 'request_method', 'verb'],
  target: ['target', 'request_uri', 'uri', 'url', 'path'],
  query: ['args', 'query_string'],
  status: ['status', 'status_code', 'response', 'code'],
  referrer: ['referrer', 'http_referer', 'http_referrer', 'referer'],
  agent: ['agent', 'http_user_agent', 'user_agent', 'useragent'],
  client: ['client', 'remote_addr', 'client_ip', 'clientip', 'remote_ip', 'remote_address', 'ip'],
  forwarded: ['forwarded', 'http_x_forwarded_for', 'x_forwarded_for', 'xff'],
  dnt: ['dnt', 'http_dnt'],
  gpc: ['gpc', 'http_sec_gpc', 'sec_gpc'],
  optOut: ['opt_out', 'cookie_doorplate_opt_out'],
  purpose: ['purpose', 'http_sec_purpose', 'http_purpose', 'sec_purpose'],
  destination: ['dest', 'http_sec_fetch_dest', 'sec_fetch_dest'],
  site: ['site'],
};

/** What the shipped configuration of Caddy writes into the field `user_id`: its lines carry the opt-out cookie. */
const CADDY_MARK = 'doorplate-1';

type Json = { readonly [name: string]: unknown };

/**
 * Reads a line that is one JSON object: the shipped format, a format of nginx (`escape=json`, or its default escapes), or
 * Caddy's access log as it is or as the shipped configuration filters it.
 * @param line one line without its end, decoded as latin-1: a byte a character
 */
export function readJsonLine(line: string): Result<ReadLine, LogLineFault> {
  const read = parseObject(line);
  if (read === null) return fault('unreadable-line');
  return isObject(read['request']) ? readCaddy(read, read['request']) : readFlat(read);
}

function readFlat(read: Json): Result<ReadLine, LogLineFault> {
  const text = (field: Field): string | null => textOf(firstOf(read, NAMES[field]));
  const at = readMoment(firstOf(read, NAMES.time));
  const peer = text('client');
  const status = readStatus(firstOf(read, NAMES.status));
  if (at === null || status === null || peer === null) return fault('unreadable-line');
  const line = text('request');
  const query = text('query');
  const asked =
    line === null
      ? { method: text('method') ?? '', target: withQuery(text('target') ?? '', query) }
      : readRequestLine(line);
  if (asked === null || !isMethod(asked.method) || asked.target === '') return fault('unreadable-request');
  return ok({
    entry: {
      at,
      virtualHost: hostWithoutPort(text('host') ?? ''),
      ...asked,
      status,
      referrer: text('referrer') ?? '',
      userAgent: text('agent') || undefined,
      signals: { dnt: text('dnt'), gpc: text('gpc'), optOut: readFlag(text('optOut')) },
      purpose: text('purpose') ?? '',
      destination: text('destination') ?? '',
    },
    client: { peer, forwardedFor: text('forwarded') || undefined },
    site: text('site') || null,
  });
}

/** Caddy 2: `request` holds the request, with its headers under their canonical names as lists. */
function readCaddy(read: Json, request: Json): Result<ReadLine, LogLineFault> {
  const headers = isObject(request['headers']) ? request['headers'] : null;
  const header = (name: string): string | null => {
    const values = headers?.[name];
    return Array.isArray(values) ? values.map((value) => textOf(value) ?? '').join(', ') : textOf(values);
  };
  const at = readMoment(read['ts']);
  const status = readStatus(read['status']);
  // `client_ip` (2.7) is what Caddy's own list of trusted proxies says; before 2.5 a port stood behind the address.
  const peer =
    textOf(request['client_ip']) ??
    textOf(request['remote_ip']) ??
    textOf(request['remote_addr'])
      ?.replace(/:\d{1,5}$/, '')
      .replace(/^\[(.*)\]$/, '$1') ??
    null;
  if (at === null || status === null || peer === null) return fault('unreadable-line');
  const method = textOf(request['method']) ?? '';
  const target = textOf(request['uri']) ?? '';
  if (!isMethod(method) || target === '') return fault('unreadable-request');
  const signals: LogSignals = {
    dnt: headers === null ? null : (header('Dnt') ?? ''),
    gpc: headers === null ? null : (header('Sec-Gpc') ?? ''),
    // Without the mark nobody knows whether the cookie is missing or was left out of the log.
    optOut: read['user_id'] === CADDY_MARK ? /(?:^|[; ])doorplate_opt_out=1/.test(header('Cookie') ?? '') : null,
  };
  return ok({
    entry: {
      at,
      virtualHost: hostWithoutPort(textOf(request['host']) ?? ''),
      method,
      target,
      status,
      referrer: header('Referer') ?? '',
      userAgent: header('User-Agent') || undefined,
      signals,
      purpose: header('Sec-Purpose') ?? header('Purpose') ?? '',
      destination: header('Sec-Fetch-Dest') ?? '',
    },
    client: { peer, forwardedFor: header('X-Forwarded-For') || undefined },
    site: null,
  });
}

function parseObject(line: string): Json | null {
  try {
    return asObject(JSON.parse(asUtf8(line)));
  } catch {
    // nginx without `escape=json` writes bytes as `\xHH`, which JSON does not know.
    if (!line.includes('\\x')) return null;
  }
  try {
    const escaped = line.replaceAll(/\\x([\dA-Fa-f]{2})/g, (_escape, hex: string) => `\\u00${hex}`);
    return asObject(
      JSON.parse(escaped, (_name, value: unknown) => (typeof value === 'string' ? asUtf8(value) : value)),
    );
  } catch {
    return null;
  }
}

function asObject(value: unknown): Json | null {
  return isObject(value) ? value : null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstOf(read: Json, names: readonly string[]): unknown {
  for (const name of names) if (Object.hasOwn(read, name)) return read[name];
  return undefined;
}

/** null where the field is absent; `-` is how nginx writes nothing without `escape=json`. */
function textOf(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  return value === '-' ? '' : value;
}

/** A cookie with any value but `0` is the flag. */
function readFlag(text: string | null): boolean | null {
  return text === null ? null : !['', '0', 'false'].includes(text);
}

function readStatus(value: unknown): number | null {
  const status = Number(value);
  return Number.isInteger(status) && status >= 100 && status <= 599 ? status : null;
}

/** From here on a number of seconds would lie in the year 5138. */
const FIRST_MILLISECONDS = 1e11;

/** Seconds or milliseconds since 1970, RFC 3339, or the time of the combined format; null for what is none. */
function readMoment(value: unknown): number | null {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value)
        ? Number(value)
        : null;
  if (number !== null) return Math.round(number < FIRST_MILLISECONDS ? number * 1000 : number);
  if (typeof value !== 'string') return null;
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)$/.test(value)) return readTime(value);
  const at = Date.parse(
    value
      .replace(' ', 'T')
      .replace(',', '.')
      .replace(/([+-]\d\d)(\d\d)$/, '$1:$2'),
  );
  return Number.isNaN(at) ? null : at;
}

function withQuery(target: string, query: string | null): string {
  if (query === null || query === '' || target.includes('?')) return target;
  return `${target}?${query}`;
}
