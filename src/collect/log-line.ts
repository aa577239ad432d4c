import { fault, ok, type Result } from '../contracts/result.ts';
import { asUtf8, type LogLineFault, NO_SIGNALS, type ReadLine } from './log-entry.ts';

/**
 * Reads a line of the combined format (Apache `%h %l %u %t "%r" %>s %O "%{Referer}i" "%{User-Agent}i"`, nginx
 * `combined`) or of Apache's vhost_combined, which has `%v:%p` in front. Neither carries an objection.
 * @param line one line without its end, decoded as latin-1: a byte a character
 */
export function readLogLine(line: string): Result<ReadLine, LogLineFault> {
  const opening = line.indexOf(' [');
  const closing = opening + 2 + TIME_LENGTH;
  if (opening < 0 || !line.startsWith('] "', closing)) return fault('unreadable-line');
  const at = readTime(line.slice(opening + 2, closing));
  const client = readClient(line.slice(0, opening));
  const request = readQuoted(line, closing + 3);
  if (at === null || client === null || request === null) return fault('unreadable-line');

  const statusAt = request.end + 2;
  const status = Number(line.slice(statusAt, statusAt + 3));
  const afterStatus = line.indexOf(' ', statusAt);
  const afterBytes = afterStatus < 0 ? -1 : line.indexOf(' "', afterStatus);
  if (!(status >= 100 && status <= 599) || afterStatus !== statusAt + 3 || afterBytes < 0) {
    return fault('unreadable-line');
  }
  const referrer = readQuoted(line, afterBytes + 2);
  if (referrer === null || !line.startsWith(' "', referrer.end + 1)) return fault('unreadable-line');
  const agent = readQuoted(line, referrer.end + 3);
  if (agent === null) return fault('unreadable-line');

  const asked = readRequestLine(request.text);
  if (asked === null) return fault('unreadable-request');
  return ok({
    entry: {
      at,
      virtualHost: client.virtualHost,
      method: asked.method,
      target: asUtf8(asked.target),
      status,
      referrer: referrer.text === '-' ? '' : asUtf8(referrer.text),
      userAgent: agent.text === '-' ? undefined : agent.text,
      signals: NO_SIGNALS,
      purpose: '',
      destination: '',
    },
    client: { peer: client.addressText, forwardedFor: undefined },
    site: null,
  });
}

/** `GET /path HTTP/1.1`; null where the client sent something else. */
export function readRequestLine(text: string): { readonly method: string; readonly target: string } | null {
  const [method = '', target = '', protocol = '', ...rest] = text.split(' ');
  if (rest.length > 0 || !isMethod(method) || target === '' || !protocol.startsWith('HTTP/')) return null;
  return { method, target };
}

export function isMethod(text: string): boolean {
  return /^[A-Z]{3,16}$/.test(text);
}

/** `17/May/2015:10:05:03 +0000` */
const TIME = /^(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;
const TIME_LENGTH = 26;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MINUTE_MS = 60_000;

/** Time of a line (`17/May/2015:10:05:03 +0000`) as ms since 1970, UTC; null where it is none. */
export function readTime(text: string): number | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, day, monthName = '', year, hour, minute, second, sign, zoneHours, zoneMinutes] = match;
  const month = MONTHS.indexOf(monthName);
  const local = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second));
  const date = new Date(local);
  // A day or an hour that does not exist has moved the date.
  if (month < 0 || date.getUTCDate() !== Number(day) || date.getUTCHours() !== Number(hour)) return null;
  const offsetMs = (Number(zoneHours) * 60 + Number(zoneMinutes)) * MINUTE_MS;
  return sign === '-' ? local + offsetMs : local - offsetMs;
}

/** What stands before the time: client, identity, user; with a virtual host in front in vhost_combined. */
function readClient(text: string): { readonly virtualHost: string | null; readonly addressText: string } | null {
  const [first = '', second = '', ...rest] = text.split(' ');
  if (first === '' || second === '' || rest.length === 0) return null;
  // In the combined format the second word is the client's identity (RFC 1413), which is `-` on all but historic servers.
  const port = /^(.+):\d{1,5}$/.exec(first);
  if (port?.[1] === undefined || rest.length === 1 || second === '-') return { virtualHost: null, addressText: first };
  return { virtualHost: port[1].toLowerCase(), addressText: second };
}

/** Text up to the closing quote, with the servers' escapes resolved; `end` is the position of that quote. */
function readQuoted(line: string, from: number): { readonly text: string; readonly end: number } | null {
  let end = line.indexOf('"', from);
  if (end < 0) return null;
  const backslash = line.indexOf('\\', from);
  if (backslash < 0 || backslash > end) return { text: line.slice(from, end), end };
  end = backslash;
  while (end < line.length && line[end] !== '"') end += line[end] === '\\' ? 2 : 1;
  return end >= line.length ? null : { text: unescapeQuoted(line.slice(from, end)), end };
}

/** Apache (`ap_escape_logitem`): `\"`, `\\`, `\xHH` and C escapes; nginx: `\xHH`. */
function unescapeQuoted(text: string): string {
  return text.replaceAll(/\\(?:x([\da-fA-F]{2})|(.))/gs, (_escape, hex: string | undefined, other: string) =>
    hex === undefined ? (C_ESCAPES[other] ?? other) : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

const C_ESCAPES: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', v: '\v', f: '\f' };
