import * as fc from 'fast-check';
import { isIPv4, isIPv6 } from 'node:net';
import { describe, expect, test } from 'vitest';
import { addressText } from './address-text.ts';
import { readTrustedProxies, type TrustedProxies } from './trusted-proxies.ts';

const CLIENT = '203.0.113.9';
const FORGED = '203.0.113.200';
const PROXY = '192.0.2.10';
const BEHIND = '198.51.100.20';

function trusting(...entries: readonly string[]): TrustedProxies {
  const read = readTrustedProxies(entries);
  if (!read.ok) throw new Error(read.fault);
  return read.value;
}

const TRUSTED = trusting('192.0.2.0/24', '198.51.100.20', '2001:db8:aaaa::/48');

describe('without trusted proxies the peer is the client', () => {
  test.each([
    ['no header', undefined],
    ['a forged header', FORGED],
    ['rubbish', ',,,;;'],
  ])('%s', (_what, header) => {
    expect(addressText(CLIENT, header, trusting())).toBe(CLIENT);
  });

  test('a connection that is gone has no address', () => {
    expect(addressText(undefined, FORGED, trusting())).toBeNull();
  });
});

test.each([
  ['the proxy appended the client', CLIENT, CLIENT],
  ['the client forged a hop before', `${FORGED}, ${CLIENT}`, CLIENT],
  ['the client forged a proxy of ours before', `${PROXY}, ${CLIENT}`, CLIENT],
  ['the client forged rubbish before', `not an address, ${CLIENT}`, CLIENT],
  ['two trusted proxies in a row', `${FORGED}, ${CLIENT}, ${BEHIND}`, CLIENT],
  ['a trusted IPv6 proxy', `${CLIENT}, 2001:db8:aaaa::1`, CLIENT],
  ['a mapped trusted proxy', `${CLIENT}, ::ffff:${BEHIND}`, CLIENT],
  ['an IPv6 client', '2001:db8::9', '2001:db8::9'],
  ['an IPv6 client in brackets', '[2001:db8::9]', '2001:db8::9'],
  ['an IPv6 client with a port', '[2001:db8::9]:4711', '2001:db8::9'],
  ['an IPv4 client with a port', `${CLIENT}:4711`, CLIENT],
  ['no spaces', `${FORGED},${CLIENT}`, CLIENT],
  ['tabs and spaces', `${FORGED} ,\t ${CLIENT} `, CLIENT],
  ['no header', undefined, null],
  ['an empty header', '', null],
  ['only trusted proxies', `${PROXY}, ${BEHIND}`, null],
  ['a last hop that is no address', `${CLIENT}, unknown`, null],
  ['an obfuscated hop', `${CLIENT}, _hidden`, null],
  ['an empty last hop', `${CLIENT},`, null],
  ['an empty hop behind a trusted one', `${CLIENT},,${BEHIND}`, null],
  ['a zone id', 'fe80::1%eth0', null],
  ['an octal notation', '0313.0.113.9', null],
  ['a host name', 'client.example.org', null],
  ['a prefix', '203.0.113.0/24', null],
  ['two addresses without a comma', `${FORGED} ${CLIENT}`, null],
  ['a chain without an end', `${CLIENT}${`, ${PROXY}`.repeat(40)}`, null],
])('behind a trusted proxy, %s', (_what, header, expected) => {
  expect(addressText(PROXY, header, TRUSTED)).toBe(expected);
});

test('a trusted peer on a socket of both families is recognised', () => {
  expect(addressText(`::ffff:${PROXY}`, CLIENT, TRUSTED)).toBe(CLIENT);
});

test.each([['192.0.2.0/33'], ['192.0.2'], ['localhost'], [''], ['2001:db8::/129'], ['192.0.2.1-192.0.2.9']])(
  '%s is no trusted proxy',
  (entry) => {
    expect(readTrustedProxies([PROXY, entry])).toEqual({ ok: false, fault: 'TRUSTED_PROXY_UNREADABLE' });
  },
);

