import { fault, ok, type Result } from '../contracts/result.ts';
import { OPT_OUT_COOKIE } from '../contracts/opt-out.ts';
import { asUtf8, hostWithoutPort, type LogLineFault, type ReadLine } from './log-entry.ts';
import { isMethod } from './log-line.ts';

/** Position of each field in a line, as the directive `#Fields:` has named them; names in lower case. */
export type W3cFields = ReadonlyMap<string, number>;

const NEEDED = ['date', 'time', 'cs-method', 'cs-uri-stem', 'sc-status', 'c-ip'];

/** Reads the directive `#Fields:`; null for another directive, or where a field is missing without which no line can be read. */
export function readW3cFields(line: string): W3cFields | null {
  const names = /^#Fields:\s*(.+)$/i.exec(line)?.[1];
  if (names === undefined) return null;
  const fields = new Map(
    names
      .toLowerCase()
      .split(/\s+/)
      .map((name, at) => [name, at]),
  );
  return NEEDED.every((name) => fields.has(name)) ? fields : null;
}

/**
 * Reads a line of the W3C extended format as IIS writes it: times are UTC, `-` is nothing, a space within a value is `+`.
 * Objections are told where the site logs the fields `cs(DNT)`, `cs(Sec-GPC)` and `cs(Cookie)`.
 * @param line one line without its end, decoded as latin-1: a byte a character
 */
export function readW3cLine(line: string, fields: W3cFields): Result<ReadLine, LogLineFault> {
  const values = line.split(' ');
  if (values.length !== fields.size) return fault('unreadable-line');
  /** null where the format does not have the field. */
  const told = (name: string): string | null => {
    const at = fields.get(name);
    const value = at === undefined ? null : (values[at] ?? null);
    return value === '-' ? '' : value;
  };
  const text = (name: string): string => asUtf8(told(name) ?? '');
  const at = readMoment(text('date'), text('time'));
  const status = Number(text('sc-status'));
  const peer = text('c-ip');
  if (at === null || !(status >= 100 && status <= 599) || peer === '') return fault('unreadable-line');
  const method = text('cs-method');
  const stem = text('cs-uri-stem');
  if (!isMethod(method) || stem === '') return fault('unreadable-request');
  const query = text('cs-uri-query');
  const cookies = told('cs(cookie)');
  return ok({
    entry: {
      at,
      virtualHost: hostWithoutPort(text('cs-host') || text('cs(host)')),
      method,
      target: query === '' ? stem : `${stem}?${query}`,
      status,
      referrer: text('cs(referer)'),
      userAgent: text('cs(user-agent)').replaceAll('+', ' ') || undefined,
      signals: {
        dnt: told('cs(dnt)'),
        gpc: told('cs(sec-gpc)'),
        optOut: cookies === null ? null : cookies.includes(`${OPT_OUT_COOKIE}=1`),
      },
      purpose: text('cs(sec-purpose)'),
      destination: text('cs(sec-fetch-dest)'),
    },
    client: { peer, forwardedFor: text('cs(x-forwarded-for)').replaceAll('+', ' ') || undefined },
    site: null,
  });
}

function readMoment(date: string, time: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d:\d\d(?:\.\d+)?$/.test(time)) return null;
  const at = Date.parse(`${date}T${time}Z`);
  return Number.isNaN(at) ? null : at;
}
