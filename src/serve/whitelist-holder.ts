import { mkdirSync } from 'node:fs';
import { buildEmbedded } from '../build-whitelist/build-embedded.ts';
import { openWhitelist, type Whitelist } from '../whitelist/open-whitelist.ts';
import { currentVersion } from '../whitelist/whitelist-versions.ts';
import type { Settings } from '../settings/read-settings.ts';

/** The whitelist in force; swapped by reference, so that a hit in progress keeps the one it started with. Ask anew for each hit and answer. */
export type WhitelistHolder = {
  current(): Whitelist;
  /** Opens the newest version in the data folder; on a fault the one in force stays. */
  reload(): Whitelist;
};

/** An answer that reads the earlier whitelist takes seconds at most: after this its file is closed. */
const CLOSE_AFTER_MS = 60_000;

export type BuildProgress = (step: { readonly name: string; readonly done: number; readonly total: number }) => void;

/** Opens the newest whitelist of the data folder; where there is none yet, builds the embedded one first. */
export async function holdWhitelist(
  settings: Settings,
  onProgress: BuildProgress,
  now: Date,
): Promise<WhitelistHolder> {
  if (currentVersion(settings.data) === null) await buildWhitelist(settings, onProgress, now);
  let inForce = openWhitelist(settings.data);
  return {
    current: () => inForce,
    reload() {
      const earlier = inForce;
      inForce = openWhitelist(settings.data);
      setTimeout(() => earlier.close(), CLOSE_AFTER_MS).unref();
      return inForce;
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
