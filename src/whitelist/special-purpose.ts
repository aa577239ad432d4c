/**
 * Special-purpose ranges: no company stands behind them, whatever a source says. From the IANA IPv4 and IPv6
 * Special-Purpose Address Registries (RFC 6890 and its updates) and, for multicast and the reserved class E,
 * RFC 5771, RFC 1112 and RFC 4291; site-local addresses (RFC 3879) are deprecated and still not public.
 */
export type SpecialRange = { readonly prefix: string; readonly name: string };

export const SPECIAL_RANGES_4: readonly SpecialRange[] = [
  { prefix: '0.0.0.0/8', name: 'this network' },
  { prefix: '10.0.0.0/8', name: 'private use' },
  { prefix: '100.64.0.0/10', name: 'shared address space' },
  { prefix: '127.0.0.0/8', name: 'loopback' },
  { prefix: '169.254.0.0/16', name: 'link local' },
  { prefix: '172.16.0.0/12', name: 'private use' },
  { prefix: '192.0.0.0/24', name: 'protocol assignments' },
  { prefix: '192.0.2.0/24', name: 'documentation' },
  { prefix: '192.31.196.0/24', name: 'AS112' },
  { prefix: '192.52.193.0/24', name: 'automatic multicast tunnelling' },
  { prefix: '192.88.99.0/24', name: '6to4 relay, deprecated' },
  { prefix: '192.168.0.0/16', name: 'private use' },
  { prefix: '192.175.48.0/24', name: 'AS112 delegation' },
  { prefix: '198.18.0.0/15', name: 'benchmarking' },
  { prefix: '198.51.100.0/24', name: 'documentation' },
  { prefix: '203.0.113.0/24', name: 'documentation' },
  { prefix: '224.0.0.0/4', name: 'multicast' },
  { prefix: '240.0.0.0/4', name: 'reserved and broadcast' },
];

export const SPECIAL_RANGES_6: readonly SpecialRange[] = [
  { prefix: '::/96', name: 'unspecified, loopback, IPv4-compatible' },
  { prefix: '::ffff:0:0/96', name: 'IPv4-mapped' },
  { prefix: '64:ff9b::/96', name: 'IPv4-IPv6 translation' },
  { prefix: '64:ff9b:1::/48', name: 'local translation' },
  { prefix: '100::/64', name: 'discard only' },
  { prefix: '100:0:0:1::/64', name: 'dummy prefix' },
  { prefix: '2001::/23', name: 'protocol assignments, Teredo, ORCHID' },
  { prefix: '2001:db8::/32', name: 'documentation' },
  { prefix: '2002::/16', name: '6to4' },
  { prefix: '2620:4f:8000::/48', name: 'AS112 delegation' },
  { prefix: '3fff::/20', name: 'documentation' },
  { prefix: '5f00::/16', name: 'segment routing' },
  { prefix: 'fc00::/7', name: 'unique local' },
  { prefix: 'fe80::/10', name: 'link local' },
  { prefix: 'fec0::/10', name: 'site local, deprecated' },
  { prefix: 'ff00::/8', name: 'multicast' },
];

type Bounds = { readonly first: bigint; readonly last: bigint };

const BOUNDS_4 = SPECIAL_RANGES_4.map(({ prefix }) => boundsOf(prefix, 32n));
const BOUNDS_6 = SPECIAL_RANGES_6.map(({ prefix }) => boundsOf(prefix, 128n));
const FIRSTS_4 = Uint32Array.from(BOUNDS_4, ({ first }) => Number(first));
const LASTS_4 = Uint32Array.from(BOUNDS_4, ({ last }) => Number(last));

/** Upper 16 bits under which a special IPv6 range lies: all other addresses pay for one look into this table. */
const GROUPS_6 = groupsWithSpecialRanges();

export function isSpecial4(address: number): boolean {
  let low = 0;
  let high = FIRSTS_4.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((FIRSTS_4[middle] ?? 0) <= address) low = middle + 1;
    else high = middle;
  }
  return low > 0 && address <= (LASTS_4[low - 1] ?? 0);
}

/** Takes 16 bytes in network order. */
export function isSpecial6(bytes: Uint8Array): boolean {
  return GROUPS_6[((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)] === 1 && specialBounds6(bytesToInteger(bytes)) !== null;
}

export function specialBounds4(address: number): Bounds | null {
  return boundsAround(BOUNDS_4, BigInt(address));
}

export function specialBounds6(address: bigint): Bounds | null {
  return boundsAround(BOUNDS_6, address);
}

/** An address of 4 or 16 bytes in network order as an integer. */
export function bytesToInteger(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}

function boundsAround(table: readonly Bounds[], address: bigint): Bounds | null {
  return table.find(({ first, last }) => first <= address && address <= last) ?? null;
}

function boundsOf(prefix: string, bits: bigint): Bounds {
  const [text = '', length = ''] = prefix.split('/');
  const first = bits === 32n ? parts(text.split('.'), 10, 8n) : parts(expand(text), 16, 16n);
  return { first, last: first | ((1n << (bits - BigInt(length))) - 1n) };
}

function parts(words: readonly string[], radix: number, bits: bigint): bigint {
  let value = 0n;
  for (const word of words) value = (value << bits) | BigInt(Number.parseInt(word, radix));
  return value;
}

/** The eight words of a colon notation of this file's own table. */
function expand(text: string): string[] {
  const [left = '', right = ''] = text.split('::');
  const before = left.split(':').filter(Boolean);
  const after = right.split(':').filter(Boolean);
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}

function groupsWithSpecialRanges(): Uint8Array {
  const groups = new Uint8Array(1 << 16);
  for (const { first, last } of BOUNDS_6) groups.fill(1, Number(first >> 112n), Number(last >> 112n) + 1);
  return groups;
}
