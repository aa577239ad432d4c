import { domainToASCII } from 'node:url';
import { parse } from 'tldts';

/** Names that never stand in the public domain system and that sites under test use (RFC 2606, RFC 6761, ICANN .internal). */
const RESERVED_TOP_LEVELS = new Set(['localhost', 'example', 'test', 'internal']);

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The domain of a site as it is stored and compared: ASCII (IDNA), lower case, without a final dot. null when the text
 * is no domain that can be registered: an address, a public suffix, a URL, a name with a port.
 */
export function readDomain(text: string): string | null {
  if (text.length > 253 || /[\s/:@?#%\\[\]]/.test(text)) return null;
  const ascii = domainToASCII(text).replace(/\.$/, '').toLowerCase();
  if (ascii.length === 0 || ascii.length > 253) return null;
  const labels = ascii.split('.');
  if (!labels.every((label) => LABEL.test(label))) return null;
  if (ascii === 'localhost') return ascii;
  if (labels.length > 1 && RESERVED_TOP_LEVELS.has(labels.at(-1) ?? '')) return ascii;
  const { domain, isIp, isIcann } = parse(ascii);
  return isIp !== true && isIcann === true && domain !== null ? ascii : null;
}

/** This machine's own addresses, as they stand in a page's URL. */
const LOOPBACK_HOSTS = new Set(['127.0.0.1', '[::1]']);

/** A further host on which a site's pages stand: a domain, or this machine while somebody tries things out. */
export function readHost(text: string): string | null {
  return LOOPBACK_HOSTS.has(text) ? text : readDomain(text);
}
