/** The signed-in person's own settings, kept in this browser. A browser that refuses storage forgets them, no more. */
const PREFIX = 'doorplate.';

export type RememberedName = 'language' | 'site';

export function readRemembered(name: RememberedName): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function remember(name: RememberedName, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Storage is full or refused: the choice holds until the page is closed.
  }
}
