/**
 * Finds the objects of a registry dump in chunks of bytes: attributes `name: value`, continuation lines (space, tab or
 * `+`), comment lines (`#`, `%`), objects separated by blank lines; LF or CRLF (RFC 2622, section 2). Attributes are
 * handed out as byte ranges, so that strings are made only of what somebody wants to read.
 */

/** Names that the scanner tells apart, each with a number of the caller's; see grammars.ts. */
export type ScanNames = {
  /** What the name means inside an object: 1 to 255. Others are passed over. */
  readonly roles: ReadonlyMap<string, number>;
  /** What an object is whose first attribute has this name: 1 to 255. */
  readonly classes: ReadonlyMap<string, number>;
};

/** Why an object cannot be read. */
export type ScanFault = 'CONTINUATION_FIRST' | 'MALFORMED_LINE' | 'LINE_TOO_LONG' | 'OBJECT_TOO_LARGE';

/** One object. It is used again for the next one: valid inside the callback alone. */
export type ScannedObject = {
  bytes: Buffer;
  /** Number of its first line, from 1; of the line that is at fault where there is one. */
  line: number;
  /** Of its first attribute; 0 for a name that is no class. */
  classOf: number;
  /** Role of its first attribute; 0 for a name that has none. */
  firstRole: number;
  /** Triples: role (negative on a continuation line), first byte, one past the last byte; blanks stand around. */
  parts: Int32Array;
  /** Number of triples. */
  count: number;
  fault: ScanFault | null;
};

export type ObjectScanner = {
  /** The chunk may be used again afterwards. */
  push(chunk: Buffer): void;
  end(): void;
};

/** A line or an object beyond these is counted as faulty and passed over without being held. */
export const LONGEST_LINE = 1 << 20;
export const LARGEST_OBJECT = 4 << 20;

/** How far the end of an object that lies across two chunks is looked for. */
const BORDER_SEARCH = 1 << 16;

const LF = 10;
const CR = 13;
const TAB = 9;
const SPACE = 32;
const HASH = 35;
const PERCENT = 37;
const PLUS = 43;

const COLON = 58;
/** 1 for the bytes of which names are made. */
const IS_NAME_BYTE = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9\-_/.]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/**
 * All that is in motion, in one object: functions that close over it would be compiled for the first scanner alone
 * and run at half the speed in every later one.
 */
type ScanState = {
  readonly object: ScannedObject;
  readonly onObject: (object: ScannedObject) => void;
  readonly names: NameTable;
  /** Bytes of the object (or line) that the chunks so far have not finished. */
  held: Buffer;
  /** Where in `held` the next line begins, and the open object. */
  at: number;
  begin: number;
  /** Number of the line at `at`. */
  line: number;
  isOpen: boolean;
  /** In the middle of a line that is passed over. */
  isInLongLine: boolean;
  /** Role of the last attribute, for its continuation lines. */
  role: number;
};

