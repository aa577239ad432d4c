import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LogPlace } from '../collect/plan-reading.ts';

/** Where a follower has come to: inode, size and offset, and nothing of the content (privacy.md, mode A). */
const Bookmark = z.strictObject({
  inode: z.string(),
  size: z.number().int().min(0),
  offset: z.number().int().min(0),
});
export type Bookmark = z.infer<typeof Bookmark>;

/** The name tells a site and a file apart from others; neither stands in it. */
function bookmarkFile(dataFolder: string, site: string, file: string): string {
  const name = createHash('sha256').update(`${site}\n${file}`).digest('hex').slice(0, 16);
  return join(dataFolder, 'connector', `bookmark-${name}.json`);
}

/** Replaces the bookmark in one step: a reader sees the one before or this one. */
export function writeBookmark(dataFolder: string, site: string, file: string, bookmark: Bookmark): void {
  const path = bookmarkFile(dataFolder, site, file);
  mkdirSync(join(dataFolder, 'connector'), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, JSON.stringify(bookmark), { mode: 0o600, flush: true });
  renameSync(`${path}.new`, path);
}

/** null where nothing has been followed yet, or what stands there cannot be read. */
export function readBookmark(dataFolder: string, site: string, file: string): LogPlace | null {
  const path = bookmarkFile(dataFolder, site, file);
  try {
    const bookmark = Bookmark.parse(JSON.parse(readFileSync(path, 'utf8')));
    return { ...bookmark, at: statSync(path).mtimeMs };
  } catch {
    return null;
  }
}
