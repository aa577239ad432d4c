import { withoutContactData, withoutContactLines } from './contact-lines.ts';
import { decodeValue } from './repair-encoding.ts';
import { ROLES } from './grammars.ts';
import { dateOf, countryOf } from './read-values.ts';
import type { OrganisationObject } from './registry-objects.ts';
import type { ScannedObject } from './scan-objects.ts';

/**
 * Organisations by their handle, as the bytes of their file: 3.5 million of them take about 400 MB. Strings are made
 * of the one that is asked for.
 */
export type OrganisationTable = {
  readonly size: () => number;
  /** 'kept', or why not: `again` for a handle that is there already, `no-handle` where the object has none. */
  readonly add: (object: ScannedObject) => 'kept' | 'again' | 'no-handle';
  readonly find: (handle: string) => OrganisationObject | null;
};

const ARENA_BYTES = 8 << 20;
/** Longer values are cut; an entry is role, length (two bytes), value … and 0. */
const LONGEST_VALUE = 500;
const LARGEST_ENTRY = 16 << 10;
const FIRST_SLOTS = 1 << 12;
const HIGHEST_LOAD = 0.7;
/** Networks of one organisation stand together often. */
const REMEMBERED = 4096;

const WANTED: ReadonlySet<number> = new Set([
  ROLES.organisationName,
  ROLES.organisationType,
  ROLES.address,
  ROLES.city,
  ROLES.region,
  ROLES.postcode,
  ROLES.country,
  ROLES.changed,
  ROLES.created,
]);

export function createOrganisationTable(): OrganisationTable {
  const arenas: Buffer[] = [];
  let filled = ARENA_BYTES;
  /** Where each entry begins, as number of its arena * ARENA_BYTES + position. */
  let entries = new Float64Array(FIRST_SLOTS);
  /** Number of the entry + 1, by the hash of its handle; 0 for an empty slot. */
  let slots = new Uint32Array(2 * FIRST_SLOTS);
  let size = 0;
  const remembered = new Map<string, OrganisationObject | null>();

  const arenaOf = (entry: number): Buffer => arenas[Math.floor((entries[entry] ?? 0) / ARENA_BYTES)] ?? Buffer.alloc(0);
  const positionOf = (entry: number): number => (entries[entry] ?? 0) % ARENA_BYTES;

  /** Slot of a handle: its own, or the empty one in which it would be. */
  const slotOf = (bytes: Buffer, from: number, to: number): number => {
    let slot = hashOf(bytes, from, to) & (slots.length - 1);
    for (; slots[slot] !== 0; slot = (slot + 1) & (slots.length - 1)) {
      const entry = (slots[slot] ?? 0) - 1;
      const arena = arenaOf(entry);
      const position = positionOf(entry);
      if (arena[position + 1] === to - from && isSame(arena, position + 2, bytes, from, to)) break;
    }
    return slot;
  };

  const grow = (): void => {
    const larger = new Uint32Array(2 * slots.length);
    slots = larger;
    for (let entry = 0; entry < size; entry += 1) {
      const arena = arenaOf(entry);
      const from = positionOf(entry) + 2;
      slots[slotOf(arena, from, from + (arena[from - 1] ?? 0))] = entry + 1;
    }
  };

  const open = Buffer.alloc(LARGEST_ENTRY);

  return {
    size: () => size,
    add(object) {
      const handle = handleIn(object);
      if (handle === null) return 'no-handle';
      const slot = slotOf(object.bytes, handle.from, handle.to);
      if (slots[slot] !== 0) return 'again';

      const length = encode(object, handle, open);
      if (filled + length > ARENA_BYTES) {
        arenas.push(Buffer.allocUnsafeSlow(ARENA_BYTES));
        filled = 0;
      }
      const arena = arenas.at(-1);
      open.copy(arena ?? open, filled, 0, length);
      if (size === entries.length) {
        const larger = new Float64Array(Math.ceil(1.5 * size));
        larger.set(entries);
        entries = larger;
      }
      entries[size] = (arenas.length - 1) * ARENA_BYTES + filled;
      filled += length;
      size += 1;
      slots[slot] = size;
      if (size > HIGHEST_LOAD * slots.length) grow();
      remembered.clear();
      return 'kept';
    },
    find(handle) {
      const known = remembered.get(handle);
      if (known !== undefined) return known;
      const bytes = Buffer.from(handle);
      const entry = (slots[slotOf(bytes, 0, bytes.length)] ?? 0) - 1;
      const found = entry < 0 ? null : decode(arenaOf(entry), positionOf(entry));
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(handle, found);
      return found;
    },
  };
}

