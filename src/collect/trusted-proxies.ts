import ipaddr from 'ipaddr.js';
import { isIP } from 'node:net';
import { fault, ok, type Result } from '../contracts/result.ts';

/** Whether a peer or a hop, given as the text of an address, is a proxy of the operator's own. */
export type TrustedProxies = {
  readonly isEmpty: boolean;
  readonly trusts: (address: string) => boolean;
};

type Range4 = { readonly network: number; readonly mask: number };
type Range6 = readonly [ipaddr.IPv6, number];

/**
 * Reads the operator's list of trusted proxies, once: addresses and CIDRs, IPv4 and IPv6 (`DOORPLATE_TRUSTED_PROXIES`).
 * @returns fault `TRUSTED_PROXY_UNREADABLE` when an entry is neither
 */
export function readTrustedProxies(entries: readonly string[]): Result<TrustedProxies, 'TRUSTED_PROXY_UNREADABLE'> {
  const ranges4: Range4[] = [];
  const ranges6: Range6[] = [];
  for (const entry of entries) {
    const text = entry.trim();
    const isRange = text.includes('/');
    const [address = ''] = text.split('/', 1);
    // ipaddr.js alone would take `192.0.2` and other historic notations.
    if (isIP(address) === 0 || address.includes('%') || (isRange && !ipaddr.isValidCIDR(text))) {
      return fault('TRUSTED_PROXY_UNREADABLE');
    }
    const range = isRange ? ipaddr.parseCIDR(text) : wholeAddress(text);
    if (range[0] instanceof ipaddr.IPv6) {
      ranges6.push([range[0], range[1]]);
      continue;
    }
    const mask = range[1] === 0 ? 0 : (-1 << (32 - range[1])) >>> 0;
    const network = readDotted(range[0].toString());
    ranges4.push({ network: (network & mask) >>> 0, mask });
  }
  return ok({
    isEmpty: entries.length === 0,
    trusts(address) {
      const bare = withoutMapping(address);
      const number = readDotted(bare);
      if (number >= 0) {
        for (const { network, mask } of ranges4) if ((number & mask) >>> 0 === network) return true;
        return false;
      }
      if (ranges6.length === 0 || !ipaddr.IPv6.isValid(bare)) return false;
      const six = ipaddr.IPv6.parse(bare);
      return ranges6.some(([network, bits]) => six.match(network, bits));
    },
  });
}

function wholeAddress(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/** A socket that listens on both families writes IPv4 peers as `::ffff:192.0.2.1`. */
function withoutMapping(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}

/** A dotted IPv4 address as an unsigned number; -1 for anything else. Hops are read on the hot path. */
function readDotted(text: string): number {
  let value = 0;
  let part = 0;
  let digits = 0;
  let parts = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 46) {
      if (digits === 0) return -1;
      value = value * 256 + part;
      part = 0;
      digits = 0;
      parts++;
    } else {
      if (code < 48 || code > 57) return -1;
      part = part * 10 + code - 48;
      digits++;
      if (part > 255) return -1;
    }
  }
  return parts === 3 && digits > 0 ? value * 256 + part : -1;
}
