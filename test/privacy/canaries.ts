import { randomBytes, randomInt } from 'node:crypto';
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
  // The IPv6 space is nearly empty: draws start from the first addresses of blocks that are in use.
  const blocks = blocksInUse(whitelist.find6);
  for (let draw = 0; draw < MOST_DRAWS && isShort(drawn, 6, each); draw++) {
    const start = blocks[draw % blocks.length];
    if (start === undefined) break;
    const bytes = Buffer.concat([start, randomBytes(12)]);
    keep(6, whitelist.find6(bytes), ipaddr.fromByteArray([...bytes]).toString(), whitelist.prefixAt6(bytes));
  }
  whitelist.close();
  return drawn;
}

function isShort(drawn: Record<keyof Canaries, string[]>, family: 4 | 6, each: number): boolean {
  return (['company', 'withheld', 'unlisted'] as const).some((kind) => drawn[`${kind}${family}`].length < each);
}

/** The /32 blocks of 2000::/3, in steps, in whose first /48 or somewhere at random an answer differs from "not listed". */
function blocksInUse(find6: (bytes: Uint8Array) => number): Buffer[] {
  const blocks: Buffer[] = [];
  for (let number = 0x2001_0000; number < 0x2c10_0000; number++) {
    const start = Buffer.alloc(4);
    start.writeUInt32BE(number);
    if (find6(Buffer.concat([start, Buffer.alloc(12)])) >= 0) blocks.push(start);
    // Registries hand out neighbouring blocks: between 2003:: and 2400:: there is little.
    if (number === 0x2003_ffff) number = 0x23ff_ffff;
  }
  return blocks;
}

function isEndOf(address: string, prefix: string): boolean {
  return prefix.startsWith(`${address}/`) || prefix.startsWith(`${address}-`) || prefix.endsWith(`-${address}`);
}

function dotted(number: number): string {
  return [24, 16, 8, 0].map((bits) => (number >>> bits) & 255).join('.');
}
