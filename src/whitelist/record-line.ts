/** A record's line begins at a multiple of this: places in a file of 16 GiB fit 32 bits. */
export const LINE_UNIT = 4;

const SPACE = 0x20;
const LINE_FEED = 0x0a;

/** An encoded record as a line, filled up with spaces to a multiple of LINE_UNIT. */
export function recordLine(text: string): Buffer {
  const line = Buffer.alloc(Math.ceil((Buffer.byteLength(text) + 1) / LINE_UNIT) * LINE_UNIT, SPACE);
  line.write(text);
  line[line.length - 1] = LINE_FEED;
  return line;
}