type Stretch = { readonly from: number; readonly to: number };

/** The handle's bytes without the blanks and the comment around it; longer ones than a byte can count are none. */
function handleIn({ bytes, parts, count }: ScannedObject): Stretch | null {
  for (let place = 0; place < count * 3; place += 3) {
    if (parts[place] !== ROLES.organisation) continue;
    let from = parts[place + 1] ?? 0;
    const end = parts[place + 2] ?? 0;
    while (from < end && (bytes[from] ?? 0) <= 32) from += 1;
    let to = from;
    while (to < end && (bytes[to] ?? 0) > 32) to += 1;
    return to === from || to - from > 255 ? null : { from, to };
  }
  return null;
}

/** Handles are compared without case (RFC 2622, section 2). */
function lower(byte: number): number {
  return byte >= 65 && byte <= 90 ? byte | 32 : byte;
}

function hashOf(bytes: Buffer, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let position = from; position < to; position += 1) {
    hash = Math.imul(hash ^ lower(bytes[position] ?? 0), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

function isSame(arena: Buffer, at: number, bytes: Buffer, from: number, to: number): boolean {
  for (let offset = 0; offset < to - from; offset += 1) {
    if (lower(arena[at + offset] ?? 0) !== lower(bytes[from + offset] ?? 0)) return false;
  }
  return true;
}

/** Role, length and bytes of each value behind the handle; answers the length of the entry. */
function encode({ bytes, parts, count }: ScannedObject, handle: Stretch, into: Buffer): number {
  into[0] = ROLES.organisation;
  into[1] = handle.to - handle.from;
  let length = 2 + bytes.copy(into, 2, handle.from, handle.to);
  for (let place = 0; place < count * 3; place += 3) {
    const role = Math.abs(parts[place] ?? 0);
    if (!WANTED.has(role)) continue;
    let from = parts[place + 1] ?? 0;
    let to = Math.min(parts[place + 2] ?? 0, from + LONGEST_VALUE);
    while (from < to && (bytes[from] ?? 0) <= 32) from += 1;
    while (to > from && (bytes[to - 1] ?? 0) <= 32) to -= 1;
    if (to === from || length + 3 + to - from > into.length - 1) continue;
    into[length] = role;
    into.writeUInt16LE(to - from, length + 1);
    length += 3 + bytes.copy(into, length + 3, from, to);
  }
  into[length] = 0;
  return length + 1;
}

function decode(arena: Buffer, entry: number): OrganisationObject {
  const handleEnd = entry + 2 + (arena[entry + 1] ?? 0);
  const address: string[] = [];
  const single = new Map<number, string>();
  for (let at = handleEnd; arena[at] !== 0;) {
    const role = arena[at] ?? 0;
    const end = at + 3 + arena.readUInt16LE(at + 1);
    const value = decodeValue(arena, at + 3, end);
    if (role === ROLES.address) address.push(value);
    // A name that goes on in the next line.
    else if (role === ROLES.organisationName) single.set(role, [single.get(role), value].filter(Boolean).join(' '));
    else if (!single.has(role)) single.set(role, value);
    at = end;
  }
  const formOf = (role: number): string => single.get(role) ?? '';
  const textOf = (role: number): string | null => withoutContactData(formOf(role)) || null;
  return {
    handle: arena.toString('latin1', entry + 2, handleEnd),
    name: textOf(ROLES.organisationName) ?? '',
    type: formOf(ROLES.organisationType).toUpperCase(),
    address: withoutContactLines(address),
    city: textOf(ROLES.city),
    region: textOf(ROLES.region),
    // Values with a form of their own; a postcode of nine digits looks like a telephone number and is none.
    postcode: formOf(ROLES.postcode) || null,
    country: countryOf([formOf(ROLES.country)]),
    date: dateOf(formOf(ROLES.changed)) ?? dateOf(formOf(ROLES.created)),
  };
}
