import type { Settings } from '../settings/read-settings.ts';

/** Where the installation is reached, as far as the settings tell: the base URL, else host and port. */
export function expectedOrigin(settings: Settings): string {
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return settings.baseUrl ?? `http://${host}:${settings.port}`;
}
