import { checkColumn, type ColumnPlace, columnPlacesIn, createColumnWriter } from './column-file.ts';
import { FORMAT } from './manifest.ts';
import type { RangeIndex4 } from './range-index-4.ts';
import type { RangeIndex6 } from './range-index-6.ts';
import type { SealedFile } from './sealed-file.ts';

/** `<version>.ranges`: the two indexes as columns (column-file.ts), used as they were read, without parsing. */
export type RangeFile = { readonly four: RangeIndex4; readonly six: RangeIndex6 };

const MAGIC = 'doorplat';

/** Element width of each column, in the file's order. */
const WIDTHS = [4, 2, 4, 4, 2, 4, 4, 4, 4, 4, 4, 4] as const;

/** Writes the whole file; it can be sealed then. */
export function writeRangeFile(file: SealedFile, { four, six }: RangeFile): void {
  const writer = createColumnWriter(file, MAGIC, FORMAT);
  const columns = [
    four.firstLevel,
    four.tails,
    four.values,
    six.groups,
    six.blocks,
    six.blockStarts,
    six.middles,
    six.values,
    six.deepStarts,
    six.deepHighs,
    six.deepLows,
    six.deepValues,
  ];
  for (const column of columns) writer.add(column);
  writer.finish();
}

/**
 * Lays typed arrays over the bytes of a file; copies nothing.
 * @throws WhitelistError WHITELIST_FORMAT, WHITELIST_CORRUPT
 */
export function decodeRangeFile(bytes: ArrayBuffer): RangeFile {
  const checking = checkRangeFile(bytes);
  for (;;) {
    const step = checking.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps of a few milliseconds, for a server that answers hits in between. */
export function* checkRangeFile(bytes: ArrayBuffer): Generator<void, RangeFile> {
  const whole = new Uint8Array(bytes);
  const places = columnPlacesIn(whole, { magic: MAGIC, format: FORMAT, widths: WIDTHS });
  for (const [position, place] of places.entries()) yield* checkColumn(whole, place, WIDTHS[position] ?? 1);
  return overlay(bytes, places);
}

function overlay(bytes: ArrayBuffer, places: readonly ColumnPlace[]): RangeFile {
  const words = (position: number): Uint32Array => {
    const { offset = 0, elements = 0 } = places[position] ?? {};
    return new Uint32Array(bytes, offset, elements);
  };
  const halves = (position: number): Uint16Array => {
    const { offset = 0, elements = 0 } = places[position] ?? {};
    return new Uint16Array(bytes, offset, elements);
  };
  return {
    four: { firstLevel: words(0), tails: halves(1), values: words(2) },
    six: {
      groups: words(3),
      blocks: halves(4),
      blockStarts: words(5),
      middles: words(6),
      values: words(7),
      deepStarts: words(8),
      deepHighs: words(9),
      deepLows: words(10),
      deepValues: words(11),
    },
  };
}
