/** Where a follower stands: bytes up to `offset` of a file have been taken. Times in ms since 1970. */
export type LogPlace = {
  readonly inode: string;
  /** Of the file when this was noted; of a packed file its packed size. */
  readonly size: number;
  /** Of a packed file: of its unpacked bytes. */
  readonly offset: number;
  /** When it was noted. */
  readonly at: number;
};

/** A log file, or what a rotation made of it. */
export type LogFile = {
  readonly name: string;
  readonly inode: string;
  readonly size: number;
  readonly modifiedAt: number;
  readonly isPacked: boolean;
  /** Bytes of the log in it; of a packed file as its trailer says, modulo 4 GiB. */
  readonly logBytes: number;
};

/** Read this file from there to its end. */
export type Step = { readonly file: LogFile; readonly from: number };

/** A server writes to a renamed file until it is told to open its log anew: it is left when it has been quiet so long. */
export const QUIET_MS = 1_000;

/**
 * What to read next, in this order: the rest of the file in which the follower stands, whatever it is called now, then
 * what has come since.
 * @param rotated what rotations left, the oldest first (by the time of their last line)
 * @param current the file under the log's own name; null while there is none
 * @param isCut where the current file is the one in which the follower stands: it was cut down under its own name since
 *   (copytruncate)
 * @param now ms since 1970; `Infinity` waits for nobody who may still write to a renamed file
 */
export function planReading(
  place: LogPlace,
  rotated: readonly LogFile[],
  current: LogFile | null,
  isCut: boolean,
  now: number,
): readonly Step[] {
  if (current !== null && current.inode === place.inode) {
    if (!isCut) return [{ file: current, from: place.offset }];
    const copy = rotated.findIndex((file) => isSince(place, file));
    return copy < 0 ? [whole(current)] : [...restOf(place, rotated, copy), whole(current)];
  }
  const later = current === null ? [] : [whole(current)];
  const renamed = rotated.findIndex((file) => file.inode === place.inode);
  const file = rotated[renamed];
  if (file !== undefined && !file.isPacked) {
    const isLatest = renamed === rotated.length - 1;
    const mayGrow = isLatest && (current === null || current.size === 0 || now - file.modifiedAt < QUIET_MS);
    if (mayGrow && now !== Infinity) return [{ file, from: place.offset }];
  }
  if (file !== undefined) return [...restOf(place, rotated, renamed), ...later];
  // Packed meanwhile: the packed file keeps the time of the last line.
  const finished = rotated.findIndex((one) => one.modifiedAt <= place.at && one.logBytes === place.offset);
  if (finished >= 0) return [...rotated.slice(finished + 1).map(whole), ...later];
  const unread = rotated.findIndex((one) => one.modifiedAt > place.at);
  if (unread < 0) return later;
  const wasBegun = (rotated[unread]?.logBytes ?? 0) >= place.offset;
  return [...(wasBegun ? restOf(place, rotated, unread) : rotated.slice(unread).map(whole)), ...later];
}

/** All that there is, for a log that was never followed. */
export function planHistory(rotated: readonly LogFile[], current: LogFile | null): readonly Step[] {
  return [...rotated, ...(current === null ? [] : [current])].map(whole);
}

/** Has this file come since the place was noted, and is it long enough to be a copy of the file that was read? */
export function isSince(place: LogPlace, file: LogFile): boolean {
  return file.modifiedAt > place.at && file.logBytes >= place.offset;
}

function restOf(place: LogPlace, rotated: readonly LogFile[], at: number): Step[] {
  return rotated.slice(at).map((file, index) => ({ file, from: index === 0 ? place.offset : 0 }));
}

function whole(file: LogFile): Step {
  return { file, from: 0 };
}
