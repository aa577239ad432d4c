import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { TrustedProxies } from './trusted-proxies.ts';

/** Hops of a chain that are looked at; a longer one was made up. */
const LONGEST_CHAIN = 32;

/**
 * The client's address as text, or null where nobody trustworthy tells it. This file is the one place in the house that
 * reads socket addresses and forwarding headers.
 *
 * A peer that is no trusted proxy is the client, whatever headers it sends. Behind a trusted proxy the hops of
 * `X-Forwarded-For` are walked from the right, as each proxy appends the peer it saw: trusted proxies are passed over,
 * the first other hop is the client, and nothing to its left is looked at. A hop that is no address makes the client
 * unknown, and so does a chain without a client: a proxy is nobody's visit. `Forwarded` (RFC 7239) is never read, for
 * of two headers the one that the proxy does not write could be forged.
 */
export function addressText(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: TrustedProxies,
): string | null {
  if (peer === undefined) return null;
  if (trustedProxies.isEmpty || !trustedProxies.trusts(peer)) return peer;
  if (forwardedFor === undefined) return null;
  let to = forwardedFor.length;
  for (let hop = 0; hop < LONGEST_CHAIN && to >= 0; hop++) {
    const comma = to === 0 ? -1 : forwardedFor.lastIndexOf(',', to - 1);
    const address = readHop(forwardedFor.slice(comma + 1, to).trim());
    if (address === null) return null;
    if (!trustedProxies.trusts(address)) return address;
    to = comma;
  }
  return null;
}

/** The same for a request of `node:http`. */
export function addressTextOf(request: IncomingMessage, trustedProxies: TrustedProxies): string | null {
  const forwardedFor = trustedProxies.isEmpty ? undefined : request.headers['x-forwarded-for'];
  return addressText(
    request.socket.remoteAddress,
    Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
    trustedProxies,
  );
}

/** A hop is an address; some proxies add a port (`192.0.2.1:4711`, `[2001:db8::1]:4711`). Zone ids are refused. */
function readHop(text: string): string | null {
  if (isIP(text) !== 0) return text.includes('%') ? null : text;
  const address = text.replace(/^(?:\[([^\][]*)\]|([\d.]+))(?::\d{1,5})?$/, '$1$2');
  return isIP(address) === 0 || address.includes('%') ? null : address;
}
