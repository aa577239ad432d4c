import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * Where the next page of a list begins. It carries the period and the number of the last stored row as the first
 * page saw them, so that rows that arrive meanwhile move nothing.
 */
const instant = z.number().int().min(-62_200_000_000_000).max(253_500_000_000_000);
const Cursor = z.strictObject({
  /** Start and end of the period, milliseconds since 1970, within the years that RFC 3339 can write. */
  from: instant,
  to: instant,
  /** Rows beyond this number are not seen. */
  watermark: z.number().int(),
  /** Sort key and id of the last row of the page before. */
  key: z.union([z.number(), z.string().max(400)]),
  id: z.string().max(64),
});
export type Cursor = z.infer<typeof Cursor>;

const LONGEST = 2000;

/** Makes an opaque text that only `readCursor` with the same question takes. */
export function writeCursor(cursor: Cursor, question: readonly string[]): string {
  return Buffer.from(JSON.stringify([fingerprint(question), cursor])).toString('base64url');
}

/** null when the text is no cursor, or one of another question. */
export function readCursor(text: string, question: readonly string[]): Cursor | null {
  if (text.length > LONGEST) return null;
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(decoded) || decoded.length !== 2 || decoded[0] !== fingerprint(question)) return null;
  const cursor = Cursor.safeParse(decoded[1]);
  return cursor.success ? cursor.data : null;
}

function fingerprint(question: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 12);
}
