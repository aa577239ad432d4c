import { randomBytes, randomFillSync, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ipaddr from 'ipaddr.js';
import { DEFAULT_RELEASE_RULES, releaseReason } from '../../src/company/release-rules.ts';
import { openWhitelist } from '../../src/whitelist/open-whitelist.ts';
import { NOT_LISTED } from '../../src/whitelist/segments.ts';

/** What the whitelist says about a canary. */
export type CanaryClass = 'company' | 'withheld' | 'unlisted';
export type Canaries = { readonly [name in `${CanaryClass}${4 | 6}`]: readonly string[] };

const MOST_DRAWS = 40_000_000;

/**
 * Draws random addresses of each class, as many as asked for. They lie inside ranges and never at the end of one,
 * so that the whitelist itself, which holds the ends, cannot look like a leak.
 */
export function drawCanaries(whitelistFolder: string, each: number): Canaries {
  const whitelist = openWhitelist(whitelistFolder);
  const drawn: Record<keyof Canaries, string[]> = {
    company4: [],
    withheld4: [],
    unlisted4: [],
    company6: [],
    withheld6: [],
    unlisted6: [],
  };
  const classes = new Map<number, CanaryClass>();
  const classOf = (index: number): CanaryClass | null => {
    if (index === NOT_LISTED) return 'unlisted';
    if (index < 0) return null;
    const known = classes.get(index);
    if (known !== undefined) return known;
    const found = releaseReason(whitelist.record(index), DEFAULT_RELEASE_RULES) === null ? 'company' : 'withheld';
    classes.set(index, found);
    return found;
  };
  const keep = (family: 4 | 6, index: number, address: string, prefix: string): void => {
    const kind = classOf(index);
    if (kind === null || isEndOf(address, prefix)) return;
    const list = drawn[`${kind}${family}`];
    if (list.length < each && !list.includes(address)) list.push(address);
  };

  for (let draw = 0; draw < MOST_DRAWS && isShort(drawn, 4, each); draw++) {
    const number = randomInt(2 ** 24, 2 ** 32);
    const kind = classOf(whitelist.find4(number));
    if (kind === null || drawn[`${kind}4`].length >= each) continue;
    keep(4, whitelist.find4(number), dotted(number), whitelist.prefixAt4(number));
  }
  // The IPv6 space is nearly empty: draws lie behind the first addresses of ranges that are in use.
  for (const bytes of inRandomOrder(rangesInUse())) {
    if (!isShort(drawn, 6, each)) break;
    randomFillSync(bytes, 8);
    keep(6, whitelist.find6(bytes), ipaddr.fromByteArray([...bytes]).toString(), whitelist.prefixAt6(bytes));
    const anywhere = Buffer.concat([Buffer.from([0x20 + randomInt(16)]), randomBytes(15)]);
    keep(6, whitelist.find6(anywhere), ipaddr.fromByteArray([...anywhere]).toString(), whitelist.prefixAt6(anywhere));
  }
  whitelist.close();
  return drawn;
}

function isShort(drawn: Record<keyof Canaries, string[]>, family: 4 | 6, each: number): boolean {
  return (['company', 'withheld', 'unlisted'] as const).some((kind) => drawn[`${kind}${family}`].length < each);
}

/** First addresses of the ranges that the embedded whitelist is built from. */
function rangesInUse(): Buffer[] {
  const file = createRequire(import.meta.url).resolve('@ip-location-db/asn/asn-ipv6.csv');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Buffer.from(ipaddr.parse(line.slice(0, line.indexOf(','))).toByteArray()));
}

function* inRandomOrder<Item>(items: Item[]): Generator<Item> {
  for (let left = items.length; left > 0; left--) {
    const at = randomInt(left);
    const [item, last] = [items[at], items[left - 1]];
    if (item === undefined || last === undefined) return;
    items[at] = last;
    yield item;
  }
}

function isEndOf(address: string, prefix: string): boolean {
  return prefix.startsWith(`${address}/`) || prefix.startsWith(`${address}-`) || prefix.endsWith(`-${address}`);
}

function dotted(number: number): string {
  return [24, 16, 8, 0].map((bits) => (number >>> bits) & 255).join('.');
}
