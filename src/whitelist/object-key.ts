import { prefixText } from './prefix-text.ts';
import type { Stretch } from './segments.ts';

/** How each kind of source calls a range: the words before it, and whether it writes both ends or a prefix. */
const KEYS: Readonly<Record<string, { readonly four: string; readonly six: string; readonly ends: boolean }>> = {
  ripe: { four: 'inetnum ', six: 'inet6num ', ends: true },
  apnic: { four: 'inetnum ', six: 'inet6num ', ends: true },
  afrinic: { four: 'inetnum ', six: 'inet6num ', ends: true },
  jpnic: { four: 'inetnum ', six: 'inet6num ', ends: true },
  krnic: { four: 'inetnum ', six: 'inet6num ', ends: true },
  twnic: { four: 'inetnum ', six: 'inet6num ', ends: true },
  lacnic: { four: 'inetnum ', six: 'inetnum ', ends: false },
  arin: { four: 'NetRange ', six: 'NetRange ', ends: true },
};
const BARE = { four: '', six: '', ends: false };

/** What a range is called in its own source: `inetnum 192.0.2.0 - 192.0.2.255`; a prefix where nothing else is known. */
export function objectKey(format: string, stretch: Stretch, bits: 32 | 128): string {
  const { four, six, ends } = KEYS[format] ?? BARE;
  const address = (at: bigint): string => prefixText({ first: at, last: at }, bits).replace(/\/\d+$/, '');
  // RPSL writes IPv6 as a prefix.
  const isPrefix = !ends || (bits === 128 && format !== 'arin');
  const range = isPrefix ? prefixText(stretch, bits) : `${address(stretch.first)} - ${address(stretch.last)}`;
  return `${bits === 32 ? four : six}${range}`;
}