test.each([
  ['0.0.0.0/0', '203.0.113.1', true],
  ['0.0.0.0/0', '2001:db8::1', false],
  ['::/0', '2001:db8::1', true],
  ['192.0.2.128/25', '192.0.2.127', false],
  ['192.0.2.128/25', '192.0.2.128', true],
  ['192.0.2.77/24', '192.0.2.1', true],
  ['::ffff:192.0.2.1', '192.0.2.1', true],
  ['192.0.2.1', '192.0.2.11', false],
  ['2001:db8:aaaa::/48', '2001:db8:aaab::1', false],
])('with %s trusted, %s is trusted: %s', (entry, address, expected) => {
  expect(trusting(entry).trusts(address)).toBe(expected);
});

/** The same rule, written down slowly: split, walk back, compare prefixes as texts of bits. */
function slowAddressText(peer: string, header: string | undefined, trusted: readonly string[]): string | null {
  const isTrusted = (address: string) =>
    trusted.some((cidr) => {
      const [network = '', bits = ''] = cidr.split('/');
      return bitsOf(address).startsWith(bitsOf(network).slice(0, Number(bits)));
    });
  if (trusted.length === 0 || !isTrusted(peer)) return peer;
  for (const hop of (header ?? '').split(',').toReversed()) {
    const address = hop.trim();
    if (!isIPv4(address) && !isIPv6(address)) return null;
    if (!isTrusted(address)) return address;
  }
  return null;
}

function words(text = ''): readonly string[] {
  return text.split(':').filter(Boolean);
}

function bitsOf(address: string): string {
  if (isIPv4(address)) {
    return `4${address
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('')}`;
  }
  const [left = '', right] = address.split('::');
  const zeros = 8 - words(left).length - words(right).length;
  return `6${[...words(left), ...Array<string>(zeros).fill('0'), ...words(right)]
    .map((word) => Number.parseInt(word, 16).toString(2).padStart(16, '0'))
    .join('')}`;
}

// The slow model counts the family as the first bit.
const NETWORKS = ['192.0.2.0/25', '198.51.100.0/29', '2001:db8:aaaa::/49'];
const addresses = fc.oneof(
  fc.nat(255).map((last) => `192.0.2.${last}`),
  fc.nat(15).map((last) => `198.51.100.${last}`),
  fc.nat(255).map((last) => `203.0.113.${last}`),
  fc.nat(0xffff).map((last) => `2001:db8:aaaa::${last.toString(16)}`),
  fc.nat(0xffff).map((last) => `2001:db8:bbbb:0:1:2:3:${last.toString(16)}`),
);
const hops = fc.oneof(
  { weight: 6, arbitrary: addresses },
  fc.constantFrom('', 'unknown', '_x', '256.1.1.1', '1.2.3', '::g', '"'),
);
const chains = fc.option(
  fc.array(hops, { maxLength: 12 }).map((list) => list.join(', ')),
  { nil: undefined },
);
const networks = fc.subarray(NETWORKS);

test('1,000 random chains come out as the slow model says', () => {
  fc.assert(
    fc.property(addresses, chains, networks, (peer, header, trusted) => {
      const slow = slowAddressText(
        peer,
        header,
        trusted.map((cidr) => cidr.replace(/\d+$/, (bits) => String(Number(bits) + 1))),
      );
      expect(addressText(peer, header, trusting(...trusted))).toBe(slow);
    }),
    { numRuns: 1000 },
  );
});

test('whatever a client writes in front of what the proxies append, the outcome is the same', () => {
  fc.assert(
    fc.property(
      addresses,
      fc.oneof(
        fc.string(),
        chains.map((chain) => chain ?? ''),
      ),
      networks,
      (client, forged, trusted) => {
        fc.pre(!trusting(...trusted).trusts(client));
        const proxies = trusting(...trusted, `${PROXY}/32`);
        fc.pre(!proxies.trusts(client));
        expect(addressText(PROXY, `${forged}, ${client}, ${PROXY}`, proxies)).toBe(client);
      },
    ),
    { numRuns: 1000 },
  );
});

test('headers of a peer that is no trusted proxy never change the outcome', () => {
  fc.assert(
    fc.property(fc.option(fc.string(), { nil: undefined }), (forged) => {
      expect(addressText(CLIENT, forged, TRUSTED)).toBe(CLIENT);
    }),
  );
});