export function createObjectScanner(names: ScanNames, onObject: (object: ScannedObject) => void): ObjectScanner {
  const state: ScanState = {
    object: {
      bytes: Buffer.alloc(0),
      line: 0,
      classOf: 0,
      firstRole: 0,
      parts: new Int32Array(3 * 256),
      count: 0,
      fault: null,
    },
    onObject,
    names: nameTable(names),
    held: Buffer.alloc(0),
    at: 0,
    begin: 0,
    line: 1,
    isOpen: false,
    isInLongLine: false,
    role: 0,
  };
  let isFirstChunk = true;
  return {
    push(chunk) {
      const fresh = isFirstChunk && BYTE_ORDER_MARK.equals(chunk.subarray(0, 3)) ? chunk.subarray(3) : chunk;
      isFirstChunk &&= chunk.length === 0;
      push(state, fresh);
    },
    end() {
      if (!state.isInLongLine && state.at < state.held.length) push(state, Buffer.from('\n'));
      close(state, state.held);
    },
  };
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

function push(state: ScanState, chunk: Buffer): void {
  let fresh = chunk;
  if (state.isInLongLine) {
    const end = fresh.indexOf(LF);
    if (end < 0) return;
    state.isInLongLine = false;
    state.line += 1;
    fresh = fresh.subarray(end + 1);
  }
  if (state.held.length > 0) {
    // Only the object that lies across the border is copied together.
    const end = fresh.subarray(0, BORDER_SEARCH).indexOf('\n\n') + 2;
    if (end > 1) {
      read(state, Buffer.concat([state.held, fresh.subarray(0, end)]));
      fresh = fresh.subarray(end);
    }
    if (state.held.length > 0) fresh = Buffer.concat([state.held, fresh]);
  }
  read(state, fresh);
}

function read(state: ScanState, bytes: Buffer): void {
  const limit = bytes.lastIndexOf(LF) + 1;
  if (limit > state.at) readLines(state, bytes, limit);
  hold(state, bytes);
}

/** Reads the lines from `at` to `limit`, which stands behind a line feed: the hot loop. */
function readLines(state: ScanState, bytes: Buffer, limit: number): void {
  const { object, names } = state;
  let start = state.at;
  while (start < limit) {
    const first = bytes[start];
    if (first === LF || (first === CR && bytes[start + 1] === LF)) {
      state.at = start;
      close(state, bytes);
      start += first === LF ? 1 : 2;
      state.line += 1;
      continue;
    }
    const name = findName(names, bytes, start);
    const valueAt = name === NO_NAME ? start : start + (names.lengths[name] ?? 0) + 1;
    // The native search is faster than a loop over bytes or words from some twenty bytes on.
    const end = bytes.indexOf(LF, valueAt);
    if (name === NO_NAME || end - start > LONGEST_LINE) {
      state.at = start;
      readOddLine(state, bytes, end);
    } else {
      const role = names.roles[name] ?? 0;
      state.role = role;
      if (!state.isOpen) {
        state.at = start;
        open(state);
        object.classOf = names.classes[name] ?? 0;
        object.firstRole = role;
      }
      if (role !== 0 && object.fault === null) addPart(object, role, valueAt, end);
    }
    start = end + 1;
    state.line += 1;
  }
  state.at = start;
}

/** A line that is no attribute. */
function readOddLine(state: ScanState, bytes: Buffer, end: number): void {
  const first = bytes[state.at];
  if (end - state.at > LONGEST_LINE) {
    breakWith(state, 'LINE_TOO_LONG');
  } else if (first === SPACE || first === TAB || first === PLUS) {
    if (!state.isOpen) breakWith(state, 'CONTINUATION_FIRST');
    else if (state.role !== 0 && state.object.fault === null) addPart(state.object, -state.role, state.at + 1, end);
  } else if (first !== HASH && first !== PERCENT) {
    // A comment belongs to no object and ends none.
    breakWith(state, 'MALFORMED_LINE');
  }
}

function addPart(object: ScannedObject, role: number, from: number, to: number): void {
  const place = object.count * 3;
  if (place + 3 > object.parts.length) {
    const larger = new Int32Array(2 * object.parts.length);
    larger.set(object.parts);
    object.parts = larger;
  }
  const { parts } = object;
  parts[place] = role;
  parts[place + 1] = from;
  parts[place + 2] = to;
  object.count += 1;
}

function open(state: ScanState): void {
  const { object } = state;
  state.isOpen = true;
  state.begin = state.at;
  object.line = state.line;
  object.count = 0;
  object.fault = null;
  object.classOf = 0;
  object.firstRole = 0;
}

function breakWith(state: ScanState, fault: ScanFault): void {
  const { object } = state;
  if (!state.isOpen) open(state);
  if (object.fault !== null) return;
  object.fault = fault;
  object.line = state.line;
  object.count = 0;
}

function close(state: ScanState, bytes: Buffer): void {
  if (!state.isOpen) return;
  const { object } = state;
  state.isOpen = false;
  if (object.fault === null && state.at - state.begin > LARGEST_OBJECT) {
    object.fault = 'OBJECT_TOO_LARGE';
    object.count = 0;
  }
  object.bytes = bytes;
  state.onObject(object);
}

/** Keeps what is not finished, and nothing of what is passed over. */
function hold(state: ScanState, bytes: Buffer): void {
  const { object } = state;
  if (bytes.length - state.at > LONGEST_LINE) {
    breakWith(state, 'LINE_TOO_LONG');
    state.isInLongLine = true;
    state.at = bytes.length;
  }
  if (state.isOpen && object.fault === null && state.at - state.begin > LARGEST_OBJECT) {
    object.fault = 'OBJECT_TOO_LARGE';
    object.count = 0;
  }
  // An object that is passed over is not held.
  const from = state.isOpen && object.fault === null ? state.begin : state.at;
  for (let place = 0; place < object.count * 3; place += 3) {
    object.parts[place + 1] = (object.parts[place + 1] ?? 0) - from;
    object.parts[place + 2] = (object.parts[place + 2] ?? 0) - from;
  }
  // A copy, because the reader may use the chunk again.
  state.held = Buffer.from(bytes.subarray(from));
  state.at -= from;
  state.begin = 0;
}

/** Learns names as they are spelled: columns by the number of a name. */
type NameTable = {
  readonly known: ScanNames;
  readonly roles: Uint8Array;
  readonly classes: Uint8Array;
  readonly lengths: Uint16Array;
  readonly spellings: Uint8Array;
  /** The two names that came last behind each name. */
  readonly likely: Uint16Array;
  readonly likelyToo: Uint16Array;
  /** Open addressing over the hashes of spellings. */
  readonly slots: Uint16Array;
  count: number;
  before: number;
};

const NO_NAME = -1;
/** Names longer than a row of the table, and those that come when it is full, share one number without a role. */
const STRANGE_NAME = 0;
const STRIDE = 32;
const MOST_NAMES = 512;
const SLOTS = 2048;

function nameTable(known: ScanNames): NameTable {
  return {
    known,
    roles: new Uint8Array(MOST_NAMES),
    classes: new Uint8Array(MOST_NAMES),
    lengths: new Uint16Array(MOST_NAMES),
    spellings: new Uint8Array(MOST_NAMES * STRIDE),
    likely: new Uint16Array(MOST_NAMES),
    likelyToo: new Uint16Array(MOST_NAMES),
    slots: new Uint16Array(SLOTS),
    count: 1,
    before: STRANGE_NAME,
  };
}

/**
 * Number of the name that begins at a byte and ends at a colon; `NO_NAME` for none. Attributes follow each other in
 * the same order nearly everywhere: the name is first compared with those that came last in this place.
 */
function findName(table: NameTable, bytes: Buffer, from: number): number {
  const guess = table.likely[table.before] ?? 0;
  if (isNameAt(table, bytes, from, guess)) {
    table.before = guess;
    return guess;
  }
  const second = table.likelyToo[table.before] ?? 0;
  if (isNameAt(table, bytes, from, second)) {
    table.before = second;
    return second;
  }
  const name = lookUpName(table, bytes, from);
  if (name !== NO_NAME) {
    table.likelyToo[table.before] = guess;
    table.likely[table.before] = name;
    table.before = name;
  }
  return name;
}

function isNameAt(table: NameTable, bytes: Buffer, from: number, name: number): boolean {
  const { spellings } = table;
  const length = table.lengths[name] ?? 0;
  const base = name * STRIDE;
  for (let letter = 0; letter < length; letter += 1) {
    if (bytes[from + letter] !== spellings[base + letter]) return false;
  }
  return length > 0 && bytes[from + length] === COLON;
}

function lookUpName(table: NameTable, bytes: Buffer, from: number): number {
  let hash = 0;
  let position = from;
  for (let byte = bytes[position] ?? 0; IS_NAME_BYTE[byte] === 1; byte = bytes[position] ?? 0) {
    hash = (Math.imul(hash, 31) + byte) | 0;
    position += 1;
  }
  const length = position - from;
  if (bytes[position] !== COLON || length === 0) return NO_NAME;
  let slot = hash & (SLOTS - 1);
  for (; table.slots[slot] !== 0; slot = (slot + 1) & (SLOTS - 1)) {
    const name = table.slots[slot] ?? 0;
    if (table.lengths[name] === length && isNameAt(table, bytes, from, name)) return name;
  }
  if (length >= STRIDE || table.count === MOST_NAMES) return STRANGE_NAME;
  const name = table.count;
  table.count += 1;
  table.slots[slot] = name;
  table.lengths[name] = length;
  table.spellings.set(bytes.subarray(from, position), name * STRIDE);
  const text = bytes.toString('latin1', from, position).toLowerCase();
  table.roles[name] = table.known.roles.get(text) ?? 0;
  table.classes[name] = table.known.classes.get(text) ?? 0;
  return name;
}
