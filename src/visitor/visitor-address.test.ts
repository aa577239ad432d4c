import { inspect } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { expect, test } from 'vitest';
import { createVisitKeySecrets } from './visit-key.ts';
import { VisitorAddress } from './visitor-address.ts';

const TEXT = '203.0.113.77';
const SECRET = new Uint8Array(32).fill(7);

/** Answers the number of the address it is asked for, so that a test sees what a whitelist would be handed. */
const mirror = {
  find4: (address: number) => address,
  find6: (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum + byte, 0),
};

test.each([
  ['toString', String],
  ['joining', (address: VisitorAddress) => [address].join()],
  ['JSON', (address: VisitorAddress) => JSON.stringify({ address, list: [address] })],
  ['inspection', (address: VisitorAddress) => inspect(address, { showHidden: true, depth: 9, getters: true })],
  ['inspection in an object', (address: VisitorAddress) => inspect({ address }, { showHidden: true, depth: 9 })],
  ['structuredClone', (address: VisitorAddress) => inspect(structuredClone(address), { showHidden: true })],
  ['serialisation by v8', (address: VisitorAddress) => inspect(deserialize(serialize(address)))],
  ['copying', (address: VisitorAddress) => JSON.stringify(Object.assign({}, address))],
  ['own names', (address: VisitorAddress) => Reflect.ownKeys(address).map(String).join(',')],
  ['entries', (address: VisitorAddress) => JSON.stringify(Object.entries(address))],
])('%s reveals nothing of a lent address', (_way, reveal) => {
  const said = VisitorAddress.lend(TEXT, (address) => reveal(address));
  expect(said).not.toBeNull();
  expect(said).not.toMatch(/\d/);
});

test('an IPv4 address asks the whitelist as a number, a mapped one too', () => {
  expect(VisitorAddress.lend('203.0.113.77', (address) => address.recordIn(mirror))).toBe(0xcb00714d);
  expect(VisitorAddress.lend('::ffff:203.0.113.77', (address) => address.recordIn(mirror))).toBe(0xcb00714d);
});

test('an IPv6 address asks the whitelist with its sixteen bytes', () => {
  expect(VisitorAddress.lend('2001:db8::1', (address) => address.recordIn(mirror))).toBe(0x20 + 1 + 0x0d + 0xb8 + 1);
});

test('text that is no address is lent to nobody', () => {
  let calls = 0;
  const answer = VisitorAddress.lend('fe80::1%eth0', () => {
    calls++;
    return 1;
  });
  expect([answer, calls]).toEqual([null, 0]);
});

test('an address that was kept answers nothing after its loan', () => {
  const kept: VisitorAddress[] = [];
  VisitorAddress.lend(TEXT, (address) => kept.push(address));
  expect(() => kept[0]?.recordIn(mirror)).toThrow(expect.objectContaining({ code: 'ADDRESS_FORGOTTEN' }));
  expect(() => kept[0]?.visitKey(SECRET, 1)).toThrow(expect.objectContaining({ code: 'ADDRESS_FORGOTTEN' }));
});

test('the bytes are wiped when the loan ends, even when it ends with an error', () => {
  const seen: Uint8Array[] = [];
  const keeper = {
    find4: () => 0,
    find6: (bytes: Uint8Array) => {
      seen.push(bytes);
      return 0;
    },
  };
  VisitorAddress.lend('2001:db8::77', (address) => address.recordIn(keeper));
  expect(() =>
    VisitorAddress.lend('2001:db8::78', (address) => {
      address.recordIn(keeper);
      throw new Error('a bug');
    }),
  ).toThrow('a bug');
  expect(seen).toEqual([new Uint8Array(16), new Uint8Array(16)]);
});

test('one loan inside another keeps both addresses apart', () => {
  const answer = VisitorAddress.lend('192.0.2.1', (outer) => {
    const inner = VisitorAddress.lend('192.0.2.2', (address) => address.recordIn(mirror));
    return [inner, outer.recordIn(mirror)];
  });
  expect(answer).toEqual([0xc0000202, 0xc0000201]);
});

function keyOf(text: string, siteId: number, secret: Uint8Array = SECRET): string | null {
  return VisitorAddress.lend(text, (address) => address.visitKey(secret, siteId));
}

test('a visit key depends on address, site and secret, and on nothing else', () => {
  const key = keyOf(TEXT, 1);
  expect(keyOf(TEXT, 1)).toBe(key);
  expect(keyOf(`::ffff:${TEXT}`, 1)).toBe(key);
  const others = [keyOf('203.0.113.78', 1), keyOf(TEXT, 2), keyOf(TEXT, 1, new Uint8Array(32).fill(8))];
  expect(new Set([key, ...others]).size).toBe(4);
});

test('an IPv4 address and the IPv6 address with the same leading bytes have different keys', () => {
  expect(keyOf('32.1.13.184', 1)).not.toBe(keyOf('2001:db8::', 1));
});

test('two installations give the same address different keys', () => {
  const [one, other] = [createVisitKeySecrets({ maxAgeMs: 1000 }), createVisitKeySecrets({ maxAgeMs: 1000 })];
  expect(keyOf(TEXT, 1, one.secretAt(0))).not.toBe(keyOf(TEXT, 1, other.secretAt(0)));
  one.forget();
  other.forget();
});
