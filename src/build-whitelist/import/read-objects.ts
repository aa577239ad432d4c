import { fault, ok, type Result } from '../../contracts/result.ts';
import { withoutContactLines } from './contact-lines.ts';
import { NOT_OF_THIS_REGISTRY, ROLES } from './grammars.ts';
import { type BoundsFault, readBounds } from './read-bounds.ts';
import { asnOf, countryOf, dateOf, latestOf } from './read-values.ts';
import type { ImportFormat, NetworkObject } from './registry-objects.ts';
import { decodeValue } from './repair-encoding.ts';
import type { ScannedObject } from './scan-objects.ts';

/** Why a network object is not used though nothing is wrong with it. */
export type NetworkIgnored = 'not-of-this-registry' | 'whole-address-space';

export type NetworkFault = BoundsFault | 'MISSING_RANGE';

/** Lines of an object beyond this are passed over: nobody describes a network in so many. */
const MOST_LINES = 50;

/** A network object of a registry, or why it is wrong, or the reason for which it says nothing. */
export function readNetworkObject(
  scanned: ScannedObject,
  format: ImportFormat,
): Result<NetworkObject | NetworkIgnored, NetworkFault> {
  const rangeText = firstOf(scanned, ROLES.range);
  if (rangeText === '') return fault('MISSING_RANGE');
  const bounds = readBounds(withoutComment(rangeText));
  if (!bounds.ok) return bounds;
  const { first, last, family } = bounds.value;
  const isWhole = first === (family === 4 ? 0 : 0n) && last === (family === 4 ? 2 ** 32 - 1 : (1n << 128n) - 1n);
  if (isWhole) return ok('whole-address-space');

  const netname = withoutComment(firstOf(scanned, ROLES.netname));
  if (NOT_OF_THIS_REGISTRY.test(netname)) return ok('not-of-this-registry');
  const city = firstOf(scanned, ROLES.city);
  const address = withoutContactLines(allOf(scanned, ROLES.address));
  return ok({
    format,
    bounds: bounds.value,
    netname,
    descr: withoutContactLines(allOf(scanned, ROLES.description)),
    remarks: withoutContactLines(allOf(scanned, ROLES.remarks)),
    address: city === '' ? address : [...address, city],
    postcode: firstOf(scanned, ROLES.postcode) || null,
    country: countryOf(allOf(scanned, ROLES.country)),
    organisation: withoutComment(firstOf(scanned, ROLES.organisation)) || null,
    status: withoutComment(firstOf(scanned, ROLES.status)).toUpperCase(),
    maintainers: maintainersIn(scanned),
    asn: asnOf(firstOf(scanned, ROLES.asn)),
    date: latestOf(allOf(scanned, ROLES.changed)) ?? dateOf(firstOf(scanned, ROLES.created)),
  });
}

/** Values of a role in order, with those of its continuation lines; empty ones are left out. */
function allOf({ bytes, parts, count }: ScannedObject, role: number): string[] {
  const values: string[] = [];
  for (let place = 0; place < count * 3 && values.length < MOST_LINES; place += 3) {
    if (parts[place] !== role && parts[place] !== -role) continue;
    const value = decodeValue(bytes, parts[place + 1] ?? 0, parts[place + 2] ?? 0);
    if (value !== '') values.push(value);
  }
  return values;
}

function firstOf({ bytes, parts, count }: ScannedObject, role: number): string {
  for (let place = 0; place < count * 3; place += 3) {
    if (parts[place] === role) return decodeValue(bytes, parts[place + 1] ?? 0, parts[place + 2] ?? 0);
  }
  return '';
}

/** In values that have a form of their own `#` begins a comment (RFC 2622, section 2). */
function withoutComment(value: string): string {
  const hash = value.indexOf('#');
  return hash < 0 ? value : value.slice(0, hash).trimEnd();
}

/** Several may stand in one value, with commas. */
function maintainersIn(scanned: ScannedObject): readonly string[] {
  const values = allOf(scanned, ROLES.maintainer);
  return values.every((value) => PLAIN_HANDLE.test(value)) ? values : values.flatMap(handlesIn);
}

const PLAIN_HANDLE = /^[A-Z0-9_-]+$/;

function handlesIn(value: string): string[] {
  return withoutComment(value)
    .toUpperCase()
    .split(/[\s,]+/)
    .filter((name) => name !== '');
}
