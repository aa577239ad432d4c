import { open } from 'node:fs/promises';

/** Waits until a file's bytes are on the disk: before it is renamed into its place. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
