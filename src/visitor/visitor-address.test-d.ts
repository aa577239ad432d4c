// Checked by tsc: every expected error below must be one. Nothing here runs.
import { NOTHING_TOLD, type Hit } from '../contracts/hit.ts';
import type { CompanyRecord } from '../contracts/company.ts';
import type { Verdict } from '../contracts/verdict.ts';
import type { Lendable } from './lendable.ts';
import { VisitorAddress } from './visitor-address.ts';

declare const verdict: Verdict;
declare const lent: VisitorAddress;

// What a loan is for.
export const asked: Verdict | null = VisitorAddress.lend('', () => verdict);
export const counted: number | null = VisitorAddress.lend('', (address) => address.recordIn({ find4, find6 }));
export const excluded: boolean | null = VisitorAddress.lend('', (address) => address.isIn({ has4, has6 }));
declare const has4: (address: number) => boolean;
declare const has6: (bytes: Uint8Array) => boolean;
declare const find4: (address: number) => number;
declare const find6: (bytes: Uint8Array) => number;

// @ts-expect-error nobody makes an address but the loan
export const made = new VisitorAddress();

// It cannot be returned, bare or inside anything.
// @ts-expect-error
VisitorAddress.lend('', (address) => address);
// @ts-expect-error
VisitorAddress.lend('', (address) => ({ address }));
// @ts-expect-error
VisitorAddress.lend('', (address) => [1, [address]]);
// @ts-expect-error
VisitorAddress.lend('', (address) => new Map([['address', address]]));
// @ts-expect-error
VisitorAddress.lend('', (address) => ({ verdict, deep: { list: [{ address }] } }));
// @ts-expect-error
VisitorAddress.lend('', (address): VisitorAddress | null => address);
// @ts-expect-error
VisitorAddress.lend('', (address): unknown => address);
// @ts-expect-error
VisitorAddress.lend('', (address): object => address);

// Neither can anything that still reaches it: a closure, an iterator, a weak reference.
// @ts-expect-error
VisitorAddress.lend('', (address) => () => address.recordIn({ find4, find6 }));
// @ts-expect-error
// oxlint-disable-next-line typescript/unbound-method -- it is what must not pass
VisitorAddress.lend('', (address) => address.recordIn);
// @ts-expect-error
VisitorAddress.lend('', (address) => () => address.isIn({ has4, has6 }));
// @ts-expect-error
VisitorAddress.lend('', function* (address) {
  yield address.recordIn({ find4, find6 });
});
// @ts-expect-error
VisitorAddress.lend('', (address) => new WeakRef(address));
// @ts-expect-error
VisitorAddress.lend('', (address) => new Proxy(address, {}));

// It cannot be awaited across: a loan is over before anything asynchronous starts.
// @ts-expect-error
VisitorAddress.lend('', async (address) => address.recordIn({ find4, find6 }));
// @ts-expect-error
VisitorAddress.lend('', (address) => Promise.resolve(address.recordIn({ find4, find6 })));
// @ts-expect-error
VisitorAddress.lend('', async function* (address) {
  yield address.recordIn({ find4, find6 });
});
// @ts-expect-error
VisitorAddress.lend('', (address) => ({ later: Promise.resolve(address.recordIn({ find4, find6 })) }));

// It cannot be stored: no shape that is written or sent has room for it.
// @ts-expect-error
export const storable: Lendable = lent;
// @ts-expect-error
export const path: Hit['path'] = lent;
// @ts-expect-error
export const visitKey: (Verdict & { kind: 'company' })['visitKey'] = lent;
// @ts-expect-error
export const evidence: CompanyRecord['evidence'][number]['object'] = lent;
export const hit: Hit = {
  site: '',
  name: '',
  host: '',
  path: '',
  referrerHost: null,
  campaign: { source: null, medium: null, name: null },
  ...NOTHING_TOLD,
  // @ts-expect-error
  address: lent,
};

// It cannot be serialised: its JSON is nothing, and its bytes are nobody's to read.
export const json: undefined = lent.toJSON();
// @ts-expect-error
export const bytes: unknown = lent.bytes;
// @ts-expect-error
export const number: number = lent * 1;
// @ts-expect-error
export const text: string = lent;
