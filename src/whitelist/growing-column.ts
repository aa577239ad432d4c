type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** A column of numbers of which nobody knows yet how long it gets; doubles its room when it is full. */
export type GrowingColumn<Column extends Numbers> = {
  readonly length: () => number;
  readonly push: (value: number) => void;
  readonly at: (position: number) => number;
  readonly set: (position: number, value: number) => void;
  /** What was pushed, without a copy. */
  readonly numbers: () => Column;
};

const FIRST_ROOM = 1024;

export function growBytes(): GrowingColumn<Uint8Array> {
  return grow(
    (room) => new Uint8Array(room),
    (column, length) => column.subarray(0, length),
  );
}

export function growHalves(): GrowingColumn<Uint16Array> {
  return grow(
    (room) => new Uint16Array(room),
    (column, length) => column.subarray(0, length),
  );
}

export function growWords(): GrowingColumn<Uint32Array> {
  return grow(
    (room) => new Uint32Array(room),
    (column, length) => column.subarray(0, length),
  );
}

function grow<Column extends Numbers>(
  make: (room: number) => Column,
  cut: (column: Column, length: number) => Column,
): GrowingColumn<Column> {
  let column = make(FIRST_ROOM);
  let length = 0;
  return {
    length: () => length,
    push(value) {
      if (length === column.length) {
        const wider = make(length * 2);
        wider.set(column);
        column = wider;
      }
      column[length++] = value;
    },
    at: (position) => column[position] ?? 0,
    set(position, value) {
      column[position] = value;
    },
    numbers: () => cut(column, length),
  };
}
