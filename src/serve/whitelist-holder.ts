import { mkdirSync } from 'node:fs';
import { buildEmbedded } from '../build-whitelist/build-embedded.ts';
import { loadWhitelist, openWhitelist, type Whitelist } from '../whitelist/open-whitelist.ts';
import { currentVersion } from '../whitelist/whitelist-versions.ts';
import type { Settings } from '../settings/read-settings.ts';

/** The whitelist in force; swapped by reference, so that a hit in progress keeps the one it started with. Ask anew for each hit and answer. */
export type WhitelistHolder = {
  current(): Whitelist;
  /**
   * Loads the version that the data folder names, beside the hits, one after the other; on a fault the one in force
   * stays. The version in force is not loaded again.
   */
  reload(): Promise<Whitelist>;
};

export type BuildProgress = (step: { readonly name: string; readonly done: number; readonly total: number }) => void;

/** Opens the newest whitelist of the data folder; where there is none yet, builds the embedded one first. */
export async function holdWhitelist(
  settings: Settings,
  onProgress: BuildProgress,
  now: Date,
): Promise<WhitelistHolder> {
  if (currentVersion(settings.data) === null) await buildWhitelist(settings, onProgress, now);
  let inForce = openWhitelist(settings.data);
  let lastReload: Promise<unknown> = Promise.resolve();
  const swap = async (): Promise<Whitelist> => {
    const version = currentVersion(settings.data);
    if (version === inForce.manifest.version) return inForce;
    const earlier = inForce;
    inForce = await loadWhitelist(settings.data, version);
    // An answer that began with the earlier one may still read its records: it opens the files for each of them then.
    earlier.close();
    return inForce;
  };
  return {
    current: () => inForce,
    reload() {
      const reload = lastReload.then(swap, swap);
      lastReload = reload;
      return reload;
    },
  };
}

/** Builds the embedded whitelist as the settings ask for it and writes it into the data folder as a new version. */
export function buildWhitelist(
  settings: Settings,
  onProgress: BuildProgress,
  now: Date,
): ReturnType<typeof buildEmbedded> {
  mkdirSync(settings.data, { recursive: true, mode: 0o700 });
  return buildEmbedded({
    folder: settings.data,
    location: settings.location === 'country' ? 'country' : 'full',
    onProgress,
    now,
  });
}
