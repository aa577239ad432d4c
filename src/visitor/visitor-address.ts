import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import type { AddressRanges } from '../contracts/exclusion.ts';
import type { Whitelist } from '../whitelist/open-whitelist.ts';
import type { Lendable } from './lendable.ts';
import { ADDRESS_BYTES, readAddress } from './read-address.ts';

const NAME = 'VisitorAddress';

/** Site id (8 bytes), family (1), address (16): what a visit key is computed from. Wiped after each use. */
const keyMessage = Buffer.alloc(25);

/**
 * A visitor's address for the moment in which it is needed (privacy promises 1 to 3). It is lent to a synchronous
 * function and wiped before `lend` returns; it answers three questions and reveals itself to nobody: conversions to
 * text, JSON, inspection and cloning give its class name or nothing.
 */
export class VisitorAddress {
  readonly #bytes = new Uint8Array(ADDRESS_BYTES);
  /** 4 or 6 while lent, 0 afterwards. */
  #family: 0 | 4 | 6 = 0;

  private constructor() {
    // Only `lend` makes one.
  }

  /**
   * Lends the address written in `text` to `use` and wipes it, whatever happens there.
   * Answers what `use` answers; null when the text is no address.
   * @throws what `use` throws
   */
  static lend<T extends Lendable>(text: string, use: (address: VisitorAddress) => T): T | null {
    const address = new VisitorAddress();
    try {
      address.#family = readAddress(text, address.#bytes);
      return address.#family === 0 ? null : use(address);
    } finally {
      address.#family = 0;
      address.#bytes.fill(0);
    }
  }

  /** Index of the whitelist record that holds the address, NOT_LISTED or SPECIAL. @throws Error after the loan */
  recordIn(whitelist: Pick<Whitelist, 'find4' | 'find6'>): number {
    if (this.#family === 6) return whitelist.find6(this.#bytes);
    if (this.#family === 0) throw forgotten();
    return whitelist.find4(number4(this.#bytes));
  }

  /** Whether one of the ranges holds the address; which one, nobody learns. @throws Error after the loan */
  isIn(ranges: AddressRanges): boolean {
    if (this.#family === 6) return ranges.has6(this.#bytes);
    if (this.#family === 0) throw forgotten();
    return ranges.has4(number4(this.#bytes));
  }

  /**
   * Key of the open visit of this address on a site: HMAC-SHA-256 under a secret that never leaves the memory
   * (privacy promise 3). Ask only after the verdict `company`. @throws Error after the loan
   */
  visitKey(secret: Uint8Array, siteId: number): string {
    if (this.#family === 0) throw forgotten();
    try {
      keyMessage.writeDoubleBE(siteId, 0);
      keyMessage[8] = this.#family;
      keyMessage.set(this.#bytes, 9);
      return createHmac('sha256', secret).update(keyMessage).digest('base64url');
    } finally {
      keyMessage.fill(0);
    }
  }

  toString(): string {
    return NAME;
  }

  /** Nothing: a property that holds an address is left out of JSON. */
  toJSON(): undefined {
    return undefined;
  }

  [inspect.custom](): string {
    return NAME;
  }
}

function number4(bytes: Uint8Array): number {
  return (((bytes[0] ?? 0) << 24) | ((bytes[1] ?? 0) << 16) | ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0)) >>> 0;
}

/** A bug: somebody kept an address beyond its loan. */
function forgotten(): Error {
  return Object.assign(new Error('the address has been forgotten'), { code: 'ADDRESS_FORGOTTEN' });
}
