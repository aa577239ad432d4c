import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * A real Chromium with an empty profile that calls nobody by itself. `without`: arguments that are given otherwise to a
 * browser under test, such as the one that switches its memory of pages off.
 */
export function launchChromium(
  moreArguments: readonly string[] = [],
  without: readonly string[] = [],
): Promise<Browser> {
  const executablePath = process.env['DOORPLATE_CHROMIUM'] ?? PLACES.find((file) => existsSync(file));
  if (executablePath === undefined) throw new Error('Chromium is missing: install the package "chromium"');
  return chromium.launch({
    executablePath,
    ignoreDefaultArgs: [...without],
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...moreArguments,
    ],
  });
}

/** How Chromium names itself to a website when a person uses it; headless it says so, and counts as a bot. */
export const PERSONS_BROWSER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
